"""Lines of a page joined to paragraphs; words broken over two lines made whole.

Pure. For formats that keep the printed lines: plain text and PDF.
"""

import re
from collections.abc import Iterable, Sequence

_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_BEGINS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_KEEPS_HYPHEN = frozenset(
    {
        "anti", "co", "cross", "ex", "full", "half", "high", "ill", "inter", "long", "low", "mid",
        "multi", "near", "non", "off", "on", "one", "over", "part", "place", "post", "pre", "pro",
        "re", "self", "semi", "short", "system", "two", "under", "well", "whole", "year",
    }
)  # fmt: skip


def vocabulary_of(lines: Iterable[str]) -> frozenset[str]:
    """Give every word of a document in lower case, hyphened words whole, line ends aside."""
    return frozenset(
        match.group().lower() for line in lines for match in _WORD.finditer(line.rstrip("-\u00ad"))
    )


def join_lines(lines: Sequence[str], vocabulary: frozenset[str]) -> str:
    """Join lines to one; a word broken at a line's end loses its hyphen unless it owns it.

    It keeps the hyphen where the document writes the word with one elsewhere, where the next
    line begins with a capital, or after a part that is commonly hyphened ("well-being"),
    unless the document writes it in one elsewhere.
    """
    parts: list[str] = []
    for line in lines:
        stripped = line.strip()
        if not stripped:
            continue
        broken = _BROKEN.search(parts[-1]) if parts else None
        begins = _BEGINS.match(stripped)
        if broken and begins:
            hyphen = _hyphen(broken[1], begins.group(), vocabulary)
            parts[-1] = parts[-1][:-1] + hyphen
        elif parts:
            parts.append(" ")
        parts.append(stripped)
    return "".join(parts)


def _hyphen(first: str, second: str, vocabulary: frozenset[str]) -> str:
    if second[0].isupper():
        return "-"
    whole = (first + second).lower()
    hyphened = f"{first}-{second}".lower()
    if hyphened in vocabulary:
        return "-"
    if whole in vocabulary:
        return ""
    return "-" if first.lower() in _KEEPS_HYPHEN else ""
