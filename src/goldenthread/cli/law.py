"""What a document is checked against: packs, kind and day, from the options of a call.

Shared by the subcommands that ask about requirements. Reads packs only.
"""

import argparse
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from goldenthread.catalogue.checklist import load_checklist
from goldenthread.catalogue.loading import load_packs
from goldenthread.fault import Fault
from goldenthread.law.pack import Pack
from goldenthread.law.requirement import Requirement
from goldenthread.marked import nearest_hint

_HOME = "england"


@dataclass(frozen=True, slots=True)
class Law:
    """The requirements for one kind of document on one day, and the titles of their sources."""

    kind: str
    as_of: date
    requirements: tuple[Requirement, ...]
    sources: dict[str, str]


def add_law_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is asked: kind, day and packs."""
    parser.add_argument(
        "--kind",
        default="jfp",
        help="kind of document, such as jfp or ics_strategy (default: jfp)",
    )
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DAY",
        help="the law and guidance in force on this day, as 2026-11-24 (default: today)",
    )
    parser.add_argument(
        "--pack",
        action="append",
        metavar="PACK",
        help="a pack of requirements: its id, or a YAML file of your own, which is added to "
        f"the pack {_HOME}; may be given several times",
    )
    parser.add_argument(
        "--checklist",
        type=Path,
        metavar="FILE",
        help="requirements of your own, added to the kind's: an .xlsx, .csv or .yaml file whose "
        "rows have a title and, if you like, id, modality, points, look_for and source",
    )


def load_law(options: argparse.Namespace) -> Law:
    """Load what the options ask for; raises Fault for a kind that asks for nothing."""
    names = options.pack or []
    is_all_local = all(name.endswith((".yaml", ".yml")) for name in names)
    pack = load_packs([_HOME, *names] if is_all_local else names)
    as_of = options.as_of or datetime.now(ZoneInfo("Europe/London")).date()
    asked = _requirements(pack, options.kind, as_of)
    return Law(
        kind=pack.document_kinds.get(options.kind, options.kind),
        as_of=as_of,
        requirements=(*asked, *_own(options, asked)),
        sources={edition.id: edition.title for edition in pack.editions},
    )


def _requirements(pack: Pack, kind: str, as_of: date) -> tuple[Requirement, ...]:
    if kind not in pack.checked_kinds:
        known = pack.document_kinds.get(kind)
        what = f"a {known} has no requirements here" if known else f"unknown kind '{kind}'"
        raise Fault(f"{what}: {nearest_hint(kind, pack.checked_kinds)}")
    found = pack.requirements_for(kind, as_of)
    if not found:
        raise Fault(
            f"no requirement for a {pack.document_kinds[kind]} was in force on {as_of}; "
            "choose a later day with --as-of"
        )
    return found


def _own(options: argparse.Namespace, asked: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    if options.checklist is None:
        return ()
    own = load_checklist(options.checklist, options.kind)
    taken = {requirement.id for requirement in asked}
    for requirement in own:
        if requirement.id in taken:
            raise Fault(
                f"{options.checklist.name}: the id '{requirement.id}' belongs to a requirement "
                "of the pack; give the row another id, or none"
            )
    return own


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f"'{written}' is not a day; write it as 2026-11-24"
        raise argparse.ArgumentTypeError(message) from error
