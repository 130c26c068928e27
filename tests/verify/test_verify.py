"""Finished pages are read again: every link has its target, every id stands once, every entry is somewhere."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic, Place
from generator.model import Body, Metadata, Note, Output, Page, SiteSettings, Summary
from generator.verify import authored_links, lost_entries, own_pages, read_pages, verify
from generator.verify.pages import resolve

SITE = SiteSettings(url="https://example.org/repo/")


def page(path: str, body: str) -> Output:
    return Output(path, f"<!doctype html><title>x</title><body>{body}".encode())


def found(*outputs: Output, readings: tuple[Summary, ...] = ()) -> tuple[Diagnostic, ...]:
    files = {each.path: each.size for each in outputs}
    return verify(read_pages(outputs, SITE.url), files, lambda: authored_links(readings, ()))


def codes(*outputs: Output) -> list[str]:
    return [each.code for each in found(*outputs)]


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
    output = page("a/index.html", '<aside id="kept"><a href="#gone">it</a></aside>')
    broken = found(output, readings=(summary,))
    assert [each.code for each in broken] == ["link-broken", "link-broken"]
    assert {(each.place.line, each.place.column) for each in broken} == {(7, 10)}
    (lost,) = lost_entries(summary, own_pages([output], SITE.url))
    assert lost.code == "entry-lost"
    assert "“Lost”" in lost.message


def test_of_a_reading_s_own_pages_only_the_links_that_lead_elsewhere_are_left() -> None:
    body = '<p id="here"><a href="#here">x</a><a href="left-out.html">y</a><a href="../b.html#z">z</a><a href="#gone">'
    (own, other) = own_pages([page("a/index.html", body), page("a/left-out.html", "")], SITE.url)
    assert own.links == (("b.html", "z"), ("a/index.html", "gone"))
    assert (other.links, own.has("here"), own.has("her")) == ((), True, False)


def test_resolving_addresses() -> None:
    assert resolve("../x.html#y", "a/b.html") == ("x.html", "y")
    assert resolve("#y", "a/b.html") == ("a/b.html", "y")
    assert resolve("..", "a/b/c.html") == ("a/index.html", "")
    assert resolve("https://example.org/", "a.html") is None


def test_a_site_that_pages_would_refuse_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = (page("index.html", "x" * 1000), page("404.html", "y"))
    assert codes(*outputs) == []
    monkeypatch.setattr("generator.verify.MOST_BYTES", 1000)
    (told,) = found(*outputs)
    assert (told.code, told.severity) == ("site-too-big", "warning")
    assert "index.html" in told.why


@pytest.mark.parametrize("many", [3, 20_000])
def test_an_id_is_found_on_a_page_of_any_size(many: int) -> None:
    made = Page("a.html", "\0".join(("", *(f"id-{nth}" for nth in range(many)), "")), (), "")
    assert all(made.has(f"id-{nth}") for nth in range(0, many, 2))
    assert not any(made.has(name) for name in ("", "id", f"id-{many}", "d-1"))
