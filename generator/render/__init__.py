"""Stage 5: readings become pages. Everything is made in memory; `write` alone touches the disk."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.diagnostics import Outcome
from generator.model import Edition, Output, Reading, SiteSettings, Summary, Theme
from generator.render import feeds, ids
from generator.render.annotations import annotation_files
from generator.render.choices import choice_rules, voice_views
from generator.render.citations import citation_files
from generator.render.edition import counts, index_items, timeline_rules, timeline_view
from generator.render.environment import catalogue_of, fill
from generator.render.excerpts import excerpts_view
from generator.render.feed_entries import feed_entry
from generator.render.fonts import font_files, font_rules, letters
from generator.render.glossary import glossary_initials
from generator.render.head import reading_head, reading_picture, site_head, site_picture
from generator.render.languages import direction
from generator.render.left_out import left_out_view
from generator.render.linked_data import Data, glossary_data, index_data
from generator.render.page import assets, page_view
from generator.render.passages import summarize
from generator.render.pictures import show_pictures
from generator.render.reading import reading_view
from generator.render.search import search_records
from generator.render.timelines import edition_timelines, reading_timelines
from generator.render.views import LinkView

__all__ = ["feed_entry", "render_edition", "render_reading", "search_records", "summarize"]

Pages = Outcome[tuple[Output, ...]]


def render_reading(reading: Reading, theme: Theme, site: SiteSettings) -> Pages:
    """A reading's page, and its page "What was left out, and why"; of one in excerpts only a page of its quotes."""
    catalogue = catalogue_of(theme, site.language)
    if reading.excerpts:
        return _excerpts(reading, theme, site, catalogue)
    summary = summarize(reading)
    path, title = ids.reading_page(reading.slug), reading.metadata.title
    held = counts(summary, catalogue)
    about = catalogue.say("%(title)s: an annotated reading. %(counts)s", title=title, counts=held).strip()
    head = page_view(site, theme, path, f"{title} · {site.title}", about)
    head = reading_head(head, reading, theme, site, catalogue)
    pictures = show_pictures(reading)
    shown, files = pictures.value
    view = reading_view(reading, summary, site, shown, catalogue)
    page = fill(theme, site.language, "reading.html", path, page=head, reading=view)
    others = (*files, *_beside(reading, summary, theme, site, catalogue))
    return _together(page, _left_out(reading, theme, site, catalogue), Outcome(others, pictures.diagnostics))


def render_edition(edition: Edition, theme: Theme, readings: Sequence[Output] = ()) -> Pages:
    """The pages of the whole edition and what goes with them; some of it only where the site's address is known.

    `readings` are the readings' own pages, for whose letters the theme's face is cut.
    """
    site, catalogue = edition.site, catalogue_of(theme, edition.site.language)
    say = catalogue.say

    def page(path: str, title: str, about: str, data: Data | None = None, **values: object) -> Pages:
        named = f"{title} · {site.title}" if title else site.title
        head = page_view(site, theme, path, named, about)
        head = site_head(head, title or site.title, theme, site, catalogue, data)
        return fill(theme, site.language, path, path, page=head, **values)

    about = site.description or say("%(site)s: annotated readings.", site=site.title)
    terms = say("The terms explained in %(site)s.", site=site.title)
    events = say("The events dated in %(site)s.", site=site.title)
    initials = glossary_initials(edition)
    defined = glossary_data(initials, site, say("Glossary"), terms)
    made = _together(
        page(ids.INDEX, "", about, index_data(site, about), readings=index_items(edition, catalogue)),
        page(ids.GLOSSARY, say("Glossary"), terms, defined, initials=initials),
        page(ids.TIMELINE, say("Timeline"), events, timeline=timeline_view(edition, catalogue)),
        *([_search(edition, theme, catalogue)] if "search" in site.outputs else []),
        *([_missing(theme, site, catalogue)] if site.url else []),
    )
    rules = choice_rules(max((len(voice_views(each.notes)) for each in edition.readings), default=0))
    faces = font_files(theme.font, letters((*readings, *made.value)))
    others = (
        *_for_machines(edition, catalogue),
        *assets(theme, font_rules(faces, bool(site.url)), rules, timeline_rules(edition)),
        *edition_timelines(edition, catalogue),
        *faces,
        *site_picture(theme, site),
        Output(".nojekyll", b""),
    )
    return Outcome((*made.value, *others), made.diagnostics)


def _search(edition: Edition, theme: Theme, catalogue: Catalogue) -> Pages:
    site, title = edition.site, catalogue.say("Search")
    about = catalogue.say("Search in %(site)s.", site=site.title)
    head = page_view(site, theme, ids.SEARCH, f"{title} · {site.title}", about)
    readings = [LinkView(each.slug, each.metadata.title) for each in edition.readings]
    script = ids.link(ids.SEARCH, "assets/search/search.js")
    return fill(theme, site.language, ids.SEARCH, ids.SEARCH, page=head, readings=readings, script=script)


def _missing(theme: Theme, site: SiteSettings, catalogue: Catalogue) -> Pages:
    title, about = catalogue.say("Not found"), catalogue.say("There is no such page")
    head = page_view(site, theme, ids.MISSING, f"{title} · {site.title}", about, absolute=True)
    return fill(theme, site.language, ids.MISSING, ids.MISSING, page=head)


def _left_out(reading: Reading, theme: Theme, site: SiteSettings, catalogue: Catalogue) -> Pages:
    path, title = ids.left_out_page(reading.slug), reading.metadata.title
    what = catalogue.say("What was left out of “%(title)s”, and why", title=title)
    about = catalogue.say("%(what)s: every line of the captured text.", what=what)
    head = page_view(site, theme, path, f"{what} · {site.title}", about)
    head = site_head(head, what, theme, site, catalogue)
    language = reading.metadata.language or site.language
    view = left_out_view(reading, catalogue)
    values = {"page": head, "left_out": view, "language": language, "direction": direction(language)}
    return fill(theme, site.language, "left-out.html", path, **values)


def _excerpts(reading: Reading, theme: Theme, site: SiteSettings, catalogue: Catalogue) -> Pages:
    summary, path, title = summarize(reading), ids.reading_page(reading.slug), reading.metadata.title
    about = catalogue.say("%(title)s: excerpts. %(counts)s", title=title, counts=counts(summary, catalogue)).strip()
    head = page_view(site, theme, path, f"{title} · {site.title}", about)
    head = reading_head(head, reading, theme, site, catalogue)
    view = excerpts_view(reading, summary, site, catalogue)
    page = fill(theme, site.language, "excerpts.html", path, page=head, reading=view)
    return _together(page, Outcome(_beside(reading, summary, theme, site, catalogue)))


def _beside(
    reading: Reading, summary: Summary, theme: Theme, site: SiteSettings, catalogue: Catalogue
) -> tuple[Output, ...]:
    """What goes with every reading's page: its citation and its notes as files, and its picture for other sites."""
    citations = citation_files(reading, site, catalogue)
    timelines = reading_timelines(summary, site, catalogue)
    return (*citations, *annotation_files(reading, site), *timelines, *reading_picture(reading, theme, site))


def _for_machines(edition: Edition, catalogue: Catalogue) -> tuple[Output, ...]:
    site = edition.site
    if not site.url:
        return ()
    own = (
        page
        for reading in edition.readings
        for page in (
            *([] if reading.canonical else [ids.reading_page(reading.slug)]),
            *([] if reading.excerpts else [ids.left_out_page(reading.slug)]),
        )
    )
    made = [feeds.feed(edition, catalogue)] if "feed" in site.outputs else []
    if "sitemap" in site.outputs:
        made += [feeds.sitemap(edition, (ids.INDEX, ids.GLOSSARY, ids.TIMELINE, *own)), feeds.robots(edition)]
    return tuple(made)


def _together(*outcomes: Pages) -> Pages:
    return Outcome(
        tuple(output for each in outcomes for output in each.value),
        tuple(found for each in outcomes for found in each.diagnostics),
    )
