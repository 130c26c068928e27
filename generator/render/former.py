"""Old addresses of a page: targets for what has another id now, and a word for what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import Former, Reading
from generator.render import ids
from generator.render.views import EventView, GoneView, NoteView, ReadingView, TermView, UnitView

_ENTRY: Mapping[str, Callable[[str], str]] = {"note": str, "term": ids.term_id, "event": ids.event_id}
_WORDS = {
    "note": (ids.words_id, ids.reference_id),
    "event": (ids.event_words_id, ids.event_reference_id),
}
"""What an entry has on its words, besides its own id."""


def with_former(view: ReadingView, reading: Reading, catalogue: Catalogue) -> ReadingView:
    """The page with a target for every id that it had once and has no more."""
    former = reading.lock.former
    if not former:
        return view
    taken = set(_current(reading))
    targets: dict[str, list[str]] = {}
    for name, each in former.items():
        if each.now:
            for target, old in _moved(name, each, reading):
                targets.setdefault(target, []).extend(one for one in old if one not in taken)
    gone: dict[str, list[GoneView]] = {}
    for name, each in former.items():
        if not each.now:
            old = tuple(one for one in (*_own(name), *_on_words(name)) if one not in taken)
            if old:
                gone.setdefault(each.after, []).append(GoneView(old[0], old[1:], _said(name, each, catalogue)))
    return _placed(view, targets, gone)


def _placed(view: ReadingView, targets: Mapping[str, list[str]], gone: Mapping[str, list[GoneView]]) -> ReadingView:
    def unit(one: UnitView) -> UnitView:
        notes = tuple(note(each) for each in one.notes)
        return replace(one, html=_marked(one.id, one.html), notes=notes, gone=tuple(gone.get(one.id, ())))

    def note(one: NoteView) -> NoteView:
        return replace(one, title=_marked(f"note:{one.id}", one.title))

    def term(one: TermView) -> TermView:
        return replace(one, body=_marked(f"term:{one.id.removeprefix(ids.term_id(''))}", one.body))

    def event(one: EventView) -> EventView:
        return replace(one, title=_marked(f"event:{one.id.removeprefix(ids.event_id(''))}", one.title))

    def _marked(name: str, html: Markup) -> Markup:
        spans = (Markup('<span class="formerly" id="{}"></span>').format(old) for old in targets.get(name, ()))
        return Markup("").join(spans) + html

    title = unit(view.title)
    return replace(
        view,
        title=replace(title, gone=(*gone.get("", ()), *title.gone)),
        subtitle=unit(view.subtitle) if view.subtitle else None,
        general=tuple(note(each) for each in view.general),
        units=tuple(
            unit(each) if isinstance(each, UnitView) else replace(each, units=tuple(unit(one) for one in each.units))
            for each in view.units
        ),
        terms=tuple(term(each) for each in view.terms),
        events=tuple(event(each) for each in view.events),
    )


def _moved(name: str, former: Former, reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What now bears the old ids: an entry its own, and the block that holds its words those of the words."""
    places = reading.anchors.get(former.now, ())
    if ":" not in name or not places or name.startswith("term:"):
        yield former.now, (*_own(name), *_on_words(name))
    else:
        yield former.now, _own(name)
        yield places[0].block, _on_words(name)


def _own(name: str) -> tuple[str, ...]:
    kind, _, own = name.partition(":")
    return (_ENTRY[kind](own),) if kind in _ENTRY and own else (name,)


def _on_words(name: str) -> tuple[str, ...]:
    kind, _, own = name.partition(":")
    return tuple(make(own) for make in _WORDS.get(kind, ())) if own else ()


def _current(reading: Reading) -> Iterable[str]:
    """The ids that the page gives now."""
    yield from (block.id for block in reading.document.blocks)
    names = (name for name in reading.lock.ids if ":" in name)
    for name in names:
        yield from (*_own(name), *_on_words(name))


def _said(name: str, former: Former, catalogue: Catalogue) -> str:
    kind = name.partition(":")[0]
    if kind == "note":
        return catalogue.say("The note “%(title)s” stood here. It has been taken out.", title=former.words)
    if kind == "term":
        return catalogue.say("The entry “%(title)s” has been taken out of the glossary.", title=former.words)
    if kind == "event":
        return catalogue.say("The event “%(title)s” has been taken out of the timeline.", title=former.words)
    return catalogue.say("The passage that was linked to stood here. It is no longer in the text.")
