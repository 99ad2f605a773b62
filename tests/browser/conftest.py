"""Chromium for the browser tests: found by GOLDENTHREAD_CHROMIUM or on the PATH.

Where it is missing the tests fail in CI and are skipped elsewhere, saying so.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def give_up(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = os.environ.get("GOLDENTHREAD_CHROMIUM") or shutil.which("chromium")
    if not found:
        give_up("Chromium is missing: install it, or name it in GOLDENTHREAD_CHROMIUM.")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=flags)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.is_file():
        give_up("axe-core is missing: run npm ci.")
    return AXE.read_text("utf-8")
