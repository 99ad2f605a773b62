"""A user's own checklist becomes requirements: rows of a workbook or CSV file, or YAML.

Reads one file; gives values of `law`, or a Fault that names the row and what to do.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from pydantic import ValidationError

from goldenthread.catalogue.schema import ChecklistEntry, ChecklistRow
from goldenthread.fault import Fault
from goldenthread.law.citation import Citation
from goldenthread.law.requirement import Point, Requirement
from goldenthread.marked import check_shape, nearest, read_marked

#: The columns that a checklist may have; only the first is needed.
COLUMNS = ("title", "id", "modality", "points", "look_for", "source")
_LISTS = ("points", "look_for")
_MOST_ROWS = 2_000
_MOST_BYTES = 20_000_000


def load_checklist(path: Path, kind: str) -> tuple[Requirement, ...]:
    """Load the requirements that `path` lists, for documents of `kind`.

    A row needs a title; its id is made from that where it has none, and its modality is
    *should*. Points and phrases to look for stand in one cell, parted by semicolons or
    line breaks. Raises Fault for a file that is no checklist, naming row or line.
    """
    data = _bytes_of(path)
    if path.suffix.lower() in (".yaml", ".yml"):
        rows = _yaml_rows(data, path.name)
    elif path.suffix.lower() == ".csv":
        rows = _table_rows(_csv_cells(data, path.name), path.name)
    elif path.suffix.lower() == ".xlsx":
        rows = _table_rows(_workbook_cells(data, path.name), path.name)
    else:
        raise Fault(f"{path.name}: a checklist is an .xlsx, .csv or .yaml file")
    if not rows:
        raise Fault(f"{path.name}: the checklist has no rows with a title")
    return _requirements(rows, path.name, kind)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Fault(f"{path.name}: a checklist may have {_MOST_BYTES // 1_000_000} MB at most")
        return path.read_bytes()
    except OSError as error:
        raise Fault(f"the checklist {path.name} cannot be opened: check the name") from error


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault(f"{name}: save the checklist as UTF-8") from error


def _yaml_rows(data: bytes, name: str) -> list[tuple[str, ChecklistRow]]:
    marked = read_marked(_decoded(data, name), name)
    held = marked.data.get("requirements") if isinstance(marked.data, dict) else marked.data
    path: tuple[str | int, ...] = ("requirements",) if isinstance(marked.data, dict) else ()
    if not isinstance(held, list):
        raise Fault(f"{name}: list the requirements, each with a title, under 'requirements:'")
    return [
        (
            f"line {marked.line_of((*path, at))}",
            check_shape(ChecklistEntry, marked, (*path, at)).as_row(),
        )
        for at in range(len(held))
    ]


def _csv_cells(data: bytes, name: str) -> list[list[str]]:
    try:
        return [list(row) for row in csv.reader(io.StringIO(_decoded(data, name)), strict=True)]
    except csv.Error as error:
        raise Fault(f"{name}: this is not a CSV file ({error})") from error


def _workbook_cells(data: bytes, name: str) -> list[list[str]]:
    """Give the text of the first sheet that has any; formulas give their last result."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            if any(cell for row in rows for cell in row):
                return rows
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Fault(
            f"{name} cannot be read as an Excel workbook: open it in Excel and save it again"
        ) from error
    return []


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _table_rows(cells: Sequence[Sequence[str]], name: str) -> list[tuple[str, ChecklistRow]]:
    numbered = [(number, row) for number, row in enumerate(cells, 1) if any(row)]
    if not numbered:
        raise Fault(f"{name}: the checklist is empty")
    columns = _columns_of(numbered[0][1], name)
    rows = []
    for number, row in numbered[1:]:
        held = {column: row[at].strip() for column, at in columns.items() if at < len(row)}
        if any(held.values()):
            rows.append((f"row {number}", _row(held, f"{name}, row {number}")))
    return rows


def _columns_of(header: Sequence[str], name: str) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(header):
        word = re.sub(r"[^a-z]+", "_", cell.lower()).strip("_")
        if word in COLUMNS:
            columns.setdefault(word, at)
    if "title" not in columns:
        found = ", ".join(f"'{cell}'" for cell in header if cell)
        close = next((cell for cell in header if nearest(cell, ["title"])), None)
        hint = f"; did you mean '{close}'?" if close else ""
        raise Fault(f"{name}: no column is headed 'title' (the headers are {found}){hint}")
    return columns


def _row(held: dict[str, str], where: str) -> ChecklistRow:
    given: dict[str, object] = {key: value for key, value in held.items() if value}
    for column in _LISTS:
        if column in given:
            given[column] = tuple(_parts(held[column]))
    if "modality" in given:
        given["modality"] = str(given["modality"]).lower()
    try:
        return ChecklistRow.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "row"
        raise Fault(f"{where}: '{name}' {_plain(first['type'], first['msg'])}") from error


def _plain(kind: str, message: str) -> str:
    if kind == "missing":
        return "is missing: give every row a title"
    if kind == "enum":
        return "can be must, should, may or expects"
    return f"does not fit: {message.removeprefix('Value error, ')}"


def _parts(cell: str) -> Iterable[str]:
    return (part for raw in re.split(r"[;\n]", cell) if (part := raw.strip(" \t•-")))


def _requirements(
    rows: Sequence[tuple[str, ChecklistRow]], name: str, kind: str
) -> tuple[Requirement, ...]:
    taken: dict[str, str] = {}
    made = []
    for where, row in rows:
        id_ = row.id or _free_id(row.title, taken)
        if id_ in taken:
            raise Fault(f"{name}, {where}: the id '{id_}' already stands in {taken[id_]}")
        taken[id_] = where
        made.append(_requirement(id_, row, kind))
    return tuple(made)


def _requirement(id_: str, row: ChecklistRow, kind: str) -> Requirement:
    source = Citation(row.source) if row.source else None
    return Requirement(
        id=id_,
        title=row.title,
        modality=row.modality,
        document_kinds=(kind,),
        points=tuple(
            Point(_slug(title), title, row.modality, row.look_for)
            for title in dict.fromkeys(row.points)
        ),
        look_for=row.look_for,
        citations=(source,) if source else (),
    )


def _free_id(title: str, taken: dict[str, str]) -> str:
    first = f"own.{_slug(title)}"
    free = first
    number = 2
    while free in taken:
        free = f"{first}-{number}"
        number += 1
    return free


def _slug(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", title.lower())
    return "-".join(words[:8]) or "row"
