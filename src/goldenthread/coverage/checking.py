"""The plan check: requirements and a text in, verdicts with their passages out.

Pure. A passage is evidence for a point if it is about the point and says something local.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from goldenthread.coverage.asked import Asked, ask
from goldenthread.coverage.denial import denies
from goldenthread.coverage.features import local_features, read_passages
from goldenthread.coverage.finding import (
    Evidence,
    EvidenceKind,
    PlanCoverage,
    PointCoverage,
    RequirementCoverage,
)
from goldenthread.coverage.subject import as_probability, find_signs, rate_subject
from goldenthread.coverage.verdicts import verdict_of_point, verdict_of_requirement
from goldenthread.documents.text import Text
from goldenthread.law.requirement import Point, Requirement
from goldenthread.learned import Floats, Weights

#: A passage is about a point from this probability on.
ABOUT = 0.12
#: Where few passages are about a requirement, the nearest are shown too, as mentions.
NEAR = 0.05
FEW = 3
#: A passage says something local from this probability on.
LOCAL = 0.5


def check_plan(
    requirements: Sequence[Requirement], text: Text, *, weights: Weights, name: str, most: int = 5
) -> PlanCoverage:
    """Say for each of `requirements` how far `text` answers it, and where.

    `name` is what the document is called in messages. At most `most` passages are given
    for a requirement, best first, evidence before mentions.
    """
    asked = ask(requirements)
    about, local = rate(asked, text, weights)
    has_unread = bool(text.unreadable_pages)
    entries = tuple(
        _cover(asked, at, text, about, local, most=most, has_unread=has_unread)
        for at in range(len(asked.requirements))
    )
    return PlanCoverage(name, text, entries)


def rate(asked: Asked, text: Text, weights: Weights) -> tuple[Floats, Floats]:
    """Give how probably each passage is about each point, and says something local."""
    readings = read_passages(text.passages)
    signs = find_signs(asked, readings, weights)
    learned = set(weights.subject.classes)
    is_known = np.array([each.id in learned for each in asked.requirements], dtype=bool)
    about = rate_subject(signs, weights, is_known)
    logits = weights.local.score([local_features(reading) for reading in readings])[:, 0]
    local = as_probability(logits)
    local[[denies(reading.words.stems) for reading in readings]] = 0
    return about, local


def _cover(
    asked: Asked,
    at: int,
    text: Text,
    about: Floats,
    local: Floats,
    *,
    most: int,
    has_unread: bool,
) -> RequirementCoverage:
    numbers = asked.of(at)
    points = [asked.points[number][1] for number in numbers]
    own = about[:, numbers]
    is_about = own >= ABOUT
    is_local = local >= LOCAL
    counts = is_about & is_local[:, None]
    verdicts = [
        verdict_of_point(bool(counts[:, column].any()), has_unread=has_unread)
        for column in range(len(points))
    ]
    strength = np.sqrt(own.max(axis=1, initial=0.0) * local)
    evidence = _passages(text, points, own, is_about, is_local, strength, most)
    return RequirementCoverage(
        requirement=asked.requirements[at],
        verdict=verdict_of_requirement(points, verdicts),
        score=max((each.score for each in evidence if each.kind == "evidence"), default=0.0),
        points=tuple(PointCoverage(*pair) for pair in zip(points, verdicts, strict=True)),
        evidence=evidence,
    )


def _passages(
    text: Text,
    points: Sequence[Point],
    own: Floats,
    is_about: npt.NDArray[np.bool_],
    is_local: npt.NDArray[np.bool_],
    strength: Floats,
    most: int,
) -> tuple[Evidence, ...]:
    likely = own.max(axis=1, initial=0.0)
    near = [row for row in np.argsort(-strength)[:FEW] if likely[row] >= NEAR]
    candidates = sorted({*np.flatnonzero(is_about.any(axis=1)), *near})
    counts = is_about.any(axis=1) & is_local
    order = sorted(candidates, key=lambda row: (not counts[row], -strength[row], row))
    return tuple(
        Evidence(
            passage=text.passages[int(row)],
            kind=EvidenceKind.EVIDENCE if counts[row] else EvidenceKind.MENTIONS,
            score=round(float(strength[row]), 3),
            points=tuple(points[int(column)].id for column in np.flatnonzero(is_about[row])),
        )
        for row in order[:most]
    )
