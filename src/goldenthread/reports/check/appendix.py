"""The plan check as a Word appendix in the shape boards expect.

For each requirement: where it is addressed, a summary of the evidence, and the gap. Pure.
"""

from goldenthread.coverage.finding import (
    Evidence,
    EvidenceKind,
    PlanCoverage,
    RequirementCoverage,
)
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import (
    MACHINE_VERDICTS,
    CheckReport,
    CombinedRow,
    combine,
    find_gaps,
    group_by_modality,
)
from goldenthread.reports.check.sheet import Line, Sheet
from goldenthread.reports.check.wording import (
    LIMITS,
    MODALITIES,
    PROPOSAL,
    STRENGTHS,
    SYMBOLS,
    VERDICTS,
    letters,
    say_citation,
    say_day,
    say_place,
    say_read,
    say_summary,
    say_unreadable,
)

Cell = list[Line]

_HEADS = ("Requirement", "Where addressed", "Summary of evidence (quotes)", "Gap")
_WIDTHS = (6.6, 5.2, 9.3, 5.0)
_MOST_COLUMNS = 10


def render_docx(report: CheckReport) -> bytes:
    """Write the appendix as a Word file, ready to paste into a plan once a person has checked."""
    sheet = Sheet(_title(report), report.as_of)
    sheet.paragraph(
        f"Against the requirements for a {report.kind}, in the law and guidance as of "
        f"{say_day(report)}."
    )
    sheet.paragraph(PROPOSAL)
    if report.several:
        _write_documents(sheet, report)
        _write_combined(sheet, report)
    for plan in report.plans:
        _write_plan(sheet, report, plan, 3 if report.several else 2)
    sheet.heading("What this appendix is, and what it is not", level=2)
    for limit in LIMITS:
        sheet.paragraph(limit, bullet=True)
    sheet.paragraph(f"Made by Golden Thread {report.version}.")
    return sheet.save()


def _title(report: CheckReport) -> str:
    if report.several:
        return f"How {len(report.plans)} documents address the requirements"
    return f"How the plan addresses the requirements: {report.plans[0].text.title}"


def _write_plan(sheet: Sheet, report: CheckReport, plan: PlanCoverage, level: int) -> None:
    if report.several:
        sheet.heading(plan.text.title, level=2)
    sheet.paragraph(f"Read: {plan.name}, {say_read(plan.text)}.")
    if warning := say_unreadable(plan.text):
        sheet.paragraph(f"Warning: {warning}")
    sheet.paragraph(say_summary(plan))
    for modality, entries in group_by_modality(plan.requirements):
        sheet.heading(STRENGTHS[modality], level=level)
        rows = [_row(report, plan, entry) for entry in entries]
        sheet.table(f"{STRENGTHS[modality]}: {plan.text.title}", _HEADS, _WIDTHS, rows)


def _row(report: CheckReport, plan: PlanCoverage, entry: RequirementCoverage) -> list[Cell]:
    quoted = [found for found in report.shown(entry) if found.kind == EvidenceKind.EVIDENCE]
    title = plan.text.title
    return [
        _asked(report, entry),
        _where(quoted, title),
        _evidence(quoted) or _mention(entry, title),
        _gap(entry),
    ]


def _asked(report: CheckReport, entry: RequirementCoverage) -> Cell:
    asked = entry.requirement
    sources = [Line(say_citation(one, report.sources), quiet=True) for one in asked.citations]
    return [
        Line(asked.title, bold=True),
        Line(f"{SYMBOLS[entry.verdict]} {VERDICTS[entry.verdict]} (proposed)"),
        *sources,
    ]


def _where(quoted: list[Evidence], title: str) -> Cell:
    places = dict.fromkeys(say_place(found.passage, title) for found in quoted)
    return [Line(place) for place in places] or [Line("Nowhere found")]


def _evidence(quoted: list[Evidence]) -> Cell:
    cell: Cell = []
    for found in quoted:
        if found.passage.context:
            cell.append(Line(found.passage.context, quiet=True))
        cell.append(Line(f"“{found.passage.text}”"))
    return cell


def _mention(entry: RequirementCoverage, title: str) -> Cell:
    if not entry.evidence:
        return [Line("No passage found.")]
    place = say_place(entry.evidence[0].passage, title)
    return [Line(f"Only mentioned, nothing local said: {place}.")]


def _gap(entry: RequirementCoverage) -> Cell:
    if entry.verdict == Verdict.CANNOT_TELL and not entry.points:
        return [Line("Cannot tell: pages could not be read.")]
    gaps = [
        Line(f"{VERDICTS[found.verdict]}: {found.point.title} ({MODALITIES[found.point.modality]})")
        for found in entry.points
        if found.verdict != Verdict.EVIDENCED
    ]
    if gaps:
        return gaps
    found = entry.verdict == Verdict.EVIDENCED
    return [Line("None found" if found else f"{VERDICTS[entry.verdict]}: the whole requirement")]


def _write_documents(sheet: Sheet, report: CheckReport) -> None:
    sheet.heading("Documents", level=2)
    heads = ("", "Document", *(VERDICTS[verdict] for verdict in MACHINE_VERDICTS), "Gaps in law")
    rows = [
        [
            [Line(letters(place))],
            [Line(plan.text.title, bold=True), Line(plan.name, quiet=True)],
            *([Line(str(plan.counts[verdict]))] for verdict in MACHINE_VERDICTS),
            [Line(str(len(find_gaps(plan))))],
        ]
        for place, plan in enumerate(report.plans)
    ]
    sheet.table("Documents checked", heads, (1.2, 12.4, 2.5, 2.5, 2.5, 2.5, 2.5), rows)
    if report.failed:
        sheet.paragraph("Could not be read, and so not checked:")
    for one in report.failed:
        sheet.paragraph(f"{one.file}: {one.why}", bullet=True)


def _write_combined(sheet: Sheet, report: CheckReport) -> None:
    sheet.heading("Every requirement in every document", level=2)
    by_letter = len(report.plans) <= _MOST_COLUMNS
    names = [letters(place) for place in range(len(report.plans))] if by_letter else []
    heads = ("Requirement", *names, *(VERDICTS[verdict] for verdict in MACHINE_VERDICTS))
    wide = 26.1 - 1.0 * len(names) - 2.3 * len(MACHINE_VERDICTS)
    widths = (wide, *[1.0] * len(names), *[2.3] * len(MACHINE_VERDICTS))
    for modality, rows in group_by_modality(combine(report)):
        sheet.heading(STRENGTHS[modality], level=3)
        cells = [_combined_row(row, by_letter=by_letter) for row in rows]
        sheet.table(f"{STRENGTHS[modality]}: verdicts by document", heads, widths, cells)
    key = ", ".join(f"{SYMBOLS[one]} {VERDICTS[one].lower()}" for one in MACHINE_VERDICTS)
    sheet.paragraph(f"Key: {key}.")


def _combined_row(row: CombinedRow, *, by_letter: bool) -> list[Cell]:
    marks = [[Line(SYMBOLS[entry.verdict])] for entry in row.entries] if by_letter else []
    counts = [[Line(str(number))] for number in row.counts.values()]
    return [[Line(row.requirement.title)], *marks, *counts]
