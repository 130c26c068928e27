"""A person's mistake is a value: where it is, what it is, why it matters and how to mend it.

The build goes on after a mistake and finds the rest; `raise` is for the generator's own bugs. What a code means
at length stands in `codes.toml`, and `python build.py explain CODE` prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Generic, Literal, TypeVar

import tomli

T = TypeVar("T")

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that a person can open."""

    path: str
    """Path from the project folder, with forward slashes."""
    line: int = 0
    """Counted from 1; 0 means the file as a whole."""
    column: int = 0
    """Counted from 1, in characters; 0 means the line as a whole."""
    length: int = 0
    """How many characters are meant, from `column` on."""
    text: str = ""
    """The line itself, so that a report can show it without reading the file again."""


@dataclass(frozen=True, slots=True)
class Code:
    """What one diagnostic code means, for `explain`."""

    name: str
    severity: Severity
    meaning: str
    matters: str
    example: str
    instead: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that a person should know about what they wrote."""

    code: str
    """A key of `codes()`."""
    message: str
    """What is wrong, in one clause without a full stop."""
    place: Place
    severity: Severity
    """An error keeps the site from being published; a warning does not."""
    why: str = ""
    """What the generator saw: the nearest words, the candidates. May hold several lines."""
    fix: str = ""
    """What to do, in the imperative."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A stage's value together with what it found to say."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(each.severity == "error" for each in self.diagnostics)


def diagnose(code: str, message: str, place: Place, why: str = "", fix: str = "") -> Diagnostic:
    """A diagnostic with the severity that `codes.toml` gives its code. KeyError for an unknown code."""
    return Diagnostic(code, message, place, codes()[code].severity, why, fix)


@cache
def codes() -> Mapping[str, Code]:
    """Every diagnostic code by name, read from `codes.toml`."""
    raw = resources.files(__package__).joinpath("codes.toml").read_text("utf-8")
    return {name: Code(name=name, **fields) for name, fields in tomli.loads(raw).items()}


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same diagnostics by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_position))


def _position(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    place = diagnostic.place
    return place.path, place.line, place.column, diagnostic.code
