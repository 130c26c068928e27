"""Each escape of Markdown's own markup by itself: in a browser another lock might hide that one is missing."""

from __future__ import annotations

import pytest
from lxml import html

from generator import markdown
from generator.markdown import SCHEMES, Links, raw
from tests.hostile.vectors import RUN, vectors

QUOTES = f'"><img src=x onerror={RUN}><a onclick="{RUN}'


def rendered(source: str, address: str = "x", allowed: bool = False) -> html.HtmlElement:
    """A body in which `[[Term]]`, and every link, leads to the address."""
    links = Links(term=lambda _: address, address=lambda _: address)
    return html.fromstring(f"<div>{''.join(each.html for each in markdown.fragments(source, links, allowed))}</div>")


def strange(tree: html.HtmlElement) -> list[str]:
    """Elements and attributes that words cannot make."""
    return [
        *(str(each.tag) for each in tree.iter() if each.tag in ("img", "svg", "script", "style", "iframe")),
        *tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style' or name() = 'src']"),
    ]


@pytest.mark.parametrize(
    "source", ["[[Term]]", "[[Term|words]]", "[words](y)", "![words](y)", "<https://example.org/>"]
)
def test_an_address_stays_in_its_attribute(source: str) -> None:
    tree = rendered(source, QUOTES)
    assert strange(tree) == []
    assert tree.xpath("//a/@href") == [QUOTES]


@pytest.mark.parametrize("source", ["[[Term|{0}]]", "[{0}](y)", "![{0}](y)", "`{0}`", "{0}", "| a |\n|---|\n| {0} |"])
@pytest.mark.parametrize("words", ["<img src=x onerror=alert>", "<svg onload=alert>", "</a><b onclick=x>"])
def test_words_stay_words(source: str, words: str) -> None:
    tree = rendered(source.format(words))
    assert strange(tree) == []
    assert words in tree.text_content()


def test_a_title_stays_in_its_attribute() -> None:
    tree = rendered("[words](y '" + QUOTES + "')")
    assert strange(tree) == []
    assert tree.xpath("//a/@title") == [QUOTES]


@pytest.mark.parametrize(
    "source", ["<!-- a --> {0}", "<!-- a -->\n{0}", "words <!-- a --> {0}", "<!--\n\n--> {0}\nwords"]
)
def test_what_stands_behind_a_comment_is_words(source: str) -> None:
    assert strange(rendered(source.format("<svg onload=alert>"))) == []


@pytest.mark.parametrize("address", ["javascript:x", "data:text/html,x", "vbscript:x", "JaVaScRiPt:x", "file:///x"])
def test_what_is_cleaned_as_a_whole_has_known_schemes_only(address: str) -> None:
    assert "href" not in raw.clean_whole(f'<p><a href="{address}">words</a></p>', SCHEMES)
    assert "href" in raw.clean_whole('<p><a href="https://example.org/">words</a></p>', SCHEMES)


@pytest.mark.parametrize("allowed", [False, True])
def test_no_vector_makes_what_words_cannot(allowed: bool) -> None:
    assert [each for each in vectors() if strange(rendered(each, allowed=allowed))] == []
