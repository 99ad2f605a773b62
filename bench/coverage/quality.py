"""Measures the plan check on our own material and writes docs/reference/coverage-quality.md.

Run with `python -m bench.coverage.quality`. A self-test, and called so on the page.
"""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.coverage.baselines import check_by_keywords, commonest
from bench.coverage.material import HERE, PLANS, Plan, read_plans, read_samples
from bench.coverage.mutation import run_mutations
from bench.coverage.passages_quality import measure_passages
from bench.coverage.plans import CLASSES, Row, check_plans
from bench.coverage.scoring import Rate, kappa, macro_f1, score_classes
from goldenthread.catalogue.loading import load_local_pack, load_pack
from goldenthread.coverage.checking import check_plan
from goldenthread.documents.reading import read_text
from goldenthread.documents.text import Text
from goldenthread.law.pack import Pack
from goldenthread.learned import load_weights

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "coverage-quality.md"
DECOYS = HERE / "decoys.yaml"


def main() -> None:
    """Measure everything and write the page."""
    requirements = load_pack().requirements
    weights = load_weights()
    plans = read_plans()
    texts = [(plan, read_text(plan.path)) for plan in plans]
    rows = check_plans(plans, requirements, weights)
    environment = Environment(
        loader=FileSystemLoader(HERE), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, autoescape=False,  # noqa: S701 - Markdown
    )  # fmt: skip
    page = environment.get_template("quality.md.j2").render(
        plans=len(plans),
        sets=_by_set(rows),
        keyword=_summary(_keyword_rows(texts, rows)),
        majority=_summary([_said(row, commonest([each.truth for each in rows])) for row in rows]),
        sure=_summary([row for row in rows if not row.in_doubt]),
        all=_summary(rows),
        by_requirement=_by_requirement(rows),
        mutations=run_mutations(texts, requirements, weights),
        decoys=_decoys(texts),
        passages=measure_passages(read_samples(), load_pack().requirements_for("jfp")),
        samples=len(read_samples()),
        writers=len({sample.writer for sample in read_samples()}),
    )
    PAGE.write_text(page, "utf-8")


def _summary(rows: Sequence[Row]) -> dict[str, object]:
    truth, said = [row.truth for row in rows], [row.said for row in rows]
    scores = score_classes(truth, said, CLASSES)
    placed = [row for row in rows if row.has_passages and row.truth != "not_found"]
    top = sum(1 for row in placed if row.first_true is not None and row.first_true <= 3)
    return {
        "n": len(rows),
        "classes": scores,
        "macro": macro_f1(scores),
        "kappa": kappa(truth, said),
        "top": Rate(top, len(placed)),
    }


def _by_set(rows: Sequence[Row]) -> dict[str, dict[str, object]]:
    names = sorted({row.plan.split("/")[0] for row in rows})
    return {
        name: _summary([row for row in rows if row.plan.startswith(f"{name}/")]) for name in names
    }


def _by_requirement(rows: Sequence[Row]) -> dict[str, dict[str, object]]:
    names = dict.fromkeys(row.requirement for row in rows)
    return {name: _summary([row for row in rows if row.requirement == name]) for name in names}


def _said(row: Row, verdict: str) -> Row:
    return Row(row.plan, row.requirement, row.truth, verdict, row.in_doubt, None, row.has_passages)


def _keyword_rows(texts: Sequence[tuple[Plan, Text]], rows: Sequence[Row]) -> list[Row]:
    requirements = load_pack().requirements
    found = {plan.name: check_by_keywords(requirements, text) for plan, text in texts}
    return [_said(row, found[row.plan][row.requirement]) for row in rows]


def _decoys(texts: Sequence[tuple[Plan, Text]]) -> Rate:
    """Count the decoys that the check wrongly calls evidenced or partial, over all plans."""
    pack: Pack = load_local_pack(DECOYS, Pack("none", "None"))
    wrong = total = 0
    for plan, text in texts:
        found = check_plan(pack.requirements, text, weights=load_weights(), name=plan.name)
        wrong += sum(1 for entry in found.requirements if entry.verdict != "not_found")
        total += len(found.requirements)
    return Rate(wrong, total)


if __name__ == "__main__":
    PLANS.mkdir(exist_ok=True)
    main()
