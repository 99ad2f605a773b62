"""Where reports go."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from goldenthread.cli.output import check_output, choose_format, render_for_terminal
from goldenthread.fault import Fault
from goldenthread.reports.check.terminal import render_text
from tests.unit.reports.plans import make_report


def with_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))


def test_it_shows_symbols_where_the_terminal_can(monkeypatch: pytest.MonkeyPatch) -> None:
    with_encoding(monkeypatch, "utf-8")
    assert "◐ Partly evidenced" in render_for_terminal(render_text, make_report()).decode()


def test_it_uses_words_alone_where_the_terminal_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    with_encoding(monkeypatch, "cp1252")
    said = render_for_terminal(render_text, make_report()).decode("cp1252")
    assert "Partly evidenced" in said
    assert "?" not in said.split("Warning")[1].split("requirement")[0]


def test_it_never_writes_a_binary_file_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(Fault, match="name a file with -o"):
        check_output(None, "docx", [])


def test_it_prefers_the_format_asked_for_to_the_ending() -> None:
    assert choose_format("json", Path("report.txt")) == "json"
    assert choose_format(None, Path("REPORT.HTM")) == "html"
    assert choose_format(None, None) == "text"


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])}


def test_it_ends_quietly_when_its_reader_has_seen_enough() -> None:
    command = [sys.executable, "-m", "goldenthread.cli", "requirements"]
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert started.stdout is not None
    started.stdout.close()
    assert started.stderr is not None
    assert started.stderr.read() == b""
    started.stderr.close()
    started.wait()


_HANGING = """
import sys, time
from pathlib import Path
from goldenthread.cli import main as command
from goldenthread.cli.crew import Crew
def run(options):
    print("began", flush=True)
    Crew(lambda file: time.sleep(60), 1, 60.0, lambda done, in_hand: None).check_all([Path("a")])
command.check.run = run
sys.exit(command.main(["check", "a"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_it_stops_on_an_interrupt_in_one_line() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", _HANGING], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment(), start_new_session=True,
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stdout.readline() == b"began\n"
    time.sleep(0.3)
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=10)
    assert said == b"goldenthread: stopped\n"
    assert started.returncode == 130
