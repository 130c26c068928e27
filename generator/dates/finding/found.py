"""A date in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["", "publication", "text"]
"""Nothing else; the day of publication; the date spoken of before."""


@dataclass(frozen=True, slots=True)
class Found:
    """From `start` to `end` a text speaks of a date."""

    start: int
    end: int
    edtf: str
    rule: str
    """The name of the rule by which it was understood."""
    basis: Basis = ""
    """What it was understood from besides its own words."""
    links: tuple[str, ...] = ()
    """What the words around it add: "period", "since", "until", "before", "after", "by", "about", "perhaps"."""
