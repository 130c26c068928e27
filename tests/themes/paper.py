"""What a real browser prints, read back: the words with their places on the pages."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import pytest
from lxml import html
from playwright.sync_api import Page

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "px": 0.75, "in": 72.0}
_MARGIN = """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .flatMap(rule => [rule, ...rule.cssRules ?? []]).findLast(rule => rule instanceof CSSPageRule).style.marginLeft"""


@dataclass(frozen=True)
class Word:
    """A word as it stands on paper; lengths in points, from the page's upper left corner."""

    text: str
    page: int
    """Counted from 0."""
    left: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Paper:
    """The pages that came out of the printer."""

    words: tuple[Word, ...]
    """In the order of printing, without the numbers of paragraphs, which stand in the margin."""
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page."""
    margin: float
    """Left and right of the column of text."""

    @cached_property
    def letters(self) -> str:
        """All letters and figures."""
        return "".join(letters(word.text) for word in self.words)

    def page_of(self, name: str, begin: int = 0) -> int:
        """The page on which a word stands, the first one from a letter on; lines may part it."""
        at = self.letters.index(name, begin)
        ends = accumulate(len(letters(word.text)) for word in self.words)
        return next(word.page for word, end in zip(self.words, ends, strict=True) if at < end)

    def filled(self, page: int) -> float:
        """How much of a page's height is used: 1 where its last line stands at the very end."""
        return max((word.bottom for word in self.words if word.page == page), default=0) / self.sizes[page][1]


def letters(words: str) -> str:
    """Letters and figures alone, in their plain forms: a ligature is its letters."""
    return "".join(each for each in unicodedata.normalize("NFKC", words) if each.isalnum())


def printed(tab: Page, size: str) -> Paper:
    """A page printed on paper of a size: "A4", "Letter"."""
    command = shutil.which("pdftotext")
    if command is None:
        pytest.skip("no pdftotext (poppler-utils) on this machine")
    pdf = tab.pdf(format=size, prefer_css_page_size=True)
    told = subprocess.run([command, "-raw", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    pages = html.document_fromstring(told.decode()).xpath("//page")
    sizes = tuple((float(page.get("width")), float(page.get("height"))) for page in pages)
    margin = _margin(tab, sizes[0][0])
    words = (
        Word(each.text or "", number, *(float(each.get(edge)) for edge in ("xmin", "xmax", "ymax")))
        for number, page in enumerate(pages)
        for each in page.xpath("word")
    )
    return Paper(tuple(each for each in words if not _is_number_in(each, margin, sizes)), sizes, margin)


def _margin(tab: Page, width: float) -> float:
    """How far the column stands from the edge of pages of this width: the page's margin, and what is left beside it."""
    said = tab.evaluate(_MARGIN)
    margin = float(said[:-2]) * _POINTS[said[-2:]]
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": round((width - 2 * margin) / _POINTS["px"]), "height": 800})
    beside = float(tab.evaluate("document.querySelector('article').getBoundingClientRect().left"))
    tab.emulate_media(media="null")
    return margin + beside * _POINTS["px"]


def _is_number_in(word: Word, margin: float, sizes: tuple[tuple[float, float], ...]) -> bool:
    return word.text.isdecimal() and (word.right < margin or word.left > sizes[word.page][0] - margin)
