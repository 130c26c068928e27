"""`explain`: what a diagnostic means."""

from __future__ import annotations

from difflib import get_close_matches

from generator import report
from generator.diagnostics import codes
from generator.exits import FINE, CannotStart


def explain(arguments: list[str]) -> int:
    """Explains a code; returns the exit status."""
    known = codes()
    if not arguments:
        raise CannotStart(f"name a code: {', '.join(known)}.")
    name = arguments[0].strip("[]")
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"the codes are {', '.join(known)}."
        raise CannotStart(f"there is no code `{name}`; {hint}")
    print(report.explanation(known[name]))
    return FINE
