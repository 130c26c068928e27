"""What a page once had: the ids of blocks and entries that are no more, and what links to them are to lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from generator import text
from generator.enrich.fates import Entry, name_of
from generator.enrich.passage import Passages
from generator.enrich.relocation import relocate
from generator.model import Event, Former, Lock, Locked, Term

_ENDS = 60
"""Characters of a block's beginning and end by which it is known again."""
_ALIKE = 80.0
"""From which likeness (rapidfuzz's partial ratio, 0 to 100) on a block is the one that another was."""


def page_ids(passages: Passages, entries: Iterable[Entry], excerpts: bool) -> dict[str, str]:
    """The ids of a page's blocks and the names of its entries, each with its words; in excerpts there are no blocks."""
    blocks = {} if excerpts else {block.id: _sketch(block.text) for block in passages.blocks}
    return {**blocks, **{name_of(entry): _title(entry) for entry in entries}}


def former_ids(
    lock: Lock, ids: Mapping[str, str], renamed: Mapping[str, str], entries: Sequence[Entry], passages: Passages
) -> dict[str, Former]:
    """What became of everything that the lock knows and the page no longer has."""
    gone = [name for name in lock.ids if name not in ids]
    found: dict[str, Former] = {}
    for name in gone:
        now = (
            renamed.get(name) or _namesake(name, lock.ids[name], entries)
            if ":" in name
            else _successor(lock.ids[name], lock, passages)
        )
        after = "" if now else _behind(name, lock, passages)
        found[name] = Former(now, lock.ids[name], after)
    return {**_carried(lock, found, ids), **found}


def _sketch(words: str) -> str:
    return words if len(words) <= 2 * _ENDS + 3 else f"{words[:_ENDS]} … {words[-_ENDS:]}"


def _title(entry: Entry) -> str:
    if isinstance(entry, Term):
        return entry.headword
    return f"{entry.date.raw}: {entry.title}" if isinstance(entry, Event) else entry.title


def _successor(sketch: str, lock: Lock, passages: Passages) -> str:
    """The new block that begins or ends like one that is no more; empty where there is none."""
    head, _, tail = sketch.partition(" … ")
    parts = [head[: 2 * _ENDS], *([tail] if tail else [])]
    best, score = "", _ALIKE
    for block in (each for each in passages.blocks if each.id not in lock.ids):
        likeness = max(_likeness(part, block.text) for part in parts)
        if likeness > score:
            best, score = block.id, likeness
    return best


def _likeness(part: str, words: str) -> float:
    # Of two lengths the shorter is looked for in the longer: a heading of a word is in every paragraph.
    if len(words) < len(part) / 2:
        return fuzz.ratio(part, words)
    return fuzz.partial_ratio(part, words) if len(part) >= _ENDS / 3 else fuzz.ratio(part, words)


def _namesake(name: str, title: str, entries: Sequence[Entry]) -> str:
    """The entry that explains a headword that is no more, or tells of the same date; empty where there is none."""
    kind = name.split(":")[0]
    return next((name_of(each) for each in entries if _is_same(kind, title, each)), "")


def _is_same(kind: str, title: str, entry: Entry) -> bool:
    if isinstance(entry, Term):
        names = {text.key(each) for each in (entry.headword, *entry.variants)}
        return kind == "term" and text.key(title) in names
    if isinstance(entry, Event):
        return kind == "event" and title.startswith(f"{entry.date.raw}: ")
    return kind == "note" and title == entry.title


def _behind(name: str, lock: Lock, passages: Passages) -> str:
    """The id of the block behind which it stood, or of the one that it stood in."""
    known = {block.id for block in passages.blocks}
    locked: Locked | None = lock.quotes.get(name)
    if locked:
        span = relocate(locked.memory, passages.joined).span
        return passages.block_at(span[0]).id if span else ""
    before = ""
    for each in lock.ids:
        if each == name:
            return before
        if each in known:
            before = each
    return before


def _carried(lock: Lock, found: Mapping[str, Former], ids: Mapping[str, str]) -> dict[str, Former]:
    """What was former already, with what has become of its successors since."""
    carried: dict[str, Former] = {}
    for name, each in lock.former.items():
        if name in ids:
            continue
        if each.now and each.now not in ids:
            later = found.get(each.now)
            carried[name] = Former(later.now, each.words, later.after) if later else Former("", each.words)
        elif each.after and each.after not in ids:
            later = found.get(each.after)
            carried[name] = Former("", each.words, (later.now or later.after) if later else "")
        else:
            carried[name] = each
    return carried
