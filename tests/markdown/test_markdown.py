"""Markdown as authors write it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator import markdown, text
from generator.markdown.html import without_comments
from generator.markdown.references import OPENINGS
from tests.fixtures import Case, cases

LINKS = markdown.Links(
    term=lambda name: "#term-al-hawl" if text.key(name) == "al-hawl" else None, address=lambda written: written
)


@cases("markdown/bodies.txt")
def test_bodies(case: Case) -> None:
    html = "".join(fragment.html for fragment in markdown.fragments(case.given, LINKS))
    assert html.strip() == case.expected


@cases("markdown/raw.txt")
def test_where_a_site_allows_html_some_of_it_is_kept(case: Case) -> None:
    html = "".join(fragment.html for fragment in markdown.fragments(case.given, LINKS, html=True))
    assert html.strip() == case.expected


def test_the_words_of_a_body_with_html_are_without_it() -> None:
    source = "CO<sub>2</sub> &amp; `<b>`\n\n<div title=x>a &lt;b<script>alert(1)</script></div>\n\nc <!-- d -->"
    assert markdown.words(source, html=True) == "CO2 & <b> a <b c"
    assert markdown.words("CO<sub>2</sub>") == "CO<sub>2</sub>"


def test_a_fragment_for_each_block_with_its_words() -> None:
    fragments = markdown.fragments("One two.\n\n- three\n- four\n\n<!-- five -->", LINKS)
    assert [fragment.words for fragment in fragments] == [2, 2]


def test_headings_keep_emphasis_and_lose_links() -> None:
    assert markdown.inline("A *fine* [one](https://example.org) & <b>") == "A <em>fine</em> one &amp; &lt;b&gt;"
    assert markdown.inline("[![a picture](x.png)](y) ![](z.png)") == "a picture "
    assert markdown.plain("A *fine* [one](https://example.org) & `two`") == "A fine one & two"


@given(st.lists(st.sampled_from(["<!--", "-->", " a ", "\n", "-", ">", "!"])).map("".join))
def test_comments_vanish_with_the_space_around_them(source: str) -> None:
    assert without_comments(source) == re.sub(r"\s*<!--.*?-->\s*", "", source, flags=re.DOTALL)


def test_references_say_where_they_stand() -> None:
    source = "See [[A]] and\n[[A]] [x](#y).\n\n- [z](https://example.org/) [[B|b]]"
    found = [(each.kind, each.target, each.line, each.column) for each in markdown.references(source)]
    assert found == [
        ("term", "A", 0, 5),
        ("term", "A", 1, 1),
        ("link", "#y", 1, 11),
        ("link", "https://example.org/", 3, 7),
        ("term", "B", 3, 29),
    ]


def test_what_a_reader_would_see() -> None:
    assert markdown.has_words("a")
    assert markdown.has_words("```\nx\n```")
    assert not markdown.has_words("\n<!-- a -->\n\n")


@given(st.text("a[]|(){}<>!-*`#\n &\"'\\", max_size=60))
def test_no_body_brings_markup_of_its_own(source: str) -> None:
    for fragment in markdown.fragments(source, LINKS):
        assert "<!" not in fragment.html
        assert "<a a" not in fragment.html


@given(st.text().filter(lambda source: OPENINGS.isdisjoint(source)))
def test_what_holds_no_bracket_points_nowhere(source: str) -> None:
    children = [child for token in markdown.tokens(source) for child in token.children or ()]
    assert not [child for child in children if child.type in ("term", "link_open", "image")]
