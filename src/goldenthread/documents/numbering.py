"""A heading's own number, told apart from its title.

Pure text in, parts out. `Priority 1: Prevention` is a title; `4.2 Workforce` has a number.
"""

import re

_TITLE = r"(?P<title>\S.*)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Chapter 3: Delivery; Appendix A Duties
        r"(?P<number>(?:[Cc]hapter|CHAPTER|[Aa]ppendix|APPENDIX|[Aa]nnexe?|ANNEXE?)"
        r"\s(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]\d?|[IVX]{1,5}))(?:\s?[:.–—-]\s?|\s)" + _TITLE,
        # Section 2: Our people. "Section 75 agreements" is a title: the sign is needed.
        r"(?P<number>(?:[Ss]ection|SECTION|[Pp]art|PART|[Ss]chedule|SCHEDULE)"
        r"\s(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVX]{1,5}))\s?[:–—-]\s?" + _TITLE,
        # 4.2 Workforce; 4.2.1) Nursing
        r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,5})\s?[.):]?\s"
        r"(?!(?:million|billion|bn|m|k|per cent|percent|%)\b)" + _TITLE,
        # 4. Workforce; 4) Workforce; 4: Workforce
        r"(?P<number>\d{1,2})\s?[.):]\s" + _TITLE,
        # 4 Workforce, but not "5 Year Forward View" or "10 high impact actions"
        r"(?P<number>[1-9]\d?)\s(?![Yy]ears?\b|[Dd]ays?\b|[Ww]eeks?\b|[Mm]onths?\b|[Hh]ours?\b)"
        r"(?P<title>[A-Z‘“\"'].*)",
        # A.1 Duties; A1.2 Duties; A. Duties; (a) duties; iv) duties
        r"(?P<number>[A-Z]\d{0,2}(?:\.\d{1,2}){1,4})[.):]?\s" + _TITLE,
        r"(?P<number>[A-Z]|[ivx]{1,5}|[IVX]{1,5})[.):]\s" + _TITLE,
        r"\((?P<number>\d{1,2}|[a-z]|[ivx]{1,5})\)\s" + _TITLE,
    )
)


def split_number(heading: str) -> tuple[str | None, str]:
    """Give the heading's own number, None if it has none, and its title.

    A heading that is nothing but a number is its own title.
    """
    for pattern in _PATTERNS:
        if (match := pattern.fullmatch(heading)) and re.search(r"[^\W_]", match["title"]):
            return match["number"], match["title"]
    return None, heading


def decimal_path(number: str | None) -> tuple[int, ...]:
    """Give `4.2` as (4, 2); empty for a number that is not decimal, or none."""
    if number is None or not re.fullmatch(r"\d+(?:\.\d+)*", number):
        return ()
    return tuple(int(part) for part in number.split("."))
