"""Fits linear models over named features, in the form that the product uses."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from goldenthread.learned import Linear

Floats = npt.NDArray[np.float32]


def find_vocabulary(samples: Sequence[Sequence[str]], *, least: int) -> dict[str, int]:
    """Number the features that stand in at least `least` samples, in alphabetical order."""
    counts = Counter(name for sample in samples for name in set(sample))
    return {name: at for at, name in enumerate(sorted(n for n, c in counts.items() if c >= least))}


def find_scale(
    samples: Sequence[Sequence[str]], vocabulary: dict[str, int], *, power: float
) -> Floats:
    """Give each feature's rarity to the given power: 0 makes all features alike."""
    counts = np.zeros(len(vocabulary))
    for sample in samples:
        for name in set(sample):
            if name in vocabulary:
                counts[vocabulary[name]] += 1
    rarity = np.log((1 + len(samples)) / (1 + counts)) + 1
    return np.asarray(rarity**power, dtype=np.float32)


def as_matrix(
    samples: Sequence[Sequence[str]], vocabulary: dict[str, int], scale: Floats
) -> csr_matrix:
    """Give samples as rows of unit length, exactly as `Linear.score` sees them."""
    rows, columns, values = [], [], []
    for row, sample in enumerate(samples):
        known = sorted({vocabulary[name] for name in sample if name in vocabulary})
        if not known:
            continue
        value = scale[known] / np.linalg.norm(scale[known])
        rows.extend([row] * len(known))
        columns.extend(known)
        values.extend(value)
    shape = (len(samples), len(vocabulary))
    return csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float32)


def fit_linear(
    samples: Sequence[Sequence[str]],
    labels: dict[str, npt.NDArray[np.bool_]],
    *,
    least: int,
    power: float,
    strength: float,
    balanced: bool,
    weights: Floats | None = None,
) -> Linear:
    """Fit one yes-or-no model for each class of `labels`."""
    vocabulary = find_vocabulary(samples, least=least)
    scale = find_scale(samples, vocabulary, power=power)
    matrix = as_matrix(samples, vocabulary, scale)
    columns, biases = [], []
    for wanted in labels.values():
        model = LogisticRegression(
            C=strength, class_weight="balanced" if balanced else None, solver="liblinear"
        ).fit(matrix, wanted, sample_weight=weights)
        columns.append(model.coef_[0])
        biases.append(model.intercept_[0])
    return Linear(
        vocabulary=vocabulary,
        scale=scale,
        weights=np.array(columns, dtype=np.float32).T,
        bias=np.array(biases, dtype=np.float32),
        classes=tuple(labels),
    )
