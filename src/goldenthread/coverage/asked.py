"""What is asked of a document: the points of all requirements in one flat row.

Pure. A requirement without points is asked as one point: itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.coverage.phrases import PhraseBook, read_phrases
from goldenthread.law.requirement import Point, Requirement


@dataclass(frozen=True, slots=True)
class Asked:
    """Requirements with their points numbered in one row.

    `points` pairs each point with the position of its requirement; `names` are the ids
    that learned weights know points by (`jfp.climate/net-zero`).
    """

    requirements: tuple[Requirement, ...]
    points: tuple[tuple[int, Point], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give each point's full id."""
        return tuple(f"{self.requirements[at].id}/{point.id}" for at, point in self.points)

    def of(self, at: int) -> list[int]:
        """Give the numbers of the points of the requirement at position `at`."""
        return [number for number, (owner, _) in enumerate(self.points) if owner == at]

    def phrase_books(self) -> tuple[PhraseBook, list[int], PhraseBook, list[int]]:
        """Give the phrases of points and those of requirements, each with its owner's number."""
        of_points = [
            (phrase, number)
            for number, (_, point) in enumerate(self.points)
            for phrase in read_phrases(point.look_for)
        ]
        of_requirements = [
            (phrase, at)
            for at, requirement in enumerate(self.requirements)
            for phrase in read_phrases(requirement.look_for)
        ]
        return (
            PhraseBook([phrase for phrase, _ in of_points]),
            [owner for _, owner in of_points],
            PhraseBook([phrase for phrase, _ in of_requirements]),
            [owner for _, owner in of_requirements],
        )

    def query(self, number: int) -> str:
        """Give the words that say what a point is about, for likeness by words."""
        at, point = self.points[number]
        requirement = self.requirements[at]
        said = (point.title, requirement.title, *point.look_for, *requirement.look_for)
        return ". ".join(part.replace("*", "").replace(" + ", " ") for part in said)


def ask(requirements: Sequence[Requirement]) -> Asked:
    """Number the points of `requirements`, in their order."""
    points = tuple(
        (at, point)
        for at, requirement in enumerate(requirements)
        for point in (requirement.points or (_itself(requirement),))
    )
    return Asked(tuple(requirements), points)


def _itself(requirement: Requirement) -> Point:
    return Point(requirement.id, requirement.title, requirement.modality, requirement.look_for)
