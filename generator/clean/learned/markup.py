"""What the markup of a saved page tells of a unit, as numbers."""

from __future__ import annotations

import math

from generator.clean.units import Unit
from generator.model import Role

MARKUP = (
    "links",
    "bold or italics",
    "depth",
    "steps from the main text",
    "running text beside it",
    "running text around it",
    "running text in alike places",
    "lines beside it",
    "named as text",
    "named as furniture",
    "given as the article's text",
    "is a paragraph's element",
    "is an item's element",
    "is a box's element",
    "told to be a paragraph",
    "told to be a heading",
    "told to be an item",
    "told to be a quotation",
    "told to be a caption",
    "told to be nothing",
    "told to be no text",
    "level",
)
"""Of each number, in the order of a row."""
MARKUP_AROUND = (
    "links",
    "running text beside it",
    "running text in alike places",
    "named as text",
    "given as the article's text",
    "told to be a paragraph",
)
"""Those that matter to a unit's neighbours as well."""

_TOLD = (Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION)


def marks(unit: Unit) -> tuple[float, ...]:
    """What the markup tells of a unit; nothing of a line of plain text."""
    line = unit.lines[0]
    found = line.markup
    if found is None:
        return ()
    return (
        found.linked,
        found.strong,
        found.depth,
        found.away,
        found.beside,
        found.around,
        found.alike,
        math.log1p(found.siblings),
        found.named_text,
        found.named_furniture,
        found.stated,
        found.element == "p",
        found.element == "li",
        found.element == "div",
        *(unit.hint is role for role in _TOLD),
        unit.hint is None,
        unit.hint is not None and not unit.hint.kept,
        line.level,
    )
