"""A walk over an HTML page: block by block, with what each looks like.

Element tree in, lines and blocks out.
"""

import re
from dataclasses import dataclass, field

from goldenthread.documents.blocks import Block, Item
from goldenthread.documents.bullets import without_bullet
from goldenthread.documents.look import Line
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.openxml import Element, attribute, children, descendants, name_of
from goldenthread.documents.tables import Cell, TableRow, settle_table

_LEFT_OUT = frozenset(
    {
        "script", "style", "nav", "footer", "noscript", "template", "iframe", "svg", "canvas",
        "button", "select", "textarea", "input", "object", "audio", "video", "head", "dialog",
    }
)  # fmt: skip
_LEFT_OUT_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "doc-toc"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)\s*(pt|px)", re.I)
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "o:p", "p:", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rb",
    }
)  # fmt: skip
_SILENT = frozenset({"del", "s", "strike", "rt", "rp"})
_HEADING = re.compile(r"h([1-6])")
_NORMAL_SIZE = 12.0
_HEADING_SIZES = (32.0, 24.0, 20.0, 17.0, 15.0, 14.0)
_WIDEST = 60
_REACH = 60


def is_left_out(element: Element) -> bool:
    """Say whether an element is no part of the page's text: navigation, scripts, hidden parts."""
    name = name_of(element)
    if not name or name in _LEFT_OUT or attribute(element, "hidden") is not None:
        return True
    if attribute(element, "aria-hidden") == "true":
        return True
    if (attribute(element, "role") or "") in _LEFT_OUT_ROLES:
        return True
    if name == "header" and not any(_HEADING.fullmatch(name_of(one)) for one in element.iter()):
        return True
    return bool(_HIDDEN.search(attribute(element, "style") or ""))


@dataclass(slots=True)
class _Run:
    """The inline text gathered since the last block began."""

    parts: list[str] = field(default_factory=list)
    plain_letters: int = 0
    bold_letters: int = 0
    size: float = _NORMAL_SIZE


@dataclass(slots=True)
class PageWalk:
    """Blocks found so far; inline text is gathered until a block begins or ends."""

    found: list[Block | Line] = field(default_factory=list)
    _run: _Run = field(default_factory=_Run)

    def read(self, element: Element, *, bold: bool = False, size: float = _NORMAL_SIZE) -> None:
        """Read an element's content."""
        self._add(element.text, bold=bold, size=size)
        for one in element:
            if not is_left_out(one):
                self._read_child(one, bold=bold, size=size)
            self._add(one.tail, bold=bold, size=size)

    def finish(self) -> list[Block | Line]:
        """Give all that was found, the last inline text included."""
        self._break()
        return self.found

    def _read_child(self, one: Element, *, bold: bool, size: float) -> None:
        name = name_of(one)
        style = attribute(one, "style") or ""
        bold = bold or name in {"b", "strong"} or bool(_BOLD.search(style))
        size = _size(style) or size
        if name in _SILENT:
            return
        if name == "br":
            self._add_break(one)
        elif name in _INLINE:
            self.read(one, bold=bold, size=size)
        else:
            self._break()
            self._read_block(one, name, bold=bold, size=size)
            self._break()

    def _read_block(self, one: Element, name: str, *, bold: bool, size: float) -> None:
        heading = _HEADING.fullmatch(name) or _aria_level(one)
        if heading:
            text = _inner_text(one)
            if text:
                level = int(heading[1])
                self.found.append(Line(text, _HEADING_SIZES[level - 1], level=level))
        elif name in {"ul", "ol", "menu"}:
            if not _is_contents(one):
                self._read_list(one, depth=1)
        elif name == "dl":
            self._read_definitions(one)
        elif name == "table":
            self._read_table(one)
        else:
            self.read(one, bold=bold, size=size)

    def _read_list(self, element: Element, *, depth: int) -> None:
        for item in element:
            name = name_of(item)
            if is_left_out(item):
                continue
            if name in {"ul", "ol"}:
                self._read_list(item, depth=depth + 1)
            elif any(_HEADING.fullmatch(name_of(one)) for one in item.iter()):
                self.read(item)
                self._break()
            else:
                self._read_item(item, depth)

    def _read_item(self, item: Element, depth: int) -> None:
        inner = [
            one
            for one in item.iter("ul", "ol")
            if not any(name_of(above) in {"ul", "ol"} for above in _up_to(one, item))
        ]
        text = _inner_text(item, without=inner)
        if text:
            self.found.append(Item(text, depth=depth))
        for one in inner:
            self._read_list(one, depth=depth + 1)
        for table in (one for one in descendants(item, "table") if not _inside(one, inner)):
            self._read_table(table)

    def _read_definitions(self, element: Element) -> None:
        term = ""
        for one in (one for one in element.iter("dt", "dd") if not is_left_out(one)):
            text = _inner_text(one)
            if name_of(one) == "dt":
                term = text
            elif text:
                cells = (Cell((Line(term, 0),)), Cell((Line(text, 0),)))
                self.found.extend(settle_table([TableRow(cells)]))

    def _read_table(self, table: Element) -> None:
        for caption in children(table, "caption"):
            if text := _inner_text(caption):
                self.found.append(Line(text, _NORMAL_SIZE))
        self.found.extend(settle_table(_table_rows(table)))

    def _add(self, text: str | None, *, bold: bool, size: float) -> None:
        if not text:
            return
        self._run.parts.append(text)
        if letters := len("".join(text.split())):
            if bold:
                self._run.bold_letters += letters
            else:
                self._run.plain_letters += letters
            self._run.size = size

    def _add_break(self, one: Element) -> None:
        """A line break is a space; two of them, or one before a typed bullet, end a paragraph."""
        following = one.getnext()
        doubled = following is not None and name_of(following) == "br"
        ahead = one.tail or ""
        if (doubled and not ahead.strip()) or without_bullet(ahead) is not None:
            self._break()
        else:
            self._run.parts.append(" ")

    def _break(self) -> None:
        run, self._run = self._run, _Run()
        text = "".join(run.parts)
        if not normalise(text):
            return
        item = without_bullet(text)
        if item is not None:
            self.found.append(Item(item))
        else:
            stands_out = bool(run.bold_letters) and not run.plain_letters
            self.found.append(Line(text, run.size, stands_out))


def _table_rows(table: Element) -> list[TableRow]:
    """Give a table's rows; cells that reach down from above stand as empty ones."""
    rows: list[TableRow] = []
    reaching: dict[int, int] = {}
    for row in _own_rows(table):
        cells: list[Cell] = []
        at = 0
        for one in (one for one in row if name_of(one) in {"td", "th"} and not is_left_out(one)):
            at = _pass_reaching(reaching, cells, at)
            cell = _read_cell(one)
            down = _count(attribute(one, "rowspan"))
            reaching.update(dict.fromkeys(range(at, min(at + cell.span, _REACH)), down - 1))
            cells.append(cell)
            at += cell.span
        _pass_reaching(reaching, cells, at)
        if cells:
            rows.append(TableRow(tuple(cells), repeats=_is_header(row, cells)))
    return rows


def _pass_reaching(reaching: dict[int, int], cells: list[Cell], at: int) -> int:
    while reaching.get(at, 0) > 0:
        reaching[at] -= 1
        cells.append(Cell((), continues=True))
        at += 1
    return at


def _is_header(row: Element, cells: list[Cell]) -> bool:
    parent = row.getparent()
    in_head = parent is not None and name_of(parent) == "thead"
    return in_head or (len(cells) > 1 and all(cell.is_marked for cell in cells))


def _read_cell(cell: Element) -> Cell:
    walk = PageWalk()
    walk.read(cell)
    return Cell(
        tuple(walk.finish()),
        span=_count(attribute(cell, "colspan")),
        is_marked=name_of(cell) == "th",
    )


def _own_rows(table: Element) -> list[Element]:
    found: list[Element] = []
    for one in table:
        if name_of(one) == "tr" and not is_left_out(one):
            found.append(one)
        elif name_of(one) in {"thead", "tbody", "tfoot"} and not is_left_out(one):
            found.extend(_own_rows(one))
    return found


def _count(given: str | None) -> int:
    if given is None or not given.isdecimal() or len(given) > 4:
        return 1
    return max(1, min(int(given), _WIDEST))


def _inner_text(element: Element, *, without: list[Element] | None = None) -> str:
    """Give all the text of an element on one line, without hidden parts and inner lists."""
    parts: list[str] = []
    _gather(element, parts, without or [])
    return normalise("".join(parts))


def _gather(element: Element, parts: list[str], without: list[Element]) -> None:
    parts.append(element.text or "")
    for one in element:
        name = name_of(one)
        if name == "table" or (name not in _INLINE):
            parts.append(" ")
        if not is_left_out(one) and name not in _SILENT and one not in without and name != "table":
            _gather(one, parts, without)
        if name not in _INLINE:
            parts.append(" ")
        parts.append(one.tail or "")


def _is_contents(element: Element) -> bool:
    """Say whether a list only links to places on the same page."""
    links = list(descendants(element, "a"))
    inner = [one for one in links if (attribute(one, "href") or "").startswith("#")]
    linked = sum(len(_inner_text(one)) for one in inner)
    return len(inner) > 1 and len(inner) == len(links) and linked >= 0.8 * len(_inner_text(element))


def _aria_level(element: Element) -> re.Match[str] | None:
    if attribute(element, "role") != "heading":
        return None
    return re.fullmatch(r"([1-6])", attribute(element, "aria-level") or "2")


def _size(style: str) -> float | None:
    match = _SIZE.search(style)
    if not match:
        return None
    return float(match[1]) * (0.75 if match[2].lower() == "px" else 1.0)


def _up_to(element: Element, top: Element) -> list[Element]:
    found: list[Element] = []
    for above in element.iterancestors():
        if above is top:
            break
        found.append(above)
    return found


def _inside(element: Element, tops: list[Element]) -> bool:
    return any(top in element.iterancestors() for top in tops)
