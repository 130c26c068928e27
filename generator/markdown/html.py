"""How the tokens that are not plain CommonMark become HTML: one function for each type of token."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from generator.markdown import raw

_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Links:
    """How a body's links become addresses on the page that shows it."""

    term: Callable[[str], str | None]
    """From what stands in `[[…]]` to the entry's address; None shows the words without a link."""
    address: Callable[[str], str]
    """From a link as the author wrote it to the same place as seen from this page."""


def without_comments(source: str) -> str:
    """The source without its comments and the white space around them. One that is never closed is none."""
    parts: list[str] = []
    at = 0
    while (begin := source.find("<!--", at)) >= 0 and (end := source.find("-->", begin + 4)) >= 0:
        parts.append(source[at:begin].rstrip())
        space = _SPACE.match(source, end + 3)
        at = space.end() if space else end + 3
    return "".join((*parts, source[at:]))


def _term(_renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = stream[index]
    links: Links = env["links"]
    address = links.term(token.meta["name"])
    shown = escapeHtml(token.content)
    return f'<a class="term-link" href="{escapeHtml(address)}">{shown}</a>' if address else shown


def _link_open(_renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = stream[index]
    links: Links = env["links"]
    title = token.attrGet("title")
    extra = f' title="{escapeHtml(str(title))}"' if title else ""
    return f'<a href="{escapeHtml(links.address(str(token.attrGet("href") or "")))}"{extra}>'


def _image(_renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = stream[index]
    links: Links = env["links"]
    source = str(token.attrGet("src") or "")
    return f'<a href="{escapeHtml(links.address(source))}">{escapeHtml(token.content or source)}</a>'


def _heading_open(
    _renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return '<p class="subheading">'


def _heading_close(
    _renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</p>\n"


def _cell_open(_renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    # markdown-it says it with a style, which pages under our policy do not heed.
    side = str(stream[index].attrGet("style") or "").removeprefix("text-align:")
    return f'<{stream[index].tag} class="to-{side}">' if side else f"<{stream[index].tag}>"


def _comment(_renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    # CommonMark gives a comment the rest of its last line too, and that may hold words.
    return escapeHtml(without_comments(stream[index].content))


def _raw_block(_renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return raw.clean_block(stream[index].content)


def _raw_inline(
    _renderer: RendererHTML, stream: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    tag = stream[index].content
    return "" if tag.startswith("<!--") else tag if raw.is_allowed(tag) else escapeHtml(tag)


RENDERERS = {
    "term": _term,
    "link_open": _link_open,
    "image": _image,
    "heading_open": _heading_open,
    "heading_close": _heading_close,
    "th_open": _cell_open,
    "td_open": _cell_open,
    "html_block": _comment,
    "html_inline": _comment,
}
RAW_RENDERERS = {**RENDERERS, "html_block": _raw_block, "html_inline": _raw_inline}
"""The same where raw HTML is allowed."""
