"""What `new` begins: it builds as it is, and with every suggestion taken up."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.rules import ARTICLE, FURNITURE
from generator.enrich.locate import locate
from generator.enrich.passage import passages
from generator.enrich.quotes import read_quote
from generator.model import Block, Document, Role
from generator.new import quote_for
from generator.new.days import find_days
from generator.new.language import guess_language
from generator.new.naming import free, seed_name, slug_of
from generator.new.toml import toml_list, toml_text
from generator.new.uncertain import BY_DEFAULT, BY_PLACE
from generator.project import is_address
from tests.clean.test_roles import FIXTURES, SEED, read_fixture
from tests.fixtures import Case, cases
from tests.new.samples import begin, build, texts, uncommented
from tests.projects import own

CAPTURES = {path.stem: "\n".join(words for _, words in read_fixture(path)).encode() for path in FIXTURES}
SHARED = "## Islamic State {also=IS}\n\nA group.\n\n## repatriation\n\nComing home.\n"


@pytest.mark.parametrize("name", CAPTURES)
def test_what_is_begun_builds_at_once_and_says_nothing_of_an_editor(name: str) -> None:
    start = begin(CAPTURES[name], shared=SHARED)
    assert start is not None
    summary, said = build(CAPTURES[name], texts(start), shared=SHARED)
    assert said == []
    assert summary is not None
    assert summary.supplied <= {"language", "title"}
    assert (summary.notes, summary.events) == ((), ())


@pytest.mark.parametrize("name", CAPTURES)
def test_every_suggestion_is_a_valid_entry_that_anchors(name: str) -> None:
    start = begin(CAPTURES[name], shared=SHARED)
    assert start is not None
    files = uncommented(texts(start))
    summary, said = build(CAPTURES[name], files, shared=SHARED)
    assert [each for each in said if each.severity == "error"] == []
    assert summary is not None
    entries = sum(files[each].count("\n\n## ") for each in ("notes.md", "timeline.md"))
    assert len(summary.notes) + len(summary.events) == entries
    assert all(use.passages for use in summary.events)


def test_the_first_seed_offers_names_and_dates() -> None:
    start = begin(own(SEED).read_bytes(), shared=SHARED)
    assert start is not None
    files = texts(start)
    assert "\n## Dushanbe\n" in files["glossary.md"]
    assert '\n## Zubaidullo Zubaidzoda {also="Zubaidzoda"}\n' in files["glossary.md"]
    assert "\n## Islamic State" not in files["glossary.md"]
    assert "\n## 2014/..: " in files["timeline.md"]
    assert "“February 12”, seed line 17: of which year?" in files["timeline.md"]


@cases("new/days.txt")
def test_dates_in_a_text(case: Case) -> None:
    published, _, words = case.given.partition("\n")
    found = [f"{words[day.start : day.end]} = {day.edtf or '?'}" for day in find_days(words, published.strip("- "))]
    assert (found or ["none"]) == case.expected.splitlines()


@cases("new/names.txt")
def test_names_in_a_text(case: Case) -> None:
    start = begin(case.given.encode())
    assert start is not None
    entries = texts(start)["glossary.md"].split("\n\n<!-- ")[1:]
    found = [entry.split("\n")[1].removeprefix("## ") for entry in entries]
    assert (found or ["none"]) == case.expected.splitlines()


@cases("new/facts.txt")
def test_reading_toml(case: Case) -> None:
    start = begin(case.given.encode())
    assert start is not None
    assert texts(start)["reading.toml"].strip() == case.expected.strip()


@given(st.lists(st.text()), st.text())
def test_any_text_is_read_back_from_toml(several: list[str], one: str) -> None:
    read = tomllib.loads(f"several = {toml_list(several)}\none = {toml_text(one)}")
    assert read == {"several": several, "one": one}


def test_a_lone_surrogate_does_not_stop_toml() -> None:
    written = toml_text("caf\udce9")
    assert tomllib.loads(f"a = {written}") == {"a": "caf?"}


@given(st.text(), st.text())
def test_any_title_gives_an_address(title: str, name: str) -> None:
    slug = slug_of(title, name)
    assert is_address(slug)
    assert len(slug) < 60


@given(st.text(min_size=1))
def test_any_name_gives_a_seed_that_reading_toml_can_name(name: str) -> None:
    seed = seed_name(name)
    assert seed == seed.strip()
    assert not set(seed) & set('\\/:*?"<>|\0')
    assert not seed.startswith(".")
    assert 0 < len(seed) <= 90


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Why It Rains, and When", "why-it-rains-and-when"),
        ("آخر صانع قوارب في الميناء القديم", "آخر-صانع-قوارب-في-الميناء-القديم"),
        ("Последний мастер", "последний-мастер"),
        ("漫画の歴史", "漫画の歴史"),
        ("हिन्दी भाषा", "हनद-भष"),
        ("Con", "con-text"),
        ("glossary", "glossary-text"),
        ("__", "reading"),
        ("word " * 60, "word-word-word-word-word-word"),
        ("a" * 300, "a" * 50),
    ],
)
def test_addresses_of_titles(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_taken_name_gets_a_number() -> None:
    assert free("a.txt", {"a.txt", "a-2.txt"}.__contains__) == "a-3.txt"


_WORDS = st.sampled_from(["mill", "river", "*", "**", "\\*", ">", "--", "-->", "#", "`", "…", "漢字", "it's", "“so”"])


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=5), st.data())
def test_a_quote_finds_whole_words_that_hold_what_was_asked_for(lines: list[str], data: st.DataObject) -> None:
    blocks = tuple(Block(f"p-{index}", Role.PARAGRAPH, line, (index,)) for index, line in enumerate(lines))
    block = data.draw(st.sampled_from(blocks))
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    quote = quote_for(blocks, block.id, start, end)
    assert "-->" not in quote
    if quote:
        searched = passages(Document(blocks))
        selector = read_quote(quote.split("\n"), 0, len(quote.split("\n")), "").value
        assert selector
        (span,) = locate(selector, searched).spans
        (anchor,) = searched.anchors(*span, "exact")
        assert anchor.block == block.id
        assert block.text[start:end].strip(" \\") in block.text[anchor.start : anchor.end]


def test_a_quote_is_as_short_as_it_can_be() -> None:
    blocks = (
        Block("p-1", Role.PARAGRAPH, "They met on May 2 in Rome and on May 2 in Bonn.", (1,)),
        Block("p-2", Role.PARAGRAPH, "Nobody came.", (2,)),
    )
    assert quote_for(blocks, "p-2", 0, 6) == "> Nobody"
    assert quote_for(blocks, "p-1", 12, 17) == "> met on **May 2**"
    assert quote_for(blocks, "p-1", 12, 17, 2) == "> met on **May 2** in Rome"


def test_the_rules_named_as_weak_evidence_are_rules() -> None:
    names = {rule.__name__.replace("_", " ") for rule in (*FURNITURE, *ARTICLE)}
    assert names >= BY_PLACE | BY_DEFAULT


@pytest.mark.parametrize("name", ["arabic", "chinese", "french", "german", "japanese", "russian", "spanish", "story"])
def test_the_language_is_guessed(name: str) -> None:
    tags = {"arabic": "ar", "chinese": "zh", "japanese": "ja", "german": "de", "spanish": "es", "story": "en"}
    assert guess_language(CAPTURES[name].decode()) == tags.get(name, name[:2])


def test_no_language_is_guessed_from_nothing() -> None:
    assert guess_language("12 34 …") == guess_language("Alpha beta gamma.") == ""
