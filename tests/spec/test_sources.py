"""The five source texts through the plan check, as text, Word and PDF made on the fly.

What is expected of each is argued beside it. The texts are read from the folder named by
GOLDENTHREAD_SOURCES and never copied in.
"""

import os
import textwrap
from functools import cache
from pathlib import Path

import docx
import pytest

from goldenthread.catalogue.loading import load_pack
from goldenthread.coverage.checking import check_plan
from goldenthread.coverage.finding import PlanCoverage
from goldenthread.documents.reading import read_text
from goldenthread.learned import load_weights
from tests.unit.documents.test_pdf import make_pdf

FOLDER = os.environ.get("GOLDENTHREAD_SOURCES")

pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif(
        not FOLDER, reason="not run: GOLDENTHREAD_SOURCES does not name the folder of the sources"
    ),
]

JFP_GUIDANCE, ENGAGEMENT, STRATEGY_GUIDANCE, PAPER = "001", "002", "003", "004"


@cache
def source(number: str) -> Path:
    (file,) = Path(FOLDER or "").glob(f"{number}_*.txt")
    return file


def as_docx(number: str, folder: Path) -> Path:
    document = docx.Document()
    for line in source(number).read_text("utf-8").splitlines():
        if line.strip():
            document.add_paragraph(line.strip())
    path = folder / f"{number}.docx"
    document.save(str(path))
    return path


def as_pdf(number: str, folder: Path) -> Path:
    lines: list[str] = []
    for line in source(number).read_text("utf-8").splitlines():
        safe = line.replace("•", "\u0095").replace("’", "'").encode("latin-1", "replace")
        plain = safe.decode("latin-1").replace("\\", "").replace("(", "[").replace(")", "]")
        lines += [*textwrap.wrap(plain.strip(), 90), ""]
    pages = [lines[at : at + 46] for at in range(0, len(lines), 46)]
    data = make_pdf(
        [
            [(60.0, 780.0 - 15 * row, 10.0, line) for row, line in enumerate(page) if line]
            for page in pages
        ]
    )
    path = folder / f"{number}.pdf"
    path.write_bytes(data)
    return path


def check(path: Path) -> PlanCoverage:
    requirements = load_pack().requirements_for("jfp")
    return check_plan(requirements, read_text(path), weights=load_weights(), name=path.name)


def answered(found: PlanCoverage) -> set[str]:
    return {entry.requirement.id for entry in found.requirements if entry.verdict != "not_found"}


@pytest.mark.parametrize("form", ["txt", "docx", "pdf"])
def test_it_finds_that_the_guidance_answers_none_of_what_it_asks(form: str, tmp_path: Path) -> None:
    """The guidance states every requirement and does nothing about any: mentions alone."""
    made = {"docx": as_docx, "pdf": as_pdf}
    path = made[form](JFP_GUIDANCE, tmp_path) if form in made else source(JFP_GUIDANCE)
    found = check(path)
    assert answered(found) == set()
    assert sum(bool(entry.evidence) for entry in found.requirements) >= 25


def test_it_finds_that_case_studies_answer_a_few() -> None:
    """The strategy guidance holds some twenty local case studies among pages of guidance."""
    found = answered(check(source(STRATEGY_GUIDANCE)))
    assert 3 <= len(found) <= 14
    assert "jfp.climate" not in found
    assert "jfp.patient-choice" not in found


def test_it_finds_that_a_timetable_and_a_skeleton_answer_little() -> None:
    """The paper lists chapters and meetings: its dated steps concern the boards' opinions."""
    found = answered(check(source(PAPER)))
    assert len(found) <= 6
    assert not found & {"jfp.climate", "jfp.research", "jfp.victims-of-abuse", "jfp.workforce"}


@pytest.mark.parametrize("number", ["000", JFP_GUIDANCE, ENGAGEMENT, STRATEGY_GUIDANCE, PAPER])
def test_it_quotes_verbatim(number: str) -> None:
    text = read_text(source(number))
    held = {passage.text for passage in text.passages}
    for entry in check(source(number)).requirements:
        assert all(each.passage.text in held for each in entry.evidence)


HELD = {"jfp-guidance-2022": JFP_GUIDANCE, "ics-strategy-guidance-2024": STRATEGY_GUIDANCE}


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("’", "'").lower().split())


def test_it_cites_lines_that_the_sources_have() -> None:
    wrong = []
    for requirement in load_pack().requirements:
        of_points = [cited for point in requirement.points for cited in point.citations]
        for citation in (*requirement.citations, *of_points):
            if citation.source not in HELD or citation.line is None:
                continue
            lines = source(HELD[citation.source]).read_text("utf-8").splitlines()
            above = plain(" ".join(lines[: citation.line]))
            if not lines[citation.line - 1].strip() or plain(citation.heading or "") not in above:
                wrong.append((requirement.id, citation.line, citation.heading))
    assert wrong == []


def test_it_holds_every_requirement_of_a_strategy() -> None:
    found = check_plan(
        load_pack().requirements_for("ics_strategy"),
        read_text(source(STRATEGY_GUIDANCE)),
        weights=load_weights(),
        name="guidance",
    )
    assert len(found.requirements) == 25
