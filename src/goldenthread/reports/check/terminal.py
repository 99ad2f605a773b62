"""The plan check as plain text for a terminal, no line wider than 80 columns.

Pure. Symbols always stand beside words; `plain` leaves them out where they cannot be shown.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.coverage.finding import EvidenceKind, PlanCoverage, RequirementCoverage
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import (
    MACHINE_VERDICTS,
    CheckReport,
    combine,
    find_gaps,
    group_by_modality,
    points_without_evidence,
)
from goldenthread.reports.check.wording import (
    LIMITS,
    PROPOSAL,
    STRENGTHS,
    SYMBOLS,
    VERDICTS,
    letters,
    say_day,
    say_read,
    say_summary,
    say_unreadable,
    say_where,
    statutes_of,
)

WIDTH = 80
_TITLE, _VERDICT, _WHERE = 40, 19, 19
_MOST_COLUMNS = 12
_MOST_PAGES = 4
_MOST_SECTIONS = 1


def render_text(report: CheckReport, *, plain: bool = False) -> str:
    """Write the report for a terminal; `plain` uses letters only."""
    pages = _Sheet(report, {} if plain else SYMBOLS)
    lines = pages.several() if report.several else pages.one(report.plans[0])
    return "\n".join(line.rstrip() for line in lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines of one report."""

    report: CheckReport
    symbols: dict[Verdict, str]

    def one(self, plan: PlanCoverage) -> list[str]:
        return [*self._about(plan), *self._table(plan), *self._gaps(plan), *self._notes()]

    def several(self) -> list[str]:
        report = self.report
        lines = _wrap(f"Plan check of {len(report.plans)} documents")
        lines += _wrap(f"Against: {report.kind}, law and guidance as of {say_day(report)}")
        lines += ["", *self._documents(), *self._failed(), "", *self._combined()]
        for plan in report.plans:
            lines += ["", "=" * WIDTH, *self._about(plan), *self._gaps(plan)]
        return [*lines, *self._notes()]

    def _about(self, plan: PlanCoverage) -> list[str]:
        lines = _wrap(plan.text.title)
        if plan.name != plan.text.title:
            lines += _wrap(f"File: {plan.name}")
        lines += _wrap(f"Read: {say_read(plan.text)}")
        if not self.report.several:
            day = say_day(self.report)
            lines += _wrap(f"Against: {self.report.kind}, law and guidance as of {day}")
        if warning := say_unreadable(plan.text):
            lines += ["", *_wrap(f"Warning: {warning}")]
        return [*lines, "", *_wrap(say_summary(plan))]

    def _table(self, plan: PlanCoverage) -> list[str]:
        lines = []
        for modality, entries in group_by_modality(plan.requirements):
            lines += ["", _rule(), *_row((STRENGTHS[modality], "Verdict", "Where")), _rule()]
            for entry in entries:
                lines += _row((entry.requirement.title, self._say(entry.verdict), _place(entry)))
        return [*lines, _rule(), self._totals(plan)]

    def _totals(self, plan: PlanCoverage) -> str:
        counts = plan.counts
        return "   ".join(f"{self._say(one)}: {counts[one]}" for one in MACHINE_VERDICTS)

    def _gaps(self, plan: PlanCoverage) -> list[str]:
        gaps = find_gaps(plan)
        if not gaps:
            return []
        lines = ["", "Gaps: legal requirements that nothing in the document answers"]
        for entry in gaps:
            statutes = statutes_of(entry.requirement)
            basis = f" ({statutes})" if statutes else ""
            lines += _wrap(f"{entry.requirement.title}{basis}", first="  - ", then="    ")
            for title in points_without_evidence(entry):
                lines += _wrap(title, first="      not found: ", then=" " * 17)
        return lines

    def _documents(self) -> list[str]:
        lines = [_rule(), *_wide(("Document", "Evid.", "Part", "Not f.", "?", "Gaps")), _rule()]
        for place, plan in enumerate(self.report.plans):
            numbers = (plan.counts[verdict] for verdict in MACHINE_VERDICTS)
            name = f"{letters(place)}  {plan.name}"
            lines += _wide((name, *map(str, numbers), str(len(find_gaps(plan)))))
        return [*lines, _rule()]

    def _failed(self) -> list[str]:
        if not self.report.failed:
            return []
        lines = ["", "Could not be read, and so not checked:"]
        for one in self.report.failed:
            lines += _wrap(f"{one.file}: {one.why}", first="  - ", then="    ")
        return lines

    def _combined(self) -> list[str]:
        if len(self.report.plans) > _MOST_COLUMNS:
            return self._combined_counts()
        heads = [letters(place) for place in range(len(self.report.plans))]
        marks = {**_LETTERS, **self.symbols}
        lines = []
        for modality, rows in group_by_modality(combine(self.report)):
            lines += ["", _rule(), *_matrix(STRENGTHS[modality], heads), _rule()]
            for row in rows:
                cells = [marks[entry.verdict] for entry in row.entries]
                lines += _matrix(row.requirement.title, cells)
        key = (f"{marks[verdict]} {VERDICTS[verdict].lower()}" for verdict in MACHINE_VERDICTS)
        return [*lines, _rule(), "Key: " + ", ".join(key)]

    def _combined_counts(self) -> list[str]:
        lines = []
        for modality, rows in group_by_modality(combine(self.report)):
            title = STRENGTHS[modality]
            lines += ["", _rule(), *_wide((title, "Evid.", "Part", "Not f.", "?", "")), _rule()]
            for row in rows:
                numbers = (str(row.counts[verdict]) for verdict in MACHINE_VERDICTS)
                lines += _wide((row.requirement.title, *numbers, ""))
        return [*lines, _rule(), "Documents by verdict; ? = cannot tell."]

    def _notes(self) -> list[str]:
        lines = ["", "What this check can and cannot say"]
        for note in (PROPOSAL, *LIMITS):
            lines += _wrap(note, first="  - ", then="    ")
        return [*lines, "", f"goldenthread {self.report.version}"]

    def _say(self, verdict: Verdict) -> str:
        symbol = self.symbols.get(verdict)
        return f"{symbol} {VERDICTS[verdict]}" if symbol else VERDICTS[verdict]


_LETTERS = {
    Verdict.EVIDENCED: "E",
    Verdict.PARTIAL: "P",
    Verdict.NOT_FOUND: "N",
    Verdict.CANNOT_TELL: "?",
    Verdict.DOES_NOT_MEET: "X",
}


def _place(entry: RequirementCoverage) -> str:
    """Say where the evidence is; failing that, where the subject is mentioned."""
    has_pages = any(found.passage.page is not None for found in entry.evidence)
    most = _MOST_PAGES if has_pages else _MOST_SECTIONS
    if place := say_where(entry, EvidenceKind.EVIDENCE, most):
        return place
    mentions = say_where(entry, EvidenceKind.MENTIONS, most)
    return f"mentioned: {mentions}" if mentions else "no passage"


def _row(cells: Sequence[str]) -> list[str]:
    return _lay_out(cells, (_TITLE, _VERDICT, _WHERE))


def _wide(cells: Sequence[str]) -> list[str]:
    return _lay_out(cells, (46, 6, 6, 6, 5, 5), narrow_right=True)


def _matrix(title: str, cells: Sequence[str]) -> list[str]:
    return _lay_out((title, *cells), (WIDTH - 3 * len(cells) - 1, *[2] * len(cells)))


def _lay_out(
    cells: Sequence[str], widths: Sequence[int], *, narrow_right: bool = False
) -> list[str]:
    """Set cells side by side, each wrapped to its column; numbers to the right if asked."""
    columns = [
        textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(len(column) for column in columns)
    lines = []
    for at in range(height):
        parts = [column[at] if at < len(column) else "" for column in columns]
        laid = [
            part.rjust(width) if narrow_right and place else part.ljust(width)
            for place, (part, width) in enumerate(zip(parts, widths, strict=True))
        ]
        lines.append(" ".join(laid))
    return lines


def _wrap(text: str, *, first: str = "", then: str | None = None) -> list[str]:
    after = first if then is None else then
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False
    )


def _rule() -> str:
    return "-" * WIDTH
