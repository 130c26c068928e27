"""Stage 4: a document and what people wrote become a reading, with every note, term and event on its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.diagnostics import Diagnostic, Outcome
from generator.enrich.anchoring import Anchors
from generator.enrich.arrangement import by_headword, in_reading_order, in_time_order
from generator.enrich.cross_references import by_name, needed, unknown_sees, unknown_terms
from generator.enrich.excerpts import long_excerpts
from generator.enrich.finding import find_terms
from generator.enrich.foreign import place_foreign
from generator.enrich.former import former_ids, page_ids
from generator.enrich.holding import hold
from generator.enrich.lock import read_lock, says, write_lock
from generator.enrich.mentions import find_mentions
from generator.enrich.metadata import emptiness, merge
from generator.enrich.passage import Passages, passages
from generator.enrich.pictures import place_pictures
from generator.enrich.quoting import quote_for, span_in
from generator.enrich.registers import read_events, read_notes, read_terms
from generator.enrich.sharing import may_concern, overlapping_terms, shared_uses, unclaimed, unused_terms
from generator.model import Apparatus, Cleaned, Document, Event, Lock, Manuscript, Note, Reading, Seed, SourceFile, Term

__all__ = [
    "Passages",
    "enrich",
    "may_concern",
    "passages",
    "quote_for",
    "read_lock",
    "says",
    "shared_glossary",
    "span_in",
    "unused_terms",
    "write_lock",
]


def shared_glossary(files: Iterable[SourceFile], html: bool = False) -> Outcome[tuple[Term, ...]]:
    """The terms that all readings share."""
    outcome = read_terms(files, shared=True, html=html)
    names = by_name(outcome.value)
    unknown = (*unknown_terms((term.body for term in outcome.value), names), *unknown_sees(outcome.value, names))
    return Outcome(outcome.value, (*outcome.diagnostics, *unknown))


def enrich(
    document: Document,
    cleaned: Cleaned,
    seed: Seed,
    manuscript: Manuscript,
    shared: Sequence[Term],
    language: str = "en",
    html: bool = False,
) -> Outcome[Reading]:
    """The reading of one manuscript: entries read, quotes anchored, terms and dates found, links checked.

    `language` is that of a text whose own is not known; `html` says whether bodies may hold some raw HTML.
    """
    metadata = merge(manuscript, cleaned.metadata)
    facts, supplied = metadata.value
    notes, events = read_notes(manuscript.notes, html), read_events(manuscript.timeline, html)
    own = read_terms(manuscript.glossary, html=html)
    others = unclaimed(shared, own.value)
    terms = (*own.value, *others.value)
    searched = passages(document)
    entries: list[Note | Term | Event] = [*notes.value, *own.value, *events.value]
    lock = read_lock(manuscript.lock)
    held = hold(entries, lock.value, searched, cleaned)
    pins: dict[str, Anchors] = {**shared_uses(others.value, searched), **held.value.anchors}
    pictures = place_pictures(manuscript, searched, cleaned)
    foreign = place_foreign(manuscript, searched, cleaned)
    uses = find_terms(terms, searched, facts.language, _pinned_terms(pins))
    anchors = {**{f"term:{term}": places for term, places in uses.items()}, **pins}
    used = [term for term in terms if f"term:{term.id}" in anchors]
    bodies = [
        *(note.body for note in notes.value),
        *(term.body for term in own.value),
        *(event.body for event in events.value),
    ]
    names = by_name(terms)
    spoken_of = needed(bodies, [*own.value, *used], names)
    listed = dict.fromkeys((*own.value, *used, *spoken_of))
    apparatus = Apparatus(
        in_reading_order(notes.value, anchors, document), by_headword(listed), in_time_order(events.value)
    )
    spoken = find_mentions(searched, manuscript.settings.dates, facts, language, apparatus.events, anchors)
    stages = (metadata, notes, own, events, others, lock, held, pictures, foreign, spoken)
    diagnostics: list[Diagnostic] = [each for stage in stages for each in stage.diagnostics]
    if manuscript.settings.publish == "excerpts":
        diagnostics += long_excerpts(
            [*notes.value, *terms, *events.value], anchors, document, manuscript.settings.places["publish"]
        )
    diagnostics += emptiness(manuscript, document)
    diagnostics += overlapping_terms(terms, pins)
    diagnostics += (*unknown_terms(bodies, names), *unknown_sees(own.value, names))
    diagnostics += unused_terms(own.value, {*used, *spoken_of})
    ids = page_ids(searched, [*notes.value, *listed, *events.value], manuscript.settings.publish == "excerpts")
    former = former_ids(lock.value, ids, held.value.renamed, [*notes.value, *listed, *events.value], searched)
    changes = tuple(each for each in lock.value.changes if each.entry in ids)
    reading = Reading(
        manuscript.slug,
        facts,
        supplied,
        manuscript.settings.editor,
        document,
        apparatus,
        anchors,
        cleaned,
        seed,
        manuscript.settings.draft,
        manuscript.settings.publish == "excerpts",
        pictures.value,
        foreign.value,
        *spoken.value,
        manuscript.settings.canonical,
        held.value.fates,
        Lock(held.value.quotes, ids, former, changes),
    )
    return Outcome(reading, tuple(diagnostics))


def _pinned_terms(pins: dict[str, Anchors]) -> list[Anchors]:
    return [places for name, places in pins.items() if name.startswith("term:")]
