"""The plan check as a Word appendix, read back."""

import io
from dataclasses import replace
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from goldenthread.reports.check.appendix import render_docx
from goldenthread.reports.check.report import CheckReport
from tests.unit.reports.plans import GREEN, make_combined, make_plan, make_report, make_text


def open_appendix(report: CheckReport) -> Any:
    return docx.Document(io.BytesIO(render_docx(report)))


def test_it_says_requirement_where_evidence_and_gap() -> None:
    table = open_appendix(make_report()).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        "Requirement", "Where addressed", "Summary of evidence (quotes)", "Gap",
    ]  # fmt: skip
    requirement, where, evidence, gap = (cell.text for cell in table.rows[1].cells)
    assert "NHS Act 2006 s.14Z44" in requirement
    assert "◐ Partly evidenced (proposed)" in requirement
    assert where == "Enablers > Greener NHS, page 3"
    assert f"“{GREEN.text}”" in evidence
    assert gap == "Not found: Adaptation to climate change (Must)"


def test_it_repeats_and_marks_the_header_of_every_table() -> None:
    for table in open_appendix(make_combined(3)).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_it_is_landscape_titled_and_in_british_english() -> None:
    document = open_appendix(make_report())
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert "Joint Forward Plan for Exampleshire" in document.core_properties.title
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {
        "en-GB"
    }


def test_it_keeps_strengths_apart_under_headings() -> None:
    headings = [
        paragraph.text
        for paragraph in open_appendix(make_report()).paragraphs
        if paragraph.style.name == "Heading 2"
    ]
    assert headings == [
        "What the law requires (must)", "What guidance recommends (should)",
        "What is expected (expects)", "What this appendix is, and what it is not",
    ]  # fmt: skip


def test_it_says_that_a_machine_proposes_and_warns_of_unreadable_pages() -> None:
    said = [paragraph.text for paragraph in open_appendix(make_report()).paragraphs]
    assert any("proposals made by a machine" in text for text in said)
    assert any(text.startswith("Warning: 1 page of 4") for text in said)


def test_it_lays_documents_side_by_side_and_names_the_unread() -> None:
    document = open_appendix(make_combined(2))
    assert [cell.text for cell in document.tables[1].rows[2].cells][:3] == [
        "The particular needs of victims of abuse", "✗", "✗",
    ]  # fmt: skip
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "scan.pdf: The file is empty." in said


def test_it_counts_documents_where_there_are_too_many_for_columns() -> None:
    table = open_appendix(make_combined(11)).tables[1]
    assert [cell.text for cell in table.rows[1].cells][1:] == ["0", "11", "0", "0"]


def test_it_writes_what_xml_cannot_hold() -> None:
    odd = replace(make_plan(), text=make_text("A\x00 plan\x0b \ud800 here"))
    assert "A plan  here" in open_appendix(make_report(odd)).core_properties.title
