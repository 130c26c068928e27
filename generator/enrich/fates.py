"""What became of each entry's quote: kept, moved, changed, ambiguous or lost.

Where the lock remembers an entry, the lock decides where it stands, and not the quote: words that look like the
quote may be other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator import text
from generator.enrich.locate import Hits, Span, locate
from generator.enrich.passage import Passages
from generator.enrich.quotes import written
from generator.enrich.quoting import quote_for
from generator.enrich.relocation import Relocation, digest, relocate, remember
from generator.enrich.sameness import same_words
from generator.model import Event, Fate, FateName, Lock, Locked, Memory, Note, Selector, Surroundings, Term

Entry = Note | Term | Event

_NEAR = 0.6
"""From here on what stands around the words is as it was."""
_AROUND = 8
"""So many words on each side at most are quoted anew."""
_MARKS = 8
"""So many signs that are no letters may belong to the words at each end."""


def name_of(entry: Entry) -> str:
    """The name of an entry in its reading: `note:fine`."""
    return f"{type(entry).__name__.lower()}:{entry.id}"


def locked_entries(entries: Iterable[Entry], lock: Lock) -> dict[str, tuple[str, Locked]]:
    """For each entry that the lock remembers with the quote that it has: its name there, and what is remembered.

    An entry with another heading has another name; its quote tells which one it was.
    """
    quoted = {name_of(entry): written(entry.selector) for entry in entries if entry.selector}
    unclaimed = {(name.split(":")[0], each.quote): name for name, each in lock.quotes.items() if name not in quoted}
    found: dict[str, tuple[str, Locked]] = {}
    for name, quote in quoted.items():
        known = name if name in lock.quotes else unclaimed.get((name.split(":")[0], quote), "")
        if known and lock.quotes[known].quote == quote:
            found[name] = known, lock.quotes[known]
    return found


def fate_of(entry: str, selector: Selector, locked: Locked, passages: Passages) -> Fate:
    """What became of an entry that the lock remembers."""
    memory = locked.memory
    end = memory.start + len(memory.chosen.words)
    if memory.text == digest(passages.joined) and passages.joined[memory.start : end] == memory.chosen.words:
        return Fate(entry, "kept", selector, memory.chosen, memory.chosen, (memory.start, end))
    return _relocated(entry, selector, memory, passages)


def new_fate(entry: str, selector: Selector, hits: Hits, passages: Passages) -> Fate:
    """What there is to say of an entry that the lock does not remember: whether its quote names one place."""
    was = Surroundings(selector.prefix, selector.exact, selector.suffix)
    if len(hits.spans) == 1:
        return Fate(entry, "new", selector, was, _at(hits.spans[0], passages), hits.spans[0])
    if hits.spans:
        return Fate(entry, "ambiguous", selector, was)
    found = relocate(Memory(was, 0, ""), passages.joined)
    if not found.span:
        return Fate(entry, "lost", selector, was)
    span = _with_marks(found.span, selector.exact, passages)
    quote = _quote(span, selector, passages)
    return Fate(entry, "lost", selector, was, _at(span, passages), span, quote, found.likeness)


def _relocated(entry: str, selector: Selector, memory: Memory, passages: Passages) -> Fate:
    span, found = _unmoved(memory, passages.joined), Relocation("found", likeness=1.0, near=1.0)
    if span is None:
        found = relocate(memory, passages.joined)
        if found.span is None:
            verdict: FateName = "ambiguous" if found.verdict == "ambiguous" else "lost"
            return Fate(entry, verdict, selector, memory.chosen, likeness=found.likeness, others=found.others)
        span = _with_marks(found.span, memory.chosen.words, passages)
    now = _at(span, passages)
    named = locate(selector, passages).spans == (span,)
    same = same_words(memory.chosen.words, now.words)
    quote = "" if named and same else _quote(span, selector, passages)
    name: FateName = "changed" if not same else "kept" if found.near >= _NEAR else "moved"
    return Fate(entry, name, selector, memory.chosen, now, span, quote, found.likeness)


def _quote(span: Span, selector: Selector, passages: Passages) -> str:
    """The block quote for new words, with about as many words around them as their author quoted."""
    around = max(len(part.split()) for part in (selector.prefix, selector.suffix))
    return quote_for(passages, *span, min(around, _AROUND))


def _unmoved(memory: Memory, joined: str) -> Span | None:
    """The words where all that is remembered around them stands once, and nothing else is like them."""
    whole = memory.chosen.before + memory.chosen.words + memory.chosen.after
    at = joined.find(whole)
    if at < 0 or memory.rivals or joined.find(whole, at + 1) >= 0:
        return None
    start = at + len(memory.chosen.before)
    return start, start + len(memory.chosen.words)


def _with_marks(span: Span, words: str, passages: Passages) -> Span:
    """The span with the quotation marks, brackets and signs at its ends that the words had."""
    start, end = span
    wanted, folded = text.fold(words), passages.folded
    at = folded.find(wanted, max(0, start - _MARKS), end + _MARKS)
    if at >= 0:
        return at, at + len(words)
    head, tail = _signs(wanted), _signs(wanted[::-1])[::-1]
    if head and folded[:start].endswith(head):
        start -= len(head)
    if tail and folded[end:].startswith(tail):
        end += len(tail)
    return start, end


def _signs(words: str) -> str:
    """What stands before the first letter."""
    first = next((index for index, each in enumerate(words) if each.isalnum()), len(words))
    return words[:first][-_MARKS:]


def _at(span: Span, passages: Passages) -> Surroundings:
    start, end = span
    joined = passages.joined
    return Surroundings(joined[max(0, start - 60) : start], joined[start:end], joined[end : end + 60])


def next_quotes(
    fates: Iterable[Fate], locked: Mapping[str, tuple[str, Locked]], lock: Lock, passages: Passages
) -> dict[str, Locked]:
    """What is to be remembered after this build: what was remembered, and the new and edited quotes."""
    quotes: dict[str, Locked] = {}
    for fate in fates:
        if fate.entry in locked:
            quotes[fate.entry] = locked[fate.entry][1]
        elif fate.name == "new" and fate.span:
            quotes[fate.entry] = Locked(written(fate.selector), remember(passages.joined, *fate.span))
        elif fate.entry in lock.quotes:
            quotes[fate.entry] = lock.quotes[fate.entry]
    return quotes
