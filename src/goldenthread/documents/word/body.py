"""The body of a Word file, read from top to bottom: what it prints, in reading order.

Headers, footers, comments and contents tables are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goldenthread.documents.blocks import Block, Item, Paragraph, Row
from goldenthread.documents.bullets import without_bullet
from goldenthread.documents.look import Line, is_short_title
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.openxml import (
    Element,
    attribute,
    child,
    children,
    descendants,
    name_of,
    value,
)
from goldenthread.documents.tables import TableRow, settle_table
from goldenthread.documents.word.cells import mark_first_row, read_cell, read_row
from goldenthread.documents.word.numbering import Numbering, list_depth
from goldenthread.documents.word.paragraphs import Fields, Printed, read_paragraph
from goldenthread.documents.word.styles import Style, StyleSheet, outline_level

_TRANSPARENT = frozenset(
    {"ins", "moveTo", "customXml", "smartTag", "sdtContent", "Choice", "AlternateContent", "body"}
)


@dataclass(slots=True)
class Body:
    """The reading as it grows. Parts of it that stand apart, such as cells, share its lists."""

    styles: StyleSheet
    numbering: Numbering
    notes: Mapping[str, Element]
    fields: Fields = field(default_factory=Fields)
    found: list[Block | Line] = field(default_factory=list)
    title: str = ""
    has_picture: bool = False
    _carried: str = ""
    _notes_due: list[str] = field(default_factory=list)

    def read(self, container: Element) -> None:
        """Read every block of a body, cell, text box or content control."""
        for one in container:
            name = name_of(one)
            if name == "p":
                self._read_paragraph(one)
            elif name == "tbl":
                self._read_table(one)
            elif name == "sdt" and not _is_contents(one):
                for content in children(one, "sdtContent"):
                    self.read(content)
            elif name in _TRANSPARENT:
                self.read(one)

    def finish(self) -> None:
        """Put down the footnotes still due."""
        self._put_notes()

    def _read_paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        style = self.styles.get(value(properties, "pStyle"))
        printed = read_paragraph(paragraph, self.styles, style, self.fields)
        self.has_picture |= printed.has_picture
        if not (printed.touches_contents or style.is_contents):
            self._put_text(printed, properties, style)
        self._notes_due.extend(printed.notes)
        for box in printed.boxes:
            self.read(box)

    def _put_text(self, printed: Printed, properties: Element | None, style: Style) -> None:
        text, self._carried = self._carried + printed.text, ""
        if _runs_on(properties):
            self._carried = text
            return
        number, depth, is_outline = self._numbered(properties, style)
        if not normalise(text):
            return
        if style.is_title and not self._in_text():
            self.title = f"{self.title} {normalise(text)}".strip()
            return
        level = outline_level(properties)
        level = style.level if level is None else level or None
        self._put(
            self._as_block(
                Line(text, printed.size, printed.stands_out or style.is_bold, level),
                number,
                depth,
                is_outline=is_outline,
            )
        )

    def _numbered(self, properties: Element | None, style: Style) -> tuple[str, int, bool]:
        """Count a list entry: its printed number, its depth from 1 (0: no list), its kind."""
        list_id = value(properties, "numPr", "numId") or style.numbering[0]
        if list_id is None or list_id == "0":
            return "", 0, False
        given = value(properties, "numPr", "ilvl") or style.numbering[1]
        depth = list_depth(given)
        number = self.numbering.count(list_id, depth)
        last = style.name[-1:]
        named = int(last) - 1 if style.name.startswith("List") and last in "2345" else 0
        is_outline = self.numbering.level(list_id, depth).is_outline
        return number, max(depth, named) + 1, is_outline

    def _as_block(self, line: Line, number: str, depth: int, *, is_outline: bool) -> Block | Line:
        if line.level is not None or (number and line.stands_out and _may_title(line.text)):
            return Line(f"{number} {line.text}", line.size, line.stands_out, line.level)
        if is_outline:
            return Paragraph(line.text)
        if depth:
            return Item(line.text, depth=depth)
        item = without_bullet(line.text)
        return line if item is None else Item(item)

    def _put(self, block: Block | Line) -> None:
        if not isinstance(block, Item):
            self._put_notes()
        self.found.append(block)

    def _put_notes(self) -> None:
        due, self._notes_due = self._notes_due, []
        for identity in due:
            if identity in self.notes:
                part = self._apart()
                part.read(self.notes[identity])
                self.found.append(Paragraph(" ".join(_text_of(one) for one in part.found)))

    def _read_table(self, table: Element) -> None:
        rows = [row for one in _rows_of(table) if (row := self._read_row(one)).cells]
        for block in settle_table(mark_first_row(table, rows, self.styles)):
            self._put(block)

    def _read_row(self, row: Element) -> TableRow:
        cells = []
        for cell in _cells_of(row):
            part = self._apart()
            part.read(cell)
            part.finish()
            self.title = self.title or part.title
            self.has_picture |= part.has_picture
            cells.append(read_cell(cell, part.found))
        return read_row(row, cells)

    def _apart(self) -> "Body":
        return Body(self.styles, self.numbering, self.notes, self.fields)

    def _in_text(self) -> bool:
        return any(isinstance(one, Line) and one.level is not None for one in self.found)


def _text_of(block: Block | Line) -> str:
    return " ".join(block.cells) if isinstance(block, Row) else block.text


def _may_title(text: str) -> bool:
    written = normalise(text)
    return bool(written) and is_short_title(written)


def _runs_on(properties: Element | None) -> bool:
    """Say whether the text goes on in the next paragraph: its end was deleted, or a drop cap."""
    if child(properties, "rPr", "del") is not None:
        return True
    frame = child(properties, "framePr")
    return frame is not None and attribute(frame, "dropCap") in {"drop", "margin"}


def _is_contents(control: Element) -> bool:
    properties = child(control, "sdtPr")
    if properties is None:
        return False
    galleries = (attribute(one, "val") or "" for one in descendants(properties, "docPartGallery"))
    return any("Table of" in gallery for gallery in galleries)


def _rows_of(table: Element) -> list[Element]:
    """Give the rows that are not deleted, through content controls."""
    found: list[Element] = []
    for one in table:
        name = name_of(one)
        if name == "tr":
            if child(one, "trPr", "del") is None:
                found.append(one)
        elif name in _TRANSPARENT or name == "sdt":
            found.extend(_rows_of(one))
    return found


def _cells_of(row: Element) -> list[Element]:
    found: list[Element] = []
    for one in row:
        name = name_of(one)
        if name == "tc":
            found.append(one)
        elif name in _TRANSPARENT or name == "sdt":
            found.extend(_cells_of(one))
    return found
