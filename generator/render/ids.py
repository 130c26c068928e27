"""The ids that pages give, and where entries stand: the one place that knows how an address is made."""

from __future__ import annotations

import hashlib
import posixpath
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit, urlunsplit

INDEX, GLOSSARY, TIMELINE, MISSING = "index.html", "glossary.html", "timeline.html", "404.html"
SEARCH = "search.html"
FEED, SITEMAP = "feed.xml", "sitemap.xml"


def reading_page(slug: str) -> str:
    """The path of a reading's page."""
    return f"{slug}/index.html"


def left_out_page(slug: str) -> str:
    """The path of the page "What was left out, and why"."""
    return f"{slug}/left-out.html"


def share_picture(slug: str) -> str:
    """The path of the picture that other sites show of a reading."""
    return f"{slug}/share.png"


def citation(slug: str, form: str) -> str:
    """The path of a reading's citation in one form: "bib", "json"."""
    return f"{slug}/cite.{form}"


def annotations_file(slug: str) -> str:
    """The path of a reading's notes as Web Annotations."""
    return f"{slug}/annotations.jsonld"


def text_file(slug: str) -> str:
    """The path of a reading's cleaned text."""
    return f"{slug}/text.txt"


def words_id(entry: str) -> str:
    """Of the first mark of a note's quote."""
    return f"q-{entry}"


def reference_id(entry: str) -> str:
    """Of a note's number in the text."""
    return f"r-{entry}"


def event_words_id(entry: str) -> str:
    """Of the words that an event is pinned to."""
    return f"e-{entry}"


def event_reference_id(entry: str) -> str:
    """Of an event's letter in the text."""
    return f"t-{entry}"


def use_id(term: str, count: int) -> str:
    """Of the n-th marked use of a term on a page."""
    return f"u-{term}-{count}"


def term_id(term: str, slug: str = "") -> str:
    """Of a glossary entry; on a page of the whole edition a reading's own entries carry its slug."""
    return f"term-{term}--{slug}" if slug else f"term-{term}"


def mention_id(number: int) -> str:
    """Of the n-th words of a text that speak of a date."""
    return f"d-{number}"


def timeline_file(form: str, slug: str = "") -> str:
    """The path of a timeline in one form ("json", "ics"), of a reading or of all."""
    return f"{slug}/timeline.{form}" if slug else f"timeline.{form}"


def event_id(event: str, slug: str = "") -> str:
    """Of an event in a timeline."""
    return f"event-{event}--{slug}" if slug else f"event-{event}"


def term_page(term: str) -> str:
    """The path of the page of a shared term, where the glossary is parted."""
    return f"glossary-{term}.html"


def period_page(first: int, last: int) -> str:
    """The path of the page of some years, where the timeline is parted."""
    return f"timeline-{first}.html" if first == last else f"timeline-{first}-{last}.html"


def group(slug: str) -> str:
    """The class of what belongs to a reading on a page of the whole edition."""
    return f"of-{hashlib.sha256(slug.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def address(url: str, path: str, fragment: str = "") -> str:
    """The whole address of a file of the site at `url`, a folder's index as its folder; empty where it is not known."""
    short = path.removesuffix(INDEX) if posixpath.basename(path) == INDEX else path
    return f"{url}{quote(short)}{f'#{quote(fragment)}' if fragment else ''}" if url else ""


def link(page: str, target: str, fragment: str = "") -> str:
    """The relative address of a file of the site, or of an id in it, as seen from a page."""
    path = _relative(page, target)
    return (
        f"{path}#{quote(fragment, safe='-._~!$&()*+,;=:@/')}" if fragment else path or quote(posixpath.basename(page))
    )


@lru_cache(maxsize=4096)
def _relative(page: str, target: str) -> str:
    return "" if target == page else quote(posixpath.relpath(target, posixpath.dirname(page) or "."))


def moved(address: str, home: str, page: str) -> str:
    """A link that an author wrote for the page `home`, as seen from `page`; one that leaves the site is as it was."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        # What begins at the root of a host is no place of a site that may stand anywhere; it is told as broken.
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(home), unquote(parts.path))) if parts.path else home
    if parts.path.endswith(("/", "..")) or parts.path == "." or target == ".":
        target = posixpath.normpath(posixpath.join(target, INDEX))
    seen = link(page, target, unquote(parts.fragment))
    return urlunsplit(urlsplit(seen)._replace(query=parts.query)) if parts.query else seen
