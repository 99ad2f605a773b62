"""Headings that only look like headings: short lines, bold, larger or in capitals.

Pure. Readers whose format knows sizes give `Line`s; this settles which of them are headings
and at what level.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.blocks import Block, Heading, Paragraph
from goldenthread.documents.normalisation import normalise

_LONGEST = 110
_MOST_WORDS = 15
_DEEPEST = 6
_LONGEST_COVER = 8
_CAPTION = re.compile(
    r"(?:table|figure|fig|chart|box|map|source)\b\.?\s*\d*\s*[:.–-]", re.IGNORECASE
)
_LARGER = 1.12


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as it looks: its size in points and whether all of it stands out.

    `level` is the heading level the author's style gives it, None for body text.
    """

    text: str
    size: float
    stands_out: bool = False
    level: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    """How the running text looks; `bold_tells` is False where most of it is bold itself."""

    size: float
    bold_tells: bool


_Rank = tuple[float, bool, bool]


def settle(found: Sequence[Block | Line]) -> list[Block]:
    """Turn every line into a heading or a paragraph; other blocks stay as they are.

    The lines of a cover are paragraphs.

    Levels follow size, then capitals, then bold. Where styles give levels too, a line that
    looks as large as a styled heading gets that heading's level, a smaller one the next.
    """
    lines = [one for one in found if isinstance(one, Line)]
    body = _body_of(lines)
    cover = _cover_of(found)
    ranks = {
        at: _rank(one)
        for at, one in enumerate(found)
        if at >= len(cover)
        and isinstance(one, Line)
        and one.level is None
        and _looks_like_heading(found, at, body)
    }
    levels = _levels(set(ranks.values()), lines)
    return [
        _as_block(one, levels[ranks[at]] if at in ranks else None) for at, one in enumerate(found)
    ]


def find_cover_title(found: Sequence[Block | Line]) -> str | None:
    """Give the largest print of the cover, None where the document has none."""
    cover = _cover_of(found)
    largest = max((line.size for line in cover), default=0.0)
    return " ".join(normalise(line.text) for line in cover if line.size == largest) or None


def _cover_of(found: Sequence[Block | Line]) -> list[Line]:
    """Give the lines that open a document in print larger than all that comes later.

    A line with running text right below it is a heading, not part of the cover.
    """
    opening: list[Line] = []
    for one in found[:_LONGEST_COVER]:
        if not isinstance(one, Line) or one.level is not None:
            break
        opening.append(one)
    while opening:
        rest = found[len(opening) :]
        later = max((one.size for one in rest if isinstance(one, Line)), default=0.0)
        short = all(len(one.text) <= _LONGEST for one in opening)
        if rest and later and short and min(one.size for one in opening) > later:
            break
        opening.pop()
    if opening and _is_running_text(found[len(opening)]):
        return opening[:-1]
    follows = found[len(opening)] if opening else None
    is_cover = len(opening) > 1 or (isinstance(follows, Line) and bool(follows.level))
    return opening if is_cover else []


def _is_running_text(one: Block | Line) -> bool:
    return isinstance(one, Line) and one.level is None and not is_short_title(normalise(one.text))


def _as_block(one: Block | Line, level: int | None) -> Block:
    if not isinstance(one, Line):
        return one
    given = one.level if one.level is not None else level
    if given is None:
        return Paragraph(one.text, one.page)
    return Heading(one.text, given, one.page)


def _body_of(lines: Sequence[Line]) -> _Body:
    letters: Counter[float] = Counter()
    bold = 0
    for line in lines:
        if line.level is None:
            letters[line.size] += len(line.text)
            bold += len(line.text) if line.stands_out else 0
    total = letters.total()
    size = letters.most_common(1)[0][0] if letters else 0.0
    return _Body(size, bold_tells=bold * 2 <= total or len(lines) < 4)


def _looks_like_heading(found: Sequence[Block | Line], at: int, body: _Body) -> bool:
    line = found[at]
    assert isinstance(line, Line)  # noqa: S101  # settle asks of lines alone
    text = normalise(line.text)
    larger = line.size >= body.size * _LARGER
    outstanding = larger or (body.bold_tells and (line.stands_out or _is_capital(text)))
    return outstanding and is_short_title(text) and _has_text_below(found, at)


def is_short_title(text: str) -> bool:
    """Say whether normalised text could be a title: short, no sentence's end, no caption."""
    return (
        0 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and text[-1] not in ".;,:"
        and not _CAPTION.match(text)
        and any(letter.isalpha() for letter in text)
    )


def _has_text_below(found: Sequence[Block | Line], at: int) -> bool:
    """Say whether anything but further headings follows."""
    return any(
        not isinstance(one, Heading) and not (isinstance(one, Line) and one.level is not None)
        for one in found[at + 1 : at + 6]
    )


def _is_capital(text: str) -> bool:
    return text.isupper() and sum(letter.isalpha() for letter in text) >= 4


def _rank(line: Line) -> _Rank:
    """Order looks: larger first, then capitals, then bold. Half a point is no difference."""
    return (round(line.size), _is_capital(normalise(line.text)), line.stands_out)


def _levels(ranks: set[_Rank], lines: Sequence[Line]) -> dict[_Rank, int]:
    styled: dict[int, float] = {}
    for line in lines:
        if line.level is not None:
            styled[line.level] = max(styled.get(line.level, 0.0), round(line.size))
    levels: dict[_Rank, int] = {}
    below = 0
    for rank in sorted(ranks, reverse=True):
        as_large = [level for level, size in styled.items() if size == rank[0] and rank[2]]
        larger = [level for level, size in styled.items() if size > rank[0] or not rank[2]]
        level = min(as_large) if as_large else max([below, *larger]) + 1
        levels[rank] = min(level, _DEEPEST)
        below = max(below, levels[rank])
    return levels
