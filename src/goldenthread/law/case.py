"""A case: one system, its bodies and documents, and what happened in it.

Values only. The case file's reader makes cases; the engine answers questions about them.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.law.body import Body
from goldenthread.law.document import Document, Meeting, RouteStep
from goldenthread.law.event import Event


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the golden thread: a need, priority, outcome, action or measure."""

    id: str
    kind: str
    title: str | None = None
    document: str | None = None
    version: str | None = None
    passages: tuple[str, ...] = ()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A typed, directed tie between two items, each end owned by a body."""

    id: str
    kind: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one system. Order in `events` is the order of the file.

    `record_begins` is the day from which the record is complete, None if it always was.
    Ids are unique across bodies, documents, items, meetings and events.
    """

    id: str
    name: str | None = None
    record_begins: date | None = None
    packs: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    documents: tuple[Document, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    route: tuple[RouteStep, ...] = ()
    events: tuple[Event, ...] = ()
    items: tuple[Item, ...] = ()
    links: tuple[Link, ...] = ()
