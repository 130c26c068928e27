"""The second theme: another look from little more than other tokens, with everything that a theme must keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.model import Theme
from generator.project.themes import read_theme
from tests.render.mill import arabic, mill
from tests.render.samples import ROOT, base_theme, publish
from tests.themes.test_layout import OVERLAPS

PAGES = ("mill/index.html", "arabic/index.html", "glossary.html", "timeline.html", "index.html", "mill/left-out.html")


@pytest.fixture(scope="module")
def folio() -> Theme:
    outcome = read_theme(ROOT, "folio")
    assert not outcome.diagnostics
    return outcome.value


@pytest.fixture(scope="module")
def folder(folio: Theme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("folio")
    for output in publish(mill(), arabic(), theme=folio):
        path = root / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    return root


def test_it_is_little_more_than_other_tokens(folio: Theme) -> None:
    base = base_theme()
    assert folio.templates == base.templates
    assert folio.scripts == base.scripts
    own = {name for name in folio.styles if folio.styles[name] != base.styles.get(name)}
    assert own == {"tokens.css", "zz-folio.css"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_and_nothing_covers_anything(width: int, scheme: str, browser: Browser, folder: Path) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    for path in PAGES:
        page.goto((folder / path).as_uri())
        assert [each["id"] for each in Axe().run(page).response["violations"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate(OVERLAPS) == [0, 0], path
    context.close()


def test_without_a_script_notes_cover_nothing_either(browser: Browser, folder: Path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "mill/index.html").as_uri())
    assert page.evaluate(OVERLAPS) == [0, 0]
    context.close()
