"""The one written form of a text, in which passages are stored and quotes are cut.

Pure. The rules are published in docs/reference/normalisation.md; a change to them changes
the hash of every stored text.
"""

import re
import unicodedata

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_WRITTEN = str.maketrans(_LIGATURES | _HYPHENS)

# Invisible marks between letters: soft hyphen, zero-width characters, direction marks.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
# Private-use letters are bullets and icons of symbol fonts; lone surrogates are damage.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ud800-\uf8ff\ufdd0-\ufdef]")
_SPACE = re.compile(r"[\s\u2800\u3164]+")


def normalise(text: str) -> str:
    """Give `text` in its written form: one line, single spaces, composed letters.

    Applying it twice changes nothing. Quotation marks, dashes and case stay as printed.
    """
    plain = _UNPRINTABLE.sub("", _INVISIBLE.sub("", text))
    composed = unicodedata.normalize("NFC", plain.translate(_WRITTEN))
    return _SPACE.sub(" ", composed).strip()


def likeness_key(text: str) -> str:
    """Give a form for comparing titles and lines: lower case, letters and digits only."""
    return " ".join(re.findall(r"[^\W_]+", normalise(text).casefold()))
