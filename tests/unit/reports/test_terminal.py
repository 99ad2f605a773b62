"""The plan check in a terminal."""

from dataclasses import replace

import pytest

from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport
from goldenthread.reports.check.terminal import render_text
from tests.unit.reports.plans import (
    CLIMATE,
    cover,
    make_combined,
    make_plan,
    make_report,
    make_text,
)

LONG = "A very long title of a plan for the years ahead " * 5


@pytest.mark.parametrize(
    "report",
    [
        make_report(),
        make_report(make_plan("a-long-path/" * 9 + "plan.pdf", make_text(LONG))),
        make_combined(2),
        make_combined(12),
        make_combined(40),
    ],
)
def test_it_keeps_to_80_columns(report: CheckReport) -> None:
    assert max(map(len, render_text(report).splitlines())) <= 80


def test_it_says_verdicts_in_words_beside_symbols() -> None:
    text = render_text(make_report())
    assert "◐ Partly evidenced" in text
    assert "✗ Not found" in text


def test_it_can_do_without_symbols() -> None:
    text = render_text(make_report(), plain=True)
    assert text.isascii()
    assert "Partly evidenced" in text


def test_it_names_the_gaps_with_statute_and_what_was_not_found() -> None:
    text = render_text(make_report())
    assert "- The particular needs of victims of abuse (NHS Act 2006 s.14Z52)" in text
    assert "not found: Steps for the particular needs of victims" in text


def test_it_lists_no_gaps_where_every_must_is_answered() -> None:
    answered = replace(make_plan(), requirements=(cover(CLIMATE, Verdict.EVIDENCED, points="ee"),))
    text = render_text(make_report(answered))
    assert "Gaps" not in text
    assert "No gap was found in 1 legal requirement." in " ".join(text.split())


def test_it_warns_of_unreadable_pages() -> None:
    assert "Warning: 1 page of 4 has no readable text: 4." in render_text(make_report())


def test_it_keeps_must_should_and_expectations_apart() -> None:
    text = render_text(make_report())
    assert text.index("What the law requires (must)") < text.index("What guidance recommends")
    assert "What is expected (expects)" in text


def test_it_lists_files_that_could_not_be_read() -> None:
    assert "  - scan.pdf: The file is empty." in render_text(make_combined())


def test_it_counts_documents_where_there_are_too_many_for_columns() -> None:
    text = render_text(make_combined(13))
    assert "Documents by verdict" in text
    assert "M  plans/12.pdf" in text
