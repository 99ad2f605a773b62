"""The passages and plans that the plan check is trained and measured on.

All of it is written by us about places that do not exist. A passage stands on one line:
`requirement: point, point; ... | KIND | VOICE | section heading | text`.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
PASSAGES = HERE / "passages"
PLANS = HERE / "plans"

#: What a passage does: E is evidence, every other kind only mentions its subject.
KINDS = {
    "E": "evidence",
    "D": "a restated duty",
    "G": "national guidance or policy",
    "N": "a statistic of need",
    "V": "a vision",
    "T": "a list of titles or a signpost",
    "W": "a generic we-will",
    "P": "an explanation or talk of process",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One passage with what it is about and what it does."""

    points: frozenset[str]  # `jfp.climate/net-zero`; the requirement alone where no point is named
    kind: str
    voice: str
    heading: str
    text: str
    writer: str

    @property
    def is_evidence(self) -> bool:
        return self.kind == "E"

    @property
    def requirements(self) -> frozenset[str]:
        return frozenset(point.split("/")[0] for point in self.points)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a blind reader said of one requirement in one plan."""

    verdict: str
    in_doubt: bool
    evidence: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan extract with a reader's verdict on every requirement of its kind."""

    name: str
    kind: str
    path: Path
    judgements: dict[str, Judgement]


def read_samples(folder: Path = PASSAGES) -> list[Sample]:
    """Read every passage of every writer."""
    return [
        _sample(line, path.stem)
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def read_plans(folder: Path = PLANS) -> list[Plan]:
    """Read every plan of every reader's folder, with its verdicts."""
    plans = []
    for verdicts in sorted(folder.glob("*/verdicts.yaml")):
        for name, entry in yaml.safe_load(verdicts.read_text("utf-8")).items():
            judged = {id_: _judgement(said) for id_, said in entry["verdicts"].items()}
            path = verdicts.parent / f"{name}.md"
            plans.append(Plan(f"{verdicts.parent.name}/{name}", entry["kind"], path, judged))
    return plans


def _sample(line: str, writer: str) -> Sample:
    subjects, kind, voice, heading, text = (part.strip() for part in line.split(" | ", 4))
    return Sample(frozenset(_points(subjects)), kind, voice, heading, text, writer)


def _points(subjects: str) -> list[str]:
    if subjects == "none":
        return []
    found = []
    for subject in subjects.split(";"):
        requirement, _, points = subject.strip().partition(":")
        names = [name.strip() for name in points.split(",") if name.strip()]
        found.extend(f"{requirement.strip()}/{name}" for name in names)
        if not names:
            found.append(requirement.strip())
    return found


def _judgement(said: dict[str, object]) -> Judgement:
    def quotes(key: str) -> tuple[str, ...]:
        held = said.get(key) or []
        return tuple(str(quote) for quote in held) if isinstance(held, list) else ()

    return Judgement(
        str(said["verdict"]), bool(said.get("doubt")), quotes("evidence"), quotes("mentions")
    )
