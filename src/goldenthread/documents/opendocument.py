"""OpenDocument texts (.odt) to headings, paragraphs, items and rows.

Reads content.xml and styles.xml; indexes, comments and deleted text are left out.
"""

from dataclasses import dataclass, field

from goldenthread.documents.archive import open_archive
from goldenthread.documents.blocks import Block, Item, Paragraph, Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.bullets import without_bullet
from goldenthread.documents.legacy import check_is_modern
from goldenthread.documents.look import Line, find_cover_title, settle
from goldenthread.documents.nesting import refusing_depth
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.openxml import (
    Element,
    OfficeFile,
    attribute,
    child,
    descendants,
    name_of,
)
from goldenthread.documents.tables import Cell, TableRow, settle_table
from goldenthread.documents.titles import file_title
from goldenthread.fault import Fault

_WHAT = "OpenDocument text"
_LEFT_OUT = frozenset(
    {
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index", "bibliography", "tracked-changes", "annotation", "annotation-end",
        "forms", "sequence-decls", "variable-decls", "user-field-decls", "desc", "title",
        "note-citation", "ruby-text", "hidden-text", "hidden-paragraph",
    }
)  # fmt: skip
_PICTURES = frozenset({"image", "object", "object-ole"})
_DEFAULT_SIZE = 12.0
_LONGEST_CHAIN = 20
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style prints, None where it leaves it open."""

    size: float | None
    bold: bool | None


@dataclass(slots=True)
class _Styles:
    """The paragraph and text styles of a file, by name."""

    elements: dict[str, Element]

    def names(self, name: str | None) -> list[str]:
        """Give a style's name and those it builds on, nearest first."""
        found: list[str] = []
        while name in self.elements and len(found) < _LONGEST_CHAIN:
            assert name is not None  # noqa: S101  # it is a key
            found.append(name)
            name = attribute(self.elements[name], "parent-style-name")
        return [*found, name] if name else found

    def look(self, name: str | None) -> _Look:
        size, bold = None, None
        for one in self.names(name):
            properties = child(self.elements.get(one), "text-properties")
            if properties is not None:
                size = size or _points(attribute(properties, "font-size"))
                weight = attribute(properties, "font-weight")
                bold = bold if bold is not None or not weight else weight not in {"normal", "400"}
        return _Look(size, bold)


@dataclass(slots=True)
class _Run:
    """A paragraph's text while it is gathered."""

    parts: list[str] = field(default_factory=list)
    plain_letters: int = 0
    size: float = 0.0
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What was found so far, and the footnotes still due."""

    styles: _Styles
    found: list[Block | Line] = field(default_factory=list)
    title: str = ""
    has_picture: bool = False
    notes: list[Element] = field(default_factory=list)

    def read(self, container: Element) -> None:
        for one in container:
            name = name_of(one)
            if name in {"p", "h"}:
                self._read_paragraph(one)
            elif name == "list":
                self._read_list(one, 1)
            elif name == "table":
                self._put(*settle_table(self._rows(one)))
            elif name in _PICTURES:
                self.has_picture = True
            elif name and name not in _LEFT_OUT and attribute(one, "display") != "none":
                self.read(one)

    def finish(self) -> list[Block | Line]:
        """Put down the footnotes still due and give everything."""
        due, self.notes = self.notes, []
        for note in due:
            part = _Walk(self.styles)
            for body in descendants(note, "note-body"):
                part.read(body)
            texts = (one.text for one in part.found if not hasattr(one, "cells"))
            self.found.append(Paragraph(" ".join(texts)))
        return self.found

    def _put(self, *blocks: Block | Line) -> None:
        for block in blocks:
            if not isinstance(block, Item):
                self.finish()
            self.found.append(block)

    def _read_paragraph(self, paragraph: Element, depth: int = 0) -> None:
        run = _Run()
        style = attribute(paragraph, "style-name")
        self._gather(paragraph, run, style)
        text = "".join(run.parts)
        if normalise(text):
            self._put_text(paragraph, run, text, depth)
        self.notes.extend(run.notes)
        for box in run.boxes:
            self.read(box)

    def _put_text(self, paragraph: Element, run: _Run, text: str, depth: int) -> None:
        names = self.styles.names(attribute(paragraph, "style-name"))
        if "Title" in names and not any(isinstance(one, Line) and one.level for one in self.found):
            self.title = f"{self.title} {normalise(text)}".strip()
            return
        level = None
        if name_of(paragraph) == "h":
            given = attribute(paragraph, "outline-level") or "1"
            level = max(1, min(int(given), 10)) if given.isdecimal() and len(given) < 4 else 1
        item = text if depth else without_bullet(text)
        if level is None and item is not None:
            self._put(Item(item, depth=max(depth, 1)))
        else:
            self._put(Line(text, run.size or _DEFAULT_SIZE, not run.plain_letters, level))

    def _gather(self, element: Element, run: _Run, style: str | None) -> None:
        self._add(run, element.text, style, element)
        for one in element:
            name = name_of(one)
            if name == "s":
                run.parts.append(" ")
            elif name in {"tab", "line-break"}:
                run.parts.append("\t" if name == "tab" else " ")
            elif name == "note":
                run.notes.append(one)
            elif name in {"frame", "text-box", "custom-shape", "g", "rect"}:
                self._note_drawing(one, run)
            elif name and name not in _LEFT_OUT:
                inner = attribute(one, "style-name") if name == "span" else None
                self._gather(one, run, inner or style)
            self._add(run, one.tail, style, element)

    def _note_drawing(self, drawing: Element, run: _Run) -> None:
        self.has_picture |= any(name_of(one) in _PICTURES for one in drawing.iter())
        boxes = list(descendants(drawing, "text-box"))
        run.boxes.extend(
            [one for one in boxes if not any(above in boxes for above in one.iterancestors())]
            or [drawing]
        )

    def _add(self, run: _Run, text: str | None, style: str | None, element: Element) -> None:
        if not text:
            return
        run.parts.append(text)
        letters = len("".join(text.split()))
        if not letters:
            return
        inner = self.styles.look(style)
        outer = self._paragraph_look(element)
        if not (inner.bold if inner.bold is not None else outer.bold):
            run.plain_letters += letters
        run.size = max(run.size, inner.size or outer.size or _DEFAULT_SIZE)

    def _paragraph_look(self, element: Element) -> _Look:
        paragraph = element
        for above in element.iterancestors():
            if name_of(paragraph) in {"p", "h"}:
                break
            paragraph = above
        return self.styles.look(attribute(paragraph, "style-name"))

    def _read_list(self, element: Element, depth: int) -> None:
        for item in element:
            for one in item:
                if name_of(one) == "list":
                    self._read_list(one, depth + 1)
                elif name_of(one) in {"p", "h"}:
                    self._read_paragraph(one, depth)

    def _rows(self, table: Element) -> list[TableRow]:
        found: list[TableRow] = []
        for one in table:
            name = name_of(one)
            if name == "table-row":
                cells = self._cells(one)
                if cells:
                    parent = one.getparent()
                    in_head = parent is not None and name_of(parent) == "table-header-rows"
                    found.append(TableRow(cells, repeats=in_head))
            elif name in {"table-header-rows", "table-rows", "table-row-group"}:
                found.extend(self._rows(one))
        return found

    def _cells(self, row: Element) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for one in row:
            if name_of(one) == "covered-table-cell":
                if not cells or cells[-1].span == 1:
                    cells.append(Cell((), continues=True))
            elif name_of(one) == "table-cell":
                part = _Walk(self.styles)
                part.read(one)
                self.has_picture |= part.has_picture
                span = _count(attribute(one, "number-columns-spanned"))
                cells.append(Cell(tuple(part.finish()), span))
        return tuple(cells)


def read_opendocument(data: bytes, bounds: Bounds) -> Reading:
    """Read an .odt file's bytes; texts of this kind have no pages of their own.

    Raises:
        Fault: if the file is locked, damaged, too large, not a text, or has no words.
    """
    check_is_modern(data)
    with refusing_depth(_WHAT):
        file = OfficeFile(open_archive(data, bounds), _WHAT)
        _check_unlocked(file)
        return _read(file)


def _read(file: OfficeFile) -> Reading:
    content = file.parse("content.xml")
    text = child(content, "body", "text")
    if text is None:
        raise Fault("This OpenDocument file is not a text: save the text as .odt or .docx.")
    styles = _Styles(_named_styles([file.parse_if_there("styles.xml"), content]))
    walk = _Walk(styles)
    walk.read(text)
    blocks = settle(walk.finish())
    if not blocks and not walk.title:
        raise Fault(_why_empty(has_picture=walk.has_picture))
    title = walk.title or find_cover_title(walk.found)
    return Reading(title or file_title(file, "meta.xml"), tuple(blocks))


def _check_unlocked(file: OfficeFile) -> None:
    manifest = file.parse_if_there("META-INF/manifest.xml")
    if manifest is not None and any(True for _ in descendants(manifest, "encryption-data")):
        raise Fault("This file is locked with a password: remove it and upload the file again.")


def _named_styles(roots: list[Element | None]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for root in roots:
        for style in descendants(root, "style") if root is not None else ():
            if attribute(style, "family") in {"paragraph", "text"}:
                found[attribute(style, "name") or ""] = style
    return found


def _points(given: str | None) -> float | None:
    if given is None or not given.endswith("pt"):
        return None
    number = given.removesuffix("pt")
    is_number = number.replace(".", "", 1).isdecimal() and len(number) < 8
    return float(number) if is_number else None


def _count(given: str | None) -> int:
    if given is None or not given.isdecimal() or len(given) > 4:
        return 1
    return max(1, min(int(given), _WIDEST))


def _why_empty(*, has_picture: bool) -> str:
    if has_picture:
        return (
            "This OpenDocument text holds pictures of text only, which can't be read: "
            "upload a version with the text itself."
        )
    return "This OpenDocument text holds no text: check that it is the right file."
