"""An author's corrections: lines quoted in reading.toml that the rules judged wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import text
from generator.clean.units import Unit
from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.model import Correction

Corrected = dict[int, bool]
"""For the index of a unit whether it is kept."""


def corrected(corrections: Iterable[Correction], units: Sequence[Unit]) -> Outcome[Corrected]:
    """Which units the corrections mean; one that means none, or several that differ, is diagnosed."""
    meant: Corrected = {}
    found: list[Diagnostic] = []
    wanted = tuple(corrections)
    keys = [text.key(unit.text) for unit in units] if wanted else []
    for correction in wanted:
        quote = text.key(correction.quote)
        hits = [index for index, key in enumerate(keys) if key == quote]
        hits = hits or [index for index, key in enumerate(keys) if quote and key.startswith(quote)]
        if not hits:
            found.append(_unmatched(correction))
        elif len({keys[index] for index in hits}) > 1:
            found.append(_ambiguous(correction, [units[index] for index in hits]))
        else:
            meant.update((index, correction.keep) for index in (hits[:1] if correction.keep else hits))
    return Outcome(meant, tuple(found))


def _unmatched(correction: Correction) -> Diagnostic:
    return diagnose(
        "correction-unmatched",
        f"no line of the seed begins with “{text.excerpt(correction.quote)}”",
        correction.place,
        fix="copy the beginning of the line from the seed, or from the page “What was left out, and why”.",
    )


def _ambiguous(correction: Correction, units: Sequence[Unit]) -> Diagnostic:
    return diagnose(
        "correction-ambiguous",
        f"{len(units)} lines of the seed begin with “{text.excerpt(correction.quote)}”",
        correction.place,
        why="\n".join(f"seed line {unit.lines[0].number}: {text.excerpt(unit.text)}" for unit in units[:5]),
        fix="quote more of the line.",
    )
