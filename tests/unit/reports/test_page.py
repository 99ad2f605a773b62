"""The plan check as a page: what its HTML says, without a browser."""

import lxml.html

from goldenthread.reports.check.page import render_html
from tests.unit.reports.plans import (
    FORMULA,
    GREEN,
    make_combined,
    make_plan,
    make_report,
    make_text,
)


def words_of(html: str) -> str:
    body = lxml.html.document_fromstring(html).body
    for style in body.iter("style"):
        style.drop_tree()
    return " ".join(body.text_content().split())


def test_it_opens_with_the_summary_and_the_gaps_before_the_detail() -> None:
    said = words_of(render_html(make_report()))
    order = [
        "1 of the 2 legal requirements is a gap",
        "1 page of 4 has no readable text: 4.",
        "Nothing was found in the document that answers these legal requirements",
        "Each bar is the whole document",
        "Evidence, best first",
        "Quotes are word for word",
    ]
    places = [said.index(part) for part in order]
    assert places == sorted(places)


def test_it_quotes_word_for_word_and_never_as_markup() -> None:
    html = render_html(make_report())
    quotes = [
        quote.text_content() for quote in lxml.html.document_fromstring(html).iter("blockquote")
    ]
    assert any(GREEN.text in quote for quote in quotes)
    assert any(FORMULA.text in quote for quote in quotes)
    assert "<b>Adaptation</b>" not in html


def test_it_says_in_words_what_each_strip_shows() -> None:
    tree = lxml.html.document_fromstring(render_html(make_report()))
    labels = [svg.get("aria-label") for svg in tree.iter("svg")]
    assert labels[0] == "Climate change and the environment. Evidence: p. 3. Mentions: p. 3."
    assert labels[1] == "The particular needs of victims of abuse. No evidence."
    assert all(svg.get("role") == "img" for svg in tree.iter("svg"))


def test_it_marks_evidence_taller_than_mentions() -> None:
    tree = lxml.html.document_fromstring(render_html(make_report()))
    climate = next(tree.iter("svg"))
    assert climate.find_class("evidence")[0].get("d") == "M562.5 3V25"
    assert climate.find_class("mention")[0].get("d") == "M687.5 18V25"


def test_it_escapes_what_came_from_the_file() -> None:
    hostile = make_plan("<script>x</script>.pdf", make_text('"><script>alert(1)</script>'))
    html = render_html(make_report(hostile))
    assert "<script" not in html


def test_it_has_no_script_and_forbids_every_request() -> None:
    html = render_html(make_report())
    assert "<script" not in html
    assert "default-src 'none'" in html
    assert 'lang="en-GB"' in html


def test_it_never_says_that_a_plan_complies() -> None:
    said = words_of(render_html(make_report())).lower()
    assert "complies with anything" in said
    assert said.count("compl") == 1


def test_it_gives_ids_once() -> None:
    tree = lxml.html.document_fromstring(render_html(make_combined(3)))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_it_lays_several_documents_side_by_side() -> None:
    said = words_of(render_html(make_combined(3)))
    assert "Plan check of 3 documents" in said
    assert "1 file could not be read, and so was not checked" in said
    assert "Not found in C" in said
