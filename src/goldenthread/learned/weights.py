"""Linear models as values, and how they score.

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

    `local` tells whether a passage says something local; `subject` what it is about, for
    the requirements we know; `mixes` weigh signs together; `rarity` is how rare a run of
    stems is, and `rarest` how rare one that was never seen.
    """

    local: Linear
    subject: Linear
    mixes: Mapping[str, Mix]
    rarity: Mapping[str, float]
    rarest: float

    def rarity_of(self, names: Sequence[str]) -> Floats:
        """Give the rarity of runs of stems; one never seen is as rare as any."""
        return np.array([self.rarity.get(name, self.rarest) for name in names], dtype=np.float32)

    def mix(self, name: str) -> Mix:
        """Give the mix of that name."""
        return self.mixes[name]
