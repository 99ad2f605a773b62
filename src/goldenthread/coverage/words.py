"""A passage's words in the form that every matching rule works on.

Pure text in, tuples of stems out. Knows no requirement.
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("english")

_TOKEN = re.compile(
    r"(?P<money>£\s?\d[\d,.]*\s?(?:k|m|bn|million|billion|thousand)?\b)"
    r"|(?P<year_span>\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b)"
    r"|(?P<year>\b20\d\d\b)"
    r"|(?P<percent>\b\d[\d,.]*\s?(?:%|per\s?cent\b|percent\b))"
    r"|(?P<number>\b\d[\d,.]*(?:st|nd|rd|th)?\b)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*)"
    r"|(?P<stop>[.!?;:])",
)

_MONTHS = frozenset(month.lower() for month in calendar.month_name if month)

_COUNTED = frozenset(
    stem.strip()
    for stem in (
        "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, "
        "twenty, thirty, forty, fifty, hundred, thousand"
    ).split(",")
)


@dataclass(frozen=True, slots=True)
class Words:
    """One passage, cut into words.

    `stems` are the lower-case stems of its words, with plain numbers as they stand (money,
    years and percentages are left out); `masked` is the same
    run with numbers, money, dates and proper names replaced by marks such as `<money>`,
    so that what is said can be told apart from whom it is said of.
    """

    stems: tuple[str, ...]
    masked: tuple[str, ...]


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """Give the stem of one word; case, possession and quote marks do not matter."""
    plain = word.lower().replace("’", "'")
    plain = plain.removesuffix("'s").removesuffix("'")
    return str(_STEMMER.stemWord(plain))


def stems_of(text: str) -> tuple[str, ...]:
    """Give the stems of the words and the plain numbers of `text`, in order."""
    return cut(text).stems


def cut(text: str) -> Words:
    """Cut `text` into words, once, for every rule that reads it."""
    stems: list[str] = []
    masked: list[str] = []
    opens_sentence = True
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "stop"
        token = match.group()
        if kind == "stop":
            opens_sentence = True
            continue
        if kind == "number":
            stems.append(token.replace(",", "").rstrip("."))
        if kind != "word":
            _append_mark(masked, f"<{kind}>")
            opens_sentence = False
            continue
        stem = stem_of(token)
        stems.append(stem)
        _append_mark(masked, _mask(token, stem, opens_sentence=opens_sentence))
        opens_sentence = False
    return Words(tuple(stems), tuple(masked))


def grams(run: tuple[str, ...], longest: int) -> list[str]:
    """Give every run of 1 to `longest` neighbouring words, joined by a space."""
    found = list(run)
    for size in range(2, longest + 1):
        found.extend(" ".join(run[start : start + size]) for start in range(len(run) - size + 1))
    return found


def _mask(token: str, stem: str, *, opens_sentence: bool) -> str:
    lowered = token.lower()
    if lowered in _MONTHS and token[0].isupper() and not (lowered == "may" and opens_sentence):
        return "<month>"
    if lowered in _COUNTED:
        return "<number>"
    is_name = token[0].isupper() and not token.isupper() and not opens_sentence
    return "<name>" if is_name else stem


def _append_mark(masked: list[str], mark: str) -> None:
    """Add a mark; a name of several words is one name."""
    if mark == "<name>" and masked and masked[-1] == "<name>":
        return
    masked.append(mark)
