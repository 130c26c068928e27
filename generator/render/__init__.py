"""Stage 5: readings become pages. Everything is made in memory; `write` alone touches the disk."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.diagnostics import Outcome
from generator.model import Edition, Output, Reading, SiteSettings, Summary, Theme
from generator.render import ids
from generator.render.annotations import annotation_files
from generator.render.citations import citation_files
from generator.render.contribution import contribute
from generator.render.counts import counts
from generator.render.edition import Part, Whole
from generator.render.environment import catalogue_of, fill
from generator.render.excerpts import excerpts_view
from generator.render.feed_entries import feed_entry
from generator.render.fonts import all_letters, letters
from generator.render.head import reading_head, reading_picture, site_head
from generator.render.languages import direction
from generator.render.left_out import left_out_view
from generator.render.page import page_view
from generator.render.passages import summarize
from generator.render.pictures import show_pictures
from generator.render.pieces import Read, mark
from generator.render.reading import reading_view
from generator.render.search import search_records
from generator.render.timelines import reading_timelines

__all__ = [
    "Part",
    "Read",
    "Whole",
    "all_letters",
    "contribute",
    "feed_entry",
    "letters",
    "mark",
    "render_edition",
    "render_reading",
    "search_records",
    "summarize",
]

Pages = Outcome[tuple[Output, ...]]


def render_reading(reading: Reading, theme: Theme, site: SiteSettings, summary: Summary | None = None) -> Pages:
    """A reading's page, and its page "What was left out, and why"; of one in excerpts only a page of its quotes.

    The `summary` is the reading's own, where it is at hand.
    """
    catalogue = catalogue_of(theme, site.language)
    summary = summary or summarize(reading)
    if reading.excerpts:
        return _excerpts(reading, summary, theme, site, catalogue)
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


def render_edition(edition: Edition, theme: Theme) -> Pages:
    """The pages of the whole edition and what goes with them, all parts made."""
    whole = Whole(edition, theme)
    made = _together(*(part.make() for part in whole.pages()))
    shown = all_letters(edition, [letters(made.value)])
    others = _together(*(part.make() for part in whole.others(shown)))
    return _together(made, others)


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


def _excerpts(reading: Reading, summary: Summary, theme: Theme, site: SiteSettings, catalogue: Catalogue) -> Pages:
    path, title = ids.reading_page(reading.slug), reading.metadata.title
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


def _together(*outcomes: Pages) -> Pages:
    return Outcome(
        tuple(output for each in outcomes for output in each.value),
        tuple(found for each in outcomes for found in each.diagnostics),
    )
