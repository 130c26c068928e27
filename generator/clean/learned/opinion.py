"""A second opinion on what the rules keep and cut, from pages whose text is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

from generator.clean.learned.features import Group, rows
from generator.clean.learned.trees import Kind, forest
from generator.clean.page import Page, is_prose
from generator.model import Role

REASONS: Mapping[Group, str] = {
    "form": "unlike the text in its form",
    "place": "unlike the text in its place",
    "surroundings": "unlike the text in what stands around it",
    "markup": "unlike the text in its markup",
}
"""What is said of a line that is left out, by what spoke most against it."""


@dataclass(frozen=True, slots=True)
class _Borders:
    """How sure the trees must be; low, since a lost paragraph is worse than a line too much."""

    least: float
    """What rules keep is left out below this."""
    least_prose: float
    """The same of running text."""
    least_beside: float
    """The same of what stands beside units that are left out, or in a row of units like it."""
    enough: float
    """What rules cut is taken back from here on."""


BORDERS: Mapping[Kind, _Borders] = {"dump": _Borders(0.12, 0.1, 0.2, 0.6), "saved": _Borders(0.3, 0.15, 0.3, 0.5)}
_MANY = 3
"""Units of such a row."""
_FEWEST = 30
"""Units that a page has at least; what was learned of pages says nothing of a text alone."""
TEXT = frozenset({Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION})
_SURE = frozenset({Role.DUPLICATE, Role.PULL_QUOTE, Role.MEDIA, Role.LEGAL, Role.SHARE})
"""What is cut for what it says and not for its place stays cut."""
_FEWEST_WORDS = 4
"""What is cut from a plain text and is shorter stays cut: nothing tells a label from a heading there."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the trees see otherwise than the rules."""

    left_out: Mapping[int, str] = field(default_factory=dict)
    """Units that the rules keep, each with the reason why they are no text."""
    taken_back: frozenset[int] = frozenset()
    """Units that the rules cut, and that are text."""


def second_opinion(page: Page, roles: Sequence[Role]) -> Opinion:
    """What the trees say of a page with the roles that its first rules gave; `roles` are those that all rules gave."""
    if len(page.units) < _FEWEST or (not page.furnished and all(unit.hint is None for unit in page.units)):
        return Opinion()
    kind: Kind = "saved" if page.units[0].lines[0].markup else "dump"
    wanted, trees, borders = asked(page, roles), forest(kind), BORDERS[kind]
    found = dict(zip(wanted, rows(page, [role in TEXT for role in roles], wanted), strict=True))
    chances = {index: trees.chance(row) for index, row in found.items()}
    kept = [index for index in wanted if roles[index].kept]
    sure = {index for index in kept if chances[index] < _least(page, index, borders)}
    out = sure | _doubtful(kept, sure, {index for index in kept if chances[index] < borders.least_beside})
    back = (index for index in wanted if not roles[index].kept and chances[index] >= borders.enough)
    return Opinion({index: REASONS[trees.against(found[index])] for index in sorted(out)}, frozenset(back))


def _least(page: Page, index: int, borders: _Borders) -> float:
    return borders.least_prose if is_prose(page.units[index]) else borders.least


def _doubtful(kept: Sequence[int], sure: Set[int], doubted: Set[int]) -> set[int]:
    """The doubted units that stand together, many of them or beside one that is surely no text."""
    found: set[int] = set()
    for in_doubt, run in groupby(kept, key=doubted.__contains__):
        members = set(run)
        if in_doubt and (len(members) >= _MANY or members & sure):
            found |= members
    return found


def asked(page: Page, roles: Sequence[Role]) -> list[int]:
    """The units of which the trees may say something else than the rules."""
    if page.units[0].lines[0].markup:
        return [index for index, role in enumerate(roles) if role in TEXT or not (role.kept or role in _SURE)]
    return [
        index
        for index, (unit, role) in enumerate(zip(page.units, roles, strict=True))
        if role in TEXT or not (role.kept or role in _SURE or index in page.roles or unit.words < _FEWEST_WORDS)
    ]
