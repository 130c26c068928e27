"""`update`: takes a newer capture of a text."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.commands.options import in_project, project_parser
from generator.commands.telling import failed, is_coloured, tell
from generator.diagnostics import Outcome
from generator.exits import ERRORS, FINE, CannotStart
from generator.project import read_capture


def update(arguments: list[str]) -> int:
    """Takes a newer capture, if that is agreed to; returns the exit status."""
    from generator.mending import telling, updating

    parser = project_parser("update", ("--yes", "--json", "--quiet"))
    parser.add_argument("words", nargs="*")
    options = in_project(parser.parse_args(arguments))
    if len(options.words) != 2:
        raise CannotStart("name the reading and the newer capture: python build.py update SLUG FILE.")
    slug, path = options.words
    captured = read_capture(Path.cwd(), Path(path).absolute())
    found = updating.compare(options.project, slug, captured.value) if captured.value else Outcome(None)
    tell((*captured.diagnostics, *found.diagnostics), options.json)
    if found.value is None:
        return failed((*captured.diagnostics, *found.diagnostics), options, "Nothing was written.")
    if options.json:
        print(telling.update_as_json(found.value))
    else:
        for line in telling.as_update(found.value, is_coloured()):
            print(line)
    if not options.yes and not _agreed(options.json):
        print("Nothing was written.", file=sys.stderr)
        return FINE
    written = updating.apply(options.project, found.value)
    tell(written.diagnostics, options.json)
    if written.failed:
        return ERRORS
    if not options.json and not options.quiet:
        print(f"Written: {', '.join(written.value)}. The older capture stays in seeds/.")
        if any(fate.name != "kept" for fate in found.value.fates):
            print("Next: python build.py check --fix")
    return FINE


def _agreed(as_json: bool) -> bool:
    if as_json:
        return False
    print("Take this capture? [y]es, [n]o: ", end="", flush=True)
    return sys.stdin.readline().strip().lower().startswith("y")
