"""`anchors.lock` read and written: TOML, an entry after the other, each value on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import tomli
import tomli_w

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Change, Former, Lock, Locked, Memory, SourceFile, Surroundings

VERSION = 1
_HEAD = """\
# What every quote of this reading stands on, so that a text that changes cannot carry notes to other words.
# Written by `python build.py`, to be committed with the notes. Of a merge conflict keep both sides.
# When the text has changed: `python build.py check --fix`.
"""
_IN = " in "
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)


@lru_cache(maxsize=1)
def read_lock(file: SourceFile | None) -> Outcome[Lock]:
    """What a lock file says; an empty lock where there is none, and an error where it cannot be read."""
    if file is None:
        return Outcome(Lock())
    try:
        table = tomli.loads(file.data.decode("utf-8-sig"))
        if table.get("version") != VERSION:
            return Outcome(Lock(), (_other_version(file.path),))
        return Outcome(_lock(table))
    except (UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError) as error:
        return Outcome(Lock(), (_unreadable(file, str(error)),))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        return Outcome(Lock(), (_unreadable(file, f"{type(error).__name__}: {error}"),))


def says(file: SourceFile | None, lock: Lock) -> bool:
    """Whether a lock file says all this, in the order in which it would be written."""
    known = read_lock(file)
    return (
        file is not None
        and not known.diagnostics
        and _ordered(known.value)
        == _ordered(replace(lock, quotes=dict(sorted(lock.quotes.items())), former=dict(sorted(lock.former.items()))))
    )


def _ordered(lock: Lock) -> tuple[object, ...]:
    return [*lock.quotes.items()], [*lock.ids.items()], [*lock.former.items()], [*lock.changes]


def write_lock(lock: Lock) -> bytes:
    """The lock as a file: quotes and former things by name, the page's ids in its order."""
    table: dict[str, Any] = {"version": VERSION}
    if lock.quotes:
        table["quotes"] = {name: _written(lock.quotes[name]) for name in sorted(lock.quotes)}
    if lock.ids:
        table["ids"] = dict(lock.ids)
    if lock.former:
        table["former"] = {name: _former_written(lock.former[name]) for name in sorted(lock.former)}
    if lock.changes:
        table["changes"] = [_change_written(each) for each in lock.changes]
    return (_HEAD + tomli_w.dumps(table)).encode()


def _lock(table: Mapping[str, Any]) -> Lock:
    quotes = {name: Locked(str(each["quote"]), _memory(each)) for name, each in table.get("quotes", {}).items()}
    ids = {str(name): str(words) for name, words in table.get("ids", {}).items()}
    former = {
        name: Former(str(each.get("now", "")), str(each.get("words", "")), str(each.get("after", "")))
        for name, each in table.get("former", {}).items()
    }
    changes = tuple(
        Change(each["entry"], each["fate"], each["was"], each["now"], each["text"]) for each in table.get("changes", ())
    )
    return Lock(quotes, ids, former, changes)


def _memory(entry: Mapping[str, Any]) -> Memory:
    rivals = tuple(_surroundings(each) for each in entry.get("rivals", ()))
    start, _, text = str(entry["place"]).partition(_IN)
    ordinal = int(entry.get("ordinal", 0))
    if int(start) < 0 or not 0 <= ordinal <= len(rivals):
        raise ValueError("a number is out of bounds")
    return Memory(_surroundings(entry), int(start), text, rivals, ordinal)


def _surroundings(entry: Mapping[str, Any]) -> Surroundings:
    return Surroundings(str(entry["before"]), str(entry["words"]), str(entry["after"]))


def _written(locked: Locked) -> dict[str, Any]:
    memory = locked.memory
    entry: dict[str, Any] = {"quote": locked.quote, **_around(memory.chosen)}
    # Git takes a line that two entries share for one of both, so no line of an entry is like another's.
    entry["place"] = f"{memory.start}{_IN}{memory.text}"
    if memory.ordinal:
        entry["ordinal"] = memory.ordinal
    if memory.rivals:
        entry["rivals"] = [_around(each) for each in memory.rivals]
    return entry


def _around(place: Surroundings) -> dict[str, str]:
    return {"before": place.before, "words": place.words, "after": place.after}


def _former_written(former: Former) -> dict[str, str]:
    where = {"now": former.now} if former.now else {"after": former.after}
    return {"words": former.words, **where}


def _change_written(change: Change) -> dict[str, str]:
    return {
        "entry": change.entry,
        "fate": change.fate,
        "was": change.was,
        "now": change.now,
        "text": change.text,
    }


def _unreadable(file: SourceFile, reason: str) -> Diagnostic:
    source = file.data.decode("utf-8", "replace")
    conflict = _CONFLICT.search(source)
    line = source.count("\n", 0, conflict.start()) + 1 if conflict else 0
    return diagnose(
        "lock-unreadable",
        "two versions of this file were not merged" if conflict else "this lock cannot be read",
        Place(file.path, line),
        why="Git left its marks in it." if conflict else f"{reason[:1].upper()}{reason[1:]}.",
        fix="keep the lines of both sides and delete the lines of `<`, `=` and `>`."
        if conflict
        else "take it from your last commit; without one delete it, look whether every note stands right, and build.",
    )


def _other_version(path: str) -> Diagnostic:
    return diagnose(
        "lock-unreadable",
        "this lock is of another version",
        Place(path),
        why=f"This generator reads version {VERSION}.",
        fix="use the generator that wrote it, or a newer one.",
    )
