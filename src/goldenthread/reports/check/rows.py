"""The plan check as CSV: one row for each requirement of each document.

Pure. Text is never taken for a formula: an apostrophe stands before a cell that a
spreadsheet would run.
"""

import csv
import io

from goldenthread.coverage.finding import EvidenceKind, RequirementCoverage
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport
from goldenthread.reports.check.wording import say_citation, say_where, section_path, statutes_of

Cell = str | int | float | None

CSV_COLUMNS = (
    "file", "document", "id", "requirement", "modality", "verdict", "score", "gap",
    "parts_evidenced", "parts_not_evidenced", "evidence_at", "mentions_at", "best_quote",
    "best_quote_section", "best_quote_page", "statute", "source", "not_read_because",
)  # fmt: skip
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def render_csv(report: CheckReport) -> bytes:
    """Write one row for each requirement of each document, in UTF-8 with a byte-order mark.

    The mark makes Excel read accents and dashes rightly; other programs read it as
    `utf-8-sig`. A file that could not be read has one row that says why.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(CSV_COLUMNS)
    for plan in report.plans:
        for entry in plan.requirements:
            row = [plan.name, plan.text.title, *_requirement(report, entry), ""]
            writer.writerow([_safe(cell) for cell in row])
    for one in report.failed:
        gap = [""] * (len(CSV_COLUMNS) - 2)
        writer.writerow([_safe(cell) for cell in (one.file, *gap, one.why)])
    return lines.getvalue().encode("utf-8-sig")


def _requirement(report: CheckReport, entry: RequirementCoverage) -> list[Cell]:
    asked = entry.requirement
    shown = [found for found in report.shown(entry) if found.kind == EvidenceKind.EVIDENCE]
    best = shown[0].passage if shown else None
    return [
        asked.id,
        asked.title,
        asked.modality.value,
        entry.verdict.value,
        round(entry.score, 3),
        "yes" if entry.is_gap else "no",
        _points(entry, evidenced=True),
        _points(entry, evidenced=False),
        say_where(entry, EvidenceKind.EVIDENCE),
        say_where(entry, EvidenceKind.MENTIONS),
        best.text if best else "",
        section_path(best) if best else "",
        best.page if best else None,
        statutes_of(asked),
        " | ".join(say_citation(citation, report.sources) for citation in asked.citations),
    ]


def _points(entry: RequirementCoverage, *, evidenced: bool) -> str:
    return "; ".join(
        found.point.title
        for found in entry.points
        if (found.verdict == Verdict.EVIDENCED) == evidenced
    )


def _safe(cell: Cell) -> Cell:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    if isinstance(cell, str) and cell.startswith(_RUNS):
        return f"'{cell}"
    return cell
