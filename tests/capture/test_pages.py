"""Saved pages become the same lines as plain text, each with what its markup says of it."""

from __future__ import annotations

import pytest

from generator.capture.page import _TAG, _without_attributes, read_page
from generator.model import Line
from tests.capture.test_decoding import seed_of
from tests.fixtures import Case, cases

HEAD = """<!doctype html><html lang="en-GB"><head><title>The Mill | The Gazette</title>
<link rel="canonical" href="https://example.org/mill"><meta property="og:site_name" content="The Gazette">
<meta name="author" content="Ada Writer"><meta property="article:published_time" content="2019-02-12T08:00:00Z">
</head><body><p>The mill stands where the river bends.</p></body></html>"""
LINKED_DATA = """<html><head><script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "The Mill", "datePublished": "2019-02-12", "author": [{"@type": "Person",
"name": "Ada Writer"}, {"name": "Ben Miller"}], "publisher": {"name": "The Gazette"}}]}</script>
<script type="application/ld+json">{ broken</script></head><body><p>The mill stands.</p></body></html>"""


@cases("capture/pages.txt")
def test_a_page_becomes_lines(case: Case) -> None:
    assert "\n".join(map(_shown, seed_of(case.given.encode(), "a.html").lines)) == case.expected


def _shown(line: Line) -> str:
    return f"{line.hint or 'unknown'}{f' {line.level}' if line.level else ''}: {line.text}"


def test_a_page_is_known_by_its_beginning_too() -> None:
    assert seed_of(HEAD.encode(), "seeds/mill.txt").lines[0].text == "The mill stands where the river bends."


def test_a_text_about_markup_is_no_page() -> None:
    assert seed_of(b"In <html> the first element is the head.").lines[0].text.startswith("In <html>")


@pytest.mark.parametrize("source", [HEAD, LINKED_DATA])
def test_a_page_tells_its_title_authors_publisher_and_day(source: str) -> None:
    metadata = seed_of(source.encode(), "a.html").metadata
    assert metadata.title == "The Mill"
    assert metadata.authors[0] == "Ada Writer"
    assert metadata.publisher == "The Gazette"
    assert metadata.published == "2019-02-12"


def test_a_page_tells_its_address_and_its_language() -> None:
    metadata = seed_of(HEAD.encode(), "a.html").metadata
    assert (metadata.url, metadata.language) == ("https://example.org/mill", "en-GB")


def test_linked_data_may_name_several_authors() -> None:
    assert seed_of(LINKED_DATA.encode(), "a.html").metadata.authors == ("Ada Writer", "Ben Miller")


def test_a_page_says_which_encoding_it_is_in() -> None:
    page = '<html><head><meta charset="windows-1251"></head><p>Мельница стоит у реки.</p></html>'
    assert seed_of(page.encode("cp1251"), "a.html").lines[0].text == "Мельница стоит у реки."


def test_a_page_nested_deeper_than_pythons_stack_is_read() -> None:
    page = "<html><body>" + "<div>" * 3000 + "<p>The mill stands where the river bends.</p>"
    assert [line.text for line in seed_of(page.encode(), "a.html").lines][:1]


def test_half_a_letter_in_linked_data_is_a_sign_that_a_file_can_hold() -> None:
    data = r'{"@type": "NewsArticle", "headline": "The \ud83d Mill \ud83d\ude00", "author": "A\udfff"}'
    metadata = seed_of(
        f'<html><script type="application/ld+json">{data}</script><p>The mill.</p>'.encode(), "a.html"
    ).metadata
    assert (metadata.title, metadata.authors) == ("The \ufffd Mill \N{GRINNING FACE}", ("A\ufffd",))


@pytest.mark.parametrize("form", ["a{0}=x", 'a{0}=">"', "a{0}='<b>'", "a{0}", "a{0}/", "a{0}='x'\t"])
def test_attributes_without_end_are_left_out_and_the_words_stay(form: str) -> None:
    attributes = " ".join(form.format(nth) for nth in range(30_000))
    page = f"<!doctype html><p>It began in June.</p><p {attributes}>The mill stands.</p><p title=Don't>It's there.</p>"
    # What libxml2 is given: with all of them it takes minutes.
    assert len(_TAG.sub(_without_attributes, page)) < 150
    lines, _ = read_page(page)
    assert [line.text for line in lines] == ["It began in June.", "The mill stands.", "It's there."]


def test_other_elements_keep_theirs() -> None:
    page = '<p class="byline">By Ada</p>' + "<p title=Don't id=x>It's there = all the time, and so on.</p>" * 3000
    assert _TAG.sub(_without_attributes, page) == page


_WORDS = "word/word=word " * 6000
_LARGE = {
    "a long value": (
        f'<article class="article-body" data-props="{_WORDS}"><p>The mill stands.</p></article>',
        "data-props",
    ),
    "a picture in the page": (f'<img alt="The mill" src="data:image/png;base64,{"abcd/" * 20_000}">', "base64"),
    "a script": (f"<script>for(i=0;i<n;{_WORDS})</script><p>The mill stands.</p>", "The mill stands."),
    "a comment": (f"<!-- <p {_WORDS} --><p>The mill stands.</p>", "The mill stands."),
}


@pytest.mark.parametrize(("page", "kept"), _LARGE.values(), ids=_LARGE)
def test_what_only_looks_like_attributes_stays(page: str, kept: str) -> None:
    assert kept in _TAG.sub(_without_attributes, page)
    assert _TAG.sub(_without_attributes, page) == page


def test_attributes_of_a_script_have_an_end_too() -> None:
    page = f"<script {' '.join(f'a{nth}' for nth in range(30_000))}>x < y</script><p>The mill stands.</p>"
    assert _TAG.sub(_without_attributes, page) == "<script>x < y</script><p>The mill stands.</p>"
