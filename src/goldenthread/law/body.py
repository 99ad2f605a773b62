"""Bodies: the organisations and committees that plan, and how they are tied to each other.

Values only. Which kinds of body there are, and what a tie means in law, is for the pack to say.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from goldenthread.law.edition import Period


class Share(StrEnum):
    """How much of a body's area lies in another's."""

    WHOLE = "whole"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Tie:
    """One body's tie to another on the days of `period`: `relation` is `of`, `within` and so on.

    `share` is given for areas that lie wholly or partly in another's, else None.
    """

    relation: str
    body: str
    share: Share | None = None
    period: Period = field(default_factory=Period)


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation or committee. A `neighbour` is a counterpart only: it owes nothing here.

    `successors` take over what is open on the day after `valid` ends.
    """

    id: str
    kind: str
    name: str | None = None
    code: str | None = None
    valid: Period = field(default_factory=Period)
    successors: tuple[str, ...] = ()
    neighbour: bool = False
    ties: tuple[Tie, ...] = ()

    @property
    def title(self) -> str:
        """Give the name for sentences: the name if there is one, else the id."""
        return self.name or self.id

    def tied(self, relation: str, day: date) -> tuple[str, ...]:
        """Give the ids of the bodies this one is tied to by `relation` on `day`."""
        return tuple(
            tie.body for tie in self.ties if tie.relation == relation and tie.period.holds(day)
        )
