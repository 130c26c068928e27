"""Every entry on its place in the text as it is, or held back; what the lock remembers goes before the quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator import text
from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.enrich.anchoring import Anchors, anchor_at, in_context, left_out, where
from generator.enrich.fates import Entry, fate_of, locked_entries, name_of, new_fate, next_quotes
from generator.enrich.locate import locate
from generator.enrich.passage import Passages
from generator.model import Cleaned, Fate, Lock, Locked, Selector

_SHOWN = 5
_FIX = "run `python build.py check --fix`"


@dataclass(frozen=True, slots=True)
class Held:
    """Where a reading's entries stand."""

    anchors: Mapping[str, Anchors]
    """By the entry's name; none for one whose place is not certain."""
    fates: tuple[Fate, ...]
    quotes: Mapping[str, Locked]
    """What the lock is to remember after this build."""
    renamed: Mapping[str, str]
    """Entries whose heading has changed: the name that the lock knows, and the new one."""


def hold(entries: Sequence[Entry], lock: Lock, passages: Passages, cleaned: Cleaned) -> Outcome[Held]:
    """The anchors and fates of every entry that has a quote, and what there is to say about them."""
    locked = locked_entries(entries, lock)
    anchors: dict[str, Anchors] = {}
    fates: list[Fate] = []
    found: list[Diagnostic] = []
    for entry in entries:
        if entry.selector is None:
            continue
        name = name_of(entry)
        if name in locked:
            fate = fate_of(name, entry.selector, locked[name][1], passages)
            outcome = Outcome(_anchors(fate, passages), _told(fate, passages, cleaned))
        else:
            hits = locate(entry.selector, passages)
            fate = new_fate(name, entry.selector, hits, passages)
            outcome = anchor_at(hits, entry.selector, passages, cleaned)
            if fate.name == "lost" and fate.quote:
                outcome = Outcome(outcome.value, tuple(_mendable(each) for each in outcome.diagnostics))
        fates.append(fate)
        found += outcome.diagnostics
        if outcome.value:
            anchors[name] = outcome.value
    renamed = {known: name for name, (known, _) in locked.items() if known != name}
    return Outcome(Held(anchors, tuple(fates), next_quotes(fates, locked, lock, passages), renamed), tuple(found))


def _mendable(missing: Diagnostic) -> Diagnostic:
    return replace(missing, fix=f"{missing.fix.rstrip('.')}, or {_FIX}.")


def _anchors(fate: Fate, passages: Passages) -> Anchors:
    if fate.span is None or fate.name not in ("kept", "moved"):
        return ()
    return passages.anchors(*fate.span, "exact" if fate.name == "kept" else "moved")


def _told(fate: Fate, passages: Passages, cleaned: Cleaned) -> tuple[Diagnostic, ...]:
    if fate.name == "kept":
        return ()
    place, was = fate.selector.place, _shown(fate)
    if fate.name == "moved" and fate.span:
        why = f"They were: {was}\nThey are ({where(passages, fate.span)}): {in_context(passages, fate.span)}"
        return (diagnose("anchor-moved", "these words stand among others now", place, why, f"look, and {_FIX}."),)
    if fate.name == "changed" and fate.span:
        why = f"They were: {was}\nThey may be ({where(passages, fate.span)}): {in_context(passages, fate.span)}"
        fix = f"{_FIX} to take the new words, or quote others."
        return (diagnose("anchor-changed", "the text has other words here now", place, why, fix),)
    if fate.name == "ambiguous":
        fix = "quote a few words more around those that you mean, and make these **bold**."
        shown = (f"{where(passages, each)}: {in_context(passages, each)}" for each in fate.others[:_SHOWN])
        why = "\n".join([f"They were: {was}", *shown])
        return (diagnose("anchor-ambiguous", "these words could be in several places now", place, why, fix),)
    return (_lost(fate, was, passages, cleaned),)


def _lost(fate: Fate, was: str, passages: Passages, cleaned: Cleaned) -> Diagnostic:
    bare = Selector(fate.selector.exact, "", "", fate.selector.place)
    alike = locate(fate.selector, passages).spans or locate(bare, passages).spans
    if alike:
        shown = f"The like stands in {where(passages, alike[0])}, but nothing says that it is the place that was meant:"
        reason = f"{shown}\n{in_context(passages, alike[0])}"
        fix = "quote the words that you mean now, with some around them, or take the entry out."
    else:
        reason, fix = left_out(fate.was.words, cleaned) or ("", "quote other words, or take the entry out.")
    why = f"They were: {was}\n{reason}".rstrip()
    return diagnose("anchor-lost", "these words are no longer in the text", fate.selector.place, why, fix)


def _shown(fate: Fate) -> str:
    """What the lock remembers, with a few words around."""
    before, after = fate.was.before[-30:], fate.was.after[:30]
    head = before[before.find(" ") + 1 :] if len(before) == 30 else before
    tail = after[: after.rfind(" ")] if len(after) == 30 and " " in after else after
    return f"{head}**{text.excerpt(fate.was.words, 80)}**{tail}".replace("\n", " ¶ ")
