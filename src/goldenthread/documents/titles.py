"""The title an office file carries in its properties.

Takes the file's parts, gives a title or none.
"""

import re

from goldenthread.documents.openxml import OfficeFile, child

_FILLED_IN = re.compile(
    r"microsoft word.*|(?:word )?document ?\d*|untitled.*|title|template|powerpoint presentation"
    r"|slide \d+|presentation ?\d*|.*\.(?:docx?|pdf|pptx?|odt|rtf)",
    re.IGNORECASE,
)


def file_title(file: OfficeFile, part: str = "docProps/core.xml") -> str | None:
    """Give the title in the file's properties, None for those that programs fill in."""
    root = file.parse_if_there(part)
    holder = child(root, "meta") if part == "meta.xml" else root
    title = child(holder, "title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    return None if not text or _FILLED_IN.fullmatch(text) else text
