"""What authors wrote, as HTML on the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator import markdown
from generator.model import Body, Term
from generator.render import ids
from generator.text import key

Entries = Mapping[str, str]
"""For each name of a term (see `text.key`) the address of its entry, as seen from the page."""


def links(page: str, home: str, entries: Entries) -> markdown.Links:
    """How links that were written for the page `home` read on another page."""
    return markdown.Links(
        term=lambda name: entries.get(key(name)), address=lambda written: ids.moved(written, home, page)
    )


def entries_of(terms: Sequence[tuple[Term, str]]) -> Entries:
    """The addresses of terms by every name, headwords before variants and the first that claims a name."""
    found: dict[str, str] = {}
    for term, address in terms:
        found.setdefault(key(term.headword), address)
    for term, address in terms:
        for variant in term.variants:
            found.setdefault(key(variant), address)
    return found


def whole(body: Body, ways: markdown.Links) -> Markup:
    """A body in one piece."""
    return Markup("".join(fragment.html for fragment in markdown.fragments(body.text, ways, body.html)))


def parted(body: Body, ways: markdown.Links, limit: int) -> tuple[Markup, Markup]:
    """A body parted before the first block that begins past `limit` words; the second part may be empty."""
    shown: list[str] = []
    folded: list[str] = []
    words = 0
    for fragment in markdown.fragments(body.text, ways, body.html):
        (folded if words >= limit else shown).append(fragment.html)
        words += fragment.words
    return Markup("".join(shown)), Markup("".join(folded))
