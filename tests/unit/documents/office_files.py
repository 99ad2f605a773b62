"""Office files built in memory, as the programs write them, for the tests of readers."""

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document

from goldenthread.documents.assembly import assemble
from goldenthread.documents.blocks import Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.text import Text

BOUNDS = Bounds()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def text_of(reading: Reading) -> Text:
    return assemble(reading, format="test", sha256="0" * 64, fallback_title="file")


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """Give a .docx whose body is this XML; `styles` and `numbering` replace Word's own."""
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    replaced = {f"word/{name}.xml": part for name, part in parts.items()}
    return with_parts(saved(docx.Document()), {"word/document.xml": xml, **replaced})


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """Give the archive with some parts replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return file.getvalue()


def opendocument(body: str, styles: str = "", automatic: str = "", extra: str = "") -> bytes:
    """Give an .odt whose text is this XML."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
            ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
        )
    )  # fmt: skip
    content = (
        f"{extra}<office:document-content {names}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    sheet = (
        f"<office:document-styles {names}><office:styles>{styles}</office:styles>"
        "</office:document-styles>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", sheet)
    return file.getvalue()


def outline(text: Text) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.title) for section in text.sections]


def told(text: Text) -> list[tuple[str, str, str | None]]:
    return [(passage.kind.value, passage.text, passage.context) for passage in text.passages]
