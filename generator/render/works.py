"""What there is to cite of a reading: the text in its source, and this annotated edition of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from generator.catalogue import Catalogue
from generator.dates import Date, parse
from generator.model import Reading, SiteSettings
from generator.render import ids
from generator.render.person_names import Name, names
from generator.text import tidy

_DIGEST = 12
"""So many characters tell a capture from all others that a reader will ever see."""
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Work:
    """One work as bibliographies see it; empty means unknown."""

    key: str
    """Its name among others: ASCII, and the same at every build."""
    title: str
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    publisher: str = ""
    container: str = ""
    """The title of the site that it is a part of."""
    published: Date | None = None
    address: str = ""
    language: str = ""
    genre: str = ""
    note: str = ""


def source_work(reading: Reading, site: SiteSettings) -> Work:
    """The text as it was captured."""
    facts = reading.metadata
    language = facts.language or site.language
    return Work(
        key=f"{_key(reading.slug)}:source",
        title=tidy(facts.title),
        authors=names(facts.authors, language, (facts.publisher, site.title)),
        publisher=tidy(facts.publisher),
        published=_date(facts.published),
        address=facts.url,
        language=language,
    )


def edition_work(reading: Reading, site: SiteSettings, catalogue: Catalogue) -> Work:
    """The annotated edition; of a text that is not published, the notes on it. It has no date of its own."""
    source = source_work(reading, site)
    genre = catalogue.say("Excerpts with notes") if reading.excerpts else catalogue.say("Annotated edition")
    return Work(
        key=_key(reading.slug),
        title=catalogue.say("Notes on “%(title)s”", title=source.title) if reading.excerpts else source.title,
        authors=() if reading.excerpts else source.authors,
        editors=names((reading.editor or site.author,), site.language, (site.title,)),
        container=tidy(site.title),
        address=reading.canonical or ids.address(site.url, ids.reading_page(reading.slug)),
        language=site.language if reading.excerpts else source.language,
        genre=genre,
        note=catalogue.say("capture SHA-256 %(digest)s", digest=reading.seed.sha256[:_DIGEST]),
    )


def _key(slug: str) -> str:
    """The slug; one that is not ASCII in the letters that are, and with its digest, for two may look alike then."""
    if slug.isascii():
        return _NOT_IN_KEY.sub("-", slug)
    plain = _NOT_IN_KEY.sub("-", unicodedata.normalize("NFKD", slug).encode("ascii", "ignore").decode()).strip("-._")
    return f"{plain or 'reading'}-{sha256(slug.encode()).hexdigest()[:6]}"


def _date(edtf: str) -> Date | None:
    try:
        return parse(edtf) if edtf else None
    except ValueError:
        return None
