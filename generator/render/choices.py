"""Kinds and voices of a reading's notes, and the style that lets a reader switch each off without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.catalogue import Catalogue
from generator.model import KINDS, Note
from generator.render.views import ChoiceView
from generator.text import key

_RULES = """\
  body:has(#page-{name}:not(:checked)) :is(.note, a.ref, .unit).{name}:not(:target, :has(:target)) {{ display: none; }}
  body:has(#page-{name}:not(:checked)) mark.{name} {{ text-decoration: none; }}
"""
"""A note that a link leads to is shown whatever was chosen."""


def voice_views(notes: Sequence[Note]) -> tuple[ChoiceView, ...]:
    """The voices of a reading, the unnamed one first and the others by name; none where all notes have one voice."""
    counts = Counter(note.by for note in notes)
    ordered = sorted(counts, key=lambda by: (key(by), by))
    if len(ordered) < 2:
        return ()
    return tuple(ChoiceView(f"voice-{index}", by, counts[by]) for index, by in enumerate(ordered, 1))


def kind_views(notes: Sequence[Note], catalogue: Catalogue) -> tuple[ChoiceView, ...]:
    """The kinds of a reading's notes, the most frequent first; none where all are of one kind."""
    counts = Counter(note.kind for note in notes)
    if len(counts) < 2:
        return ()
    return tuple(
        ChoiceView(kind_class(kind), kind_word(kind, catalogue), number) for kind, number in counts.most_common()
    )


def kind_class(kind: str) -> str:
    """The class of the notes of a kind."""
    return f"kind-{kind}"


def kind_word(kind: str, catalogue: Catalogue) -> str:
    """What a kind of note is called for readers."""
    words = {
        "context": catalogue.say("context"),
        "question": catalogue.say("question"),
        "comment": catalogue.say("comment"),
        "correction": catalogue.say("correction"),
        "source": catalogue.say("source"),
    }
    return words.get(kind, kind)


def choice_rules(most_voices: int) -> str:
    """The style rules of all switches, as CSS; paper always shows every note."""
    names: Iterable[str] = (*map(kind_class, KINDS), *(f"voice-{index}" for index in range(1, most_voices + 1)))
    return f"@media screen {{\n{''.join(_RULES.format(name=name) for name in names)}}}\n"
