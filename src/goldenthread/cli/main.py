"""The `goldenthread` command: picks the subcommand, turns faults into one line and exit 2.

Holds no rule of the product; each subcommand is a module of its own beside this one.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from goldenthread import __version__
from goldenthread.cli import check, requirements
from goldenthread.fault import Fault


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line, and where the help is."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. See {self.prog} --help\n")


def make_parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line."""
    parser = _Parser(
        prog="goldenthread",
        description="From assessed need to delivered outcome, with the law built in.",
        epilog="Help on one command: goldenthread COMMAND --help",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (check, requirements):
        command.add_parser(subparsers)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: a report was made. 1: the answer is no. 2: bad input or call."""
    options = make_parser().parse_args(arguments)
    try:
        result: int = options.run(options)
    except Fault as fault:
        print(f"goldenthread: {fault}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("goldenthread: stopped", file=sys.stderr)
        return 130
    return result
