"""Linear models and word vectors as values, and how they score.

Takes names and numbers, gives numbers. How they are kept is in `storage`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model over named features: one weight for each feature and class.

    `vocabulary` gives a feature's row in `weights`; `scale` is each feature's own factor
    (its rarity). Features of a sample are scaled to unit length before they are weighed.
    """

    vocabulary: Mapping[str, int]
    scale: Floats
    weights: Floats
    bias: Floats
    classes: tuple[str, ...]

    def score(self, samples: Sequence[Sequence[str]]) -> Floats:
        """Give the score of each class (columns) for each sample (rows): log odds.

        Features that the model does not know are passed over.
        """
        scores = np.zeros((len(samples), len(self.classes)), dtype=np.float32)
        for row, sample in enumerate(samples):
            known = [self.vocabulary[name] for name in set(sample) if name in self.vocabulary]
            if known:
                value = self.scale[known]
                scores[row] = (value / np.linalg.norm(value)) @ self.weights[known]
        return scores + self.bias


@dataclass(frozen=True, slots=True)
class Vectors:
    """A vector for each known stem; words that are used alike lie near each other."""

    vocabulary: Mapping[str, int]
    rows: Floats

    def of(self, runs: Sequence[Sequence[str]]) -> Floats:
        """Give one vector of unit length (or zero) for each run of stems."""
        vectors = np.zeros((len(runs), self.rows.shape[1]), dtype=np.float32)
        for at, run in enumerate(runs):
            known = [self.vocabulary[stem] for stem in run if stem in self.vocabulary]
            if known:
                vectors[at] = self.rows[known].mean(axis=0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True).astype(np.float32)
        result: Floats = vectors / np.maximum(lengths, np.float32(1e-6))
        return result


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear model over plain numbers."""

    weights: Floats
    bias: Floats
    classes: tuple[str, ...]

    def score(self, rows: Floats) -> Floats:
        """Give the score of each class (columns) for each row: log odds."""
        result: Floats = rows @ self.weights + self.bias
        return result


@dataclass(frozen=True, slots=True)
class Mix:
    """How signs are weighed together into one score: a weight for each, and a bias."""

    weights: Floats
    bias: float

    def log_odds(self, signs: Floats) -> Floats:
        """Weigh the signs on the last axis together."""
        result: Floats = signs @ self.weights + np.float32(self.bias)
        return result


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the plan check learned.

    `local` tells whether a passage says something local; `subject` and `meaning` what it is
    about, from its words and from its vector, for the requirements we know; `vectors` how
    near words are; `mixes` weigh signs together; `rarity` is how rare a run of stems is,
    and `rarest` how rare one that was never seen.
    """

    local: Linear
    subject: Linear
    meaning: Dense
    vectors: Vectors
    mixes: Mapping[str, Mix]
    rarity: Mapping[str, float]
    rarest: float

    def rarity_of(self, names: Sequence[str]) -> Floats:
        """Give the rarity of runs of stems; one never seen is as rare as any."""
        return np.array([self.rarity.get(name, self.rarest) for name in names], dtype=np.float32)

    def mix(self, name: str) -> Mix:
        """Give the mix of that name."""
        return self.mixes[name]
