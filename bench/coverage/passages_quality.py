"""How well single passages are told, by models that have not seen them.

Two figures for each requirement: *tuned*, by a model that learned this requirement from
other passages, and *left out*, by one that knows of it only what its YAML says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.coverage.features import read_samples_as_passages
from bench.coverage.fitting import Floats
from bench.coverage.material import KINDS, Sample
from bench.coverage.scoring import Rate
from bench.coverage.train import FOLDS, fit_local, folds_of, learn
from goldenthread.coverage.asked import ask
from goldenthread.coverage.checking import ABOUT, LOCAL
from goldenthread.coverage.features import Reading, local_features
from goldenthread.coverage.subject import as_probability, best_of, find_signs, rate_subject
from goldenthread.law.requirement import Requirement
from goldenthread.learned import Weights


@dataclass(frozen=True, slots=True)
class RequirementQuality:
    """Precision and recall of evidence passages for one requirement, tuned and left out."""

    id: str
    precision: Rate
    recall: Rate
    left_out_precision: Rate
    left_out_recall: Rate


@dataclass(frozen=True, slots=True)
class PassageQuality:
    """The figures for passages: by requirement, and by what a passage does."""

    requirements: tuple[RequirementQuality, ...]
    by_kind: dict[str, Rate]
    across_writers: Rate


def measure_passages(
    samples: Sequence[Sample], requirements: Sequence[Requirement]
) -> PassageQuality:
    """Measure every sample by models that have not seen it."""
    readings = read_samples_as_passages(samples)
    tuned, left_out, local = _rate_out_of_fold(samples, readings, requirements)
    said = local >= LOCAL
    truth = np.array([sample.is_evidence for sample in samples])
    kinds = np.array([sample.kind for sample in samples])
    by_kind = {
        kind: Rate(int((said == truth)[kinds == kind].sum()), int((kinds == kind).sum()))
        for kind in KINDS
    }
    rows = tuple(
        _one(requirement.id, at, samples, tuned, left_out, said)
        for at, requirement in enumerate(requirements)
    )
    return PassageQuality(rows, by_kind, _across_writers(samples, readings, truth))


def _one(
    id_: str,
    at: int,
    samples: Sequence[Sample],
    tuned: Floats,
    left_out: Floats,
    said: np.ndarray,  # type: ignore[type-arg]
) -> RequirementQuality:
    truth = np.array([sample.is_evidence and id_ in sample.requirements for sample in samples])
    rates = []
    for about in (tuned, left_out):
        found = said & (about[:, at] >= ABOUT)
        hits = int((found & truth).sum())
        rates += [Rate(hits, int(found.sum())), Rate(hits, int(truth.sum()))]
    return RequirementQuality(id_, *rates)


def _rate_out_of_fold(
    samples: Sequence[Sample], readings: Sequence[Reading], requirements: Sequence[Requirement]
) -> tuple[Floats, Floats, Floats]:
    asked = ask(requirements)
    folds, count = folds_of(samples), len(asked.requirements)
    tuned = np.zeros((len(samples), count), dtype=np.float32)
    left_out = np.zeros_like(tuned)
    local = np.zeros(len(samples), dtype=np.float32)
    for fold in range(FOLDS):
        held = np.flatnonzero(folds == fold)
        weights = learn([samples[at] for at in np.flatnonzero(folds != fold)], requirements)
        own = [readings[at] for at in held]
        signs = find_signs(asked, own, weights)
        everything = np.ones(count, dtype=bool)
        tuned[held] = best_of(rate_subject(signs, weights, everything), signs.owners, count)
        left_out[held] = best_of(rate_subject(signs, weights, ~everything), signs.owners, count)
        local[held] = _local(weights, own)
    return tuned, left_out, local


def _local(weights: Weights, readings: Sequence[Reading]) -> Floats:
    return as_probability(weights.local.score([local_features(each) for each in readings])[:, 0])


def _across_writers(
    samples: Sequence[Sample],
    readings: Sequence[Reading],
    truth: np.ndarray,  # type: ignore[type-arg]
) -> Rate:
    """Tell local from not for each writer's passages by a model of the others' alone."""
    writers = np.array([sample.writer for sample in samples])
    hits = 0
    for writer in sorted(set(writers)):
        rest = np.flatnonzero(writers != writer)
        model = fit_local([samples[at] for at in rest], [readings[at] for at in rest])
        held = np.flatnonzero(writers == writer)
        scores = model.score([local_features(readings[at]) for at in held])[:, 0]
        hits += int(((scores >= 0) == truth[held]).sum())
    return Rate(hits, len(samples))
