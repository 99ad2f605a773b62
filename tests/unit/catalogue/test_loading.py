"""A pack's mistakes are named by file, line and nearest word; a local pack adds its own."""

from pathlib import Path

import pytest

from goldenthread.catalogue.loading import load_pack, load_packs
from goldenthread.fault import Fault

HEAD = "id: ours\ntitle: Our asks\nrequirements:\n"
ROW = "  - {id: ours.buses, title: Buses, modality: should, documents: [jfp]}\n"


def load(tmp_path: Path, rows: str) -> None:
    (tmp_path / "ours.yaml").write_text(HEAD + rows, "utf-8")
    load_packs(["england", "ours.yaml"], beside=tmp_path)


def test_it_adds_a_local_pack_without_code(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(HEAD + ROW, "utf-8")
    pack = load_packs(["england", "ours.yaml"], beside=tmp_path)
    assert pack.requirements_for("jfp")[-1].id == "ours.buses"


def test_it_holds_every_requirement_of_the_framework() -> None:
    assert len(load_pack().requirements_for("jfp")) == 32
    assert len(load_pack().requirements_for("ics_strategy")) == 25


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (ROW.replace("title:", "titel:"), "line 4: unknown key 'titel': did you mean 'title'?"),
        (ROW.replace("should", "shoud"), "'modality' cannot be 'shoud': did you mean 'should'?"),
        (ROW.replace("[jfp]", "[jpf]"), "unknown kind of document 'jpf': did you mean 'jfp'?"),
        (ROW.replace("should,", "should, edition: jfp-2022,"), "unknown edition 'jfp-2022'"),
        (ROW + ROW, "line 5: 'ours.buses' already stands in ours.yaml, line 4"),
        (ROW.replace("ours.buses", "jfp.climate"), "'jfp.climate' is already a requirement"),
        (ROW.replace("should,", "should, look_for: ['a*b c'],"), "is not a phrase"),
        ("  - {id: x, id: y}\n", "line 4: 'id' stands twice"),
        ("  - {on: x}\n", "line 4: a key must be a word"),
        ("  - {id: [\n", "this is not YAML"),
    ],
)
def test_it_names_what_is_wrong_and_where(tmp_path: Path, rows: str, says: str) -> None:
    with pytest.raises(Fault) as fault:
        load(tmp_path, rows)
    assert says in str(fault.value)
    assert "ours.yaml" in str(fault.value)
