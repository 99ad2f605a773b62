"""PowerPoint files (.pptx) to headings, paragraphs, items and rows; a page is a slide.

Reads the file's own XML; speaker notes, footers and hidden slides are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.documents.archive import open_archive
from goldenthread.documents.blocks import Block, Heading, Item, Paragraph, Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.bullets import without_bullet
from goldenthread.documents.legacy import check_is_modern
from goldenthread.documents.look import Line, is_short_title, settle
from goldenthread.documents.nesting import refusing_depth
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.openxml import (
    Element,
    OfficeFile,
    attribute,
    child,
    children,
    descendants,
    is_true,
    name_of,
)
from goldenthread.documents.tables import Cell, TableRow, settle_table
from goldenthread.documents.titles import file_title
from goldenthread.fault import Fault

_WHAT = "PowerPoint file"
_LEFT_OUT = frozenset({"dt", "ftr", "hdr", "sldNum", "sldImg"})
_TITLES = frozenset({"title", "ctrTitle"})
_SHAPES = frozenset({"sp", "grpSp", "graphicFrame", "pic", "cxnSp"})
_BODY_SIZE = 18.0
_SAME_LINE = 200_000  # a fifth of an inch, in the format's units


@dataclass(slots=True)
class _Slide:
    """One slide while it is read; `relations` lead to its drawings' parts."""

    number: int
    file: OfficeFile
    relations: dict[str, tuple[str, str]]
    title: str = ""
    found: list[Block | Line] = field(default_factory=list)


def read_slides(data: bytes, bounds: Bounds) -> Reading:
    """Read a .pptx file's bytes. A slide that shows only pictures is an unreadable page.

    Raises:
        Fault: if the file is locked, of the old kind, damaged, too large, or has no text.
    """
    check_is_modern(data)
    with refusing_depth(_WHAT):
        file = OfficeFile(open_archive(data, bounds), _WHAT)
        return _read(file)


def _read(file: OfficeFile) -> Reading:
    main = file.main_part("presentationml", "ppt/presentation.xml")
    names = list(_slide_names(file, main))
    blocks: list[Block] = []
    unreadable: list[int] = []
    title, last = "", ""
    has_parts = any(_layout_kind(file, name) == "secHead" for name in names)
    for number, name in enumerate(names, 1):
        root = file.parse(name)
        if not is_true(root, "show", default=True):
            continue
        slide = _read_slide(file, name, number, root)
        kind = _layout_kind(file, name)
        if not slide.title and not slide.found and _has_picture(root):
            unreadable.append(number)
        if number == 1 and kind == "title" and slide.title:
            title = slide.title
        elif slide.title and slide.title != last:
            level = 2 if has_parts and kind != "secHead" else 1
            blocks.append(Heading(slide.title, level, number))
            last = slide.title
        blocks.extend(_below(settle(slide.found), level=3 if has_parts else 2))
    if not blocks and not title:
        raise Fault(_why_empty(has_picture=bool(unreadable)))
    return Reading(title or file_title(file), tuple(blocks), len(names), tuple(unreadable))


def _slide_names(file: OfficeFile, main: str) -> Iterator[str]:
    relations = file.relations(main)
    for one in children(child(file.parse(main), "sldIdLst"), "sldId"):
        kind, name = relations.get(attribute(one, "id", linked=True) or "", ("", ""))
        if kind == "slide":
            yield name


def _layout_kind(file: OfficeFile, slide: str) -> str:
    layout = file.related(slide, "slideLayout")
    return "" if layout is None else attribute(layout, "type") or ""


def _read_slide(file: OfficeFile, name: str, number: int, root: Element) -> _Slide:
    slide = _Slide(number, file, file.relations(name))
    tree = child(root, "cSld", "spTree")
    if tree is not None:
        for shape in _in_reading_order(tree):
            _read_shape(slide, shape)
    return slide


def _in_reading_order(tree: Element) -> list[Element]:
    """Give a group's shapes from top to bottom, then left to right; titles come first.

    Shapes that take their place from the layout keep the order of the file, before the rest.
    """
    shapes = [one for alternative in tree for one in _shown(alternative)]

    def place(shape: Element) -> tuple[int, int, int]:
        if _placeholder(shape) in _TITLES:
            return (-2, 0, 0)
        offset = next(descendants(shape, "off"), None)
        if offset is None:
            return (-1, 0, 0)
        across, down = (_coordinate(attribute(offset, axis)) for axis in ("x", "y"))
        return (0, down // _SAME_LINE, across)

    return sorted(shapes, key=place)


def _shown(element: Element) -> list[Element]:
    if name_of(element) == "AlternateContent":
        choice = child(element, "Choice")
        return [one for one in choice if name_of(one) in _SHAPES] if choice is not None else []
    return [element] if name_of(element) in _SHAPES else []


def _coordinate(given: str | None) -> int:
    try:
        return int(given or "0") if len(given or "") < 20 else 0
    except ValueError:
        return 0


def _placeholder(shape: Element) -> str | None:
    """Give the kind of placeholder a shape is, None if it is none."""
    mark = next((ph for ph in (child(one, "nvPr", "ph") for one in shape) if ph is not None), None)
    return None if mark is None else attribute(mark, "type") or "obj"


def _read_shape(slide: _Slide, shape: Element) -> None:
    placeholder = _placeholder(shape)
    if placeholder in _LEFT_OUT:
        return
    if name_of(shape) == "grpSp":
        for one in _in_reading_order(shape):
            _read_shape(slide, one)
    elif name_of(shape) == "graphicFrame":
        _read_graphic(slide, shape)
    elif (body := child(shape, "txBody")) is not None:
        if placeholder in _TITLES and not slide.title:
            slide.title = normalise(" ".join(_text(one) for one in children(body, "p")))
        else:
            is_list = placeholder in {"body", "obj"}
            slide.found.extend(_read_text(slide, body, is_list=is_list))


def _read_text(slide: _Slide, body: Element, *, is_list: bool) -> list[Block | Line]:
    paragraphs = [one for one in children(body, "p") if normalise(_text(one))]
    is_list = is_list and len(paragraphs) > 1
    return [_as_block(one, slide.number, is_list=is_list) for one in paragraphs]


def _as_block(paragraph: Element, page: int, *, is_list: bool) -> Block | Line:
    properties = child(paragraph, "pPr")
    marks = {name_of(one) for one in properties} if properties is not None else set()
    text = _text(paragraph)
    level = attribute(properties, "lvl") if properties is not None else None
    depth = int(level) + 1 if level in set("012345678") else 1
    stands_out = _is_bold(paragraph) and is_short_title(normalise(text))
    listed = marks & {"buChar", "buAutoNum", "buBlip"} or (is_list and "buNone" not in marks)
    if listed and not (stands_out and depth == 1 and not marks & {"buChar", "buAutoNum"}):
        return Item(text, page, depth)
    item = without_bullet(text)
    return Item(item, page) if item else Line(text, _BODY_SIZE, stands_out, page=page)


def _text(paragraph: Element) -> str:
    """Give a paragraph's text; a line break is a space."""
    parts: list[str] = []
    for one in paragraph:
        if name_of(one) in {"r", "fld"}:
            parts.extend(text.text or "" for text in children(one, "t"))
        elif name_of(one) == "br":
            parts.append(" ")
        elif name_of(one) in {"AlternateContent", "m"}:
            parts.extend(text.text or "" for text in descendants(one, "t"))
    return "".join(parts)


def _is_bold(paragraph: Element) -> bool:
    written = [one for one in children(paragraph, "r") if normalise(_text_of_run(one))]
    looks = (child(one, "rPr") for one in written)
    return bool(written) and all(look is not None and is_true(look, "b") for look in looks)


def _text_of_run(run: Element) -> str:
    return "".join(text.text or "" for text in children(run, "t"))


def _read_graphic(slide: _Slide, frame: Element) -> None:
    data = child(frame, "graphic", "graphicData")
    if (table := child(data, "tbl")) is not None:
        slide.found.extend(_read_table(slide, table))
    elif (drawing := child(data, "relIds")) is not None:
        _, name = slide.relations.get(attribute(drawing, "dm") or "", ("", ""))
        root = slide.file.parse_if_there(name)
        for point in descendants(root, "pt") if root is not None else ():
            for body in children(point, "t"):
                paragraphs = (normalise(_text(one)) for one in children(body, "p"))
                slide.found.extend(Paragraph(text, slide.number) for text in paragraphs if text)


def _read_table(slide: _Slide, table: Element) -> list[Block | Line]:
    properties = child(table, "tblPr")
    titled = properties is not None and is_true(properties, "firstRow")
    rows = [
        TableRow(
            tuple(_read_cell(slide, cell) for cell in children(row, "tc")),
            repeats=titled and at == 0,
        )
        for at, row in enumerate(children(table, "tr"))
    ]
    return settle_table([row for row in rows if row.cells], slide.number)


def _read_cell(slide: _Slide, cell: Element) -> Cell:
    body = child(cell, "txBody")
    found = _read_text(slide, body, is_list=False) if body is not None else []
    covered = is_true(cell, "hMerge") or is_true(cell, "vMerge")
    return Cell(tuple(found), continues=covered)


def _below(blocks: Sequence[Block], *, level: int) -> list[Block]:
    """Put the headings inside a slide one level below its title."""
    return [
        Heading(one.text, level, one.page) if isinstance(one, Heading) else one for one in blocks
    ]


def _has_picture(root: Element) -> bool:
    return any(True for name in ("pic", "graphicFrame", "blip") for _ in descendants(root, name))


def _why_empty(*, has_picture: bool) -> str:
    if has_picture:
        return (
            "This PowerPoint file holds pictures of text only, which can't be read: "
            "upload a version with the text itself."
        )
    return "This PowerPoint file holds no text: check that it is the right file."
