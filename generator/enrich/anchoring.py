"""An entry's quote becomes its anchors, or a diagnostic that shows where the words might be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from generator import text
from generator.diagnostics import Diagnostic, Outcome, diagnose
from generator.enrich.locate import Hits, Span, locate
from generator.enrich.passage import BORDER, Passages
from generator.model import Anchor, Cleaned, Cut, Selector

_NEAR = 70.0
"""From which likeness (rapidfuzz's partial ratio, 0 to 100) on words are worth showing as what was meant."""
_SHOWN = 5
"""How many candidates of an ambiguous quote are shown."""
_CONTEXT = 30

Anchors = tuple[Anchor, ...]


def anchor(selector: Selector, passages: Passages, cleaned: Cleaned) -> Outcome[Anchors]:
    """Where the quote stands, if it stands in one place only; else nothing and an error."""
    return anchor_at(locate(selector, passages), selector, passages, cleaned)


def anchor_at(hits: Hits, selector: Selector, passages: Passages, cleaned: Cleaned) -> Outcome[Anchors]:
    """The same for a quote that has been looked for."""
    if len(hits.spans) == 1:
        start, end = hits.spans[0]
        return Outcome(passages.anchors(start, end, hits.how))
    if hits.spans:
        return Outcome((), (_ambiguous(selector, hits.spans, passages),))
    if hits.inside_words:
        return Outcome((), (_inside_word(selector, hits.inside_words[0], passages),))
    return Outcome((), (_missing(selector, passages, cleaned),))


def advice(selector: Selector, passages: Passages, cleaned: Cleaned) -> tuple[str, str]:
    """Why words that are quoted may be missing, and what to do: they were cut, are spelled otherwise, are nowhere."""
    missing = next((part for part in _parts(selector) if not _stands(part, selector, passages)), "")
    if not missing:
        return "Each part of it is in the text, but not one after the other.", "copy the words from the page in one go."
    cut = left_out(missing, cleaned)
    if cut:
        return cut
    near = _nearest(text.lower(text.fold(missing)), passages)
    if near:
        shown = text.excerpt(passages.joined[slice(*near)].replace("\n", " ¶ "), 200)
        return f"Close to it ({where(passages, near)}): “{shown}”", "copy the words from the page."
    return f"Nothing like “{text.excerpt(missing)}” is in the text.", "copy the words from the page, leaving none out."


def left_out(words: str, cleaned: Cleaned) -> tuple[str, str] | None:
    """Which line that was left out holds the words, and what to do about it; None where no line does."""
    cut = _cut_line(words, cleaned)
    if cut is None:
        return None
    begins = text.excerpt(text.tidy(cut.text)).rstrip("…")
    return (
        f"“{text.excerpt(words)}” stands in seed line {cut.number}, left out as {cut.role} ({cut.rule}).",
        f'quote other words; or put the line back: `keep = ["{begins}"]` under [clean] in reading.toml.',
    )


def where(passages: Passages, span: Span) -> str:
    """The line of the seed at which words begin."""
    return f"seed line {passages.block_at(span[0]).lines[0]}"


def in_context(passages: Passages, span: Span) -> str:
    """The words in bold, as the author would write them, with a few words around."""
    start, end = span
    low, high = _to_word_ends(passages.joined, max(0, start - _CONTEXT), min(len(passages.joined), end + _CONTEXT))
    words = text.excerpt(passages.joined[start:end], 80)
    before, after = passages.joined[low:start], passages.joined[end:high]
    return f"{before}**{words}**{after}".replace("\n", " ¶ ")


def _ambiguous(selector: Selector, spans: Sequence[Span], passages: Passages) -> Diagnostic:
    shown = [f"{where(passages, span)}: {in_context(passages, span)}" for span in spans[:_SHOWN]]
    more = [f"and {len(spans) - _SHOWN} more"] if len(spans) > _SHOWN else []
    return diagnose(
        "quote-ambiguous",
        f"this quote stands in {len(spans)} places",
        selector.place,
        why="\n".join([*shown, *more]),
        fix="quote a few words more around it and make the words you mean **bold**.",
    )


def _inside_word(selector: Selector, span: Span, passages: Passages) -> Diagnostic:
    return diagnose(
        "quote-not-found",
        "this quote stands only inside a longer word",
        selector.place,
        why=f"{where(passages, span)}: {in_context(passages, span)}",
        fix="quote whole words; for a part of a word quote the word and make the part **bold**.",
    )


def _missing(selector: Selector, passages: Passages, cleaned: Cleaned) -> Diagnostic:
    return diagnose(
        "quote-not-found", "this quote is not in the reading", selector.place, *advice(selector, passages, cleaned)
    )


def _parts(selector: Selector) -> Iterator[str]:
    """The words meant, then those of the context, parted at gaps and at borders of blocks."""
    for run in (selector.exact, selector.prefix, selector.suffix):
        yield from filter(None, (text.tidy(part) for part in re.split(rf"{text.GAP.pattern}|{BORDER}", run)))


def _stands(part: str, selector: Selector, passages: Passages) -> bool:
    hits = locate(Selector(part, "", "", selector.place), passages)
    return bool(hits.spans or hits.inside_words)


def _cut_line(words: str, cleaned: Cleaned) -> Cut | None:
    wanted = text.lower(text.fold(words))
    return next((cut for cut in cleaned.cuts if wanted in text.lower(text.fold(text.tidy(cut.text)))), None)


def _nearest(words: str, passages: Passages) -> Span | None:
    found = fuzz.partial_ratio_alignment(words, text.lower(passages.folded), score_cutoff=_NEAR)
    if not found or len(words) > len(passages.folded):
        return None
    return _to_word_ends(passages.joined, found.dest_start, found.dest_end)


def _to_word_ends(joined: str, start: int, end: int) -> Span:
    while start > 0 and not joined[start - 1].isspace():
        start -= 1
    while end < len(joined) and not joined[end].isspace():
        end += 1
    return start, end
