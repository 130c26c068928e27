"""What is made of all readings together, in parts, so that only those are made anew whose inputs have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.diagnostics import Outcome
from generator.model import Edition, Letters, Output, Term, Theme
from generator.render import chronicle, feeds, ids
from generator.render.bodies import Entries
from generator.render.choices import choice_rules
from generator.render.contribution import glossary_entries
from generator.render.environment import catalogue_of, fill
from generator.render.fonts import font_files, font_rules, wanted_letters
from generator.render.glossary import (
    entry_of,
    glossary_initials,
    glossary_rows,
    is_parted,
    passages_of,
    used_terms,
)
from generator.render.head import site_head, site_picture
from generator.render.linked_data import Data, glossary_data, index_data
from generator.render.page import assets, page_view
from generator.render.pieces import Read, at_hand, mark, wherever
from generator.render.timelines import edition_timelines
from generator.render.views import LinkView

Pages = Outcome[tuple[Output, ...]]


class Part(NamedTuple):
    """A page of the whole edition, or files that belong together."""

    name: str
    inputs: tuple[object, ...]
    """All that it is made of, besides the theme, the site and the shared glossary."""
    make: Callable[[], Pages]


class Whole:
    """The whole edition in its parts: pages first, and then what goes with them."""

    def __init__(self, edition: Edition, theme: Theme, read: Read = at_hand) -> None:
        self.edition, self.theme, self.site = edition, theme, edition.site
        self.read = read
        self.catalogue: Catalogue = catalogue_of(theme, edition.site.language)
        self.used = used_terms(edition)
        self.events = chronicle.events_in_order(edition)
        self.periods = chronicle.periods(self.events)

    def pages(self) -> Iterator[Part]:
        """The pages; some of them only where the site's address is known."""
        items = tuple(each.item for each in self.edition.readings)
        yield Part("index", (items,), lambda: self._index(items))
        yield from self._glossary()
        yield from self._timeline()
        if "search" in self.site.outputs:
            readings = tuple((each.slug, each.title) for each in self.edition.readings)
            yield Part("search", (readings,), self._search)
        if self.site.url:
            yield Part("missing", (), self._missing)

    def others(self, letters: Letters) -> Iterator[Part]:
        """What goes with the pages, and what is for machines. `letters` are those that all pages show."""
        edition, site = self.edition, self.site
        rules = choice_rules(max((each.voices for each in edition.readings), default=0))
        timeline = chronicle.timeline_rules(edition, self.periods)
        yield Part("assets", (wanted_letters(letters), rules, timeline), partial(self._dress, letters, rules, timeline))
        dated = tuple(each.dated for each in edition.readings)
        yield Part("timelines", (dated,), lambda: Outcome(edition_timelines(edition, self.catalogue)))
        if site.url and "feed" in site.outputs:
            newest = feeds.newest(edition)
            shown = tuple(
                (each.slug, each.title, replace(each.feed, content=wherever(each.feed.content))) for each in newest
            )
            yield Part("feed", (shown,), lambda: Outcome((feeds.feed(site, newest, self.read),)))
        if site.url and "sitemap" in site.outputs:
            paths = tuple(self._paths())
            yield Part("sitemap", paths, lambda: Outcome((feeds.sitemap(edition, paths), feeds.robots(edition))))

    def _dress(self, letters: Letters, rules: str, timeline: str) -> Pages:
        faces = font_files(self.theme.font, letters)
        made = assets(self.theme, font_rules(faces, bool(self.site.url)), rules, timeline)
        return Outcome((*made, *faces, *site_picture(self.theme, self.site), Output(".nojekyll", b"")))

    def _paths(self) -> Iterator[str]:
        """Every page that search engines are to know."""
        yield from (ids.INDEX, ids.GLOSSARY, ids.TIMELINE)
        if is_parted(self.used):
            yield from (ids.term_page(term.id) for term in self.edition.shared if term.id in self.used)
        yield from (each.path for each in self.periods)
        for reading in self.edition.readings:
            if not reading.canonical:
                yield ids.reading_page(reading.slug)
            if not reading.excerpts:
                yield ids.left_out_page(reading.slug)

    def _page(
        self, path: str, title: str, about: str, data: Data | None = None, template: str = "", **values: object
    ) -> Pages:
        named = f"{title} · {self.site.title}" if title else self.site.title
        head = page_view(self.site, self.theme, path, named, about)
        head = site_head(head, title or self.site.title, self.theme, self.site, self.catalogue, data)
        return fill(self.theme, self.site.language, template or path, path, page=head, **values)

    def _index(self, items: Sequence[str]) -> Pages:
        about = self.site.description or self.catalogue.say("%(site)s: annotated readings.", site=self.site.title)
        return self._page(ids.INDEX, "", about, index_data(self.site, about), readings=list(map(Markup, items)))

    def _glossary(self) -> Iterator[Part]:
        readings = self.edition.readings
        own = tuple(row._replace(html=wherever(row.html)) for each in readings for row in each.terms)
        marks = {name: mark(uses.marks()) for name, uses in self.used.items()}
        if not is_parted(self.used):
            yield Part("glossary", (own, marks), self._all_terms)
            return
        yield Part("glossary", (own, tuple(sorted(marks))), self._all_terms)
        entries = glossary_entries(self.edition.shared)
        for term in self.edition.shared:
            if term.id in self.used:
                yield Part(f"glossary {term.id}", (marks[term.id],), partial(self._term, term, entries))

    def _all_terms(self) -> Pages:
        about = self.catalogue.say("The terms explained in %(site)s.", site=self.site.title)
        rows = glossary_rows(self.edition, self.used, self.theme, self.catalogue, self.read)
        title = self.catalogue.say("Glossary")
        defined = glossary_data([each.row for each in rows.value], self.site, title, about)
        page = self._page(ids.GLOSSARY, title, about, defined, initials=glossary_initials(rows.value))
        return Outcome(page.value, (*rows.diagnostics, *page.diagnostics))

    def _term(self, term: Term, entries: Entries) -> Pages:
        uses = passages_of(self.used[term.id], self.read)
        about = self.catalogue.say("The terms explained in %(site)s.", site=self.site.title)
        entry = entry_of(self.edition, self.theme, term, entries, uses)
        back = LinkView(ids.link("", ids.GLOSSARY, ids.term_id(term.id)), self.catalogue.say("Glossary"))
        path, word = ids.term_page(term.id), term.headword
        page = self._page(path, word, about, template="term.html", term=word, entry=entry.value, back=back)
        return Outcome(page.value, (*entry.diagnostics, *page.diagnostics))

    def _timeline(self) -> Iterator[Part]:
        edition, title = self.edition, self.catalogue.say("Timeline")
        about = self.catalogue.say("The events dated in %(site)s.", site=self.site.title)
        events, parts = self.events, self.periods
        if not parts:
            titles = tuple((reading.slug, reading.title) for reading in edition.readings if reading.events)

            def whole() -> Pages:
                view = chronicle.timeline_view(edition, events, self.read)
                return self._page(ids.TIMELINE, title, about, timeline=view)

            yield Part("timeline", (_told(events), titles), whole)
            return
        listed = chronicle.overview(edition, parts, self.catalogue)
        links = tuple((each.address, each.name) for each in listed.periods)
        yield Part("timeline", links, lambda: self._page(ids.TIMELINE, title, about, timeline=listed))
        for index, period in enumerate(parts):
            inputs = (links[max(0, index - 1) : index + 2], _told(period.events))
            yield Part(f"timeline {period.path}", inputs, partial(self._period, parts, index, about))

    def _period(self, parts: Sequence[chronicle.Period], index: int, about: str) -> Pages:
        view = chronicle.period_view(self.edition, parts, index, self.catalogue, self.read)
        title = f"{self.catalogue.say('Timeline')}: {view.title}"
        return self._page(parts[index].path, title, about, template=ids.TIMELINE, timeline=view)

    def _search(self) -> Pages:
        title = self.catalogue.say("Search")
        about = self.catalogue.say("Search in %(site)s.", site=self.site.title)
        head = page_view(self.site, self.theme, ids.SEARCH, f"{title} · {self.site.title}", about)
        readings = [LinkView(each.slug, each.title) for each in self.edition.readings]
        script = ids.link(ids.SEARCH, "assets/search/search.js")
        values = {"page": head, "readings": readings, "script": script}
        return fill(self.theme, self.site.language, ids.SEARCH, ids.SEARCH, **values)

    def _missing(self) -> Pages:
        title, about = self.catalogue.say("Not found"), self.catalogue.say("There is no such page")
        named = f"{title} · {self.site.title}"
        head = page_view(self.site, self.theme, ids.MISSING, named, about, absolute=True)
        return fill(self.theme, self.site.language, ids.MISSING, ids.MISSING, page=head)


def _told(events: Sequence[chronicle.Told]) -> tuple[tuple[str, str, str, int, str], ...]:
    """All that is shown of these events."""
    return tuple((each.edtf, each.title, each.told, each.html.mark, reading.slug) for each, reading in events)
