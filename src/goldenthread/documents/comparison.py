"""Two versions of a text, compared passage by passage.

Pure. Quick on thousands of passages: equal ones are matched by their words, the rest only
with the few they could be likened to.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.documents.likeness import ShingleIndex, could_reach, likeness, words_of
from goldenthread.documents.text import Passage, Text

_LEAST_LIKENESS = 0.5


class ChangeKind(StrEnum):
    """What became of a passage from the old version to the new."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One passage's fate: `old` is None if added, `new` if removed; `likeness` from 0 to 1.

    A changed passage may also have moved.
    """

    kind: ChangeKind
    old: Passage | None
    new: Passage | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """All passages of both versions, in the new one's order.

    Each removed passage stands after the one that it followed in the old version.
    """

    changes: tuple[Change, ...]

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """Count the changes; every kind has an entry."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in ChangeKind}

    @property
    def is_same(self) -> bool:
        """Whether both versions hold the same passages in the same order."""
        return all(change.kind == ChangeKind.SAME for change in self.changes)


def compare(old: Text, new: Text) -> Comparison:
    """Compare two versions of a text.

    A passage is *same* if its words are, in the same order among the others and in the same
    section, or one renamed or renumbered; *moved* if only its place differs; *changed* if at
    least half of its words are kept in order; else it was added or removed.
    """
    pairs = _equal_pairs(old.passages, new.passages)
    moved = _moved(pairs, old, new)
    alike = _alike_pairs(pairs, old.passages, new.passages)
    partners = pairs | {at: pair for at, (pair, _) in alike.items()}
    changes: list[tuple[int, Change]] = []
    for at, passage in enumerate(new.passages):
        if at in pairs:
            kind = ChangeKind.MOVED if at in moved else ChangeKind.SAME
            changes.append((pairs[at], Change(kind, old.passages[pairs[at]], passage, 1.0)))
        elif at in alike:
            pair, score = alike[at]
            changed = Change(ChangeKind.CHANGED, old.passages[pair], passage, round(score, 4))
            changes.append((pair, changed))
        else:
            changes.append((-1, Change(ChangeKind.ADDED, None, passage, 0.0)))
    return Comparison(tuple(_with_removed(changes, set(partners.values()), old.passages)))


def _equal_pairs(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Pair passages of the same words, new place to old; first those of the same section."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for in_section in (True, False):
        waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in reversed(range(len(old))):
            if at not in taken:
                waiting[_key(old[at], in_section=in_section)].append(at)
        for at, passage in enumerate(new):
            places = waiting.get(_key(passage, in_section=in_section))
            if at not in pairs and places:
                pairs[at] = places.pop()
                taken.add(pairs[at])
    return pairs


def _key(passage: Passage, *, in_section: bool) -> tuple[str, ...]:
    return (passage.text, *passage.section) if in_section else (passage.text,)


def _moved(pairs: dict[int, int], old: Text, new: Text) -> set[int]:
    """Give the new places of passages out of order, or in another section that was there."""
    places = sorted(pairs)
    in_order = {places[at] for at in _longest_rise([pairs[place] for place in places])}
    old_paths = {section.path for section in old.sections}
    new_paths = {section.path for section in new.sections}
    moved = set(places) - in_order
    for place in in_order:
        left, entered = old.passages[pairs[place]].section, new.passages[place].section
        if left != entered and left in new_paths and entered in old_paths:
            moved.add(place)
    return moved


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Give the places of a longest rising run of values, not necessarily neighbours."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        places[length : length + 1] = [at]
    rise: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]


def _alike_pairs(
    pairs: dict[int, int], old: Sequence[Passage], new: Sequence[Passage]
) -> dict[int, tuple[int, float]]:
    """Pair what is left by likeness, the most alike first: new place to old and likeness."""
    taken = set(pairs.values())
    left = [at for at in range(len(old)) if at not in taken]
    index = ShingleIndex([words_of(old[at].text) for at in left])
    scored: list[tuple[float, int, int]] = []
    for at, passage in enumerate(new):
        if at in pairs:
            continue
        words = words_of(passage.text)
        for place in index.candidates(words):
            if could_reach(words, index.passages[place], _LEAST_LIKENESS):
                scored.append((likeness(words, index.passages[place]), at, left[place]))
    found: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, at, pair in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _LEAST_LIKENESS and at not in found and pair not in used:
            found[at] = (pair, score)
            used.add(pair)
    return found


def _with_removed(
    changes: Sequence[tuple[int, Change]], kept: set[int], old: Sequence[Passage]
) -> Iterator[Change]:
    """Put each removed passage after the one it followed, those at the start first."""
    following: defaultdict[int, list[Change]] = defaultdict(list)
    last = -1
    for at, passage in enumerate(old):
        if at in kept:
            last = at
        else:
            following[last].append(Change(ChangeKind.REMOVED, passage, None, 0.0))
    yield from following[-1]
    for pair, change in changes:
        yield change
        if pair >= 0:
            yield from following[pair]
