"""The shape of a pack's YAML: what an author may write, and what it becomes.

Checks one file at a time; what files say of each other is checked by `loading`.
"""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from goldenthread.law.citation import Citation
from goldenthread.law.edition import Edition, EditionStatus, Period
from goldenthread.law.modality import Modality
from goldenthread.law.requirement import Point, Requirement

_PHRASE = re.compile(r"[^*+]+\*?( [^*+]+\*?)*( \+ [^*+]+\*?( [^*+]+\*?)*)*")


def _check_phrase(phrase: str) -> str:
    if not _PHRASE.fullmatch(phrase):
        raise ValueError(f"'{phrase}' is not a phrase: '*' may end a word and ' + ' may join parts")
    return phrase


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
Phrase = Annotated[str, StringConstraints(min_length=2), AfterValidator(_check_phrase)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PeriodEntry(_Entry):
    """Days from and until, both included."""

    start: date | None = Field(None, alias="from")
    until: date | None = None

    def as_period(self) -> Period:
        """Give the period as a value."""
        return Period(self.start, self.until)


class EditionEntry(_Entry):
    """One edition of an Act, guidance or framework."""

    id: Id
    title: Text
    status: EditionStatus
    in_force: PeriodEntry = PeriodEntry(**{"from": None})
    issued_by: Text
    address: Text | None = None
    follows: Id | None = None
    documents: tuple[Id | str, ...] = ()
    unverified: bool = False

    def as_edition(self) -> Edition:
        """Give the edition as a value."""
        return Edition(
            self.id,
            self.title,
            self.status,
            self.in_force.as_period(),
            self.issued_by,
            self.address,
            self.follows,
            self.documents,
            self.unverified,
        )


class CitationEntry(_Entry):
    """One place in one source."""

    source: Id
    heading: Text | None = None
    line: int | None = Field(None, ge=1)
    address: Text | None = None
    unverified: bool = False

    def as_citation(self, statute: str | None) -> Citation:
        """Give the citation as a value, resting on `statute`."""
        return Citation(
            self.source, self.heading, self.line, statute, self.address, self.unverified
        )


class PointEntry(_Entry):
    """One point of a requirement; `line` is its place in the requirement's first source."""

    id: Id
    title: Text
    modality: Modality
    line: int | None = Field(None, ge=1)
    look_for: tuple[Phrase, ...] = ()


class RequirementEntry(_Entry):
    """One thing that a kind of document has to contain."""

    id: Id
    title: Text
    summary: Text | None = None
    modality: Modality
    documents: tuple[Text, ...] = Field(min_length=1)
    edition: Id | None = None
    in_force: PeriodEntry | None = None
    statute: Text | None = None
    citations: tuple[CitationEntry, ...] = ()
    look_for: tuple[Phrase, ...] = ()
    points: tuple[PointEntry, ...] = ()
    order: int = 0

    def as_requirement(self, in_force: Period) -> Requirement:
        """Give the requirement as a value; `in_force` is its edition's unless it has its own."""
        citations = tuple(each.as_citation(self.statute) for each in self.citations)
        period = self.in_force.as_period() if self.in_force else in_force
        return Requirement(
            id=self.id,
            title=self.title,
            modality=self.modality,
            document_kinds=self.documents,
            summary=self.summary or "",
            points=tuple(_as_point(point, citations) for point in self.points),
            look_for=self.look_for,
            citations=citations,
            edition=self.edition,
            in_force=period,
        )


class PackEntry(_Entry):
    """The head of a pack: who it is and which kinds of document it knows."""

    id: Id
    title: Text
    document_kinds: dict[str, Text] = {}


class LocalPackEntry(_Entry):
    """A whole pack in one file: a system's own asks."""

    id: Id
    title: Text
    document_kinds: dict[str, Text] = {}
    editions: tuple[EditionEntry, ...] = ()
    requirements: tuple[RequirementEntry, ...] = ()


class ChecklistRow(_Entry):
    """One row of a user's own checklist; only its title is needed."""

    title: Text
    id: Id | None = None
    modality: Modality = Modality.SHOULD
    points: tuple[Text, ...] = ()
    look_for: tuple[Phrase, ...] = ()
    source: Text | None = None


class ChecklistPoint(_Entry):
    """A point of a checklist's requirement, as YAML may write it out."""

    title: Text


class ChecklistEntry(_Entry):
    """One entry of a checklist in YAML; its points may be words or entries with a title."""

    title: Text
    id: Id | None = None
    modality: Modality = Modality.SHOULD
    points: tuple[Text | ChecklistPoint, ...] = ()
    look_for: tuple[Phrase, ...] = ()
    source: Text | None = None

    def as_row(self) -> ChecklistRow:
        """Give the entry as a row."""
        titles = tuple(
            point.title if isinstance(point, ChecklistPoint) else point for point in self.points
        )
        return ChecklistRow(
            title=self.title,
            id=self.id,
            modality=self.modality,
            points=titles,
            look_for=self.look_for,
            source=self.source,
        )


def _as_point(entry: PointEntry, citations: tuple[Citation, ...]) -> Point:
    cited = citations
    if entry.line is not None and citations:
        line = entry.line
        above = [each for each in citations if each.line is not None and each.line <= line]
        nearest = max(above, key=lambda each: each.line or 0, default=None)
        first = citations[0]
        heading = nearest.heading if nearest else None
        cited = (Citation(first.source, heading, line, first.statute, first.address),)
    return Point(entry.id, entry.title, entry.modality, entry.look_for, cited)
