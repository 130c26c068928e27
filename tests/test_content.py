"""The site that a fresh clone builds: the first reading, cleaned as it should be and published without a fault."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Outcome
from tests.projects import own

ROOT = Path(__file__).parent.parent
OURS = ("al-hamish-wal-matn", "how-to-annotate", "tajik-widows")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the readings that come with the generator. Whoever forks it adds others, and takes these out."""
    root = tmp_path_factory.mktemp("ours")
    (root / "content").mkdir()
    shutil.copy(own("content/glossary.md"), root / "content/glossary.md")
    for slug in OURS:
        shutil.copytree(own(f"content/{slug}"), root / "content" / slug)
    shutil.copytree(ROOT / "seeds", root / "seeds")
    return root


@pytest.fixture(scope="module")
def built(ours: Path) -> Outcome[pipeline.Site]:
    return pipeline.build(ours, "https://example.org/repository/")


def test_the_content_is_without_an_error(built: Outcome[pipeline.Site]) -> None:
    assert [each for each in built.diagnostics if each.severity == "error"] == []


def test_without_an_address_there_is_one_more_warning(ours: Path, built: Outcome[pipeline.Site]) -> None:
    more = [each.code for each in pipeline.build(ours).diagnostics if each not in built.diagnostics]
    assert more == ["no-site-url"]


@pytest.mark.parametrize("gone", OURS)
def test_each_of_our_readings_can_be_taken_out(gone: str, ours: Path, tmp_path: Path) -> None:
    root = tmp_path / "fork"
    shutil.copytree(ours, root)
    shutil.rmtree(root / "content" / gone)
    built = pipeline.build(root, "https://example.org/repository/")
    assert [each for each in built.diagnostics if each.severity == "error"] == []


def test_the_first_reading_has_its_apparatus(built: Outcome[pipeline.Site]) -> None:
    reading = built.value.summaries["tajik-widows"]
    assert len(reading.notes) >= 18
    assert len(reading.terms) >= 24
    assert len(reading.events) >= 14
    assert len({note.kind for note in reading.notes}) >= 4
    assert sum(use.term.shared for use in reading.terms) >= 6
    assert all(use.passages for use in reading.events)
    assert all(note.selector for note in reading.notes)
    assert reading.supplied >= {"published", "publisher"}


def test_the_edition_has_several_texts_that_share_entries(built: Outcome[pipeline.Site]) -> None:
    readings = list(built.value.summaries.values())
    assert {each.metadata.language for each in readings} >= {"en", "ar"}
    uses = Counter(use.term.id for each in readings for use in each.terms if use.term.shared and use.passages)
    assert max(uses.values()) >= 2
    assert all(each.notes and each.terms and each.events for each in readings)


def test_a_date_that_the_article_does_not_give_is_said_to_be_the_editor_s(built: Outcome[pipeline.Site]) -> None:
    reading = built.value.summaries["tajik-widows"]
    told = {use.event.date.raw: use.told for use in reading.events}
    given = {"2013/2018", "2014/..", "2015", "2018", "2019-01", "2019-02-12"}
    assert {date for date, how in told.items() if how == "stated"} == given
    assert {how for date, how in told.items() if date not in given} == {"implied"}


def test_what_the_capture_says_itself_is_not_said_to_be_supplied(built: Outcome[pipeline.Site]) -> None:
    reading = built.value.summaries["tajik-widows"]
    assert not reading.supplied & {"title", "authors"}
