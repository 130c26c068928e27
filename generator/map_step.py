"""The map step: one manuscript becomes a reading's pages, and what it gives to the whole edition.

A pure function of the manuscript, the shared glossary, the theme and the site's settings: it may run anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.cache import digest
from generator.capture import capture
from generator.clean import clean
from generator.diagnostics import Outcome
from generator.document import document
from generator.enrich import enrich, says, write_lock
from generator.model import (
    Facts,
    Lock,
    Manuscript,
    Output,
    Reading,
    Rest,
    SiteSettings,
    SourceFile,
    Term,
    Theme,
    Unlocked,
)
from generator.project import LOCK
from generator.render import contribute, render_reading, summarize
from generator.shelf import Parcel, parcel
from generator.timing import stage
from generator.verify import lost_entries, own_pages


class Made(NamedTuple):
    """What the map step makes of one manuscript."""

    facts: Facts
    rest: Rest
    outputs: tuple[Output, ...]
    unlocked: Unlocked | None
    """None where anchors.lock says all that it is to say."""


def make_parcel(manuscript: Manuscript, shared: Sequence[Term], theme: Theme, settings: SiteSettings) -> Parcel:
    """The map step, its result ready to be sent from where it was made."""
    made = make_reading(manuscript, shared, theme, settings)
    if made.value is None:
        return parcel(manuscript.slug, None, made.diagnostics, ())
    facts, rest, outputs, unlocked = made.value
    pieces = facts.contribution.pieces
    light = facts._replace(contribution=replace(facts.contribution, pieces=b""))
    return parcel(manuscript.slug, light, made.diagnostics, outputs, rest, unlocked, pieces)


def make_reading(
    manuscript: Manuscript, shared: Sequence[Term], theme: Theme, settings: SiteSettings
) -> Outcome[Made | None]:
    """The map step: one reading's pages and what it gives to the whole; None where its seed cannot be read."""
    with stage("capture"):
        seed = capture(manuscript.seed)
    if seed.value is None:
        return Outcome(None, seed.diagnostics)
    with stage("clean"):
        cleaned = clean(seed.value, manuscript.settings.corrections)
    with stage("document"):
        text = document(cleaned.value)
    with stage("enrich"):
        enriched = enrich(text, cleaned.value, seed.value, manuscript, shared, settings.language, settings.html)
    reading = enriched.value
    with stage("render"):
        summary = summarize(reading)
        outputs = render_reading(reading, theme, settings, summary)
        given = contribute(reading, summary, shared, theme, settings, outputs.value)
    with stage("verify"):
        pages = own_pages(outputs.value, settings.url)
        lost = tuple(lost_entries(summary, pages))
    facts = Facts(given.value, pages, lost)
    rest = Rest(summary, text, cleaned.value.cuts, reading.fates, reading.mentions, reading.lock)
    stages = (seed, cleaned, enriched, outputs, given)
    made = Made(facts, rest, outputs.value, _unlocked(reading, manuscript))
    return Outcome(made, tuple(each for stage in stages for each in stage.diagnostics))


def lock_file(slug: str, lock: Lock) -> Output:
    """A reading's anchors.lock, by its path from the project's folder."""
    return Output(f"content/{slug}/{LOCK}", write_lock(lock))


def _unlocked(reading: Reading, manuscript: Manuscript) -> Unlocked | None:
    if says(manuscript.lock, reading.lock):
        return None
    file = lock_file(reading.slug, reading.lock)
    if manuscript.lock is not None and manuscript.lock.data == file.data:
        return None
    new = tuple(fate.entry.partition(":")[2] for fate in reading.fates if fate.name == "new")
    # What stands on its one place stands there the next time too; of all else the lock may decide.
    same = all(fate.name in ("new", "kept") for fate in reading.fates)
    locked = replace(manuscript, lock=SourceFile(file.path, file.data))
    return Unlocked(new, digest(locked) if same else "")
