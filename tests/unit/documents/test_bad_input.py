import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from goldenthread.documents.blocks import Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.legacy import check_is_modern
from goldenthread.documents.markup import read_html, read_markdown
from goldenthread.documents.opendocument import read_opendocument
from goldenthread.documents.plain import read_plain
from goldenthread.documents.slides import read_slides
from goldenthread.documents.word import read_word
from goldenthread.fault import Fault
from tests.unit.documents.office_files import (
    BOUNDS,
    opendocument,
    saved,
    text_of,
    with_parts,
    word_file,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = b"<h1>Plan</h1><ul><li>a<ul><li>b</ul></ul><table><tr><th rowspan=3>c<td>d</table><dl><dt>e"


def sample_word() -> bytes:
    document = docx.Document()
    document.add_heading("Plan", 1)
    document.add_paragraph("We will:")
    document.add_paragraph("act", style="List Bullet")
    document.add_table(2, 2).cell(1, 1).text = "cell"
    return saved(document)


def sample_slides() -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Plan"
    slide.placeholders[1].text = "We act."
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


WORD, SLIDES = sample_word(), sample_slides()
OPEN = opendocument("<text:h text:outline-level='1'>Plan</text:h><text:p>We act.</text:p>")
XML_PARTS = {
    read_word: (WORD, "word/document.xml"),
    read_slides: (SLIDES, "ppt/slides/slide1.xml"),
    read_opendocument: (OPEN, "content.xml"),
}
SAMPLES = {
    read_word: WORD,
    read_slides: SLIDES,
    read_opendocument: OPEN,
    read_html: PAGE,
    read_markdown: b"# a\n\n- b\n  - c\n\n| d | e |\n|---|---|\n| f | g |\n",
    read_plain: b"A PLAN\n\n1. One\n\nWe act to-\ngether.\n- a\n - b\n",
}
FUZZ = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def reads_or_refuses(read: Callable[[], Reading]) -> bool:
    """Say whether reading gave a text or one clear sentence; any other error is a defect."""
    try:
        return text_of(read()).passages is not None
    except Fault as fault:
        return str(fault).endswith(".") and "\n" not in str(fault)


def mutated(data: bytes, changes: list[tuple[int, bytes, int]]) -> bytes:
    for at, inserted, removed in changes:
        place = at % (len(data) + 1)
        data = data[:place] + inserted + data[place + removed :]
    return data


CHANGES = st.lists(
    st.tuples(st.integers(0, 10**6), st.binary(max_size=6), st.integers(0, 20)),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("read", SAMPLES, ids=lambda read: read.__name__)
@FUZZ
@given(changes=CHANGES)
def test_it_reads_mutated_files_or_says_what_is_wrong(read, changes) -> None:
    assert reads_or_refuses(lambda: read(mutated(SAMPLES[read], changes), BOUNDS))


@pytest.mark.parametrize("read", XML_PARTS, ids=lambda read: read.__name__)
@FUZZ
@given(changes=CHANGES)
def test_it_reads_mutated_xml_or_says_what_is_wrong(read, changes) -> None:
    data, name = XML_PARTS[read]
    changed = with_parts(data, {name: mutated(part_of(data, name), changes)})
    assert reads_or_refuses(lambda: read(changed, BOUNDS))


@pytest.mark.parametrize("read", SAMPLES, ids=lambda read: read.__name__)
@FUZZ
@given(data=st.binary(max_size=400))
def test_it_reads_any_bytes_or_says_what_is_wrong(read, data) -> None:
    assert reads_or_refuses(lambda: read(data, BOUNDS))


@pytest.mark.parametrize("read", XML_PARTS, ids=lambda read: read.__name__)
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;"><!ENTITY d "&c;&c;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd">',
    ],
)
def test_it_refuses_documents_that_declare_entities(read, doctype: str) -> None:
    data, name = XML_PARTS[read]
    xml = part_of(data, name)
    body = xml[xml.index(b"?>") + 2 :] if xml.startswith(b"<?xml") else xml
    with pytest.raises(Fault, match="declares XML entities"):
        read(with_parts(data, {name: doctype.encode() + body}), BOUNDS)


@pytest.mark.parametrize("read", XML_PARTS, ids=lambda read: read.__name__)
def test_it_refuses_files_that_unpack_beyond_bounds(read) -> None:
    _, name = XML_PARTS[read]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * 3_000_000)
    with pytest.raises(Fault):
        read(file.getvalue(), Bounds(unpacked_bytes=1_000_000))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "WordDocument".encode("utf-16-le"), "save it as .docx"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "save it as .pptx"),
        (OLE, "old Office kind"),
        (b"{\\rtf1 x}", "save it as .docx"),
    ],
)
def test_it_says_what_to_do_with_old_and_locked_files(data: bytes, says: str) -> None:
    for check in (check_is_modern, lambda one: read_word(one, BOUNDS)):
        with pytest.raises(Fault, match=says):
            check(data)


def test_it_says_so_where_a_file_is_of_another_kind() -> None:
    with pytest.raises(Fault, match="not a Word file"):
        read_word(SLIDES, BOUNDS)
    with pytest.raises(Fault, match="not a PowerPoint file"):
        read_slides(WORD, BOUNDS)


def test_it_refuses_what_is_nested_beyond_reason() -> None:
    deep = "<w:sdt><w:sdtContent>" * 4000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 4000
    with pytest.raises(Fault):
        read_word(word_file(deep), BOUNDS)


def test_it_bounds_the_columns_a_cell_may_cover() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="9999"/></w:tcPr>'
    cell = f"<w:tc>{wide}<w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:tc>"
    row = "<w:tr>" + cell.format("a") + cell.format("b") + "</w:tr>"
    text = text_of(read_word(word_file(f"<w:tbl>{row * 2}</w:tbl>"), BOUNDS))
    assert text.passages[0].text == "a | b"
