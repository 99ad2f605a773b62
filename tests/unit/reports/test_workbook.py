"""The plan check as an Excel workbook, read back by another library."""

import io
from dataclasses import replace

from openpyxl import Workbook, load_workbook

from goldenthread.coverage.finding import Evidence, EvidenceKind
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport
from goldenthread.reports.check.workbook import render_xlsx
from tests.unit.reports.plans import (
    CLIMATE,
    FORMULA,
    cover,
    make_combined,
    make_plan,
    make_report,
    make_text,
)


def open_book(report: CheckReport) -> Workbook:
    return load_workbook(io.BytesIO(render_xlsx(report)))


def test_it_has_a_sheet_for_each_question() -> None:
    assert open_book(make_report()).sheetnames == ["Summary", "Requirements", "Points", "Passages"]
    assert "Combined" in open_book(make_combined()).sheetnames


def test_it_keeps_headers_in_sight() -> None:
    book = open_book(make_report())
    assert [book[name].freeze_panes for name in book.sheetnames] == ["A5", "A2", "A2", "A2"]
    assert book["Passages"].column_dimensions["H"].width > 60


def test_it_stores_text_as_text_and_numbers_as_numbers() -> None:
    entry = cover(
        CLIMATE, Verdict.EVIDENCED, Evidence(FORMULA, EvidenceKind.EVIDENCE, 0.9), points="ee"
    )
    sheet = open_book(make_report(replace(make_plan(), requirements=(entry,))))["Passages"]
    assert sheet["H2"].value == FORMULA.text
    assert sheet["H2"].data_type == "s"
    assert sheet["E2"].value == 3


def test_it_cuts_what_a_cell_cannot_hold_and_says_so() -> None:
    long = replace(FORMULA, text="a " * 20_000)
    entry = cover(
        CLIMATE, Verdict.EVIDENCED, Evidence(long, EvidenceKind.EVIDENCE, 0.9), points="ee"
    )
    sheet = open_book(make_report(replace(make_plan(), requirements=(entry,))))["Passages"]
    assert sheet["H2"].value.endswith("[cut: the cell is full]")


def test_it_sums_up_each_document_and_names_the_unread() -> None:
    sheet = open_book(make_combined(2))["Summary"]
    assert [cell.value for cell in sheet[5]][:6] == [
        "plans/0.pdf", "Joint Forward Plan for Exampleshire", 4, 24, 4, "4",
    ]  # fmt: skip
    assert sheet["A7"].value == "scan.pdf"
    assert "The file is empty." in sheet["B7"].value


def test_it_lays_documents_side_by_side() -> None:
    sheet = open_book(make_combined(2))["Combined"]
    assert [cell.value for cell in sheet[3]] == [
        "jfp.victims-of-abuse", "The particular needs of victims of abuse", "Must",
        0, 0, 2, 0, "Not found", "Not found",
    ]  # fmt: skip


def test_it_gives_the_same_bytes_for_the_same_report() -> None:
    assert render_xlsx(make_report()) == render_xlsx(make_report())


def test_it_writes_a_document_without_pages() -> None:
    plan = make_plan("plan.docx", make_text(pages=None, unreadable_pages=()))
    assert open_book(make_report(plan))["Summary"]["C5"].value is None
