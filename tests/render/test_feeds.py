"""The feed as a reader of feeds gets it: every note in full, every address whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from lxml import etree, html

from generator import pipeline
from generator.model import File, Metadata, Reading, Role
from generator.render import feed_entry
from tests.projects import make_project
from tests.render.mill import LONG, arabic, mill
from tests.render.samples import SITE, base_theme, event, note, page, publish, reading, term

ATOM = "{http://www.w3.org/2005/Atom}"
BLOCKS = ((Role.TITLE, "A Walk"), (Role.PARAGRAPH, "The mill stands where the river bends."))


@pytest.fixture(scope="module")
def site() -> tuple[File, ...]:
    return publish(mill(), arabic())


def _parsed(outputs: Sequence[File]) -> Any:  # noqa: ANN401
    found = feedparser.parse(page(outputs, "feed.xml").encode())
    assert not found.bozo
    return found


def _content(outputs: Sequence[File], title: str) -> html.HtmlElement:
    (entry,) = (each for each in _parsed(outputs).entries if each.title == title)
    (content,) = entry.content
    assert content.type == "text/html"
    return html.fragment_fromstring(content.value, create_parent="div")


def _entry(made: Reading) -> Any:  # noqa: ANN401
    (entry,) = _parsed(publish(made)).entries
    return entry


def test_every_note_stands_in_it_in_full(site: tuple[File, ...]) -> None:
    shown = _content(site, "The Mill at the Bend")
    words = " ".join(shown.text_content().split())
    numbers = [each.text_content().partition(".")[0] for each in shown.xpath("h3")]
    assert numbers[:23] == [str(number) for number in range(1, 24)]
    assert " ".join(LONG.split()) in words, "nothing is folded"
    assert "oak" in shown.xpath("string(table)")
    assert len(shown.xpath("blockquote")) == 22, "all but the one on the whole text quote it"


def test_a_note_has_the_number_that_its_page_gives_it(site: tuple[File, ...]) -> None:
    shown = html.document_fromstring(page(site))
    on_page = [(str(each.get("id")), each.xpath("string(.//*[@class='number'])")) for each in shown.xpath("//aside")]
    links = _content(site, "The Mill at the Bend").xpath("h3/following-sibling::*[1]/a[last()]/@href")
    numbered = [(urlsplit(str(each)).fragment, str(number)) for number, each in enumerate(links[: len(on_page)], 1)]
    assert sorted(numbered) == sorted(on_page)


def test_a_quote_that_crosses_paragraphs_has_a_part_for_each(site: tuple[File, ...]) -> None:
    quotes = [
        [each.text_content() for each in quote] for quote in _content(site, "The Mill at the Bend").xpath("blockquote")
    ]
    assert ["before <that> too.", "Its wheel turned"] in quotes


def test_of_the_text_nothing_is_in_it_but_what_is_quoted(site: tuple[File, ...]) -> None:
    words = " ".join(_content(site, "The Mill at the Bend").text_content().split())
    assert "Today the river runs past the door" not in words
    assert "the weir, which is still there" not in words


def test_every_address_is_whole_and_leads_somewhere(site: tuple[File, ...]) -> None:
    pages = {each.path: html.document_fromstring(each.data) for each in site if each.path.endswith(".html")}
    links = [*_links(_content(site, "The Mill at the Bend")), *_links(_content(site, "الطاحونة"))]
    own = [each.removeprefix(SITE.url) for each in links if each.startswith(SITE.url)]
    assert set(links) - {SITE.url + each for each in own} == {"https://example.org/a/rather/long/address/of/a/page"}
    assert len(own) > 30
    for link in own:
        path, _, fragment = link.partition("#")
        target = pages[f"{path}index.html" if path.endswith("/") else path]
        assert not fragment or target.xpath("//*[@id=$name]", name=unquote(fragment)), link


def _links(content: html.HtmlElement) -> list[str]:
    return [str(each) for each in content.xpath("//@href")]


def test_links_of_notes_are_whole() -> None:
    body = "See [a](../other/index.html#x), [b](#b), [c](https://example.com/c), [d](//example.net/d), [[Mill]]."
    made = reading(BLOCKS, (note("a", "mill", body=body), note("b"), term("mill", "mill")))
    entry = feed_entry(made, base_theme(), SITE).value
    found = [
        str(each)
        for each in html.fragment_fromstring(entry, create_parent="div").xpath("//p[contains(., 'See')]/a/@href")
    ]
    assert found == [
        f"{SITE.url}other/index.html#x",
        f"{SITE.url}mill/index.html#b",
        "https://example.com/c",
        "https://example.net/d",
        f"{SITE.url}mill/#term-mill",
    ]


def test_glossary_and_timeline_are_named(site: tuple[File, ...]) -> None:
    words = _content(site, "The Mill at the Bend").text_content()
    assert "River, Weir" in words
    assert "1874: The founding" in " ".join(words.split())


def test_a_text_in_another_language_says_so(site: tuple[File, ...]) -> None:
    tree = etree.fromstring(page(site, "feed.xml").encode())
    assert tree.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    content = next(each.text for each in tree.iter(f"{ATOM}content") if "ينعطف" in (each.text or ""))
    quotes = html.fragment_fromstring(str(content), create_parent="div").xpath("blockquote")
    assert [(each.get("lang"), each.get("dir")) for each in quotes] == [("ar", "rtl")] * 2


def test_the_notes_are_the_editor_s_and_the_text_is_named_as_its_author_s() -> None:
    facts = Metadata(authors=("Ada Writer",), publisher="The Bend Gazette", rights="© Ada", url="https://example.com/a")
    entry = _entry(reading(BLOCKS, (note("a", "mill", by="Ida"),), facts=facts))
    assert [each.name for each in entry.authors] == ["Class 10b"]
    assert [each.name for each in entry.contributors] == ["Ida"]
    assert "(Ada Writer, The Bend Gazette)" in entry.content[0].value
    assert entry.rights == "The notes, the glossary and the timeline are under CC BY 4.0. © Ada"
    assert [each.href for each in entry.links if each.rel == "via"] == ["https://example.com/a"]


def test_ids_and_moments_do_not_depend_on_when_it_was_built(site: tuple[File, ...]) -> None:
    assert [each.id for each in _parsed(site).entries] == [f"{SITE.url}mill/", f"{SITE.url}arabic/"]
    assert [each.updated for each in _parsed(site).entries] == ["1988-05-01T00:00:00Z", "1970-01-01T00:00:00Z"]
    assert page(site, "feed.xml") == page(publish(mill(), arabic()), "feed.xml")


def test_every_entry_has_what_atom_demands(site: tuple[File, ...]) -> None:
    tree = etree.fromstring(page(site, "feed.xml").encode())
    for holder in (tree, *tree.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"{ATOM}{name}")) == 1
        assert all(author.findtext(f"{ATOM}name") for author in holder.findall(f"{ATOM}author"))
        assert len([each for each in holder.findall(f"{ATOM}link") if each.get("rel") == "alternate"]) == 1
    assert [each.get("href") for each in tree.findall(f"{ATOM}link") if each.get("rel") == "self"] == [
        f"{SITE.url}feed.xml"
    ]


def test_what_xml_cannot_hold_is_left_out() -> None:
    made = reading(BLOCKS, (note("a", "mill", body="A \x0b bell \ufffe & <b>."),))
    assert "A  bell  &amp; &lt;b&gt;." in _entry(made).content[0].value


def test_nothing_in_it_could_run() -> None:
    body = "<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=x>\n\n![y](https://example.com/y.png)"
    source = feed_entry(reading(BLOCKS, (note("a", "mill", body=body),)), base_theme(), SITE).value
    tree = html.fragment_fromstring(source, create_parent="div")
    assert not tree.xpath("//script | //style | //img | //iframe | //@style | //@*[starts-with(name(), 'on')]")
    assert not [each for each in tree.xpath("//@href") if str(each).startswith("javascript:")]


@pytest.mark.parametrize("made", [replace(SITE, url=""), replace(SITE, outputs=("sitemap",))], ids=["no url", "none"])
def test_where_there_is_no_feed_nothing_is_made_for_it(made: Any) -> None:  # noqa: ANN401
    assert feed_entry(mill(), base_theme(), made).value == ""


def test_an_event_s_and_a_title_s_markup_stand_in_it() -> None:
    made = reading(BLOCKS, (note("a", "mill"), event("flood", "1632/1634")))
    source = feed_entry(made, base_theme(), SITE).value
    assert "<h3>1. About <em>a</em></h3>" in source
    assert "1632 to 1634" in source


def test_excerpts_show_what_their_author_wrote(tmp_path: Path) -> None:
    root = make_project(
        tmp_path / "project",
        '=== content/walk/reading.toml\nseed = "walk.txt"\ntitle = "A Walk to the Mill"\nauthors = ["Ada Writer"]\n'
        'language = "en"\npublish = "excerpts"\n=== content/walk/notes.md\n## Skipped {#skipped}\n\n'
        "> **Its wheel turned … when the ice** came early\n\nA gap.\n",
    )
    built = pipeline.build(root, "https://example.org/readings/")
    assert built.diagnostics == ()
    shown = _content(built.value.outputs, "A Walk to the Mill")
    assert [each.text_content().strip() for each in shown.xpath("blockquote")] == ["Its wheel turned … when the ice"]
    assert "last time in the winter" not in page(built.value.outputs, "feed.xml")
