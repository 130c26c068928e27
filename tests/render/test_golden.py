"""The pages of a made-up reading, letter by letter. `pytest tests/render --rewrite` writes them anew; read the diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Output
from tests.render.mill import mill
from tests.render.samples import page, publish

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "mill/index.html",
    "mill/left-out.html",
    "index.html",
    "glossary.html",
    "timeline.html",
    "404.html",
    "feed.xml",
)


@pytest.fixture(scope="module")
def site() -> tuple[Output, ...]:
    return publish(mill())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_as_it_was(path: str, site: tuple[Output, ...], request: pytest.FixtureRequest) -> None:
    expected = GOLDEN / path.replace("/", "_")
    made = page(site, path)
    if request.config.getoption("--rewrite"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")
