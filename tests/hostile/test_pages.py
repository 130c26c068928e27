"""Whatever words stand in notes, terms, events, facts and seeds: nothing of them runs, loads or leads astray."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route

from generator.text import tidy
from tests.hostile.projects import Taken, accepted
from tests.hostile.vectors import vectors

SITE = "https://site.example"
AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript", "woff2": "font/woff2", "png": "image/png"}
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
MARKED = re.compile(r"[\\`*_\[\]&~!<>|]|://|\(c\)")
"""Signs that may have a meaning in Markdown."""


CORPORA = sorted(Path(os.environ.get("HOSTILE_CORPORA", "-")).glob("*.json"))
"""Lists of strings that others have collected, as JSON; see tests/README.md."""


@pytest.fixture(scope="module", params=["ours", *(path.stem for path in CORPORA)])
def taken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """A site whose words are hostile."""
    words = vectors()
    if request.param != "ours":
        path = next(each for each in CORPORA if each.stem == request.param)
        words = [each for each in json.loads(path.read_text("utf-8")) if each.strip()]
    taken = accepted(tmp_path_factory.mktemp("hostile"), words)
    assert len(taken.words) > len(words) * 0.6
    return taken


@pytest.fixture(scope="module")
def files(taken: Taken) -> Mapping[str, bytes]:
    return {each.path: each.data for each in taken.site.outputs}


class Watched:
    """A window that writes down all that goes on in it."""

    def __init__(self, context: BrowserContext, files: Mapping[str, bytes], policy: bool) -> None:
        self.files, self.policy = files, policy
        self.said: list[str] = []
        self.page = context.new_page()
        self.page.on("dialog", self._dismiss)
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("console", lambda message: self.said.append(f"console: {message.text}"))
        self.page.on("popup", lambda popup: self.said.append(f"window: {popup.url}"))
        self.page.on("download", lambda download: self.said.append(f"download: {download.url}"))
        context.route("**/*", self._answer)

    def opened(self, path: str) -> Page:
        """The page, after each of its elements has been touched."""
        self.page.goto(f"{SITE}/readings/{path}", wait_until="load")
        self.page.evaluate("document.querySelectorAll('main *').forEach(each => each.focus?.({preventScroll: true}))")
        assert self.page.url == f"{SITE}/readings/{path}", "it leads away"
        return self.page

    def _dismiss(self, dialog: Dialog) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _answer(self, route: Route) -> None:
        url = route.request.url.partition("#")[0]
        path = url.removeprefix(f"{SITE}/readings/")
        if path not in self.files:
            self.said.append(f"request: {url}")
            route.abort()
            return
        data = self.files[path] if self.policy else POLICY.sub(b"", self.files[path])
        route.fulfill(body=data, content_type=KINDS.get(path.rpartition(".")[2], "text/plain"))


@pytest.fixture(scope="module", params=[True, False], ids=["under its policy", "without it"])
def watched(request: pytest.FixtureRequest, browser: Browser, files: Mapping[str, bytes]) -> Iterator[Watched]:
    """As published; and without the policy, so that nothing is harmless for its sake alone."""
    context = browser.new_context()
    watched = Watched(context, files, bool(request.param))
    yield watched
    context.close()


def test_the_window_sees_what_it_is_to_see(browser: Browser) -> None:
    context = browser.new_context()
    source = (
        b"<body><img src=//evil.example/a onerror=ran(1)><script>alert(2)</script><a href='javascript:ran(3)'>x</a>"
    )
    watched = Watched(
        context, {"index.html": source, "b.html": b"<meta http-equiv=refresh content='0;url=index.html'>"}, True
    )
    found = watched.opened("index.html").evaluate(AUDIT)
    assert Counter(each.split(":")[0] for each in watched.said) >= Counter(["dialog", "error", "request"])
    assert [each.split()[0] for each in found] == ["img", "img", "<script>alert(2)</script>", "a"]
    context.close()


def test_nothing_runs_and_nothing_is_loaded(watched: Watched) -> None:
    pages = [path for path in watched.files if path.endswith(".html")]
    assert len(pages) > 10
    for path in pages:
        assert watched.opened(path).evaluate(AUDIT) == [], path
        assert watched.said == [], path


def test_words_are_shown_as_words(taken: Taken, files: Mapping[str, bytes]) -> None:
    reading = _words(files["walk/index.html"])
    lines = {number: tidy(each) for number, each in taken.words.items() if len(each.splitlines()) == 1}
    assert [each for number, each in lines.items() if f"s{number}s {each} on the door" not in reading] == []
    for sign in "nte":
        for number, each in lines.items():
            said = f"{sign}{number}{sign} {'' if MARKED.search(each) else each}"
            assert said.strip() in reading, said


def test_a_title_is_shown_as_it_is_written(taken: Taken, files: Mapping[str, bytes]) -> None:
    for slug, summary in taken.site.summaries.items():
        (heading,) = html.document_fromstring(files[f"{slug}/index.html"].decode()).xpath("//h1")
        assert tidy(heading.text_content()) == tidy(summary.metadata.title)


def _words(page: bytes) -> str:
    """Without the numbers of notes, which stand within the text."""
    tree = html.document_fromstring(page.decode())
    for number in tree.xpath("//a[@role='doc-noteref']"):
        number.drop_tree()
    return tidy(tree.text_content())
