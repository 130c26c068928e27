"""The build as a whole: whatever is captured and whatever is written, no note is lost and no exception escapes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.diagnostics import Outcome, Place
from generator.enrich import shared_glossary
from generator.model import Manuscript, Project, ReadingSettings, SiteSettings, SourceFile, Term, Theme
from generator.project.themes import read_theme
from tests.projects import PLAIN, make_project

SITE = SiteSettings(title="Readings", url="https://example.org/readings/")
WORDS = st.sampled_from(
    "mill river ice wheel the a of “so” don’t -- … IS is <b> & [[mill]] *x* ` # > é 水 ن \u200b".split(" "),  # noqa: SIM905
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
MARKUP = st.sampled_from(
    [
        "\n\n## ",
        "\n> ",
        "\n\n",
        "\n- ",
        "**",
        " {#a}",
        " {kind=question}",
        " … ",
        "\n---\n",
        "```",
        "<!--",
        "-->",
        ": ",
    ],
)


@cache
def base() -> Theme:
    return read_theme(Path(__file__).parent.parent, "base").value


def make(
    seed: str, notes: str = "", glossary: str = "", timeline: str = "", shared: str = ""
) -> Outcome[pipeline.Site]:
    """The site of one reading, without a disk."""

    def file(name: str, source: str) -> tuple[SourceFile, ...]:
        return (SourceFile(f"content/walk/{name}", source.encode()),) if source else ()

    place = Place("content/walk/reading.toml", 1)
    manuscript = Manuscript(
        "walk",
        ReadingSettings("walk.txt", title="A Walk", places={"seed": place}),
        SourceFile("seeds/walk.txt", seed.encode()),
        file("notes.md", notes),
        file("glossary.md", glossary),
        file("timeline.md", timeline),
    )
    terms: tuple[Term, ...] = shared_glossary(file("../glossary.md", shared)).value
    return pipeline.make_site(Project(SITE, (manuscript,), (), base()), terms)


@settings(max_examples=60)
@given(
    st.lists(SENTENCES, min_size=1, max_size=8).map("\n\n".join),
    st.lists(st.one_of(SENTENCES, MARKUP), max_size=14).map("".join),
    st.lists(st.one_of(SENTENCES, MARKUP), max_size=8).map("".join),
)
def test_no_note_is_lost_and_nothing_is_too_strange(seed: str, notes: str, glossary: str) -> None:
    outcome = make(
        seed, f"## One\n\nA note.\n{notes}", f"## mill\n\nA house.\n{glossary}", f"## 1951: Ice\n{notes}", glossary
    )
    pages = {each.path: each.data.decode() for each in outcome.value.outputs if each.path.endswith(".html")}
    for reading in outcome.value.summaries.values():
        for note in reading.notes:
            assert f'id="{note.id}"' in pages["walk/index.html"]
    codes = {each.code for each in outcome.diagnostics}
    assert not codes & {"entry-lost", "page-id-doubled", "template-error"}


def test_a_quote_that_crosses_blocks_is_marked_in_each() -> None:
    notes = "## Two\n\n> it stop,” said the miller's daughter … You hear\n>\n> Today the river\n\nBoth.\n"
    seed = (
        PLAIN["seeds/walk.txt"].replace("You hear a thing like that when it stops.”", "You hear").replace("“You", "You")
    )
    page = next(each for each in make(seed, notes).value.outputs if each.path == "walk/index.html").data.decode()
    assert page.count('data-notes="two"') >= 2
    assert page.count('id="q-two"') == 1
    assert page.count('id="r-two"') == 1


def test_a_reading_is_made_alike_wherever_and_whenever_it_is_made(tmp_path: Path) -> None:
    first = pipeline.build(make_project(tmp_path / "one"))
    second = pipeline.build(make_project(tmp_path / "other/place"))
    assert first.value.outputs == second.value.outputs


def test_a_draft_keeps_nothing_from_being_published(tmp_path: Path) -> None:
    draft = '=== content/later/reading.toml\nseed = "none-yet.txt"\ndraft = true\n'
    root = make_project(tmp_path / "project", draft)
    assert not pipeline.build(root, "https://example.org/").failed
    assert [each.code for each in pipeline.build(root, "https://example.org/", drafts=True).diagnostics] == [
        "seed-missing"
    ]


def test_a_glossary_that_cannot_be_read_is_the_only_fault(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", "=== content/walk/notes.md\n## One\n\nSee [[weir]].\n")
    (root / "content/walk/glossary.md").write_bytes(b"## weir\n\nA wall \xff.\n")
    assert [each.code for each in pipeline.build(root, "https://example.org/").diagnostics] == ["not-utf-8"]


def test_a_link_to_a_host_s_root_is_broken_where_it_was_written_wherever_a_build_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path, "=== content/glossary.md\n## Mill\n\nSee [it](/index.html).\n")
    for folder in (tmp_path, Path(tmp_path.anchor)):
        monkeypatch.chdir(folder)
        (found,) = (each for each in pipeline.build(project).diagnostics if each.severity == "error")
        assert (found.code, found.place.path, found.place.line) == ("link-broken", "content/glossary.md", 3)


def test_addresses_for_machines_are_encoded(tmp_path: Path) -> None:
    reading = '=== content/fårö/reading.toml\nseed = "faro.txt"\ntitle = "Fårö"\n=== seeds/faro.txt\nFårö\n\n'
    text = "The lighthouse of the island lost its keeper in a storm, and nobody has kept it since that night.\n"
    built = pipeline.build(make_project(tmp_path / "project", reading + text), "https://example.org/")
    sitemap = next(each for each in built.value.outputs if each.path == "sitemap.xml").data
    assert b"<loc>https://example.org/f%C3%A5r%C3%B6/</loc>" in sitemap
