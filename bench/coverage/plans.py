"""The plan check against a reader's verdicts on whole plans."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.coverage.material import Plan
from goldenthread.coverage.checking import check_plan
from goldenthread.coverage.finding import PlanCoverage
from goldenthread.documents.reading import read_text
from goldenthread.law.requirement import Requirement
from goldenthread.learned import Weights

CLASSES = ("evidenced", "partial", "not_found")


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement of one plan: what the reader said, what the machine said, and where."""

    plan: str
    requirement: str
    truth: str
    said: str
    in_doubt: bool
    first_true: int | None  # place of the first true passage among those given, from 1
    has_passages: bool


def check_plans(
    plans: Sequence[Plan], requirements: Sequence[Requirement], weights: Weights
) -> list[Row]:
    """Check each plan and lay the machine's verdicts beside the reader's."""
    rows = []
    for plan in plans:
        asked = [each for each in requirements if plan.kind in each.document_kinds]
        found = check_plan(asked, read_text(plan.path), weights=weights, name=plan.name)
        rows.extend(compare(plan, found))
    return rows


def compare(plan: Plan, found: PlanCoverage) -> list[Row]:
    """Lay one plan's verdicts beside its reader's."""
    rows = []
    for entry in found.requirements:
        judged = plan.judgements.get(entry.requirement.id)
        if judged is None:
            continue
        places = [
            place
            for place, each in enumerate(entry.evidence, 1)
            if any(quote in each.passage.text for quote in judged.evidence)
        ]
        rows.append(
            Row(
                plan.name,
                entry.requirement.id,
                judged.verdict,
                str(entry.verdict),
                judged.in_doubt,
                places[0] if places else None,
                bool(judged.evidence),
            )
        )
    return rows
