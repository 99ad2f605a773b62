"""Events: what happened, on which day, recorded when and by whom.

Values only. Nothing here is ever changed: a mistake is corrected by a later event.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Value = str | bool | int | date


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on `day`, of a kind that the pack knows.

    `by` is empty where nobody was named: then it is the document's leading body. `fields`
    holds everything else that was written, each as a tuple of its values (`to`, `ask`,
    `significant`, `reasons`, `recorded` references ...); an absent field is not in it.
    `recorded_at` is an aware moment; None means known from the start of its day. `corrects`
    names the event that this one corrects: it is `withdrawn`, or gets the values of `changes`
    (whole fields by name, `day`, `document`, `version` and `by` among them).
    """

    id: str
    day: date
    kind: str
    document: str | None = None
    version: str | None = None
    by: tuple[str, ...] = ()
    fields: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    recorded_at: datetime | None = None
    corrects: str | None = None
    withdrawn: bool = False
    changes: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def values(self, name: str) -> tuple[Value, ...]:
        """Give the values of the field `name`, none if it was not written."""
        if name == "by":
            return self.by
        return self.fields.get(name, ())

    def words(self, name: str) -> tuple[str, ...]:
        """Give the values of the field `name` that are words, such as ids."""
        return tuple(value for value in self.values(name) if isinstance(value, str))


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event that a pack knows.

    `needs` names the fields it cannot do without. Fields of `continues` that are absent are
    taken from the last event of that kind about the same document, as a consultation that
    closes is the one that was opened.
    """

    id: str
    title: str
    needs: tuple[str, ...] = ()
    continues: str | None = None
    fields: tuple[str, ...] = ()
