"""What a plan check hands to its reports: the plans, what could not be read, and against what.

Values only.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from goldenthread.coverage.finding import Evidence, PlanCoverage, RequirementCoverage
from goldenthread.law.modality import Modality
from goldenthread.law.requirement import Requirement
from goldenthread.law.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be checked, and why, in one sentence."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """One plan check of one or several documents against the same requirements.

    `kind` is the kind of document in words (`joint forward plan`); the requirements are those
    in force on `as_of`. `several` tells a check of many files, whose reports carry a combined
    table, from that of one. `quotes` is how many passages a requirement shows; evidence beyond
    it still stands in the strip. `sources` gives the title of a source by its id. `version` is
    that of the program. One plan at least was read.
    """

    plans: tuple[PlanCoverage, ...]
    kind: str
    as_of: date
    version: str
    failed: tuple[Unread, ...] = ()
    several: bool = False
    quotes: int = 5
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """Give what every plan was checked against, in the pack's order."""
        return tuple(entry.requirement for entry in self.plans[0].requirements)

    def shown(self, entry: RequirementCoverage) -> tuple[Evidence, ...]:
        """Give the passages that are quoted for a requirement, best first."""
        return entry.evidence[: self.quotes]


@dataclass(frozen=True, slots=True)
class CombinedRow:
    """One requirement over all plans: its verdict in each, in the order of the plans."""

    requirement: Requirement
    entries: tuple[RequirementCoverage, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """Count the plans by verdict; every machine verdict has an entry."""
        found = Counter(entry.verdict for entry in self.entries)
        return {verdict: found[verdict] for verdict in MACHINE_VERDICTS}


MACHINE_VERDICTS = (
    Verdict.EVIDENCED,
    Verdict.PARTIAL,
    Verdict.NOT_FOUND,
    Verdict.CANNOT_TELL,
)


Entry = TypeVar("Entry", RequirementCoverage, CombinedRow)


def combine(report: CheckReport) -> tuple[CombinedRow, ...]:
    """Lay the plans side by side, one row for each requirement."""
    columns = zip(*(plan.requirements for plan in report.plans), strict=True)
    return tuple(CombinedRow(entries[0].requirement, entries) for entries in columns)


def group_by_modality(
    entries: tuple[Entry, ...],
) -> list[tuple[Modality, tuple[Entry, ...]]]:
    """Part what the law asks from guidance and the rest, strongest first; no empty group."""
    groups = (
        (modality, tuple(entry for entry in entries if entry.requirement.modality == modality))
        for modality in Modality
    )
    return [(modality, group) for modality, group in groups if group]


def find_gaps(plan: PlanCoverage) -> tuple[RequirementCoverage, ...]:
    """Give the musts that nothing in the plan answers, in the pack's order."""
    return tuple(entry for entry in plan.requirements if entry.is_gap)


def points_without_evidence(entry: RequirementCoverage) -> tuple[str, ...]:
    """Give the titles of the points that are not evidenced; the requirement's if it has none."""
    if entry.verdict == Verdict.EVIDENCED and not entry.points:
        return ()
    open_points = tuple(
        found.point.title for found in entry.points if found.verdict != Verdict.EVIDENCED
    )
    return open_points if entry.points else (entry.requirement.title,)
