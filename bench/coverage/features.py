"""Samples as the product sees passages, for training and trials."""

from collections.abc import Sequence

from bench.coverage.material import Sample
from goldenthread.coverage.features import Reading, read_passages
from goldenthread.documents.text import Passage, PassageKind


def read_samples_as_passages(samples: Sequence[Sample]) -> list[Reading]:
    """Cut samples into words exactly as the product cuts a plan's passages."""
    return read_passages(
        [
            Passage(
                id=str(number),
                kind=PassageKind.ROW if sample.voice == "row" else PassageKind.PARAGRAPH,
                text=sample.text.replace(" ¦ ", " | "),
                section=(sample.heading,) if sample.heading else (),
            )
            for number, sample in enumerate(samples)
        ]
    )
