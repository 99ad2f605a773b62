"""Cells and rows of a Word table: merges, shading and header marks.

Takes parsed properties, gives the values of `documents.tables`.
"""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.documents.blocks import Block
from goldenthread.documents.look import Line
from goldenthread.documents.openxml import Element, attribute, child, is_on, value
from goldenthread.documents.tables import Cell, TableRow
from goldenthread.documents.word.styles import StyleSheet

_WIDEST = 63
_PLAIN_FILLS = frozenset({"auto", "ffffff", ""})


def read_cell(cell: Element, found: Sequence[Block | Line]) -> Cell:
    """Make a cell of what was read in it."""
    properties = child(cell, "tcPr")
    merged = child(properties, "vMerge")
    shade = child(properties, "shd")
    fill = (attribute(shade, "fill") or "").lower() if shade is not None else ""
    return Cell(
        tuple(found),
        span=_number(value(properties, "gridSpan")) or 1,
        continues=merged is not None and attribute(merged, "val") != "restart",
        is_marked=fill not in _PLAIN_FILLS,
    )


def read_row(row: Element, cells: Sequence[Cell]) -> TableRow:
    """Make a row; columns left free before its first cell become an empty one."""
    properties = child(row, "trPr")
    free = _number(value(properties, "gridBefore"))
    padding = [Cell((), span=free)] if free else []
    return TableRow((*padding, *cells), repeats=bool(is_on(properties, "tblHeader")))


def mark_first_row(
    table: Element, rows: Sequence[TableRow], styles: StyleSheet
) -> Sequence[TableRow]:
    """Mark the first row's cells where the table's style sets the first row apart."""
    properties = child(table, "tblPr")
    look = child(properties, "tblLook")
    asked = look is not None and (
        attribute(look, "firstRow") in {"1", "true", "on"} or _bit(attribute(look, "val"))
    )
    if not rows or not asked or not styles.sets_first_row_apart(value(properties, "tblStyle")):
        return rows
    cells = tuple(replace(cell, is_marked=True) for cell in rows[0].cells)
    return [replace(rows[0], cells=cells), *rows[1:]]


def _number(given: str | None) -> int:
    """Read a count of columns, 0 where none or nonsense is given; Word's limit is 63."""
    if given is None or not given.isdecimal() or len(given) > 4:
        return 0
    return min(int(given), _WIDEST)


def _bit(given: str | None) -> bool:
    try:
        return bool(int(given or "0", 16) & 0x0020)
    except ValueError:
        return False
