"""What a reader finds on the page, before it becomes a text: headings, paragraphs, items, rows.

Values only. Every reader gives a `Reading`; `assembly.assemble` makes the `Text` from it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading as printed, its own number included.

    `level` counts from 1 and may jump: the assembly closes the gaps.
    """

    text: str
    level: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its lines already joined."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list without its bullet or number; `depth` is 1 for the outermost list."""

    text: str
    page: int | None = None
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, a cell for each column; `header` is the row of column titles.

    The header row itself is not a block. A merged cell stands once, the columns it covers
    are empty.
    """

    cells: tuple[str, ...]
    page: int | None = None
    header: tuple[str, ...] | None = None


Block = Heading | Paragraph | Item | Row


@dataclass(frozen=True, slots=True)
class Reading:
    """All a reader found in one file, in reading order.

    `title` is the document's own, None where the file does not say. `pages` is None where
    the format has none; `unreadable_pages` counts from 1.
    """

    title: str | None
    blocks: tuple[Block, ...]
    pages: int | None = None
    unreadable_pages: tuple[int, ...] = ()
