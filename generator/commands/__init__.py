"""The commands of the command line: each reads its options, has the work done, and prints what came of it.

Only the command that was asked for is loaded.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module

from generator.exits import CannotStart

COMMANDS = {
    "build": "building",
    "check": "checking",
    "clean": "cleaning",
    "explain": "explaining",
    "new": "beginning",
    "preview": "showing",
    "theme": "beginning",
    "update": "updating",
}
"""The module of this folder in which the function of that name is."""


def run(arguments: list[str]) -> int:
    """Runs one command and returns its exit status. CannotStart where it asks for what cannot be begun."""
    named = bool(arguments) and not arguments[0].startswith("-")
    name = arguments[0] if named else "build"
    if name not in COMMANDS:
        near = get_close_matches(name, COMMANDS, 1)
        hint = f"did you mean `{near[0]}`?" if near else "see python build.py --help."
        raise CannotStart(f"there is no command `{name}`; {hint}")
    command = getattr(import_module(f"{__name__}.{COMMANDS[name]}"), name)
    return int(command(arguments[1 if named else 0 :]))
