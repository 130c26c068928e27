"""A reading whose text may not be published: its notes with what they quote, and no more of the text anywhere."""

from __future__ import annotations

import html as entities
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator import cli, pipeline
from generator.diagnostics import Outcome
from generator.model import File, Output
from tests.projects import make_project, own

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "https://example.org/a/walk.html"
TOML = (
    '=== content/walk/reading.toml\nseed = "walk.txt"\ntitle = "A Walk to the Mill"\nauthors = ["Ada Writer"]\n'
    f'language = "en"\nurl = "{SOURCE}"\npublish = "excerpts"\n'
)
ENTRIES = """=== content/walk/notes.md
## The bend {#bend kind=context}

> The mill stands **where the river bends**, and it

The river is the [[Aller]].

## Skipped {#skipped by=Ida}

> **Its wheel turned … when the ice** came early

A gap.

## Two paragraphs {#two}

> **when it stops.”
>
> Today the river** still

Over a border.

## The whole {#whole}

No quote.
=== content/walk/glossary.md
## Aller

A river.

## wheel

It turns.
=== content/walk/timeline.md
## 1951: The last winter {#winter}

> in the **winter of 1951**
"""


def _built(root: Path) -> Outcome[pipeline.Site]:
    return pipeline.build(root, "https://example.org/readings/")


def _page(outputs: Sequence[File], path: str = "walk/index.html") -> html.HtmlElement:
    return html.fromstring(next(each.data for each in outputs if each.path == path))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[File, ...]:
    outcome = _built(make_project(tmp_path_factory.mktemp("walk") / "project", TOML + ENTRIES))
    assert outcome.diagnostics == ()
    return outcome.value.outputs


def test_the_page_holds_what_each_note_quotes_beside_the_note(site: tuple[File, ...]) -> None:
    quotes = {
        str(each.get("id")): [" ".join(p.xpath("string(text())").split()) for p in each.iter("p")]
        for each in _page(site).iter("blockquote")
    }
    assert quotes == {
        "q-bend": ["where the river bends"],
        "q-skipped": ["Its wheel turned … when the ice"],
        "q-two": ["when it stops.”", "Today the river"],
    }
    assert _page(site).xpath("//aside/@id") == ["whole", "bend", "skipped", "two"]


def test_the_page_is_as_it_was(site: tuple[File, ...], request: pytest.FixtureRequest) -> None:
    golden = ROOT / "tests/render/golden/walk_excerpts.html"
    made = next(each.data for each in site if each.path == "walk/index.html").decode()
    if request.config.getoption("--rewrite"):
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


def test_each_quote_links_to_its_words_in_the_source(site: tuple[File, ...]) -> None:
    links = [str(each) for each in _page(site).xpath("//p[@class='in-source']/a/@href")]
    assert [unquote(each) for each in links] == [
        f"{SOURCE}#:~:text=where the river bends",
        f"{SOURCE}#:~:text=Its wheel turned,when the ice",
        f"{SOURCE}#:~:text=when it stops.”,Today the river",
        f"{SOURCE}#:~:text=winter of 1951",
    ]
    assert all(link.isascii() for link in links)


def test_without_the_source_s_address_there_is_no_link(tmp_path: Path) -> None:
    outcome = _built(make_project(tmp_path / "p", TOML.replace(f'url = "{SOURCE}"\n', "") + ENTRIES))
    assert outcome.diagnostics == ()
    assert not _page(outcome.value.outputs).xpath("//p[@class='in-source']")


def test_pages_of_the_edition_name_the_reading_and_not_its_sentences(site: tuple[File, ...]) -> None:
    wheel = _page(site, "glossary.html").get_element_by_id("term-wheel--walk")
    assert [(each.text_content(), each.get("href")) for each in wheel.xpath(".//ul//a")] == [
        ("A Walk to the Mill", "walk/index.html#term-wheel")
    ]
    assert _page(site, "timeline.html").xpath("//ul[@class='passages']//a/text() | //ul//mark/text()") == [
        "winter of 1951"
    ]


def test_what_was_left_out_is_not_shown_either(site: tuple[File, ...]) -> None:
    assert "walk/left-out.html" not in {each.path for each in site}
    assert not any(b"left-out" in each.data for each in site if each.path.startswith("walk/"))
    assert not any(b"Share this article" in each.data for each in site)


def _sentences(seed: str) -> list[str]:
    parts = [" ".join(part.split()) for part in re.split(r"(?<=[.!?…”])\s|\n", seed)]
    return [part for part in parts if len(part.split()) >= 4]


def _read(output: File) -> str:
    """All that is in a file, in its source and as it is read."""
    source = output.data.decode("utf-8", "replace")
    read = entities.unescape(re.sub(r"<[^>]*>", "", source))
    return " ".join(f"{source} {entities.unescape(source)} {read} {unquote(source)}".split())


def test_no_sentence_of_the_first_reading_s_seed_is_in_any_file(tmp_path: Path) -> None:
    """The user's own text in excerpts: every line and sentence of the capture, but those that an entry quotes whole."""
    seed = own("seeds/000_74f91f918406b353.txt").read_text("utf-8")
    content = own("content/tajik-widows")
    written = [own("content/glossary.md"), content / "reading.toml", *content.rglob("*.md")]
    said = "".join(path.read_text("utf-8") for path in written)
    said = " ".join(re.sub(r"[>*]", " ", said).split()).replace("“", '"').replace("”", '"').replace("’", "'")
    root = tmp_path / "project"
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    toml = root / "content/tajik-widows/reading.toml"
    hidden = toml.read_text("utf-8").replace("[clean]", f'publish = "excerpts"\nurl = "{SOURCE}"\n[clean]')
    toml.write_text(hidden, "utf-8")
    assert cli.main(["build", "--project", str(root), "--url", "https://example.org/r/", "--quiet"]) == cli.FINE
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert len(files) > 8
    everything = " ".join(_read(Output(str(path), path.read_bytes())) for path in files)
    checked = 0
    for sentence in _sentences(seed):
        plain = sentence.replace("“", '"').replace("”", '"').replace("’", "'")
        if plain not in said:
            checked += 1
            assert sentence not in everything
    assert checked > 80


_WORDS = st.lists(st.sampled_from([f"w{number}x" for number in range(400)]), min_size=24, max_size=60, unique=True)


@settings(max_examples=40)
@given(words=_WORDS, cuts=st.lists(st.integers(0, 60), min_size=4, max_size=4), gap=st.booleans(), over=st.booleans())
def test_no_word_beyond_the_quote_is_in_any_file(words: list[str], cuts: list[int], gap: bool, over: bool) -> None:
    """Each word stands once in the text, so a word that nobody quoted has no other reason to be in a file."""
    half = len(words) // 2
    first, second, end = words[:half], words[half:], "stands there, as far as anybody knows, since the year of the ice."
    seed = f"A Walk\n\nBy Ada Writer\n\n{' '.join(first)} {end}\n\n{' '.join(second)} {end}"
    a, b, c = sorted(min(each, half - 2) for each in cuts[:3])
    before, head, tail = first[a:b], first[b : c + 1], second[: cuts[3] % 5 + 1]
    if gap:
        head, tail = head[:2], tail[-2:] if over else head[4:]
        quote = " … ".join(" ".join(run) for run in (head, tail) if run)
    elif over:
        head = first[b:]
        quote = f"{' '.join(head)} {end}\n>\n> {' '.join(tail)}"
    else:
        tail, quote = [], " ".join(head)
    note = f"## A note\n\n> {' '.join(before)} **{quote}**\n\nThe body.\n"
    event = f"=== content/walk/timeline.md\n## 1951: Ice\n\n> {' '.join(before)} **{quote}**\n"
    term = f"=== content/walk/glossary.md\n## Wheel\n\n> {' '.join(before)} **{words[b]}**\n\nIt turns.\n"
    with tempfile.TemporaryDirectory() as folder:
        description = f"{TOML}=== seeds/walk.txt\n{seed}\n=== content/walk/notes.md\n{note}{event}{term}"
        outcome = _built(make_project(Path(folder) / "p", description))
    assert not [each for each in outcome.diagnostics if each.severity == "error"]
    everything = " ".join(_read(each) for each in outcome.value.outputs)
    shown = {word for word in words if re.search(rf"\b{word}\b", everything)}
    assert shown == {*head, *tail, words[b]}


def test_a_theme_that_shows_the_text_has_nothing_to_show(tmp_path: Path) -> None:
    show = "{% for unit in reading.units %}{{ unit.html }}{% endfor %}"
    template = f'{{% extends "base.html" %}}{{% block main %}}{show}{{% endblock %}}'
    root = make_project(
        tmp_path / "p",
        TOML
        + '=== themes/bold/theme.toml\nextends = "base"\n=== content/site.toml\ntitle = "R"\ntheme = "bold"\n'
        + f"=== themes/bold/templates/excerpts.html\n{template}\n",
    )
    outcome = _built(root)
    assert "template-error" in {each.code for each in outcome.diagnostics}
    assert not any(b"where the river bends, and" in each.data for each in outcome.value.outputs)


def test_marks_with_a_meaning_in_text_fragments_are_encoded(tmp_path: Path) -> None:
    words = "Well-known, loud & clear: 50 % of it, so they say"
    root = make_project(
        tmp_path / "p",
        TOML.replace(SOURCE, SOURCE + "#part")
        + f"=== seeds/walk.txt\nA Walk\n\nBy Ada Writer\n\n{words}. It has stood there since 1874, as far as I know.\n"
        + f"=== content/walk/notes.md\n## A note\n\n> {words}\n\nThe body.\n",
    )
    (link,) = _page(_built(root).value.outputs).xpath("//p[@class='in-source']/a/@href")
    assert str(link) == f"{SOURCE}#part:~:text={quote(words, safe='').replace('-', '%2D')}"


def test_words_that_stand_twice_are_told_apart_by_what_the_author_wrote_beside_them(tmp_path: Path) -> None:
    root = make_project(
        tmp_path / "p",
        TOML
        + "=== seeds/walk.txt\nA Walk\n\nBy Ada Writer\n\n"
        + "On one day the river rose high, and on another day the river rose again, as far as anybody knows.\n"
        + "=== content/walk/notes.md\n## A note\n\n> another day **the river rose** again\n\nThe body.\n",
    )
    (link,) = _page(_built(root).value.outputs).xpath("//p[@class='in-source']/a/@href")
    assert unquote(str(link)).endswith("#:~:text=the river rose,-again")


MIXED = (
    TOML
    + ENTRIES
    + """=== seeds/ride.txt
A Ride Along the Weir

By Ben Rider

The weir is older than the mill, and its wheel turned long before anybody wrote the year down.

Read also: The mill stands where the river bends, and it has stood there since 1874.

The bridge was built by the same hands, and it has carried carts across the water ever since.

=== content/ride/reading.toml
seed = "ride.txt"
title = "A Ride Along the Weir"
authors = ["Ben Rider"]
language = "en"
=== content/ride/timeline.md
## 1952: The bridge

> The **bridge** was built
=== content/glossary.md
## river

Water on its way. **The river does not ask who has gone**, says one of the two texts, with *emphasis*.

## village {#village}

> and **the village** has learned to sleep

Where people live.

## weir

A low dam.
"""
)
"""One reading whose text is published, one whose is not; they share terms, and one speaks of the other."""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[File, ...]:
    outcome = _built(make_project(tmp_path_factory.mktemp("mixed") / "project", MIXED))
    assert outcome.diagnostics == ()
    return outcome.value.outputs


def test_in_a_mixed_edition_one_text_is_there_and_the_other_is_not(mixed: tuple[File, ...]) -> None:
    everything = " ".join(map(_read, mixed))
    assert "The weir is older than the mill, and its" in everything
    for words in ("with the turned for", "We heard it stop", "runs past the door", "learned to sleep", "Share this"):
        assert words not in everything
    paths = {each.path for each in mixed}
    assert "ride/left-out.html" in paths
    assert "walk/left-out.html" not in paths
    assert b"walk/left-out.html" not in next(each.data for each in mixed if each.path == "sitemap.xml")


def test_a_shared_term_names_the_reading_and_shows_the_words_that_its_entry_quotes(mixed: tuple[File, ...]) -> None:
    page = _page(mixed, "glossary.html")
    shown = {
        name: [(each.text_content(), each.get("href")) for each in page.get_element_by_id(name).xpath(".//ul//a")]
        for name in ("term-river", "term-village", "term-weir", "term-wheel--walk")
    }
    assert shown == {
        "term-river": [("A Walk to the Mill", "walk/index.html#term-river")],
        "term-village": [("the village", "walk/index.html#term-village")],
        "term-weir": [
            (
                "The weir is older than the mill, and its wheel turned long before anybody wrote the year down.",
                "ride/index.html#u-weir-1",
            )
        ],
        "term-wheel--walk": [("A Walk to the Mill", "walk/index.html#term-wheel")],
    }
    entry = _page(mixed).get_element_by_id("term-village")
    assert entry.xpath("string(.//q)") == "the village"
    assert str(entry.xpath(".//p[@class='in-source']/a/@href")[0]).endswith("#:~:text=the%20village")


def test_the_common_timeline_shows_what_each_reading_may_show(mixed: tuple[File, ...]) -> None:
    passages = [each.text_content() for each in _page(mixed, "timeline.html").xpath("//ul[@class='passages']//a")]
    assert passages == [
        "winter of 1951",
        "The bridge was built by the same hands, and it has carried carts across the water ever since.",
    ]


def test_every_link_from_the_edition_leads_to_an_id_of_the_page(mixed: tuple[File, ...]) -> None:
    ids = {str(each) for each in _page(mixed).xpath("//@id")}
    for path in ("glossary.html", "timeline.html"):
        for address in _page(mixed, path).xpath("//main//a/@href[starts-with(., 'walk/')]"):
            assert str(address).partition("#")[2] in ids


def test_the_list_of_readings_and_the_feed_say_that_they_are_excerpts(mixed: tuple[File, ...], tmp_path: Path) -> None:
    counts = [each.text_content() for each in _page(mixed, "index.html").xpath("//p[@class='counts']")]
    assert counts == ["1 term, 1 event", "Excerpts: 4 notes, 4 terms, 1 event"]
    feed = next(each.data for each in mixed if each.path == "feed.xml").decode()
    assert "An annotated reading. Excerpts: 4 notes, 4 terms, 1 event" in feed
    bare = _built(make_project(tmp_path / "bare", TOML + "=== remove content/walk/notes.md\n")).value.outputs
    assert "There are no notes yet." in _page(bare).text_content()
    assert _page(bare, "index.html").xpath("string(//p[@class='counts'])") == "No notes yet"


def test_a_subtitle_that_only_the_capture_has_is_text(tmp_path: Path) -> None:
    line = "How the wheel came to stand still and what the village heard"
    page = f"<html><head><title>A Walk</title></head><body><article><h1>A Walk</h1><h2 class='subtitle'>{line}</h2>"
    page += "".join(f"<p>{'The mill stood there, and stood. ' * 12}</p>" for _ in range(4)) + "</article></body></html>"
    for publish, found in (("full", True), ("excerpts", False)):
        toml = TOML.replace("walk.txt", "walk.html").replace('"excerpts"', f'"{publish}"')
        root = make_project(
            tmp_path / publish, f"{toml}=== seeds/walk.html\n{page}\n=== remove content/walk/notes.md\n"
        )
        everything = " ".join(map(_read, _built(root).value.outputs))
        assert (line in everything) is found
