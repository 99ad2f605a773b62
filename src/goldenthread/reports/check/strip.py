"""The strip: one document laid out from left to right, with marks where a requirement lives.

Pure geometry on a scale of 0 to 1,000, and the same thing in words for those who cannot see it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from goldenthread.coverage.finding import EvidenceKind, RequirementCoverage
from goldenthread.documents.text import Passage, Text
from goldenthread.reports.check.wording import say_where

SCALE = 1000
HEIGHT = 28
_EVIDENCE = (3, 25)
_MENTION = (18, 25)
_MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the document, from `start` for `width`, both on the scale."""

    start: float
    width: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """The marks of one requirement as SVG paths, and the sentence that says the same.

    Evidence is marked over the whole height and mentions over its foot, so that they differ
    by shape, not by colour alone.
    """

    evidence: str
    mentions: str
    words: str


@dataclass(frozen=True)
class Ruler:
    """Where each passage of one text stands from its start (0) to its end (1,000).

    By page where the format has pages, else by the number of the passage.
    """

    text: Text

    @property
    def first(self) -> str:
        """Say what the left end of the strip is."""
        return "Page 1" if self.text.pages else "Start"

    @property
    def last(self) -> str:
        """Say what the right end of the strip is."""
        return f"Page {self.text.pages}" if self.text.pages else "End"

    def mark(self, entry: RequirementCoverage) -> Strip:
        """Give the strip of one requirement."""
        return Strip(
            evidence=self._path(entry, EvidenceKind.EVIDENCE, _EVIDENCE),
            mentions=self._path(entry, EvidenceKind.MENTIONS, _MENTION),
            words=_say(entry),
        )

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """Give the main sections in order; one band for a text without headings."""
        depth = _depth_of_main_sections(self.text)
        starts: list[tuple[float, str]] = []
        for passage in self.text.passages:
            title = passage.section[depth] if len(passage.section) > depth else ""
            if title and (not starts or starts[-1][1] != title):
                starts.append((self._places[passage.id], title))
        ends = [start for start, _ in starts[1:]] + [float(SCALE)]
        return tuple(
            Band(start, round(end - start, 1), title)
            for (start, title), end in zip(starts, ends, strict=True)
        )

    @cached_property
    def unread(self) -> tuple[Band, ...]:
        """Give the pages that could not be read."""
        pages = self.text.pages or 0
        width = SCALE / pages if pages else 0.0
        return tuple(
            Band(round((page - 1) * width, 1), round(width, 1))
            for page in self.text.unreadable_pages
            if page <= pages
        )

    @cached_property
    def _places(self) -> dict[str, float]:
        passages = self.text.passages
        if self.text.pages and all(passage.page for passage in passages):
            return _places_by_page(passages, self.text.pages)
        step = SCALE / max(len(passages), 1)
        return {passage.id: round(at * step, 1) for at, passage in enumerate(passages)}

    def _path(self, entry: RequirementCoverage, kind: EvidenceKind, reach: tuple[int, int]) -> str:
        top, foot = reach
        places = sorted(
            {self._places[found.passage.id] for found in entry.evidence if found.kind == kind}
        )
        return "".join(f"M{place:g} {top}V{foot}" for place in places)


def _places_by_page(passages: Iterable[Passage], pages: int) -> dict[str, float]:
    by_page: dict[int, list[str]] = {}
    for passage in passages:
        by_page.setdefault(passage.page or 1, []).append(passage.id)
    width = SCALE / pages
    return {
        name: round((page - 1 + (at + 0.5) / len(names)) * width, 1)
        for page, names in by_page.items()
        for at, name in enumerate(names)
    }


def _depth_of_main_sections(text: Text) -> int:
    """Give the first level at which the text parts into more than one section."""
    paths = [section.path for section in text.sections]
    deepest = max(map(len, paths), default=1)
    for depth in range(deepest):
        if len({path[depth] for path in paths if len(path) > depth}) > 1:
            return depth
    return 0


def _say(entry: RequirementCoverage) -> str:
    evidence = say_where(entry, EvidenceKind.EVIDENCE, _MOST_PLACES)
    mentions = say_where(entry, EvidenceKind.MENTIONS, _MOST_PLACES)
    said = [f"Evidence: {evidence}." if evidence else "No evidence."]
    if mentions:
        said.append(f"Mentions: {mentions}.")
    return " ".join(said)
