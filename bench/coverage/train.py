"""Learns the plan check's weights from the passages and writes them as package data.

Run with `python -m bench.coverage.train`. Same passages, same weights.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from bench.coverage.features import read_samples_as_passages
from bench.coverage.fitting import find_scale, find_vocabulary, fit_linear
from bench.coverage.material import Sample, read_samples
from goldenthread import learned
from goldenthread.catalogue.loading import load_pack
from goldenthread.coverage.asked import Asked, ask
from goldenthread.coverage.features import Reading, local_features, subject_features
from goldenthread.coverage.subject import Signs, find_signs
from goldenthread.coverage.words import grams
from goldenthread.law.requirement import Requirement
from goldenthread.learned import Floats, Linear, Mix, Weights
from goldenthread.learned.storage import save_weights

FOLDS = 5

#: Kinds of mention that look most like evidence count for more.
HARD = {"N": 2.5, "G": 1.5, "P": 1.5}

#: Where the package keeps what is learned.
ARRAYS = Path(learned.__file__).parent / "arrays"


def fit_local(samples: Sequence[Sample], readings: Sequence[Reading]) -> Linear:
    """Learn to tell a passage that says something local from one that does not."""
    wanted = np.array([sample.is_evidence for sample in samples])
    weight = np.array([HARD.get(sample.kind, 1.0) for sample in samples], dtype=np.float32)
    features = [local_features(reading) for reading in readings]
    return fit_linear(
        features,
        {"local": wanted},
        least=2,
        power=1.0,
        strength=10.0,
        balanced=True,
        weights=weight,
    )


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


def signs_out_of_fold(
    asked: Asked, samples: Sequence[Sample], readings: Sequence[Reading], weights: Weights
) -> Signs:
    """Find signs of each sample by learners that have not seen it."""
    folds = folds_of(samples)
    parts = []
    for fold in range(FOLDS):
        held, rest = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        subject = fit_subject([samples[at] for at in rest], [readings[at] for at in rest])
        unseeing = replace(weights, subject=subject)
        parts.append((held, find_signs(asked, [readings[at] for at in held], unseeing)))
    order = np.argsort(np.concatenate([held for held, _ in parts]))
    return Signs(
        np.concatenate([signs.requirements for _, signs in parts])[order],
        np.concatenate([signs.points for _, signs in parts])[order],
        parts[0][1].owners,
    )


def label_points(samples: Sequence[Sample], asked: Asked) -> npt.NDArray[np.int8]:
    """Say of each sample and point: 1 about it, 0 not, -1 where its requirement alone is named."""
    labels = np.zeros((len(samples), len(asked.points)), dtype=np.int8)
    for row, sample in enumerate(samples):
        for number, name in enumerate(asked.names):
            if name in sample.points:
                labels[row, number] = 1
            elif name.split("/")[0] in sample.points:
                labels[row, number] = -1
    return labels


def label_requirements(samples: Sequence[Sample], asked: Asked) -> npt.NDArray[np.int8]:
    """Say of each sample and requirement: 1 about it, 0 not."""
    return np.array(
        [[each.id in sample.requirements for each in asked.requirements] for sample in samples],
        dtype=np.int8,
    )


def fit_mix(signs: Floats, labels: npt.NDArray[np.int8]) -> Mix:
    """Learn how to weigh signs into the log odds of being about something."""
    told = labels >= 0
    model = LogisticRegression(C=1.0, max_iter=500).fit(signs[told], labels[told] == 1)
    return Mix(model.coef_[0].astype(np.float32), float(model.intercept_[0]))


def fit_mixes(signs: Signs, bare: Signs, asked: Asked, samples: Sequence[Sample]) -> dict[str, Mix]:
    """Learn all four mixes; those of unknown requirements also from titles alone."""
    wanted, points = label_requirements(samples, asked), label_points(samples, asked)
    plain, plain_bare = signs.without_learned(), bare.without_learned()
    mixes = {
        "known requirement": fit_mix(signs.requirements, wanted),
        "unknown requirement": fit_mix(
            np.concatenate([plain.requirements, plain_bare.requirements]),
            np.concatenate([wanted, wanted]),
        ),
    }
    for kind, each in (("known", signs), ("unknown", plain), ("unknown", plain_bare)):
        odds = mixes[f"{kind} requirement"].log_odds(each.requirements)
        each.points[:, :, 0] = odds[:, signs.owners]
    mixes["known point"] = fit_mix(signs.points, points)
    mixes["unknown point"] = fit_mix(
        np.concatenate([plain.points, plain_bare.points]), np.concatenate([points, points])
    )
    return mixes


def without_phrases(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Give the requirements as rows of a checklist would have them: titles only."""
    return [
        replace(
            requirement,
            look_for=(),
            points=tuple(replace(point, look_for=()) for point in requirement.points),
        )
        for requirement in requirements
    ]


def learn(samples: Sequence[Sample], requirements: Sequence[Requirement]) -> Weights:
    """Learn everything from `samples`, for `requirements`."""
    readings = read_samples_as_passages(samples)
    rarity = find_rarity(readings)
    weights = Weights(
        local=fit_local(samples, readings),
        subject=fit_subject(samples, readings),
        mixes={},
        rarity=rarity,
        rarest=max(rarity.values()),
    )
    asked, bare = ask(requirements), ask(without_phrases(requirements))
    signs = signs_out_of_fold(asked, samples, readings, weights)
    mixes = fit_mixes(signs, find_signs(bare, readings, weights), asked, samples)
    return replace(weights, mixes=mixes)


def main() -> None:
    """Learn from all passages and write the package's arrays."""
    weights = learn(read_samples(), load_pack().requirements_for("jfp"))
    ARRAYS.mkdir(exist_ok=True)
    save_weights(weights, ARRAYS)


if __name__ == "__main__":
    main()
