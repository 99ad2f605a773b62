"""Packs from YAML: the one that comes with the product, and a system's own.

Reads files; gives values of `law`, or a Fault that names file, line and the nearest word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from goldenthread.catalogue.schema import (
    EditionEntry,
    LocalPackEntry,
    PackEntry,
    RequirementEntry,
)
from goldenthread.fault import Fault
from goldenthread.law.edition import Edition, Period
from goldenthread.law.pack import Pack
from goldenthread.law.requirement import Requirement
from goldenthread.marked import Marked, check_shape, nearest_hint, read_marked

#: A source that a citation may name: an edition's id, or one of the texts that we hold.
SOURCE_TEXTS = (
    "nhsconfed-briefing-2023",
    "jfp-guidance-2022",
    "icp-engagement-2022",
    "ics-strategy-guidance-2024",
    "hw-hwb-paper-2023",
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A requirement with the place that it was read from, for messages."""

    entry: RequirementEntry
    marked: Marked
    path: tuple[str | int, ...]


@cache
def load_pack(name: str = "england") -> Pack:
    """Load the pack `name` that comes with the product; raises Fault if there is none."""
    packs = resources.files("goldenthread.catalogue").joinpath("packs")
    known = sorted(each.name for each in packs.iterdir() if each.joinpath("pack.yaml").is_file())
    if name not in known:
        raise Fault(f"there is no pack '{name}': {nearest_hint(name, known)}")
    folder = packs.joinpath(name)
    head = check_shape(PackEntry, _read(folder.joinpath("pack.yaml")))
    editions = [check_shape(EditionEntry, each) for each in _files(folder.joinpath("editions"))]
    placed = [
        _Placed(check_shape(RequirementEntry, marked), marked, ())
        for marked in _files(folder.joinpath("requirements"))
    ]
    placed.sort(key=lambda each: (each.entry.documents, each.entry.order, each.entry.id))
    own = tuple(entry.as_edition() for entry in editions)
    return Pack(
        head.id,
        head.title,
        own,
        _requirements(placed, own, head.document_kinds),
        dict(head.document_kinds),
    )


def load_local_pack(path: Path, known: Pack) -> Pack:
    """Load a system's own pack from one file, on top of `known`, and give both as one."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"{path.name} cannot be read as a pack: save it as YAML in UTF-8") from error
    marked = read_marked(text, path.name)
    local = check_shape(LocalPackEntry, marked)
    editions = (*known.editions, *(entry.as_edition() for entry in local.editions))
    kinds = {**known.document_kinds, **local.document_kinds}
    placed = [
        _Placed(entry, marked, ("requirements", at)) for at, entry in enumerate(local.requirements)
    ]
    taken = {requirement.id for requirement in known.requirements}
    for each in placed:
        if each.entry.id in taken:
            raise each.marked.fault(
                (*each.path, "id"),
                f"'{each.entry.id}' is already a requirement of the pack {known.id}",
            )
    added = _requirements(placed, editions, kinds)
    return Pack(known.id, known.title, editions, (*known.requirements, *added), kinds)


def load_packs(names: Sequence[str], *, beside: Path | None = None) -> Pack:
    """Load packs by id or path, each on top of those before it, and give them as one.

    A name that ends in `.yaml` or `.yml` is a path, read beside `beside` if it is relative.
    """
    pack: Pack | None = None
    for name in names:
        if not name.endswith((".yaml", ".yml")):
            if pack is not None:
                raise Fault(f"the pack '{name}' must come first, before any local pack")
            pack = load_pack(name)
            continue
        path = Path(name) if beside is None else beside / name
        pack = load_local_pack(path, pack or Pack("local", "Local packs"))
    return pack or load_pack()


def _requirements(
    placed: Sequence[_Placed], editions: Sequence[Edition], kinds: dict[str, str]
) -> tuple[Requirement, ...]:
    periods = {edition.id: edition.in_force for edition in editions}
    sources = {*periods, *SOURCE_TEXTS}
    seen: dict[str, str] = {}
    for each in placed:
        _check_words(each, periods, sources, kinds)
        where = f"{each.marked.name}, line {each.marked.line_of((*each.path, 'id'))}"
        if each.entry.id in seen:
            raise Fault(f"{where}: '{each.entry.id}' already stands in {seen[each.entry.id]}")
        seen[each.entry.id] = where
    return tuple(
        each.entry.as_requirement(periods.get(each.entry.edition or "", Period()))
        for each in placed
    )


def _check_words(
    each: _Placed, editions: dict[str, Period], sources: set[str], kinds: dict[str, str]
) -> None:
    entry = each.entry
    if entry.edition is not None and entry.edition not in editions:
        raise _unknown(each, ("edition",), "edition", entry.edition, editions)
    for at, kind in enumerate(entry.documents):
        if kind not in kinds:
            raise _unknown(each, ("documents", at), "kind of document", kind, kinds)
    for at, citation in enumerate(entry.citations):
        if citation.source not in sources:
            path = ("citations", at, "source")
            raise _unknown(each, path, "source", citation.source, sources)
    points = [point.id for point in entry.points]
    for at, point in enumerate(points):
        if point in points[:at]:
            raise each.marked.fault(
                (*each.path, "points", at, "id"), f"the point '{point}' stands twice"
            )


def _unknown(
    each: _Placed, path: tuple[str | int, ...], what: str, word: str, known: object
) -> Fault:
    words = list(known) if isinstance(known, dict | set) else []
    return each.marked.fault(
        (*each.path, *path), f"unknown {what} '{word}': {nearest_hint(word, words)}"
    )


def _files(folder: Traversable) -> list[Marked]:
    return [_read(file) for file in _yaml_below(folder)]


def _yaml_below(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            yield from _yaml_below(each)
        elif each.name.endswith(".yaml"):
            yield each


def _read(file: Traversable) -> Marked:
    return read_marked(file.read_text("utf-8"), file.name)
