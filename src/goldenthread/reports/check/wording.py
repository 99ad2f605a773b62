"""The words of the plan check's reports: verdicts, strengths, places, sources, sentences.

Pure. Every form of the report takes its words from here, so that they agree.
"""

from collections.abc import Iterable, Mapping, Sequence

from goldenthread.coverage.finding import EvidenceKind, PlanCoverage, RequirementCoverage
from goldenthread.documents.text import Passage, PassageKind, Text
from goldenthread.law.citation import Citation
from goldenthread.law.modality import Modality
from goldenthread.law.requirement import Requirement
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport, find_gaps

VERDICTS = {
    Verdict.EVIDENCED: "Evidenced",
    Verdict.PARTIAL: "Partly evidenced",
    Verdict.NOT_FOUND: "Not found",
    Verdict.CANNOT_TELL: "Cannot tell",
    Verdict.DOES_NOT_MEET: "Does not meet",
}
SYMBOLS = {
    Verdict.EVIDENCED: "✓",
    Verdict.PARTIAL: "◐",
    Verdict.NOT_FOUND: "✗",
    Verdict.CANNOT_TELL: "?",
    Verdict.DOES_NOT_MEET: "✗",
}
MODALITIES = {
    Modality.MUST: "Must",
    Modality.SHOULD: "Should",
    Modality.MAY: "May",
    Modality.EXPECTS: "Expected",
}
STRENGTHS = {
    Modality.MUST: "What the law requires (must)",
    Modality.SHOULD: "What guidance recommends (should)",
    Modality.MAY: "What the plan may include (may)",
    Modality.EXPECTS: "What is expected (expects)",
}
KINDS = {EvidenceKind.EVIDENCE: "Evidence", EvidenceKind.MENTIONS: "Mention"}

PROPOSAL = (
    "The verdicts are proposals made by a machine from the words of the document. "
    "A person has to read the passages and confirm, change or reject each one."
)
LIMITS = (
    "Evidenced: every part asked for has at least one passage that says something local, such "
    "as an arrangement, a step, a measure, a named body or a result.",
    "Partly evidenced: some parts have such a passage and others do not.",
    "Not found: no such passage was found. It may stand in another document, in a picture, or "
    "in words the check does not know. Passages that only name the subject are shown as "
    "mentions and never counted.",
    "Cannot tell: pages that could not be read may hold the answer.",
    "The check cannot say whether what is written is true, good enough or lawful. It is not "
    "legal advice, and no verdict means that the document complies with anything.",
)


def count_of(number: int, singular: str, plural: str | None = None) -> str:
    """Write a number with its noun: `1 page`, `1,204 pages`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def say_day(report: CheckReport) -> str:
    """Write the day of the law: `24 November 2026`."""
    return f"{report.as_of.day} {report.as_of:%B %Y}"


def say_read(text: Text) -> str:
    """Say what was read: pages (where the format has them), words and passages."""
    parts = [count_of(text.words, "word"), count_of(len(text.passages), "passage")]
    if text.pages is not None:
        parts.insert(0, count_of(text.pages, "page"))
    return ", ".join(parts)


def say_unreadable(text: Text) -> str | None:
    """Warn of pages without readable text, by number; None if every page was read."""
    if not text.unreadable_pages:
        return None
    number = len(text.unreadable_pages)
    of = f" of {text.pages}" if text.pages else ""
    return (
        f"{count_of(number, 'page')}{of} {'has' if number == 1 else 'have'} no readable text: "
        f"{join_numbers(text.unreadable_pages)}. What stands there is unknown, and was not taken "
        "as silence. A scanned page can be read after text recognition (OCR)."
    )


def say_summary(plan: PlanCoverage) -> str:
    """Say in one or two plain sentences how the requirements came out."""
    counts = plan.counts
    total = len(plan.requirements)
    evidenced = counts[Verdict.EVIDENCED]
    parts = [
        f"{evidenced} {'is' if evidenced == 1 else 'are'} evidenced",
        f"{counts[Verdict.PARTIAL]} partly evidenced",
        f"{counts[Verdict.NOT_FOUND]} not found",
    ]
    if counts[Verdict.CANNOT_TELL]:
        parts.append(f"{counts[Verdict.CANNOT_TELL]} that cannot be told")
    sentence = f"Of {count_of(total, 'requirement')}, {join_words(parts)}."
    return f"{sentence} {say_gaps(plan)}"


def say_gaps(plan: PlanCoverage) -> str:
    """Say how many legal requirements nothing in the plan answers."""
    musts = sum(entry.requirement.modality == Modality.MUST for entry in plan.requirements)
    gaps = len(find_gaps(plan))
    if not musts:
        return "None of them is a legal requirement."
    if not gaps:
        return f"No gap was found in {count_of(musts, 'legal requirement')}."
    return (
        f"{gaps} of the {count_of(musts, 'legal requirement')} "
        f"{'is a gap' if gaps == 1 else 'are gaps'}: nothing was found that answers "
        f"{'it' if gaps == 1 else 'them'}."
    )


def say_place(passage: Passage, title: str = "") -> str:
    """Say where a passage stands: its section path, and its page where there is one.

    A first heading that only repeats the document's `title` is left out.
    """
    path = passage.section[1:] if passage.section[:1] == (title,) else passage.section
    section = " > ".join(path) or ("Opening" if passage.section else "Before the first heading")
    return section if passage.page is None else f"{section}, page {passage.page}"


def section_path(passage: Passage) -> str:
    """Give the headings above a passage, joined by ` > `; empty before the first heading."""
    return " > ".join(passage.section)


def say_context(passage: Passage) -> str | None:
    """Introduce the lead-in of a list item or the header of a table row; None without one."""
    if not passage.context:
        return None
    what = "Table columns" if passage.kind == PassageKind.ROW else "List introduced by"
    return f"{what}: {passage.context}"


def say_where(entry: RequirementCoverage, kind: EvidenceKind, most: int | None = None) -> str:
    """Say where a requirement's evidence (or mentions) stands: pages, else top sections.

    Pages ascend, sections stand best first, each once; `most` cuts the list and says so.
    Empty if nowhere.
    """
    return _say_places([found.passage for found in entry.evidence if found.kind == kind], most)


def say_where_point(entry: RequirementCoverage, point: str, most: int = 4) -> str:
    """Say where the evidence of one point of a requirement stands, as `say_where` does."""
    passages = [
        found.passage
        for found in entry.evidence
        if found.kind == EvidenceKind.EVIDENCE and point in found.points
    ]
    return _say_places(passages, most)


def say_citation(citation: Citation, sources: Mapping[str, str]) -> str:
    """Write a source out: statute, title, heading and line in our copy."""
    parts = [citation.statute] if citation.statute else []
    parts.append(sources.get(citation.source, citation.source))
    if citation.heading:
        parts.append(f"‘{citation.heading}’")
    if citation.line is not None:
        parts.append(f"line {citation.line}")
    written = ", ".join(parts)
    return f"{written} (not yet checked against the source)" if citation.unverified else written


def statutes_of(requirement: Requirement) -> str:
    """Give the provisions a requirement rests on, each once; empty if none is cited."""
    cited = (citation.statute for citation in requirement.citations if citation.statute)
    return "; ".join(dict.fromkeys(cited))


def letters(place: int) -> str:
    """Name a document by its place from 0: A to Z, then AA, AB."""
    before, own = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + own)


def join_words(parts: Iterable[str]) -> str:
    """Join words as English does: `a, b and c`."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def join_numbers(numbers: Iterable[int]) -> str:
    """Write page numbers, runs of three and more as a range: `2, 5 to 9, 12`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written: list[str] = []
    for run in runs:
        written.extend([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    return ", ".join(written)


def _say_places(passages: Sequence[Passage], most: int | None) -> str:
    pages = sorted({passage.page for passage in passages if passage.page is not None})
    if pages:
        cut = pages[:most]
        return f"{'p.' if len(cut) == 1 else 'pp.'} {', '.join(map(str, cut))}{_more(pages, cut)}"
    sections = list(dict.fromkeys(_own_section(passage) for passage in passages))
    return "; ".join(sections[:most]) + _more(sections, sections[:most])


def _own_section(passage: Passage) -> str:
    return passage.section[-1] if passage.section else "Before the first heading"


def _more(whole: list[int] | list[str], cut: list[int] | list[str]) -> str:
    hidden = len(whole) - len(cut)
    return f" and {hidden} more" if hidden else ""
