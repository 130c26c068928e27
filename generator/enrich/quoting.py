"""The way back: from a place in the text to the block quote that finds it.

Whatever is quoted here has been read and located by the build's own rules before it is handed out.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator

from generator import text
from generator.enrich.locate import Span, locate
from generator.enrich.passage import BORDER, Passages
from generator.enrich.quotes import read_quote

_WIDTH = 100
_UNSPACED = re.compile(f"[{text.UNSPACED}]")
_STEPS = (1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30, 50)
"""How many words of context are tried; twice as many each time after the last."""


def quote_for(passages: Passages, start: int, end: int, around: int = 0) -> str:
    """The block quote, as a register holds it, that finds the words from `start` to `end` of the joined text.

    Words are completed, and white space at the ends is left out (`whole_words`). Context is added where the words stand
    elsewhere too, and so many words `around` them at least, within their block; then the words meant are bold. Empty
    where there is no word, or no quote can name it.
    """
    low, high = whole_words(passages, start, end)
    if low >= high:
        return ""
    asked = [_surroundings(passages.joined, low, high, around)] if around else []
    for first, last in (*asked, *_contexts(passages.joined, low, high)):
        lines = _written(passages.joined, first, low, high, last)
        if _finds(lines, passages, (low, high)):
            return "\n".join(lines)
    return ""


def whole_words(passages: Passages, start: int, end: int) -> Span:
    """The span without white space at its ends, and with the whole of each word that it touches."""
    joined = passages.joined
    while start < end and joined[start].isspace():
        start += 1
    while start < end and (joined[end - 1].isspace() or joined[end - 1] == "\\"):
        end -= 1
    if start == end:
        return start, end
    # A backslash before the bold would make a star of it.
    while start and (text.inside_word(joined, start) or _combines(joined, start) or joined[start - 1] == "\\"):
        start -= 1
    while end < len(joined) and (text.inside_word(joined, end) or _combines(joined, end)):
        end += 1
    return start, end


def span_in(passages: Passages, first: tuple[str, int], last: tuple[str, int]) -> Span | None:
    """Two places, each a block's id and an offset in it, as a span of the joined text; None for unknown blocks."""
    ends = {block.id: (start, len(block.text)) for block, start in zip(passages.blocks, passages.starts, strict=True)}
    if first[0] not in ends or last[0] not in ends:
        return None
    low, high = (ends[name][0] + max(0, min(at, ends[name][1])) for name, at in (first, last))
    return low, high


def _combines(joined: str, offset: int) -> bool:
    """Whether the character is an accent on the one before it."""
    return unicodedata.category(joined[offset])[0] == "M" and not joined[offset - 1].isspace()


def _surroundings(joined: str, low: int, high: int, around: int) -> Span:
    """The words with so many others on each side as their block has."""
    floor = joined.rfind(BORDER, 0, low) + 1
    ceiling = joined.find(BORDER, high) if BORDER in joined[high:] else len(joined)
    before = [at for at in _edges_before(joined, low) if at >= floor][:around]
    after = [at for at in _edges_after(joined, high) if at <= ceiling][:around]
    return before[-1] if before else low, after[-1] if after else high


def _contexts(joined: str, low: int, high: int) -> Iterator[Span]:
    """Ever wider surroundings of the words: none, then so many words before, behind, on both sides, at last all."""
    yield low, high
    before, after = _edges_before(joined, low), _edges_after(joined, high)
    for count in _counts(max(len(before), len(after))):
        first = before[min(count, len(before)) - 1] if before else low
        last = after[min(count, len(after)) - 1] if after else high
        yield first, high
        yield low, last
        yield first, last


def _counts(most: int) -> Iterator[int]:
    yield from (step for step in _STEPS if step < most)
    count = _STEPS[-1] * 2
    while count < most:
        yield count
        count *= 2
    if most:
        yield most


def _edges_before(joined: str, offset: int) -> list[int]:
    """Where words before an offset begin, the nearest first."""
    return [at for at in range(offset - 1, -1, -1) if not joined[at].isspace() and _is_edge(joined, at)]


def _edges_after(joined: str, offset: int) -> list[int]:
    """Where words behind an offset end."""
    return [at for at in range(offset + 1, len(joined) + 1) if not joined[at - 1].isspace() and _is_edge(joined, at)]


def _is_edge(joined: str, offset: int) -> bool:
    """Whether a word begins or ends here: at white space, or at a letter of a script without spaces."""
    if offset in (0, len(joined)) or joined[offset - 1].isspace() or joined[offset].isspace():
        return True
    return not _combines(joined, offset) and bool(_UNSPACED.search(joined[offset - 1 : offset + 1]))


def _written(joined: str, first: int, low: int, high: int, last: int) -> list[str]:
    """The quote's lines: stars escaped, the words bold where there is context, `>` for the border between blocks."""
    before, words, after = (joined[a:b].replace("*", "\\*") for a, b in ((first, low), (low, high), (high, last)))
    quote = f"{before}**{words}**{after}" if before or after else words
    lines: list[str] = []
    for block in quote.split(BORDER):
        lines += [">"] if lines else []
        lines += [f"> {line}" for line in _wrapped(block)]
    return lines


def _wrapped(block: str) -> list[str]:
    return textwrap.wrap(block, _WIDTH, break_long_words=False, break_on_hyphens=False, expand_tabs=False)


def _finds(lines: list[str], passages: Passages, meant: Span) -> bool:
    selector = read_quote(lines, 0, len(lines), "").value
    return selector is not None and locate(selector, passages).spans == (meant,)
