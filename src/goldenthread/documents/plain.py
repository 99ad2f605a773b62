"""Plain text files to headings, paragraphs and items, by how their lines stand on the page.

Pure but for the bytes it is given.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.documents.blocks import Heading, Item, Paragraph, Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.bullets import without_bullet
from goldenthread.documents.encoding import decode
from goldenthread.documents.lines import join_lines, vocabulary_of
from goldenthread.documents.look import is_short_title
from goldenthread.documents.markup import read_markdown
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.numbering import decimal_path, split_number
from goldenthread.fault import Fault

_UNDERLINE = re.compile(r"\s*([=\-~_*#^])\1{2,}\s*")
_NUMBERED_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_CHAPTER = re.compile(r"(?:chapter|appendix|annex|section|part)\b", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?;:][\"'’”)]*$")
_LEADERS = re.compile(r"\.\s?\.\s?\.\s?\.|\t\s*\d{1,3}$")
_MARKDOWN = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_UNDERLINED, _CAPITALS, _SHORT = 1, 2, 3
_FULL_LINE = 0.62
_UNWRAPPED = 200


@dataclass(slots=True)
class _Page:
    """The lines of the file, and what was found in them so far."""

    lines: list[str]
    vocabulary: frozenset[str]
    width: int
    found: "list[_Found]" = field(default_factory=list)


def read_plain(data: bytes, bounds: Bounds) -> Reading:
    """Read a text file's bytes. Headings are told by number, underline, capitals or shortness.

    A file with headings marked as in Markdown is read as Markdown.

    Raises:
        Fault: if the file is too large, is not text, or holds no words.
    """
    if len(data) > bounds.bytes:
        raise Fault("This file is too large to be a text: upload the plan itself.")
    text = decode(data)
    if len(_MARKDOWN.findall(text)) > 1:
        return read_markdown(data, bounds)
    lines = text.replace("\f", "\n\n").replace("\v", "\n").split("\n")
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    page = _Page(lines, vocabulary_of(lines), width)
    for group in _groups(lines):
        _read_group(page, group)
    blocks = _headings_settled(page.found)
    if not any(any(letter.isalnum() for letter in one.text) for one in blocks):
        raise Fault("This file holds no text: check that it is the right file.")
    first = blocks[0]
    opens = isinstance(first, Heading) and split_number(normalise(first.text))[0] is None
    return Reading(first.text if opens else None, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Mark(Heading):
    """A heading with the sign it was told by; `level` is settled at the end."""


_Found = Heading | Paragraph | Item


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Part the lines at blank ones."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _read_group(page: _Page, group: list[str]) -> None:
    """Read the lines between two blank ones: headings first, then items and paragraphs."""
    at = 0
    while at < len(group):
        sign = _sign_of_heading(page, group, at)
        if sign is None:
            break
        _add_heading(page, group[at], sign)
        at += 1
        if at < len(group) and _UNDERLINE.fullmatch(group[at]):
            at += 1
    _read_text(page, group[at:])


def _sign_of_heading(page: _Page, group: list[str], at: int) -> int | None:
    line = normalise(group[at])
    if without_bullet(group[at]) is not None or not is_short_title(line):
        return None
    if at + 1 < len(group) and _UNDERLINE.fullmatch(group[at + 1]):
        return _UNDERLINED
    number, title = split_number(line)
    if line.isupper() and sum(letter.isalpha() for letter in line) >= 4:
        return _CAPITALS
    if number and (decimal_path(number)[1:] or _CHAPTER.match(number)) and title[0].isupper():
        return _SHORT if _stands_alone(page, group, at) else None
    if at == 0 and len(group) == 1 and (line[0].isupper() or number):
        return _SHORT if len(line.split()) <= 12 else None
    return None


def _stands_alone(page: _Page, group: list[str], at: int) -> bool:
    """Say whether a line ends before the margin, so that what follows begins anew."""
    return at + 1 == len(group) or len(group[at].rstrip()) < _FULL_LINE * page.width


def _add_heading(page: _Page, line: str, sign: int) -> None:
    page.found.append(_Mark(line.strip(), sign))


def _read_text(page: _Page, lines: list[str]) -> None:
    """Read items and paragraphs; a line that goes on from the one before is joined to it."""
    gathered: list[str] = []
    depth = 0
    indents: list[int] = []
    for at, line in enumerate(lines):
        if _UNDERLINE.fullmatch(line):
            continue
        item = _item_of(line, gathered, depth)
        if item is not None:
            _put(page, gathered, depth)
            depth = _depth_of(line, indents)
            gathered = [item]
        elif gathered and _goes_on(page, gathered[-1], line):
            gathered.append(line)
        elif gathered and at + 1 == len(lines) and _titles_next(gathered[-1], line, depth):
            _put(page, gathered, depth)
            gathered = []
            _add_heading(page, line, _SHORT)
        else:
            _put(page, gathered, depth)
            gathered, depth = [line], 0
    _put(page, gathered, depth)


def _item_of(line: str, gathered: list[str], depth: int) -> str | None:
    item = without_bullet(line)
    if item is not None:
        return item
    match = _NUMBERED_ITEM.match(line)
    goes_on = gathered and not depth and not _ENDS_SENTENCE.search(gathered[-1].rstrip())
    return line[match.end() :] if match and not goes_on else None


def _depth_of(line: str, indents: list[int]) -> int:
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)


def _titles_next(last: str, line: str, depth: int) -> bool:
    """Say whether the last line before a blank one is the title of what comes after it."""
    ended = depth > 0 or _ENDS_SENTENCE.search(last.rstrip()) is not None
    title = normalise(line)
    return ended and is_short_title(title) and title[0].isupper() and len(title.split()) <= 8


def _goes_on(page: _Page, last: str, line: str) -> bool:
    """Say whether `line` belongs to the same paragraph as `last`.

    In a file whose lines are one paragraph each nothing goes on; in a wrapped one a line
    goes on unless the one before ends a sentence, or the line begins anew, well before the
    margin.
    """
    if page.width > _UNWRAPPED or _LEADERS.search(last):
        return False
    if len(last.rstrip()) >= _FULL_LINE * page.width:
        return True
    begins_anew = line.lstrip()[:1].isupper() or line.lstrip()[:1].isdigit()
    return not begins_anew and _ENDS_SENTENCE.search(last.rstrip()) is None


def _put(page: _Page, gathered: list[str], depth: int) -> None:
    if not gathered:
        return
    text = join_lines(gathered, page.vocabulary)
    page.found.append(Item(text, depth=depth) if depth else Paragraph(text))


def _headings_settled(found: Sequence[_Found]) -> list[_Found]:
    """Give headings their levels: by number where they have one, else by sign.

    A short line with nothing but a heading or the end after it is a paragraph, unless a
    stronger sign says otherwise.
    """
    signs = sorted({one.level for one in found if isinstance(one, _Mark)})
    rank = {sign: level for level, sign in enumerate(signs, 1)}
    blocks: list[_Found] = []
    for at, one in enumerate(found):
        if not isinstance(one, _Mark):
            blocks.append(one)
        elif one.level == _SHORT and at + 1 == len(found):
            blocks.append(Paragraph(one.text))
        else:
            path = decimal_path(split_number(normalise(one.text))[0])
            level = len(path) if path else rank[one.level]
            blocks.append(Heading(one.text, level))
    return blocks
