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

    Evidenced: at least half of the points that are not a may are evidenced (where all are
    mays, one is). Partial: some point is. Otherwise what its points are. Readers judge a
    requirement by its main parts; which points lack evidence is always said beside it.
    """
    evidenced = [verdict == Verdict.EVIDENCED for verdict in verdicts]
    if not any(evidenced):
        return verdicts[0]
    needed = [
        done
        for point, done in zip(points, evidenced, strict=True)
        if point.modality != Modality.MAY
    ]
    return Verdict.EVIDENCED if 2 * sum(needed) >= len(needed) else Verdict.PARTIAL
