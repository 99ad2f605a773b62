import pytest

from goldenthread.documents.opendocument import read_opendocument
from goldenthread.fault import Fault
from tests.unit.documents.office_files import BOUNDS, opendocument, outline, text_of, told


def read(*given: str, **more: str):
    return text_of(read_opendocument(opendocument(*given, **more), BOUNDS))


def test_it_reads_headings_lists_tables_and_notes() -> None:
    text = read(
        '<text:h text:outline-level="1">1 Workforce</text:h>'
        "<text:table-of-content><text:index-body><text:p>Workforce 1</text:p></text:index-body>"
        "</text:table-of-content><text:tracked-changes><text:p>deleted</text:p>"
        "</text:tracked-changes>"
        "<text:p>We will<text:s text:c='3'/>now<text:note><text:note-citation>1"
        "</text:note-citation>"
        "<text:note-body><text:p>Agreed in May.</text:p></text:note-body></text:note>:</text:p>"
        "<text:list><text:list-item><text:p>hire</text:p><text:list><text:list-item>"
        "<text:p>nurses</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>What"
        "</text:p></table:table-cell><table:table-cell><text:p>By</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>"
        "Hub</text:p></table:table-cell><table:table-cell><text:p>2026</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert outline(text) == [(1, "1", "Workforce")]
    assert told(text) == [
        ("paragraph", "We will now:", None),
        ("item", "hire", "We will now:"),
        ("item", "nurses", "We will now: hire"),
        ("paragraph", "Agreed in May.", None),
        ("row", "Hub | 2026", "What | By"),
    ]


def test_it_takes_bold_and_large_lines_for_headings() -> None:
    style = (
        '<style:style style:name="{}" style:family="paragraph"><style:text-properties '
        'fo:font-size="{}pt" fo:font-weight="bold"/></style:style>'
    )
    body = "".join(
        f'<text:p text:style-name="{name}">{title}</text:p>'
        "<text:p>Some text about it here.</text:p>"
        for name, title in (("P1", "Digital"), ("P2", "Records"))
    )
    text = read(body, automatic=style.format("P1", 18) + style.format("P2", 12))
    assert outline(text) == [(1, None, "Digital"), (2, None, "Records")]


def test_it_refuses_locked_empty_and_foreign_files() -> None:
    with pytest.raises(Fault, match="holds no text"):
        read("<text:p/>")
    with pytest.raises(Fault, match="pictures of text"):
        read("<text:p><draw:frame><draw:image/></draw:frame></text:p>")
    with pytest.raises(Fault, match="entities"):
        read("<text:p>x</text:p>", extra='<!DOCTYPE a [<!ENTITY b "c">]>')
