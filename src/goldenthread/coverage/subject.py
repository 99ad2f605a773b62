"""What a passage is about: for each passage and point, signs of kinship as numbers.

Pure. Signs come from phrases to look for, from likeness of words, and from what was
learned of the requirements we know; how they are weighed is in `about`.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from goldenthread.coverage.asked import Asked
from goldenthread.coverage.features import Reading, subject_features
from goldenthread.coverage.phrases import PhraseBook
from goldenthread.coverage.words import grams, stems_of
from goldenthread.learned import Weights

Floats = npt.NDArray[np.float32]

#: The signs, in the order of the last axis. Those after `LEARNED` need a known requirement.
SIGNS = (
    "phrases of the point",
    "phrases of the requirement",
    "phrases in the heading",
    "likeness of words",
    "likeness of the heading",
    "likeness of meaning",
    "learned of the requirement",
    "learned of the point",
)
LEARNED = 6

#: More phrases than this add nothing.
_MOST_PHRASES = 4.0


def find_signs(asked: Asked, readings: Sequence[Reading], weights: Weights) -> Floats:
    """Give the signs of every passage (first axis) for every point (second axis)."""
    signs = np.zeros((len(readings), len(asked.points), len(SIGNS)), dtype=np.float32)
    if not readings or not asked.points:
        return signs
    owners = np.array([at for at, _ in asked.points])
    book, of_points, general, of_requirements = asked.phrase_books()
    bodies = [reading.stems for reading in readings]
    headings = [reading.heading.stems for reading in readings]
    in_points = _phrase_scores(book, of_points, bodies, len(asked.points))
    in_requirements = _phrase_scores(general, of_requirements, bodies, len(asked.requirements))
    signs[:, :, 0] = in_points
    signs[:, :, 1] = np.maximum(in_requirements[:, owners], _best_of_requirement(in_points, owners))
    heads = _phrase_scores(book, of_points, headings, len(asked.points))
    general_heads = _phrase_scores(general, of_requirements, headings, len(asked.requirements))
    signs[:, :, 2] = np.maximum(_best_of_requirement(heads, owners), general_heads[:, owners])
    likeness = _Likeness(asked, weights)
    signs[:, :, 3] = likeness.of(bodies)
    signs[:, :, 4] = likeness.of(headings)
    signs[:, :, 5] = _meaning(asked, bodies, weights)
    _add_learned(signs, asked, readings, weights, owners)
    return signs


def _phrase_scores(
    book: PhraseBook, owners: Sequence[int], runs: Sequence[tuple[str, ...]], width: int
) -> Floats:
    scores = np.zeros((len(runs), width), dtype=np.float32)
    seen: dict[tuple[str, ...], Floats] = {}
    for row, run in enumerate(runs):
        if run not in seen:
            found = np.zeros(width, dtype=np.float32)
            for number in book.look_up(run):
                found[owners[number]] += book.phrases[number].weight
            seen[run] = np.minimum(found, _MOST_PHRASES)
        scores[row] = seen[run]
    return scores


def _best_of_requirement(scores: Floats, owners: npt.NDArray[np.int_]) -> Floats:
    """Give each point the best score that any point of its requirement has."""
    best = np.zeros_like(scores)
    for owner in np.unique(owners):
        own = owners == owner
        best[:, own] = scores[:, own].max(axis=1, keepdims=True)
    return best


class _Likeness:
    """Likeness of words: the angle between rarity-weighted words of passage and point."""

    def __init__(self, asked: Asked, weights: Weights) -> None:
        queries = [grams(stems_of(asked.query(at)), 2) for at in range(len(asked.points))]
        names = sorted({gram for query in queries for gram in query})
        self._column = {name: at for at, name in enumerate(names)}
        self._rarity = weights.rarity_of(names)
        self._others = weights
        self._queries = np.zeros((len(names), len(queries)), dtype=np.float32)
        for number, query in enumerate(queries):
            for gram in query:
                at = self._column[gram]
                self._queries[at, number] = self._rarity[at]
        self._queries /= np.maximum(np.linalg.norm(self._queries, axis=0), 1e-6)

    def of(self, runs: Sequence[tuple[str, ...]]) -> Floats:
        scores = np.zeros((len(runs), self._queries.shape[1]), dtype=np.float32)
        seen: dict[tuple[str, ...], Floats] = {}
        for row, run in enumerate(runs):
            if run not in seen:
                seen[run] = self._one(run)
            scores[row] = seen[run]
        return scores

    def _one(self, run: tuple[str, ...]) -> Floats:
        found = set(grams(run, 2))
        known = [self._column[gram] for gram in found if gram in self._column]
        if not known:
            return np.zeros(self._queries.shape[1], dtype=np.float32)
        values = self._rarity[known]
        whole = np.sqrt(float(values @ values) + 4.0 * len(found - self._column.keys()))
        result: Floats = (values / whole) @ self._queries[known]
        return result


def _meaning(asked: Asked, runs: Sequence[tuple[str, ...]], weights: Weights) -> Floats:
    points = weights.meaning_of([stems_of(asked.query(at)) for at in range(len(asked.points))])
    result: Floats = weights.meaning_of(runs) @ points.T
    return result


def _add_learned(
    signs: Floats,
    asked: Asked,
    readings: Sequence[Reading],
    weights: Weights,
    owners: npt.NDArray[np.int_],
) -> None:
    scores = weights.subject.score([subject_features(reading) for reading in readings])
    column = {name: at for at, name in enumerate(weights.subject.classes)}
    for number, name in enumerate(asked.names):
        requirement = asked.requirements[owners[number]].id
        if requirement in column:
            signs[:, number, LEARNED] = scores[:, column[requirement]]
        if name in column:
            signs[:, number, LEARNED + 1] = scores[:, column[name]]
