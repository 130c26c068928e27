"""Those who wrote a reading's notes, and the style that lets a reader switch each of them off without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Note
from generator.render.views import VoiceView
from generator.text import key

_RULES = """\
  body:has(#page-{name}:not(:checked)) :is(.note, a.ref, .unit).{name}:not(:target, :has(:target)) {{ display: none; }}
  body:has(#page-{name}:not(:checked)) mark.{name} {{ text-decoration: none; }}
"""
"""A note that a link leads to is shown whatever was chosen."""


def voice_views(notes: Sequence[Note]) -> tuple[VoiceView, ...]:
    """The voices of a reading, the unnamed one first and the others by name; none where all notes have one voice."""
    counts = Counter(note.by for note in notes)
    ordered = sorted(counts, key=lambda by: (key(by), by))
    if len(ordered) < 2:
        return ()
    return tuple(VoiceView(f"voice-{index}", by, counts[by]) for index, by in enumerate(ordered, 1))


def voice_rules(most: int) -> str:
    """The style rules of so many switches, as CSS; paper always shows every voice."""
    rules = "".join(_RULES.format(name=f"voice-{index}") for index in range(1, most + 1))
    return f"@media screen {{\n{rules}}}\n" if rules else ""
