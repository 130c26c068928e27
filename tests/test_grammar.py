"""Every example of content/README.md, built as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from generator import dates, pipeline
from generator.diagnostics import Outcome
from tests.render.test_pictures import picture

ROOT = Path(__file__).parent.parent
README = (ROOT / "content/README.md").read_text("utf-8")
SEED = """Home
News

A Walk to the Mill

By Ada Writer

The mill stands where the river bends, and it has stood there since 1874. Its wheel turned for the last time in the \
winter of 1951, when the ice on the mill race came early.

"We heard it stop," said the miller's daughter, who was nine years old that winter and spoke Polish at home.

The weir in spring. (file photo)

This page was printed on a Monday in the spring of the year, and nobody knows any more who printed it.

They say that the wheel went to the old mill at Verden, where it turned for another twenty years.

Today the river still runs past the door. The river does not ask who has gone, and the village sleeps.

Share this article
Sign up for the walk
"""


def _examples() -> dict[str, str]:
    return dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```", README, re.DOTALL | re.MULTILINE))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Outcome[pipeline.Site]:
    root = tmp_path_factory.mktemp("grammar")
    folder = root / "content/my-text"
    folder.mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds/my-text.txt").write_text(SEED, "utf-8")
    for name, source in _examples().items():
        (folder / name).write_text(source, "utf-8")
    (folder / "weir.jpg").write_bytes(picture())
    (folder / "notes").mkdir()
    (folder / "notes/Ada.md").write_text("## A voice\n\n> who was nine years old\n\nMine.\n", "utf-8")
    return pipeline.build(root, "https://example.org/", drafts=True)


def test_there_is_an_example_of_every_file() -> None:
    assert list(_examples()) == ["reading.toml", "notes.md", "glossary.md", "timeline.md"]


def test_the_examples_are_without_a_fault(built: Outcome[pipeline.Site]) -> None:
    assert built.diagnostics == ()


def test_everything_in_them_is_on_the_page(built: Outcome[pipeline.Site]) -> None:
    page = html.fromstring(next(each.data for each in built.value.outputs if each.path == "my-text/index.html"))
    for name in (
        "bend",
        "ice",
        "the-whole-text",
        "a-voice",
        "term-mill-race",
        "term-mill",
        "term-polish",
        "event-built",
    ):
        assert page.xpath("//*[@id=$name]", name=name), name
    assert page.xpath("string(//*[@id='ice']//*[@class='kind'])") == "question"
    assert [each.text_content().split()[0] for each in page.xpath("//*[@class='voices']//label")] == [
        "Class",
        "Ada",
        "Class",
    ]
    assert page.xpath("//figure//img/@alt") == ["White water over a low dam of stones"]
    assert len(page.xpath("//*[@href='#term-mill']")) == 2, "the pinned passage and the link between entries"
    assert "Sign up for the walk" in page.text_content()
    assert "nobody" not in page.xpath("string(//*[@id='ice'])")
    assert "ask Ada" not in page.text_content()


def test_every_date_of_the_table_is_said_to_readers_as_it_says() -> None:
    rows = re.findall(r"^\| (`[^|]*`) \| ([^|]*) \|$", README.split("| EDTF |")[1], re.MULTILINE)
    assert len(rows) == 6
    for written, said in rows:
        raw = re.findall(r"`([^`]*)`", written)
        assert ", ".join(dates.words(dates.parse(each), "en") for each in raw) == said
