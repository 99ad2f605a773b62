"""The command `goldenthread check`, from arguments to exit code."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from goldenthread.cli.main import main

PLAN = """# Joint Forward Plan for Exampleshire 2026 to 2031

## Greener care

We will reach net zero for the emissions we control by 2040, and all 14 ambulance sites will
move to electric vehicles by March 2027.

By 2028 we will make sure that:

- each trust has a flood and heatwave adaptation plan agreed by its board

## Victims of abuse

Each emergency department has two independent domestic violence advisers since April 2025.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.md"
    file.write_text(PLAN, "utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "plans"
    (top / "north").mkdir(parents=True)
    (top / "b.md").write_text(PLAN, "utf-8")
    (top / "north" / "a.md").write_text(PLAN.replace("Exampleshire", "Northshire"), "utf-8")
    for passed_over in (".hidden.md", "~$b.md", "notes.xyz"):
        (top / passed_over).write_text("nothing", "utf-8")
    return top


def read_json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_it_reports_one_file_as_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan), "--format", "json", "--as-of", "2026-11-24"]) == 0
    report = read_json(capsys)
    assert report["document"]["title"] == "Joint Forward Plan for Exampleshire 2026 to 2031"
    assert report["document"]["pages"] is None
    assert {entry["id"] for entry in report["requirements"]} >= {"jfp.climate", "jfp.research"}
    climate = next(entry for entry in report["requirements"] if entry["id"] == "jfp.climate")
    assert climate["modality"] == "must"
    quotes = [passage["text"] for passage in climate["passages"]]
    assert any("all 14 ambulance sites" in quote for quote in quotes)
    assert climate["citations"][0]["line"] > 300
    assert sum(report["summary"].values()) == len(report["requirements"])


def test_it_gives_a_list_item_alone_with_its_lead_in_as_context(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(plan), "--format", "json"])
    passages = [
        passage for entry in read_json(capsys)["requirements"] for passage in entry["passages"]
    ]
    item = next(passage for passage in passages if "adaptation plan" in passage["text"])
    assert item["text"].startswith("each trust has a flood")
    assert item["context"] == "By 2028 we will make sure that:"
    assert item["section"].endswith("Greener care")


def test_it_reports_several_files_with_a_combined_table_and_what_failed(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.docx"
    empty.write_bytes(b"")
    missing = tmp_path / "missing.pdf"
    assert main(["check", str(plan), str(empty), str(missing), "--format", "json"]) == 0
    report = read_json(capsys)
    assert [one["document"]["file"] for one in report["documents"]] == [plan.as_posix()]
    assert {Path(one["file"]).name for one in report["failed"]} == {"empty.docx", "missing.pdf"}
    assert all(one["why"] for one in report["failed"])
    assert report["combined"]["files"] == [plan.as_posix()]


def test_it_searches_a_folder_to_the_bottom_and_passes_over_hidden_and_lock_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder), "--format", "json", "--workers", "2"]) == 0
    report = read_json(capsys)
    assert report["combined"]["files"] == [
        (folder / "b.md").as_posix(),
        (folder / "north" / "a.md").as_posix(),
    ]
    assert report["failed"] == []


def test_it_exits_with_1_only_for_a_gap_when_asked(plan: Path) -> None:
    assert main(["check", str(plan), "--format", "json"]) == 0
    assert main(["check", str(plan), "--format", "json", "--fail-on-gap"]) == 1


def test_it_exits_with_2_and_one_line_where_nothing_could_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    assert main(["check", str(broken)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "broken.docx" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.pdf"], "there is no file or folder 'nowhere.pdf'"),
        (["PLAN", "--kind", "jpf"], "did you mean 'jfp'?"),
        (["PLAN", "--as-of", "1999-01-01"], "choose a later day with --as-of"),
        (["PLAN", "-o", "report.pdf"], "has no ending that names a format"),
        (["PLAN", "-o", "no-such-folder/report.html"], "there is no folder 'no-such-folder'"),
        (["PLAN", "-o", "PLAN", "--format", "text"], "is one of the documents to check"),
        (["PLAN", "--pack", "our-asks.yaml"], "our-asks.yaml"),
    ],
)
def test_it_says_in_one_line_what_is_wrong_with_the_call(
    plan: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(plan) if word == "PLAN" else word for word in arguments]
    assert main(["check", *given]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["PLAN", "--passages", "0"],
        ["PLAN", "--passages", "many"],
        ["PLAN", "--as-of", "24.11.2026"],
        ["PLAN", "--format", "pdf"],
    ],
)
def test_it_refuses_a_call_that_makes_no_sense(
    plan: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(plan) if word == "PLAN" else word for word in arguments]
    with pytest.raises(SystemExit) as stopped:
        main(["check", *given])
    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_it_tells_the_format_by_the_ending_of_the_file(plan: Path, tmp_path: Path) -> None:
    for name in ("r.html", "r.docx", "r.xlsx", "r.csv", "r.json", "r.txt"):
        assert main(["check", str(plan), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert docx.Document(str(tmp_path / "r.docx")).tables
    assert load_workbook(tmp_path / "r.xlsx").sheetnames[0] == "Summary"
    rows = csv.reader(io.StringIO((tmp_path / "r.csv").read_text("utf-8-sig")))
    assert next(rows)[0] == "file"
    assert "document" in json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert "What the law requires" in (tmp_path / "r.txt").read_text("utf-8")


def test_it_quotes_as_many_passages_as_asked(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(plan), "--format", "json", "--passages", "1"])
    assert max(len(entry["passages"]) for entry in read_json(capsys)["requirements"]) == 1


def test_it_checks_against_a_pack_of_the_users_own(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "asks.yaml"
    own.write_text(
        "id: ours\ntitle: Our asks\nrequirements:\n"
        "  - id: ours.ambulances\n    title: Ambulances\n    modality: expects\n"
        "    documents: [jfp]\n    look_for: [ambulance]\n",
        "utf-8",
    )
    assert main(["check", str(plan), "--pack", str(own), "--format", "json"]) == 0
    entries = {entry["id"]: entry for entry in read_json(capsys)["requirements"]}
    assert entries["ours.ambulances"]["verdict"] == "evidenced"
    assert "jfp.climate" in entries


def test_it_refuses_a_file_larger_than_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = tmp_path / "large.md"
    large.write_text("We will do much. " * 70_000, "utf-8")
    assert main(["check", str(large), "--max-mb", "1"]) == 2
    assert "large.md" in capsys.readouterr().err


def test_it_finds_what_the_worked_example_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    example = Path(__file__).parents[3] / "examples" / "plan"
    assert (
        main(["check", str(example / "wendshire-joint-forward-plan.md"), "--format", "json"]) == 0
    )
    assert {"jfp.victims-of-abuse", "jfp.hwb-opinion"} <= set(read_json(capsys)["gaps"])
