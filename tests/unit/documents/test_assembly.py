import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.blocks import Block, Heading, Item, Paragraph, Reading, Row
from goldenthread.documents.lines import join_lines, vocabulary_of
from goldenthread.documents.normalisation import normalise
from goldenthread.documents.numbering import split_number
from tests.unit.documents.office_files import outline, text_of, told

TEXTS = st.text(max_size=30)
BLOCKS = st.one_of(
    st.builds(Heading, TEXTS, st.integers(1, 9)),
    st.builds(Paragraph, TEXTS),
    st.builds(Item, TEXTS, depth=st.integers(1, 5)),
    st.builds(Row, st.lists(TEXTS, max_size=4).map(tuple)),
)


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("4.2 Workforce", "4.2", "Workforce"),
        ("4. Workforce", "4", "Workforce"),
        ("4 Workforce", "4", "Workforce"),
        ("Chapter 3: Delivery", "Chapter 3", "Delivery"),
        ("Chapter 3", None, "Chapter 3"),
        ("Appendix A Duties", "Appendix A", "Duties"),
        ("A.1 Duties", "A.1", "Duties"),
        ("iv) Duties", "iv", "Duties"),
        ("Priority 1: Prevention", None, "Priority 1: Prevention"),
        ("Section 75 agreements", None, "Section 75 agreements"),
        ("Section 2: People", "Section 2", "People"),
        ("5 Year Forward View", None, "5 Year Forward View"),
        ("10 high impact actions", None, "10 high impact actions"),
        ("2023-28 plan", None, "2023-28 plan"),
        ("2023 in review", None, "2023 in review"),
        ("1.5 million people", None, "1.5 million people"),
        ("A plan for all", None, "A plan for all"),
        ("I am heard", None, "I am heard"),
    ],
)
def test_it_splits_a_number_from_its_title(heading: str, number: str | None, title: str) -> None:
    assert split_number(heading) == (number, title)


def test_it_closes_gaps_between_levels_and_believes_numbers() -> None:
    blocks = (
        Heading("1 People", 2), Heading("Nursing", 5), Paragraph("x"),
        Heading("2 Places", 2), Heading("2.1 Hubs", 2), Heading("2.1.1 Ross", 2), Paragraph("y"),
        Heading("2.2 Homes", 2), Paragraph("z"), Heading("Annex A Law", 2),
    )  # fmt: skip
    text = text_of(Reading(None, blocks))
    assert [(one.id, one.level) for one in text.sections] == [
        ("1", 1), ("1.1", 2), ("2", 1), ("2.1", 2), ("2.1.1", 3), ("2.2", 2), ("3", 1),
    ]  # fmt: skip


def test_it_drops_a_contents_page_with_wrapped_lines_and_keeps_a_list_of_priorities() -> None:
    blocks: tuple[Block, ...] = (
        Heading("Contents", 1),
        Paragraph("1 Foreword 3"),
        Paragraph("2 Making sure that everyone who needs"),
        Paragraph("care gets it 12"),
        Paragraph("Annex ........ 40"),
        Heading("1 Foreword", 1),
        Paragraph("Our priorities are:"),
        Item("Prevention"),
        Item("Workforce"),
        Item("Estates"),
        Heading("Prevention", 1),
        Paragraph("a"),
        Heading("Workforce", 1),
        Paragraph("b"),
        Heading("Estates", 1),
        Row(("Beds", "12")),
        Row(("Wards", "3")),
    )
    text = text_of(Reading(None, blocks))
    assert outline(text)[0] == (1, "1", "Foreword")
    assert [one.text for one in text.passages] == [
        "Our priorities are:", "Prevention", "Workforce", "Estates", "a", "b", "Beds | 12",
        "Wards | 3",
    ]  # fmt: skip


def test_it_gives_items_only_a_lead_in_that_introduces_them() -> None:
    blocks = (
        Paragraph("Care improved."), Item("a"),
        Paragraph("The partners agreed the following actions in May."), Item("b"),
        Paragraph("Partners met. In May they agreed to"), Item("c"), Item("d", depth=3),
    )  # fmt: skip
    contexts = {text: context for _, text, context in told(text_of(Reading(None, blocks)))}
    assert contexts["a"] is None
    assert contexts["b"] == "The partners agreed the following actions in May."
    assert contexts["c"] == "Partners met. In May they agreed to"
    assert contexts["d"] == "Partners met. In May they agreed to c"


@given(st.lists(BLOCKS, max_size=25))
def test_it_gives_unique_ids_and_normalised_passages_whatever_is_read(blocks: list[Block]) -> None:
    text = text_of(Reading(None, tuple(blocks)))
    identities = [one.id for one in text.passages]
    assert len(set(identities)) == len(identities)
    sections = {one.id: one for one in text.sections}
    assert len(sections) == len(text.sections)
    for one in text.passages:
        assert one.text == normalise(one.text)
        place = one.id.partition(":")[0]
        assert one.section == (sections[place].path if place != "0" else ())
    for section in text.sections:
        assert section.level == len(section.path) == section.id.count(".") + 1
        assert section.title


@given(st.text())
def test_it_normalises_once_and_for_all(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_it_writes_ligatures_spaces_and_hidden_marks_out() -> None:
    assert normalise("of\ufb01ce\u00a0 of\u00adfice\u200b\n “quoted” – cafe\u0301") == (
        "office office “quoted” – café"
    )


def test_it_joins_broken_words_as_the_document_writes_them() -> None:
    lines = ["We work to-", "gether for well-", "being and micro-", "credit, in North-", "West."]
    assert join_lines(lines, vocabulary_of(lines)) == (
        "We work together for well-being and microcredit, in North-West."
    )
    known = vocabulary_of(["A micro-credit scheme"])
    assert join_lines(["micro-", "credit"], known) == "micro-credit"
