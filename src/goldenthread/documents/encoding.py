"""Bytes of a text file to letters: byte order marks, UTF-8, and Windows' old code page.

Bytes in, text out.
"""

import codecs

from goldenthread.fault import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_000
_MOST_CONTROLS = 0.02


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode a text file; line ends become `\\n`.

    A byte order mark wins, then UTF-8, then what the file declares, then Windows-1252. UTF-16
    without a mark is known by its zero bytes.

    Raises:
        Fault: if the bytes are not text.
    """
    text = _decoded(data, declared)
    controls = sum(letter < " " and letter not in "\t\n\r\f\v\x1b" for letter in text[:_SAMPLE])
    if controls > _MOST_CONTROLS * min(len(text), _SAMPLE):
        raise Fault("This is not a text file, whatever its name ends in: check what it is.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    zeros_first, zeros_second = (data[at:_SAMPLE:2].count(0) for at in (0, 1))
    if max(zeros_first, zeros_second) * 4 > len(data[:_SAMPLE]):
        encoding = "utf-16-le" if zeros_second > zeros_first else "utf-16-be"
        return data.decode(encoding, "replace")
    for one in filter(None, ("utf-8", declared)):
        try:
            return data.decode(one)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")
