"""Readings made up for tests: places are given by the words that stand there, as authors give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import dates
from generator.diagnostics import Place
from generator.enrich import passages
from generator.enrich.mentions import find_mentions
from generator.model import (
    Anchor,
    Apparatus,
    Block,
    Body,
    Cleaned,
    Contribution,
    Cut,
    DateSettings,
    Document,
    Edition,
    Event,
    File,
    Judgement,
    Line,
    Metadata,
    Note,
    Output,
    Reading,
    Role,
    Seed,
    SiteSettings,
    Term,
    Theme,
)
from generator.project.themes import read_theme
from generator.render import contribute, render_edition, render_reading, summarize

ROOT = Path(__file__).resolve().parents[2]
SITE = SiteSettings(
    title="Mill papers",
    description="Three short texts and what we make of them.",
    author="Class 10b",
    url="https://example.org/mill/",
    license="CC BY 4.0",
)
_NOWHERE = Place("content/mill/notes.md", 1)
_UNKNOWN = Metadata()


@dataclass(frozen=True)
class Pinned:
    """An entry and the words of each block that it stands on; none for one on the whole text."""

    entry: Note | Term | Event
    words: tuple[str, ...] = ()


def note(name: str, *words: str, body: str = "A note.", kind: str = "context", by: str = "") -> Pinned:
    """A margin note on these words."""
    return Pinned(Note(name, f"About *{name}*", kind, by, Body(body, _NOWHERE), None, _NOWHERE), words)


def term(name: str, *words: str, body: str = "What it means.", shared: bool = False) -> Pinned:
    """A glossary entry, used at these words."""
    return Pinned(Term(name, name.title(), (), False, Body(body, _NOWHERE), None, _NOWHERE, shared), words)


def event(name: str, date: str, *words: str, body: str = "") -> Pinned:
    """An event, told of in these words."""
    return Pinned(Event(name, dates.parse(date), f"The {name}", Body(body, _NOWHERE), None, _NOWHERE), words)


def reading(
    blocks: Sequence[tuple[Role, str]],
    pinned: Iterable[Pinned] = (),
    slug: str = "mill",
    language: str = "en",
    cuts: Sequence[tuple[Role, str]] = ((Role.NAVIGATION, "Home"), (Role.BLANK, "")),
    facts: Metadata = _UNKNOWN,
) -> Reading:
    """A reading of these blocks, captured after the lines that were cut."""
    made = tuple(
        Block(f"p-{slug}-{index}", role, words, (len(cuts) + index,), 2 if role is Role.HEADING else 0)
        for index, (role, words) in enumerate(blocks, 1)
    )
    lines = [*cuts, *blocks]
    entries = tuple(pinned)
    title = next((words for role, words in blocks if role is Role.TITLE), "Untitled")
    metadata = replace(facts, title=title, language=language)
    document, apparatus = Document(made), _apparatus(entries, made)
    anchors = {_name(each): anchors for each in entries if (anchors := _anchors(each, made))}
    spoken = find_mentions(passages(document), DateSettings(), metadata, "en", apparatus.events, anchors).value
    return Reading(
        slug=slug,
        metadata=metadata,
        supplied=frozenset({"published"} if metadata.published else ()),
        editor="Class 10b",
        document=document,
        apparatus=apparatus,
        anchors=anchors,
        mentions=spoken.mentions,
        told=spoken.told,
        cleaned=Cleaned(
            tuple(Judgement(number, words, role, "kept") for number, (role, words) in enumerate(blocks, len(cuts) + 1)),
            tuple(Cut(number, words, role, "cut") for number, (role, words) in enumerate(cuts, 1)),
            metadata,
        ),
        seed=Seed(
            f"{slug}.txt",
            f"seeds/{slug}.txt",
            tuple(Line(number, words) for number, (_, words) in enumerate(lines, 1)),
            "0123456789abcdef" * 4,
        ),
    )


def base_theme() -> Theme:
    """The theme that comes with the generator."""
    outcome = read_theme(ROOT, "base")
    assert not outcome.diagnostics
    return outcome.value


def publish(
    *readings: Reading, site: SiteSettings = SITE, shared: Sequence[Term] = (), theme: Theme | None = None
) -> tuple[Output, ...]:
    """All files of a site of these readings."""
    theme = theme or base_theme()
    made = [render_reading(each, theme, site) for each in readings]
    own = tuple(output for each in made for output in each.value)
    given = contributions(*readings, site=site, shared=shared, theme=theme)
    whole = render_edition(Edition(site, given, tuple(shared)), theme)
    assert not [found for each in (*made, whole) for found in each.diagnostics]
    return (*own, *whole.value)


def contributions(
    *readings: Reading, site: SiteSettings = SITE, shared: Sequence[Term] = (), theme: Theme | None = None
) -> tuple[Contribution, ...]:
    """What the readings give to the pages of the whole edition."""
    theme = theme or base_theme()
    given = []
    for each in readings:
        pages = render_reading(each, theme, site).value
        given.append(contribute(each, summarize(each), shared, theme, site, pages))
    assert not [found for each in given for found in each.diagnostics]
    return tuple(each.value for each in given)


def page(outputs: Iterable[File], path: str = "mill/index.html") -> str:
    """The source of one page."""
    return next(each.data for each in outputs if each.path == path).decode()


def _apparatus(pinned: Sequence[Pinned], blocks: Sequence[Block]) -> Apparatus:
    """The entries in the orders that the model promises."""
    order = {block.id: index for index, block in enumerate(blocks)}

    def end(each: Pinned) -> tuple[int, int]:
        places = _anchors(each, blocks)
        return (order[places[-1].block], places[-1].end) if places else (-1, 0)

    entries = [each.entry for each in pinned]
    events = sorted((each for each in entries if isinstance(each, Event)), key=lambda each: each.date.sort_key)
    return Apparatus(
        tuple(each.entry for each in sorted(pinned, key=end) if isinstance(each.entry, Note)),
        tuple(each for each in entries if isinstance(each, Term)),
        tuple(events),
    )


def _name(pinned: Pinned) -> str:
    return f"{type(pinned.entry).__name__.lower()}:{pinned.entry.id}"


def _anchors(pinned: Pinned, blocks: Sequence[Block]) -> tuple[Anchor, ...]:
    """A place for each run of words, in the first block after the one before that holds it (a term's may repeat)."""
    found: list[Anchor] = []
    for words in pinned.words:
        block = next(each for each in blocks if words in each.text and each.id not in [one.block for one in found])
        start = block.text.index(words)
        found.append(Anchor(block.id, start, start + len(words), "exact"))
    return tuple(found)
