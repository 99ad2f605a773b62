"""A file on disk becomes a text: the reader is chosen by what the file holds, not by its name.

Opens the one file it is given.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from goldenthread.documents.archive import open_archive
from goldenthread.documents.assembly import assemble
from goldenthread.documents.blocks import Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.legacy import check_is_modern
from goldenthread.documents.markup import read_html, read_markdown
from goldenthread.documents.opendocument import read_opendocument
from goldenthread.documents.pdf import read_pdf
from goldenthread.documents.plain import read_plain
from goldenthread.documents.slides import read_slides
from goldenthread.documents.text import Text
from goldenthread.documents.word import read_word
from goldenthread.fault import Fault

_READERS: dict[str, Callable[[bytes, Bounds], Reading]] = {
    "pdf": read_pdf,
    "docx": read_word,
    "pptx": read_slides,
    "odt": read_opendocument,
    "html": read_html,
    "markdown": read_markdown,
    "text": read_plain,
}
#: The endings of files that are looked for in folders.
ENDINGS = (".pdf", ".docx", ".pptx", ".odt", ".html", ".htm", ".md", ".markdown", ".txt")

_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")


def read_text(path: Path, *, bounds: Bounds | None = None) -> Text:
    """Read the file at `path`; raises Fault for one that is unknown, too large or damaged."""
    bounds = bounds or Bounds()
    data = _bytes_of(path, bounds)
    form = find_format(data, path.suffix.lower(), bounds)
    return assemble(
        _READERS[form](data, bounds),
        format=form,
        sha256=hashlib.sha256(data).hexdigest(),
        fallback_title=path.stem,
    )


def find_format(data: bytes, ending: str, bounds: Bounds) -> str:
    """Say of which kind a file is, by its first bytes; text is told further by its ending."""
    if not data.strip():
        raise Fault("The file is empty: check that it was saved or uploaded whole.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    check_is_modern(data)
    if data.startswith(b"PK\x03\x04"):
        return _format_of_archive(data, bounds)
    if data.startswith(_PICTURES):
        raise Fault("The file is a picture: run text recognition (OCR) over it and use that.")
    if ending in (".pdf", ".docx", ".pptx", ".odt"):
        raise Fault(f"The file is damaged or is no {ending[1:]} file: save or export it again.")
    if ending in (".html", ".htm") or _HTML.match(data[:4096]):
        return "html"
    return "markdown" if ending in (".md", ".markdown") else "text"


def _format_of_archive(data: bytes, bounds: Bounds) -> str:
    names = open_archive(data, bounds)
    for part, form in (("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx")):
        if part in names:
            return form
    if "content.xml" in names:
        return "odt"
    raise Fault("The file is an archive of a kind that is not read: give the plan itself.")


def _bytes_of(path: Path, bounds: Bounds) -> bytes:
    try:
        size = path.stat().st_size
        if size > bounds.bytes:
            raise Fault(
                f"the file has {size / 1e6:,.1f} MB and at most {bounds.bytes / 1e6:g} MB are "
                "read; allow more with --max-mb"
            )
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it was refused").lower()
        raise Fault(f"the file cannot be opened ({reason})") from error
