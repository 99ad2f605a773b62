"""PDF files: built here byte by byte, so that what is read back is known."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.documents.assembly import assemble
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.pdf import read_pdf
from goldenthread.documents.text import Text
from goldenthread.fault import Fault

Line = tuple[float, float, float, str]  # left, height from the bottom, size, words


def make_pdf(pages: list[list[Line]], *, drawn: str = "") -> bytes:
    """Make a PDF of A4 pages in Helvetica; sizes of 14 and more are bold."""
    objects: list[bytes] = [b"", b""]
    kids = []
    for lines in pages:
        stream = drawn + "".join(
            f"BT /F{2 if size >= 14 else 1} {size} Tf {left} {height} Td ({words}) Tj ET\n"
            for left, height, size, words in lines
        )
        body = stream.encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
        fonts = (
            b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> "
            b"/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold "
            b"/Encoding /WinAnsiEncoding >> >>"
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font %s >> >>" % (len(objects), fonts)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)


def read(data: bytes) -> Text:
    return assemble(read_pdf(data, Bounds()), format="pdf", sha256="", fallback_title="plan")


PARAGRAPH = [
    "The partners will open two hubs for children in Northmere by the",
    "spring, staffed by nurses and youth workers from the three trusts",
    "and paid for by the county council.",
]


def body(left: float = 60, top: float = 700, lines: list[str] = PARAGRAPH) -> list[Line]:
    return [(left, top - 14 * at, 11, words) for at, words in enumerate(lines)]


def test_it_joins_the_lines_of_a_paragraph_under_its_heading() -> None:
    text = read(make_pdf([[(60, 740, 16, "Children and young people"), *body()]]))
    assert [passage.text for passage in text.passages] == [" ".join(PARAGRAPH)]
    assert text.passages[0].section == ("Children and young people",)
    assert text.passages[0].page == 1


def test_it_makes_words_broken_over_lines_whole() -> None:
    broken = ["All trusts agreed to treat the work of the neigh-", "bourhood teams as one service."]
    text = read(make_pdf([[(60, 740, 16, "Teams"), *body(lines=broken)]]))
    assert "neighbourhood teams" in text.passages[0].text


def test_it_reads_two_columns_one_after_the_other() -> None:
    left = [f"left column line {at} says something of its own" for at in range(8)]
    right = [f"right column line {at} says something else again" for at in range(8)]
    lines = body(50, 700, left) + body(320, 700, right)
    lines.sort(key=lambda line: -line[1])
    said = " ".join(passage.text for passage in read(make_pdf([lines])).passages)
    assert said.index("left column line 7") < said.index("right column line 0")


def test_it_leaves_running_headers_and_page_numbers_out() -> None:
    pages = [
        [(60, 810, 9, "Joint forward plan 2026"), *body(), (290, 30, 9, str(number))]
        for number in range(1, 6)
    ]
    said = " ".join(passage.text for passage in read(make_pdf(pages)).passages)
    assert "Joint forward plan 2026" not in said
    assert "council. 2" not in said


def test_it_joins_a_paragraph_that_runs_over_a_page() -> None:
    first = body(top=120, lines=["The partners will open two hubs for children in Northmere by"])
    second = body(top=780, lines=["the spring, staffed by nurses and youth workers."])
    text = read(make_pdf([[*body(), *first], second]))
    assert any("Northmere by the spring" in passage.text for passage in text.passages)


def test_it_reads_a_ruled_table_as_rows_with_their_header() -> None:
    rules = "".join(f"60 {y} m 460 {y} l S\n" for y in (700, 670, 640, 610))
    rules += "".join(f"{x} 610 m {x} 700 l S\n" for x in (60, 260, 460))
    cells = [("Measure", "Target"), ("Smoking at delivery", "4%"), ("Waits over a year", "none")]
    lines: list[Line] = []
    for at, (first, second) in enumerate(cells):
        size = 14 if at == 0 else 11
        lines += [(66, 680 - 30 * at, size, first), (266, 680 - 30 * at, size, second)]
    text = read(make_pdf([lines], drawn=rules))
    assert [passage.text for passage in text.passages] == [
        "Smoking at delivery | 4%",
        "Waits over a year | none",
    ]
    assert text.passages[0].context == "Measure | Target"


def test_it_reads_bulleted_lines_as_items_with_their_lead_in() -> None:
    lines = ["By 2028 we will:", "\u0095 open a clinic in Northmere", "\u0095 train 40 nurses"]
    text = read(make_pdf([[(60, 740, 16, "Steps"), *body(lines=lines)]]))
    assert [passage.kind for passage in text.passages[-2:]] == ["item", "item"]
    assert text.passages[-1].context == "By 2028 we will:"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.4 nothing more", "damaged"),
        (make_pdf([[]]), "No page of this PDF has text"),
        (make_pdf([body()])[:300], "damaged"),
    ],
)
def test_it_says_what_is_wrong_with_a_file(data: bytes, says: str) -> None:
    with pytest.raises(Fault, match=says):
        read_pdf(data, Bounds())


def test_it_refuses_more_pages_than_its_bound() -> None:
    with pytest.raises(Fault, match="2 pages and at most 1"):
        read_pdf(make_pdf([body(), body()]), Bounds(pages=1))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 255)), max_size=25))
def test_it_reads_or_refuses_any_damaged_file(changes: list[tuple[int, int]]) -> None:
    data = bytearray(make_pdf([[(60, 740, 16, "Children"), *body()]]))
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(Fault):
        assert read(bytes(data)).passages is not None
