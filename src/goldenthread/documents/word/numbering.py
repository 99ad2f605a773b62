"""Lists of a Word file: which are bullets, which are numbers, and what number is printed.

Word stores no printed number; it is counted again here, for headings.
"""

import re
from dataclasses import dataclass

from goldenthread.documents.openxml import Element, attribute, child, children, value

_DEEPEST = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number format, the pattern it prints and where it starts."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1

    @property
    def is_number(self) -> bool:
        """Whether it prints a number or letter rather than a bullet or nothing."""
        return self.format not in {"bullet", "none"} and "%" in self.pattern

    @property
    def is_outline(self) -> bool:
        """Whether it prints the numbers of outer levels too, as numbered paragraphs do."""
        return self.is_number and self.pattern.count("%") > 1


class Numbering:
    """The lists of one file; counts as the document is read from top to bottom."""

    def __init__(self, root: Element | None) -> None:
        self._abstract = {
            identity: one
            for one in children(root, "abstractNum")
            if (identity := attribute(one, "abstractNumId")) is not None
        }
        self._lists = {
            identity: one
            for one in children(root, "num")
            if (identity := attribute(one, "numId")) is not None
        }
        self._counts: dict[str, list[int]] = {}
        self._levels: dict[tuple[str, int], Level] = {}

    def level(self, list_id: str, depth: int) -> Level:
        """Give one level of a list, `depth` counted from 0; an unknown list is of bullets."""
        key = (list_id, depth)
        if key not in self._levels:
            self._levels[key] = self._find_level(list_id, depth)
        return self._levels[key]

    def count(self, list_id: str, depth: int) -> str:
        """Count one more entry and give the number it prints, empty for a bullet."""
        counts = self._counts.setdefault(self._sequence(list_id), [])
        while len(counts) <= depth:
            counts.append(self.level(list_id, len(counts)).start - 1)
        for outer in range(depth):
            counts[outer] = max(counts[outer], self.level(list_id, outer).start)
        counts[depth] += 1
        del counts[depth + 1 :]
        level = self.level(list_id, depth)
        return self._printed(list_id, level, counts) if level.is_number else ""

    def _printed(self, list_id: str, level: Level, counts: list[int]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at >= len(counts):
                return ""
            return _written(counts[at], self.level(list_id, at).format)

        return re.sub(r"%([1-9])", number, level.pattern)

    def _sequence(self, list_id: str) -> str:
        return value(self._lists.get(list_id), "abstractNumId") or f"list {list_id}"

    def _find_level(self, list_id: str, depth: int) -> Level:
        entry = self._lists.get(list_id)
        override = _at_depth(entry, "lvlOverride", depth)
        abstract = self._abstract.get(value(entry, "abstractNumId") or "")
        found = child(override, "lvl")
        if found is None:
            found = _at_depth(abstract, "lvl", depth)
        if found is None:
            return Level("bullet")
        start = value(override, "startOverride") or value(found, "start") or "1"
        return Level(
            value(found, "numFmt") or "decimal",
            value(found, "lvlText") or "",
            int(start) if start.isdecimal() and len(start) < 6 else 1,
        )


def list_depth(given: str | None) -> int:
    """Read a level in a list, 0 where none or nonsense is given."""
    if given is None or not given.isdecimal() or len(given) > 2:
        return 0
    return min(int(given), _DEEPEST - 1)


def _at_depth(element: Element | None, name: str, depth: int) -> Element | None:
    wanted = str(depth)
    return next((one for one in children(element, name) if attribute(one, "ilvl") == wanted), None)


def _written(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (number // size)
        number %= size
    return written
