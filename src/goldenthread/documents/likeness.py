"""How alike two passages are, and which passages of a text are worth comparing with one.

Pure. Looks nothing up but words; an index makes it quick on thousands of passages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHINGLE = 3
_MOST_COMMON = 40
_CANDIDATES = 6
_MOST_STEPS = 1_000_000

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """Give the words of a text in lower case, signs left out."""
    return tuple(match.group().casefold() for match in _WORD.finditer(text))


def likeness(one: Words, other: Words) -> float:
    """Give how alike two runs of words are: 1 the same words in the same order, 0 none shared.

    It is twice the words kept in order, divided by the words of both. Runs too long to be
    compared in order are compared by the words they share.
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if len(one) * len(other) > _MOST_STEPS:
        shared = (Counter(one) & Counter(other)).total()
        return 2 * shared / (len(one) + len(other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def could_reach(one: Words, other: Words, least: float) -> bool:
    """Say whether `likeness` might be at least `least`, without looking at the order."""
    total = len(one) + len(other)
    if not total or 2 * min(len(one), len(other)) < least * total:
        return False
    return 2 * (Counter(one) & Counter(other)).total() >= least * total


class ShingleIndex:
    """Passages by the runs of words they hold, to find the few that one could be likened to."""

    def __init__(self, passages: Sequence[Words]) -> None:
        self.passages = passages
        self._places: defaultdict[Words, list[int]] = defaultdict(list)
        for at, words in enumerate(passages):
            for shingle in set(_shingles(words)):
                self._places[shingle].append(at)

    def candidates(self, words: Words) -> list[int]:
        """Give the places of the passages that share most rare runs of words, best first.

        Runs that stand in more than forty passages tell nothing and are passed over.
        """
        shared: Counter[int] = Counter()
        for shingle in set(_shingles(words)):
            places = self._places.get(shingle, ())
            if len(places) <= _MOST_COMMON:
                shared.update(places)
        return [at for at, _ in shared.most_common(_CANDIDATES)]


def _shingles(words: Words) -> Iterable[Words]:
    """Give runs of three words, and single long ones, which outlive small edits."""
    for start in range(len(words) - _SHINGLE + 1):
        yield words[start : start + _SHINGLE]
    yield from ((word,) for word in words if len(word) > 4 or word.isdecimal() or len(words) < 4)
