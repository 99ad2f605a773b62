"""The kinds that a pack knows, and which kinds of event move a document along.

Values only: what is drafted, published or received is the pack's to say, not Python's.
"""

from dataclasses import dataclass

from goldenthread.law.pattern import EventTest


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body. `reached_through` is the tie by which it is reached through another.

    A board that is `reached_through: of` its council has what the council is given.
    """

    id: str
    title: str
    reached_through: str | None = None
    relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Which events move a document along, for the forms of `arises`.

    `drafted` makes a draft of a version; `shown` does too where the version was not seen
    before. `significance` says whether a draft changes much, in its field `significant`.
    `received` is matched with the receiver as `bearer`; `judged` meets declared duties;
    `corrected` names the kind that corrects; `overridden` the kind that sets a matter aside.
    """

    preparing: tuple[EventTest, ...] = ()
    drafted: tuple[EventTest, ...] = ()
    shown: tuple[EventTest, ...] = ()
    significance: tuple[EventTest, ...] = ()
    published: tuple[EventTest, ...] = ()
    ended: tuple[EventTest, ...] = ()
    received: tuple[EventTest, ...] = ()
    approved: tuple[EventTest, ...] = ()
    judged: tuple[EventTest, ...] = ()
    overridden: tuple[EventTest, ...] = ()
