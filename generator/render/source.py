"""Where a text comes from, whose it is, and what the editor added to the facts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Reading, Role, SiteSettings, Summary
from generator.render import ids
from generator.render.dates import written_date
from generator.render.views import FactView, SourceView
from generator.text import tidy

_NAMES = {
    "title": "title",
    "subtitle": "subtitle",
    "authors": "authors",
    "publisher": "publisher",
    "published": "date of publication",
    "url": "address",
    "language": "language",
    "rights": "rights",
}


def source_view(reading: Reading, summary: Summary, site: SiteSettings) -> SourceView:
    """The facts of a reading's colophon."""
    metadata = reading.metadata
    cuts = () if reading.excerpts else reading.cleaned.cuts
    biographies = tuple(tidy(cut.text) for cut in cuts if cut.role is Role.AUTHOR_BIO)
    return SourceView(
        facts=tuple(_facts(reading, site.language)),
        owner=metadata.publisher or " and ".join(metadata.authors),
        file=reading.seed.path,
        sha256=reading.seed.sha256,
        kept=summary.kept,
        cut=summary.cut,
        left_out=ids.link(ids.reading_page(reading.slug), ids.left_out_page(reading.slug)),
        biographies=tuple(each for each in biographies if len(each.split()) > 6),
        editor=reading.editor,
        license=site.license,
        rights=metadata.rights,
        supplied=tuple(_NAMES[name] for name in _NAMES if name in reading.supplied),
    )


def _facts(reading: Reading, language: str) -> Iterator[FactView]:
    metadata, supplied = reading.metadata, reading.supplied
    if metadata.authors:
        yield FactView("By", ", ".join(metadata.authors), "authors" in supplied)
    if metadata.publisher:
        yield FactView("Publisher", metadata.publisher, "publisher" in supplied)
    published = written_date(metadata.published, language)
    if published:
        yield FactView("Published", published.words, "published" in supplied, date=published)
    if metadata.dateline:
        yield FactView("Filed from", metadata.dateline)
    if metadata.url:
        yield FactView("Address", metadata.url, "url" in supplied, address=metadata.url)
    if metadata.rights:
        yield FactView("Rights", metadata.rights, "rights" in supplied)
