"""One paragraph of a Word file as it prints: its text, how it looks, and what hangs on it.

Tracked changes are read as accepted: insertions are in, deletions out.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from goldenthread.documents.openxml import Element, attribute, child, descendants, is_on, name_of
from goldenthread.documents.openxml import value as value_of
from goldenthread.documents.word.styles import Style, StyleSheet

_NOT_PRINTED = frozenset(
    {
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "del",
        "moveFrom",
        "delText",
        "rt",
        "Fallback",
        "oMathParaPr",
    }
)
_AS_SPACE = frozenset({"tab", "ptab", "br", "cr"})
_DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})


@dataclass(slots=True)
class Fields:
    """The fields that are open at a point of the document, outermost first.

    A table of contents is a field; what it prints is not content.
    """

    _codes: list[list[str]] = field(default_factory=list)

    @property
    def in_contents(self) -> bool:
        """Whether the point is inside a table of contents or of figures."""
        return any(is_contents_code("".join(code)) for code in self._codes)

    def see(self, element: Element) -> None:
        """Take note of a field's begin, code or end."""
        kind = attribute(element, "fldCharType")
        if name_of(element) == "instrText":
            if self._codes:
                self._codes[-1].append(element.text or "")
        elif kind == "begin":
            self._codes.append([])
        elif kind == "end" and self._codes:
            self._codes.pop()


@dataclass(slots=True)
class Printed:
    """What one paragraph prints.

    `boxes` are the contents of text boxes anchored in it, `notes` the ids of its footnotes
    ("footnote 2") in order.
    """

    text: str
    size: float
    stands_out: bool
    touches_contents: bool
    has_picture: bool
    boxes: list[Element]
    notes: list[str]


@dataclass(slots=True)
class _Print:
    """A paragraph while its runs are read."""

    styles: StyleSheet
    style: Style
    fields: Fields
    parts: list[str] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    plain_letters: int = 0
    touches_contents: bool = False
    has_picture: bool = False
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_run(self, run: Element) -> None:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            return
        before = len(self.parts)
        for one in run:
            self._add_part(one)
        letters = sum(len("".join(part.split())) for part in self.parts[before:])
        if letters:
            self._note_look(properties, letters)

    def _add_part(self, one: Element) -> None:
        name = name_of(one)
        if name == "t":
            self.parts.append(one.text or "")
        elif name in _AS_SPACE:
            self.parts.append("\t" if name == "tab" else " ")
        elif name == "noBreakHyphen":
            self.parts.append("-")
        elif name in {"fldChar", "instrText"}:
            self.fields.see(one)
            self.touches_contents |= self.fields.in_contents
        elif name in {"footnoteReference", "endnoteReference"}:
            self.notes.append(f"{name.removesuffix('Reference')} {attribute(one, 'id')}")
        elif name in _DRAWN:
            self.has_picture = True
            self.boxes.extend(_boxes(one))
        elif name == "ruby":
            for run in runs(one):
                self.add_run(run)

    def _note_look(self, properties: Element | None, letters: int) -> None:
        style = value_of(properties, "rStyle")
        bold = is_on(properties, "b")
        if bold is None:
            bold = self.styles.is_bold(style)
        if bold is None:
            bold = self.style.is_bold
        underlined = bool(is_on(properties, "u"))
        given = value_of(properties, "sz") or ""
        written = int(given) / 2 if given.isdecimal() and len(given) < 6 else None
        self.sizes[written or self.styles.size(style) or self.style.size] += letters
        if not bold and not underlined:
            self.plain_letters += letters


def read_paragraph(paragraph: Element, styles: StyleSheet, style: Style, fields: Fields) -> Printed:
    """Read one paragraph; `fields` is carried from paragraph to paragraph."""
    found = _Print(styles, style, fields, touches_contents=fields.in_contents)
    for run in runs(paragraph):
        found.add_run(run)
    return Printed(
        text="".join(found.parts),
        size=found.sizes.most_common(1)[0][0] if found.sizes else style.size,
        stands_out=bool(found.sizes) and not found.plain_letters,
        touches_contents=found.touches_contents,
        has_picture=found.has_picture,
        boxes=found.boxes,
        notes=found.notes,
    )


def runs(element: Element) -> Iterator[Element]:
    """Give the runs that print, through links, insertions, fields and content controls."""
    for one in element:
        name = name_of(one)
        if name == "r":
            yield one
        elif name == "fldSimple" and is_contents_code(attribute(one, "instr") or ""):
            continue
        elif name and name not in _NOT_PRINTED:
            yield from runs(one)


def is_contents_code(code: str) -> bool:
    """Say whether a field's code asks for a table of contents."""
    return code.split()[:1] == ["TOC"]


def _boxes(drawn: Element) -> list[Element]:
    """Give the text boxes of a drawing, each once; the copy for old programs is left out."""
    choice = child(drawn, "Choice") if name_of(drawn) == "AlternateContent" else drawn
    if choice is None:
        return []
    found: list[Element] = []
    for box in descendants(choice, "txbxContent"):
        above = {name_of(one) for one in box.iterancestors()} & {"Fallback"}
        inside = any(one in found for one in box.iterancestors())
        if not inside and not above:
            found.append(box)
    return found
