"""What is asked for on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from generator.exits import CannotStart
from generator.project import is_folder


class Parser(argparse.ArgumentParser):
    """argparse that says what is wrong in our own way."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise CannotStart(f"{message}; see python build.py --help.")


def site_options(arguments: list[str], command: str, flags: Sequence[str] = ()) -> argparse.Namespace:
    """The options of a command that makes a site; CannotStart where they make no sense."""
    parser = project_parser(command, ("--drafts", "--strict", "--json", "--quiet", *flags))
    parser.add_argument("--url", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--scheduler", default="")
    options = in_project(parser.parse_args(arguments))
    if options.jobs < 0:
        raise CannotStart("--jobs is a number of processes: 1 or more.")
    return options


def project_parser(command: str, flags: Sequence[str]) -> Parser:
    """What every command that works on a project knows: its folder, and switches."""
    parser = Parser(prog=f"build.py {command}", add_help=False, allow_abbrev=False)
    parser.add_argument("--project", type=Path, default=Path())
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser


def in_project(options: argparse.Namespace) -> argparse.Namespace:
    """The options with the whole path of a project that is there. CannotStart where it is not."""
    options.project = options.project.absolute()
    if not is_folder(options.project / "content"):
        raise CannotStart(f"there is no folder content/ in {options.project}; name the project with --project.")
    return options


def site_folder(options: argparse.Namespace) -> Path:
    """Where the site goes."""
    chosen: Path = options.out or options.project / "site"
    return chosen.absolute()
