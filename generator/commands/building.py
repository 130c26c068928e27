"""`build`: makes the site and publishes it."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from generator import pipeline, report, standing, timing
from generator.commands.means import cache_of, means_of
from generator.commands.options import site_folder, site_options
from generator.commands.telling import failed, is_on_github, near, strict, tell
from generator.diagnostics import Outcome
from generator.exits import ERRORS, FINE
from generator.model import Site
from generator.shelf import Lost, Shelf


def build(arguments: list[str]) -> int:
    """Makes the site and publishes it; returns the exit status."""
    try:
        return _built(arguments)
    except Lost:
        # Somebody has changed what lies in the cache; all of it is made anew.
        cache_of(_asked(arguments), writes=True).forget()
        return _built(arguments)


def _asked(arguments: list[str]) -> argparse.Namespace:
    return site_options(arguments, "build", ("--frozen", "--no-cache", "--profile"))


def _built(arguments: list[str]) -> int:
    from generator.write import manifest

    begun = time.perf_counter()
    options = _asked(arguments)
    out = site_folder(options)
    inputs = standing.survey(options.project)
    outcome, shelf = _published(options, out)
    if outcome.failed:
        tell(outcome.diagnostics, options.json)
        return failed(outcome.diagnostics, options, "Nothing was published.")
    locked = Outcome(()) if options.frozen else _lock(options.project, outcome.value)
    if locked.value and not locked.failed:
        pipeline.settle(outcome.value.unlocked, shelf)
    tell((*outcome.diagnostics, *locked.diagnostics), options.json)
    summary, published = report.summary(outcome.value.readings), f"Published: {near(out / 'index.html')}"
    if not options.quiet and not options.json:
        print(f"{summary}; {time.perf_counter() - begun:.2f} s")
        print(published)
        for path in locked.value:
            print(f"Locked: {near(options.project / path)}")
    if options.profile:
        print(report.profile(timing.take(), time.perf_counter() - begun), file=sys.stderr)
    # What was locked just now is an input that has changed since; and annotations and JSON are not for repeating.
    if locked.value or locked.failed or options.json or is_on_github():
        inputs = inputs._replace(digest="")
    if not options.no_cache:
        notices = tuple(map(report.as_text, outcome.diagnostics))
        said = standing.Said(notices, "" if options.quiet else summary, published)
        standing.remember(arguments, options.project, inputs, out, manifest(outcome.value.outputs), said)
    return ERRORS if locked.failed else FINE


def _published(options: argparse.Namespace, out: Path) -> tuple[Outcome[Site], Shelf]:
    from generator.write import write

    with means_of(options) as means:
        built = pipeline.build(options.project, options.url, options.drafts, True, options.frozen, means)
    outcome = strict(built) if options.strict else built
    if outcome.failed:
        return outcome, means.shelf
    untouched = standing.is_untouched(options.project, out)
    with timing.stage("write"):
        written = write(outcome.value.outputs, out, options.project, untouched=untouched, waiting=_say_that_it_waits)
    return Outcome(outcome.value, (*outcome.diagnostics, *written.diagnostics)), means.shelf


def _say_that_it_waits() -> None:
    print(
        "Another build is publishing into this folder; this one goes on when it is done.", file=sys.stderr, flush=True
    )


def _lock(root: Path, site: Site) -> Outcome[tuple[str, ...]]:
    """Writes what is new into the locks of the readings that were published."""
    from generator.map_step import lock_file
    from generator.write import replace_files

    return replace_files(root, (lock_file(slug, site.locks[slug]) for slug in sorted(site.unlocked)))
