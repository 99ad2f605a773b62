"""Progress on standard error."""

import io
import time
from pathlib import Path

from goldenthread.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_renews_one_line_on_a_terminal_and_clears_it() -> None:
    out = Terminal()
    progress = Progress(88, out)
    progress.tell(3, [Path("plans/north.pdf")])
    progress.close()
    assert "\r3 of 88 documents checked" in out.getvalue()
    assert "reading north.pdf" in out.getvalue()
    assert out.getvalue().endswith("\r")


def test_it_keeps_quiet_about_short_work_without_a_terminal() -> None:
    out = io.StringIO()
    Progress(88, out).tell(3, [])
    assert out.getvalue() == ""


def test_it_writes_plain_lines_about_long_work_without_a_terminal() -> None:
    out = io.StringIO()
    progress = Progress(88, out, began_at=time.monotonic() - 60)
    progress.tell(40, [])
    progress.tell(41, [])
    progress.close()
    assert out.getvalue() == "40 of 88 documents checked after 60 s\n"
