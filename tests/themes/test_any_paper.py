"""On paper every note stands whole and near its text, whatever people write, with a script and without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from tests.render.samples import page
from tests.themes import drafts
from tests.themes.drafts import BLOCK_END, Draft, note_end, note_title
from tests.themes.paper import Paper, letters, printed
from tests.themes.shown import Shown

SIZES = ("A4", "A5", "Letter")
ROUNDING = 1.5
"""Points by which a letter may stand out of its box."""
HALF = 0.5
"""Of a page's height that is used at least before a new one is begun."""
_SHOWN_TWICE = "ancestor::a[@role='doc-backlink'] or ancestor::*[@class='kind'] or ancestor::summary"
"""What is no part of a note's own words: the quoted words, the kind, and what opens the rest on a screen."""


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(drafts.drafts(excerpts=False), st.sampled_from(SIZES))
@example(drafts.CROWD, "A5")
@example(drafts.GIANT, "Letter")
@example(drafts.KNOT, "A4")
@example(drafts.ROLL, "A4")
@example(drafts.ROLL, "A5")
@example(drafts.MIRRORED, "A5")
@example(drafts.TURNED, "A5")
@example(replace(drafts.MIRRORED, notes_language="ar"), "A5")
@example(drafts.HOST, "A4")
def test_every_note_is_printed_whole_and_near_its_text(shown: Shown, draft: Draft, size: str) -> None:
    outputs = draft.site()
    shown.show(outputs)
    shown.layout(1440)
    paper = printed(shown.page, size)
    tree = html.document_fromstring(page(outputs).encode())
    assert list(_outside(paper)) == []
    assert list(_lost(paper, tree, draft.notes_language)) == []
    assert list(_astray(paper, tree)) == []
    pages = len(paper.sizes)
    assert [
        number + 1 for number in range(pages) if paper.filled(number) < (HALF if number + 1 < pages else 0.01)
    ] == []


def _outside(paper: Paper) -> Iterator[str]:
    """Words that stand in the margins."""
    for word in paper.words:
        right = paper.sizes[word.page][0] - paper.margin
        if word.left < paper.margin - ROUNDING or word.right > right + ROUNDING:
            yield f"{word.text} on page {word.page + 1}"


def _lost(paper: Paper, tree: HtmlElement, language: str) -> Iterator[str]:
    """Words of notes that are not between a note's title and the title of the next."""
    notes = tree.xpath("//aside[@role='doc-footnote']")
    starts = [paper.letters.index(_title(note)) for note in notes]
    for note, start, end in zip(notes, starts, [*starts[1:], None], strict=True):
        there = paper.letters[start:end]
        for part in note.xpath(f".//text()[not({_SHOWN_TWICE})]"):
            words = letters(part)
            if language == "ar":
                # Lines that run from right to left are told in one order or the other; their letters are counted.
                found = not Counter(words) - Counter(there)
            else:
                found = words in there
                there = there[there.find(words) + len(words) :]
            if not found:
                yield f"{note.get('id')}: {part}"


def _astray(paper: Paper, tree: HtmlElement) -> Iterator[str]:
    """Notes that begin neither on the page where what stands before them ends nor on the next."""
    before = 0
    for unit in tree.xpath("//article//div[@class='unit'][div[@class='notes']]"):
        last = BLOCK_END.search(unit.xpath("string(*[not(self::div or self::span)])"))
        before = paper.page_of(last[0]) if last else before
        for note in unit.xpath("div[@class='notes']/aside"):
            begins = paper.page_of(_title(note))
            if begins - before not in (0, 1):
                yield f"{note.get('id')} begins on page {begins + 1}, and what it follows ends on page {before + 1}"
            before = paper.page_of(note_end(_index(note)), paper.letters.index(_title(note)))


def _title(note: HtmlElement) -> str:
    return note_title(_index(note))


def _index(note: HtmlElement) -> int:
    return int(str(note.get("id"))[1:])
