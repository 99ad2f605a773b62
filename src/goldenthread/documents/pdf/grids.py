"""Tables drawn with ruled lines or filled cells: which pieces stand in which cell.

Pure: a page in, table rows and the pieces left over out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.look import Line
from goldenthread.documents.pdf.pieces import Page, Piece
from goldenthread.documents.tables import Cell, TableRow

_NEAR = 3.0
_LONG = 12.0
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its top and bottom on the page and its rows."""

    top: float
    bottom: float
    rows: tuple[TableRow, ...]


def find_grids(page: Page) -> tuple[list[Grid], list[Piece]]:
    """Find the ruled tables of a page; give them and the pieces outside them."""
    across, down = _edges(page)
    grids: list[Grid] = []
    free = list(page.pieces)
    for top, bottom, left, right in _regions(across, down):
        rows = _cuts([y for y, a, b in across if top - _NEAR <= y <= bottom + _NEAR and b > a])
        columns = _cuts(
            [x for x, a, b in down if a < bottom and b > top and left <= x + _NEAR <= right + 6]
        )
        inside = [
            piece
            for piece in free
            if top - 1 <= piece.middle <= bottom + 1
            and left - 2 <= (piece.left + piece.right) / 2 <= right + 2
        ]
        if len(rows) <= _LEAST or len(columns) <= _LEAST or len(inside) < 2 * _LEAST:
            continue
        grids.append(Grid(top, bottom, tuple(_rows(inside, rows, columns, page.number))))
        held = {id(piece) for piece in inside}
        free = [piece for piece in free if id(piece) not in held]
    return grids, free


Edge = tuple[float, float, float]


def _edges(page: Page) -> tuple[list[Edge], list[Edge]]:
    """Give the edges that run across (y, left, right) and down (x, top, bottom)."""
    across: list[Edge] = []
    down: list[Edge] = []
    for left, top, right, bottom in page.rules:
        width, height = right - left, bottom - top
        if width > page.width * 0.98 and height > page.height * 0.9:
            continue
        if width > _LONG:
            ends = (top,) if height < _NEAR else (top, bottom)
            across += [(y, left, right) for y in ends]
        if height > _LONG * 0.6:
            sides = (left,) if width < _NEAR else (left, right)
            down += [(x, top, bottom) for x in sides]
    return across, down


def _regions(
    across: Sequence[Edge], down: Sequence[Edge]
) -> list[tuple[float, float, float, float]]:
    """Give the boxes (top, bottom, left, right) in which edges of both ways hang together."""
    spans = sorted((top, bottom, x) for x, top, bottom in down)
    regions: list[list[float]] = []
    for top, bottom, x in spans:
        if regions and top <= regions[-1][1] + _NEAR:
            region = regions[-1]
            region[1:] = [max(region[1], bottom), min(region[2], x), max(region[3], x)]
        else:
            regions.append([top, bottom, x, x])
    return [
        (top, bottom, left, right)
        for top, bottom, left, right in regions
        if right - left > 4 * _LONG
        and any(top - _NEAR <= y <= bottom + _NEAR and a < right and b > left for y, a, b in across)
    ]


def _cuts(values: Sequence[float]) -> list[float]:
    """Give edges as cuts: those nearer than a few points to another are the same."""
    cuts: list[float] = []
    for value in sorted(values):
        if not cuts or value - cuts[-1] > 2 * _NEAR:
            cuts.append(value)
    return cuts


def _rows(
    pieces: Sequence[Piece], rows: Sequence[float], columns: Sequence[float], number: int
) -> list[TableRow]:
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        row = sum(piece.middle > y for y in rows[1:-1])
        column = sum(piece.left + 1 > x for x in columns[1:-1])
        cells.setdefault((row, column), []).append(piece)
    width = len(columns) - 1
    return [
        TableRow(tuple(_cell(cells.get((row, column), []), number) for column in range(width)))
        for row in range(len(rows) - 1)
        if any((row, column) in cells for column in range(width))
    ]


def _cell(pieces: Sequence[Piece], number: int) -> Cell:
    if not pieces:
        return Cell(())
    ordered = sorted(pieces, key=lambda each: (round(each.middle), each.left))
    is_bold = all(piece.is_bold for piece in ordered)
    text = " ".join(piece.text for piece in ordered)
    return Cell((Line(text, ordered[0].size, is_bold, page=number),))
