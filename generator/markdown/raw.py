"""HTML that an author wrote into a body, where a site allows it: an allow-list of words' own markup, and nothing else.

What is allowed cannot run, load, move or look like a part of the page: no links (Markdown has them), no pictures, no
classes, ids or styles. Everything else loses its tags and keeps its words; scripts and styles lose those too.
"""

from __future__ import annotations

import re
from html import unescape

INLINE = frozenset(
    {"abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt"}
    | {"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
BLOCKS = frozenset(
    {"blockquote", "caption", "col", "colgroup", "dd", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p"}
    | {"pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_OURS = {"a": {"class": {"term-link"}}, "p": {"class": {"subheading"}}} | {
    cell: {"class": {"to-left", "to-center", "to-right"}} for cell in ("td", "th")
}
"""Classes that Markdown's own markup has."""
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)[\s/>]")


def is_allowed(tag: str) -> bool:
    """Whether a tag inside of a line may stand there; its attributes are looked at later."""
    found = _NAME.match(tag)
    return bool(found and found[1].lower() in INLINE)


def clean_block(source: str) -> str:
    """A block of raw HTML with what is allowed of it."""
    return _clean(source, INLINE | BLOCKS, _ATTRIBUTES)


def clean_whole(rendered: str, schemes: frozenset[str]) -> str:
    """A rendered block in which every element is closed, and no tag that stands in a line has more than it may."""
    links = {"a": {"href", "title"}}
    return _clean(rendered, INLINE | BLOCKS | {"a"}, _ATTRIBUTES | links, schemes)


def words_of(source: str) -> str:
    """The words of a block of raw HTML."""
    return unescape(_clean(source, frozenset(), {}))


def _clean(
    source: str, tags: frozenset[str], attributes: dict[str, set[str]], schemes: frozenset[str] = frozenset()
) -> str:
    # A site without raw HTML does not pay for the import.
    import nh3

    return nh3.clean(
        source,
        tags=set(tags),
        attributes=attributes,
        tag_attribute_values={tag: values for tag, values in _OURS.items() if tag in tags},
        url_schemes=set(schemes),
        link_rel=None,
    )
