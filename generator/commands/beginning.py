"""`new` and `theme`: begin a reading, or a theme of one's own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.commands.options import in_project, project_parser
from generator.commands.telling import failed, near, tell
from generator.diagnostics import Outcome
from generator.exits import FINE, CannotStart
from generator.model import SourceFile
from generator.project import exists, read_capture


def new(arguments: list[str]) -> int:
    """Begins a reading; returns the exit status."""
    from generator.new import command

    parser = project_parser("new", ("--json", "--quiet"))
    parser.add_argument("files", nargs="*")
    parser.add_argument("--slug")
    options = parser.parse_args(arguments)
    if len(options.files) != 1:
        raise CannotStart("name one file, or - for standard input: python build.py new FILE.")
    root = options.project.absolute()
    if not any(exists(root / name) for name in ("content", "seeds", "themes", "build.py")):
        raise CannotStart(f"there is no project in {root}: make a folder content/ there, or name one with --project.")
    captured = (
        _standard_input() if options.files[0] == "-" else read_capture(Path.cwd(), Path(options.files[0]).absolute())
    )
    begun = command.begin(root, captured, options.slug)
    tell(begun.diagnostics, options.json)
    if begun.value is None:
        return failed(begun.diagnostics, options, "Nothing was written.")
    if options.json:
        print(command.as_json(begun.value))
    elif not options.quiet:
        print(command.as_text(begun.value, root, Path.cwd()))
    return FINE


def _standard_input() -> Outcome[SourceFile | None]:
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        print(f"Paste the text, then press Enter and {end}. Ctrl-C stops.", file=sys.stderr)
    return Outcome(SourceFile("standard input", sys.stdin.buffer.read()))


def theme(arguments: list[str]) -> int:
    """Begins a theme; returns the exit status."""
    from generator.new.theme import begin_theme

    parser = project_parser("theme", ("--json", "--quiet"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(arguments)
    if len(options.names) != 1:
        raise CannotStart("name the theme: python build.py theme NAME.")
    name, options = options.names[0], in_project(options)
    begun = begin_theme(options.project, name)
    tell(begun.diagnostics, options.json)
    if begun.failed:
        return failed(begun.diagnostics, options, "Nothing was written.")
    if not options.quiet and not options.json:
        for file in begun.value:
            print(f"Begun: {near(options.project / 'themes' / name / file.path)}")
        print(f'Write `theme = "{name}"` into content/site.toml; themes/README.md says what a theme can do.')
    return FINE
