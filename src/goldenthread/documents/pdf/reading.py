"""PDF bytes to headings, paragraphs, items and rows, by where and how words stand.

Pure but for the bytes it is given.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from goldenthread.documents.blocks import Block, Item, Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.bullets import without_bullet
from goldenthread.documents.lines import join_lines, vocabulary_of
from goldenthread.documents.look import Line, find_cover_title, settle
from goldenthread.documents.pdf.furniture import drop_furniture
from goldenthread.documents.pdf.grids import Grid, find_grids
from goldenthread.documents.pdf.order import in_reading_order
from goldenthread.documents.pdf.pieces import Page, Piece, read_pages
from goldenthread.documents.tables import TableRow, settle_table
from goldenthread.fault import Fault

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_ENDS = re.compile(r"[.!?:;][\"'’”)]*$")
_FEW_LETTERS = 12
_LEADING = 1.45


@dataclass(slots=True)
class _Open:
    """A paragraph or item as it grows: its lines, where the last one stands, its look."""

    lines: list[str]
    last: Piece
    page: int
    depth: int

    def looks_like(self, piece: Piece) -> bool:
        return abs(self.last.size - piece.size) < 0.6 and self.last.is_bold == piece.is_bold


def read_pdf(data: bytes, bounds: Bounds) -> Reading:
    """Read a PDF; pages whose text cannot be had are reported by number.

    Raises:
        Fault: if the file is locked, damaged, too long, or has no readable page.
    """
    pages = read_pages(data, bounds.pages)
    unread = tuple(page.number for page in pages if _is_unreadable(page))
    if not pages or all(page.letters < _FEW_LETTERS for page in pages):
        raise Fault(
            "No page of this PDF has text that can be read, only pictures of it: run text "
            "recognition (OCR) over it, or use the file it was made from."
        )
    dressed = drop_furniture(pages)
    vocabulary = vocabulary_of(piece.text for page in dressed for piece in page.pieces)
    found: list[Block | Line] = []
    for page in dressed:
        _read_page(page, found, vocabulary)
    blocks = tuple(settle(found))
    return Reading(find_cover_title(found), blocks, len(pages), unread)


def _is_unreadable(page: Page) -> bool:
    """Say whether a page shows no text: only a picture, or letters without meaning."""
    odd = sum(
        letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " "
        for piece in page.pieces
        for letter in piece.text
    )
    return (page.letters < _FEW_LETTERS and page.has_picture) or odd > max(20, page.letters)


def _read_page(page: Page, found: list[Block | Line], vocabulary: frozenset[str]) -> None:
    grids, free = find_grids(page)
    for grid in sorted(grids, key=lambda each: each.top):
        above = [piece for piece in free if piece.middle < grid.top]
        _read_text(page, above, found, vocabulary)
        free = [piece for piece in free if piece.middle >= grid.top]
        found.extend(_table(grid, page.number))
    _read_text(page, free, found, vocabulary)


def _table(grid: Grid, page: int) -> list[Block | Line]:
    rows: Sequence[TableRow] = grid.rows
    return settle_table(rows, page)


def _read_text(
    page: Page, pieces: Sequence[Piece], found: list[Block | Line], vocabulary: frozenset[str]
) -> None:
    lines = in_reading_order(pieces)
    leading = _leading_of(lines)
    current: _Open | None = None
    for line in lines:
        piece = _whole(line)
        item = _item_text(piece, current)
        if current is not None and item is None and _continues(current, piece, leading):
            current.lines.append(piece.text)
            current.last = piece
            continue
        _close(current, found, vocabulary)
        depth = 1 if item is not None else 0
        current = _Open([item if item is not None else piece.text], piece, page.number, depth)
        if not depth and _joins_previous(found, piece):
            current = _reopen(found, current)
    _close(current, found, vocabulary)


def _whole(line: Sequence[Piece]) -> Piece:
    """Give the pieces of one line as one piece."""
    if len(line) == 1:
        return line[0]
    longest = max(line, key=lambda each: len(each.text))
    return Piece(
        " ".join(piece.text for piece in line),
        line[0].left,
        line[-1].right,
        min(piece.top for piece in line),
        max(piece.bottom for piece in line),
        longest.size,
        all(piece.is_bold for piece in line),
    )


def _leading_of(lines: Sequence[Sequence[Piece]]) -> float:
    """Give the usual distance from one line to the next."""
    middles = [line[0].middle for line in lines]
    steps = [b - a for a, b in pairwise(middles) if 2 < b - a < 40]
    return median(steps) if steps else 14.0


def _item_text(piece: Piece, current: _Open | None) -> str | None:
    item = without_bullet(piece.text)
    if item is not None:
        return item
    match = _NUMBERED.match(piece.text)
    if match is None or piece.is_bold:
        return None
    goes_on = current is not None and not current.depth and not _ENDS.search(current.lines[-1])
    return None if goes_on else piece.text[match.end() :]


def _continues(current: _Open, piece: Piece, leading: float) -> bool:
    """Say whether a line goes on with the paragraph above it."""
    step = piece.middle - current.last.middle
    if not current.looks_like(piece) and not (current.depth or _is_mid_sentence(current, piece)):
        return False
    limit = _LEADING * max(min(leading, 2.0 * piece.size), 1.1 * piece.size)
    if step > limit or step < -2 * piece.size:
        return step < -2 * piece.size and _is_mid_sentence(current, piece)
    ended = _ENDS.search(current.lines[-1]) is not None
    is_short = current.last.right < piece.right - 4 * piece.size
    if ended and is_short:
        return False
    # An item's lines hang at its text; a line back at the margin begins a paragraph.
    return not (current.depth and ended and piece.left < current.last.left - 1)


def _is_mid_sentence(current: _Open, piece: Piece) -> bool:
    return not _ENDS.search(current.lines[-1]) and piece.text[:1].islower()


def _joins_previous(found: Sequence[Block | Line], piece: Piece) -> bool:
    """Say whether a line goes on with what the column or page before it broke off."""
    last = found[-1] if found else None
    if not isinstance(last, Line | Item) or not piece.text[:1].islower():
        return False
    is_alike = isinstance(last, Item) or abs(last.size - piece.size) < 0.6
    return is_alike and not _ENDS.search(last.text) and len(last.text) > 30


def _reopen(found: list[Block | Line], current: _Open) -> _Open:
    last = found.pop()
    page = last.page or current.page
    depth = last.depth if isinstance(last, Item) else 0
    begun = last.text if isinstance(last, Line | Item) else ""
    return _Open([begun, *current.lines], current.last, page, depth)


def _close(current: _Open | None, found: list[Block | Line], vocabulary: frozenset[str]) -> None:
    if current is None:
        return
    text = join_lines(current.lines, vocabulary)
    if current.depth:
        found.append(Item(text, current.page, current.depth))
    else:
        look = current.last
        found.append(Line(text, look.size, look.is_bold, page=current.page))
