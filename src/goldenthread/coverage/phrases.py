"""Phrases to look for: the small pattern language of `look_for`.

A phrase is words that stand side by side; a word ending in `*` may end in any way; parts
joined by ` + ` may stand anywhere in the passage. Matching is on stems, so number and tense
do not matter. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.coverage.words import stems_of


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a phrase: a stem, or the beginning of a word if it is open."""

    letters: str
    is_open: bool

    def matches(self, stem: str) -> bool:
        return stem.startswith(self.letters) if self.is_open else stem == self.letters


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase, ready to be looked for: its parts must all stand in the passage."""

    source: str
    parts: tuple[tuple[_Word, ...], ...]

    @property
    def weight(self) -> float:
        """How telling a match is: one word 1, each further word of the phrase a half more."""
        return 1.0 + 0.5 * (sum(len(part) for part in self.parts) - 1)


class PhraseBook:
    """Many phrases, indexed by how their words begin, to be looked for in one pass.

    `look_up` gives the numbers of the phrases that stand in a run of stems.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._closed: dict[str, list[tuple[int, int]]] = {}
        self._open: dict[str, list[tuple[int, int]]] = {}
        for number, phrase in enumerate(self.phrases):
            for at, part in enumerate(phrase.parts):
                first = part[0]
                index = self._open if first.is_open else self._closed
                key = first.letters[:4] if first.is_open else first.letters
                index.setdefault(key, []).append((number, at))
        self._open_lengths = sorted({len(key) for key in self._open})

    def look_up(self, stems: Sequence[str]) -> list[int]:
        """Give the numbers of the phrases whose every part stands in `stems`, in order."""
        seen: dict[int, set[int]] = {}
        for start, stem in enumerate(stems):
            for number, at in self._begun_by(stem):
                if _stands_at(self.phrases[number].parts[at], stems, start):
                    seen.setdefault(number, set()).add(at)
        return sorted(
            number
            for number, parts in seen.items()
            if len(parts) == len(self.phrases[number].parts)
        )

    def _begun_by(self, stem: str) -> Iterable[tuple[int, int]]:
        yield from self._closed.get(stem, ())
        for length in self._open_lengths:
            yield from self._open.get(stem[:length], ()) if len(stem) >= length else ()


def read_phrase(source: str) -> Phrase:
    """Read one phrase as written in `look_for`; numbers and signs in it are ignored."""
    parts = tuple(words for part in source.split(" + ") if (words := _words(part)))
    return Phrase(source, parts)


def read_phrases(sources: Iterable[str]) -> list[Phrase]:
    """Read phrases, leaving out those that hold no word at all."""
    return [phrase for source in sources if (phrase := read_phrase(source)).parts]


def _words(part: str) -> tuple[_Word, ...]:
    found = []
    for token in part.split():
        if token.endswith("*"):
            found.append(_Word(token.rstrip("*").lower(), is_open=True))
        else:
            found.extend(_Word(stem, is_open=False) for stem in stems_of(token))
    return tuple(word for word in found if word.letters)


def _stands_at(part: tuple[_Word, ...], stems: Sequence[str], start: int) -> bool:
    if start + len(part) > len(stems):
        return False
    return all(word.matches(stems[start + at]) for at, word in enumerate(part))
