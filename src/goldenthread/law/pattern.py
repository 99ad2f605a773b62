"""Patterns: what an event must look like to meet, raise or overtake a matter.

Values only, written in a pack's YAML; the engine matches them.
"""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.law.event import Value
from goldenthread.law.selector import Selector, Term


class VersionTest(StrEnum):
    """Which version an event must be about, seen from the matter's."""

    SAME = "same"
    NEWER = "newer"
    EARLIER = "earlier"
    NAMED = "named"
    ANY = "any"


class Since(StrEnum):
    """From when events count: the matter's arising, or the document's being prepared."""

    ARISING = "arising"
    PREPARING = "preparing"


class YearTest(StrEnum):
    """Where an event's day must lie to the matter's year, which is named or found."""

    BEFORE = "before"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One condition on one field of an event.

    `words` are the values that satisfy it, `terms` what stands for things of the matter.
    `present` asks only that something is written; `absent` that nothing is (it satisfies
    beside the words). `reach` accepts a body through which the wanted one is reached.
    """

    field: str
    words: tuple[Value, ...] = ()
    terms: Term = ()
    present: bool = False
    absent: bool = False
    reach: bool = False


@dataclass(frozen=True, slots=True)
class EventTest:
    """What one event must be: of one of `kinds`, about the right document and version.

    `document` None is the matter's own document; an empty term is any or none at all.
    `after` asks for an earlier event (or one of the same day) by the same body, about the
    same document or none. `for_year` asks that the event names the matter's year.
    `missing` says in words what is missing where no event fits.
    """

    kinds: tuple[str, ...]
    document: Term | None = None
    version: VersionTest = VersionTest.ANY
    fields: tuple[FieldTest, ...] = ()
    since: Since | None = None
    year: YearTest | None = None
    for_year: bool = False
    after_publication: bool = False
    after: "EventTest | None" = None
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Any one of `parts` is enough."""

    parts: tuple["Pattern", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of `parts` is needed; met on the day of the last."""

    parts: tuple["Pattern", ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Met by a body or document being in the case at all, such as a committee set up."""

    selector: Selector
    missing: str | None = None


Pattern = EventTest | SomeOf | AllOf | Recorded
