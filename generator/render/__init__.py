"""Stage 5: readings become pages. Everything is made in memory; `write` alone touches the disk."""

from __future__ import annotations

from generator.diagnostics import Outcome
from generator.model import Edition, Output, Reading, SiteSettings, Theme
from generator.render import feeds, ids
from generator.render.edition import counts, glossary_initials, index_items, timeline_events
from generator.render.environment import fill
from generator.render.excerpts import excerpts_view
from generator.render.left_out import left_out_view
from generator.render.page import assets, direction, page_view
from generator.render.passages import summarize
from generator.render.pictures import show_pictures
from generator.render.reading import reading_view
from generator.render.voices import voice_rules, voice_views

__all__ = ["render_edition", "render_reading", "summarize"]

Pages = Outcome[tuple[Output, ...]]


def render_reading(reading: Reading, theme: Theme, site: SiteSettings) -> Pages:
    """A reading's page, and its page "What was left out, and why"; of one in excerpts only a page of its quotes."""
    if reading.excerpts:
        return _excerpts(reading, theme, site)
    summary = summarize(reading)
    path, left_out = ids.reading_page(reading.slug), ids.left_out_page(reading.slug)
    title = reading.metadata.title
    about = f"{title}: an annotated reading with {counts(summary) or 'the text alone'}."
    head = page_view(site, theme, path, f"{title} · {site.title}", about)
    pictures = show_pictures(reading)
    shown, files = pictures.value
    view = reading_view(reading, summary, site, shown)
    first = fill(theme, "reading.html", path, page=head, reading=view)
    what = f"What was left out of “{title}”, and why"
    head = page_view(site, theme, left_out, f"{what} · {site.title}", f"{what}: every line of the captured text.")
    language = reading.metadata.language or site.language
    values = {"page": head, "left_out": left_out_view(reading), "language": language, "direction": direction(language)}
    second = fill(theme, "left-out.html", left_out, **values)
    return _together(first, second, Outcome(files, pictures.diagnostics))


def render_edition(edition: Edition, theme: Theme) -> Pages:
    """The pages of the whole edition and what goes with them; some of it only where the site's address is known."""
    site = edition.site
    about = site.description or f"{site.title}: annotated readings."
    pages = [
        fill(
            theme,
            ids.INDEX,
            ids.INDEX,
            page=page_view(site, theme, ids.INDEX, site.title, about),
            readings=index_items(edition),
        ),
        fill(
            theme,
            ids.GLOSSARY,
            ids.GLOSSARY,
            page=page_view(
                site, theme, ids.GLOSSARY, f"Glossary · {site.title}", f"The terms explained in {site.title}."
            ),
            initials=glossary_initials(edition),
        ),
        fill(
            theme,
            ids.TIMELINE,
            ids.TIMELINE,
            page=page_view(site, theme, ids.TIMELINE, f"Timeline · {site.title}", f"The events dated in {site.title}."),
            events=timeline_events(edition),
        ),
    ]
    if site.url:
        head = page_view(site, theme, ids.MISSING, f"Not found · {site.title}", "There is no such page.", absolute=True)
        pages.append(fill(theme, ids.MISSING, ids.MISSING, page=head))
    rules = voice_rules(max((len(voice_views(each.notes)) for each in edition.readings), default=0))
    made = _together(*pages)
    others = (*_for_machines(edition), *assets(theme, rules), Output(".nojekyll", b""))
    return Outcome((*made.value, *others), made.diagnostics)


def _excerpts(reading: Reading, theme: Theme, site: SiteSettings) -> Pages:
    summary, path, title = summarize(reading), ids.reading_page(reading.slug), reading.metadata.title
    about = f"{title}: excerpts with {counts(summary) or 'no notes'}."
    head = page_view(site, theme, path, f"{title} · {site.title}", about)
    return fill(theme, "excerpts.html", path, page=head, reading=excerpts_view(reading, summary, site))


def _for_machines(edition: Edition) -> tuple[Output, ...]:
    site = edition.site
    if not site.url:
        return ()
    own = (
        page
        for reading in edition.readings
        for page in (ids.reading_page(reading.slug), *([] if reading.excerpts else [ids.left_out_page(reading.slug)]))
    )
    made = [feeds.feed(edition)] if "feed" in site.outputs else []
    if "sitemap" in site.outputs:
        made += [feeds.sitemap(edition, (ids.INDEX, ids.GLOSSARY, ids.TIMELINE, *own)), feeds.robots(edition)]
    return tuple(made)


def _together(*outcomes: Pages) -> Pages:
    return Outcome(
        tuple(output for each in outcomes for output in each.value),
        tuple(found for each in outcomes for found in each.diagnostics),
    )
