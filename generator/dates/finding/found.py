"""A date in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """From `start` to `end` a text speaks of a date."""

    start: int
    end: int
    edtf: str
    rule: str
    """The name of the rule by which it was understood."""
    relative: bool = False
    """Whether it was understood from the day of publication, or from a date spoken of before."""
    links: tuple[str, ...] = ()
    """What the words around it add: "period", "since", "until", "before", "after", "by", "about", "perhaps"."""
