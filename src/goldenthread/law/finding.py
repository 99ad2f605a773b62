"""Findings: where one matter stands at the end of one day, and why.

Values only; the field names are those that every report prints.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.law.citation import Citation
from goldenthread.law.modality import Modality


class Standing(StrEnum):
    """The words for where a matter stands; their meanings are in the glossary."""

    NOT_TRIGGERED = "not_triggered"
    OPEN = "open"
    OVERDUE = "overdue"
    MET = "met"
    LAPSED = "lapsed"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Finding:
    """Where one matter stands.

    `matter` is the duty's id and what it is *per*, joined by `:`. `bearer` is the leading
    body, `bearers` all. `late` is None where it cannot be known or does not arise. `missing`
    names the facts that would settle it; `relied_on` the events it rests on, oldest first.
    `before_publication` says that the matter stands between the document and its publication;
    `unjudged`, that only a person's judgement is missing.
    """

    matter: str
    duty: str
    computed: bool
    title: str
    modality: Modality
    bearer: str | None
    bearers: tuple[str, ...]
    counterpart: str | None
    about: tuple[str, ...]
    document: str | None
    version: str | None
    for_year: str | None
    arose_on: date | None
    standing: Standing
    late: bool | None
    last_day: date | None
    met_on: date | None
    missing: tuple[str, ...]
    relied_on: tuple[str, ...]
    because: str
    citations: tuple[Citation, ...]
    edition: str | None
    before_publication: bool = False
    unjudged: bool = False
