"""The command line as a whole."""

import json
import tomllib
from pathlib import Path

import pytest

from goldenthread import __version__
from goldenthread.cli.main import main

ROOT = Path(__file__).parents[3]


def test_it_has_the_version_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"goldenthread {__version__}\n"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__


def test_it_says_what_its_commands_are_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert "check plans against what the law and guidance ask of them" in said


def test_it_lists_requirements_with_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["requirements", "--kind", "jfp"]) == 0
    said = capsys.readouterr().out
    assert "[Must]  jfp.victims-of-abuse" in said
    assert max(map(len, said.splitlines())) <= 80


def test_it_lists_requirements_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["requirements", "--format", "json"]) == 0
    listed = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert listed["jfp.climate"]["modality"] == "must"
    assert listed["jfp.climate"]["citations"][0]["source"] == "jfp-guidance-2022"
