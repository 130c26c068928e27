"""A tab of a real browser that shows pages which were never written to a disk."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Route

from generator.model import Output
from tests.render.samples import SITE

FAULTS = (Path(__file__).parent / "faults.js").read_text("utf-8")
"""A function that looks for what is wrong with a reading's page as it stands."""
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
        self.served: dict[str, int] = {}
        """For each address that the page has asked for the bytes that go over the wire, text packed as hosts do it."""
        self._files: dict[str, bytes] = {}

    def show(self, outputs: Iterable[Output], path: str = "mill/index.html") -> None:
        """Opens a page of a site, as if nothing had ever been chosen there."""
        self._files = {SITE.url + each.path: each.data for each in outputs}
        if self.page.url.startswith(SITE.url):
            self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.served.clear()
        self.page.goto(SITE.url + path)

    def layout(self, width: int = 0) -> Layout:
        """The layout of the reading's page once it has come to rest, in a window of this width or as it is."""
        if width:
            self.page.set_viewport_size({"width": width, "height": 800})
        if self.script:
            self.rest()
        return Layout(**self.page.evaluate(FAULTS, self.script))

    def rest(self) -> None:
        """Waits until scripts have followed the last change."""
        self.page.evaluate(_NEXT_FRAMES)

    def _answer(self, route: Route) -> None:
        address = route.request.url
        data = self._files.get(address, b"")
        kind = _KINDS.get(address.rpartition(".")[2], "font/woff2")
        self.served[address] = len(data if kind.startswith("font") else gzip.compress(data))
        route.fulfill(status=200 if address in self._files else 404, body=data, content_type=kind)
