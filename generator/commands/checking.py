"""`check`: says what a build would say, and with `--fix` mends what it can."""

from __future__ import annotations

import argparse
import sys

from generator import pipeline, report
from generator.commands.means import means_of
from generator.commands.options import site_folder, site_options
from generator.commands.telling import failed, is_coloured, strict, tell
from generator.diagnostics import Outcome
from generator.exits import ERRORS, FINE, CannotStart
from generator.shelf import Lost


def check(arguments: list[str]) -> int:
    """Says what a build would say; returns the exit status."""
    try:
        return _checked(arguments, with_cache=True)
    except Lost:
        # It mends nothing, not even what lies in the cache.
        return _checked(arguments, with_cache=False)


def _checked(arguments: list[str], with_cache: bool) -> int:
    from generator.write import obstacles

    options = site_options(arguments, "check", ("--fix", "--all", "--anchors", "--dates"))
    if options.fix:
        return fix(options)
    if options.all:
        raise CannotStart("--all goes with --fix: python build.py check --fix --all.")
    with means_of(options, with_cache) as means:
        built = pipeline.build(options.project, options.url, options.drafts, True, True, means, index=False)
    if options.anchors or options.dates:
        from generator.mending import dates, telling

        teller = telling if options.anchors else dates
        lines = list(teller.as_json(built.value) if options.json else teller.as_text(built.value))
        for line in lines:
            print(line)
        if not options.json:
            tell(built.diagnostics, False)
        return ERRORS if built.failed else FINE
    in_the_way = obstacles(built.value.outputs, site_folder(options), options.project)
    built = Outcome(built.value, (*built.diagnostics, *in_the_way))
    outcome = strict(built) if options.strict else built
    tell(outcome.diagnostics, options.json)
    if outcome.failed:
        return failed(outcome.diagnostics, options, "")
    if not options.quiet and not options.json:
        said = report.tally(outcome.diagnostics)
        print(f"Fine, with {said}." if said else "Fine.")
    return FINE


def fix(options: argparse.Namespace) -> int:
    """Asks about each quote that no longer fits, and writes what was accepted; returns the exit status."""
    from generator.mending import command, telling

    built = pipeline.build(options.project, options.url, options.drafts)

    def ask(question: command.Question) -> str:
        print(telling.as_question(question, is_coloured()))
        if options.all:
            said = command.by_itself(question)
            print("   Accepted." if said else "   Left: accept it by itself, without --all.")
            return said
        print("   Take the new words? [y]es, [n]o, [q]uit: ", end="", flush=True)
        line = sys.stdin.readline()
        return (line.strip().lower() or "n")[0] if line else "q"

    mended = command.mend(options.project, built.value, options.drafts, ask)
    if mended.failed:
        tell(mended.diagnostics, False)
        return ERRORS
    print(telling.as_result(mended.value))
    after = pipeline.build(options.project, options.url, options.drafts) if mended.value.files else built
    tell(after.diagnostics, False)
    return failed(after.diagnostics, options, "") if after.failed else FINE
