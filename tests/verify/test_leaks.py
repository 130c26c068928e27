"""Words of a text that is not published are looked for in every file: what is found, and what may stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import Place
from generator.model import Block, Body, Cut, Metadata, Note, Output, Role, Selector, Summary
from generator.verify import leaks

TEXT = (
    "The mill stands where the river bends, and it has stood there since 1874. It rained all that night. "
    "Its wheel turned for the last time in the winter of 1951, when the ice came early."
)
CUT = "Subscribe to the Aller Gazette and have the news of the whole valley on your table before breakfast"
TEASER = "Read also: Its wheel turned for the last time in the winter of 1951"
FACTS = Metadata("A Walk")
_NOWHERE = Place("content/walk/notes.md", 1)


def found(
    words: str,
    notes: tuple[Note, ...] = (),
    text: str = TEXT,
    path: str = "walk/index.html",
    facts: Metadata = FACTS,
    others: tuple[Block | Cut, ...] = (),
) -> list[str]:
    """The files in which words of the hidden text are found, beside a published reading that knows one sentence."""
    summaries = (
        Summary("walk", facts, frozenset(), False, 0, 0, 0, notes, (), (), excerpts=True),
        Summary("ride", Metadata("A Ride"), frozenset(), False, 0, 0, 0, (), (), ()),
    )
    captured = {
        "walk": (Block("p", Role.PARAGRAPH, text, (1,)), Cut(2, CUT, Role.ADVERT, "advert"), *others),
        "ride": (Cut(1, TEASER, Role.RELATED, "related"),),
    }
    outputs = (Output(path, words.encode()), Output("other.html", b"<p>The mill stands where the river is.</p>"))
    return [each.place.path for each in leaks(summaries, (), captured, outputs)]


def note(quote: str = "", body: str = "A note.", title: str = "A note") -> Note:
    selector = Selector(quote, "", "", _NOWHERE) if quote else None
    return Note("a", title, "context", "", Body(body, _NOWHERE), selector, _NOWHERE)


@pytest.mark.parametrize(
    "words",
    [
        "<p>The mill stands where the river bends, and it has stood there since 1874.</p>",
        "<p>It rained all that night.</p>",
        "… where the river bends, and it has stood …",
        "<p>WHERE the river <b>be</b>nds, and <i>it</i> has stood</p>",
        "<!-- where the river bends, and it has stood -->",
        '<meta content="where the river bends, and it has stood">',
        '<p id="where-the-river-bends-and-it-has-stood">',
        '<a href="?q=where%20the%20river%20bends%2C%20and%20it%20has%20stood">x</a>',
        "where the river&nbsp;bends, and it&#x20;has stood",
        f"<li>{CUT}</li>",
    ],
)
def test_words_that_nobody_quoted_are_found(words: str) -> None:
    assert found(words) == ["walk/index.html"]


@pytest.mark.parametrize("path", ["feed.xml", "search.json", "timeline.html", "ride/index.html", "words.txt"])
def test_they_are_found_in_every_kind_of_file(path: str) -> None:
    assert found('{"text": "where the river bends, and it has stood"}', path=path) == [path]


@pytest.mark.parametrize(
    "words",
    [
        "<p>where the river bends, and it has</p><p>been said</p>",
        "<p>It rained all that</p>",
        f"<p>{TEASER}</p>",
        "<p>… for the last time in the winter of 1951 …</p>",
        '<a href="https://example.org/#:~:text=where%20the-,river%20bends%2C%20and%20it%20has%20stood%20there">x</a>',
    ],
)
def test_a_few_words_and_what_is_published_elsewhere_may_stand(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "entry",
    [
        note("where the river bends, and it has stood there"),
        note("stands where\nthe river bends, and it has stood there"),
        note(body="It *says* that [the mill](#a) stands where the *river* bends, and it has **stood** there."),
        note(title="Where the *river* bends, and it has stood there"),
    ],
    ids=["quote", "over a border", "body", "title"],
)
def test_what_an_author_wrote_may_stand(entry: Note) -> None:
    assert found("<p>where the river bends, and it has stood there</p>", (entry,)) == []
    assert found("<p>where the river bends, and it has stood there since</p>", (entry,)) == ["walk/index.html"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("A Walk to the Mill of Verden - The Aller Gazette", Role.NAVIGATION),
        ("The Aller Gazette: Ada Writer: A Walk to the Mill of Verden", Role.OTHER_BOILERPLATE),
    ],
)
def test_facts_may_stand_in_any_order_as_a_captured_page_had_them(line: str, role: Role) -> None:
    facts = Metadata("A Walk to the Mill of Verden", authors=("Ada Writer",), publisher="The Aller Gazette")
    assert found(f"<p>{line}, 2019</p>", facts=facts, others=(Cut(3, line, role, "cut"),)) == []
    assert found(f"<p>{line}, 2019</p>", others=(Cut(3, line, role, "cut"),)) == ["walk/index.html"]


def test_a_byline_may_stand_as_it_was_captured() -> None:
    byline = Block("b", Role.BYLINE, "By Ada Writer and Ben Reader", (3,))
    assert found("<p>Notes on a text by Ada Writer and Ben Reader</p>", others=(byline,)) == []


def test_in_a_feed_words_are_found_through_the_markup_that_it_holds_as_text() -> None:
    words = "&lt;p&gt;where the &lt;b&gt;riv&lt;/b&gt;er bends, and it &lt;i&gt;has&lt;/i&gt; stood&lt;/p&gt;"
    assert found(f"<content>{words}</content>", path="feed.xml") == ["feed.xml"]
    assert found("<content>&lt;p&gt;The mill&lt;/p&gt;</content>", path="feed.xml") == []


def test_words_around_a_quote_are_no_part_of_it() -> None:
    entry = replace(note(), selector=Selector("where the river", "The mill stands ", " bends, and it", _NOWHERE))
    assert found("<p>The mill stands where the river bends, and it</p>", (entry,)) == ["walk/index.html"]


def test_in_a_script_without_spaces_letters_are_counted() -> None:
    text = "村里的老人都说水车已经停了很多年没有人记得它转动时的声音。"
    assert found("<p>水车已经停了</p>", text=text) == []
    assert found("<p>老人都说水车已经停了很多年没有人</p>", text=text) == ["walk/index.html"]


def test_nothing_is_looked_for_where_every_text_is_published() -> None:
    summary = Summary("walk", Metadata(), frozenset(), False, 0, 0, 0, (), (), ())
    captured = {"walk": (Block("p", Role.PARAGRAPH, TEXT, (1,)),)}
    assert list(leaks((summary,), (), captured, (Output("x.html", TEXT.encode()),))) == []
