"""Where an author's quote stands in the text.

Tried in this order, and the first that finds anything decides: the quote to the letter; folded (quotes, dashes and
spaces alike); with the spellings `--` and `—`, `...` and `…` exchanged; and last with ` … ` read as a gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator import text
from generator.enrich.passage import Passages
from generator.model import How, Selector

# Private characters for the two ends of the words that are meant.
_OPEN, _CLOSE = "\ue000", "\ue001"
_ENDS = _OPEN + _CLOSE
_GROUPS = {_OPEN: "(?P<open>)", _CLOSE: "(?P<close>)"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hits:
    """Every place at which a quote stands."""

    spans: tuple[Span, ...]
    """Start and end of the words that are meant, in the joined text."""
    how: How
    inside_words: tuple[Span, ...] = ()
    """Where the quote stands only inside a longer word, if it stands nowhere else."""


def locate(selector: Selector, passages: Passages) -> Hits:
    """Every place of the selector's words in the text; none, one or several."""
    quote = f"{selector.prefix}{_OPEN}{selector.exact}{_CLOSE}{selector.suffix}"
    folded = text.fold(quote)
    inside: tuple[Span, ...] = ()
    for how, runs, searched in _attempts(quote, folded, passages):
        whole, part = _search(runs, searched)
        if whole:
            return Hits(whole, how)
        inside = inside or part
    return Hits((), "folded", inside)


Attempt = tuple[How, Sequence[re.Pattern[str]], str]


def _attempts(quote: str, folded: str, passages: Passages) -> Iterator[Attempt]:
    yield "exact", (_pattern(quote, re.escape),), passages.joined
    yield "folded", (_pattern(folded, re.escape),), passages.folded
    yield "folded", (_pattern(folded, _spelled),), passages.folded
    runs = [run for run in text.GAP.split(_outside(folded)) if run.strip(_ENDS + " ")]
    # An end of the words that are meant may have been left in a gap: "**…** word" means nothing.
    if runs != [folded] and sum(run.count(end) for run in runs for end in _ENDS) == 2:
        yield "folded", tuple(_pattern(run, _spelled) for run in runs), passages.folded


def _outside(folded: str) -> str:
    """A gap at an edge of the words that are meant is context: `**… word**` is `… **word**`."""
    begun = re.sub(rf"{_OPEN}((?:…|\.\.\.) )", rf"\1{_OPEN}", folded)
    return re.sub(rf"( (?:…|\.\.\.)){_CLOSE}", rf"{_CLOSE}\1", begun)


def _pattern(run: str, spell: Callable[[str], str]) -> re.Pattern[str]:
    parts = re.split(f"([{_ENDS}])", run)
    return re.compile("".join(_GROUPS[part] if part in _GROUPS else spell(part) for part in parts))


def _spelled(part: str) -> str:
    """A pattern for the words in which a dash may be written `-`, `--` or ` -- `, and an ellipsis in two ways."""
    words = re.split(r"( ?(?:-+) ?|\.\.\.|…)", part)
    return "".join(_spelling(word) if index % 2 else re.escape(word) for index, word in enumerate(words))


def _spelling(mark: str) -> str:
    return r"(?> ?-+ ?)" if "-" in mark else r"(?:\.\.\.|…)"


def _search(runs: Sequence[re.Pattern[str]], searched: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans that begin and end with whole words, and those that do not, each once."""
    whole: dict[Span, None] = {}
    part: dict[Span, None] = {}
    first = runs[0].search(searched)
    while first:
        chain = _chain(first, runs[1:], searched)
        if chain:
            ends = {name: at for found in chain for name in found.re.groupindex for at in found.span(name)[:1]}
            cut = text.inside_word(searched, first.start()) or text.inside_word(searched, chain[-1].end())
            (part if cut else whole)[ends["open"], ends["close"]] = None
        first = runs[0].search(searched, first.start() + 1)
    return tuple(whole), tuple(part)


def _chain(first: re.Match[str], runs: Sequence[re.Pattern[str]], searched: str) -> list[re.Match[str]]:
    """Each run at its nearest place behind the one before; empty where one is missing."""
    chain = [first]
    for run in runs:
        found = run.search(searched, chain[-1].end())
        if not found:
            return []
        chain.append(found)
    return chain
