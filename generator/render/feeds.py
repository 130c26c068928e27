"""For machines: the Atom feed, the sitemap, robots.txt."""

from __future__ import annotations

from xml.etree import ElementTree

from generator.catalogue import Catalogue
from generator.dates import Date, parse
from generator.model import Edition, Output, SiteSettings, Summary
from generator.render import ids
from generator.render.edition import contents
from generator.render.icons import ICON

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNDATED = "1970-01-01T00:00:00Z"
"""Atom demands a moment; a text without a date has the beginning of computers' time."""
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))

ElementTree.register_namespace("", _ATOM)


def feed(edition: Edition, catalogue: Catalogue) -> Output:
    """The readings with their notes in full as an Atom feed, the newest text first."""
    site = edition.site
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: site.language})
    moments = [_moment(reading) for reading in edition.readings]
    _add(root, "title", site.title)
    if site.description:
        _add(root, "subtitle", site.description)
    _add(root, "id", site.url)
    _add(root, "link", rel="self", type="application/atom+xml", href=site.url + ids.FEED)
    _add(root, "link", rel="alternate", type="text/html", href=site.url)
    _add(root, "icon", site.url + ICON)
    _add(root, "updated", max(moments, default=_UNDATED))
    _add(_add(root, "author"), "name", site.author or site.title)
    for moment, reading in sorted(zip(moments, edition.readings, strict=True), key=lambda pair: pair[0], reverse=True):
        _entry(root, reading, moment, site, catalogue)
    return Output(ids.FEED, _written(root))


def sitemap(edition: Edition, pages: tuple[str, ...]) -> Output:
    """Every page of the site."""
    root = ElementTree.Element("urlset", xmlns=_SITEMAP)
    for page in pages:
        place = ElementTree.SubElement(ElementTree.SubElement(root, "url"), "loc")
        place.text = ids.address(edition.site.url, page)
    return Output(ids.SITEMAP, _written(root))


def robots(edition: Edition) -> Output:
    """Everybody may read everything; here is the list."""
    return Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {edition.site.url}{ids.SITEMAP}\n".encode())


def _entry(root: ElementTree.Element, reading: Summary, moment: str, site: SiteSettings, catalogue: Catalogue) -> None:
    """The notes are their editor's; the text's own author is named in the content."""
    address, facts = ids.address(site.url, ids.reading_page(reading.slug)), reading.metadata
    entry = _add(root, "entry")
    _add(entry, "title", facts.title)
    _add(entry, "id", address)
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    if facts.url:
        _add(entry, "link", rel="via", href=facts.url)
    _add(entry, "updated", moment)
    _add(_add(entry, "author"), "name", reading.editor or site.author or site.title)
    for name in dict.fromkeys(note.by for note in reading.notes if note.by and note.by != reading.editor):
        _add(_add(entry, "contributor"), "name", name)
    rights = _rights(reading, site, catalogue)
    if rights:
        _add(entry, "rights", rights)
    _add(entry, "summary", catalogue.say("An annotated reading. %(contents)s", contents=contents(reading, catalogue)))
    if reading.entry:
        _add(entry, "content", reading.entry, type="html")


def _rights(reading: Summary, site: SiteSettings, catalogue: Catalogue) -> str:
    say = "The notes, the glossary and the timeline are under %(license)s."
    notes = catalogue.say(say, license=site.license) if site.license else ""
    return " ".join(filter(None, (notes, reading.metadata.rights)))


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
