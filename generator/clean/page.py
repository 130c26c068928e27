"""A page while it is being judged: its units, and what the rules so far have said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.clean.units import Unit
from generator.model import Metadata, Role

Verdict = tuple[int, Role]
"""The index of a unit, and the role that a rule gives it."""
Named = tuple[int, Role, str]
"""The same with a reason of its own, which stands for the rule's name."""
Rule = Callable[["Page"], Iterable[Verdict | Named]]

_PROSE, _LONG_PROSE = 15, 25
"""Words from which on a finished, and an unfinished, unit is taken for running text."""
_MARKED_PROSE = 8
_HEAD = 25


@dataclass(frozen=True)
class Page:
    """All units of a seed and the roles given so far; each rule sees those of the rules before it."""

    units: tuple[Unit, ...]
    metadata: Metadata
    """What the page's own metadata says."""
    roles: Mapping[int, Role]
    extent: range
    """The units that make up the article."""

    @cached_property
    def open(self) -> tuple[int, ...]:
        """The units that no rule has judged."""
        return tuple(index for index in range(len(self.units)) if index not in self.roles)

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """The unjudged units of the article that are running text by their length and their end."""
        return tuple(index for index in self.open if index in self.extent and is_prose(self.units[index]))

    @cached_property
    def start(self) -> int:
        """Where the running text begins; behind the byline, or the first line, of a text without any, such as verse."""
        if self.prose:
            return self.prose[0]
        said = (index for index, role in self.roles.items() if role in (Role.BYLINE, Role.DATELINE) and index < _HEAD)
        return min(max(said, default=0) + 1, len(self.units))

    @property
    def head(self) -> range:
        """Where the article's title, byline and date stand, before the running text."""
        return range(max(0, self.start - _HEAD), self.start)

    @cached_property
    def spaced(self) -> bool:
        """Whether empty lines part the units, so that a line without one before it is no heading."""
        return any(unit.apart for unit in self.units[1:])

    @cached_property
    def furnished(self) -> bool:
        """Whether anything on the page is not text: a capture of a web page, and not a text alone."""
        return any(not role.kept for role in self.roles.values())

    def find(self, role: Role) -> int | None:
        """The first unit of a role."""
        return next((index for index in sorted(self.roles) if self.roles[index] is role), None)

    def open_between(self, first: int, end: int) -> Iterator[int]:
        """The unjudged units from one index up to another."""
        return (index for index in range(max(0, first), min(end, len(self.units))) if index not in self.roles)


def is_prose(unit: Unit) -> bool:
    """Whether a unit is running text by its length and its end, whatever it says."""
    if unit.hint is Role.PARAGRAPH and unit.ended and unit.words >= _MARKED_PROSE:
        return True
    return unit.words >= _LONG_PROSE or (unit.ended and unit.words >= _PROSE)
