"""Anchors: quotes that are found again when the document around them has changed.

Pure: values in, values out. An anchor holds the words themselves, so it outlives the
numbering of sections.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from goldenthread.documents.likeness import ShingleIndex, Words, likeness, words_of
from goldenthread.documents.text import Passage, Text
from goldenthread.fault import Fault

_CONTEXT = 64
_LEAST_LIKENESS = 0.6


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote and where it stood: the passage's id and up to 64 letters before and after.

    `prefix` and `suffix` run over into the neighbouring passages, each on a line of its own.
    """

    passage_id: str
    exact: str
    prefix: str
    suffix: str


class FoundKind(StrEnum):
    """What became of an anchor: the same words in place or elsewhere, other words, or none."""

    FOUND = "found"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor is now: `passage_id` is None for an orphan, whose likeness is 0."""

    kind: FoundKind
    passage_id: str | None
    likeness: float


def make_anchor(
    text: Text, passage_id: str, start: int | None = None, end: int | None = None
) -> Anchor:
    """Anchor a passage, or the letters from `start` up to `end` of it.

    Raises:
        Fault: if the text has no such passage, or no letters stand between start and end.
    """
    places = {passage.id: at for at, passage in enumerate(text.passages)}
    if passage_id not in places:
        raise Fault(f"There is no passage {passage_id} in this text: choose one it has.")
    at = places[passage_id]
    whole = text.passages[at].text
    first, last, _ = slice(start, end).indices(len(whole))
    if first >= last:
        raise Fault(f"The quote from passage {passage_id} is empty: choose at least one letter.")
    before, after = _around(text.passages, at)
    return Anchor(
        passage_id,
        exact=whole[first:last],
        prefix=(before + whole[:first])[-_CONTEXT:],
        suffix=(whole[last:] + after)[:_CONTEXT],
    )


def find_anchor(anchor: Anchor, text: Text) -> Found:
    """Find where an anchor is in a text; for many anchors `find_anchors` is quicker."""
    return next(iter(find_anchors([anchor], text)))


def find_anchors(anchors: Iterable[Anchor], text: Text) -> list[Found]:
    """Find each anchor in a text, in order.

    The same words are found (in the passage of the same id) or moved; of several places
    with the same words, the one whose neighbourhood is most like the anchor's is meant.
    Words at least 0.6 alike are changed. Else the anchor is orphaned.
    """
    search = _Search(text)
    return [search.find(anchor) for anchor in anchors]


class _Search:
    """One text, made ready for many anchors."""

    def __init__(self, text: Text) -> None:
        self._passages = text.passages
        self._index: ShingleIndex | None = None

    def find(self, anchor: Anchor) -> Found:
        holding = [at for at, one in enumerate(self._passages) if anchor.exact in one.text]
        if holding:
            best = max(holding, key=lambda at: self._fit(anchor, at))
            identity = self._passages[best].id
            kind = FoundKind.FOUND if identity == anchor.passage_id else FoundKind.MOVED
            return Found(kind, identity, 1.0)
        return self._find_changed(anchor)

    def _fit(self, anchor: Anchor, at: int) -> tuple[int, bool]:
        """Rank a place by how much of the anchor's neighbourhood stands there, then by id."""
        passage = self._passages[at]
        before, after = _around(self._passages, at)
        best = 0
        start = passage.text.find(anchor.exact)
        while start >= 0:
            ahead = before + passage.text[:start]
            behind = passage.text[start + len(anchor.exact) :] + after
            shared = _shared_end(anchor.prefix, ahead) + _shared_start(anchor.suffix, behind)
            best = max(best, shared)
            start = passage.text.find(anchor.exact, start + 1)
        return best, passage.id == anchor.passage_id

    def _find_changed(self, anchor: Anchor) -> Found:
        if self._index is None:
            self._index = ShingleIndex([words_of(one.text) for one in self._passages])
        words = words_of(anchor.exact)
        scored = [
            (_likeness_within(words, self._index.passages[at]), -at)
            for at in self._index.candidates(words)
        ]
        score, place = max(scored, default=(0.0, 0))
        if score < _LEAST_LIKENESS:
            return Found(FoundKind.ORPHANED, None, 0.0)
        return Found(FoundKind.CHANGED, self._passages[-place].id, round(score, 4))


def _around(passages: tuple[Passage, ...], at: int) -> tuple[str, str]:
    before = passages[at - 1].text + "\n" if at else ""
    after = "\n" + passages[at + 1].text if at + 1 < len(passages) else ""
    return before, after


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _shared_end(one: str, other: str) -> int:
    return _shared_start(one[::-1], other[::-1])


def _likeness_within(quote: Words, passage: Words) -> float:
    """Give how alike a quote is to the stretch of a passage where most of it stands."""
    if len(passage) <= len(quote) + 2:
        return likeness(quote, passage)
    matcher = SequenceMatcher(None, quote, passage, autojunk=False)
    run = matcher.find_longest_match()
    start = max(0, run.b - run.a)
    stretch = passage[start : start + len(quote)]
    return max(likeness(quote, stretch), likeness(quote, passage))
