"""What a reading holds, in words."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.model import Summary


def counts(summary: Summary, catalogue: Catalogue) -> str:
    """Its notes, terms and events: "8 notes, 10 terms, 6 events"."""
    totals = (
        (len(summary.notes), catalogue.count("%(num)s note", "%(num)s notes", len(summary.notes))),
        (len(summary.terms), catalogue.count("%(num)s term", "%(num)s terms", len(summary.terms))),
        (len(summary.events), catalogue.count("%(num)s event", "%(num)s events", len(summary.events))),
    )
    return catalogue.say(", ").join(words for number, words in totals if number)


def contents(summary: Summary, catalogue: Catalogue) -> str:
    """The same as the list of readings says it: "Excerpts: 8 notes", "The text alone"."""
    held = counts(summary, catalogue)
    if summary.excerpts:
        return catalogue.say("Excerpts: %(counts)s", counts=held) if held else catalogue.say("No notes yet")
    return held or catalogue.say("The text alone")
