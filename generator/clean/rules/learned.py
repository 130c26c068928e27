"""Units of the article that no rule above judges, and that pages whose text is known tell to be none of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.learned import forest, rows
from generator.clean.page import Named, Page, is_prose
from generator.model import Role

REASONS = {
    "form": "unlike the text in its form",
    "place": "unlike the text in its place",
    "surroundings": "unlike the text in what stands around it",
}
"""What is said of a line that is left out, by what spoke most against it."""

LEAST, LEAST_PROSE = 0.2, 0.1
"""A unit with a smaller chance is left out. Low for running text: a lost paragraph is worse than a line too much."""
_FEWEST = 12
"""Units that a page has at least; what was learned of pages says nothing of a text alone."""


def unlike_the_text(page: Page) -> Iterator[Named]:
    """A line like those around it that are none of the text: a teaser, a comment, a headline behind the end.

    A saved page is not asked about, for its markup says more.
    """
    if len(page.units) < _FEWEST or not page.furnished or any(unit.hint is not None for unit in page.units):
        return
    wanted = asked(page)
    for index, row in zip(wanted, rows(page, wanted), strict=True):
        said = forest().ask(row)
        if said.chance < (LEAST_PROSE if is_prose(page.units[index]) else LEAST):
            yield index, Role.OTHER_BOILERPLATE, REASONS[said.group]


def asked(page: Page) -> list[int]:
    """The units that nothing else tells of: open ones in the article, from where its running text begins."""
    return [index for index in page.open if index in page.extent and index >= page.start]
