"""For machines: the Atom feed, the sitemap, robots.txt."""

from __future__ import annotations

from xml.etree import ElementTree

from generator.catalogue import Catalogue
from generator.dates import Date, parse
from generator.model import Edition, Output, Summary
from generator.render import ids
from generator.render.edition import contents
from generator.render.page import canonical

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNDATED = "1970-01-01T00:00:00Z"
"""Atom demands a moment; a text without a date has the beginning of computers' time."""
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))

ElementTree.register_namespace("", _ATOM)


def feed(edition: Edition, catalogue: Catalogue) -> Output:
    """The readings as an Atom feed, the newest first."""
    site = edition.site
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    moments = [_moment(reading) for reading in edition.readings]
    _add(root, "title", site.title)
    _add(root, "id", site.url)
    _add(root, "link", rel="self", href=site.url + ids.FEED)
    _add(root, "link", rel="alternate", href=site.url)
    _add(root, "updated", max(moments, default=_UNDATED))
    _add(_add(root, "author"), "name", site.author or site.title)
    for moment, reading in sorted(zip(moments, edition.readings, strict=True), key=lambda pair: pair[0], reverse=True):
        _entry(root, reading, moment, site.url + canonical(ids.reading_page(reading.slug)), catalogue)
    return Output(ids.FEED, _written(root))


def sitemap(edition: Edition, pages: tuple[str, ...]) -> Output:
    """Every page of the site."""
    root = ElementTree.Element("urlset", xmlns=_SITEMAP)
    for page in pages:
        place = ElementTree.SubElement(ElementTree.SubElement(root, "url"), "loc")
        place.text = edition.site.url + canonical(page)
    return Output(ids.SITEMAP, _written(root))


def robots(edition: Edition) -> Output:
    """Everybody may read everything; here is the list."""
    return Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {edition.site.url}{ids.SITEMAP}\n".encode())


def _entry(root: ElementTree.Element, reading: Summary, moment: str, address: str, catalogue: Catalogue) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", reading.metadata.title)
    _add(entry, "id", address)
    _add(entry, "link", rel="alternate", href=address)
    _add(entry, "updated", moment)
    for name in reading.metadata.authors:
        _add(_add(entry, "author"), "name", name)
    if reading.metadata.rights:
        _add(entry, "rights", reading.metadata.rights)
    _add(entry, "summary", catalogue.say("An annotated reading. %(contents)s", contents=contents(reading, catalogue)))


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text:
        child.text = text.translate(_NOT_XML)
    return child


def _moment(reading: Summary) -> str:
    """The first moment at which the text may have been published; the build's own clock plays no part in it."""
    try:
        date: Date = parse(reading.metadata.published)
    except ValueError:
        return _UNDATED
    year, month, day = date.earliest
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z" if 1 <= year <= 9999 else _UNDATED


def _written(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
