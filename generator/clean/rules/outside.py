"""What stands before the article and after it, and boxes of links within it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.extent import ending
from generator.clean.page import Page, Verdict, is_prose
from generator.clean.vocabulary import APPENDICES
from generator.model import Role

_SECTIONS = (Role.RELATED, Role.COMMENT, Role.AUTHOR_BIO)
_BARE_WORDS = 3
_BOX = 10
"""Lines that a box of links in the article has at most."""


def before_the_article(page: Page) -> Iterator[Verdict]:
    """Whatever stands too far above the article to be its title, byline or date."""
    for index in page.open_between(0, page.head.start):
        yield index, Role.NAVIGATION


def boxes_of_links(page: Page) -> Iterator[Verdict]:
    """A heading like "Read more" or "Most read" in the article, with the headlines under it."""
    for index in page.extent:
        unit = page.units[index]
        bare = page.roles.get(index) is Role.RELATED and unit.words <= _BARE_WORDS
        role = Role.RELATED if bare else ending(unit)
        if page.roles.get(index, role) is not role or role not in (Role.RELATED, Role.OTHER_BOILERPLATE):
            continue
        if index not in page.roles:
            yield index, role
        for below in range(index + 1, min(index + _BOX, page.extent.stop)):
            headline = page.units[below]
            if below in page.roles or headline.ended or is_prose(headline) or headline.key in APPENDICES:
                break
            yield below, role


def after_the_article(page: Page) -> Iterator[Verdict]:
    """Whatever stands below the article, by the heading that it stands under."""
    section = Role.OTHER_BOILERPLATE
    for index in range(page.extent.stop, len(page.units)):
        heading = ending(page.units[index])
        judged = page.roles.get(index)
        if heading in _SECTIONS:
            section = heading
        elif judged in _SECTIONS:
            section = judged
        if judged is None:
            yield index, heading or section
