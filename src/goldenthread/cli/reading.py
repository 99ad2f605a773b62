"""A file on disk becomes a text: the reader is chosen by the file's ending.

Opens the one file it is given.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from goldenthread.documents.assembly import assemble
from goldenthread.documents.blocks import Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.markup import read_html, read_markdown
from goldenthread.documents.opendocument import read_opendocument
from goldenthread.documents.plain import read_plain
from goldenthread.documents.slides import read_slides
from goldenthread.documents.text import Text
from goldenthread.documents.word import read_word
from goldenthread.fault import Fault
from goldenthread.marked import nearest_hint

_READERS: dict[str, tuple[str, Callable[[bytes, Bounds], Reading]]] = {
    ".docx": ("docx", read_word),
    ".pptx": ("pptx", read_slides),
    ".odt": ("odt", read_opendocument),
    ".html": ("html", read_html),
    ".htm": ("html", read_html),
    ".md": ("markdown", read_markdown),
    ".markdown": ("markdown", read_markdown),
    ".txt": ("text", read_plain),
}
ENDINGS = tuple(_READERS)


def read_text(path: Path, *, bounds: Bounds) -> Text:
    """Read the file at `path`; raises Fault for one that is unknown, too large or damaged."""
    ending = path.suffix.lower()
    if ending not in _READERS:
        raise Fault(f"files that end in '{ending}' are not read: {nearest_hint(ending, ENDINGS)}")
    form, read = _READERS[ending]
    data = _bytes_of(path, bounds)
    return assemble(
        read(data, bounds),
        format=form,
        sha256=hashlib.sha256(data).hexdigest(),
        fallback_title=path.stem,
    )


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
