"""Selectors: which bodies, documents or items stand in a relation to a matter.

Values only, written in a pack's YAML; the engine finds what they select.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Union

from goldenthread.law.body import Share


class PeriodTest(StrEnum):
    """How the days a document covers must lie to the matter's plan or year."""

    OVERLAPS = "overlaps"
    BEGINS = "begins"


class State(StrEnum):
    """How far a document must have come to count; nothing recorded counts, and is said."""

    PUBLISHED = "published"
    IN_FORCE = "in_force"


#: A word names a thing of the matter (`bearer`, `owner`, `document`, a name from `per`).
Term = tuple[Union[str, "Selector"], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One condition on a body's ties, such as: tied by `within` to one of `term`."""

    name: str
    term: Term
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Selector:
    """What is selected: `what` is bodies, documents or items, of one of `kinds` (any if none).

    A body must meet every one of `ties` (its own) and `named_in` (others' ties that name
    it); a document must be prepared by one of `prepared_by`, cover days as `period` says and
    have come as far as `state`; an item must stand in one of `within` documents.
    """

    what: str
    kinds: tuple[str, ...] = ()
    ties: tuple[Relation, ...] = ()
    named_in: tuple[Relation, ...] = ()
    prepared_by: Term = ()
    period: PeriodTest | None = None
    state: State | None = None
