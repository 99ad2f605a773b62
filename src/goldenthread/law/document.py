"""Documents: plans and strategies, their versions, and the route by which boards sign them off.

Values only. A document's kinds are what it is in law; its title may be anything.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.law.edition import Period


@dataclass(frozen=True, slots=True)
class Version:
    """One fixed text of a document; `text_sha256` is the hash of its canonical passages."""

    id: str
    follows: str | None = None
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A plan or strategy. `prepared_by` begins with the leading body; the others co-own it.

    `period` is the days it covers, None where nobody has said. `versions` gives their order
    where it is known; versions that only events name come after these.
    """

    id: str
    kinds: tuple[str, ...]
    name: str | None = None
    prepared_by: tuple[str, ...] = ()
    period: Period | None = None
    versions: tuple[Version, ...] = ()

    @property
    def title(self) -> str:
        """Give the words for sentences: the document's title if it has one, else its id."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body; `kind` is public, development or workshop."""

    id: str
    body: str
    day: date
    kind: str | None = None
    papers_due: date | None = None


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One board's sign-off of a document; `before` or `after` names the stage it is tied to.

    `setting` is the kind of meeting in which the board decides, None if any will do.
    """

    document: str
    board: str
    before: str | None = None
    after: str | None = None
    setting: str | None = None
