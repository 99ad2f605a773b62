"""A document as sections and passages with stable anchors.

Values only: what a reader gives and what every other package works on.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a passage was on the page: a paragraph, an item of a list, a row of a table."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of text that says one thing, in the normalised form that quotes are cut from.

    `id` is the section's id and the number of the passage in it (`2.1:p3`), unique in the
    text. `section` is the path of headings, outermost first; empty before the first heading.
    `page` counts from 1 and is None where the format has no pages. `context` is the lead-in
    of a list item or the header of a table row, which stands outside `text`.
    """

    id: str
    kind: PassageKind
    text: str
    section: tuple[str, ...] = ()
    page: int | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One heading: `id` is its place in the outline (`2.1`), `level` counts from 1.

    `title` is the heading without its own number, which stands in `number` if it had one.
    `path` is the titles from the outermost section to this one.
    """

    id: str
    level: int
    title: str
    path: tuple[str, ...]
    number: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A whole document, read.

    `pages` is None where the format has none; `unreadable_pages` counts from 1.
    `sha256` is over the file's bytes. `passages` and `sections` are in reading order.
    """

    title: str
    format: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    sha256: str
    pages: int | None = None
    unreadable_pages: tuple[int, ...] = ()

    @property
    def words(self) -> int:
        """Count the words of all passages, parted by white space; headings are left out."""
        return sum(len(passage.text.split()) for passage in self.passages)

    @property
    def text_sha256(self) -> str:
        """Hash the canonical passages, so that the same words in two formats hash the same.

        The canonical form is each passage's text on a line of its own, in reading order,
        in UTF-8. Headings, pages and contexts are not part of it.
        """
        canonical = "\n".join(passage.text for passage in self.passages)
        return hashlib.sha256(canonical.encode()).hexdigest()
