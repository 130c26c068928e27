"""What is printed after a command has done its work."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator import report
from generator.diagnostics import Diagnostic, Outcome
from generator.exits import ERRORS
from generator.model import Site


def strict(outcome: Outcome[Site]) -> Outcome[Site]:
    """The outcome with warnings taken for errors."""
    return Outcome(outcome.value, tuple(replace(each, severity="error") for each in outcome.diagnostics))


def tell(diagnostics: Sequence[Diagnostic], as_json: bool) -> None:
    """Prints diagnostics: for people, for GitHub, or for tools."""
    if as_json:
        for each in diagnostics:
            print(report.as_json(each))
        return
    for each in diagnostics:
        print(report.as_text(each), file=sys.stderr)
        if is_on_github():
            print(report.as_annotation(each))


def is_on_github() -> bool:
    """Whether a workflow of GitHub runs this."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def say(sentence: str, diagnostics: Sequence[Diagnostic]) -> None:
    """Prints diagnostics and a sentence, at once."""
    tell(diagnostics, False)
    print(sentence, flush=True)


def failed(diagnostics: Sequence[Diagnostic], options: argparse.Namespace, end: str) -> int:
    """Prints how many errors there are, and returns the exit status."""
    if not options.json and not options.quiet:
        print(f"{report.tally(diagnostics)}. {end}".strip(), file=sys.stderr)
    return ERRORS


def near(path: Path) -> str:
    """A path as it is seen from where the command was given."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def is_coloured() -> bool:
    """Whether what is printed may have colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
