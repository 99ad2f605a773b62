"""The words that differ between two versions of a passage.

Pure text in, runs out.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|.", re.DOTALL)
_MOST_STEPS = 4_000_000


class RunKind(StrEnum):
    """Whether a run of words stands in both versions, the old one or the new one."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of neighbouring words of one kind, spaces included."""

    kind: RunKind
    text: str


def word_differences(old: str, new: str) -> tuple[Run, ...]:
    """Give the runs that turn `old` into `new`, in reading order.

    Kept and removed runs joined are `old`; kept and added runs joined are `new`. Texts too
    long to compare word by word are compared up to and from their first and last difference.
    """
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[Run] = []
    for tag, first, last, start, end in _steps(one, other):
        if tag == "equal":
            _append(runs, RunKind.KEPT, "".join(one[first:last]))
        else:
            _append(runs, RunKind.REMOVED, "".join(one[first:last]))
            _append(runs, RunKind.ADDED, "".join(other[start:end]))
    return tuple(runs)


_Step = tuple[str, int, int, int, int]


def _steps(one: list[str], other: list[str]) -> list[_Step]:
    """Give the steps of the difference; lone spaces between two changes are changed too."""
    ahead = _shared(one, other)
    behind = _shared(one[ahead:][::-1], other[ahead:][::-1])
    inner, outer = one[ahead : len(one) - behind], other[ahead : len(other) - behind]
    if len(inner) * len(outer) > _MOST_STEPS:
        middle = [("replace", 0, len(inner), 0, len(outer))]
    else:
        middle = list(SequenceMatcher(None, inner, outer, autojunk=False).get_opcodes())
    steps = [("equal", 0, ahead, 0, ahead)]
    for at, (tag, first, last, start, end) in enumerate(middle):
        lone = tag == "equal" and 0 < at < len(middle) - 1 and "".join(inner[first:last]).isspace()
        kind = "replace" if lone else tag
        step = (kind, first + ahead, last + ahead, start + ahead, end + ahead)
        if kind != "equal" and steps[-1][0] != "equal":
            step = ("replace", steps[-1][1], step[2], steps[-1][3], step[4])
            steps.pop()
        steps.append(step)
    return [*steps, ("equal", len(one) - behind, len(one), len(other) - behind, len(other))]


def _shared(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _append(runs: list[Run], kind: RunKind, text: str) -> None:
    if not text:
        return
    if runs and runs[-1].kind == kind:
        text = runs.pop().text + text
    runs.append(Run(kind, text))
