"""Margin notes: their numbers, the words they stand on, their bodies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from generator import markdown
from generator.catalogue import Catalogue
from generator.model import Block, Note, Reading
from generator.render import bodies, ids
from generator.render.choices import kind_class, kind_word
from generator.render.views import ChoiceView, NoteView
from generator.text import excerpt, tidy

_SHOWN = 60
"""Words of a note that are shown before the rest is folded."""
_LEMMA = 5
"""So many words or fewer of a quote are shown whole; of a longer one the first three and the last two."""


def note_views(
    reading: Reading,
    ways: markdown.Links,
    heads: Collection[str],
    voices: Sequence[ChoiceView],
    catalogue: Catalogue,
) -> dict[str, NoteView]:
    """Each note of a reading by its id, numbered as the page shows them: those on the `heads` first."""
    blocks = {block.id: block for block in reading.document.blocks}

    def shown(note: Note) -> int:
        places = reading.anchors.get(f"note:{note.id}", ())
        return 1 if not places else 0 if places[-1].block in heads else 2

    ordered = sorted(reading.apparatus.notes, key=shown)
    names = {voice.label: voice.name for voice in voices}

    def classes(note: Note) -> str:
        return f"{kind_class(note.kind)} {names.get(note.by, '')}".rstrip()

    return {
        note.id: _view(note, number, reading, blocks, ways, kind_word(note.kind, catalogue), classes(note))
        for number, note in enumerate(ordered, 1)
    }


def _view(
    note: Note,
    number: int,
    reading: Reading,
    blocks: Mapping[str, Block],
    ways: markdown.Links,
    kind: str,
    classes: str,
) -> NoteView:
    places = reading.anchors.get(f"note:{note.id}", ())
    words = " ".join(blocks[place.block].text[place.start : place.end] for place in places)
    if reading.excerpts and note.selector and places:
        # What the author wrote, which may skip words, is all that is published.
        words = tidy(note.selector.exact)
    shown, folded = bodies.parted(note.body, ways, _SHOWN)
    return NoteView(
        id=note.id,
        number=number,
        reference=ids.reference_id(note.id),
        lemma=_lemma(words),
        kind=kind,
        title=Markup(markdown.inline(note.title)),
        by=note.by,
        classes=classes,
        shown=shown,
        folded=folded,
    )


def _lemma(words: str) -> str:
    """The quoted words as an edition's notes name them: whole if they are few, else their beginning and end."""
    parts = words.split()
    if len(parts) <= _LEMMA:
        return excerpt(words, 80)
    return f"{excerpt(' '.join(parts[:3]), 40)} … {excerpt(' '.join(parts[-2:]), 40)}"
