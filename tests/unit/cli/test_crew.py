"""The crew: documents checked side by side, whatever one of them does."""

import os
import time
from pathlib import Path

from goldenthread.cli.crew import Crew
from goldenthread.coverage.finding import PlanCoverage
from goldenthread.fault import Fault
from goldenthread.reports.check.report import Unread
from tests.unit.reports.plans import make_plan

FILES = [
    Path(name) for name in ("a.pdf", "hangs.pdf", "falls.pdf", "fault.pdf", "odd.pdf", "z.pdf")
]


def check(file: Path) -> PlanCoverage:
    match file.stem:
        case "hangs":
            time.sleep(60)
        case "falls":
            os._exit(3)
        case "fault":
            raise Fault("The file is empty.")
        case "odd":
            raise ValueError("odd")
    return make_plan(file.as_posix())


def run(files: list[Path], workers: int = 2) -> list[PlanCoverage | Unread]:
    return Crew(check, workers, 1.0, lambda done, in_hand: None).check_all(files)


def test_it_gives_outcomes_in_the_order_of_the_files() -> None:
    names = [Path(f"{number}.pdf") for number in range(7)]
    assert [one.name for one in run(names) if isinstance(one, PlanCoverage)] == [
        name.as_posix() for name in names
    ]


def test_it_goes_on_when_a_file_hangs_falls_or_is_refused() -> None:
    outcomes = run(FILES)
    assert [isinstance(one, PlanCoverage) for one in outcomes] == [
        True, False, False, False, False, True,
    ]  # fmt: skip
    why = {one.file: one.why for one in outcomes if isinstance(one, Unread)}
    assert "longer than 1 seconds" in why["hangs.pdf"]
    assert "brought the reader down" in why["falls.pdf"]
    assert why["fault.pdf"] == "The file is empty."
    assert "ValueError: odd" in why["odd.pdf"]


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, list[Path]]] = []
    Crew(check, 1, 5.0, lambda done, in_hand: told.append((done, in_hand))).check_all(
        [Path("a.pdf"), Path("b.pdf")]
    )
    assert told[-1] == (2, [])
