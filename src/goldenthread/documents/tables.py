"""Tables, settled: which row is the header, and which tables only lay out text.

Pure. Shared by every reader whose format has cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.blocks import Block, Row
from goldenthread.documents.look import Line
from goldenthread.documents.normalisation import normalise

_LONG_CELL = 30
_LONG_TITLE = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what stands in it, how many columns it covers, whether it looks like a title.

    `continues` marks the lower part of a cell merged downwards, which prints nothing.
    """

    found: tuple[Block | Line, ...]
    span: int = 1
    continues: bool = False
    is_marked: bool = False

    @property
    def text(self) -> str:
        """The cell's own text on one line; a table inside it stands apart."""
        if self.continues or not self.found:
            return ""
        return normalise(" ".join(one.text for one in self.found if not isinstance(one, Row)))

    @property
    def stands_out(self) -> bool:
        """Whether all of its text is bold, or the cell is marked as a title."""
        lines = [one for one in self.found if not isinstance(one, Row)]
        bold = [
            isinstance(one, Line) and (one.stands_out or one.level is not None) for one in lines
        ]
        return self.is_marked or (bool(bold) and all(bold))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of cells; `repeats` says the author marked it as a header row."""

    cells: tuple[Cell, ...]
    repeats: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts by column; columns covered by a wide cell are empty."""
        return tuple(text for cell in self.cells for text in (cell.text, *[""] * (cell.span - 1)))

    @property
    def width(self) -> int:
        """How many columns the row covers."""
        return sum(cell.span for cell in self.cells)

    @property
    def is_band(self) -> bool:
        """Whether one wide cell is all the row says, as a subtitle in a table does."""
        return len([text for text in self.texts if text]) == 1 and self.width > 1


def settle_table(rows: Sequence[TableRow], page: int | None = None) -> list[Block | Line]:
    """Give a table's rows under their header, or its text where it only lays text out.

    A table inside a cell follows the row it stands in. Rows that repeat the header, as at
    the top of a new page, are left out.
    """
    if _is_layout(rows):
        return [one for row in rows for cell in row.cells for one in cell.found]
    bands = _leading_bands(rows)
    rest = rows[bands:]
    headers = _header_rows(rest)
    header = _joined_header(rest[:headers])
    found = [block for row in rows[:bands] for block in _as_blocks(row, None, page)]
    repeated = {row.texts for row in rest[:headers]}
    for row in rest[headers:]:
        if row.texts not in repeated:
            found.extend(_as_blocks(row, header, page))
    if headers == len(rest):
        found.extend(block for row in rest for block in _as_blocks(row, None, page))
    return found


def _as_blocks(
    row: TableRow, header: tuple[str, ...] | None, page: int | None
) -> list[Block | Line]:
    inner = [one for cell in row.cells for one in cell.found if isinstance(one, Row)]
    return [Row(row.texts, page, header), *inner] if any(row.texts) else list(inner)


def _is_layout(rows: Sequence[TableRow]) -> bool:
    if all(len(row.cells) <= 1 for row in rows):
        return True
    cells = [cell for row in rows for cell in row.cells]
    if any(_has_titled_text(cell) for cell in cells):
        return True
    filled = [row for row in rows if any(row.texts)]
    return len(filled) == 1 and any(
        len(cell.text.split()) > _LONG_CELL or len(cell.found) > 1 for cell in filled[0].cells
    )


def _has_titled_text(cell: Cell) -> bool:
    """Say whether a cell holds a styled heading with text below it."""
    return any(isinstance(one, Line) and one.level is not None for one in cell.found[:-1])


def _leading_bands(rows: Sequence[TableRow]) -> int:
    bands = 0
    while bands < len(rows) - 1 and rows[bands].is_band:
        bands += 1
    return bands


def _header_rows(rows: Sequence[TableRow]) -> int:
    marked = 0
    while marked < len(rows) and rows[marked].repeats:
        marked += 1
    if marked:
        return marked
    return 1 if len(rows) > 1 and _looks_like_header(rows) else 0


def _looks_like_header(rows: Sequence[TableRow]) -> bool:
    """Say whether the first row names the columns: short titles that stand out from the rest."""
    first = rows[0]
    texts = [cell.text for cell in first.cells]
    titled = [text for text in texts[1:] if text]
    if len(titled) < len(texts) - 1 or any(len(text.split()) > _LONG_TITLE for text in texts):
        return False
    outstanding = all(cell.stands_out for cell in first.cells if cell.text)
    second = all(cell.stands_out for cell in rows[1].cells if cell.text)
    if outstanding and not second:
        return True
    wordy = all(text and not any(letter.isdigit() for letter in text) for text in texts)
    unended = not any(text.endswith((".", ";", ":")) for text in texts)
    return wordy and unended and len(rows) > 2 and len(texts) > 2


def _joined_header(rows: Sequence[TableRow]) -> tuple[str, ...] | None:
    """Give one title for each column; of two header rows, the upper's stands first."""
    if not rows:
        return None
    columns: list[list[str]] = [[] for _ in range(max(row.width for row in rows))]
    for row in rows:
        at = 0
        for cell in row.cells:
            for column in columns[at : at + cell.span]:
                if cell.text and (not column or column[-1] != cell.text):
                    column.append(cell.text)
            at += cell.span
    return tuple(" ".join(column) for column in columns)
