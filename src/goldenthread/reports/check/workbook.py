"""The plan check as an Excel workbook: a summary, the requirements, their points and passages.

Pure. Every text is stored as text: nothing from a plan can run as a formula or become a link.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from goldenthread.coverage.finding import EvidenceKind, PlanCoverage, RequirementCoverage
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import (
    MACHINE_VERDICTS,
    CheckReport,
    CombinedRow,
    combine,
    find_gaps,
)
from goldenthread.reports.check.wording import (
    KINDS,
    LIMITS,
    MODALITIES,
    PROPOSAL,
    VERDICTS,
    join_numbers,
    say_citation,
    say_day,
    say_where,
    section_path,
    statutes_of,
)

Cell = str | int | float | None
Column = tuple[str, int]

# Excel holds 32,767 characters in a cell.
_LONGEST_CELL = 32_000
_COLOURS = {
    Verdict.EVIDENCED: ("#E1F3E6", "#00401E"),
    Verdict.PARTIAL: ("#FFF2CC", "#574000"),
    Verdict.NOT_FOUND: ("#FBE4E2", "#7A120B"),
    Verdict.CANNOT_TELL: ("#E9E7F5", "#2F2673"),
    Verdict.DOES_NOT_MEET: ("#FBE4E2", "#7A120B"),
}
_DOCUMENTS: tuple[Column, ...] = (
    ("File", 34), ("Document", 44), ("Pages", 8), ("Words", 10), ("Passages", 10),
    ("Unreadable pages", 18), ("Evidenced", 11), ("Partly evidenced", 11), ("Not found", 11),
    ("Cannot tell", 11), ("Gaps in the law", 11), ("Text hash (SHA-256)", 24),
)  # fmt: skip
_REQUIREMENTS: tuple[Column, ...] = (
    ("File", 24), ("Id", 26), ("Requirement", 40), ("Strength", 10), ("Verdict", 17),
    ("Gap", 7), ("Score", 8), ("Evidence at", 26), ("Mentions at", 26), ("Statute", 26),
    ("Source", 50),
)  # fmt: skip
_POINTS: tuple[Column, ...] = (
    ("File", 24), ("Requirement id", 26), ("Point id", 20), ("Point", 60), ("Strength", 10),
    ("Verdict", 17),
)  # fmt: skip
_PASSAGES: tuple[Column, ...] = (
    ("File", 24), ("Requirement id", 26), ("Kind", 10), ("Score", 8), ("Page", 7),
    ("Section", 36), ("Lead-in or header", 30), ("Quote, word for word", 80), ("Speaks to", 30),
    ("Passage id", 12),
)  # fmt: skip


def render_xlsx(report: CheckReport) -> bytes:
    """Write the workbook; the same report gives the same bytes."""
    held = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(held, options) as book:
        day = datetime.combine(report.as_of, datetime.min.time())
        book.set_properties({"title": _title(report), "created": day})
        sheets = _Sheets(book)
        _write_summary(sheets, report)
        if report.several:
            _write_combined(sheets, report)
        _write_requirements(sheets, report)
        _write_points(sheets, report)
        _write_passages(sheets, report)
    return held.getvalue()


class _Sheets:
    """Writes tables into a workbook: a marked header that stays in sight, text as text."""

    def __init__(self, book: Any) -> None:  # xlsxwriter brings no types
        self._book = book
        self._head = book.add_format(
            {"bold": True, "bg_color": "#003087", "font_color": "#FFFFFF", "text_wrap": True,
             "valign": "top"}
        )  # fmt: skip
        self.bold = book.add_format({"bold": True, "font_size": 14})
        self._body = book.add_format({"text_wrap": True, "valign": "top"})
        self._verdicts = {
            VERDICTS[verdict]: book.add_format(
                {"bg_color": ground, "font_color": ink, "valign": "top", "bold": True}
            )
            for verdict, (ground, ink) in _COLOURS.items()
        }

    def add(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
        """Add a sheet with one table, filtered and frozen below its header."""
        sheet = self._book.add_worksheet(name)
        last = self.table(sheet, 0, columns, rows)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def sheet(self, name: str) -> Any:
        return self._book.add_worksheet(name)

    def table(
        self, sheet: Any, top: int, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]
    ) -> int:
        """Write a header and its rows from row `top`; give the last row written."""
        for at, (title, width) in enumerate(columns):
            sheet.set_column(at, at, width)
            sheet.write_string(top, at, title, self._head)
        last = top
        for last, row in enumerate(rows, top + 1):
            for at, cell in enumerate(row):
                self.write(sheet, last, at, cell)
        return last

    def write(self, sheet: Any, row: int, at: int, cell: Cell) -> None:
        """Write one cell: a number as a number, anything else as text, none as blank."""
        if isinstance(cell, str):
            style = self._verdicts.get(cell, self._body)
            sheet.write_string(row, at, _fit(cell), style)
        elif cell is not None:
            sheet.write_number(row, at, cell, self._body)


def _title(report: CheckReport) -> str:
    if report.several:
        return f"Plan check of {len(report.plans)} documents"
    return f"Plan check: {report.plans[0].text.title}"


def _write_summary(sheets: _Sheets, report: CheckReport) -> None:
    sheet = sheets.sheet("Summary")
    sheet.write_string(0, 0, _fit(_title(report)), sheets.bold)
    about = f"Against the requirements for a {report.kind}, law and guidance as of"
    sheet.write_string(1, 0, f"{about} {say_day(report)}. goldenthread {report.version}")
    last = sheets.table(sheet, 3, _DOCUMENTS, map(_document, report.plans))
    for one in report.failed:
        last += 1
        sheets.write(sheet, last, 0, one.file)
        sheets.write(sheet, last, 1, f"Could not be read: {one.why}")
    for at, note in enumerate((PROPOSAL, *LIMITS), last + 2):
        sheet.write_string(at, 0, note)
    sheet.freeze_panes(4, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _document(plan: PlanCoverage) -> list[Cell]:
    text = plan.text
    return [
        plan.name,
        text.title,
        text.pages,
        text.words,
        len(text.passages),
        join_numbers(text.unreadable_pages),
        *(plan.counts[verdict] for verdict in MACHINE_VERDICTS),
        len(find_gaps(plan)),
        text.text_sha256,
    ]


def _write_combined(sheets: _Sheets, report: CheckReport) -> None:
    columns = [("Id", 26), ("Requirement", 40), ("Strength", 10)]
    columns += [(VERDICTS[verdict], 10) for verdict in MACHINE_VERDICTS]
    columns += [(plan.name, 18) for plan in report.plans]
    sheets.add("Combined", columns, map(_combined, combine(report)))


def _combined(row: CombinedRow) -> list[Cell]:
    return [
        row.requirement.id,
        row.requirement.title,
        MODALITIES[row.requirement.modality],
        *(row.counts[verdict] for verdict in MACHINE_VERDICTS),
        *(VERDICTS[entry.verdict] for entry in row.entries),
    ]


def _write_requirements(sheets: _Sheets, report: CheckReport) -> None:
    rows = (
        [plan.name, *_requirement(report, entry)]
        for plan in report.plans
        for entry in plan.requirements
    )
    sheets.add("Requirements", _REQUIREMENTS, rows)


def _requirement(report: CheckReport, entry: RequirementCoverage) -> list[Cell]:
    asked = entry.requirement
    return [
        asked.id,
        asked.title,
        MODALITIES[asked.modality],
        VERDICTS[entry.verdict],
        "Gap" if entry.is_gap else "",
        round(entry.score, 3),
        say_where(entry, EvidenceKind.EVIDENCE),
        say_where(entry, EvidenceKind.MENTIONS),
        statutes_of(asked),
        "\n".join(say_citation(citation, report.sources) for citation in asked.citations),
    ]


def _write_points(sheets: _Sheets, report: CheckReport) -> None:
    rows = (
        [
            plan.name,
            entry.requirement.id,
            found.point.id,
            found.point.title,
            MODALITIES[found.point.modality],
            VERDICTS[found.verdict],
        ]
        for plan in report.plans
        for entry in plan.requirements
        for found in entry.points
    )
    sheets.add("Points", _POINTS, rows)


def _write_passages(sheets: _Sheets, report: CheckReport) -> None:
    rows = (
        [
            plan.name,
            entry.requirement.id,
            KINDS[found.kind],
            round(found.score, 3),
            found.passage.page,
            section_path(found.passage),
            found.passage.context,
            found.passage.text,
            "; ".join(found.points),
            found.passage.id,
        ]
        for plan in report.plans
        for entry in plan.requirements
        for found in report.shown(entry)
    )
    sheets.add("Passages", _PASSAGES, rows)


def _fit(text: str) -> str:
    """Cut text that Excel could not hold, and say so."""
    if len(text) <= _LONGEST_CELL:
        return text
    return f"{text[:_LONGEST_CELL]} [cut: the cell is full]"
