"""A page as a browser sees it: its ids, and where its links lead inside the site."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.model import Output, Page, Target

_IDS = etree.XPath("//@id", smart_strings=False)
_ADDRESSES = etree.XPath("//@href[not(parent::link)]", smart_strings=False)
_SOURCES = etree.XPath("//@src", smart_strings=False)
_ADDRESSES_OF_LINKS = etree.XPath("//link/@href", smart_strings=False)
_MISSING = "404.html"
"""The one page that links to the others by whole addresses."""


def read_pages(outputs: Iterable[Output], url: str) -> dict[str, Page]:
    """The HTML pages among the outputs, by path. Whole addresses made from the site's `url` count as internal."""
    return {each.path: _page(each, url) for each in outputs if each.path.endswith(".html")}


def settled(pages: Mapping[str, Page], files: Container[str]) -> tuple[Page, ...]:
    """The pages without the links that lead to one of these files, and to an id that it has."""
    return tuple(
        replace(page, ways=_packed(target for target in page.links if not exists(target, pages, files)))
        for page in pages.values()
    )


def exists(target: Target, pages: Mapping[str, Page], files: Container[str]) -> bool:
    """Whether a link has where to lead."""
    path, fragment = target
    if path not in files:
        return False
    # A text fragment (#:~:text=) asks nothing of the page's markup.
    return not fragment or fragment == "top" or ":~:" in fragment or path not in pages or pages[path].has(fragment)


def resolve(address: str, home: str) -> Target | None:
    """Where an address leads that stands in the file or folder `home`; None if it leaves the site."""
    if address.startswith("#") and address.isprintable():
        return (home, unquote(address[1:]))
    try:
        parts = urlsplit(address)
    except ValueError:
        return (address, "")
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        resolved = home
    else:
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(home), path))
        resolved = "index.html" if resolved == "." else resolved
        if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
            resolved = posixpath.join(resolved.removesuffix("index.html"), "index.html")
    return (resolved, unquote(parts.fragment))


def _page(output: Output, url: str) -> Page:
    tree = html.document_fromstring(output.data, parser=html.HTMLParser(encoding="utf-8"))
    ids = Counter(map(str, _IDS(tree)))
    # A whole address in such an element was made here; an author's may lead to a neighbour's site.
    ours, others = _ADDRESSES_OF_LINKS(tree), [*_ADDRESSES(tree), *_SOURCES(tree)]
    if output.path == _MISSING:
        ours, others = [*ours, *others], []
    links = [_resolve(address, output.path, url) for address in dict.fromkeys(map(str, ours))]
    links += [resolve(address, output.path) for address in dict.fromkeys(map(str, others))]
    return Page(
        output.path,
        "\0".join(("", *ids, "")),
        tuple(name for name, count in ids.items() if count > 1),
        _packed(dict.fromkeys(link for link in links if link)),
    )


def _packed(links: Iterable[Target]) -> str:
    return "".join(f"{path}\0{fragment}\0" for path, fragment in links)


def _resolve(address: str, page: str, url: str) -> Target | None:
    """An absolute address of this very site counts from the site's root."""
    if url and address.startswith(url):
        return resolve(address[len(url) :] or ".", "index.html")
    return resolve(address, page)
