"""From points to a verdict on the requirement. Pure."""

from collections.abc import Sequence

from goldenthread.law.modality import Modality
from goldenthread.law.requirement import Point
from goldenthread.law.verdict import Verdict


def verdict_of_point(is_evidenced: bool, *, has_unread: bool) -> Verdict:
    """Say where a point stands; what is not found in a text with unread pages cannot be told."""
    if is_evidenced:
        return Verdict.EVIDENCED
    return Verdict.CANNOT_TELL if has_unread else Verdict.NOT_FOUND


def verdict_of_requirement(points: Sequence[Point], verdicts: Sequence[Verdict]) -> Verdict:
    """Say where a requirement stands.

    Evidenced: every point that is not a may is evidenced (where all are mays, one is).
    Partial: some point is. Otherwise what its points are.
    """
    evidenced = [verdict == Verdict.EVIDENCED for verdict in verdicts]
    if not any(evidenced):
        return verdicts[0]
    needed = [
        done
        for point, done in zip(points, evidenced, strict=True)
        if point.modality != Modality.MAY
    ]
    return Verdict.EVIDENCED if all(needed) else Verdict.PARTIAL
