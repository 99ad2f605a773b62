"""The words of the reports."""

from goldenthread.coverage.finding import EvidenceKind
from goldenthread.law.citation import Citation
from goldenthread.reports.check.wording import (
    count_of,
    join_numbers,
    say_citation,
    say_context,
    say_place,
    say_read,
    say_summary,
    say_unreadable,
    say_where,
)
from tests.unit.reports.plans import CLIMATE, FORMULA, OPENING, make_plan, make_text


def test_it_counts_in_the_singular_and_the_plural() -> None:
    assert (count_of(1, "page"), count_of(2_800, "page")) == ("1 page", "2,800 pages")


def test_it_writes_runs_of_pages_as_ranges() -> None:
    assert join_numbers([9, 2, 5, 6, 7, 11, 12]) == "2, 5 to 7, 9, 11, 12"


def test_it_leaves_pages_out_where_the_format_has_none() -> None:
    assert say_read(make_text(pages=None, unreadable_pages=())) == "24 words, 4 passages"


def test_it_says_nothing_of_unreadable_pages_where_all_were_read() -> None:
    assert say_unreadable(make_text(unreadable_pages=())) is None


def test_it_sums_up_in_plain_english() -> None:
    assert say_summary(make_plan()) == (
        "Of 4 requirements, 1 is evidenced, 1 partly evidenced, 1 not found and 1 that cannot be "
        "told. 1 of the 2 legal requirements is a gap: nothing was found that answers it."
    )


def test_it_places_a_passage_by_section_and_page() -> None:
    assert say_place(FORMULA) == "Enablers > Greener NHS, page 3"
    assert say_place(OPENING) == "Before the first heading, page 1"
    assert say_place(FORMULA, "Enablers") == "Greener NHS, page 3"


def test_it_tells_a_table_header_from_a_lead_in() -> None:
    assert say_context(FORMULA) == "Table columns: Risk | Step"


def test_it_says_where_evidence_stands_apart_from_mentions() -> None:
    climate = make_plan().requirements[0]
    assert say_where(climate, EvidenceKind.EVIDENCE) == "p. 3"
    assert say_where(make_plan().requirements[1], EvidenceKind.MENTIONS) == ""


def test_it_writes_a_source_with_statute_title_heading_and_line() -> None:
    written = say_citation(CLIMATE.citations[0], {"jfp-guidance-2022": "The guidance"})
    assert written == "NHS Act 2006 s.14Z44, The guidance, ‘Duty as to climate change’, line 303"


def test_it_says_when_a_source_is_unverified() -> None:
    assert "not yet checked" in say_citation(Citation("bill", unverified=True), {})
