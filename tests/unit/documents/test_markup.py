import pytest

from goldenthread.documents.markup import read_html, read_markdown
from goldenthread.fault import Fault
from tests.unit.documents.office_files import BOUNDS, outline, text_of, told


def page(body: str):
    return text_of(read_html(f"<html><body>{body}</body></html>".encode(), BOUNDS))


def test_it_reads_the_main_part_of_a_page_alone() -> None:
    text = page(
        "<nav>Home</nav><header><img></header><main><h1>Our plan</h1><h2>1. Access</h2>"
        "<p>Open <b>late</b>.</p><script>x()</script><p hidden>no</p>"
        "<p style='display: none'>no</p>"
        "</main><footer>Contact</footer>"
    )
    assert text.title == "Our plan"
    assert outline(text) == [(1, None, "Our plan"), (2, "1", "Access")]
    assert told(text) == [("paragraph", "Open late.", None)]


def test_it_reads_lists_tables_definitions_and_bold_lines() -> None:
    text = page(
        "<h1>Plan</h1><p>We will:</p><ul><li>hire<ul><li>nurses</li></ul></li>"
        "<li><p>train</p></li></ul>"
        "<p><strong>Measures</strong></p><table><tr><th>What</th><th>Target</th></tr>"
        "<tr><td rowspan='2'>Waits</td><td>9 weeks</td></tr><tr><td>8 weeks</td></tr></table>"
        "<dl><dt>ICB</dt><dd>Integrated care board</dd></dl>"
    )
    assert outline(text) == [(1, None, "Plan"), (2, None, "Measures")]
    assert told(text) == [
        ("paragraph", "We will:", None),
        ("item", "hire", "We will:"),
        ("item", "nurses", "We will: hire"),
        ("item", "train", "We will:"),
        ("row", "Waits | 9 weeks", "What | Target"),
        ("row", "8 weeks", "Target"),
        ("row", "ICB | Integrated care board", None),
    ]


def test_it_leaves_links_to_the_same_page_out() -> None:
    text = page(
        "<h1>Plan</h1><h2>Contents</h2><ol><li><a href='#a'>Access</a></li>"
        "<li><a href='#b'>Beds</a></li></ol><h2 id='a'>Access</h2><p>Late.</p>"
    )
    assert outline(text) == [(1, None, "Plan"), (2, None, "Access")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_tells_the_encoding(encoding: str) -> None:
    data = "<p>£20m for the café – “today”</p>".encode(encoding)
    assert text_of(read_html(data, BOUNDS)).passages[0].text == "£20m for the café – “today”"


def test_it_reads_markdown_with_tables_and_front_matter() -> None:
    text = text_of(
        read_markdown(
            b"---\ntitle: JFP\n---\n# Plan\n\n## 1.1 Access\n\nWe will:\n\n- open\n  - late\n\n"
            b"| Measure | Target |\n|---|---|\n| Waits | 9 |\n\n"
            b"<script>no</script>\n\nOne\nline.\n",
            BOUNDS,
        )
    )
    assert text.title == "JFP"
    assert outline(text) == [(1, None, "Plan"), (2, "1.1", "Access")]
    assert told(text) == [
        ("paragraph", "We will:", None),
        ("item", "open", "We will:"),
        ("item", "late", "We will: open"),
        ("row", "Waits | 9", "Measure | Target"),
        ("paragraph", "One line.", None),
    ]


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"<script>x</script>"])
def test_it_says_so_where_a_page_has_no_text(data: bytes) -> None:
    with pytest.raises(Fault, match="holds no text"):
        read_html(data, BOUNDS)


def test_it_resolves_no_entity_of_a_page() -> None:
    data = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a &x; b</p>'
    assert "root:" not in text_of(read_html(data, BOUNDS)).passages[-1].text


def test_it_refuses_pages_nested_beyond_reason() -> None:
    with pytest.raises(Fault):
        read_html(b"<div>" * 5000 + b"x", BOUNDS)
