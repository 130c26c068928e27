"""A published site of made-up readings, and tabs of a real browser to read it with."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.render.mill import arabic, mill
from tests.render.samples import publish
from tests.themes.shown import Shown


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's files, in a folder inside of another: a site must work under a sub-path."""
    root = tmp_path_factory.mktemp("site") / "some" / "path"
    for output in publish(mill(), arabic()):
        path = root / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    return root


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = functools.partial(_Quiet, directory=str(folder.parent.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/path/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh window of 1280 by 900 pixels. It fails the test if the page says anything on the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda response: said.append(response.url) if response.status >= 400 else None)
    yield page
    context.close()
    assert said == []


@pytest.fixture(scope="module", params=[True, False], ids=["with script", "without"])
def shown(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Shown]:
    """A window that scripts run in, and one that they do not."""
    tab = Shown(browser, bool(request.param))
    yield tab
    tab.context.close()
