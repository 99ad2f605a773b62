"""An A4 Word document in landscape with headings, notes and accessible tables.

Pure. Knows Word, not the plan check; `appendix` decides what stands in it.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DEEP = RGBColor(0x00, 0x30, 0x87)
_SHADE = "D8DDE0"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in a cell: `bold`, `quiet` (small, for sources and notes) or plain."""

    text: str
    bold: bool = False
    quiet: bool = False


class Sheet:
    """A Word document being written, from top to bottom."""

    def __init__(self, title: str, day: date) -> None:
        # python-docx brings no types.
        self._document: Any = docx.Document()
        self._set_page()
        self._set_styles()
        core = self._document.core_properties
        core.title, core.author, core.language = printable(title)[:255], "Golden Thread", "en-GB"
        core.created = core.modified = datetime.combine(day, time())
        self._document.add_heading(printable(title), level=1)

    def heading(self, text: str, level: int) -> None:
        """Add a heading in Word's own style, so that it shows in the outline."""
        self._document.add_heading(printable(text), level=level)

    def paragraph(self, text: str, *, bullet: bool = False) -> None:
        """Add a paragraph, or an item of a bulleted list."""
        self._document.add_paragraph(printable(text), style="List Bullet" if bullet else None)

    def table(
        self,
        title: str,
        heads: Sequence[str],
        widths: Sequence[float],
        rows: Sequence[Sequence[Sequence[Line]]],
    ) -> None:
        """Add a table whose header repeats on every page; widths are in centimetres."""
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.autofit = False
        _describe(table, title)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        header = table.rows[0]
        _mark_header(header)
        _fill(header, [[Line(head, bold=True)] for head in heads], widths)
        for cell in header.cells:
            _shade(cell)
        for cells in rows:
            _fill(table.add_row(), cells, widths)

    def save(self) -> bytes:
        """Give the document as a .docx file."""
        held = io.BytesIO()
        self._document.save(held)
        return held.getvalue()

    def _set_page(self) -> None:
        page = self._document.sections[0]
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Cm(29.7), Cm(21.0)
        page.left_margin = page.right_margin = Cm(1.8)
        page.top_margin = page.bottom_margin = Cm(1.8)

    def _set_styles(self) -> None:
        styles = self._document.styles
        styles["Normal"].font.name = "Arial"
        styles["Normal"].font.size = Pt(10)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        for level, size in ((1, 20), (2, 15), (3, 12)):
            style = styles[f"Heading {level}"]
            style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), _DEEP
            style.element.rPr.rFonts.attrib.clear()
            style.element.rPr.rFonts.set(qn("w:ascii"), "Arial")
            style.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")


def printable(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def _fill(row: Any, cells: Sequence[Sequence[Line]], widths: Sequence[float]) -> None:
    for cell, lines, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Cm(width)
        for at, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            run = paragraph.add_run(printable(line.text))
            run.bold = line.bold or None
            if line.quiet:
                run.font.size = Pt(8.5)


def _mark_header(row: Any) -> None:
    """Repeat the row on every page, which also marks it as the header for screen readers."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _describe(table: Any, title: str) -> None:
    """Give the table a title for those who hear it, and say that its first row is a header."""
    properties = table._tbl.tblPr
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), printable(title))
    properties.append(caption)
    for look in properties.findall(qn("w:tblLook")):
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "0")


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), _SHADE)
    cell._tc.get_or_add_tcPr().append(shade)
