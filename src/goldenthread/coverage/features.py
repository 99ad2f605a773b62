"""What a passage looks like to the learned models: named features.

The names are shared with the training; changing a rule here means training again. Pure.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.coverage.words import Words, cut, grams
from goldenthread.documents.text import Passage

#: Marks that make a passage concrete, and the name each gives its feature.
_CONCRETE = ("<money>", "<percent>", "<year>", "<year_span>", "<month>", "<number>", "<name>")

#: Upper ends of the bands of length, in words.
_LENGTHS = (6, 12, 25, 50, 90)


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage cut into words, with the words of its lead-in and of its headings."""

    words: Words
    context: Words
    heading: Words

    @property
    def stems(self) -> tuple[str, ...]:
        """Give the stems of lead-in and passage, as one run."""
        return (*self.context.stems, *self.words.stems)


def read_passages(passages: Sequence[Passage]) -> list[Reading]:
    """Cut passages into words, once; headings and lead-ins are cut once each."""
    cut_once: dict[str, Words] = {}

    def words_of(text: str) -> Words:
        if text not in cut_once:
            cut_once[text] = cut(text)
        return cut_once[text]

    return [
        Reading(
            cut(passage.text),
            words_of(passage.context or ""),
            words_of(". ".join(passage.section[-2:])),
        )
        for passage in passages
    ]


def local_features(reading: Reading) -> list[str]:
    """Name what tells whether a passage says something local, whatever its subject."""
    masked = reading.words.masked
    features = grams(masked, 3)
    features.extend(f"c {gram}" for gram in grams(reading.context.masked, 2))
    features.extend(f"h {stem}" for stem in reading.heading.stems)
    features.extend(f"first {gram}" for gram in grams(masked[:2], 2))
    counts = Counter(masked)
    marks = [mark for mark in _CONCRETE if counts[mark]]
    features.extend(f"# {mark}" for mark in marks)
    features.extend(f"## {mark}" for mark in marks if counts[mark] > 1)
    features.append(f"# marks {min(4, sum(counts[mark] for mark in _CONCRETE))}")
    features.append(f"# length {sum(len(masked) > end for end in _LENGTHS)}")
    return features


def subject_features(reading: Reading) -> list[str]:
    """Name what tells what a passage is about: its words, and those of its headings."""
    features = grams(reading.words.stems, 2)
    features.extend(reading.context.stems)
    features.extend(f"h {gram}" for gram in grams(reading.heading.stems, 2))
    return features
