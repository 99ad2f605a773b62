"""Word files (.docx) to headings, paragraphs, items and rows.

Reads the file's own XML; nothing in it is run, fetched or resolved.
"""

from collections.abc import Mapping

from goldenthread.documents.archive import open_archive
from goldenthread.documents.blocks import Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.legacy import check_is_modern
from goldenthread.documents.look import find_cover_title, settle
from goldenthread.documents.nesting import refusing_depth
from goldenthread.documents.openxml import (
    Element,
    OfficeFile,
    attribute,
    children,
    descendants,
)
from goldenthread.documents.titles import file_title
from goldenthread.documents.word.body import Body
from goldenthread.documents.word.numbering import Numbering
from goldenthread.documents.word.styles import StyleSheet
from goldenthread.fault import Fault

_WHAT = "Word file"


def read_word(data: bytes, bounds: Bounds) -> Reading:
    """Read a .docx file's bytes; Word files have no pages of their own.

    Raises:
        Fault: if the file is locked, of the old kind, damaged, too large, or has no text.
    """
    check_is_modern(data)
    with refusing_depth(_WHAT):
        return _read(OfficeFile(open_archive(data, bounds), _WHAT))


def _read(file: OfficeFile) -> Reading:
    main = file.main_part("wordprocessingml", "word/document.xml")
    body = Body(
        styles=StyleSheet(file.related(main, "styles")),
        numbering=Numbering(file.related(main, "numbering")),
        notes=_notes(file, main),
    )
    for one in children(file.parse(main), "body"):
        body.read(one)
    body.finish()
    blocks = settle(body.found)
    if not blocks and not body.title:
        raise Fault(_why_empty(has_picture=body.has_picture))
    return Reading(body.title or find_cover_title(body.found) or file_title(file), tuple(blocks))


def _notes(file: OfficeFile, main: str) -> Mapping[str, Element]:
    found: dict[str, Element] = {}
    for kind in ("footnote", "endnote"):
        root = file.related(main, f"{kind}s")
        if root is not None:
            for note in descendants(root, kind):
                found[f"{kind} {attribute(note, 'id')}"] = note
    return found


def _why_empty(*, has_picture: bool) -> str:
    if has_picture:
        return (
            "This Word file holds pictures of text only, which can't be read: "
            "upload a version with the text itself."
        )
    return "This Word file holds no text: check that it is the right file."
