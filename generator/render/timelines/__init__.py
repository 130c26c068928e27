"""Timelines as files for other programs: of each reading beside its page, and of the whole edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.model import Dated, Edition, Output, SiteSettings, Summary
from generator.render import ids
from generator.render.timelines.calendar import as_calendar
from generator.render.timelines.entries import of_edition, of_reading
from generator.render.timelines.events import as_linked_data
from generator.render.timelines.table import as_table
from generator.render.timelines.timelinejs import as_timelinejs
from generator.render.views import FileView


class _Form(NamedTuple):
    suffix: str
    name: str
    type: str
    write: Callable[[Sequence[Dated], str, Catalogue], bytes]


FORMS: Mapping[str, _Form] = {
    "timelinejs": _Form("json", "TimelineJS", "application/json", as_timelinejs),
    "icalendar": _Form("ics", "iCalendar", "text/calendar", as_calendar),
    "csv": _Form("csv", "CSV", "text/csv", as_table),
    "json-ld": _Form("jsonld", "JSON-LD", "application/ld+json", as_linked_data),
}
"""By the name that `outputs` in site.toml calls them by."""


def reading_timelines(summary: Summary, site: SiteSettings, catalogue: Catalogue) -> tuple[Output, ...]:
    """The timeline of one reading in the forms that the site wants; nothing where it has no events."""
    return _files(of_reading(summary, site, catalogue), summary.metadata.title, summary.slug, site, catalogue)


def dated_events(summary: Summary, site: SiteSettings, catalogue: Catalogue) -> tuple[Dated, ...]:
    """A reading's events in plain text, if the site wants any such file."""
    return of_reading(summary, site, catalogue) if any(name in site.outputs for name in FORMS) else ()


def edition_timelines(edition: Edition, catalogue: Catalogue) -> tuple[Output, ...]:
    """The timeline of all readings in these forms."""
    site = edition.site
    return _files(of_edition(edition), site.title, "", site, catalogue)


def file_views(page: str, slug: str, site: SiteSettings) -> tuple[FileView, ...]:
    """The same files as seen from a page."""
    return tuple(
        FileView(ids.link(page, ids.timeline_file(form.suffix, slug)), form.name, form.type)
        for name, form in FORMS.items()
        if name in site.outputs
    )


def _files(
    events: Sequence[Dated], title: str, slug: str, site: SiteSettings, catalogue: Catalogue
) -> tuple[Output, ...]:
    wanted = [form for name, form in FORMS.items() if name in site.outputs] if events else []
    return tuple(Output(ids.timeline_file(form.suffix, slug), form.write(events, title, catalogue)) for form in wanted)
