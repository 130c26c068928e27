"""A toml file held against the keys that it may have: wrong ones are diagnosed, right ones handed on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

import tomli

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import SourceFile
from generator.project.keys import Lines

Schema = Mapping[str, "type | Schema | tuple[Schema]"]
"""For each key `str`, `bool` or `list` (of strings), or the schema of a table, in a tuple where it may repeat."""

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_TOO_DEEP = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
"""A key of so many parts; tomli takes the square of their number in time."""
_MOST_BITS = 256
_NAMES = {
    str: 'a text in quotation marks: "…"',
    bool: "true or false",
    int: "a whole number",
    list: 'a list of texts: ["…", "…"]',
}


@dataclass(frozen=True, slots=True)
class Facts:
    """The values of a toml file that passed its schema, by dotted key."""

    values: Mapping[str, Any]
    places: Mapping[str, Place]
    """Of every key of the file, those with wrong values too; of a repeated table itself under the empty key."""

    def text(self, key: str) -> str:
        """A text, without white space at its ends; empty where the key is missing."""
        return str(self.values.get(key, "")).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the key is missing."""
        return tuple(self.values.get(key, ()))

    def tables(self, key: str) -> tuple[Facts, ...]:
        """The tables `[[key]]`, each by its own keys; none where the key is missing."""
        return tuple(self.values.get(key, ()))


def read_toml(file: SourceFile, schema: Schema) -> Outcome[Facts | None]:
    """The facts of a toml file; None where it cannot be read at all."""
    try:
        source = file.data.decode("utf-8-sig")
        if _TOO_DEEP.search(source):
            raise RecursionError
        table = tomli.loads(source)
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        return Outcome(None, (_not_utf8(Place(file.path, line)),))
    # A number of thousands of digits is a plain ValueError.
    except ValueError as error:
        return Outcome(None, (_syntax(error, file.path, source),))
    except RecursionError:
        return Outcome(None, (_syntax(ValueError("it is nested too deeply"), file.path, source),))
    lines = Lines(source.splitlines())
    check = _Check(file.path, lines, schema)
    check.table(table, schema, "", _Own(range(len(lines.texts)), Place(file.path)))
    return Outcome(Facts(check.values, check.places), tuple(check.found))


def wrong_kind(name: str, wanted: str, place: Place) -> Diagnostic:
    """What is said of a setting that has another kind of value than is `wanted`."""
    return diagnose("wrong-type", f"`{name}` has a value of the wrong kind", place, fix=f"write {wanted}.")


@dataclass(frozen=True, slots=True)
class _Own:
    """The lines that a table's keys begin, none if it has no head, and the place of a key that begins none of them."""

    lines: range
    place: Place


class _Check:
    """Walks a table and its schema together; `top` is the schema of the whole file."""

    def __init__(self, path: str, lines: Lines, top: Schema) -> None:
        self.path = path
        self.lines = lines
        self.top = top
        self.values: dict[str, Any] = {}
        self.places: dict[str, Place] = {}
        self.found: list[Diagnostic] = []

    def table(self, table: Mapping[str, Any], schema: Schema, above: str, own: _Own) -> None:
        for key, written in table.items():
            value = _as_text(written) if schema.get(key) is str else written
            name = f"{above}{key}"
            kind = schema.get(key)
            head = self.lines.tables.get(key) if isinstance(kind, Mapping) else None
            place = self._place(key, own if head is None else _Own(self.lines.under(head), own.place))
            self.places[name] = place
            if kind is None:
                misplaced = key in self.top and schema is not self.top
                self.found.append(_misplaced(key, place) if misplaced else _unknown(name, key, list(schema), place))
            elif isinstance(kind, tuple):
                if isinstance(value, list) and all(isinstance(each, dict) for each in value):
                    self.values[name] = tuple(
                        self._repeated(key, nth, each, kind[0], place) for nth, each in enumerate(value)
                    )
                else:
                    self.found.append(wrong_kind(name, f"tables, each under its own line [[{name}]]", place))
            elif isinstance(kind, Mapping):
                if isinstance(value, dict):
                    lines = range(0) if head is None else self.lines.under(head)
                    self.table(value, kind, f"{name}.", _Own(lines, place))
                else:
                    self.found.append(wrong_kind(name, f"a table: [{name}]", place))
            elif isinstance(value, kind) and (kind is bool) == isinstance(value, bool) and not _holds_others(value):
                self.values[name] = value
            else:
                self.found.append(wrong_kind(name, _NAMES[kind], place))

    def _repeated(self, key: str, nth: int, table: Mapping[str, Any], schema: Schema, place: Place) -> Facts:
        """The n-th table `[[key]]`."""
        heads = self.lines.heads.get(key, [])
        lines = range(heads[nth], len(self.lines.texts)) if nth < len(heads) else range(0)
        inner = _Check(self.path, self.lines, self.top)
        here = self._place(key, _Own(lines, place))
        inner.table(table, schema, "", _Own(lines, here))
        self.found += inner.found
        return Facts(inner.values, {"": here, **inner.places})

    def _place(self, key: str, own: _Own) -> Place:
        found = self.lines.find(key, own.lines)
        if not found:
            return own.place
        number, line = found
        return Place(self.path, number + 1, line.index(key) + 1, len(key), line)


def _as_text(value: object) -> object:
    """A date or a number where a text is wanted is the text that the author wrote: `published = 2019-02-12`."""
    if isinstance(value, date):
        return value.isoformat()
    # Numbers in other notations may have more digits than Python writes out.
    is_number = isinstance(value, int) and not isinstance(value, bool) and value.bit_length() < _MOST_BITS
    return str(value) if is_number else value


def _holds_others(value: object) -> bool:
    return isinstance(value, list) and not all(isinstance(each, str) for each in value)


def _unknown(name: str, key: str, known: list[str], place: Place) -> Diagnostic:
    near = get_close_matches(key.lower(), known, 1)
    return diagnose(
        "unknown-key",
        f"`{name}` is no setting",
        place,
        why=f"Known here: {', '.join(known)}.",
        fix=f"did you mean `{near[0]}`?" if near else "take it out.",
    )


def _misplaced(key: str, place: Place) -> Diagnostic:
    return diagnose(
        "unknown-key",
        f"`{key}` is no setting of the table that it stands in",
        place,
        why="A line like [clean] begins a table, and all that follows belongs to it.",
        fix="move the line up, above the first line in brackets.",
    )


def _not_utf8(place: Place) -> Diagnostic:
    return diagnose("not-utf-8", "this file is not UTF-8", place, fix="save it as UTF-8 (every editor can).")


def _syntax(error: ValueError, path: str, source: str) -> Diagnostic:
    message = str(error)
    at = _AT.search(message)
    lines = source.splitlines()
    line = int(at[1]) if at and at[1] else max(1, len(lines))
    column = int(at[2]) if at and at[2] else 0
    shown = lines[line - 1] if line <= len(lines) else ""
    reason = _AT.sub("", message)
    return diagnose(
        "toml-syntax",
        f"this is not TOML: {reason[:1].lower()}{reason[1:]}",
        Place(path, line, column, 1 if column else 0, shown),
        fix='a fact is written `key = "text"`, a list `key = ["one", "two"]`, each on a line of its own.',
    )
