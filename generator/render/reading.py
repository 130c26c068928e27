"""A reading's page: the text with its notes, its glossary, its timeline, and where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from markupsafe import Markup, escape

from generator.catalogue import Catalogue
from generator.dates import words as date_words
from generator.model import Block, Reading, Role, SiteSettings, Summary
from generator.render import bodies, ids
from generator.render.apparatus import event_view, letter, passage_views, see_also, term_view
from generator.render.choices import kind_views, voice_views
from generator.render.chronology import chronology, spoken_views
from generator.render.former import with_former
from generator.render.languages import direction, language_name
from generator.render.marks import Span, mark_up
from generator.render.notes import note_views
from generator.render.source import source_view
from generator.render.views import ListView, NoteView, PictureView, ReadingView, SectionView, UnitView
from generator.text import count_words, key

_WORDS_A_MINUTE = 220
CITED = (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION)
"""What has a number to be cited by."""


def reading_view(
    reading: Reading,
    summary: Summary,
    site: SiteSettings,
    pictures: Mapping[str, PictureView],
    catalogue: Catalogue,
) -> ReadingView:
    """Everything that the page shows; the pictures are given by the id of their caption."""
    page = ids.reading_page(reading.slug)
    language = site.language
    listed = [(term, ids.link(page, page, ids.term_id(term.id))) for term in reading.apparatus.terms]
    entries = bodies.entries_of(listed)
    ways = bodies.links(page, page, entries)
    shared_ways = bodies.links(page, ids.INDEX, entries)
    placed = heads(reading)
    numbers = paragraph_numbers(reading, placed.values())
    voices = voice_views(reading.apparatus.notes)
    notes = note_views(reading, ways, placed.values(), voices, catalogue)
    spans = _spans(reading, notes, catalogue, language)
    units = [
        _unit(block, spans.get(block.id, ()), _ending_in(block, reading, notes), pictures.get(block.id))
        for block in reading.document.blocks
    ]
    title, subtitle, text = _header(units, reading, placed)
    view = ReadingView(
        name=reading.metadata.title,
        title=title,
        subtitle=subtitle,
        byline=", ".join(reading.metadata.authors),
        language=reading.metadata.language or language,
        direction=direction(reading.metadata.language or language),
        language_name=language_name(reading.metadata.language or language, language),
        minutes=_minutes(summary.words),
        minutes_whole=_minutes(summary.words + sum(count_words(note.body.text) for note in reading.apparatus.notes)),
        sections=_sections(reading),
        general=tuple(note for note in notes.values() if not note.lemma),
        units=tuple(_with_lists(_numbered(text, numbers))),
        terms=tuple(
            term_view(
                use,
                passage_views(use.passages, page, summary),
                bodies.whole(use.term.body, shared_ways if use.term.shared else ways),
                ids.term_id(use.term.id),
                see_also(use.term, entries),
            )
            for use in summary.terms
        ),
        events=tuple(
            event_view(use, letter(index), page, summary, ways, language, spoken)
            for index, use in enumerate(summary.events)
            for spoken in [spoken_views(use, page, summary, site, catalogue)]
        ),
        source=source_view(reading, summary, site, catalogue),
        draft=reading.draft,
        kinds=kind_views(reading.apparatus.notes, catalogue),
        voices=voices,
        chronology=chronology(reading, summary, numbers, site, catalogue),
    )
    return with_former(view, reading, catalogue)


def heads(reading: Reading) -> dict[Role, str]:
    """The blocks that are the title and the subtitle in the very words of the metadata."""
    wanted = {Role.TITLE: reading.metadata.title, Role.SUBTITLE: reading.metadata.subtitle}
    found: dict[Role, str] = {}
    for block in reading.document.blocks:
        if block.kind in wanted and key(block.text) == key(wanted[block.kind]):
            found.setdefault(block.kind, block.id)
    return found


def paragraph_numbers(reading: Reading, heads: Collection[str]) -> dict[str, int]:
    """The numbers by which paragraphs are cited, by their ids."""
    cited = (block.id for block in reading.document.blocks if block.kind in CITED and block.id not in heads)
    return {block: number for number, block in enumerate(cited, 1)}


def _minutes(words: int) -> int:
    return max(1, round(words / _WORDS_A_MINUTE))


def _sections(reading: Reading) -> tuple[SectionView, ...]:
    """The headings that part the text: the highest level of which there are two or more."""
    headings = [block for block in reading.document.blocks if block.kind is Role.HEADING]
    levels = Counter(block.level for block in headings)
    level = min((each for each, number in levels.items() if number > 1), default=0)
    return tuple(SectionView(block.id, block.text) for block in headings if 0 < block.level <= level)


def _spans(
    reading: Reading, notes: Mapping[str, NoteView], catalogue: Catalogue, language: str
) -> dict[str, list[Span]]:
    """For each block what stands on its words."""
    spans: dict[str, list[Span]] = {}
    for note in notes.values():
        _add(
            spans,
            reading,
            "note",
            note.id,
            str(note.number),
            catalogue.say("note %(number)s", number=note.number),
            note.classes,
        )
    for index, event in enumerate(reading.apparatus.events):
        date = date_words(event.date, language)
        spoken = catalogue.say("timeline %(letter)s: %(date)s", letter=letter(index), date=date)
        _add(spans, reading, "event", event.id, letter(index), spoken, event.date.raw)
    for number, mention in enumerate(reading.mentions, 1):
        leading = ids.link("", "", ids.event_id(mention.events[0])) if mention.events else ""
        datetime = mention.date.html_datetime or ""
        name = ids.mention_id(number)
        span = Span(mention.start, mention.end, "date", name, label=leading, spoken=datetime, extra=mention.date.raw)
        spans.setdefault(mention.block, []).append(span)
    for passage in reading.foreign:
        for place in passage.places:
            words = Span(place.start, place.end, "foreign", passage.language, extra=passage.language)
            spans.setdefault(place.block, []).append(words)
    sections = _section_of(reading)
    for term in reading.apparatus.terms:
        used = set[int]()
        address = ids.link("", "", ids.term_id(term.id))
        for nth, place in enumerate(reading.anchors.get(f"term:{term.id}", ()), 1):
            span = Span(
                place.start,
                place.end,
                "term",
                term.id,
                label=address,
                extra=ids.use_id(term.id, nth),
                again=sections[place.block] in used,
            )
            used.add(sections[place.block])
            spans.setdefault(place.block, []).append(span)
    return spans


def _section_of(reading: Reading) -> dict[str, int]:
    """For each block the number of its section, counted by headings."""
    headings = accumulate(int(block.kind is Role.HEADING) for block in reading.document.blocks)
    return {block.id: number for block, number in zip(reading.document.blocks, headings, strict=True)}


def _add(
    spans: dict[str, list[Span]], reading: Reading, kind: str, entry: str, label: str, spoken: str, extra: str
) -> None:
    places = reading.anchors.get(f"{kind}:{entry}", ())
    for index, place in enumerate(places):
        first, last = index == 0, index == len(places) - 1
        span = Span(
            place.start, place.end, "note" if kind == "note" else "event", entry, first, last, label, spoken, extra
        )
        spans.setdefault(place.block, []).append(span)


def _ending_in(block: Block, reading: Reading, notes: Mapping[str, NoteView]) -> tuple[NoteView, ...]:
    return tuple(
        view
        for view in notes.values()
        if (places := reading.anchors.get(f"note:{view.id}")) and places[-1].block == block.id
    )


def _unit(block: Block, spans: Sequence[Span], notes: tuple[NoteView, ...], picture: PictureView | None) -> UnitView:
    # A block that is foreign as a whole says so itself, so that its lines break and run as its language does.
    whole = next((s.extra for s in spans if s.kind == "foreign" and (s.start, s.end) == (0, len(block.text))), "")
    inner = [span for span in spans if not (whole and span.kind == "foreign")]
    html = Markup(mark_up(block.text, inner))
    way = direction(whole) if whole else ""
    return UnitView(
        block.id, block.kind.value, html, block.level, notes, picture=picture, language=whole, direction=way
    )


def _header(
    units: Sequence[UnitView], reading: Reading, heads: Mapping[Role, str]
) -> tuple[UnitView, UnitView | None, list[UnitView]]:
    """The title and subtitle, from the text where it has them, and the rest of the units."""
    by_id = {unit.id: unit for unit in units}
    title = by_id.get(heads.get(Role.TITLE, "")) or UnitView("page-title", "title", escape(reading.metadata.title))
    subtitle = by_id.get(heads.get(Role.SUBTITLE, ""))
    if subtitle is None and reading.metadata.subtitle:
        subtitle = UnitView("page-subtitle", "subtitle", escape(reading.metadata.subtitle))
    return title, subtitle, [unit for unit in units if unit.id not in heads.values()]


def _numbered(units: Sequence[UnitView], numbers: Mapping[str, int]) -> list[UnitView]:
    """Paragraphs with the numbers by which a class cites them."""
    return [replace(unit, number=numbers.get(unit.id, 0)) for unit in units]


def _with_lists(units: Sequence[UnitView]) -> Iterator[UnitView | ListView]:
    for is_item, group in groupby(units, key=lambda unit: unit.kind == Role.LIST_ITEM):
        if is_item:
            yield ListView(tuple(group))
        else:
            yield from group
