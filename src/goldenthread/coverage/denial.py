"""Passages that say a thing will not be done: about the subject, never an answer.

Pure: stems in, yes or no out.
"""

from collections.abc import Sequence

from goldenthread.coverage.phrases import PhraseBook, read_phrases

#: A denial further into a passage than this is about a detail.
_OPENING = 14

_DENIALS = PhraseBook(
    read_phrases(
        (
            "no plans",
            "no plan to",
            "no intention",
            "not intend",
            "not plan to",
            "not propose",
            "not yet begun",
            "not yet started",
            "no work has",
            "nothing is planned",
            "will not be taken forward",
            "no arrangements are in place",
            "no provision is made",
        )
    )
)


def denies(stems: Sequence[str]) -> bool:
    """Say whether a passage opens by saying that something is not planned or not done."""
    return bool(_DENIALS.look_up(stems[:_OPENING]))
