"""A duty: who owes what, what gives rise to it, by when, and what meets it.

Values only. A version of a duty is never edited: it is ended and followed by another with
the same id and a later `in_force`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from goldenthread.law.citation import Citation
from goldenthread.law.edition import EditionStatus, Period
from goldenthread.law.modality import Modality
from goldenthread.law.pattern import Pattern
from goldenthread.law.selector import Selector, Term


class Arising(StrEnum):
    """The forms of what gives rise to a duty; docs/reference/duty-language.md says each."""

    ALWAYS = "always"
    EACH_YEAR = "each_year"
    RECORDED = "recorded"
    PREPARING = "preparing"
    DRAFTED = "drafted"
    REVISION = "revision"
    TO_BE_PUBLISHED = "to_be_published"
    PUBLISHED = "published"
    RECEIVED = "received"
    EVENT = "event"
    NEW_EDITION = "new_edition"


class DraftSort(StrEnum):
    """The sorts of draft: a plan's first, one with significant changes, one without."""

    FIRST = "first"
    SIGNIFICANT = "significant"
    REDRAFT = "redraft"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What gives rise to a duty.

    `drafts` narrows `drafted` and `revision`; `kinds` are those received; `event` is the
    pattern of `event`; `year` says whether a yearly matter is owed `before` or `during` its
    year, and `since_published` that it is not owed before a plan is published. `only_years`
    narrows to plans or matters of those years. `once` is an event without which the matter
    does not arise.
    """

    form: Arising
    drafts: tuple[DraftSort, ...] = ()
    kinds: tuple[str, ...] = ()
    event: Pattern | None = None
    year: str | None = None
    since_published: bool = False
    only_years: tuple[str, ...] = ()
    once: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Each:
    """One `per` that multiplies: `name` is bound in turn to everything that is selected.

    `none_recorded` is what is missing, in words, where nothing is selected and that does not
    mean that there is nothing; `or_none` gives one matter without it as well.
    """

    name: str
    selector: Selector
    none_recorded: str | None = None
    or_none: bool = False


@dataclass(frozen=True, slots=True)
class LastDay:
    """How the last day is counted; it is itself in time.

    `day` is fixed; `eve_of_year` is the day before the matter's or plan's year begins;
    otherwise `days`, `working_days` or `months` after the matter arises (negative `clear_days`
    are not needed: clear days belong to meetings). `in_years` gives other days for named years.
    """

    day: date | None = None
    eve_of_year: bool = False
    in_years: Mapping[str, date] = field(default_factory=dict)
    days: int | None = None
    working_days: int | None = None
    months: int | None = None
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where sources disagree about a duty: what each says, in our words, with its place."""

    note: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: these events, on this day, give these findings.

    `events` are written as in a case file, without ids if nothing names them; `expect` maps
    keys of a finding to the values it must have, one mapping for each finding expected.
    """

    title: str
    as_of: date
    events: tuple[Mapping[str, object], ...]
    expect: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, in one version.

    `bearer` is the kinds of body that owe it (the leading body first; `together_with` adds
    the others) unless `bearer_from` selects them. `per` names what makes one matter each, in
    order; `each` holds those of them that multiply. `counterpart` names which of these (or
    `owner`) a finding gives as its counterpart. `before_publication` gives the day of
    publication as last day. `judged_by` is the judgement without which an unmet matter past
    its last day cannot be told. A `computed` duty follows from the record; a declared one is
    met by a judgement.
    """

    id: str
    title: str
    modality: Modality
    bearer: tuple[str, ...]
    trigger: Trigger
    met_by: Pattern
    per: tuple[str, ...] = ()
    each: tuple[Each, ...] = ()
    summary: str = ""
    documents: tuple[str, ...] = ()
    stage: str | None = None
    bearer_from: Term = ()
    together_with: Term = ()
    counterpart: str | None = None
    last_day: LastDay | None = None
    before_publication: bool = False
    overtaken_by: Pattern | None = None
    unless: Pattern | None = None
    judged_by: Pattern | None = None
    requirement: str | None = None
    recipients: tuple[str, ...] = ()
    evidence: str | None = None
    computed: bool = True
    scope: str | None = None
    statute: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    in_force: Period = field(default_factory=Period)
    status: EditionStatus = EditionStatus.IN_FORCE
    edition: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    examples: tuple[Example, ...] = ()
    triggered_by: str = ""
    last_day_in_words: str | None = None
