import io

import pytest
from pptx import Presentation
from pptx.util import Inches

from goldenthread.documents.slides import read_slides
from goldenthread.fault import Fault
from tests.unit.documents.office_files import BOUNDS, outline, text_of, told


def read(deck):
    file = io.BytesIO()
    deck.save(file)
    return text_of(read_slides(file.getvalue(), BOUNDS))


def add(deck, layout: int, title: str):
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    return slide


def box(shapes, text: str, top: float, left: float = 1.0) -> None:
    shape = shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(1))
    shape.text_frame.text = text


def test_it_reads_titles_as_headings_and_slides_as_pages() -> None:
    deck = Presentation()
    add(deck, 0, "Joint Forward Plan").placeholders[1].text = "Worcestershire"
    frame = add(deck, 1, "Workforce").placeholders[1].text_frame
    frame.text = "We will:"
    below = frame.add_paragraph()
    below.text, below.level = "recruit nurses", 1
    add(deck, 1, "Workforce").placeholders[1].text = "More on the same."
    text = read(deck)
    assert (text.title, text.pages) == ("Joint Forward Plan", 3)
    assert outline(text) == [(1, None, "Workforce")]
    assert told(text)[1:] == [
        ("item", "We will:", None),
        ("item", "recruit nurses", "We will:"),
        ("paragraph", "More on the same.", None),
    ]
    assert [one.page for one in text.passages] == [1, 2, 2, 3]


def test_it_reads_boxes_groups_and_tables_from_top_to_bottom_without_notes() -> None:
    deck = Presentation()
    slide = add(deck, 5, "Digital")
    box(slide.shapes, "Third.", 5)
    group = slide.shapes.add_group_shape()
    box(group.shapes, "Second, right.", 3, 4)
    box(group.shapes, "Second, left.", 3, 1)
    box(slide.shapes, "First.", 2)
    cells = slide.shapes.add_table(2, 2, Inches(1), Inches(6), Inches(4), Inches(1)).table
    for at, text in enumerate(("Measure", "Target", "Waits", "9 weeks")):
        cells.cell(at // 2, at % 2).text = text
    slide.notes_slide.notes_text_frame.text = "Do not say this."
    assert told(read(deck)) == [
        ("paragraph", "First.", None),
        ("paragraph", "Second, left.", None),
        ("paragraph", "Second, right.", None),
        ("paragraph", "Third.", None),
        ("row", "Waits | 9 weeks", "Measure | Target"),
    ]


def test_it_puts_slides_below_the_section_they_follow() -> None:
    deck = Presentation()
    for layout, title in ((2, "Our priorities"), (5, "Prevention"), (2, "Delivery")):
        box(add(deck, layout, title).shapes, f"About {title}.", 6)
    assert [(level, title) for level, _, title in outline(read(deck))] == [
        (1, "Our priorities"),
        (2, "Prevention"),
        (1, "Delivery"),
    ]


def test_it_says_so_where_a_deck_has_no_text() -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    with pytest.raises(Fault, match="holds no text"):
        read(deck)
