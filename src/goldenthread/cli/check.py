"""`goldenthread check`: where documents answer what the law and guidance ask of them.

Reads the options, runs the crew, hands the report to its form. Holds no rule of the check.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from goldenthread import __version__
from goldenthread.cli.crew import Crew, Outcome
from goldenthread.cli.files import Found, find_files
from goldenthread.cli.law import Law, add_law_arguments, load_law
from goldenthread.cli.output import check_output, choose_format, render_for_terminal, write_report
from goldenthread.cli.progress import Progress
from goldenthread.coverage.checking import check_plan
from goldenthread.coverage.finding import PlanCoverage
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.reading import ENDINGS, read_text
from goldenthread.fault import Fault
from goldenthread.law.requirement import Requirement
from goldenthread.learned import Weights, load_weights
from goldenthread.reports.check.appendix import render_docx
from goldenthread.reports.check.contract import render_json
from goldenthread.reports.check.page import render_html
from goldenthread.reports.check.report import CheckReport, Unread, find_gaps
from goldenthread.reports.check.rows import render_csv
from goldenthread.reports.check.terminal import render_text
from goldenthread.reports.check.workbook import render_xlsx

RENDERERS: dict[str, Callable[[CheckReport], str | bytes]] = {
    "text": render_text,
    "json": render_json,
    "html": render_html,
    "docx": render_docx,
    "xlsx": render_xlsx,
    "csv": render_csv,
}
# As many passages as this are placed in the strip; --passages says how many are quoted.
_PLACED = 60

_DESCRIPTION = """\
Check plans against what the law and guidance ask of them: what is evidenced and where, what
is only mentioned, and what was not found. Reads PDF, Word, PowerPoint, OpenDocument, HTML,
Markdown and plain text. Nothing leaves this computer. Every verdict is a proposal for a person
to confirm.
"""
_EPILOG = """\
examples:
  goldenthread check plan.pdf
  goldenthread check plan.docx -o plan-check.html
  goldenthread check plans/ --format xlsx -o plans.xlsx
  goldenthread check draft.docx --pack our-asks.yaml --fail-on-gap

exit codes: 0 a report was made; 1 there is a gap and --fail-on-gap was given;
2 the call or every document was wrong. CSV is UTF-8 with a byte-order mark, so that Excel
reads it; text that a spreadsheet would take for a formula has an apostrophe before it.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand with its options."""
    parser = subparsers.add_parser(
        "check",
        help="check plans against what the law and guidance ask of them",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a document, or a folder of them")
    add_law_arguments(parser)
    _add_output_arguments(parser)
    _add_bounds_arguments(parser)


def _add_output_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fail-on-gap",
        action="store_true",
        help="exit with 1 if nothing was found that answers a legal requirement (a must)",
    )
    parser.add_argument(
        "--format",
        choices=list(RENDERERS),
        help="form of the report (default: by the ending of OUT, else text)",
    )
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help="write the report here")
    parser.add_argument(
        "--passages",
        type=_whole("--passages", 1),
        default=5,
        metavar="N",
        help="quote at most N passages for a requirement, best first (default: 5)",
    )


def _add_bounds_arguments(parser: argparse.ArgumentParser) -> None:
    cores = os.cpu_count() or 1
    parser.add_argument(
        "--max-mb",
        type=_whole("--max-mb", 1),
        default=Bounds().bytes // 1_000_000,
        metavar="MB",
        help="refuse files larger than this many megabytes (default: %(default)s)",
    )
    parser.add_argument(
        "--max-seconds",
        type=_whole("--max-seconds", 1),
        default=300,
        metavar="S",
        help="give up on a file after this many seconds (default: %(default)s)",
    )
    parser.add_argument(
        "--workers",
        type=_whole("--workers", 1),
        default=cores,
        metavar="N",
        help=f"read N files at a time, at most one for each core (default: {cores})",
    )


def run(options: argparse.Namespace) -> int:
    """Check the documents and write the report; 1 only for a gap with --fail-on-gap."""
    form = choose_format(options.format, options.out)
    found = find_files(options.files, ENDINGS)
    check_output(options.out, form, found.files)
    law = load_law(options)
    outcomes = _check_all(found, law, options)
    report = _report(found, outcomes, law, options)
    write_report(_render(report, form, options.out), options.out)
    has_gap = any(find_gaps(plan) for plan in report.plans)
    return 1 if options.fail_on_gap and has_gap else 0


def _render(report: CheckReport, form: str, out: Path | None) -> str | bytes:
    if form == "text" and out is None:
        return render_for_terminal(render_text, report)
    return RENDERERS[form](report)


def _check_all(found: Found, law: Law, options: argparse.Namespace) -> list[Outcome]:
    check = partial(
        _check,
        requirements=law.requirements,
        weights=load_weights(),
        bounds=Bounds(bytes=options.max_mb * 1_000_000),
        most=max(options.passages, _PLACED),
    )
    progress = Progress(len(found.files))
    workers = min(options.workers, os.cpu_count() or 1, len(found.files))
    try:
        return Crew(check, workers, options.max_seconds, progress.tell).check_all(found.files)
    finally:
        progress.close()


def _check(
    file: Path,
    *,
    requirements: Sequence[Requirement],
    weights: Weights,
    bounds: Bounds,
    most: int,
) -> PlanCoverage:
    text = read_text(file, bounds=bounds)
    return check_plan(requirements, text, weights=weights, name=file.as_posix(), most=most)


def _report(
    found: Found, outcomes: Sequence[Outcome], law: Law, options: argparse.Namespace
) -> CheckReport:
    plans = tuple(outcome for outcome in outcomes if isinstance(outcome, PlanCoverage))
    unread = [outcome for outcome in outcomes if isinstance(outcome, Unread)]
    failed = (*found.failed, *unread)
    if not plans:
        raise _nothing_read(failed)
    return CheckReport(
        plans=plans,
        kind=law.kind,
        as_of=law.as_of,
        version=__version__,
        failed=failed,
        several=len(options.files) > 1 or Path(options.files[0]).is_dir(),
        quotes=options.passages,
        sources=law.sources,
    )


def _nothing_read(failed: Sequence[Unread]) -> Fault:
    first = failed[0]
    if len(failed) == 1:
        return Fault(f"{first.file}: {first.why}")
    return Fault(f"none of the {len(failed)} documents could be read; {first.file}: {first.why}")


def _whole(option: str, least: int) -> Callable[[str], int]:
    """Read a whole number of at least `least`."""

    def read(written: str) -> int:
        if not written.isascii() or not written.isdigit() or int(written) < least:
            message = f"{option} needs a whole number of at least {least}, not '{written}'"
            raise argparse.ArgumentTypeError(message)
        return int(written)

    return read
