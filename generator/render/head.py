"""A page's head as other sites and search engines read it."""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue import Catalogue
from generator.model import Font, Output, Reading, SiteSettings, Theme
from generator.render import ids
from generator.render.colours import palette
from generator.render.dates import written_date
from generator.render.languages import direction, enumeration, territory
from generator.render.linked_data import Data, as_markup, reading_data
from generator.render.share import HEIGHT, WIDTH, ShareWords, has_words, share_picture
from generator.render.views import PageView, SharingView

SITE_PICTURE = "assets/share.png"
PICTURES = "share-pictures"
"""What `outputs` in site.toml calls them by."""


def reading_head(head: PageView, reading: Reading, theme: Theme, site: SiteSettings, catalogue: Catalogue) -> PageView:
    """The head of a reading's own page."""
    path = ids.share_picture(reading.slug)
    date = written_date(reading.metadata.published, site.language)
    shown = _reading_words(reading, site)
    sharing = _sharing(head, reading.metadata.title, site, path, _says(shown, theme.font, catalogue))
    sharing = replace(sharing, kind="article", published=date.datetime if date else "")
    canonical = reading.canonical or head.canonical
    data = reading_data(reading, site, head.description, sharing.picture, catalogue)
    return replace(head, canonical=canonical, sharing=replace(sharing, address=canonical), linked_data=as_markup(data))


def site_head(
    head: PageView, title: str, theme: Theme, site: SiteSettings, catalogue: Catalogue, data: Data | None = None
) -> PageView:
    """The head of a page of the whole edition, with the site's picture."""
    says = _says(_site_words(site), theme.font, catalogue)
    sharing = _sharing(head, title, site, SITE_PICTURE, says)
    return replace(head, sharing=sharing, linked_data=as_markup(data) if data else head.linked_data)


def reading_picture(reading: Reading, theme: Theme, site: SiteSettings) -> tuple[Output, ...]:
    """The picture of a reading for other sites; none where nobody could find it, since the address is not known."""
    return _picture(ids.share_picture(reading.slug), _reading_words(reading, site), theme, site)


def site_picture(theme: Theme, site: SiteSettings) -> tuple[Output, ...]:
    """The same for the whole site."""
    return _picture(SITE_PICTURE, _site_words(site), theme, site)


def _picture(path: str, words: ShareWords, theme: Theme, site: SiteSettings) -> tuple[Output, ...]:
    wanted = site.url and PICTURES in site.outputs
    return (Output(path, share_picture(words, palette(theme), theme.font)),) if wanted else ()


def _sharing(head: PageView, title: str, site: SiteSettings, picture: str, says: str) -> SharingView:
    return SharingView(
        kind="website",
        title=title,
        address=head.canonical,
        locale=territory(head.language),
        picture=ids.address(site.url, picture) if PICTURES in site.outputs else "",
        picture_says=says,
        width=WIDTH,
        height=HEIGHT,
    )


def _reading_words(reading: Reading, site: SiteSettings) -> ShareWords:
    facts = reading.metadata
    date = written_date(facts.published, site.language)
    return ShareWords(
        title=facts.title,
        byline=enumeration(facts.authors, site.language),
        imprint=" · ".join(filter(None, (facts.publisher, date.words if date else ""))),
        site=site.title,
        right_to_left=direction(facts.language or site.language) == "rtl",
    )


def _site_words(site: SiteSettings) -> ShareWords:
    return ShareWords(title=site.title, imprint=site.description, right_to_left=direction(site.language) == "rtl")


def _says(words: ShareWords, font: Font | None, catalogue: Catalogue) -> str:
    if not has_words(words, font):
        return catalogue.say("A page of text with notes in its margin")
    return catalogue.say("A page with notes in its margin: %(words)s", words=words.title)
