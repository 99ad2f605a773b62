"""Requirements as a list to read, and as JSON: what is asked, how strongly, and by which source.

Pure.
"""

import json
import textwrap
from collections.abc import Mapping, Sequence

from goldenthread.law.requirement import Requirement
from goldenthread.reports.check.contract import Object, citation_object
from goldenthread.reports.check.wording import MODALITIES, say_citation

_WIDTH = 80


def list_as_text(requirements: Sequence[Requirement], sources: Mapping[str, str]) -> str:
    """List each requirement with its points and sources, at most 80 columns wide."""
    lines: list[str] = []
    for asked in requirements:
        lines += _wrap(f"{asked.title} [{MODALITIES[asked.modality]}]  {asked.id}", "", "  ")
        lines += _wrap(asked.summary, "  ", "  ")
        for point in asked.points:
            lines += _wrap(f"- {point.title} [{MODALITIES[point.modality]}]", "  ", "    ")
        for citation in asked.citations:
            lines += _wrap(f"Source: {say_citation(citation, sources)}", "  ", "    ")
        lines.append("")
    return "\n".join(lines)


def list_as_json(requirements: Sequence[Requirement], sources: Mapping[str, str]) -> str:
    """List each requirement with its points and citations; each source with its title."""
    listed = [_object(asked, sources) for asked in requirements]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _object(asked: Requirement, sources: Mapping[str, str]) -> Object:
    return {
        "id": asked.id,
        "title": asked.title,
        "summary": asked.summary,
        "modality": asked.modality.value,
        "documents": list(asked.document_kinds),
        "points": [
            {"id": point.id, "title": point.title, "modality": point.modality.value}
            for point in asked.points
        ],
        "citations": [
            {**citation_object(citation), "source_title": sources.get(citation.source)}
            for citation in asked.citations
        ],
    }


def _wrap(text: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=then)
