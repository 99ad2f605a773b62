"""Precision, recall and F1 with their support and 95% intervals."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of `whole`, with its 95% interval by Wilson's method; nan where whole is 0."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        if not self.whole:
            return (math.nan, math.nan)
        z, n, p = 1.96, self.whole, self.value
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return (max(0.0, centre - half), min(1.0, centre + half))

    def __str__(self) -> str:
        if not self.whole:
            return "none"
        low, high = self.interval
        return f"{self.value:.2f} ({low:.2f}-{high:.2f}, n={self.whole})"


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How well one class of verdict is told."""

    precision: Rate
    recall: Rate

    @property
    def f1(self) -> float:
        hits = 2 * self.precision.part
        total = self.precision.whole + self.recall.whole
        return hits / total if total else math.nan


def score_classes(
    truth: Sequence[str], said: Sequence[str], classes: Sequence[str]
) -> dict[str, ClassScore]:
    """Score each class of `classes` over pairs of what is true and what was said."""
    pairs = list(zip(truth, said, strict=True))
    scores = {}
    for name in classes:
        hits = sum(1 for true, guess in pairs if true == guess == name)
        scores[name] = ClassScore(
            Rate(hits, sum(1 for _, guess in pairs if guess == name)),
            Rate(hits, sum(1 for true, _ in pairs if true == name)),
        )
    return scores


def macro_f1(scores: dict[str, ClassScore]) -> float:
    """Give the plain mean of the classes' F1, leaving out classes that never occur."""
    held = [score.f1 for score in scores.values() if not math.isnan(score.f1)]
    return sum(held) / len(held)


def kappa(truth: Sequence[str], said: Sequence[str]) -> float:
    """Give Cohen's kappa: agreement beyond what chance would give."""
    n = len(truth)
    agreed = sum(1 for true, guess in zip(truth, said, strict=True) if true == guess) / n
    classes = set(truth) | set(said)
    chance = sum(truth.count(name) * said.count(name) for name in classes) / (n * n)
    return (agreed - chance) / (1 - chance) if chance < 1 else math.nan
