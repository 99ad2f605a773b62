"""Learns the plan check's weights from the passages and writes them as package data.

Run with `python -m bench.coverage.train`. Same passages, same weights.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from bench.coverage.features import read_samples_as_passages
from bench.coverage.fitting import find_scale, find_vocabulary, fit_linear
from bench.coverage.material import Sample
from goldenthread.coverage.asked import Asked, ask
from goldenthread.coverage.features import Reading, local_features, subject_features
from goldenthread.coverage.subject import LEARNED, SIGNS, find_signs
from goldenthread.coverage.words import grams
from goldenthread.law.requirement import Requirement
from goldenthread.learned import Linear, Mix, Vectors, Weights

Floats = npt.NDArray[np.float32]

FOLDS = 5


def fit_local(samples: Sequence[Sample], readings: Sequence[Reading]) -> Linear:
    """Learn to tell a passage that says something local from one that does not."""
    wanted = np.array([sample.is_evidence for sample in samples])
    features = [local_features(reading) for reading in readings]
    return fit_linear(features, {"local": wanted}, least=2, power=0.5, strength=4.0, balanced=True)


def fit_subject(samples: Sequence[Sample], readings: Sequence[Reading]) -> Linear:
    """Learn what each known requirement and point is talked about as."""
    names = sorted({name for sample in samples for name in (*sample.requirements, *sample.points)})
    labels = {
        name: np.array([name in sample.requirements or name in sample.points for sample in samples])
        for name in names
    }
    often = {name: wanted for name, wanted in labels.items() if wanted.sum() >= 3}
    features = [subject_features(reading) for reading in readings]
    return fit_linear(features, often, least=2, power=1.0, strength=10.0, balanced=False)


def find_rarity(readings: Sequence[Reading]) -> dict[str, float]:
    """Say how rare each run of one or two stems is among all passages."""
    runs = [grams(reading.stems, 2) for reading in readings]
    vocabulary = find_vocabulary(runs, least=3)
    scale = find_scale(runs, vocabulary, power=1.0)
    return {name: round(float(scale[at]), 3) for name, at in vocabulary.items()}


def folds_of(samples: Sequence[Sample], seed: int = 7) -> npt.NDArray[np.int_]:
    """Give each sample a fold, at random but always the same."""
    return np.random.default_rng(seed).permutation(len(samples)) % FOLDS


def learned_out_of_fold(
    samples: Sequence[Sample], readings: Sequence[Reading], names: Sequence[str]
) -> Floats:
    """Score each sample with a subject model that has not seen it; 0 for unknown names."""
    folds = folds_of(samples)
    scores = np.zeros((len(samples), len(names)), dtype=np.float32)
    for fold in range(FOLDS):
        held, rest = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        model = fit_subject([samples[at] for at in rest], [readings[at] for at in rest])
        column = {name: at for at, name in enumerate(model.classes)}
        found = model.score([subject_features(readings[at]) for at in held])
        for number, name in enumerate(names):
            if name in column:
                scores[held, number] = found[:, column[name]]
    return scores


def label_pairs(samples: Sequence[Sample], asked: Asked) -> npt.NDArray[np.int8]:
    """Say of each sample and point: 1 about it, 0 not, -1 where its requirement alone is named."""
    labels = np.zeros((len(samples), len(asked.points)), dtype=np.int8)
    for row, sample in enumerate(samples):
        for number, name in enumerate(asked.names):
            owner = name.split("/")[0]
            if name in sample.points:
                labels[row, number] = 1
            elif owner in sample.points:
                labels[row, number] = -1
    return labels


def fit_mix(signs: Floats, labels: npt.NDArray[np.int8], strength: float = 1.0) -> Mix:
    """Learn how to weigh signs into the probability of being about a point."""
    told = labels >= 0
    model = LogisticRegression(C=strength, max_iter=500).fit(signs[told], labels[told] == 1)
    return Mix(model.coef_[0].astype(np.float32), float(model.intercept_[0]))


def without_phrases(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Give the requirements as rows of a checklist would have them: titles only."""
    from dataclasses import replace

    return [
        replace(
            requirement,
            look_for=(),
            points=tuple(replace(point, look_for=()) for point in requirement.points),
        )
        for requirement in requirements
    ]


def learn(
    samples: Sequence[Sample], requirements: Sequence[Requirement], vectors: Vectors
) -> Weights:
    """Learn everything from `samples`, for `requirements`."""
    readings = read_samples_as_passages(samples)
    rarity = find_rarity(readings)
    nothing = Mix(np.zeros(len(SIGNS), dtype=np.float32), 0.0)
    weights = Weights(
        local=fit_local(samples, readings),
        subject=fit_subject(samples, readings),
        vectors=vectors,
        known=nothing,
        unknown=nothing,
        rarity=rarity,
        rarest=max(rarity.values()),
    )
    asked, bare = ask(requirements), ask(without_phrases(requirements))
    labels = label_pairs(samples, asked)
    signs = find_signs(asked, readings, weights)
    names = asked.names
    signs[:, :, LEARNED] = learned_out_of_fold(samples, readings, [n.split("/")[0] for n in names])
    signs[:, :, LEARNED + 1] = learned_out_of_fold(samples, readings, names)
    bare_signs = find_signs(bare, readings, weights)
    unlearned = np.concatenate([signs, bare_signs])
    unlearned[:, :, LEARNED:] = 0
    from dataclasses import replace

    return replace(
        weights,
        known=fit_mix(signs, labels),
        unknown=fit_mix(unlearned, np.concatenate([labels, labels])),
    )
