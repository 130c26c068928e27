"""Where a link into somebody else's page leads, and what it says on the way."""

from __future__ import annotations

import pytest

from generator.enrich.locate import locate
from generator.enrich.passage import passages
from generator.render.fragments import source_address
from tests.enrich.texts import make_document, make_selector
from tests.fixtures import Case, cases


def address(url: str, text: str, quote: str) -> str:
    """The address of a quote as an author writes it, in a text of one block for each line."""
    searched = passages(make_document(*text.splitlines()))
    selector = make_selector(quote)
    (span,) = locate(selector, searched).spans
    return source_address(url, searched.joined, span, selector)


@cases("render/fragments.txt")
def test_the_words_that_a_link_names(case: Case) -> None:
    text, _, quote = case.given.partition("\n---\n")
    made = address("https://example.org/", text, quote)
    assert made.replace("%20", " ") == f"https://example.org/#:~:text={case.expected.strip()}"


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c#:~:text="),
        ("https://example.org/a#part", "https://example.org/a#part:~:text="),
        ("https://example.org/a#", "https://example.org/a#:~:text="),
        ("https://example.org/a#part:~:text=other", "https://example.org/a#part:~:text="),
        ("https://example.org/a#:~:text=other", "https://example.org/a#:~:text="),
    ],
)
def test_a_fragment_that_is_there_already_stays(url: str, begins: str) -> None:
    assert address(url, "The mill stands.", "mill") == f"{begins}mill"
