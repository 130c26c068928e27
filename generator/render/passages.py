"""Where entries stand in a reading, and the sentence around."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Anchor, Block, Event, EventUse, Passage, Reading, Summary, TermUse
from generator.render import ids
from generator.text import count_words, sentence, tidy

_AROUND = 90
"""At most so many characters of the sentence are shown on each side."""


def summarize(reading: Reading) -> Summary:
    """What the pages of the whole edition need to know of a reading."""
    blocks = {block.id: block for block in reading.document.blocks}
    return Summary(
        slug=reading.slug,
        metadata=reading.metadata,
        supplied=reading.supplied,
        draft=reading.draft,
        words=sum(count_words(block.text) for block in reading.document.blocks),
        kept=len(reading.cleaned.kept),
        cut=sum(bool(cut.text.strip()) for cut in reading.cleaned.cuts),
        notes=reading.apparatus.notes,
        terms=tuple(TermUse(term, term_passages(reading, blocks, term.id)) for term in reading.apparatus.terms),
        events=tuple(_event_use(reading, blocks, event) for event in reading.apparatus.events),
        excerpts=reading.excerpts,
        canonical=reading.canonical,
        editor=reading.editor,
    )


def term_passages(reading: Reading, blocks: Mapping[str, Block], term: str) -> tuple[Passage, ...]:
    """The marked uses of a term."""
    places = reading.anchors.get(f"term:{term}", ())
    if reading.excerpts:
        # Nobody quoted the words in which a term was found by itself, so there only the reading is named.
        quoted = {each.id: each.selector.exact for each in reading.apparatus.terms if each.selector}
        return (Passage(ids.term_id(term), "", tidy(quoted.get(term, "")), ""),) if places else ()
    return tuple(_passage(ids.use_id(term, count), place, blocks) for count, place in enumerate(places, 1))


def event_passages(reading: Reading, blocks: Mapping[str, Block], event: str) -> tuple[Passage, ...]:
    """The passage that an event is pinned to, by its first words; none if it is pinned to none."""
    places = reading.anchors.get(f"event:{event}", ())
    if reading.excerpts:
        quoted = {each.id: each.selector.exact for each in reading.apparatus.events if each.selector}
        return (Passage(ids.event_id(event), "", tidy(quoted[event]), ""),) if places else ()
    return tuple(_passage(ids.event_words_id(event), place, blocks) for place in places[:1])


def _event_use(reading: Reading, blocks: Mapping[str, Block], event: Event) -> EventUse:
    """Of a text that is not published nothing is said but what its entries quote."""
    mentions = enumerate(() if reading.excerpts else reading.mentions, 1)
    speaking = tuple((number, each) for number, each in mentions if event.id in each.events)
    passages = event_passages(reading, blocks, event.id)
    return EventUse(event, passages, reading.told.get(event.id, "unknown"), speaking)


def _passage(fragment: str, place: Anchor, blocks: Mapping[str, Block]) -> Passage:
    words = blocks[place.block].text
    low, high = sentence(words, place.start, place.end)
    before, after = words[low : place.start], words[place.end : high].rstrip()
    return Passage(fragment, _last(before), words[place.start : place.end], _first(after))


def _last(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    tail = words[-_AROUND:]
    return "… " + tail[tail.find(" ") + 1 :]


def _first(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    head = words[:_AROUND]
    return head[: head.rfind(" ")] + " …" if " " in head else head + "…"
