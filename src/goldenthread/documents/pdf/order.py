"""The order in which a reader takes in a page: columns one after the other.

Pure: pieces in, pieces out.
"""

from collections.abc import Sequence

from goldenthread.documents.pdf.pieces import Piece

_GUTTER = 9.0
_LEAST_LINES = 4
_FULL = 0.5


def in_reading_order(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Give the lines of a page, top to bottom, column by column; a line is its pieces."""
    if not pieces:
        return []
    gutter = _find_gutter(pieces)
    if gutter is None:
        return _lines(pieces)
    ordered: list[list[Piece]] = []
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        if piece.left < gutter < piece.right:
            ordered += _columns(band, gutter)
            ordered.append([piece])
            band = []
        else:
            band.append(piece)
    return ordered + _columns(band, gutter)


def _columns(band: Sequence[Piece], gutter: float) -> list[list[Piece]]:
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.right > gutter]
    return in_reading_order(left) + in_reading_order(right)


def _find_gutter(pieces: Sequence[Piece]) -> float | None:
    """Find the x of a white strip that parts running text into two columns, if there is one.

    Each side must hold several lines that fill it; a table's short cells do not.
    """
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    best: tuple[int, float] | None = None
    for start in sorted({piece.right for piece in pieces}):
        x = start + _GUTTER / 2
        if not left + 0.2 * (right - left) < x < right - 0.2 * (right - left):
            continue
        crossing = [p for p in pieces if p.left < x + _GUTTER / 2 and p.right > x - _GUTTER / 2 + 1]
        if len(crossing) > len(pieces) * 0.3:
            continue
        first = [p for p in pieces if p.right <= x]
        second = [p for p in pieces if p.left >= x]
        if _is_column(first) and _is_column(second) and (best is None or len(crossing) < best[0]):
            best = (len(crossing), x)
    return best[1] if best else None


def _is_column(pieces: Sequence[Piece]) -> bool:
    if len(pieces) < _LEAST_LINES:
        return False
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    filling = [p for p in pieces if p.right - p.left >= _FULL * width and len(p.text.split()) >= 4]
    return len(filling) >= max(3, len(pieces) * 0.4)


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Gather pieces of the same height into lines, top to bottom, left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.middle, each.left)):
        if lines and abs(lines[-1][-1].middle - piece.middle) < 0.45 * max(piece.size, 4.0):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda each: each.left) for line in lines]
