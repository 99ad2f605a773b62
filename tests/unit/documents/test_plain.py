import pytest

from goldenthread.documents.plain import read_plain
from goldenthread.fault import Fault
from tests.unit.documents.office_files import BOUNDS, outline, text_of, told

PLAN = """JOINT FORWARD PLAN

Contents
1. Introduction ........ 2
2. Workforce ........ 3
2.1 Nursing ....... 4

1. Introduction

This plan sets out how we will work to-
gether in Worcestershire to improve well-
being for people of all ages who live here and
receive care.
It has two parts.

2. Workforce
============

2.1 Nursing
We will:
• hire 20 nurses who will work across the county of
  Herefordshire in hubs
• train
   o in Leominster
   - in Ross
Local partners

The council helps us with this work.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_it_reads_headings_items_and_joined_lines(encoding: str) -> None:
    text = text_of(read_plain(PLAN.encode(encoding), BOUNDS))
    assert text.title == "JOINT FORWARD PLAN"
    assert outline(text)[1:] == [
        (1, "1", "Introduction"),
        (1, "2", "Workforce"),
        (2, "2.1", "Nursing"),
        (3, None, "Local partners"),
    ]
    assert told(text) == [
        (
            "paragraph",
            "This plan sets out how we will work together in Worcestershire to improve well-being "
            "for people of all ages who live here and receive care.",
            None,
        ),
        ("paragraph", "It has two parts.", None),
        ("paragraph", "We will:", None),
        (
            "item",
            "hire 20 nurses who will work across the county of Herefordshire in hubs",
            "We will:",
        ),
        ("item", "train", "We will:"),
        ("item", "in Leominster", "We will: train"),
        ("item", "in Ross", "We will: train"),
        ("paragraph", "The council helps us with this work.", None),
    ]


@pytest.mark.parametrize("data", [b"", b" \n ", b"...\n---"])
def test_it_says_so_where_a_file_has_no_text(data: bytes) -> None:
    with pytest.raises(Fault, match="holds no text"):
        read_plain(data, BOUNDS)


def test_it_refuses_bytes_that_are_no_text() -> None:
    with pytest.raises(Fault, match="not a text file"):
        read_plain(bytes(range(1, 32)) * 50, BOUNDS)


def test_it_reads_marked_up_text_as_markdown() -> None:
    text = text_of(read_plain(b"## **Plan**\n\n### *Access*\n\nWe *open* hubs.\n", BOUNDS))
    assert outline(text) == [(1, None, "Plan"), (2, None, "Access")]
    assert text.passages[0].text == "We open hubs."
