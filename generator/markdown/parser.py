"""The parser: CommonMark with tables and strikethrough, our own `[[Term]]`, and comments as the only HTML.

A second one knows raw HTML, for sites that allow it in bodies.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, html_inline

from generator.markdown.html import RAW_RENDERERS, RENDERERS
from generator.text import OVERRIDES

SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "doi", "urn"})
"""Of links that a body may hold; a link of any other scheme stays text."""

_TERM = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")


DEEPEST = 20
"""Blocks in blocks: markdown-it reads nothing in what lies deeper."""


class Parser(MarkdownIt):
    """markdown-it with our own idea of a safe link."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        try:
            return urlsplit(url.strip()).scheme.lower() in SCHEMES
        except ValueError:
            return False

    @property
    def html(self) -> RendererHTML:
        return cast("RendererHTML", self.renderer)


@cache
def parser(html: bool = False) -> Parser:
    """The one parser of this process; with `html` the one that knows raw HTML."""
    made = Parser("commonmark", {"html": True, "maxNesting": DEEPEST})
    made.enable(["table", "strikethrough"])
    if not html:
        made.block.ruler.at("html_block", _comment_block, {"alt": ["paragraph", "reference", "blockquote"]})
        made.inline.ruler.at("html_inline", _comment_inline)
    made.inline.ruler.before("link", "term", _term_rule)
    made.core.ruler.after("normalize", "overrides", _show_overrides)
    for name, rule in (RAW_RENDERERS if html else RENDERERS).items():
        made.add_render_rule(name, rule)
    return made


def _show_overrides(state: StateCore) -> None:
    """What would show an author's words in another order than they have is shown itself."""
    state.src = state.src.translate(OVERRIDES)


def _comment_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    start = state.bMarks[first] + state.tShift[first]
    return state.src.startswith("<!--", start) and html_block(state, first, last, silent)


def _comment_inline(state: StateInline, silent: bool) -> bool:
    return state.src.startswith("<!--", state.pos) and html_inline(state, silent)


def _term_rule(state: StateInline, silent: bool) -> bool:
    found = _TERM.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("term", "", 0)
        token.content = found[2] or found[1]
        token.meta = {"name": found[1].strip()}
    state.pos = found.end()
    return True
