"""A text that is published in excerpts stands nowhere but in what its editors quoted, whatever a theme does.

Words are compared, not characters: every eight in a row of the captured text, and its shorter sentences whole.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

from generator import markdown, text
from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import Block, Cut, Event, File, Note, Role, Summary, Term

Captured = Mapping[str, Sequence[Block | Cut]]
"""By the slug of each reading what its seed holds: the blocks that stay and the lines that are cut."""

_RUN = 8
"""Words in a row that do not stand on a page by chance."""
_SHORTEST = 5
"""Words of a sentence that do not either."""
_SENTENCE = re.compile(r"(?<=[.!?…。！？؟])[\"'”’»)]*\s+")
_WORD = re.compile(rf"[{text.UNSPACED}]|[^\W_{text.UNSPACED}]+")
_WITHIN_LINES = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_INTO_THE_SOURCE = re.compile(r":~:text=[^\s\"'<>]*")
"""Such an address may name words beside the quote; its author wrote them down, and `render.fragments` counts them."""


def leaks(
    readings: Sequence[Summary], shared: Sequence[Term], captured: Captured, outputs: Iterable[File]
) -> Iterator[Diagnostic]:
    """An error for each file that holds words of a text that is not to be published, and that nobody quoted."""
    hidden = [each for each in readings if each.excerpts]
    if not hidden:
        return
    known = _joined(_known(readings, shared, captured))
    searches = [(reading, _search(captured[reading.slug], known)) for reading in hidden]
    for output in outputs:
        if output.path.startswith("assets/"):
            continue
        content = _joined(_readings_of(output))
        for reading, (secrets, search) in searches:
            found = search.find_matches_as_indexes(content)
            if found:
                yield _leaked(output.path, reading, secrets[found[0][0]].strip())


def _search(parts: Iterable[Block | Cut], known: str) -> tuple[list[str], AhoCorasick]:
    """The runs of words that no file may hold, and what looks for them all at once."""
    runs = list(dict.fromkeys(run for part in parts for run in _runs(part)))
    matches = AhoCorasick(runs).find_matches_as_indexes(known, overlapping=True)
    allowed = {index for index, _, _ in matches}
    secrets = [run for index, run in enumerate(runs) if index not in allowed]
    return secrets, AhoCorasick(secrets)


def _runs(part: Block | Cut) -> Iterator[str]:
    words = _words(part.text)
    # A letter of a script without spaces is about half a word.
    scale = 2 if sum(bool(re.match(f"[{text.UNSPACED}]", word)) for word in words) * 2 > len(words) else 1
    for start in range(len(words) - _RUN * scale + 1):
        yield f" {' '.join(words[start : start + _RUN * scale])} "
    if isinstance(part, Block):
        for sentence in map(_words, _SENTENCE.split(part.text)):
            if _SHORTEST * scale <= len(sentence) < _RUN * scale:
                yield f" {' '.join(sentence)} "


def _known(readings: Sequence[Summary], shared: Sequence[Term], captured: Captured) -> Iterator[str]:
    """What may stand anywhere: the texts that are published, and all that the editors wrote or quoted."""
    for reading in readings:
        if not reading.excerpts:
            yield from (part.text for part in captured[reading.slug])
        yield from _facts(reading, captured[reading.slug])
    for entry in _entries(readings, shared):
        yield from _written(entry)


def _facts(reading: Summary, captured: Iterable[Block | Cut]) -> Iterator[str]:
    """Title, authors and publisher, in whatever order a page or a citation puts them, and bylines as captured."""
    facts = reading.metadata
    for order in permutations((facts.title, facts.subtitle, " ".join(facts.authors), facts.publisher)):
        yield " ".join(order)
    yield facts.rights
    yield from (part.text for part in captured if isinstance(part, Block) and part.kind is Role.BYLINE)


def _entries(readings: Sequence[Summary], shared: Sequence[Term]) -> Iterator[Note | Term | Event]:
    for reading in readings:
        yield from reading.notes
        yield from (use.term for use in reading.terms)
        yield from (use.event for use in reading.events)
    yield from shared


def _written(entry: Note | Term | Event) -> Iterator[str]:
    yield from (entry.headword, *entry.variants) if isinstance(entry, Term) else (markdown.plain(entry.title),)
    ways = markdown.Links(term=lambda _: None, address=lambda written: written)
    yield from (_read(fragment.html) for fragment in markdown.fragments(entry.body.text, ways, entry.body.html))
    if entry.selector:
        yield entry.selector.exact


def _readings_of(output: File) -> Iterator[str]:
    """A file's words as they are read, and as they stand in its source."""
    source = output.data.decode("utf-8", "replace")
    yield _read(source)
    if output.path.endswith(".xml"):
        # A feed holds pages as text: markup inside of words is told from them after it has been read once.
        yield _read(html.unescape(source))
    yield unquote(_INTO_THE_SOURCE.sub("", html.unescape(source)))


def _read(source: str) -> str:
    return html.unescape(_TAG.sub(" ", _WITHIN_LINES.sub("", source)))


def _joined(parts: Iterable[str]) -> str:
    """Words with one space between, and a border between parts that no run crosses."""
    return "|".join(f" {' '.join(_words(part))} " for part in parts)


def _words(written: str) -> list[str]:
    return _WORD.findall(text.lower(text.fold(text.tidy(written))))


def _leaked(path: str, reading: Summary, words: str) -> Diagnostic:
    return diagnose(
        "text-leaked",
        f"words of “{reading.metadata.title}” stand in this file, and only excerpts of it may be published",
        Place(path),
        why=f"“{text.excerpt(words, 90)}”",
        fix="look where the theme or the content takes it from; no entry quotes it.",
    )
