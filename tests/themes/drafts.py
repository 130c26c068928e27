"""Readings of every shape for hypothesis to choose from: what a page must bear, whatever people write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.model import KINDS, Anchor, Apparatus, Block, Body, Event, Note, Output, Reading, Role, Selector, Term
from tests.render.samples import SITE, Pinned, event, publish, reading, term

_WORDS = {
    "en": "the river is higher than it was when they came down to the mill and nobody who remembers "
    "its unaccountably overgrown millstones had expected a correspondent a year or two before",
    "ar": "تقف الطاحونة حيث ينعطف النهر منذ زمن بعيد وقد توقفت عجلتها في الشتاء حين جاء الجليد باكرا "
    "ولم يسمعها أحد من أهل القرية بعد ذلك اليوم",
}
_ENDLESS = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
SHAPES = ("plain", "paragraphs", "list", "quotation", "code", "table", "endless word", "address")
ROLES = (Role.PARAGRAPH, Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION)
BLOCK_END = re.compile(r"brink\d{3}")
"""The last word of a block, which no other block has."""
_PLACE = Place("content/mill/notes.md", 1)


@dataclass(frozen=True)
class Passage:
    """A block of the text of so many words; an endless one has a word that no line can hold."""

    role: Role
    words: int
    endless: bool = False


@dataclass(frozen=True)
class Remark:
    """A note of so many words. Its quote begins at a word of the text, counted through all blocks and round again."""

    start: int
    quoted: int
    """Words of the text; none for a note on the whole."""
    words: int
    shape: str = "plain"
    kind: str = "context"
    by: str = ""


@dataclass(frozen=True)
class Draft:
    """A reading as a test describes it."""

    passages: tuple[Passage, ...]
    remarks: tuple[Remark, ...]
    language: str = "en"
    notes_language: str = "en"
    excerpts: bool = False
    """Whether only the words that notes quote are published."""
    entries: int = 0
    """So many terms and as many events, of every shape in turn."""

    def reading(self, slug: str = "mill") -> Reading:
        """The reading, with every note on its place and in the order of the text."""
        texts = [" ".join(self._text(index, each)) for index, each in enumerate(self.passages)]
        roles = [each.role for each in self.passages]
        bare = reading(list(zip(roles, texts, strict=True)), slug=slug, language=self.language)
        blocks = bare.document.blocks
        placed = [
            (self._note(index, each, _quote(anchors, blocks)), anchors)
            for index, each in enumerate(self.remarks)
            for anchors in [_anchors(each, blocks)]
        ]
        order = {block.id: index for index, block in enumerate(blocks)}
        placed.sort(key=lambda each: (order[each[1][-1].block], each[1][-1].end) if each[1] else (-1, 0))
        return replace(
            bare,
            apparatus=Apparatus(tuple(note for note, _ in placed), *self._entries()),
            anchors={f"note:{note.id}": anchors for note, anchors in placed if anchors},
            excerpts=self.excerpts,
        )

    def site(self) -> tuple[Output, ...]:
        """The files of a site with this reading alone, which is `mill/index.html`."""
        return publish(self.reading(), site=replace(SITE, language=self.notes_language))

    def _entries(self) -> tuple[tuple[Term, ...], tuple[Event, ...]]:
        bodies = [_body(list(_prose(self.notes_language, 40, nth)), SHAPES[nth % 8]) for nth in range(self.entries)]
        terms = [term(f"{_ENDLESS if nth % 3 else 'weir'}{nth}", body=body) for nth, body in enumerate(bodies)]
        events = [event(f"flood-{nth}", f"{1600 + nth}", body=body) for nth, body in enumerate(bodies)]
        return _of(Term, terms), _of(Event, events)

    def _text(self, index: int, passage: Passage) -> Iterator[str]:
        words = list(_prose(self.language, passage.words, index))
        if passage.endless:
            words.insert(len(words) // 2, _ENDLESS)
        return iter((*words, f"brink{index:03}"))

    def _note(self, index: int, remark: Remark, quote: Selector | None) -> Note:
        words = [*_prose(self.notes_language, remark.words - 1, index), note_end(index)]
        body = Body(_body(words, remark.shape), _PLACE)
        return Note(f"n{index}", note_title(index), remark.kind, remark.by, body, quote, _PLACE)


def note_title(index: int) -> str:
    """The title of a note, which stands nowhere else."""
    return f"Remark{index:03}"


def note_end(index: int) -> str:
    """The last word of a note, which stands nowhere else."""
    return f"close{index:03}"


_passages = st.builds(Passage, st.sampled_from(ROLES), st.integers(1, 120), st.sampled_from((False, False, True)))
_titles = st.builds(Passage, st.just(Role.TITLE), st.integers(1, 12), st.booleans())
_lengths = st.one_of(st.integers(1, 60), st.integers(1, 400))
_remarks = st.builds(
    Remark,
    st.integers(0, 999),
    st.one_of(st.integers(0, 8), st.integers(1, 200)),
    _lengths,
    st.sampled_from(SHAPES),
    st.sampled_from(KINDS),
    st.sampled_from(("", "Ida", "Class 10b")),
)


def drafts(excerpts: bool = True) -> st.SearchStrategy[Draft]:
    """Texts of 1 to 12 blocks with 1 to 60 notes of 1 to 400 words, in either direction; some published in excerpts."""
    return st.builds(
        lambda title, text, remarks, *languages: Draft((title, *text), tuple(remarks), *languages),
        _titles,
        st.lists(_passages, min_size=1, max_size=12),
        st.one_of(st.lists(_remarks, min_size=1, max_size=8), st.lists(_remarks, min_size=1, max_size=60)),
        st.sampled_from(("en", "en", "ar")),
        st.sampled_from(("en", "en", "ar")),
        st.sampled_from((False, False, excerpts)),
    )


_TITLE = Passage(Role.TITLE, 4)
_LINE = Passage(Role.PARAGRAPH, 12)
CROWD = Draft((_TITLE, _LINE, _LINE), tuple(Remark(5 + index, 2, 30) for index in range(10)))
"""Ten notes on one line."""
GIANT = Draft((_TITLE, _LINE, _LINE), (Remark(6, 3, 400), Remark(20, 1, 400, "paragraphs")))
"""Notes that are longer than the whole text."""
KNOT = Draft(
    (_TITLE, *(Passage(role, 30) for role in ROLES)),
    (Remark(0, 190, 80), Remark(20, 60, 20), Remark(25, 60, 20), Remark(30, 2, 20), Remark(30, 2, 20), Remark(0, 0, 9)),
)
"""Quotes that nest, overlap and cross many blocks, two on the same words, and one on the whole text."""
ROLL = Draft(
    (Passage(Role.TITLE, 3, True), *(Passage(role, 9, True) for role in ROLES)),
    tuple(Remark(index * 8, 3, 70, shape) for index, shape in enumerate(SHAPES)),
)
"""Every kind of block and of note, with words that no line can hold."""
HOST = Draft(
    (_TITLE, *(Passage(role, 70) for role in ROLES * 2)),
    tuple(Remark(index * 14, index % 9, index * 67 % 400 + 1, SHAPES[index % 8]) for index in range(60)),
)
"""Sixty notes of up to 400 words."""
MIRRORED = replace(ROLL, language="ar")
TURNED = replace(ROLL, notes_language="ar")


Entry = TypeVar("Entry")


def _of(kind: type[Entry], pinned: Iterable[Pinned]) -> tuple[Entry, ...]:
    return tuple(each.entry for each in pinned if isinstance(each.entry, kind))


def _prose(language: str, count: int, salt: int) -> Iterator[str]:
    words = _WORDS[language].split()
    return (words[(salt * 5 + index * 7 + index // 11) % len(words)] for index in range(count))


def _anchors(remark: Remark, blocks: Sequence[Block]) -> tuple[Anchor, ...]:
    """A place in each block that the quote touches; a quote does not go on behind the last word of the text."""
    places = list(_places(blocks))
    first = remark.start % len(places)
    found: dict[str, Anchor] = {}
    for block, start, end in islice(places, first, first + remark.quoted):
        before = found.get(block)
        found[block] = Anchor(block, before.start if before else start, end, "exact")
    return tuple(found.values())


def _quote(anchors: Sequence[Anchor], blocks: Sequence[Block]) -> Selector | None:
    texts = {block.id: block.text for block in blocks}
    exact = "\n".join(texts[each.block][each.start : each.end] for each in anchors)
    return Selector(exact, "", "", _PLACE) if anchors else None


def _places(blocks: Sequence[Block]) -> Iterator[tuple[str, int, int]]:
    """Block, start and end of every word."""
    for block in blocks:
        at = 0
        for word in block.text.split(" "):
            yield block.id, at, at + len(word)
            at += len(word) + 1


def _body(words: Sequence[str], shape: str) -> str:
    """The words as Markdown of a shape, in their order."""
    prose = " ".join(words)
    lines = [" ".join(words[at : at + 25]) for at in range(0, len(words), 25)]
    if shape == "paragraphs":
        return "\n\n".join(lines)
    if shape == "list":
        return "\n".join(f"- {line}" for line in lines)
    if shape == "quotation":
        return f"> {prose}"
    if shape == "code":
        return "\n".join(("```", *lines, "```"))
    if shape == "table":
        rows = [" | ".join(words[at : at + 6]) for at in range(0, len(words), 6)]
        return "\n".join(f"| {row} |" for row in ("a | b | c | d | e | f", "|".join(["---"] * 6), *rows))
    if shape == "endless word":
        return f"{_ENDLESS} {prose}"
    if shape == "address":
        return f"<https://example.org/{'/'.join(['rather-long'] * 12)}> {prose}"
    return prose
