"""How to cite a reading: in words and for reference managers, whatever a title holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pybtex.database import Entry, parse_string

from generator.catalogue import Catalogue
from generator.dates import parse
from generator.model import Metadata, Reading, Role
from generator.render.bibtex import bibtex
from generator.render.csl import csl_json
from generator.render.person_names import names
from generator.render.works import Work, edition_work, source_work
from generator.text import tidy
from tests.fixtures import Case, cases
from tests.render.mill import arabic, mill
from tests.render.samples import SITE, page, publish, reading

COMMANDS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}
"""What TeX prints for them."""
_TEX = re.compile(r"\\(?P<word>[a-zA-Z]+)\{\}|\\(?P<sign>[%&#_$])|(?P<empty>\{\})|(?P<brace>[{}])|(?P<letter>.)")
_ACTIVE = "\\%&#_$^"
_LIGATURES = ("--", "``", "''", ",,", "?`", "!`")

_SIGNS = st.sampled_from("\\{}%&#_$~^@\"'`,-<>|?! and\n=\u2028\u00a0")
TITLES = st.text(st.one_of(_SIGNS, st.characters(exclude_categories=["Cs"]))).map(tidy).filter(bool)


def printed(tex: str) -> str:
    """What TeX prints; fails for what would have a meaning to it."""
    made = ""
    for found in _TEX.finditer(tex):
        assert not found["letter"] or found["letter"] not in _ACTIVE, tex
        letter = "\u00a0" if found["letter"] == "~" else found["letter"] or ""
        made += COMMANDS[found["word"]] if found["word"] else found["sign"] or letter
    assert not any(pair in tex for pair in _LIGATURES), tex
    return spaced(made)


def spaced(words: str) -> str:
    """The words as BibTeX has them, to which one space is as good as another."""
    return " ".join(words.split())


def entries(works: list[Work]) -> dict[str, Entry]:
    """The works as a reader of BibTeX gets them."""
    return dict(parse_string(bibtex(works, "en"), "bibtex").entries.items())


def people(entry: Entry, role: str) -> list[str]:
    """The names of one role, given name first."""
    return [
        printed(" ".join((*each.first_names, *each.middle_names, *each.last_names))) for each in entry.persons[role]
    ]


def whole(name: Mapping[str, str]) -> str:
    """A name of CSL, given name first."""
    return " ".join(name[part] for part in ("given", "family", "literal") if part in name)


@given(TITLES, st.lists(TITLES, min_size=1, max_size=4), TITLES)
def test_what_stands_in_bibtex_is_what_was_meant(title: str, authors: list[str], publisher: str) -> None:
    work = Work("walk", title, names(authors, "en"), publisher=publisher, note=title)
    found = entries([work, replace(work, key="other")])
    assert set(found) == {"walk", "other"}
    fields = found["walk"].fields
    assert printed(fields["title"]) == printed(fields["note"]) == spaced(title)
    assert printed(fields["howpublished"]) == spaced(publisher)
    assert people(found["walk"], "author") == [spaced(name.whole) for name in work.authors]


@given(TITLES, st.lists(TITLES, max_size=4))
def test_what_stands_in_csl_is_what_was_meant(title: str, authors: list[str]) -> None:
    (item,) = json.loads(csl_json([Work("walk", title, names(authors, "en"))], "en"))
    assert item["title"] == title
    assert [whole(each) for each in item.get("author", [])] == authors


@given(st.text(st.characters(categories=["L", "N"], include_characters="-_."), min_size=1))
def test_keys_are_ascii_and_the_same_for_the_same_address(slug: str) -> None:
    keys = {source_work(replace(mill(), slug=slug), SITE).key for _ in range(2)}
    assert len(keys) == 1
    assert re.fullmatch(r"[A-Za-z0-9._-]+:source", keys.pop())


def test_keys_of_addresses_that_look_alike_in_ascii_are_different() -> None:
    slugs = ("uber", "über", "ueber", "الهامش", "المتن", "a.b", "a-b", "a_b", "A-b")
    keys = {source_work(replace(mill(), slug=slug), SITE).key for slug in slugs}
    assert len(keys) == len(slugs)


@cases("render/names.txt")
def test_names(case: Case) -> None:
    found = names(case.given.split("\n"), "en", ("RFE/RL",))
    shown = [f"{name.family} | {name.given}" if name.family else name.whole for name in found]
    assert shown == case.expected.split("\n")


def test_names_of_languages_that_put_the_family_first_stay_whole() -> None:
    assert [name.family for name in names(["Orbán Viktor"], "hu")] == [""]
    assert [name.family for name in names(["Nguyen Anh"], "vi-VN")] == [""]


@cases("render/csl_dates.txt")
def test_dates_in_csl(case: Case) -> None:
    for edtf, expected in zip(case.given.split("\n"), case.expected.split("\n"), strict=True):
        (item,) = json.loads(csl_json([Work("walk", "A", published=parse(edtf))], "en"))
        assert item["issued"] == json.loads(expected), edtf


@pytest.mark.parametrize(
    ("edtf", "year", "month"),
    [
        ("2019", "2019", None),
        ("2019-02", "2019", "February"),
        ("2019-02-12", "2019", "February"),
        ("2015~", "c. 2015", None),
        ("2019-21", "spring 2019", None),
        ("1992/1997", "1992 to 1997", None),
        ("-0043", "44 BCE", None),
    ],
)
def test_dates_in_bibtex(edtf: str, year: str, month: str | None) -> None:
    fields = entries([Work("walk", "A", published=parse(edtf))])["walk"].fields
    assert (fields["year"], fields.get("month")) == (year, month)


@pytest.mark.parametrize("made", [mill(), arabic(), replace(mill(), excerpts=True)], ids=["full", "arabic", "excerpts"])
def test_csl_has_only_what_its_schema_knows(made: Reading) -> None:
    catalogue = Catalogue()
    items = json.loads(csl_json([source_work(made, SITE), edition_work(made, SITE, catalogue)], "en"))
    assert len(items) == 2
    for item in items:
        assert item["type"] in ("webpage", "document")
        assert all(value for value in item.values()), "nothing is empty"
        texts = {"id", "type", "title", "publisher", "container-title", "genre", "URL", "language", "note"}
        assert set(item) <= texts | {"author", "editor", "issued"}
        assert all(isinstance(item[name], str) for name in texts & set(item))
        for name in (*item.get("author", ()), *item.get("editor", ())):
            assert set(name) in ({"literal"}, {"family", "given"})


def test_nothing_tells_when_a_site_was_built() -> None:
    files = [each.data for each in publish(mill()) if "/cite." in each.path]
    assert files == [each.data for each in publish(mill()) if "/cite." in each.path]
    assert not [each for each in files if b"accessed" in each or b"urldate" in each]


def test_the_page_shows_what_the_files_hold() -> None:
    site = publish(mill())
    tree = html.fromstring(page(site).encode())
    shown = [each.text_content() for each in tree.xpath("//*[@class='cite']//code")]
    linked = [str(each) for each in tree.xpath("//*[@class='cite']//a[@download]/@href")]
    assert linked == ["cite.bib", "cite.json"]
    assert shown == [page(site, f"mill/{name}") for name in linked]


def _plain(made: Reading, url: str = SITE.url) -> str:
    tree: Any = html.fromstring(page(publish(made, site=replace(SITE, url=url)), f"{made.slug}/index.html").encode())
    return " ".join(tree.xpath("string(//*[@class='citation'])").split())


def test_the_citation_in_words() -> None:
    assert _plain(mill()) == (
        "Ada Writer, “The Mill at the Bend”, The Bend Gazette, May 1988. Annotated edition: Class 10b (ed.), "
        "Mill papers, https://example.org/mill/mill/, capture SHA-256 0123456789ab."
    )


def test_what_is_not_known_is_not_cited() -> None:
    bare = replace(reading(((Role.TITLE, "A Walk"), (Role.PARAGRAPH, "Words."))), editor="")
    assert _plain(replace(bare, metadata=Metadata(title="A Walk"))) == (
        "“A Walk”. Annotated edition: Class 10b (ed.), Mill papers, https://example.org/mill/mill/, "
        "capture SHA-256 0123456789ab."
    ), "the site's author edits what names no editor"
    assert "https://" not in _plain(bare, url="")


def test_of_a_text_that_is_not_published_the_notes_are_cited() -> None:
    made = reading(((Role.TITLE, "A Walk"), (Role.PARAGRAPH, "Words.")), facts=Metadata(authors=("Ada Writer",)))
    made = replace(made, excerpts=True)
    entry = entries([edition_work(made, SITE, Catalogue())])["mill"]
    assert "author" not in entry.persons
    assert entry.fields["title"] == "{Notes on “A Walk”}"
    assert _plain(made) == (
        "Ada Writer, “A Walk”. Excerpts with notes: Class 10b (ed.), Mill papers, https://example.org/mill/mill/, "
        "capture SHA-256 0123456789ab."
    )


def test_an_edition_that_stands_elsewhere_first_is_cited_there() -> None:
    made = replace(mill(), canonical="https://example.com/first?a=b_c#d%20{e}")
    fields = entries([edition_work(made, SITE, Catalogue())])["mill"].fields
    assert fields["url"] == "https://example.com/first?a=b_c#d%20%7Be%7D"
