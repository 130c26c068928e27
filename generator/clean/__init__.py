"""Stage 2: every line of a seed gets a role and the name of the rule that gave it; what is no text is cut.

Lines are first joined into units (`units.py`); the rules (`rules/`) judge the units one after another, and a unit keeps
the role that the first rule gives it. An author's corrections go before all rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.clean.corrections import corrected
from generator.clean.extent import extent
from generator.clean.facts import facts
from generator.clean.learned import second_opinion
from generator.clean.page import Page, Rule
from generator.clean.rules import ARTICLE, BODY, FURNITURE
from generator.clean.units import Unit, units
from generator.diagnostics import Outcome
from generator.model import Cleaned, Correction, Cut, Judgement, Metadata, Role, Seed

__all__ = ["by_rules", "clean"]

Judged = Mapping[int, tuple[Role, str]]
"""For each unit its role and the rule's name."""


def clean(seed: Seed, corrections: Sequence[Correction] = ()) -> Outcome[Cleaned]:
    """The seed's lines, each kept or cut with its role and rule, and the metadata that the page and its lines give."""
    pieces = units(seed.lines)
    correction = corrected(corrections, pieces)
    judged = _corrected(_judge(pieces, seed), correction.value, pieces)
    lines = sorted((*_lines(pieces, judged), *_blanks(seed, pieces)), key=lambda line: line.number)
    metadata = facts([(piece, judged[index][0]) for index, piece in enumerate(pieces)], seed.metadata)
    kept = tuple(line for line in lines if not isinstance(line, Cut))
    cuts = tuple(line for line in lines if isinstance(line, Cut))
    return Outcome(Cleaned(kept, cuts, metadata), correction.diagnostics)


def _judge(pieces: tuple[Unit, ...], seed: Seed) -> dict[int, tuple[Role, str]]:
    if not pieces:
        return {}
    page, judged = by_rules(pieces, seed.metadata)
    opinion = second_opinion(page, [judged[index][0] for index in range(len(pieces))])
    judged |= {index: (Role.OTHER_BOILERPLATE, reason) for index, reason in opinion.left_out.items()}
    for index in opinion.taken_back:
        del judged[index]
    _apply(BODY, judged, page)
    return judged


def by_rules(pieces: tuple[Unit, ...], metadata: Metadata) -> tuple[Page, dict[int, tuple[Role, str]]]:
    """The page with the roles that the first rules gave, and what all rules say of its units."""
    judged: dict[int, tuple[Role, str]] = {}
    _apply(FURNITURE, judged, Page(pieces, metadata, {}, range(len(pieces))))
    roles = {index: role for index, (role, _) in judged.items()}
    page = Page(pieces, metadata, roles, extent(pieces, roles))
    _apply(ARTICLE, judged, page)
    return page, judged


def _apply(rules: Sequence[Rule], judged: dict[int, tuple[Role, str]], page: Page) -> None:
    for rule in rules:
        seen = replace(page, roles={index: role for index, (role, _) in judged.items()})
        for index, role, *reason in rule(seen):
            judged.setdefault(index, (role, reason[0] if reason else rule.__name__.replace("_", " ")))


def _corrected(judged: Judged, kept: Mapping[int, bool], pieces: Sequence[Unit]) -> Judged:
    """The verdicts with the author's own put over them; a line that is put back is what it looks like."""
    changed = dict(judged)
    for index, keep in kept.items():
        role = judged[index][0]
        if keep and not role.kept:
            looks_like = Role.LIST_ITEM if pieces[index].bulleted else Role.PARAGRAPH
            changed[index] = (looks_like, "kept by the editor")
        elif not keep and role.kept:
            changed[index] = (Role.OTHER_BOILERPLATE, "dropped by the editor")
    return changed


def _lines(pieces: Sequence[Unit], judged: Judged) -> Iterator[Judgement]:
    for index, piece in enumerate(pieces):
        role, rule = judged[index]
        for place, line in enumerate(piece.lines):
            judgement = Judgement(line.number, line.text, role, rule, line.level, place > 0)
            yield judgement if role.kept else _cut(judgement)


def _blanks(seed: Seed, pieces: Sequence[Unit]) -> Iterator[Cut]:
    filled = {line.number for piece in pieces for line in piece.lines}
    for line in seed.lines:
        if line.number not in filled:
            yield Cut(line.number, line.text, Role.BLANK, "empty line")


def _cut(line: Judgement) -> Cut:
    return Cut(line.number, line.text, line.role, line.rule, line.level, line.continues)
