"""What a page is, for machines: JSON-LD in the words of schema.org.

It says what is true: the text on a reading's page is somebody else's, the page is an edition of it by its editor, and
only the notes are under the site's licence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import Reading, SiteSettings, TermRow
from generator.render import ids
from generator.render.dates import written_date
from generator.render.person_names import Name, names
from generator.render.works import Work, edition_work, source_work

Data = Mapping[str, object]
_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-ND|-SA)?)[ -](\d\.\d)\b", re.IGNORECASE)
"""So many characters of a definition are given; the whole of it is on the page."""
# Nothing that ends a script element or begins a comment in it, nor what JavaScript once took for the end of a line.
_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def as_markup(data: Data) -> Markup:
    """The data as JSON that can stand inside of a script element, whatever words it holds; empty facts left out."""
    known = {"@context": "https://schema.org", **_known(data)}
    return Markup(json.dumps(known, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def reading_data(reading: Reading, site: SiteSettings, about: str, picture: str, catalogue: Catalogue) -> Data:
    """The text as an article and the page as its edition; where the text is not published, the page about it."""
    source, edition = source_work(reading, site), edition_work(reading, site, catalogue)
    page: Data = {
        "@type": "WebPage",
        "@id": edition.address,
        "name": edition.title,
        "description": about,
        "inLanguage": site.language,
        "editor": _agents(edition.editors),
        "isPartOf": _site(site),
        "hasPart": _notes(reading, edition, site, catalogue),
    }
    article: Data = {
        "@type": "Article",
        "headline": source.title,
        "alternativeHeadline": reading.metadata.subtitle,
        "author": _agents(source.authors),
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else {},
        "datePublished": _published(reading, site.language),
        "inLanguage": source.language,
        "copyrightNotice": reading.metadata.rights,
    }
    if reading.excerpts:
        return {**page, "image": picture, "isBasedOn": source.address, "about": {**article, "url": source.address}}
    return {**article, "image": picture, "isBasedOn": source.address, "mainEntityOfPage": page}


def index_data(site: SiteSettings, about: str) -> Data:
    """The site, and its first page as a collection."""
    said = {"name": site.title, "url": site.url, "description": about, "inLanguage": site.language}
    name = f"{site.url}#site"
    whole = {"@type": "WebSite", "@id": name, **said, "editor": _agents(names((site.author,), site.language))}
    return {"@graph": [whole, {"@type": "CollectionPage", **said, "isPartOf": {"@id": name}}]}


def glossary_data(terms: Iterable[TermRow], site: SiteSettings, title: str, about: str) -> Data:
    """The glossary of the whole edition as a set of defined terms."""
    return {
        "@type": "DefinedTermSet",
        "@id": ids.address(site.url, ids.GLOSSARY),
        "name": title,
        "description": about,
        "inLanguage": site.language,
        "isPartOf": _site(site),
        "hasDefinedTerm": [_term(each, site) for each in terms],
    }


def _term(term: TermRow, site: SiteSettings) -> Data:
    return {
        "@type": "DefinedTerm",
        "name": term.headword,
        "alternateName": list(term.variants),
        "url": ids.address(site.url, ids.GLOSSARY, term.id),
        "description": term.definition,
    }


def _notes(reading: Reading, edition: Work, site: SiteSettings, catalogue: Catalogue) -> Data:
    apparatus = reading.apparatus
    if not (apparatus.notes or apparatus.terms or apparatus.events):
        return {}
    known = [name.whole for name in edition.editors]
    voices = [by for by in dict.fromkeys(note.by for note in apparatus.notes) if by and by not in known]
    return {
        "@type": "CreativeWork",
        "name": catalogue.say("Notes, glossary and timeline"),
        "inLanguage": site.language,
        "author": _agents((*edition.editors, *names(voices, site.language))),
        "license": _license(site.license),
    }


def _license(written: str) -> Data:
    found = _CREATIVE_COMMONS.search(written)
    address = f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/" if found else ""
    return {"@type": "CreativeWork", "name": written, "url": address} if written else {}


def _agents(written: Iterable[Name]) -> list[object]:
    """A name of which nobody knows whether it is a person's stands as it is written."""
    kinds = {"person": "Person", "group": "Organization"}
    return [
        {"@type": kinds[name.kind], "name": name.whole, "familyName": name.family, "givenName": name.given}
        if name.kind in kinds
        else name.whole
        for name in written
    ]


def _site(site: SiteSettings) -> Data:
    return {"@type": "WebSite", "name": site.title, "url": site.url}


def _published(reading: Reading, language: str) -> str:
    date = written_date(reading.metadata.published, language)
    return date.datetime if date else ""


def _known(data: Data) -> dict[str, object]:
    """The data without what is empty, at any depth."""
    cleared = {name: _cleared(value) for name, value in data.items()}
    return {name: value for name, value in cleared.items() if value}


def _cleared(value: object) -> object:
    if isinstance(value, Mapping):
        return _known(value)
    return [_cleared(each) for each in value] if isinstance(value, list) else value
