"""Who the authors are, as pages tell it behind (or before) the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.names import authors_of
from generator.clean.page import Page, Verdict
from generator.clean.units import key
from generator.model import Role

_PLACEHOLDER = re.compile(
    r"\W*(?:\d{1,4}\s*[x×:]\s*\d{1,4}\s*)?(?:image|photo|picture|avatar|headshot|bild|foto|imagen|imagem|фото|صورة)\W*\Z",
    re.IGNORECASE,
)
_IS_SOMEBODY = re.compile(
    r"\W{0,3}(?:\([^)]{1,30}\)\s*)?(?:is|was|are|has|have|had|covers?|covered|writes?|wrote|reports?|reported|works?|worked|teaches|joined|"
    r"lives|studied|holds|ist|war|arbeitet|schreibt|est|a|travaille|écrit|es|ha|trabaja|escribe|é|trabalha|è|lavora|"
    r"работает|пишет|родил\w+|является|корреспондент|журналист)\b",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\W{0,2}(?P<name>[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w.'’-]*){1,3})\s+(?:is|was|has been|ist|est|es|é|è)\s"
    r"(?:\S+\s+){0,8}?\S*(?:writer|journalist|reporter|correspondent|editor|author|columnist|contributor|professor|fellow|"
    r"director|chairman|chairwoman|analyst|lecturer|researcher|producer|blogger|photographer|scholar|historian|"
    r"journalistin|redakteur|redakteurin|journaliste|périodiste|periodista|jornalista|giornalista)s?\b"
)
_LAST_LINES, _BLURB_WORDS = 3, 90
_LAST_PART = 0.6


def pictures_of_authors(page: Page) -> Iterator[Verdict]:
    """What stands for a picture, with an author's name under it: "16x9 Image"."""
    names = _names(page)
    for index in page.open:
        if _PLACEHOLDER.match(page.units[index].text):
            follows = index + 1 < len(page.units) and page.units[index + 1].key in names
            yield index, Role.AUTHOR_BIO if follows else Role.MEDIA


def author_names(page: Page) -> Iterator[Verdict]:
    """An author's name alone, behind the running text or above a blurb."""
    names = _names(page)
    for index in page.open:
        if page.units[index].key in names and (index > page.start or _is_blurb(page, index + 1, names)):
            yield index, Role.AUTHOR_BIO


def author_blurbs(page: Page) -> Iterator[Verdict]:
    """A paragraph that begins with an author's name and tells who that is."""
    names = _names(page)
    last = page.prose[int(len(page.prose) * _LAST_PART)] if page.prose else 0
    for index in page.open:
        named = page.roles.get(index - 1) is Role.AUTHOR_BIO
        if (named or index >= last) and _is_blurb(page, index, names):
            yield index, Role.AUTHOR_BIO


def blurbs_of_others(page: Page) -> Iterator[Verdict]:
    """A last paragraph that presents somebody by their work, and whom the text has not spoken of before."""
    inside = list(page.open_between(page.start, page.extent.stop))
    last = [index for index in inside[1:] if page.units[index].ended][-_LAST_LINES:]
    for index in reversed(last):
        unit = page.units[index]
        found = _PRESENTED.match(unit.text)
        if not found or unit.words > _BLURB_WORDS:
            return
        name = f" {key(found['name'])} "
        if any(name in f" {page.units[other].key} " for other in inside if other < index):
            return
        yield index, Role.AUTHOR_BIO


def _names(page: Page) -> frozenset[str]:
    """The authors' names, as `Unit.key` writes them."""
    bylines = (page.units[index].text for index, role in page.roles.items() if role is Role.BYLINE)
    found = (*page.metadata.authors, *(name for line in bylines for name in authors_of(line)))
    return frozenset(key(name) for name in found)


def _is_blurb(page: Page, index: int, names: frozenset[str]) -> bool:
    if index >= len(page.units):
        return False
    unit = page.units[index]
    for name in names:
        if name and unit.key.startswith(f"{name} "):
            written = re.match(r"\W*" + r"\W+".join([r"[\w'’]+"] * len(name.split())), unit.text)
            return bool(written and _IS_SOMEBODY.match(unit.text, written.end()))
    return False
