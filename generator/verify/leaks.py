"""A text that is published in excerpts stands nowhere but in what its editors quoted, whatever a theme does."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from generator import text
from generator.diagnostics import Diagnostic, Place, diagnose
from generator.model import Document, Edition, Event, Note, Output, Summary, Term

_SENTENCE = re.compile(r"(?<=[.!?…。！？؟])[\"'”’»)]*\s+")
_TAG = re.compile(r"<[^>]*>")
_SHORTEST = 5
"""Words of a sentence from which on it cannot stand on a page by chance."""


def leaks(edition: Edition, documents: Mapping[str, Document], outputs: Sequence[Output]) -> Iterator[Diagnostic]:
    """An error for each file that holds a sentence of a text that is not to be published. Documents go by slug."""
    hidden = [each for each in edition.readings if each.excerpts]
    if not hidden:
        return
    files = [(each.path, _searched(each)) for each in outputs if not each.path.startswith("assets/")]
    shown = " ".join(_plain(_words(documents[each.slug])) for each in edition.readings if not each.excerpts)
    for reading in hidden:
        allowed = f"{shown} {_written(reading)}"
        secret = [each for each in _sentences(documents[reading.slug]) if each not in allowed]
        for path, content in files:
            found = next((each for each in secret if each in content), "")
            if found:
                yield _leaked(path, reading, found)


def _sentences(document: Document) -> Iterator[str]:
    for block in document.blocks:
        for sentence in _SENTENCE.split(block.text):
            if text.count_words(sentence) >= _SHORTEST:
                yield _plain(sentence)


def _words(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


def _written(reading: Summary) -> str:
    """What the editors wrote themselves: facts, titles, bodies, and the words that they quote."""
    facts = reading.metadata
    entries: list[Note | Term | Event] = [*reading.notes, *(use.term for use in reading.terms)]
    entries += (use.event for use in reading.events)
    titles = [*(note.title for note in reading.notes), *(use.event.title for use in reading.events)]
    quoted = [each.selector.exact for each in entries if each.selector]
    bodies = [each.body.text for each in entries]
    return _plain(" ".join([facts.title, facts.subtitle, facts.rights, *titles, *quoted, *bodies]))


def _searched(output: Output) -> str:
    """A file's words as they are read, and as they stand in its source."""
    source = output.data.decode("utf-8", "replace")
    return f"{_plain(html.unescape(_TAG.sub('', source)))} {_plain(html.unescape(source))}"


def _plain(words: str) -> str:
    return text.lower(text.fold(" ".join(text.tidy(words).split())))


def _leaked(path: str, reading: Summary, sentence: str) -> Diagnostic:
    return diagnose(
        "text-leaked",
        f"a sentence of “{reading.metadata.title}” stands in this file, and only excerpts of it may be published",
        Place(path),
        why=f"“{text.excerpt(sentence, 90)}”",
        fix="look where the theme or the content takes it from; no note quotes it.",
    )
