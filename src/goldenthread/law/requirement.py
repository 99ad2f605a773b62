"""What a document has to contain: requirements and their sub-points.

Values only. Which passages answer a requirement is for `coverage` to say.
"""

from dataclasses import dataclass, field

from goldenthread.law.citation import Citation
from goldenthread.law.edition import Period
from goldenthread.law.modality import Modality


@dataclass(frozen=True, slots=True)
class Point:
    """One part of a requirement, with its own strength.

    `look_for` holds phrases of the field, in our own words, that mark a passage as being
    about this point; a phrase may end a word with `*` (any ending) and join words that
    belong together within a sentence with ` + `. Without any, the title serves.
    """

    id: str
    title: str
    modality: Modality
    look_for: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a kind of document must, should or may contain, or is expected to.

    `summary` says in our own words what an answer looks like. `document_kinds` are the
    kinds it applies to; `edition` names the edition that states it, and `in_force` the days
    on which it applies. A requirement with no points is judged as one point: itself.
    """

    id: str
    title: str
    modality: Modality
    document_kinds: tuple[str, ...]
    summary: str = ""
    points: tuple[Point, ...] = ()
    look_for: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    edition: str | None = None
    in_force: Period = field(default_factory=Period)
