"""The glossary of the whole edition: every entry and every other name of one, from A to Z."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.diagnostics import Outcome
from generator.model import Contribution, Edition, Piece, Term, TermRow, TermUse, Theme, unpacked
from generator.render import bodies, ids
from generator.render.apparatus import see_also, term_view
from generator.render.contribution import glossary_entries, term_row
from generator.render.environment import macros
from generator.render.page import page_view
from generator.render.pieces import Read, as_html
from generator.render.views import GlossaryItem, Initial, LinkView, TermView
from generator.text import key

_BESIDE = 4
"""A variant that shares so many letters with its headword would stand right beside it, and is not listed."""
MOST = 250_000
"""Bytes of passages on the glossary's page; where there are more, each term has a page of its own for them."""
Use = tuple[Contribution, Piece]
"""A reading, and its passages that use a term."""


class Listed(NamedTuple):
    """An entry of the glossary."""

    row: TermRow
    html: Markup
    title: str = ""
    """Of the one reading that it belongs to; empty for a shared one."""


class Used:
    """The passages of all readings that use a term, packed: of thousands of readings they are very many."""

    def __init__(self) -> None:
        self._readings: list[Contribution] = []
        self._pieces = bytearray()

    def add(self, reading: Contribution, piece: bytes) -> None:
        """Lays down those of a further reading, a packed piece."""
        self._readings.append(reading)
        self._pieces += piece

    def __iter__(self) -> Iterator[Use]:
        return zip(self._readings, unpacked(self._pieces), strict=True)

    def marks(self) -> bytes:
        """Other bytes for other passages, wherever they lie."""
        return array("Q", bytes(self._pieces))[2::3].tobytes()


def used_terms(edition: Edition) -> Mapping[str, Used]:
    """The passages that use each shared term, by its id."""
    found: dict[str, Used] = {}
    for reading in edition.readings:
        for name, piece in reading.passages.pieces():
            if name not in found:
                found[name] = Used()
            found[name].add(reading, piece)
    return found


def is_parted(uses: Mapping[str, Used]) -> bool:
    """Whether the passages that use shared terms are so many that each term needs a page for them."""
    lengths = (piece.size for listed in uses.values() for _, piece in listed)
    return any(total > MOST for total in accumulate(lengths))


def glossary_rows(
    edition: Edition, used: Mapping[str, Used], theme: Theme, catalogue: Catalogue, read: Read
) -> Outcome[tuple[Listed, ...]]:
    """Every term: shared ones once with the passages of all readings, or a link to them; others by reading."""
    uses = _links(edition, used, theme, catalogue) if is_parted(used) else Outcome(_passages(used, read))
    page = page_view(edition.site, theme, ids.GLOSSARY, "", "")
    entries = glossary_entries(edition.shared)
    views = [_view(term, entries, uses.value.get(term.id, Markup())) for term in edition.shared]
    made = macros(theme, edition.site.language, page, [("term_entry", view) for view in views])
    shared = [Listed(term_row(view), html) for view, html in zip(views, made.value, strict=False)]
    own = [
        Listed(row, as_html(read(reading, row.html)), reading.title)
        for reading in edition.readings
        for row in reading.terms
    ]
    rows = sorted((*shared, *own), key=lambda each: _place(each.row.headword, each.title))
    return Outcome(tuple(rows), (*uses.diagnostics, *made.diagnostics))


def entry_of(edition: Edition, theme: Theme, term: Term, entries: bodies.Entries, uses: Markup) -> Outcome[Markup]:
    """One shared term with its passages; `entries` are those of the whole glossary."""
    page = page_view(edition.site, theme, ids.term_page(term.id), "", "")
    made = macros(theme, edition.site.language, page, [("term_entry", _view(term, entries, uses))])
    return Outcome(Markup("").join(made.value), made.diagnostics)


def passages_of(uses: Iterable[Use], read: Read) -> Markup:
    """Items of an HTML list: all passages of a term."""
    return Markup("").join(as_html(read(*each)) for each in uses)


def _passages(used: Mapping[str, Used], read: Read) -> Mapping[str, Markup]:
    return {name: passages_of(listed, read) for name, listed in used.items()}


def _links(
    edition: Edition, used: Mapping[str, Used], theme: Theme, catalogue: Catalogue
) -> Outcome[Mapping[str, Markup]]:
    """For each term that is used a link to the page of its passages."""
    terms = [term for term in edition.shared if term.id in used]
    views = [
        LinkView(
            ids.link("", ids.term_page(term.id)), catalogue.say("Passages that use “%(term)s”", term=term.headword)
        )
        for term in terms
    ]
    page = page_view(edition.site, theme, ids.GLOSSARY, "", "")
    made = macros(theme, edition.site.language, page, [("way", view) for view in views])
    return Outcome(dict(zip((term.id for term in terms), made.value, strict=False)), made.diagnostics)


def _view(term: Term, entries: bodies.Entries, uses: Markup) -> TermView:
    body = bodies.whole(term.body, bodies.links(ids.GLOSSARY, ids.INDEX, entries))
    return term_view(TermUse(term, ()), (), body, ids.term_id(term.id), see_also(term, entries), uses=uses)


def glossary_initials(rows: Sequence[Listed]) -> tuple[Initial, ...]:
    """Every term, and every variant that is not beside it, under its first letter."""
    named = [(each.row.headword, each.title, GlossaryItem(each.html)) for each in rows]
    named += [(item.variant, "", item) for item in _variants([each.row for each in rows])]
    named.sort(key=lambda each: _place(each[0], each[1]))
    groups = [(initial, tuple(group)) for initial, group in groupby(named, key=lambda each: _initial(each[0]))]
    return tuple(
        Initial(initial, f"page-letter-{count}", tuple(item for *_, item in group))
        for count, (initial, group) in enumerate(groups, 1)
    )


def _variants(terms: Sequence[TermRow]) -> Iterator[GlossaryItem]:
    """The other names that a reader may look up, each with all entries that it stands for."""
    found: dict[str, list[TermRow]] = {}
    for term in terms:
        for variant in term.variants:
            if not key(variant).startswith(key(term.headword)[:_BESIDE]):
                found.setdefault(variant, []).append(term)
    for variant, meant in found.items():
        links = (LinkView(ids.link(ids.GLOSSARY, ids.GLOSSARY, term.id), term.headword) for term in meant)
        yield GlossaryItem(variant=variant, see=tuple(links))


def _place(headword: str, title: str) -> tuple[bool, str, str]:
    return _initial(headword).isalpha(), key(headword), title


def _initial(headword: str) -> str:
    first = next((character for character in headword if character.isalnum()), "#")
    return first.upper() if first.isalpha() else "0–9"
