"""Plans built by hand, for the reports to render."""

from datetime import date

from goldenthread.coverage.finding import (
    Evidence,
    EvidenceKind,
    PlanCoverage,
    PointCoverage,
    RequirementCoverage,
)
from goldenthread.documents.text import Passage, PassageKind, Section, Text
from goldenthread.law.citation import Citation
from goldenthread.law.modality import Modality
from goldenthread.law.requirement import Point, Requirement
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport, Unread

CLIMATE = Requirement(
    id="jfp.climate",
    title="Climate change and the environment",
    modality=Modality.MUST,
    document_kinds=("jfp",),
    summary="Net zero, environmental targets, adaptation and green plans.",
    points=(
        Point("net-zero", "Delivery against the net zero targets", Modality.SHOULD),
        Point("adaptation", "Adaptation to climate change", Modality.MUST),
    ),
    citations=(
        Citation("jfp-guidance-2022", "Duty as to climate change", 303, "NHS Act 2006 s.14Z44"),
    ),
)
VICTIMS = Requirement(
    id="jfp.victims-of-abuse",
    title="The particular needs of victims of abuse",
    modality=Modality.MUST,
    document_kinds=("jfp",),
    points=(Point("needs", "Steps for the particular needs of victims", Modality.MUST),),
    citations=(Citation("jfp-guidance-2022", "Victims of abuse", 319, "NHS Act 2006 s.14Z52"),),
)
ESTATES = Requirement("jfp.estates", "Estates", Modality.SHOULD, ("jfp",))
INVOLVEMENT = Requirement("jfp.integrated-care-strategy", "Strategy", Modality.EXPECTS, ("jfp",))

SECTIONS = (
    Section("1", 1, "Our system", ("Our system",), page=1),
    Section("2", 1, "Enablers", ("Enablers",), page=3),
    Section("2.1", 2, "Greener NHS", ("Enablers", "Greener NHS"), page=3),
)
OPENING = Passage("0:p1", PassageKind.PARAGRAPH, "Foreword to the plan.", (), 1)
SETTING = Passage("1:p1", PassageKind.PARAGRAPH, "We serve 400,000 people.", ("Our system",), 2)
GREEN = Passage(
    "2.1:p1",
    PassageKind.ITEM,
    "all 14 ambulance sites move to electric vehicles by March 2027",
    ("Enablers", "Greener NHS"),
    3,
    "By 2028 we will make sure that:",
)
FORMULA = Passage(
    "2.1:p2",
    PassageKind.ROW,
    "=1+1 | <b>Adaptation</b> & floods",
    ("Enablers", "Greener NHS"),
    3,
    "Risk | Step",
)


def make_text(title: str = "Joint Forward Plan for Exampleshire", **changes: object) -> Text:
    fields = {
        "title": title,
        "format": "pdf",
        "sections": SECTIONS,
        "passages": (OPENING, SETTING, GREEN, FORMULA),
        "sha256": "a" * 64,
        "pages": 4,
        "unreadable_pages": (4,),
    }
    return Text(**{**fields, **changes})  # type: ignore[arg-type]


def cover(
    requirement: Requirement, verdict: Verdict, *evidence: Evidence, points: str = ""
) -> RequirementCoverage:
    """Cover a requirement; `points` holds a letter for each point: e, p, n or c."""
    verdicts = {
        "e": Verdict.EVIDENCED,
        "p": Verdict.PARTIAL,
        "n": Verdict.NOT_FOUND,
        "c": Verdict.CANNOT_TELL,
    }
    pairs = zip(requirement.points, points, strict=True)
    found = tuple(PointCoverage(point, verdicts[letter]) for point, letter in pairs)
    score = max((one.score for one in evidence if one.kind == EvidenceKind.EVIDENCE), default=0.0)
    return RequirementCoverage(requirement, verdict, score, found, evidence)


def make_plan(name: str = "plan.pdf", text: Text | None = None) -> PlanCoverage:
    green = Evidence(GREEN, EvidenceKind.EVIDENCE, 0.91, ("net-zero",))
    floods = Evidence(FORMULA, EvidenceKind.MENTIONS, 0.4)
    return PlanCoverage(
        name,
        text or make_text(),
        (
            cover(CLIMATE, Verdict.PARTIAL, green, floods, points="en"),
            cover(VICTIMS, Verdict.NOT_FOUND, points="n"),
            cover(ESTATES, Verdict.CANNOT_TELL),
            cover(INVOLVEMENT, Verdict.EVIDENCED, green),
        ),
    )


def make_report(*plans: PlanCoverage, several: bool = False, quotes: int = 5) -> CheckReport:
    return CheckReport(
        plans=plans or (make_plan(),),
        kind="joint forward plan",
        as_of=date(2026, 11, 24),
        version="0.1.0",
        failed=(Unread("scan.pdf", "The file is empty."),) if several else (),
        several=several,
        quotes=quotes,
        sources={"jfp-guidance-2022": "Guidance on developing the joint forward plan (2022)"},
    )


def make_combined(number: int = 2) -> CheckReport:
    return make_report(*(make_plan(f"plans/{at}.pdf") for at in range(number)), several=True)
