"""A tab of a real browser that shows pages which were never written to a disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Route

from generator.model import Output
from tests.render.samples import SITE

_FAULTS = (Path(__file__).parent / "faults.js").read_text("utf-8")
_NEXT_FRAMES = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done))))"
_KINDS = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class Layout(NamedTuple):
    """What is wrong with the page as it stands, and how many notes and numbers in the text are seen."""

    faults: list[str]
    notes: int
    numbers: int


class Shown:
    """A window that sites are put before, one after the other."""

    def __init__(self, browser: Browser, script: bool = True) -> None:
        self.script = script
        self.context = browser.new_context(java_script_enabled=script, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.context.route("**/*", self._answer)
        self._files: dict[str, bytes] = {}

    def show(self, outputs: Iterable[Output], path: str = "mill/index.html") -> None:
        """Opens a page of a site, as if nothing had ever been chosen there."""
        self._files = {SITE.url + each.path: each.data for each in outputs}
        if self.page.url.startswith(SITE.url):
            self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.page.goto(SITE.url + path)

    def layout(self, width: int = 0) -> Layout:
        """The layout of the reading's page once it has come to rest, in a window of this width or as it is."""
        if width:
            self.page.set_viewport_size({"width": width, "height": 800})
        if self.script:
            self.page.evaluate(_NEXT_FRAMES)
        return Layout(**self.page.evaluate(_FAULTS, self.script))

    def _answer(self, route: Route) -> None:
        data = self._files.get(route.request.url)
        ending = route.request.url.rpartition(".")[2]
        route.fulfill(
            status=404 if data is None else 200, body=data or b"", content_type=_KINDS.get(ending, "font/woff2")
        )
