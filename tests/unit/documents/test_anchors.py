import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.anchors import find_anchor, find_anchors, make_anchor
from goldenthread.documents.blocks import Block, Heading, Paragraph, Reading
from goldenthread.fault import Fault
from tests.unit.documents.office_files import text_of

HUBS = "We will open two diagnostic hubs, in Ross and in Redditch, by March 2027."
NURSES = "Recruitment of nurses from overseas ends; local training grows by 40 places a year."


def plan(*more: Block):
    return text_of(
        Reading(
            None,
            (
                *more,
                Heading("Access", 1),
                Paragraph("Waiting times fell."),
                Paragraph(HUBS),
                Heading("Workforce", 1),
                Paragraph(NURSES),
                Paragraph("Lead: the ICB."),
            ),
        )
    )


def test_it_finds_a_passage_where_it_was() -> None:
    found = find_anchor(make_anchor(plan(), "1:p2"), plan())
    assert (found.kind, found.passage_id, found.likeness) == ("found", "1:p2", 1.0)


def test_it_survives_sections_put_in_before_it() -> None:
    later = plan(Heading("Foreword", 1), Paragraph("By the chair."))
    anchors = [make_anchor(plan(), one.id) for one in plan().passages]
    found = find_anchors(anchors, later)
    assert [one.kind for one in found] == ["moved"] * 4
    assert [one.passage_id for one in found] == ["2:p1", "2:p2", "3:p1", "3:p2"]


def test_it_finds_a_quote_in_a_passage_that_changed_around_it() -> None:
    anchor = make_anchor(plan(), "1:p2", 8, 32)
    assert anchor.exact == "open two diagnostic hubs"
    assert anchor.prefix.endswith("Waiting times fell.\nWe will ")
    later = text_of(Reading(None, (Paragraph("Partners open two diagnostic hubs soon."),)))
    assert find_anchor(anchor, later).passage_id == "0:p1"


def test_it_tells_places_with_the_same_words_apart_by_their_neighbours() -> None:
    lines = ("About beds.", "Lead: the ICB.", NURSES, "Lead: the ICB.")
    twice = text_of(Reading(None, tuple(Paragraph(one) for one in lines)))
    assert find_anchor(make_anchor(plan(), "2:p2"), twice).passage_id == "0:p4"


def test_it_shows_a_reworded_passage_as_changed_and_a_lost_one_as_orphaned() -> None:
    words = "We will open three diagnostic hubs, in Ross, Evesham and in Redditch, by May 2027."
    later = text_of(Reading(None, (Paragraph("Something else."), Paragraph(words))))
    changed = find_anchor(make_anchor(plan(), "1:p2"), later)
    assert (changed.kind, changed.passage_id) == ("changed", "0:p2")
    assert 0.6 <= changed.likeness < 1
    orphan = find_anchor(make_anchor(plan(), "2:p1"), later)
    assert (orphan.kind, orphan.passage_id, orphan.likeness) == ("orphaned", None, 0.0)


def test_it_refuses_a_passage_or_a_quote_that_is_not_there() -> None:
    with pytest.raises(Fault, match="no passage 9:p1"):
        make_anchor(plan(), "9:p1")
    with pytest.raises(Fault, match="is empty"):
        make_anchor(plan(), "1:p1", 4, 4)


@given(st.lists(st.text(min_size=1), max_size=8), st.integers(0, 30), st.integers(0, 30))
def test_it_finds_every_quote_in_an_unchanged_text(texts: list[str], start: int, end: int) -> None:
    text = text_of(Reading(None, tuple(Paragraph(one) for one in (*texts, "the end of it all"))))
    last = text.passages[-1]
    for one in text.passages:
        assert find_anchor(make_anchor(text, one.id), text).likeness == 1.0
    if start < min(end, len(last.text)):
        assert make_anchor(text, last.id, start, end).exact in last.text
