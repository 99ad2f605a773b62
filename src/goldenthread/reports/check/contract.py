"""The plan check as JSON: the keys other programs rely on.

Pure. Keys are added, never renamed or taken away; docs/reference says what each means.
"""

import json
from typing import Any

from goldenthread.coverage.finding import Evidence, PlanCoverage, RequirementCoverage
from goldenthread.documents.text import Text
from goldenthread.law.citation import Citation
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport, CombinedRow, combine, find_gaps
from goldenthread.reports.check.wording import section_path

# JSON objects: their values are whatever JSON holds.
Object = dict[str, Any]


def render_json(report: CheckReport) -> str:
    """Write the report as JSON, in the shape for one file or that for several."""
    return json.dumps(as_object(report), ensure_ascii=False, indent=2) + "\n"


def as_object(report: CheckReport) -> Object:
    """Give the report as JSON's own types."""
    about = {"kind": report.kind, "as_of": report.as_of.isoformat(), "version": report.version}
    if not report.several:
        return {**_plan(report, report.plans[0]), "check": about}
    return {
        "documents": [_plan(report, plan) for plan in report.plans],
        "failed": [{"file": one.file, "why": one.why} for one in report.failed],
        "combined": _combined(report),
        "check": about,
    }


def citation_object(citation: Citation) -> Object:
    """Give a citation as JSON's own types."""
    return {
        "source": citation.source,
        "heading": citation.heading,
        "line": citation.line,
        "statute": citation.statute,
        "address": citation.address,
        "unverified": citation.unverified,
    }


def _plan(report: CheckReport, plan: PlanCoverage) -> Object:
    return {
        "document": {"file": plan.name, **_document(plan.text)},
        "requirements": [_requirement(report, entry) for entry in plan.requirements],
        "summary": _summary(plan.counts),
        "gaps": [entry.requirement.id for entry in find_gaps(plan)],
    }


def _document(text: Text) -> Object:
    return {
        "title": text.title,
        "format": text.format,
        "pages": text.pages,
        "words": text.words,
        "passages": len(text.passages),
        "unreadable_pages": list(text.unreadable_pages),
        "sha256": text.sha256,
        "text_sha256": text.text_sha256,
    }


def _requirement(report: CheckReport, entry: RequirementCoverage) -> Object:
    asked = entry.requirement
    return {
        "id": asked.id,
        "title": asked.title,
        "modality": asked.modality.value,
        "verdict": entry.verdict.value,
        "score": round(entry.score, 4),
        "points": [
            {
                "id": found.point.id,
                "title": found.point.title,
                "modality": found.point.modality.value,
                "verdict": found.verdict.value,
            }
            for found in entry.points
        ],
        "passages": [_passage(evidence) for evidence in report.shown(entry)],
        "citations": [citation_object(citation) for citation in asked.citations],
    }


def _passage(evidence: Evidence) -> Object:
    passage = evidence.passage
    return {
        "id": passage.id,
        "page": passage.page,
        "section": section_path(passage),
        "text": passage.text,
        "context": passage.context,
        "score": round(evidence.score, 4),
        "kind": evidence.kind.value,
        "points": list(evidence.points),
    }


def _combined(report: CheckReport) -> Object:
    totals = {
        verdict: sum(plan.counts[verdict] for plan in report.plans)
        for verdict in report.plans[0].counts
    }
    return {
        "files": [plan.name for plan in report.plans],
        "requirements": [_combined_row(report, row) for row in combine(report)],
        "summary": _summary(totals),
    }


def _combined_row(report: CheckReport, row: CombinedRow) -> Object:
    return {
        "id": row.requirement.id,
        "title": row.requirement.title,
        "modality": row.requirement.modality.value,
        "verdicts": [
            {"file": plan.name, "verdict": entry.verdict.value, "score": round(entry.score, 4)}
            for plan, entry in zip(report.plans, row.entries, strict=True)
        ],
        "summary": _summary(row.counts),
    }


def _summary(counts: dict[Verdict, int]) -> dict[str, int]:
    return {verdict.value: number for verdict, number in counts.items()}
