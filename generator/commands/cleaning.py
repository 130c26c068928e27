"""`clean`: shows how captured texts would be cleaned."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator import report
from generator.commands.options import Parser
from generator.commands.progress import with_progress
from generator.commands.telling import is_on_github, near, tell
from generator.diagnostics import Diagnostic
from generator.exits import ERRORS, FINE, CannotStart
from generator.project import is_folder


def clean(arguments: list[str]) -> int:
    """Cleans captures and shows or writes what comes of it; returns the exit status."""
    from generator.captures import Form, captures_in, clean_captures, write_cleaned

    options = _asked(arguments)
    form: Form = "json" if options.json else "text" if options.text else "table"
    captures = captures_in(options.files)
    if not captures:
        raise CannotStart(f"there is no file in {report.in_a_line(', '.join(map(str, options.files)))}.")
    briefly = any(map(is_folder, options.files)) and not (options.json or options.text or options.out)
    taken: set[str] = set()
    found: list[Diagnostic] = []
    status = FINE
    for done in with_progress(clean_captures(captures, form, options.jobs), len(captures)):
        written = write_cleaned(options.out, done, form, taken) if options.out and not done.failed else None
        found += (*done.diagnostics, *(written.diagnostics if written else ()))
        if done.failed or (written and written.failed):
            status = ERRORS
        elif briefly:
            name = report.in_a_line(done.capture.name)
            print(f"{name}: {report.count(done.kept, 'line')} kept, {done.cut} left out")
        elif not options.out:
            print(_obeyed_by_none(done.shown) if form == "text" else done.shown)
    tell(found, False)
    if options.out:
        print(f"{report.count(len(taken), 'capture')} cleaned: {report.in_a_line(near(options.out))}")
    return status


def _obeyed_by_none(text: str) -> str:
    """The text to the letter, save where a workflow would take its lines for orders."""
    return report.visible(text) if is_on_github() else text


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(prog="build.py clean", add_help=False)
    parser.add_argument("files", nargs="+", type=Path)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--text", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args(arguments)
    if options.jobs < 0:
        raise CannotStart("--jobs is a number of processes: 1 or more.")
    if options.out:
        options.out = options.out.absolute()
        # Beside a file that is named by itself there is room; only in its very place it would be written over.
        out, paths = _real(options.out), map(_real, options.files)
        if any(out.is_relative_to(path) if is_folder(path) else out == path.parent for path in paths):
            raise CannotStart("--out lies in a folder that is to be cleaned; name another.")
    return options


def _real(path: Path) -> Path:
    """Without links; Path.resolve raises for those that lead to each other."""
    return Path(os.path.realpath(path))
