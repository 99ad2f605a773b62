"""What the plan check says of one document: verdicts with the passages they rest on.

Values only.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.documents.text import Passage, Text
from goldenthread.law.requirement import Point, Requirement
from goldenthread.law.verdict import Verdict


class EvidenceKind(StrEnum):
    """Whether a passage says something local (evidence) or only names the subject (mentions)."""

    EVIDENCE = "evidence"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage offered for one requirement.

    `score` runs from 0 to 1 and orders passages within a requirement; it is not a
    probability of compliance. `points` are the ids of the points it speaks to. The quote is
    `passage.text`, verbatim.
    """

    passage: Passage
    kind: EvidenceKind
    score: float
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PointCoverage:
    """How far the document answers one point."""

    point: Point
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class RequirementCoverage:
    """How far the document answers one requirement: a proposal for a person to confirm.

    `evidence` is best first, evidence before mentions. `score` is that of the best piece
    of evidence, 0 if there is none.
    """

    requirement: Requirement
    verdict: Verdict
    score: float
    points: tuple[PointCoverage, ...]
    evidence: tuple[Evidence, ...]

    @property
    def is_gap(self) -> bool:
        """Say whether this is a must that nothing in the document answers."""
        return self.requirement.modality == "must" and self.verdict == Verdict.NOT_FOUND


@dataclass(frozen=True, slots=True)
class PlanCoverage:
    """The plan check of one document: one entry for each requirement, in the pack's order."""

    name: str
    text: Text
    requirements: tuple[RequirementCoverage, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """Count the requirements by verdict; every machine verdict has an entry."""
        found = Counter(entry.verdict for entry in self.requirements)
        machine = (
            Verdict.EVIDENCED,
            Verdict.PARTIAL,
            Verdict.NOT_FOUND,
            Verdict.CANNOT_TELL,
        )
        return {verdict: found[verdict] for verdict in machine}
