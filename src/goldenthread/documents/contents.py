"""Lists of contents, found so that they are not taken for content.

Pure: blocks in, blocks out.
"""

import re
from collections import Counter
from collections.abc import Sequence

from goldenthread.documents.blocks import Block, Heading, Row
from goldenthread.documents.normalisation import likeness_key, normalise
from goldenthread.documents.numbering import split_number

_OPENERS = frozenset(
    {
        "contents", "table of contents", "contents page", "list of contents", "list of figures",
        "list of tables", "list of appendices", "section page", "chapter page",
        "contents page number", "section page number", "on this page",
    }
)  # fmt: skip
_PAGE = re.compile(r"(?:(?<=[\s|.…])(?:[Pp]age\s|[Pp]\.?\s?)?)(?:\d{1,3}|[ivxl]{1,6})$")
_LONGEST_PAGE = 12
_FILLING = " |.…\t"
_LEAST = 3
_LONGEST_ENTRY = 200


def drop_contents(blocks: Sequence[Block]) -> list[Block]:
    """Leave out every list of contents, and the heading that stands over it.

    An entry is a line that ends in dot leaders, or that repeats a heading and ends in a page
    number. Three or more in a row make a list. After a line that says "Contents" two do, and
    a line that only repeats a heading, or only ends in a page number, is an entry as well.
    """
    headings = (block for block in blocks if isinstance(block, Heading))
    titles = Counter(key for heading in headings for key in _title_keys(heading.text))
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        opened = likeness_key(_line(blocks[at])) in _OPENERS
        start = at + 1 if opened else at
        end = _end_of_list(blocks, start, titles, opened=opened)
        least = 2 if opened else _LEAST
        if end - start >= least:
            at = end
        elif opened and _stands_empty(blocks, at):
            at += 1
        else:
            kept.append(blocks[at])
            at += 1
    return kept


def _end_of_list(blocks: Sequence[Block], start: int, titles: Counter[str], *, opened: bool) -> int:
    """Give where the run of entries that begins at `start` ends; a wrapped line may stand in it."""
    end = at = start
    while at < len(blocks):
        if _is_entry(blocks[at], titles, opened=opened):
            end = at + 1
        elif end != at or not _may_be_wrapped(blocks[at], opened=opened):
            break
        at += 1
    return end


def _stands_empty(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a heading has nothing below it, as where its list was left out already."""
    following = blocks[at + 1 : at + 2]
    return isinstance(blocks[at], Heading) and all(isinstance(one, Heading) for one in following)


def _is_entry(block: Block, titles: Counter[str], *, opened: bool) -> bool:
    line = _line(block)
    if len(line) > _LONGEST_ENTRY:
        return False
    stem, numbered = _without_page(line)
    if _has_leaders(stem):
        return True
    stem = stem.rstrip(_FILLING)
    itself = 1 if isinstance(block, Heading) and not numbered else 0
    repeats = any(titles[key] > itself for key in _title_keys(stem))
    if not opened or isinstance(block, Heading):
        return bool(repeats and (numbered or opened))
    return repeats or bool(numbered and not isinstance(block, Row))


def _without_page(line: str) -> tuple[str, bool]:
    """Give a line without the page number at its end, and whether it had one."""
    tail = line[-_LONGEST_PAGE:]
    match = _PAGE.search(tail)
    return (line[: len(line) - len(tail) + match.start()], True) if match else (line, False)


def _has_leaders(stem: str) -> bool:
    """Say whether a line ends in dot leaders, close or spaced, or in two ellipses."""
    filling = stem[len(stem.rstrip(" .…")) :].replace(" ", "")
    return filling.count(".") + 2 * filling.count("…") >= 4


def _may_be_wrapped(block: Block, *, opened: bool) -> bool:
    line = _line(block)
    return opened and not isinstance(block, Heading) and len(line) < 120 and line[-1:] not in ".:;"


def _title_keys(line: str) -> set[str]:
    """Give the keys of a title with and without its own number."""
    written = normalise(line)
    return {key for form in (written, split_number(written)[1]) if (key := likeness_key(form))}


def _line(block: Block) -> str:
    text = " ".join(cell for cell in block.cells) if isinstance(block, Row) else block.text
    return normalise(text)
