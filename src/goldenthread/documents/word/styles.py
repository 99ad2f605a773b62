"""The styles of a Word file: which are headings, and how large and bold they print.

Takes the parsed styles part, gives values.
"""

import re
from dataclasses import dataclass

from goldenthread.documents.openxml import (
    Element,
    attribute,
    child,
    children,
    is_on,
    value,
)

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|table of figures|index \d", re.IGNORECASE)
_DEFAULT_SIZE = 10.0
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One style with all it inherits; `level` is a heading's, from 1.

    `numbering` is (list id, level in the list), each None where the style leaves it open.
    """

    name: str
    size: float
    is_bold: bool
    level: int | None = None
    numbering: tuple[str | None, str | None] = (None, None)

    @property
    def is_title(self) -> bool:
        """Whether the style is the document title's."""
        return self.name.lower() == "title"

    @property
    def is_contents(self) -> bool:
        """Whether the style is a table of contents' or of figures'."""
        return bool(_CONTENTS.fullmatch(self.name))


class StyleSheet:
    """All styles of one file, by id; an unknown id is the default paragraph style."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {
            identity: one
            for one in children(root, "style")
            if (identity := attribute(one, "styleId")) is not None
        }
        self._default_size = _half_points(
            value(root, "docDefaults", "rPrDefault", "rPr", "sz")
        ) or (_DEFAULT_SIZE)
        self._default = next(
            (
                identity
                for identity, one in self._elements.items()
                if attribute(one, "type") == "paragraph"
                and attribute(one, "default") in {"1", "true"}
            ),
            None,
        )
        self._known: dict[str | None, Style] = {}

    def get(self, identity: str | None) -> Style:
        """Give the style of that id with what it inherits."""
        wanted = identity if identity in self._elements else self._default
        if wanted not in self._known:
            self._known[wanted] = self._resolve(self._chain(wanted))
        return self._known[wanted]

    def is_bold(self, identity: str | None) -> bool | None:
        """Whether a character style is bold, None where it does not say."""
        return next(
            (
                bold
                for one in self._chain(identity)
                if (bold := is_on(child(one, "rPr"), "b")) is not None
            ),
            None,
        )

    def size(self, identity: str | None) -> float | None:
        """Give the size of a character style in points, None where it does not say."""
        sizes = (_half_points(value(one, "rPr", "sz")) for one in self._chain(identity))
        return next((size for size in sizes if size), None)

    def sets_first_row_apart(self, identity: str | None) -> bool:
        """Whether a table style gives the first row a look of its own."""
        return any(
            attribute(part, "type") == "firstRow"
            for one in self._chain(identity)
            for part in children(one, "tblStylePr")
        )

    def _chain(self, identity: str | None) -> list[Element]:
        """Give the style's element and those it is based on, nearest first."""
        chain: list[Element] = []
        while identity in self._elements and len(chain) < _LONGEST_CHAIN:
            assert identity is not None  # noqa: S101  # it is a key
            chain.append(self._elements[identity])
            identity = value(chain[-1], "basedOn")
        return chain

    def _resolve(self, chain: list[Element]) -> Style:
        sizes = [size for one in chain if (size := _half_points(value(one, "rPr", "sz")))]
        bolds = [bold for one in chain if (bold := is_on(child(one, "rPr"), "b")) is not None]
        return Style(
            name=(value(chain[0], "name") or "") if chain else "",
            size=sizes[0] if sizes else self._default_size,
            is_bold=bolds[0] if bolds else False,
            level=_level(chain),
            numbering=(_nearest(chain, "numId"), _nearest(chain, "ilvl")),
        )


def outline_level(properties: Element | None) -> int | None:
    """Read a paragraph's outline level: 1 to 9, 0 for "body text", None where not set."""
    given = value(properties, "outlineLvl")
    if given is None or not given.isdecimal():
        return None
    return int(given) + 1 if int(given) < 9 else 0


def _level(chain: list[Element]) -> int | None:
    for one in chain:
        if (level := outline_level(child(one, "pPr"))) is not None:
            return level or None
        if match := _HEADING.fullmatch(value(one, "name") or ""):
            return int(match[1]) or None
    return None


def _nearest(chain: list[Element], name: str) -> str | None:
    found = (value(one, "pPr", "numPr", name) for one in chain)
    return next((one for one in found if one is not None), None)


def _half_points(given: str | None) -> float | None:
    if given is None or not given.isdecimal() or len(given) > 5:
        return None
    return int(given) / 2
