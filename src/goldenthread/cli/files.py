"""The files a call names: each file as given, each folder searched for what can be read.

Looks at names only; opens nothing.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.fault import Fault
from goldenthread.reports.check.report import Unread


@dataclass(frozen=True, slots=True)
class Found:
    """What a call names: the files to read, and the names that led to none, each with why."""

    files: tuple[Path, ...]
    failed: tuple[Unread, ...] = ()


def find_files(given: Sequence[str], endings: Iterable[str]) -> Found:
    """Give every file once: as given, then what a folder holds, sorted by path.

    A folder is searched to the bottom for the readable `endings`; hidden files and folders
    and the lock files that Word leaves (`~$plan.docx`) are passed over. A file that was named
    is taken whatever its ending. Raises Fault where no name leads to a file.
    """
    known = frozenset(endings)
    found: dict[Path, Path] = {}
    failed: list[Unread] = []
    for name in given:
        try:
            files = _search(Path(name), known)
        except Fault as fault:
            failed.append(Unread(name, str(fault)))
            continue
        for file in files:
            found.setdefault(file.resolve(), file)
    if not found:
        raise Fault(failed[0].why)
    return Found(tuple(found.values()), tuple(failed))


def _search(path: Path, endings: frozenset[str]) -> list[Path]:
    if not path.is_dir():
        if not path.exists():
            raise Fault(f"there is no file or folder '{path}'; check the name")
        return [path]
    files = sorted(_below(path, endings))
    if not files:
        known = ", ".join(sorted(endings))
        raise Fault(f"the folder '{path}' holds no document that can be read ({known})")
    return files


def _below(folder: Path, endings: frozenset[str]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_passed_over(name)]
        for name in names:
            if not _is_passed_over(name) and Path(name).suffix.lower() in endings:
                yield Path(place) / name


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$"))
