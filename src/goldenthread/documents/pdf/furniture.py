"""Running headers, footers and page numbers: what a page wears and does not say.

Pure: pages in, pages out.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from goldenthread.documents.pdf.pieces import Page, Piece

#: The share of a page's height, at its top and at its bottom, where furniture stands.
_MARGIN = 0.12
_LEAST_PAGES = 3
_SHARE = 0.25
_NUMBER = re.compile(
    r"(?:page\s*)?[|\-–\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[|\-–\s]*",
    re.IGNORECASE,
)


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """Leave out what stands at the same place of many pages, and lone page numbers."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for piece in page.pieces:
            if _is_in_margin(piece, page):
                seen[_key(piece)].add(page.number)
    least = max(_LEAST_PAGES, int(len(pages) * _SHARE))
    running = {key for key, where in seen.items() if len(where) >= least}
    return [
        replace(
            page,
            pieces=tuple(piece for piece in page.pieces if not _is_furniture(piece, page, running)),
        )
        for page in pages
    ]


def _is_furniture(piece: Piece, page: Page, running: set[tuple[str, int]]) -> bool:
    if not _is_in_margin(piece, page):
        return False
    return bool(_NUMBER.fullmatch(piece.text.strip())) or _key(piece) in running


def _is_in_margin(piece: Piece, page: Page) -> bool:
    return piece.bottom < page.height * _MARGIN or piece.top > page.height * (1 - _MARGIN)


def _key(piece: Piece) -> tuple[str, int]:
    """Name a piece by its words without their numbers, and its height on the page."""
    words = re.sub(r"\d+", "#", piece.text.lower())
    return " ".join(words.split()), round(piece.middle / 12)
