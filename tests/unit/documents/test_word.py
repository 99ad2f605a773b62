import docx
import pytest
from docx.shared import Pt

from goldenthread.documents.word import read_word
from goldenthread.fault import Fault
from tests.unit.documents.office_files import BOUNDS, W, outline, saved, text_of, told, word_file


def read(data: bytes):
    return text_of(read_word(data, BOUNDS))


def p(text: str, properties: str = "", look: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


BOLD = "<w:b/>"


def test_it_reads_headings_by_style_with_title_apart() -> None:
    document = docx.Document()
    document.add_heading("Joint Forward Plan 2023-28", 0)
    document.add_heading("1. Introduction", 1)
    document.add_heading("Who we are", 2)
    document.add_paragraph("We plan care for 800,000 people.")
    document.add_heading("Appendix A: Duties", 1)
    text = read(saved(document))
    assert text.title == "Joint Forward Plan 2023-28"
    assert outline(text) == [
        (1, "1", "Introduction"),
        (2, None, "Who we are"),
        (1, "Appendix A", "Duties"),
    ]
    assert text.passages[0].section == ("Introduction", "Who we are")
    assert text.pages is None


def test_it_knows_renamed_heading_styles_by_what_they_are_based_on() -> None:
    document = docx.Document()
    house = document.styles.add_style("ICB chapter", 1)
    house.base_style = document.styles["Heading 1"]
    document.add_paragraph("Workforce", style="ICB chapter")
    document.add_paragraph("We recruit.")
    assert outline(read(saved(document))) == [(1, None, "Workforce")]


def test_it_takes_short_bold_and_large_paragraphs_for_headings_by_size() -> None:
    document = docx.Document()
    for text, size in (("Digital", 20), ("Shared record", 14), ("Live data", None)):
        run = document.add_paragraph().add_run(text)
        run.bold = True
        run.font.size = size and Pt(size)
        document.add_paragraph(f"Text on {text}, which is long enough to be a body paragraph.")
    strong = document.add_paragraph().add_run("This sentence matters and so it is bold.")
    strong.bold = True
    document.add_paragraph("The end.")
    text = read(saved(document))
    assert outline(text) == [
        (1, None, "Digital"), (2, None, "Shared record"), (3, None, "Live data"),
    ]  # fmt: skip
    assert text.passages[-2].text == "This sentence matters and so it is bold."


def test_it_puts_bold_lines_below_styled_headings() -> None:
    document = docx.Document()
    document.add_heading("Workforce", 1)
    document.add_paragraph().add_run("Nursing").bold = True
    document.add_paragraph("More nurses work in Ross than in 2022, and more are in training.")
    document.add_heading("Estates", 1)
    document.add_paragraph("Two hubs.")
    assert outline(read(saved(document))) == [
        (1, None, "Workforce"), (2, None, "Nursing"), (1, None, "Estates"),
    ]  # fmt: skip


def test_it_reads_lists_with_their_lead_in_and_depth() -> None:
    document = docx.Document()
    document.add_paragraph("By 2026 we will:")
    document.add_paragraph("recruit nurses", style="List Bullet")
    document.add_paragraph("in the hubs", style="List Bullet 2")
    document.add_paragraph("train carers", style="List Number")
    document.add_paragraph("Progress is reported in public.")
    document.add_paragraph("• typed by hand")
    assert told(read(saved(document))) == [
        ("paragraph", "By 2026 we will:", None),
        ("item", "recruit nurses", "By 2026 we will:"),
        ("item", "in the hubs", "By 2026 we will: recruit nurses"),
        ("item", "train carers", "By 2026 we will:"),
        ("paragraph", "Progress is reported in public.", None),
        ("item", "typed by hand", None),
    ]


def test_it_counts_the_numbers_that_word_prints_before_headings() -> None:
    numbering = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">
      <w:lvl w:ilvl="0"><w:start w:val="3"/>
      <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
      </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="5"/></w:numPr>'
    body = "".join(
        p(text, f'<w:pStyle w:val="Heading{depth + 1}"/>' + numbered.format(depth))
        + p("Body text.")
        for text, depth in (("People", 0), ("Nursing", 1), ("Care", 1), ("Places", 0))
    )
    body += p("The Board is asked to note the report.", numbered.format(1))
    text = read(word_file(body, numbering=numbering))
    assert outline(text) == [
        (1, "3", "People"), (2, "3.1", "Nursing"), (2, "3.2", "Care"), (1, "4", "Places"),
    ]  # fmt: skip
    assert text.passages[-1].kind == "paragraph"


def test_it_reads_tracked_changes_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>will</w:t></w:r></w:ins><w:r><w:t> act</w:t></w:r>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
        + p("One paragraph ", "<w:rPr><w:del/></w:rPr>")
        + p("made of two.")
    )
    assert [one.text for one in read(word_file(body)).passages] == [
        "We will act",
        "One paragraph made of two.",
    ]


def test_it_leaves_a_table_of_contents_out() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        p("Contents", look=BOLD)
        + "<w:p>" + field.format("begin")
        + '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>' + field.format("separate")
        + "<w:r><w:t>Workforce</w:t><w:tab/><w:t>4</w:t></w:r></w:p>"
        + p("Estates 5") + "<w:p>" + field.format("end") + "</w:p>"
        + p("Workforce", '<w:pStyle w:val="Heading1"/>') + p("We recruit.")
    )  # fmt: skip
    text = read(word_file(body))
    assert outline(text) == [(1, None, "Workforce")]
    assert [one.text for one in text.passages] == ["We recruit."]


def test_it_leaves_a_typed_list_of_contents_out() -> None:
    document = docx.Document()
    document.add_paragraph("Contents")
    for line in ("1. Workforce\t3", "2. Estates and\tx", "2. Estates ........ 9", "Annex 12"):
        document.add_paragraph(line)
    document.add_heading("1. Workforce", 1)
    document.add_paragraph("We recruit.")
    document.add_heading("2. Estates", 1)
    document.add_paragraph("We build.")
    assert [one.text for one in read(saved(document)).passages] == ["We recruit.", "We build."]


def test_it_reads_rows_under_their_header_and_merged_cells_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    cells = (("Action", "Lead", "By"), ("Open hub", "ICB", "2026"), ("Train", "", "2027"))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    wide = document.add_table(3, 2)
    wide.cell(0, 0).merge(wide.cell(0, 1)).text = "Starting well"
    for column, text in enumerate(("Measure", "Target")):
        wide.cell(1, column).paragraphs[0].add_run(text).bold = True
    wide.cell(2, 0).text, wide.cell(2, 1).text = "Breastfeeding", "60%"
    assert told(read(saved(document))) == [
        ("row", "Open hub | ICB | 2026", "Action | Lead | By"),
        ("row", "Train | 2027", "Action | By"),
        ("row", "Starting well", None),
        ("row", "Breastfeeding | 60%", "Measure | Target"),
    ]


def test_it_reads_tables_that_only_lay_text_out_as_text() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Case study: the hub in Ross has cut waiting by a third."
    inner = cell.add_table(2, 2)
    for at, text in enumerate(("Year", "Wait", "2022", "9 weeks")):
        inner.cell(at // 2, at % 2).text = text
    assert told(read(saved(document))) == [
        ("paragraph", "Case study: the hub in Ross has cut waiting by a third.", None),
        ("row", "Year | Wait", None),
        ("row", "2022 | 9 weeks", None),
    ]


def test_it_reads_text_boxes_controls_links_and_notes_but_no_header() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Draft, in confidence"
    data = saved(document)
    body = (
        "<w:sdt><w:sdtContent>" + p("In a control.") + "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Anchor</w:t></w:r><w:r><w:pict><w:txbxContent>" + p("In a box.")
        + "</w:txbxContent></w:pict></w:r></w:p>"
        "<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:r><w:br/>"
        "<w:t>and</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>more</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )  # fmt: skip
    assert data
    assert [one.text for one in read(word_file(body)).passages] == [
        "In a control.", "Anchor", "In a box.", "A link and-more",
    ]  # fmt: skip


def test_it_says_so_where_a_file_holds_pictures_or_nothing() -> None:
    with pytest.raises(Fault, match="pictures of text only"):
        read(word_file("<w:p><w:r><w:drawing/></w:r></w:p>"))
    with pytest.raises(Fault, match="holds no text"):
        read(word_file("<w:p/>"))


def test_it_takes_a_cover_in_large_print_for_the_title() -> None:
    document = docx.Document()
    lines = (
        ("NHS Herefordshire and Worcestershire", 26), ("Joint Forward Plan", 36), ("2025-30", 26),
        ("Foreword", 18), ("This plan was prepared with partners across both counties.", None),
        ("What we heard", 14), ("Getting to see someone is hard where buses are few.", None),
    )  # fmt: skip
    for text, size in lines:
        document.add_paragraph().add_run(text).font.size = size and Pt(size)
    text = read(saved(document))
    assert text.title == "Joint Forward Plan"
    assert outline(text) == [(1, None, "Foreword"), (2, None, "What we heard")]
    assert [one.id for one in text.passages][:4] == ["0:p1", "0:p2", "0:p3", "1:p1"]
