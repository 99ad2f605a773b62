"""The plan check's page in a browser: accessible, self-contained, fit for a phone and for print."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from goldenthread.reports.check.page import render_html
from tests.unit.reports.plans import make_combined, make_plan, make_report, make_text

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "one": render_html(make_report()),
    "one-without-pages": render_html(
        make_report(make_plan("plan.docx", make_text(pages=None, unreadable_pages=())))
    ),
    "several": render_html(make_combined(3)),
    "many": render_html(make_combined(14)),
}
WIDTHS = (320, 375, 1280)


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    file = tmp_path / f"{request.param}.html"
    file.write_text(PAGES[request.param], "utf-8")
    return file.as_uri()


def open_page(browser: Browser, address: str, width: int, **options: Any) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(address)
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_it_has_no_accessibility_violations(
    browser: Browser, address: str, axe: str, width: int
) -> None:
    page = open_page(browser, address, width, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(axe)
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", WCAG)
    page.close()
    said = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
    assert said == []


@pytest.mark.parametrize("width", WIDTHS)
def test_it_never_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = open_page(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_it_asks_for_nothing_but_itself(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.close()
    assert asked == [address]
    assert said == []


def test_it_holds_no_link_that_leads_nowhere(browser: Browser, address: str) -> None:
    page = open_page(browser, address, 1280)
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    page.close()
    assert dead == []


def test_it_has_one_first_heading_and_skips_no_level(browser: Browser, address: str) -> None:
    page = open_page(browser, address, 1280)
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
    )
    page.close()
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_begins_with_a_link_past_the_banner(browser: Browser, address: str) -> None:
    page = open_page(browser, address, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_it_prints(browser: Browser, address: str) -> None:
    page = open_page(browser, address, 1280)
    assert page.pdf().startswith(b"%PDF")
    page.close()
