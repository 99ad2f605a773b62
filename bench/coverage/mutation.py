"""Plans changed on purpose: what was true of them must stop being true, or stay true.

Deleting every true passage must turn a verdict to not found, negating them must not leave
it evidenced, and splitting sentences into passages of their own must not lose it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bench.coverage.material import Judgement, Plan
from bench.coverage.scoring import Rate
from goldenthread.coverage.checking import check_plan
from goldenthread.documents.text import Passage, Text
from goldenthread.law.requirement import Requirement
from goldenthread.learned import Weights

Change = Callable[[Passage], list[Passage]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often a change of plans had the effect that it must have."""

    name: str
    asked: str
    held: Rate


def delete(passage: Passage) -> list[Passage]:
    """Take the passage away."""
    del passage
    return []


def negate(passage: Passage) -> list[Passage]:
    """Say that none of it will be done, in the words of the passage."""
    text = f"There are no plans at present to do the following: {passage.text}"
    return [replace(passage, text=text)]


def split(passage: Passage) -> list[Passage]:
    """Give each sentence of the passage as a passage of its own."""
    sentences = re.split(r"(?<=[.!?]) +(?=[A-Z])", passage.text)
    return [
        replace(passage, id=f"{passage.id}.{at}", text=sentence)
        for at, sentence in enumerate(sentences)
    ]


def change_text(text: Text, judged: Judgement, change: Change) -> Text:
    """Change the passages that the reader called true, and no others."""
    passages: list[Passage] = []
    for passage in text.passages:
        is_true = any(quote in passage.text for quote in judged.evidence)
        passages.extend(change(passage) if is_true else [passage])
    return replace(text, passages=tuple(passages))


def run_mutations(
    plans: Sequence[tuple[Plan, Text]], requirements: Sequence[Requirement], weights: Weights
) -> list[Outcome]:
    """Change each plan for each requirement that it answers, and see what the check says."""
    outcomes = []
    for name, change, asked in (
        ("delete", delete, "not found"),
        ("negate", negate, "not evidenced"),
        ("split", split, "found as before"),
    ):
        held = total = 0
        for plan, text in plans:
            wanted = {each.id: each for each in requirements if plan.kind in each.document_kinds}
            for id_, judged in plan.judgements.items():
                if not judged.evidence or id_ not in wanted:
                    continue
                before = _verdict(wanted[id_], text, weights)
                if before == "not_found":
                    continue
                after = _verdict(wanted[id_], change_text(text, judged, change), weights)
                total += 1
                held += _is_as_asked(name, after)
        outcomes.append(Outcome(name, asked, Rate(held, total)))
    return outcomes


def _is_as_asked(name: str, after: str) -> bool:
    if name == "delete":
        return after == "not_found"
    if name == "negate":
        return after != "evidenced"
    return after != "not_found"


def _verdict(requirement: Requirement, text: Text, weights: Weights) -> str:
    found = check_plan([requirement], text, weights=weights, name="mutant")
    return str(found.requirements[0].verdict)
