"""What axe-core finds on each kind of page, wide and narrow, light and dark; and that the dark is dark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.render.mill import mill
from tests.render.samples import SITE, publish
from tests.themes.test_layout import PAGES


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(path: str, scheme: str, width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(address + path)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []


def test_the_page_follows_the_system_into_the_dark(tab: Page, address: str) -> None:
    tab.goto(address + "mill/index.html")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = tab.evaluate(ground)
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(ground) != light


def test_a_site_without_an_address_works_from_disk(tab: Page, tmp_path: Path) -> None:
    for output in publish(mill(), site=replace(SITE, url="")):
        path = tmp_path / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    tab.goto((tmp_path / "mill/index.html").as_uri())
    assert tab.evaluate("document.fonts.load('1em \"Reader Serif\"').then(faces => faces.length)") == 1
    assert tab.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    tab.get_by_role("link", name="Glossary", exact=True).first.click()
    assert tab.url.endswith("/glossary.html")
