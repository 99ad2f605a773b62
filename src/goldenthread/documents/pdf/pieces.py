"""The words of a PDF page, gathered into pieces of lines with their places and looks.

The only module that touches the PDF library.
"""

import ctypes
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from goldenthread.fault import Fault

#: A gap wider than this many letter heights parts two pieces of one line.
_GAP = 1.6
_BOLD = 600
_PICTURE_SHARE = 0.2
_THIN = 3.0
_DOT = 7.0
# The library marks a hyphen at a line's end by these, and lets the next line follow at once.
_HYPHENS = "\x02\ufffe"
_ENDS_LINE = "\r\n" + _HYPHENS
_ENDS_WORD = "\x00" + _HYPHENS

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words on one line: its text, box in points from the top left, and look."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, its pieces in the file's order, its ruled lines.

    `rules` are thin or filled boxes as (left, top, right, bottom).
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Box, ...]
    has_picture: bool

    @property
    def letters(self) -> int:
        """Count the letters that can be read."""
        return sum(letter.isalpha() for piece in self.pieces for letter in piece.text)


def read_pages(data: bytes, most: int) -> list[Page]:
    """Read every page; raises Fault for a file that is locked, damaged or too long."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Fault(
                "This PDF is locked with a password: remove the password and try again."
            ) from error
        raise Fault(
            "This PDF is damaged or not a PDF at all: export it again from its source."
        ) from error
    try:
        if len(document) > most:
            raise Fault(f"This PDF has {len(document):,} pages and at most {most:,} are read.")
        return [_read_page(document, at) for at in range(len(document))]
    except pdfium.PdfiumError as error:
        raise Fault("This PDF is damaged: open it and export it again from its source.") from error
    finally:
        document.close()


def _read_page(document: pdfium.PdfDocument, at: int) -> Page:
    page = document[at]
    try:
        width, height = page.get_size()
        rules, has_picture = _read_shapes(page, width, height)
        text = page.get_textpage()
        try:
            pieces = _read_pieces(text, height, rules)
        finally:
            text.close()
        return Page(at + 1, width, height, tuple(pieces), tuple(rules), has_picture)
    finally:
        page.close()


def _read_shapes(page: pdfium.PdfPage, width: float, height: float) -> tuple[list[Box], bool]:
    rules: list[Box] = []
    has_picture = False
    wanted = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for shape in page.get_objects(filter=wanted, max_depth=3):
        left, bottom, right, top = shape.get_bounds()
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            share = (right - left) * (top - bottom) / max(width * height, 1.0)
            has_picture = has_picture or share >= _PICTURE_SHARE
        elif len(rules) < 5_000:
            rules.append((left, height - top, right, height - bottom))
    return rules, has_picture


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    breaks: bool


def _read_pieces(text: pdfium.PdfTextPage, height: float, rules: list[Box]) -> list[Piece]:
    walls = [box for box in rules if box[2] - box[0] < _THIN < box[3] - box[1]]
    marks = [box for box in rules if box[2] - box[0] <= _DOT and box[3] - box[1] <= _DOT]
    pieces: list[list[_Word]] = []
    for word in _read_words(text, height):
        last = pieces[-1][-1] if pieces and not word.breaks else None
        if last and _goes_on(last, word) and not _is_walled(last, word, walls):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return [_as_piece(words, marks) for words in pieces]


def _is_walled(last: _Word, word: _Word, walls: list[Box]) -> bool:
    """Say whether a ruled line stands between two words."""
    middle = (word.top + word.bottom) / 2
    return any(
        last.right - 1 <= left and right <= word.left + 1 and top <= middle <= bottom
        for left, top, right, bottom in walls
    )


def _has_mark(piece: Piece, marks: list[Box]) -> bool:
    """Say whether a drawn dot stands before the line, as bullets that are no letters do."""
    return any(
        piece.left - 3 * piece.size < right <= piece.left
        and piece.top < top
        and bottom < piece.bottom
        for _, top, right, bottom in marks
    )


def _read_words(text: pdfium.PdfTextPage, height: float) -> list[_Word]:
    count = text.count_chars()
    buffer = [chr(raw.FPDFText_GetUnicode(text, at)) for at in range(count)]
    words: list[_Word] = []
    start: int | None = None
    breaks = True
    for at in range(count + 1):
        letter = buffer[at] if at < count else "\n"
        if letter.isspace() or letter in _ENDS_WORD:
            if start is not None:
                end = at + 1 if letter in _HYPHENS else at
                words.append(_word(text, buffer, start, end, height, breaks=breaks))
                start, breaks = None, False
            breaks = breaks or letter in _ENDS_LINE
        elif start is None:
            start = at
    return words


def _word(
    text: pdfium.PdfTextPage,
    buffer: list[str],
    start: int,
    end: int,
    height: float,
    *,
    breaks: bool,
) -> _Word:
    first, last = _box(text, start), _box(text, end - 1)
    letters = "".join(buffer[start:end]).replace("\x02", "-").replace("\ufffe", "-")
    matrix = raw.FS_MATRIX()
    size = raw.FPDFText_GetFontSize(text, start)
    if raw.FPDFText_GetMatrix(text, start, ctypes.byref(matrix)):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    return _Word(
        letters,
        min(first[0], last[0]),
        max(first[1], last[1]),
        height - max(first[3], last[3]),
        height - min(first[2], last[2]),
        round(size * 2) / 2,
        _is_bold(text, start),
        breaks,
    )


def _box(text: pdfium.PdfTextPage, at: int) -> tuple[float, float, float, float]:
    """Give left, right, bottom and top of a letter."""
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(rect))
    return rect.left, rect.right, rect.bottom, rect.top


def _is_bold(text: pdfium.PdfTextPage, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(80)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, 80, ctypes.byref(flags))
    lowered = name.value.lower()
    return any(mark in lowered for mark in (b"bold", b"black", b"heavy", b"semibold", b"demi"))


def _goes_on(last: _Word, word: _Word) -> bool:
    height = max(last.size, word.size, 1.0)
    same_line = abs((last.top + last.bottom) - (word.top + word.bottom)) / 2 < 0.5 * height
    gap = word.left - last.right
    return same_line and -height < gap < _GAP * height


def _as_piece(words: list[_Word], marks: list[Box]) -> Piece:
    longest = max(words, key=lambda word: len(word.text))
    piece = Piece(
        " ".join(word.text for word in words),
        min(word.left for word in words),
        max(word.right for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
        longest.size,
        sum(word.is_bold for word in words) * 2 > len(words),
    )
    return replace(piece, text=f"\u2022 {piece.text}") if _has_mark(piece, marks) else piece
