"""The plan check as one accessible HTML page: no script, no request, nothing outside the file.

Lays the values out for the template; every decision of what to show is made here, so that the
template holds none. Reads nothing but its own template.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from goldenthread.coverage.finding import (
    Evidence,
    EvidenceKind,
    PlanCoverage,
    PointCoverage,
    RequirementCoverage,
)
from goldenthread.law.citation import Citation
from goldenthread.law.modality import Modality
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check import wording
from goldenthread.reports.check.report import (
    MACHINE_VERDICTS,
    CheckReport,
    CombinedRow,
    combine,
    find_gaps,
    group_by_modality,
)
from goldenthread.reports.check.strip import HEIGHT, SCALE, Ruler, Strip


def render_html(report: CheckReport) -> str:
    """Write the report as one page of HTML."""
    documents = [_Document(report, plan, place) for place, plan in enumerate(report.plans)]
    return _template().render(
        report=report,
        documents=documents,
        combined=group_by_modality(combine(report)) if report.several else [],
        scale=SCALE,
        height=HEIGHT,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("goldenthread.reports.check"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=wording,
        verdict_of=_VerdictWords.of,
        verdicts=[_VerdictWords.of(verdict) for verdict in MACHINE_VERDICTS],
        anchor_of=_anchor_of,
    )
    return environment.get_template("page.html.j2")


@dataclass(frozen=True, slots=True)
class _VerdictWords:
    """A verdict as the page shows it: its key for the style, its symbol and its words."""

    verdict: Verdict
    symbol: str
    words: str

    @classmethod
    def of(cls, verdict: Verdict) -> "_VerdictWords":
        return cls(verdict, wording.SYMBOLS[verdict], wording.VERDICTS[verdict])


@dataclass(frozen=True)
class _Document:
    """One plan, laid out."""

    report: CheckReport
    plan: PlanCoverage
    place: int

    @property
    def anchor(self) -> str:
        return f"document-{self.place + 1}"

    @cached_property
    def ruler(self) -> Ruler:
        return Ruler(self.plan.text)

    @property
    def groups(self) -> "list[tuple[str, list[_Entry]]]":
        return [
            (wording.STRENGTHS[modality], [self._entry(entry) for entry in entries])
            for modality, entries in group_by_modality(self.plan.requirements)
        ]

    @property
    def gaps(self) -> "list[_Entry]":
        return [self._entry(entry) for entry in find_gaps(self.plan)]

    @property
    def partial_musts(self) -> "list[_Entry]":
        return [
            self._entry(entry)
            for entry in self.plan.requirements
            if entry.requirement.modality == Modality.MUST and entry.verdict == Verdict.PARTIAL
        ]

    def count(self, verdict: Verdict) -> int:
        return self.plan.counts[verdict]

    def _entry(self, entry: RequirementCoverage) -> "_Entry":
        return _Entry(self.report, entry, _anchor_of(self.place, entry), self.ruler)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One requirement in one plan, laid out."""

    report: CheckReport
    entry: RequirementCoverage
    anchor: str
    ruler: Ruler

    @property
    def strip(self) -> Strip:
        return self.ruler.mark(self.entry)

    @property
    def missing(self) -> list[PointCoverage]:
        return [found for found in self.entry.points if found.verdict != Verdict.EVIDENCED]

    @property
    def quotes(self) -> list[Evidence]:
        return self._shown(EvidenceKind.EVIDENCE)

    @property
    def mentions(self) -> list[Evidence]:
        return self._shown(EvidenceKind.MENTIONS)

    @property
    def hidden(self) -> int:
        return len(self.entry.evidence) - len(self.report.shown(self.entry))

    @property
    def sources(self) -> list[tuple[Citation, str]]:
        return [
            (citation, wording.say_citation(citation, self.report.sources))
            for citation in self.entry.requirement.citations
        ]

    def where(self, found: PointCoverage) -> str:
        """Say where evidence of one point stands."""
        return wording.say_where_point(self.entry, found.point.id)

    def points_of(self, evidence: Evidence) -> str:
        """Name the points a passage speaks to."""
        titles = {found.point.id: found.point.title for found in self.entry.points}
        return "; ".join(titles[point] for point in evidence.points if point in titles)

    def _shown(self, kind: EvidenceKind) -> list[Evidence]:
        return [found for found in self.report.shown(self.entry) if found.kind == kind]


def _anchor_of(place: int, entry: RequirementCoverage | CombinedRow) -> str:
    """Give the anchor of a requirement in the plan at `place`."""
    return f"document-{place + 1}-{entry.requirement.id}"
