"""Finished pages are read again: every link has its target, every id stands once, every entry is somewhere."""

from __future__ import annotations

import pytest

from generator.diagnostics import Place
from generator.model import Body, Edition, Metadata, Note, Output, SiteSettings, Summary
from generator.verify import verify
from generator.verify.pages import resolve

SITE = SiteSettings(url="https://example.org/repo/")


def page(path: str, body: str) -> Output:
    return Output(path, f"<!doctype html><title>x</title><body>{body}".encode())


def codes(*outputs: Output, edition: Edition | None = None) -> list[str]:
    return [each.code for each in verify(edition or Edition(SITE, (), ()), outputs)]


@pytest.mark.parametrize(
    "link",
    [
        "#here",
        "",
        "#",
        "#top",
        "a/index.html#there",
        "a/",
        "./a/index.html",
        "a/index.html#:~:text=words",
        "https://example.org/repo/a-neighbour-of-ours/",
        "https://elsewhere.example/x#y",
        "mailto:a@example.org",
        "a/caf%C3%A9.html",
    ],
)
def test_links_that_lead_somewhere(link: str) -> None:
    outputs = (
        page("index.html", f'<p id="here"><a href="{link}">x</a>'),
        page("a/index.html", '<p id="there">'),
        page("a/café.html", ""),
    )
    assert codes(*outputs) == []


@pytest.mark.parametrize("link", ["#nowhere", "b.html", "a/index.html#nowhere", "../index.html", "http://["])
def test_links_that_lead_nowhere(link: str) -> None:
    outputs = (page("index.html", f'<a href="{link}">x</a>'), page("a/index.html", ""))
    assert codes(*outputs) == ["link-broken"]


def test_whole_addresses_of_our_own_making() -> None:
    head = '<link rel="canonical" href="https://example.org/repo/{}">'
    assert codes(page("index.html", head.format(""))) == []
    assert codes(page("index.html", head.format("b/"))) == ["link-broken"]
    assert codes(page("404.html", '<a href="https://example.org/repo/b/">x</a>')) == ["link-broken"]


def test_an_id_that_stands_twice() -> None:
    assert codes(page("index.html", '<p id="a"><p id="a">')) == ["page-id-doubled"]


def test_an_entry_that_no_page_shows_and_a_link_shown_where_it_was_written() -> None:
    here = Place("content/a/notes.md", 1)
    body = Body("One.\n\nSee [it](#gone).", Place("content/a/notes.md", 5))
    notes = (
        Note("kept", "Kept", "comment", "", body, None, here),
        Note("lost", "Lost", "comment", "", body, None, here),
    )
    summary = Summary("a", Metadata(), frozenset(), False, 0, 0, 0, notes, (), ())
    found = verify(
        Edition(SITE, (summary,), ()), (page("a/index.html", '<aside id="kept"><a href="#gone">it</a></aside>'),)
    )
    assert [each.code for each in found] == ["link-broken", "link-broken", "entry-lost"]
    assert {(each.place.line, each.place.column) for each in found[:2]} == {(7, 10)}
    assert "“Lost”" in found[2].message


def test_resolving_addresses() -> None:
    assert resolve("../x.html#y", "a/b.html") == ("x.html", "y")
    assert resolve("#y", "a/b.html") == ("a/b.html", "y")
    assert resolve("..", "a/b/c.html") == ("a/index.html", "")
    assert resolve("https://example.org/", "a.html") is None


def test_a_site_that_pages_would_refuse_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = (page("index.html", "x" * 1000), page("404.html", "y"))
    assert codes(*outputs) == []
    monkeypatch.setattr("generator.verify.MOST_BYTES", 1000)
    (found,) = verify(Edition(SITE, (), ()), outputs)
    assert (found.code, found.severity) == ("site-too-big", "warning")
    assert "index.html" in found.why
