"""Measures the plan check against merely extracting the text, and writes benchmarks.md.

Run with `python -m bench.speed`. The floor is the same PDF library giving each page's text
once, in the same run. The plan is the worked example's passages, printed over and over.
"""

import resource
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium

from goldenthread.catalogue.loading import load_pack
from goldenthread.coverage.checking import check_plan
from goldenthread.documents.reading import read_text
from goldenthread.learned import load_weights
from tests.unit.documents.test_pdf import make_pdf

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "examples" / "plan" / "wendshire-joint-forward-plan.md"
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
SIZES = (32, 75, 150, 300)


def main() -> None:
    """Measure each size and write the page."""
    weights, requirements = load_weights(), load_pack().requirements_for("jfp")
    rows = []
    with TemporaryDirectory() as folder:
        for pages in SIZES:
            path = Path(folder) / f"{pages}.pdf"
            path.write_bytes(_plan_of(pages))
            floor = _seconds(lambda path=path: _extract(path))
            read = _seconds(lambda path=path: read_text(path))
            text = read_text(path)
            check = _seconds(
                lambda text=text: check_plan(requirements, text, weights=weights, name="plan")
            )
            whole = read + check
            rows.append(
                f"| {pages} | {len(text.passages):,} | {floor:.2f} | {read:.2f} | {check:.2f} | "
                f"{whole:.2f} | {whole / floor:.1f} | {1000 * whole / pages:.1f} |"
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    PAGE.write_text(_HEAD + "\n".join(rows) + f"\n\nPeak memory of the run: {peak} MB.\n", "utf-8")


_HEAD = """# Benchmarks

Written by `python -m bench.speed`. Seconds on one core of the machine that ran it last; the
floor is the same PDF library giving each page's text once in the same run.

| pages | passages | floor | reading | checking | whole | times the floor | ms a page |
|---|---|---|---|---|---|---|---|
"""


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _extract(path: Path) -> int:
    document = pdfium.PdfDocument(path)
    try:
        return sum(len(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def _plan_of(pages: int) -> bytes:
    said = [passage.text for passage in read_text(PLAN).passages]
    lines = [line for text in said for line in [*textwrap.wrap(text, 85), ""]]
    made, at = [], 0
    for _ in range(pages):
        chosen = [lines[(at + step) % len(lines)] for step in range(46)]
        at += 46
        made.append(
            [
                (60.0, 780.0 - 15 * row, 11.0, _plain(line))
                for row, line in enumerate(chosen)
                if line
            ]
        )
    return make_pdf(made)


def _plain(line: str) -> str:
    safe = line.encode("latin-1", "replace").decode("latin-1")
    return safe.replace("\\", "").replace("(", "[").replace(")", "]")


if __name__ == "__main__":
    main()
