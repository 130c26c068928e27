"""Where a text comes from, whose it is, and what the editor added to the facts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.model import Reading, Role, SiteSettings, Summary
from generator.render import ids
from generator.render.citations import citation_view
from generator.render.dates import written_date
from generator.render.views import FactView, SourceView
from generator.text import tidy


def source_view(reading: Reading, summary: Summary, site: SiteSettings, catalogue: Catalogue) -> SourceView:
    """The facts of a reading's colophon."""
    metadata = reading.metadata
    cuts = () if reading.excerpts else reading.cleaned.cuts
    biographies = tuple(tidy(cut.text) for cut in cuts if cut.role is Role.AUTHOR_BIO)
    published = written_date(metadata.published, site.language)
    by_editor = "published" in reading.supplied
    return SourceView(
        facts=tuple(_facts(reading, site.language, catalogue)),
        owner=metadata.publisher or ", ".join(metadata.authors),
        publisher=metadata.publisher,
        published=FactView("", published.words, by_editor, date=published) if published else None,
        address=metadata.url,
        file=reading.seed.path,
        sha256=reading.seed.sha256,
        kept=summary.kept,
        cut=summary.cut,
        left_out="" if reading.excerpts else ids.link(ids.reading_page(reading.slug), ids.left_out_page(reading.slug)),
        biographies=tuple(each for each in biographies if len(each.split()) > 6),
        editor=reading.editor,
        license=site.license,
        rights=metadata.rights,
        cite=citation_view(reading, site, catalogue),
    )


def _facts(reading: Reading, language: str, catalogue: Catalogue) -> Iterator[FactView]:
    metadata, supplied = reading.metadata, reading.supplied
    if metadata.authors:
        yield FactView(catalogue.say("By"), ", ".join(metadata.authors), "authors" in supplied)
    if metadata.publisher:
        yield FactView(catalogue.say("Publisher"), metadata.publisher, "publisher" in supplied)
    published = written_date(metadata.published, language)
    if published:
        yield FactView(catalogue.say("Published"), published.words, "published" in supplied, date=published)
    if metadata.dateline:
        yield FactView(catalogue.say("Filed from"), metadata.dateline)
    if metadata.url:
        yield FactView(catalogue.say("Address"), metadata.url, "url" in supplied, address=metadata.url)
    if metadata.rights:
        yield FactView(catalogue.say("Rights"), metadata.rights, "rights" in supplied)
