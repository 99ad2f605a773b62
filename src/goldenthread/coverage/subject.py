"""What a passage is about: signs of kinship with requirements and points, as numbers.

Pure. Signs come from phrases to look for, from likeness of words, and from what was learned
of the requirements we know. How they are weighed was learned too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from goldenthread.coverage.asked import Asked
from goldenthread.coverage.features import Reading, subject_features
from goldenthread.coverage.phrases import PhraseBook
from goldenthread.coverage.words import grams, stems_of
from goldenthread.learned import Floats, Weights

Runs = Sequence[tuple[str, ...]]

#: The signs of a requirement, in the order of the last axis; the last is learned.
REQUIREMENT_SIGNS = (
    "phrases",
    "phrases in the heading",
    "likeness of words",
    "likeness of the heading",
    "learned",
)
#: The signs of a point, given how likely its requirement is; the last is learned.
POINT_SIGNS = (
    "the requirement",
    "phrases of the point",
    "phrases in the heading",
    "likeness of words",
    "learned",
)
#: More phrases than this add nothing.
_MOST_PHRASES = 4.0
#: How much of the say, for a requirement we know, has what was learned of it.
LEARNED_SAY = 2 / 3
#: The least log odds where a phrase stands that the author of a new requirement asked for.
ASKED_FOR = -0.5
#: What is learned of a class that was never seen: hardly ever.
_HARDLY = -5.0


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of every passage (first axis) for requirements and for points (second)."""

    requirements: Floats
    points: Floats
    owners: npt.NDArray[np.int_]

    def without_learned(self) -> "Signs":
        """Give the signs that a requirement nobody has trained for would have."""
        requirements, points = self.requirements.copy(), self.points.copy()
        requirements[:, :, -1] = 0
        points[:, :, -1] = 0
        return Signs(requirements, points, self.owners)


def find_signs(asked: Asked, readings: Sequence[Reading], weights: Weights) -> Signs:
    """Find the signs of every passage for every requirement and point asked.

    The first sign of a point is left at 0: `rate_subject` fills it in.
    """
    rows, owners = len(readings), np.array([at for at, _ in asked.points], dtype=np.int_)
    points = np.zeros((rows, len(owners), len(POINT_SIGNS)), dtype=np.float32)
    width = (rows, len(asked.requirements), len(REQUIREMENT_SIGNS))
    requirements = np.zeros(width, dtype=np.float32)
    if rows and len(owners):
        bodies = [reading.stems for reading in readings]
        headings = [reading.heading.stems for reading in readings]
        _add_phrases(requirements, points, asked, owners, bodies, headings)
        _add_likeness(requirements, points, asked, owners, bodies, headings, weights)
        _add_learned(requirements, points, asked, readings, weights)
    return Signs(requirements, points, owners)


def rate_subject(signs: Signs, weights: Weights, is_known: npt.NDArray[np.bool_]) -> Floats:
    """Give how probably each passage is about each point.

    `is_known` says of each requirement whether it was learned. For those that were, what
    was learned has two thirds of the say, and what any requirement is judged by the rest:
    plans say things in words that no training passage held. For the others, a phrase that
    the requirement's own author asked for is always enough to be about the point.
    """
    unknown = _odds(signs.without_learned(), weights, "unknown")
    known = _odds(signs, weights, "known")
    asked_for = np.where(signs.points[:, :, 1] > 0, np.float32(ASKED_FOR), -np.inf)
    own = np.maximum(unknown, asked_for.astype(np.float32))
    blended = known * np.float32(LEARNED_SAY) + unknown * np.float32(1 - LEARNED_SAY)
    return as_probability(np.where(is_known[signs.owners][None, :], blended, own))


def _odds(signs: Signs, weights: Weights, kind: str) -> Floats:
    requirements = weights.mix(f"{kind} requirement").log_odds(signs.requirements)
    points = signs.points.copy()
    points[:, :, 0] = requirements[:, signs.owners]
    return weights.mix(f"{kind} point").log_odds(points)


def as_probability(odds: Floats) -> Floats:
    """Give log odds as probabilities."""
    result: Floats = (1.0 / (1.0 + np.exp(-odds))).astype(np.float32)
    return result


def best_of(scores: Floats, owners: npt.NDArray[np.int_], count: int) -> Floats:
    """Give each of `count` requirements the best score of its points."""
    best = np.zeros((len(scores), count), dtype=np.float32)
    for at in range(count):
        own = owners == at
        if own.any():
            best[:, at] = scores[:, own].max(axis=1)
    return best


def _add_phrases(
    requirements: Floats,
    points: Floats,
    asked: Asked,
    owners: npt.NDArray[np.int_],
    bodies: Runs,
    headings: Runs,
) -> None:
    book, of_points, general, of_requirements = asked.phrase_books()
    for runs, of_requirement, of_point in ((bodies, 0, 1), (headings, 1, 2)):
        own = _phrase_scores(book, of_points, runs, len(owners))
        whole = _phrase_scores(general, of_requirements, runs, requirements.shape[1])
        points[:, :, of_point] = own
        requirements[:, :, of_requirement] = np.maximum(
            whole, best_of(own, owners, requirements.shape[1])
        )


def _add_likeness(
    requirements: Floats,
    points: Floats,
    asked: Asked,
    owners: npt.NDArray[np.int_],
    bodies: Runs,
    headings: Runs,
    weights: Weights,
) -> None:
    likeness = _Likeness(asked, weights)
    points[:, :, 3] = likeness.of(bodies)
    count = requirements.shape[1]
    requirements[:, :, 2] = best_of(points[:, :, 3], owners, count)
    requirements[:, :, 3] = best_of(likeness.of(headings), owners, count)


def _add_learned(
    requirements: Floats,
    points: Floats,
    asked: Asked,
    readings: Sequence[Reading],
    weights: Weights,
) -> None:
    scores = weights.subject.score([subject_features(reading) for reading in readings])
    column = {name: at for at, name in enumerate(weights.subject.classes)}
    for at, requirement in enumerate(asked.requirements):
        if requirement.id in column:
            requirements[:, at, -1] = scores[:, column[requirement.id]]
    for number, name in enumerate(asked.names):
        points[:, number, -1] = scores[:, column[name]] if name in column else _HARDLY


def _once(score: Callable[[tuple[str, ...]], Floats], runs: Runs, width: int) -> Floats:
    """Score each run, the same run only once."""
    scores = np.zeros((len(runs), width), dtype=np.float32)
    seen: dict[tuple[str, ...], Floats] = {}
    for row, run in enumerate(runs):
        if run not in seen:
            seen[run] = score(run)
        scores[row] = seen[run]
    return scores


def _phrase_scores(book: PhraseBook, owners: Sequence[int], runs: Runs, width: int) -> Floats:
    def score(run: tuple[str, ...]) -> Floats:
        found = np.zeros(width, dtype=np.float32)
        for number in book.look_up(run):
            found[owners[number]] += book.phrases[number].weight
        return np.minimum(found, np.float32(_MOST_PHRASES))

    return _once(score, runs, width)


class _Likeness:
    """Likeness of words: the angle between rarity-weighted words of passage and point."""

    def __init__(self, asked: Asked, weights: Weights) -> None:
        queries = [grams(stems_of(asked.query(at)), 2) for at in range(len(asked.points))]
        names = sorted({gram for query in queries for gram in query})
        self._column = {name: at for at, name in enumerate(names)}
        self._rarity = weights.rarity_of(names)
        self._queries = np.zeros((len(names), len(queries)), dtype=np.float32)
        for number, query in enumerate(queries):
            known = [self._column[gram] for gram in set(query)]
            self._queries[known, number] = self._rarity[known]
        self._queries /= np.maximum(np.linalg.norm(self._queries, axis=0), 1e-6)

    def of(self, runs: Runs) -> Floats:
        """Give the likeness of each run to each point."""
        return _once(self._one, runs, self._queries.shape[1])

    def _one(self, run: tuple[str, ...]) -> Floats:
        found = set(grams(run, 2))
        known = [self._column[gram] for gram in found if gram in self._column]
        if not known:
            return np.zeros(self._queries.shape[1], dtype=np.float32)
        values = self._rarity[known]
        whole = np.sqrt(float(values @ values) + 4.0 * (len(found) - len(known)))
        result: Floats = (values / whole) @ self._queries[known]
        return result
