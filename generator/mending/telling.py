"""What `check --fix` and `check --anchors` say, for people and for tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from generator import report, text
from generator.mending.command import Mended, Question
from generator.mending.difference import coloured
from generator.mending.updating import Update
from generator.model import Fate, Site

_SHOWN = 100
_CONTEXT = 40

_HAPPENED = {
    "moved": "stands among other words now",
    "changed": "has other words now",
    "lost": "is not in the text, but this is close",
}


def as_question(question: Question, colour: bool) -> str:
    """An entry's old words over the new ones."""
    fate = question.fate
    assert fate.now is not None
    old, new = _compared(fate.was.words, fate.now.words, colour)
    at = f"{fate.selector.place.path}:{fate.selector.place.line}: {fate.entry}"
    lines = [
        f"[{question.number}/{question.count}] {report.in_a_line(at)} {_HAPPENED[fate.name]}",
        _marked(f"   was: {_tail(fate.was.before)}{old}{_head(fate.was.after)}", colour),
        _marked(f"   now: {_tail(fate.now.before)}{new}{_head(fate.now.after)}", colour),
    ]
    if question.grave:
        lines.append("   A number, a name or a negation differs: does what you wrote still hold?")
    return "\n".join(lines)


def as_result(mended: Mended) -> str:
    """What was taken and what was written."""
    files = f" Written: {report.in_a_line(', '.join(mended.files))}." if mended.files else ""
    taken, left = len(mended.accepted), len(mended.left)
    if not taken and not left:
        return "There is nothing to accept."
    return f"{taken} accepted, {left} left as they were.{files}"


def as_json(site: Site) -> Iterator[str]:
    """The fate of every entry that has a quote, one line of JSON each."""
    for slug in sorted(site.fates):
        for fate in site.fates[slug]:
            place = fate.selector.place
            record = {
                "reading": slug,
                "entry": fate.entry,
                "fate": fate.name,
                "path": place.path,
                "line": place.line,
                "was": asdict(fate.was),
                "now": asdict(fate.now) if fate.now else None,
                "start": fate.span[0] if fate.span else None,
                "end": fate.span[1] if fate.span else None,
                "quote": fate.quote,
                "likeness": round(fate.likeness, 3),
            }
            yield report.json_line(record)


def as_text(site: Site) -> Iterator[str]:
    """For each reading how many quotes met which fate, and every one that was not kept."""
    for slug in sorted(site.fates):
        yield from _fates(slug, site.fates[slug])


def as_update(update: Update, colour: bool) -> Iterator[str]:
    """What a newer capture changes: its paragraphs, and the fate of every quote."""
    yield report.in_a_line(f"{update.slug}: {update.manuscript.seed.path} → seeds/{update.seed}")
    yield f"Paragraphs: {len(update.added)} added, {len(update.removed)} removed, {len(update.edited)} edited."
    yield from (report.in_a_line(f"  + {text.excerpt(block.text, _SHOWN)}") for block in update.added)
    yield from (report.in_a_line(f"  - {text.excerpt(block.text, _SHOWN)}") for block in update.removed)
    for before, after in update.edited:
        old, new = _compared(before.text, after.text, colour)
        yield from (_marked(f"  was: {old}", colour), _marked(f"  now: {new}", colour))
    yield from _fates("Quotes", update.fates)


def update_as_json(update: Update) -> str:
    """The same as one line of JSON."""
    record = {
        "reading": update.slug,
        "seed": update.seed,
        "added": [block.text for block in update.added],
        "removed": [block.text for block in update.removed],
        "edited": [{"was": before.text, "now": after.text} for before, after in update.edited],
        "fates": {fate.entry: fate.name for fate in update.fates},
    }
    return report.json_line(record)


def _fates(head: str, fates: Sequence[Fate]) -> Iterator[str]:
    counts = Counter(fate.name for fate in fates)
    totals = ", ".join(f"{number} {name}" for name, number in counts.most_common())
    yield report.in_a_line(f"{head}: {totals or 'none'}")
    changed = (fate for fate in fates if fate.name != "kept")
    yield from (report.in_a_line(f"  {fate.name:<10} {fate.entry}{_now(fate)}") for fate in changed)


def _compared(was: str, now: str, colour: bool) -> tuple[str, str]:
    """Old and new words with marks where they differ; colours are the one thing in them that a terminal obeys."""
    return coloured(report.visible(was), report.visible(now), colour)


def _marked(line: str, colour: bool) -> str:
    """A line with such words. A mark's bracket may follow a pair of `#`, which a workflow obeys."""
    return line if colour else report.visible(line)


def _now(fate: Fate) -> str:
    return f": {_flat(fate.now.words)}" if fate.now else ""


def _tail(before: str) -> str:
    """The last words before, as far as they are whole."""
    return _flat(before if len(before) <= _CONTEXT else before[-_CONTEXT:].partition(" ")[2])


def _head(after: str) -> str:
    return _flat(after if len(after) <= _CONTEXT else after[:_CONTEXT].rpartition(" ")[0])


def _flat(words: str) -> str:
    return report.visible(words.replace("\n", " ¶ "))
