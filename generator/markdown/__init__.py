"""Markdown as authors write it: CommonMark, tables and strikethrough, and `[[Term]]` for a glossary entry.

Raw HTML is shown as text, except comments, which vanish; in bodies a site may allow some of it (`raw.py`). Images
become links: nothing is loaded into a page from elsewhere. Quotation marks, dashes and dollar signs stay as they were
typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.rules_core import StateCore, block, normalize
from markdown_it.token import Token

from generator import text
from generator.markdown import raw
from generator.markdown.html import Links, without_comments
from generator.markdown.parser import DEEPEST, SCHEMES, parser
from generator.markdown.references import OPENINGS, Reference, references

__all__ = [
    "DEEPEST",
    "SCHEMES",
    "Fragment",
    "Links",
    "Reference",
    "blocks",
    "fragments",
    "has_words",
    "inline",
    "is_deepest",
    "plain",
    "references",
    "tokens",
    "words",
]


_KEPT = 4096
"""Sources of which the result is remembered."""
_NOWHERE = Links(term=lambda _: None, address=lambda written: written)


@dataclass(frozen=True, slots=True)
class Fragment:
    """One top-level block of a body, rendered."""

    html: str
    words: int


def tokens(source: str) -> list[Token]:
    """The source's tokens, with `map` giving the lines of each block."""
    return parser().parse(source)


def blocks(source: str) -> list[Token]:
    """The same without what stands inside of lines: half the work, for those who ask for blocks only."""
    state = StateCore(source, parser(), {})
    normalize(state)
    block(state)
    return state.tokens


def is_deepest(token: Token) -> bool:
    """Whether a block is so deep in others that nothing in it was read."""
    return token.type in ("blockquote_open", "list_item_open") and token.level + 1 >= DEEPEST


def fragments(source: str, links: Links, html: bool = False) -> tuple[Fragment, ...]:
    """Each top-level block of the source as HTML; `html` says that it may hold some of its own."""
    if html:
        return _with_raw(source, links)
    # The entries of a shared glossary stand on many pages, and most hold no link whose address depends on the page.
    return _unlinked(source) if OPENINGS.isdisjoint(source) else _fragments(source, links)


def _fragments(source: str, links: Links) -> tuple[Fragment, ...]:
    env = {"links": links}
    return tuple(
        Fragment(html, _words(block))
        for block in _blocks(parser().parse(source, env))
        if (html := parser().html.render(block, parser().options, env)).strip()
    )


def _with_raw(source: str, links: Links) -> tuple[Fragment, ...]:
    env = {"links": links}
    made = ((block, parser(True).html.render(block, parser(True).options, env)) for block in _blocks(_parsed(source)))
    cleaned = ((raw.clean_whole(html, SCHEMES), sum(map(text.count_words, _said(block)))) for block, html in made)
    return tuple(Fragment(html, words) for html, words in cleaned if html.strip())


def _parsed(source: str) -> list[Token]:
    return parser(True).parse(source)


@lru_cache(maxsize=_KEPT)
def _unlinked(source: str) -> tuple[Fragment, ...]:
    return _fragments(source, _NOWHERE)


@lru_cache(maxsize=_KEPT)
def inline(source: str) -> str:
    """A heading's words as HTML: emphasis and code are kept, links are not, and raw HTML is text."""
    env = {"links": _NOWHERE}
    children = [
        Token("text", "", 0, content=child.content) if child.type == "image" else child
        for token in parser().parseInline(source)
        for child in token.children or ()
        if child.type not in ("link_open", "link_close")
    ]
    return parser().html.renderInline(children, parser().options, env)


@lru_cache(maxsize=_KEPT)
def plain(source: str) -> str:
    """A heading's words without any markup."""
    children = [child for token in parser().parseInline(source) for child in token.children or ()]
    return "".join(" " if child.type == "softbreak" else child.content for child in children)


@lru_cache(maxsize=_KEPT)
def words(source: str, html: bool = False) -> str:
    """A body's words without any markup, blocks separated by a space."""
    if html:
        return text.tidy(" ".join(_said(_parsed(source))))
    parts = (plain(each.content) if each.type == "inline" else each.content for each in tokens(source))
    return text.tidy(" ".join(without_comments(part) for part in parts))


@lru_cache(maxsize=_KEPT)
def has_words(source: str) -> bool:
    """Whether a reader would see anything of the source (comments are not seen)."""
    return any(
        token.type in ("fence", "code_block", "hr") or without_comments(token.content).strip()
        for token in tokens(source)
    )


def _said(stream: Iterable[Token]) -> Iterator[str]:
    """The words of each block, where raw HTML is markup."""
    for token in stream:
        if token.type == "html_block":
            yield raw.words_of(token.content)
        elif token.type == "inline":
            children = (each for each in token.children or () if each.type != "html_inline")
            yield "".join(" " if each.type in ("softbreak", "hardbreak") else each.content for each in children)
        else:
            yield token.content


def _blocks(all_tokens: Sequence[Token]) -> Iterator[list[Token]]:
    block: list[Token] = []
    depth = 0
    for token in all_tokens:
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []


def _words(block: Sequence[Token]) -> int:
    return sum(text.count_words(token.content) for token in block)
