"""What the pages promise in figures, on every kind of page: sizes, targets, contrast, length of lines, weight, rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from generator.model import Output, Role
from generator.project.themes import read_theme
from tests.projects import PLAIN
from tests.render.mill import arabic, mill
from tests.render.samples import ROOT, SITE, publish, reading
from tests.themes.drafts import ROLL
from tests.themes.shown import Shown

PAGES = (
    "index.html",
    "glossary.html",
    "timeline.html",
    "search.html",
    "404.html",
    "mill/index.html",
    "mill/left-out.html",
    "arabic/index.html",
    "kept/index.html",
    "walk/index.html",
)
LEAST = {"text": 17, "note": 14, "rest": 14}
"""Pixels of type at least, on a phone too."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_PROSE = " ".join(PLAIN["seeds/walk.txt"].partition("Writer")[2].partition("Share")[0].split())
_BARS = (Path(__file__).parent / "bars.js").read_text("utf-8")
_OPEN = "() => { for (const each of document.querySelectorAll('details')) each.open = true; }"
_LIT = "on => { for (const each of document.querySelectorAll('mark, .note')) each.classList.toggle('lit', on); }"
_MOVED = """window.moved = 0;
new PerformanceObserver(list => { for (const each of list.getEntries()) moved += each.value; })
  .observe({type: 'layout-shift', buffered: true});"""
_LETTERS_A_LINE = """selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  const lines = Map.groupBy(range.getClientRects(), box => Math.round(box.bottom / 8));
  const width = line => Math.max(...line.map(box => box.right)) - Math.min(...line.map(box => box.left));
  const [last, ...whole] = [...lines.values()].map(width).reverse();
  return range.toString().length / (whole.length + last / Math.max(...whole));
}"""


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Shown]:
    """A window that keeps count of what moves in it."""
    tab = Shown(browser)
    tab.context.add_init_script(_MOVED)
    yield tab
    tab.context.close()


@pytest.fixture(scope="module")
def site() -> tuple[Output, ...]:
    """The site in the theme that everybody begins with."""
    return _site("base")


@cache
def _site(theme: str) -> tuple[Output, ...]:
    """The files of a site with every kind of page."""
    walk = reading([(Role.TITLE, "A Walk"), (Role.PARAGRAPH, _PROSE)], slug="walk")
    kept = replace(ROLL, excerpts=True, entries=8).reading("kept")
    settings = replace(SITE, outputs=("feed", "sitemap", "search"))
    return publish(mill(), arabic(), kept, walk, site=settings, theme=read_theme(ROOT, theme).value)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("theme", ["base", "folio"])
def test_text_is_large_and_stands_out(theme: str, path: str, shown: Shown) -> None:
    shown.show(_site(theme), path)
    shown.page.evaluate(_OPEN)
    for width in (320, 360, 1440):
        shown.page.set_viewport_size({"width": width, "height": 800})
        sizes = shown.page.evaluate(_BARS)["sizes"]
        assert [each for each in sizes if each[2] < LEAST[each[0]]] == [], width
    for lit in (False, True):
        shown.page.evaluate(_LIT, lit)
        for scheme in SCHEMES:
            shown.page.emulate_media(color_scheme=scheme)
            contrasts = shown.page.evaluate(_BARS)["contrasts"]
            assert contrasts
            assert [each for each in contrasts if each[1] < 7] == [], (scheme, lit)


@pytest.mark.parametrize("path", PAGES)
def test_what_is_pressed_is_large_or_stands_apart(path: str, shown: Shown, site: tuple[Output, ...]) -> None:
    shown.show(site, path)
    for state in ("closed", "open"):
        for width in (320, 360, 1440):
            shown.page.set_viewport_size({"width": width, "height": 800})
            found = shown.page.evaluate(_BARS)
            assert found["targets"] > 3
            assert found["small"] == [], (state, width)
        shown.page.evaluate(_OPEN)


@pytest.mark.parametrize("theme", ["base", "folio"])
@pytest.mark.parametrize("width", [1024, 1120, 1280, 1440, 2560])
def test_a_line_has_as_many_letters_as_a_book_s(width: int, theme: str, shown: Shown) -> None:
    shown.show(_site(theme), "walk/index.html")
    shown.page.set_viewport_size({"width": width, "height": 800})
    assert 60 <= shown.page.evaluate(_LETTERS_A_LINE, "p.paragraph") <= 75


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light(path: str, shown: Shown, site: tuple[Output, ...]) -> None:
    shown.show(site, path)
    shown.page.wait_for_load_state("networkidle")
    own = shown.served.pop(SITE.url + path)
    assert len(shown.served) <= 5, shown.served
    assert sum(size for address, size in shown.served.items() if address.endswith(".js")) <= 10 * 1024
    # What a page loads besides its own text leaves a third of the 60 KiB for that.
    assert sum(shown.served.values()) <= 40 * 1024
    assert own <= 20 * 1024


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_loads(path: str, width: int, shown: Shown, site: tuple[Output, ...]) -> None:
    shown.page.set_viewport_size({"width": width, "height": 800})
    shown.show(site, path)
    shown.page.wait_for_load_state("networkidle")
    shown.rest()
    assert shown.page.evaluate("moved") <= 0.01
