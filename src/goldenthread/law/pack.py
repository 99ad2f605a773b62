"""A pack: one body of law and guidance as values.

Values only; the catalogue's loader makes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from goldenthread.law.days import Calendar, YearStart
from goldenthread.law.duty import Duty
from goldenthread.law.edition import Edition
from goldenthread.law.event import EventKind
from goldenthread.law.kinds import BodyKind, Lifecycle
from goldenthread.law.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything a pack says, or several packs say together.

    `document_kinds` maps the id of a kind of document to its name in plain words, and
    `groups` the word for a group of people, as events name it, likewise.
    `lifecycle` says which events move a document along; `year_start` when a year begins.
    """

    id: str
    title: str
    editions: tuple[Edition, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    document_kinds: Mapping[str, str] = field(default_factory=dict)
    body_kinds: Mapping[str, BodyKind] = field(default_factory=dict)
    event_kinds: Mapping[str, EventKind] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    lifecycle: Lifecycle = field(default_factory=Lifecycle)
    year_start: YearStart = field(default_factory=YearStart)
    calendars: Mapping[str, Calendar] = field(default_factory=dict)

    @property
    def checked_kinds(self) -> tuple[str, ...]:
        """Give the kinds of document that have requirements, in the pack's order."""
        held = {kind for requirement in self.requirements for kind in requirement.document_kinds}
        return tuple(kind for kind in self.document_kinds if kind in held)

    def requirements_for(self, kind: str, as_of: date | None = None) -> tuple[Requirement, ...]:
        """Give the requirements of a kind of document, those in force on `as_of` if given."""
        return tuple(
            requirement
            for requirement in self.requirements
            if kind in requirement.document_kinds
            and (as_of is None or requirement.in_force.holds(as_of))
        )
