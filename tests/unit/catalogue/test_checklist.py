"""A user's own checklist, as a workbook, CSV or YAML."""

from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.catalogue.checklist import load_checklist
from goldenthread.fault import Fault
from goldenthread.law.modality import Modality


def workbook(path: Path, rows: list[list[str]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def test_it_reads_a_workbook_with_a_title_alone(tmp_path: Path) -> None:
    file = workbook(tmp_path / "ours.xlsx", [["Title"], ["Rural transport to appointments"], [""]])
    (own,) = load_checklist(file, "jfp")
    assert own.id == "own.rural-transport-to-appointments"
    assert own.modality == Modality.SHOULD
    assert own.document_kinds == ("jfp",)


def test_it_reads_every_column_whatever_its_case_and_order(tmp_path: Path) -> None:
    rows = [
        ["Modality", "LOOK FOR", "Points", "Source", "Title", "Id"],
        ["Must", "bus; car share*", "- Buses\n- Parking", "Region, May 2026", "Travel", "r.travel"],
    ]
    (own,) = load_checklist(workbook(tmp_path / "ours.xlsx", rows), "jfp")
    assert (own.id, own.title, own.modality) == ("r.travel", "Travel", Modality.MUST)
    assert [point.title for point in own.points] == ["Buses", "Parking"]
    assert own.look_for == ("bus", "car share*")
    assert own.citations[0].source == "Region, May 2026"


def test_it_gives_rows_of_one_title_ids_of_their_own(tmp_path: Path) -> None:
    file = workbook(tmp_path / "ours.xlsx", [["Title"], ["Travel"], ["Travel"]])
    assert [own.id for own in load_checklist(file, "jfp")] == ["own.travel", "own.travel-2"]


def test_it_reads_yaml_with_points_as_words_or_entries(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text("- title: Travel\n  points: [Buses, {title: Parking}]\n", "utf-8")
    (own,) = load_checklist(file, "jfp")
    assert [point.title for point in own.points] == ["Buses", "Parking"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"Titel,Points\nTravel,Buses\n", "did you mean 'Titel'?"),
        ("a.csv", b"title,modality\nTravel,shall\n", "row 2: 'modality' can be must, should"),
        ("a.csv", b"title,points\n,Buses\n", "row 2: 'title' is missing"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"title\n", "no rows"),
        ("a.csv", "title\nCaf\u00e9".encode("latin-1"), "UTF-8"),
        ("a.csv", b"title,id\nTravel,x\nBuses,x\n", "row 3: the id 'x' already stands in row 2"),
        ("a.yaml", b"- titel: Travel\n", "line 1: unknown key 'titel': did you mean 'title'?"),
        ("a.yaml", b"title: Travel\n", "list the requirements"),
        ("a.xlsx", b"PK\x03\x04 not a workbook", "cannot be read as an Excel workbook"),
        ("a.docx", b"", "a checklist is an .xlsx, .csv or .yaml file"),
    ],
)
def test_it_says_what_is_wrong_and_where(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(Fault) as fault:
        load_checklist(file, "jfp")
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)


def test_it_says_so_when_the_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot be opened"):
        load_checklist(tmp_path / "none.xlsx", "jfp")


@given(content=st.binary(max_size=400), ending=st.sampled_from([".xlsx", ".csv", ".yaml"]))
def test_it_gives_requirements_or_a_fault_for_any_bytes(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    file = tmp_path_factory.mktemp("any") / f"any{ending}"
    file.write_bytes(content)
    with suppress(Fault):
        assert load_checklist(file, "jfp")
