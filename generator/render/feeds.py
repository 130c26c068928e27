"""For machines: the Atom feed, the sitemap, robots.txt."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from xml.etree import ElementTree

from generator.model import Contribution, Edition, Output, SiteSettings
from generator.render import ids
from generator.render.contribution import UNDATED
from generator.render.icons import ICON
from generator.render.pieces import Read

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_ENTRIES = 100
"""A feed is for what is new; programs fetch all of it again and again."""
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
"""Characters that no XML can hold, escaped or not."""

ElementTree.register_namespace("", _ATOM)


def newest(edition: Edition) -> tuple[Contribution, ...]:
    """The readings that the feed shows, the newest text first."""
    return tuple(sorted(edition.readings, key=lambda each: each.feed.moment, reverse=True)[:MOST_ENTRIES])


def feed(site: SiteSettings, newest: Sequence[Contribution], read: Read) -> Output:
    """Readings with their notes in full as an Atom feed."""
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: site.language})
    _add(root, "title", site.title)
    if site.description:
        _add(root, "subtitle", site.description)
    _add(root, "id", site.url)
    _add(root, "link", rel="self", type="application/atom+xml", href=site.url + ids.FEED)
    _add(root, "link", rel="alternate", type="text/html", href=site.url)
    _add(root, "icon", site.url + ICON)
    _add(root, "updated", newest[0].feed.moment if newest else UNDATED)
    _add(_add(root, "author"), "name", site.author or site.title)
    for reading in newest:
        _entry(root, reading, site, read)
    return Output(ids.FEED, _written(root))


def sitemap(edition: Edition, pages: tuple[str, ...]) -> Output:
    """Every page of the site."""
    root = ElementTree.Element("urlset", xmlns=_SITEMAP)
    for page in pages:
        place = ElementTree.SubElement(ElementTree.SubElement(root, "url"), "loc")
        place.text = ids.address(edition.site.url, page).translate(_NOT_XML)
    return Output(ids.SITEMAP, _written(root))


def robots(edition: Edition) -> Output:
    """Everybody may read everything; here is the list."""
    return Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {edition.site.url}{ids.SITEMAP}\n".encode())


def _entry(root: ElementTree.Element, reading: Contribution, site: SiteSettings, read: Read) -> None:
    """The notes are their editor's; the text's own author is named in the content."""
    address, shown = ids.address(site.url, ids.reading_page(reading.slug)), reading.feed
    entry = _add(root, "entry")
    _add(entry, "title", reading.title)
    _add(entry, "id", address)
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    if shown.source:
        _add(entry, "link", rel="via", href=shown.source)
    _add(entry, "updated", shown.moment)
    _add(_add(entry, "author"), "name", shown.editor)
    for name in shown.contributors:
        _add(_add(entry, "contributor"), "name", name)
    if shown.rights:
        _add(entry, "rights", shown.rights)
    _add(entry, "summary", shown.summary)
    if shown.content.size:
        content = zlib.decompress(read(reading, shown.content)).decode("utf-8", "surrogatepass")
        _add(entry, "content", content, type="html")


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    facts = {key: value.translate(_NOT_XML) for key, value in attributes.items()}
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", facts)
    if text:
        child.text = text.translate(_NOT_XML)
    return child


def _written(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
