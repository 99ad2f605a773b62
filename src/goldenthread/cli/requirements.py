"""`goldenthread requirements`: what a kind of document is checked for, with its sources."""

import argparse

from goldenthread.cli.law import add_law_arguments, load_law
from goldenthread.cli.output import write_report
from goldenthread.reports.requirements import list_as_json, list_as_text


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand with its options."""
    parser = subparsers.add_parser(
        "requirements",
        help="list what a kind of document is checked for, with the sources",
        description="List what a kind of document is checked for, with the sources.",
    )
    parser.set_defaults(run=run)
    add_law_arguments(parser)
    parser.add_argument("--format", choices=["text", "json"], default="text")


def run(options: argparse.Namespace) -> int:
    """Write the list to standard output."""
    law = load_law(options)
    write = list_as_json if options.format == "json" else list_as_text
    write_report(write(law.requirements, law.sources), None)
    return 0
