"""What any method has to beat: keywords, and always saying the commonest verdict."""

from collections import Counter
from collections.abc import Sequence

from goldenthread.coverage.phrases import PhraseBook, read_phrases
from goldenthread.coverage.words import stems_of
from goldenthread.documents.text import Text
from goldenthread.law.requirement import Requirement


def check_by_keywords(requirements: Sequence[Requirement], text: Text) -> dict[str, str]:
    """Say evidenced where a phrase of every point stands somewhere, partial where one does."""
    runs = [stems_of(passage.text) for passage in text.passages]
    verdicts = {}
    for requirement in requirements:
        found = []
        for point in requirement.points:
            book = PhraseBook(read_phrases((point.title.lower(), *point.look_for)))
            found.append(any(book.look_up(run) for run in runs))
        verdicts[requirement.id] = (
            "evidenced" if all(found) else "partial" if any(found) else "not_found"
        )
    return verdicts


def commonest(truth: Sequence[str]) -> str:
    """Give the verdict that stands most often."""
    return Counter(truth).most_common(1)[0][0]
