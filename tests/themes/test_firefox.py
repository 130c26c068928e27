"""The pages in Firefox: notes stand as they do in Chromium, the switches work, nothing is refused, paper has all."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from io import BytesIO

import pytest
from lxml import html
from PIL import Image

from tests.render.mill import arabic, mill
from tests.render.samples import page, publish
from tests.themes import drafts
from tests.themes.conftest import _Quiet
from tests.themes.firefox import Firefox, find_firefox
from tests.themes.paper import letters, read
from tests.themes.shown import FAULTS

SITES = {
    "plain": publish(mill(), arabic()),
    "knot": drafts.KNOT.site(),
    "roll": drafts.ROLL.site(),
    "turned": drafts.TURNED.site(),
    "host": drafts.HOST.site(),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sites are served, each in a folder of its name."""
    root = tmp_path_factory.mktemp("sites")
    for name, outputs in SITES.items():
        for output in outputs:
            path = root / name / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.data)
    (root / "refused.html").write_text(
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"><style>p {}</style>"
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox from the machine; where it is expected (`.ci/run` installs it) it may not be missing."""
    command = find_firefox()
    if command is None and os.environ.get("FIREFOX") == "expected":
        pytest.fail("no Firefox on this machine")
    if command is None:
        pytest.skip("no Firefox on this machine")
    made = Firefox(command, tmp_path_factory.mktemp("firefox"))
    yield made
    made.close()


@pytest.mark.parametrize("width", [320, 360, 1120, 1440, 2560])
@pytest.mark.parametrize("path", ["plain/mill", "plain/arabic", "knot/mill", "roll/mill", "turned/mill", "host/mill"])
def test_notes_cover_nothing_and_nothing_is_refused(path: str, width: int, firefox: Firefox, sites: str) -> None:
    firefox.resize(width)
    firefox.open(f"{sites}{path}/index.html")
    firefox.resize(width)
    found = firefox.ask(f"({FAULTS})(true)")
    assert (found["faults"], firefox.said) == ([], [])
    assert found["notes"] == firefox.ask("document.querySelectorAll('aside.note').length") > 0


@pytest.mark.parametrize("path", ["index.html", "glossary.html", "timeline.html", "mill/left-out.html"])
def test_other_pages_say_nothing_and_do_not_scroll_sideways(path: str, firefox: Firefox, sites: str) -> None:
    firefox.open(f"{sites}plain/{path}")
    for width in (360, 1440):
        firefox.resize(width)
        assert firefox.ask("document.documentElement.scrollWidth") <= width
    assert firefox.said == []


def test_notes_are_switched_with_a_mouse(firefox: Firefox, sites: str) -> None:
    firefox.resize(1440)
    firefox.open(f"{sites}plain/mill/index.html")
    firefox.click(".page-display > summary")
    seen = "[...document.querySelectorAll('{}')].filter(each => each.checkVisibility()).length"
    for value, notes, numbers in (("numbers", 0, 23), ("none", 0, 0), ("all", 23, 23)):
        firefox.click(f"input[name=notes][value={value}]")
        shown = [firefox.ask(seen.format(each)) for each in ("aside.note", "a[role=doc-noteref]")]
        assert shown == [notes, numbers]


def test_the_page_is_dark_where_the_reader_chooses_it(firefox: Firefox, sites: str) -> None:
    firefox.open(f"{sites}plain/glossary.html")
    firefox.click(".page-display > summary")
    grounds: dict[str, int] = {}
    for value in ("light", "dark"):
        firefox.click(f"input[name=colours][value={value}]")
        grounds[value] = Image.open(BytesIO(firefox.picture())).convert("L").reduce(200).tobytes()[0]
    firefox.click("input[name=colours][value=system]")
    assert grounds["dark"] < 60
    assert grounds["light"] > 200


@pytest.mark.parametrize("name", ["plain", "roll", "host"])
def test_every_note_is_on_paper(name: str, firefox: Firefox, sites: str) -> None:
    """Its PDFs have no letters behind ligatures, small capitals and old-style figures, so that these are not sought."""
    firefox.open(f"{sites}{name}/mill/index.html")
    printed = read(firefox.printed()).letters
    tree = html.document_fromstring(page(SITES[name]).encode())
    parts = tree.xpath("//aside//text()[not(ancestor::summary or ancestor::td or ancestor::*[@class='kind'])]")
    words = [word for part in parts for word in part.split() if word.isalpha() and "f" not in word]
    assert len(words) > 50
    assert [word for word in words if letters(word) not in printed] == []


def test_a_refusal_would_be_heard(firefox: Firefox, sites: str) -> None:
    firefox.open(f"{sites}refused.html")
    assert [each for each in firefox.said if each.startswith("style-src-elem")] != []
