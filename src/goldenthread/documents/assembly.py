"""A reading becomes a text: numbered sections, and passages with stable ids and their context.

Pure: values in, values out. What readers of all formats need alike stands here once.
"""

import re
from dataclasses import dataclass, field

from goldenthread.documents.blocks import Block, Heading, Item, Paragraph, Reading, Row
from goldenthread.documents.contents import drop_contents
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.numbering import decimal_path, split_number
from goldenthread.documents.text import Passage, PassageKind, Section, Text

_CELL_BREAK = " | "
_LONGEST_LEAD_IN = 300
_INTRODUCES = re.compile(
    r"\b(?:following|below|these|includ(?:e|es|ing)|as follows|such as|namely)\b[^.!?]*[.!?]?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“\"'(])")


def assemble(reading: Reading, *, format: str, sha256: str, fallback_title: str) -> Text:  # noqa: A002
    """Make the text: written forms normalised, contents lists and empty blocks left out.

    Section ids are places in the outline (`2.1`), passage ids the section's id and the number
    of the passage in it (`2.1:p3`; `0:p1` before the first heading). The title is the
    reading's own, else the first heading where it opens the document alone at its level,
    else `fallback_title`.
    """
    outline = _Outline()
    for block in drop_contents(reading.blocks):
        outline.add(block)
    title = normalise(reading.title or "") or outline.opening_title or fallback_title
    return Text(
        title=title,
        format=format,
        sections=tuple(outline.sections),
        passages=tuple(outline.passages),
        sha256=sha256,
        pages=reading.pages,
        unreadable_pages=reading.unreadable_pages,
    )


@dataclass(slots=True)
class _Open:
    """A section that is still open: its level as read, and how many sections it holds."""

    read_level: int
    section: Section
    children: int = 0


@dataclass(slots=True)
class _Outline:
    """The outline as it grows, block by block."""

    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _tops: int = 0
    _in_section: int = 0
    _lead_ins: list[str] = field(default_factory=list)

    @property
    def opening_title(self) -> str | None:
        """The first heading, where it stands before all else and alone at the top."""
        if self._tops != 1 or (self.passages and not self.passages[0].section):
            return None
        return self.sections[0].title

    def add(self, block: Block) -> None:
        match block:
            case Heading():
                self._add_heading(block)
            case Paragraph():
                self._add_paragraph(block)
            case Item():
                self._add_item(block)
            case Row():
                self._add_row(block)

    def _add_heading(self, heading: Heading) -> None:
        number, title = split_number(normalise(heading.text))
        if not _says_something(title):
            return
        level = self._close_to(heading.level, decimal_path(number))
        parent = self._open[-1] if self._open else None
        place = self._next_place(parent)
        path = (*parent.section.path, title) if parent else (title,)
        section = Section(place, len(path), title, path, number, heading.page)
        self._open.append(_Open(level, section))
        self.sections.append(section)
        self._in_section = 0
        self._lead_ins.clear()

    def _close_to(self, level: int, number: tuple[int, ...]) -> int:
        """Close sections until the parent is on top; give the level to hold the heading at.

        A heading 4.2 stands below an open 4 even where both were given the same level.
        """
        for one in self._open:
            own = decimal_path(one.section.number)
            if own and len(own) < len(number) and number[: len(own)] == own:
                level = max(level, one.read_level + len(number) - len(own))
        while self._open and self._open[-1].read_level >= level:
            self._open.pop()
        return level

    def _next_place(self, parent: _Open | None) -> str:
        if parent is None:
            self._tops += 1
            return str(self._tops)
        parent.children += 1
        return f"{parent.section.id}.{parent.children}"

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        text = normalise(paragraph.text)
        self._add_passage(PassageKind.PARAGRAPH, text, paragraph.page, None)
        if _says_something(text):
            self._lead_ins[:] = [_lead_in_of(text)]

    def _add_item(self, item: Item) -> None:
        text = normalise(item.text)
        above = [lead for lead in self._lead_ins[: item.depth] if lead]
        self._add_passage(PassageKind.ITEM, text, item.page, " ".join(above) or None)
        del self._lead_ins[item.depth :]
        missing = item.depth - len(self._lead_ins)
        self._lead_ins.extend([""] * missing)
        self._lead_ins.append(text)

    def _add_row(self, row: Row) -> None:
        header = row.header or ()
        cells = [normalise(cell) for cell in row.cells]
        filled = [(cell, *header[at : at + 1]) for at, cell in enumerate(cells) if cell]
        above = [title for _, *titles in filled for one in titles if (title := normalise(one))]
        spans = len(filled) == 1 and len(row.cells) > 1 and bool(cells[0])
        context = None if spans else _CELL_BREAK.join(above) or None
        text = _CELL_BREAK.join(cell for cell in cells if cell)
        self._add_passage(PassageKind.ROW, text, row.page, context)
        self._lead_ins.clear()

    def _add_passage(
        self, kind: PassageKind, text: str, page: int | None, context: str | None
    ) -> None:
        if not _says_something(text):
            return
        self._in_section += 1
        section = self._open[-1].section if self._open else None
        place = f"{section.id if section else '0'}:p{self._in_section}"
        path = section.path if section else ()
        self.passages.append(Passage(place, kind, text, path, page, context))


def _lead_in_of(paragraph: str) -> str:
    """Give what a paragraph says of the list after it; empty if it does not introduce one."""
    introduces = paragraph[-1] not in ".!?" or _INTRODUCES.search(paragraph)
    if not introduces:
        return ""
    if len(paragraph) <= _LONGEST_LEAD_IN:
        return paragraph
    return _SENTENCE.split(paragraph)[-1]


def _says_something(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
