import random
import time

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.blocks import Heading, Paragraph, Reading
from goldenthread.documents.comparison import ChangeKind, compare
from goldenthread.documents.differences import word_differences
from tests.unit.documents.office_files import text_of

LETTERS = st.lists(st.sampled_from(["a b c", "a b d", "x y z", "q", "we will act", "we act"]))


def text(*paragraphs: str):
    blocks = (Heading(one[2:], 1) if one.startswith("# ") else Paragraph(one) for one in paragraphs)
    return text_of(Reading(None, tuple(blocks)))


def fates(old, new) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind.value, one.old and one.old.text, one.new and one.new.text)
        for one in compare(old, new).changes
    ]


def test_it_tells_same_changed_added_and_removed_apart() -> None:
    old = text("# Access", "Waits fell.", "We open two hubs in Ross by 2026.", "Parking is free.")
    new = text("# Access", "Waits fell.", "We open three hubs in Ross by 2027.", "Buses run late.")
    assert fates(old, new) == [
        ("same", "Waits fell.", "Waits fell."),
        ("changed", "We open two hubs in Ross by 2026.", "We open three hubs in Ross by 2027."),
        ("removed", "Parking is free.", None),
        ("added", None, "Buses run late."),
    ]


def test_it_calls_a_passage_moved_when_its_order_or_section_changed() -> None:
    old = text("# A", "One stays here.", "Two goes away.", "# B", "Three is here.")
    new = text("# A", "One stays here.", "# B", "Two goes away.", "Three is here.")
    assert [kind for kind, _, _ in fates(old, new)] == ["same", "moved", "same"]
    turned = text("# A", "Two goes away.", "One stays here.", "# B", "Three is here.")
    assert sorted(kind for kind, _, _ in fates(old, turned)) == ["moved", "same", "same"]


def test_it_keeps_passages_same_when_sections_before_them_or_their_names_change() -> None:
    old = text("# A", "One.", "# B", "Two.")
    new = text("# Foreword", "Hello.", "# A", "One.", "# Bravo", "Two.")
    assert [kind for kind, _, _ in fates(old, new)] == ["added", "same", "same"]


@given(LETTERS, LETTERS)
def test_it_accounts_for_every_passage_once(old: list[str], new: list[str]) -> None:
    one, other = text(*old), text(*new)
    found = compare(one, other)
    assert [change.new for change in found.changes if change.new] == list(other.passages)
    gone = [change.old.id for change in found.changes if change.old]
    assert sorted(gone) == sorted(passage.id for passage in one.passages)
    assert compare(one, one).is_same
    assert sum(found.counts.values()) == len(found.changes)


def test_it_compares_three_thousand_passages_quickly() -> None:
    rng = random.Random(7)  # noqa: S311  # made-up words, the same in every run
    words = [f"word{at}" for at in range(2000)]
    old = [" ".join(rng.choices(words, k=40)) for _ in range(3000)]
    new = [" ".join([*one.split()[:30], *rng.choices(words, k=8)]) for one in old]
    rng.shuffle(new)
    started = time.process_time()
    counts = compare(text(*old), text(*new)).counts
    assert counts[ChangeKind.CHANGED] > 2950
    assert time.process_time() - started < 20


@given(st.text(), st.text())
def test_it_gives_both_versions_back_from_the_differences(old: str, new: str) -> None:
    runs = word_differences(old, new)
    assert "".join(run.text for run in runs if run.kind != "added") == old
    assert "".join(run.text for run in runs if run.kind != "removed") == new
    assert all(run.text for run in runs)


def test_it_shows_neighbouring_changed_words_as_one_run() -> None:
    runs = word_differences("We open two hubs by 2026.", "We open three new centres by 2026.")
    assert [(run.kind.value, run.text) for run in runs] == [
        ("kept", "We open "),
        ("removed", "two hubs"),
        ("added", "three new centres"),
        ("kept", " by 2026."),
    ]
