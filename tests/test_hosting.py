"""The project's own site as GitHub Pages serves it: in a folder of a host, with a page for what is not there."""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from lxml import html
from playwright.sync_api import Browser

from generator import pipeline

ROOT = Path(__file__).parent.parent
BASE = "/repository/"


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """Where the site is served; it was built for the very address."""
    files: dict[str, bytes] = {}

    class Pages(BaseHTTPRequestHandler):
        """Folders have an index, and every path that is not there gets 404.html with that status."""

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            inside = path.removeprefix(BASE) if path.startswith(BASE) else "no such repository"
            name = posixpath.join(inside, "index.html") if inside.endswith("/") or not inside else inside
            data = files.get(name)
            self.send_response(200 if data is not None else 404)
            kinds = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript"}
            kind = kinds.get(name.rpartition(".")[2], "application/octet-stream")
            kind = {"svg": "image/svg+xml", "xml": "application/xml"}.get(name.rpartition(".")[2], kind)
            self.send_header("Content-Type", kind if data is not None else kinds["html"])
            self.end_headers()
            self.wfile.write(files["404.html"] if data is None else data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    address = f"http://127.0.0.1:{server.server_port}"
    built = pipeline.build(ROOT, address + BASE)
    assert not built.failed
    files.update({each.path: each.data for each in built.value.outputs})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


def _get(address: str) -> tuple[int, bytes]:
    try:
        with urlopen(quote(address, safe=":/?#%&=")) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def test_every_address_on_every_page_answers_and_every_fragment_is_there(origin: str) -> None:
    waiting, seen, ids = [origin + BASE], set[str](), dict[str, set[str]]()
    fragments: list[tuple[str, str, str]] = []
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        status, data = _get(page)
        assert status == 200, page
        if data.lstrip()[:9].lower() != b"<!doctype":
            continue
        tree = html.fromstring(data)
        ids[page] = set(tree.xpath("//@id"))
        for written in tree.xpath("//@href | //@src"):
            address, fragment = urldefrag(urljoin(page, str(written)))
            if address.startswith(origin):
                assert address.startswith(origin + BASE), written
                waiting.append(address)
                fragments.append((page, address, unquote(fragment)))
    assert len(ids) >= 4
    assert [each for each in fragments if each[2] and each[2] not in ids.get(each[1], ())] == []


def test_what_is_not_there_has_a_page_that_leads_back_at_any_depth(origin: str, browser: Browser) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("requestfailed", lambda request: failed.append(request.url))
    answer = page.goto(f"{origin}{BASE}a/b/c/nowhere")
    assert answer
    assert answer.status == 404
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", "the style is found from any depth"
    page.get_by_role("link", name="Glossary").first.click()
    assert page.url == f"{origin}{BASE}glossary.html"
    assert failed == []
    page.close()


def test_pages_say_nothing_on_the_console_and_ask_nobody_else(origin: str, browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: None if request.url.startswith(origin + BASE) else said.append(request.url))
    for path in ("", "glossary.html", "timeline.html"):
        page.goto(origin + BASE + path, wait_until="networkidle")
    assert said == []
    page.close()


@pytest.mark.parametrize("path", ["sitemap.xml", "feed.xml", "robots.txt"])
def test_what_must_be_absolute_begins_with_the_site_s_address(path: str, origin: str) -> None:
    status, data = _get(f"{origin}{BASE}{path}")
    assert status == 200
    addresses = [part.split('"')[0].split("<")[0] for part in data.decode().split(origin)[1:]]
    assert addresses
    assert all(each.startswith(BASE) for each in addresses)
