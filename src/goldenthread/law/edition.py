"""Dated editions of the law and guidance: which text was in force on which day.

An edition is never edited once published: it is ended and followed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; None is open on that side."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it begins ({self.start})")

    def holds(self, day: date) -> bool:
        """Say whether `day` falls in the period; its first and last days do."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: "Period") -> bool:
        """Say whether at least one day falls in both periods."""
        starts_in_time = self.start is None or other.end is None or self.start <= other.end
        return starts_in_time and (
            other.start is None or self.end is None or other.start <= self.end
        )


class EditionStatus(StrEnum):
    """Where an edition stands: in force, followed by another, a bill, or repealed."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    PENDING = "pending"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated edition of an Act, a guidance text or a framework.

    `in_force` is when it applied; a pending edition has none yet. `follows` names the
    edition it replaced. `document_kinds` are the kinds of document it touches.
    """

    id: str
    title: str
    status: EditionStatus
    in_force: Period
    issued_by: str
    address: str | None = None
    follows: str | None = None
    document_kinds: tuple[str, ...] = ()
    unverified: bool = False
