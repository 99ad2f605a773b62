"""What the plan check says of short texts whose answers are plain to see."""

from goldenthread.catalogue.loading import load_pack
from goldenthread.coverage.checking import check_plan
from goldenthread.coverage.finding import RequirementCoverage
from goldenthread.documents.text import Passage, PassageKind, Text
from goldenthread.law.modality import Modality
from goldenthread.law.requirement import Point, Requirement
from goldenthread.learned import load_weights

STEP = (
    "By March 2027 the Northmere trusts will cut carbon emissions from their buildings by 40% "
    "through the joint green plan, with heat pumps at three hospitals."
)
DUTY = (
    "Each ICB must have regard to the need to contribute to net zero and adapt to climate change."
)


def text_of(*passages: str, unreadable: tuple[int, ...] = ()) -> Text:
    held = tuple(
        Passage(f"1:p{at}", PassageKind.PARAGRAPH, said, ("Greener care",), page=at)
        for at, said in enumerate(passages, 1)
    )
    return Text("Plan", "markdown", (), held, "", len(held), unreadable)


def climate(text: Text) -> RequirementCoverage:
    asked = [each for each in load_pack().requirements if each.id == "jfp.climate"]
    return check_plan(asked, text, weights=load_weights(), name="plan").requirements[0]


def test_it_takes_a_local_step_as_evidence_and_quotes_it_verbatim() -> None:
    found = climate(text_of(DUTY, STEP))
    assert found.verdict in ("evidenced", "partial")
    assert found.evidence[0].passage.text == STEP
    assert found.evidence[0].kind == "evidence"


def test_it_shows_a_restated_duty_as_a_mention_only() -> None:
    found = climate(text_of(DUTY))
    assert found.verdict == "not_found"
    assert [each.kind for each in found.evidence] == ["mentions"]


def test_it_does_not_take_a_denial_as_evidence() -> None:
    assert climate(text_of(f"There are no plans to do this: {STEP}")).verdict == "not_found"


def test_it_cannot_tell_what_unreadable_pages_may_hold() -> None:
    assert climate(text_of(DUTY, unreadable=(2, 3))).verdict == "cannot_tell"


def test_it_judges_a_requirement_that_nobody_trained_for() -> None:
    own = Requirement(
        "own.buses",
        "Rural transport to appointments",
        Modality.SHOULD,
        ("jfp",),
        points=(Point("buses", "Buses to hospital", Modality.SHOULD, ("community bus*",)),),
    )
    said = "Since May 2025 the Northmere community buses take 400 patients a week to clinics."
    found = check_plan([own], text_of(said, DUTY), weights=load_weights(), name="plan")
    assert found.requirements[0].verdict == "evidenced"
    assert found.requirements[0].evidence[0].passage.text == said


def test_it_finds_nothing_in_a_text_without_passages() -> None:
    assert climate(text_of()).verdict == "not_found"
