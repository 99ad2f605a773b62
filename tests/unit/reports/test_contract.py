"""The JSON of the plan check is a contract with other programs."""

import json

from goldenthread.reports.check.contract import as_object, render_json
from tests.unit.reports.plans import GREEN, make_combined, make_report


def test_it_describes_the_document() -> None:
    document = as_object(make_report())["document"]
    keys = {"title", "pages", "words", "passages", "unreadable_pages", "sha256", "text_sha256"}
    assert keys <= document.keys()
    assert document["pages"] == 4
    assert document["passages"] == 4
    assert document["unreadable_pages"] == [4]


def test_it_gives_each_requirement_its_verdict_points_passages_and_citations() -> None:
    climate = as_object(make_report())["requirements"][0]
    assert climate["id"] == "jfp.climate"
    assert (climate["modality"], climate["verdict"], climate["score"]) == ("must", "partial", 0.91)
    assert climate["points"][1] == {
        "id": "adaptation",
        "title": "Adaptation to climate change",
        "modality": "must",
        "verdict": "not_found",
    }
    assert climate["citations"][0]["line"] == 303
    assert climate["citations"][0]["statute"] == "NHS Act 2006 s.14Z44"


def test_it_quotes_an_item_alone_with_its_lead_in_beside_it() -> None:
    passage = as_object(make_report())["requirements"][0]["passages"][0]
    assert passage["text"] == GREEN.text
    assert passage["context"] == "By 2028 we will make sure that:"
    assert passage["section"] == "Enablers > Greener NHS"
    assert (passage["id"], passage["page"], passage["kind"]) == ("2.1:p1", 3, "evidence")


def test_it_gives_as_many_passages_as_asked_for_best_first() -> None:
    passages = as_object(make_report(quotes=1))["requirements"][0]["passages"]
    assert [passage["id"] for passage in passages] == ["2.1:p1"]


def test_it_counts_every_machine_verdict() -> None:
    counts = {"evidenced": 1, "partial": 1, "not_found": 1, "cannot_tell": 1}
    assert as_object(make_report())["summary"] == counts


def test_it_lists_documents_failures_and_the_combined_table_for_several_files() -> None:
    whole = as_object(make_combined())
    assert [one["document"]["file"] for one in whole["documents"]] == ["plans/0.pdf", "plans/1.pdf"]
    assert whole["failed"] == [{"file": "scan.pdf", "why": "The file is empty."}]
    row = whole["combined"]["requirements"][1]
    assert row["summary"]["not_found"] == 2
    assert row["verdicts"][0] == {"file": "plans/0.pdf", "verdict": "not_found", "score": 0.0}


def test_it_writes_plain_json() -> None:
    assert json.loads(render_json(make_report())) == as_object(make_report())
