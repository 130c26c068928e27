"""What people and tools are told: diagnostics in three forms, the build's summary, an explanation, a cleaning."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place
from generator.model import Cleaned, Contribution
from generator.text import OVERRIDES

_LINE_FEED = "\u240a"
_OBEYED = OVERRIDES | {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)} | {0x7F: "\u2421"}
_OBEYED |= dict.fromkeys(range(0x80, 0xA0), "\ufffd") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_IN_JSON = {code: f"\\u{code:04x}" for code in _OBEYED if code >= 0x7F}
_COMMAND = re.compile(r"^((?:[^\S\n]|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff])*+:)(?=:)|(##)(?=\[)", re.MULTILINE)
"""Where GitHub's runner finds an order: `::` after white space, and the older `##[` anywhere in a line."""


def as_text(diagnostic: Diagnostic) -> str:
    """For a terminal; editors make the first line a link to the place."""
    place = diagnostic.place
    lines = [f"{_address(place)}: {diagnostic.severity}: {diagnostic.message}  [{diagnostic.code}]"]
    lines += _source(place)
    lines += [f"   {line}" for line in diagnostic.why.splitlines()]
    if diagnostic.fix:
        lines.append(f"   Fix: {diagnostic.fix}")
    return "\n".join(map(in_a_line, lines))


def visible(words: str) -> str:
    """The words with signs for what a terminal would obey, and for what turns words round: some are a stranger's.

    What a workflow of GitHub would obey has a space in it: `: :` where a line begins, `## [` anywhere.
    """
    signs = words if words.isprintable() else words.translate(_OBEYED)
    return _COMMAND.sub(r"\1\2 ", signs)


def in_a_line(words: str) -> str:
    """The same for what is one line, as a name is: with signs for line feeds too, so that it begins no other."""
    return visible(words.replace("\n", _LINE_FEED))


def as_json(diagnostic: Diagnostic) -> str:
    """One line of JSON."""
    return json_line(asdict(diagnostic))


def json_line(record: Mapping[str, object]) -> str:
    """A record as one line of JSON, which reads back as it was: what would be obeyed is written as `\\u` and digits."""
    return json.dumps(record, ensure_ascii=False).translate(_IN_JSON).replace("##[", "#\\u0023[")


def as_annotation(diagnostic: Diagnostic) -> str:
    """A workflow command that makes GitHub Actions show the diagnostic on its line of the pull request."""
    place = diagnostic.place
    at = {"file": place.path, "line": place.line, "col": place.column, "title": diagnostic.code}
    properties = ",".join(f"{name}={_escaped(visible(str(value)), ':,')}" for name, value in at.items() if value)
    parts = [diagnostic.message, diagnostic.why, f"Fix: {diagnostic.fix}" if diagnostic.fix else ""]
    return f"::{diagnostic.severity} {properties}::{_escaped(visible(chr(10).join(filter(None, parts))))}"


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are: "2 errors and 1 warning"; empty for none."""
    counts = Counter(each.severity for each in diagnostics)
    return " and ".join(count(counts[name], name) for name in ("error", "warning") if counts[name])


def summary(readings: Sequence[Contribution]) -> str:
    """What a build has made, in one line."""
    shared = {name for each in readings for name in each.passages.terms()}
    totals = [
        count(len(readings), "reading"),
        count(sum(each.notes for each in readings), "note"),
        count(len(shared) + sum(len(each.terms) for each in readings), "term"),
        count(sum(len(each.events) for each in readings), "event"),
    ]
    kept, cut = sum(each.kept for each in readings), sum(each.cut for each in readings)
    return f"{', '.join(totals)}; {count(kept, 'line')} of the seeds kept, {cut} cut"


def profile(spent: Mapping[str, float], seconds: float) -> str:
    """Where the time of a build went: the seconds of each stage, in all processes, the longest first."""
    lines = [f"{seconds:9.2f} s  from start to end"]
    for name, each in sorted(spent.items(), key=lambda item: -item[1]):
        lines.append(f"{each:9.2f} s  {name}")
    return "\n".join(lines)


def count(number: int, name: str) -> str:
    """A number with its noun: "1 note", "2 notes"."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def explanation(code: Code) -> str:
    """What a diagnostic code means, at length."""
    parts = [
        f"{code.name} ({code.severity})",
        code.meaning,
        f"Why it matters: {code.matters}",
        f"For example:\n\n{_indented(code.example)}",
        f"Instead:\n\n{_indented(code.instead)}",
    ]
    return "\n\n".join(part.strip() for part in parts)


def cleaning_as_json(path: Path, cleaned: Cleaned) -> str:
    """A cleaned capture as one line of JSON: its metadata, and every line with its role and rule."""
    lines = [
        {"n": line.number, "role": line.role.value, "rule": line.rule, "text": line.text} for line in cleaned.lines
    ]
    record = {"path": str(path), "metadata": asdict(cleaned.metadata), "lines": lines}
    return json_line(record)


def cleaning_as_table(path: Path, cleaned: Cleaned) -> str:
    """A cleaned capture to be looked at: + for what stays, - for what is left out."""
    lines = [line for line in cleaned.lines if line.text.strip()]
    facts = [f"{name}: {_shown(value)}" for name, value in asdict(cleaned.metadata).items() if value]
    counts = Counter(line.role.kept for line in lines)
    rows = [
        f"{line.number:5} {'+' if line.role.kept else '-'} {line.role:<18} {' '.join(line.text.split())}"
        for line in lines
    ]
    head = f"{path}: {count(counts[True], 'line')} kept, {counts[False]} left out (blank lines aside)"
    return "\n".join(map(in_a_line, [head, *(f"  {fact}" for fact in facts), *rows]))


def _address(place: Place) -> str:
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part)


def _source(place: Place) -> Iterator[str]:
    if not place.text.strip():
        return
    gutter = f"{place.line:5} │ "
    yield gutter + place.text.replace("\t", " ").rstrip()
    if place.column and place.length:
        yield f"      │ {' ' * (place.column - 1)}{'^' * max(1, min(place.length, len(place.text) - place.column + 1))}"


def _escaped(value: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


def _indented(block: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in block.strip("\n").splitlines())


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, (list, tuple)) else str(value)
