"""The plan check as CSV."""

import csv
import io
from dataclasses import replace

from goldenthread.coverage.finding import Evidence, EvidenceKind
from goldenthread.law.verdict import Verdict
from goldenthread.reports.check.report import CheckReport
from goldenthread.reports.check.rows import CSV_COLUMNS, render_csv
from tests.unit.reports.plans import (
    CLIMATE,
    FORMULA,
    cover,
    make_combined,
    make_plan,
    make_report,
    make_text,
)


def rows_of(report: CheckReport) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(report).decode("utf-8-sig"), newline="")))


def test_it_writes_one_row_for_each_requirement() -> None:
    rows = rows_of(make_report())
    assert [row["verdict"] for row in rows] == ["partial", "not_found", "cannot_tell", "evidenced"]
    assert rows[0]["parts_not_evidenced"] == "Adaptation to climate change"
    assert (rows[0]["evidence_at"], rows[0]["best_quote_page"]) == ("p. 3", "3")
    assert (rows[0]["gap"], rows[1]["gap"]) == ("no", "yes")


def test_it_opens_in_excel_as_utf_8() -> None:
    assert render_csv(make_report()).startswith(b"\xef\xbb\xbf")


def test_it_lays_several_documents_one_below_the_other_and_names_the_unread() -> None:
    rows = rows_of(make_combined(2))
    assert [row["file"] for row in rows] == ["plans/0.pdf"] * 4 + ["plans/1.pdf"] * 4 + ["scan.pdf"]
    assert rows[-1]["not_read_because"] == "The file is empty."
    assert all(len(row) == len(CSV_COLUMNS) for row in rows)


def test_it_keeps_text_from_running_as_a_formula() -> None:
    formula = Evidence(FORMULA, EvidenceKind.EVIDENCE, 0.9)
    entry = cover(CLIMATE, Verdict.EVIDENCED, formula, points="ee")
    plan = replace(make_plan("@plan.pdf", make_text("-2+3")), requirements=(entry,))
    row = rows_of(make_report(plan))[0]
    assert row["best_quote"] == f"'{FORMULA.text}"
    assert (row["file"], row["document"]) == ("'@plan.pdf", "'-2+3")
