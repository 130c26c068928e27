"""How to cite a reading: in plain words, as BibTeX and as CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from generator.catalogue import Catalogue
from generator.dates import words
from generator.model import Output, Reading, SiteSettings
from generator.render import ids
from generator.render.bibtex import bibtex
from generator.render.csl import csl_json
from generator.render.languages import enumeration
from generator.render.person_names import Name
from generator.render.views import CitationView
from generator.render.works import Work, edition_work, source_work


def citation_view(reading: Reading, site: SiteSettings, catalogue: Catalogue) -> CitationView:
    """What the page shows to be copied, and the addresses of the same as files."""
    works = _works(reading, site, catalogue)
    page = ids.reading_page(reading.slug)
    return CitationView(
        source=_source(works[0], site.language, catalogue),
        edition=_edition(works[1], site.language, catalogue),
        bibtex=bibtex(works, site.language),
        csl=csl_json(works, site.language),
        bibtex_file=ids.link(page, ids.citation(reading.slug, "bib")),
        csl_file=ids.link(page, ids.citation(reading.slug, "json")),
    )


def citation_files(reading: Reading, site: SiteSettings, catalogue: Catalogue) -> tuple[Output, ...]:
    """The citation as files that reference managers open."""
    works = _works(reading, site, catalogue)
    return (
        Output(ids.citation(reading.slug, "bib"), bibtex(works, site.language).encode()),
        Output(ids.citation(reading.slug, "json"), csl_json(works, site.language).encode()),
    )


def _works(reading: Reading, site: SiteSettings, catalogue: Catalogue) -> tuple[Work, Work]:
    return source_work(reading, site), edition_work(reading, site, catalogue)


def _source(work: Work, language: str, catalogue: Catalogue) -> tuple[Markup, ...]:
    """Author, “Title”, publisher, date, address: what is known of them."""
    title = _said(catalogue.gettext("“%(title)s”"), title=_isolated(work.title)) if work.title else ""
    date = words(work.published, language) if work.published else ""
    return _known((_names(work.authors, language), title, _isolated(work.publisher), date, _isolated(work.address)))


def _edition(work: Work, language: str, catalogue: Catalogue) -> tuple[Markup, ...]:
    """What kind of edition, its editor, the site, the address, the capture."""
    site, editors = _isolated(work.container), _names(work.editors, language)
    editors = _said(catalogue.gettext("%(editor)s (ed.)"), editor=editors) if editors else editors
    first = _said(catalogue.gettext("%(genre)s: %(editor)s"), genre=work.genre, editor=editors or site)
    return _known((first, site if editors else "", _isolated(work.address), work.note))


def _names(written: Sequence[Name], language: str) -> Markup:
    return _isolated(enumeration([name.whole for name in written], language))


def _isolated(words: str) -> Markup:
    """Words that may run the other way than those around them, so that these stay in their order."""
    return Markup("<bdi>%s</bdi>") % words if words else Markup()


def _said(text: str, **values: Markup | str) -> Markup:
    return escape(text) % values


def _known(parts: Iterable[str]) -> tuple[Markup, ...]:
    return tuple(escape(part) for part in parts if part)
