"""Where a report goes: a file, or standard output, in the format asked for.

Writes the one file it is told to, and never one of those that were read.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from goldenthread.fault import Fault
from goldenthread.marked import nearest_hint
from goldenthread.reports.check.report import CheckReport

ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".csv": "csv",
}
BINARY = ("docx", "xlsx")


def choose_format(asked: str | None, out: Path | None) -> str:
    """Give the format: as asked, else by the ending of the file, else text."""
    if asked:
        return asked
    if out is None:
        return "text"
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        hint = nearest_hint(ending, list(ENDINGS))
        raise Fault(f"'{out.name}' has no ending that names a format: {hint}; or give --format")
    return ENDINGS[ending]


def check_output(out: Path | None, format: str, read: Sequence[Path]) -> None:  # noqa: A002
    """Refuse, before any work is done, what could not be written in the end."""
    if out is None:
        if format in BINARY and sys.stdout.isatty():
            raise Fault(f"a {format} file cannot be shown in a terminal; name a file with -o")
        return
    if out.is_dir():
        raise Fault(f"'{out}' is a folder; name a file in it")
    if not out.parent.is_dir():
        raise Fault(f"there is no folder '{out.parent}' to write '{out.name}' in; make it first")
    if out.resolve() in {file.resolve() for file in read}:
        raise Fault(f"'{out}' is one of the documents to check; name another file with -o")


def write_report(content: str | bytes, out: Path | None) -> None:
    """Write to the file, or to standard output; text is UTF-8."""
    held = content.encode() if isinstance(content, str) else content
    if out is None:
        _write_standard(held)
        return
    try:
        out.write_bytes(held)
    except OSError as error:
        reason = error.strerror or "it was refused"
        raise Fault(f"'{out}' cannot be written ({reason.lower()})") from error


def render_for_terminal(render: Callable[..., str], report: CheckReport) -> bytes:
    """Give the text as standard output can show it: with its symbols if it has them."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        return render(report).encode(encoding)
    except UnicodeEncodeError:
        return render(report, plain=True).encode(encoding, "replace")


def _write_standard(held: bytes) -> None:
    try:
        sys.stdout.buffer.write(held)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader (`head`) has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
