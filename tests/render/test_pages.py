"""The pages of a site: what they show, where their links lead, which of them need the site's address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree, html

from generator.model import Output, Role
from generator.verify import read_pages, verify
from tests.render.mill import arabic, mill
from tests.render.samples import SITE, note, page, publish, reading, term

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def site() -> tuple[Output, ...]:
    return publish(mill(), arabic())


def test_no_link_is_broken_and_no_id_stands_twice() -> None:
    outputs = publish(mill(), arabic(), site=replace(SITE, url=""))
    assert verify(read_pages(outputs, ""), {each.path: each.size for each in outputs}, dict) == ()


def test_the_text_is_shown_whole_and_in_order(site: tuple[Output, ...]) -> None:
    tree = _tree(page(site))
    for extra in tree.xpath("//div[@class='notes'] | //a[contains(@class, 'ref')]"):
        extra.drop_tree()
    blocks = {str(each.get("id")): each.text_content() for each in tree.xpath("//*[starts-with(@id, 'p-')]")}
    wanted = {block.id: block.text for block in mill().document.blocks}
    assert blocks == wanted
    flow = [name for name in blocks if wanted[name] not in ("The Mill at the Bend", "What water remembers")]
    assert flow == [block.id for block in mill().document.blocks][2:]


def test_paragraphs_are_numbered_and_the_numbers_are_no_part_of_the_text(site: tuple[Output, ...]) -> None:
    tree = _tree(page(site))
    numbers = tree.xpath("//*[@class='paragraph-number']/a")
    assert [each.text_content() for each in numbers] == [str(number) for number in range(1, len(numbers) + 1)]
    cited = [block.id for block in mill().document.blocks if block.kind in ("paragraph", "list-item", "quotation")]
    assert [str(each.get("href")) for each in numbers] == [f"#{name}" for name in cited]
    assert all(each.getparent().getnext().get("id") == name for each, name in zip(numbers, cited, strict=True))


def test_notes_are_numbered_as_the_page_shows_them(site: tuple[Output, ...]) -> None:
    tree = _tree(page(site))
    refs = [str(each) for each in tree.xpath("//a[@role='doc-noteref']/text()")]
    notes = [str(each) for each in tree.xpath("//aside[@role='doc-footnote']/a[1]/span[@class='number']/text()")]
    assert sorted(map(int, refs)) == list(range(1, 24))
    assert refs == notes


def test_the_title_s_notes_are_numbered_before_those_on_the_whole_text() -> None:
    blocks = ((Role.TITLE, "A Title"), (Role.PARAGRAPH, "Words."))
    tree = _tree(page(publish(reading(blocks, (note("whole"), note("head", "A Title"), note("words", "Words"))))))
    refs = [str(each) for each in tree.xpath("//a[@role='doc-noteref']/text()")]
    assert refs == ["1", "2", "3"]


def test_a_note_stands_behind_the_block_in_which_its_quote_ends(site: tuple[Output, ...]) -> None:
    tree = _tree(page(site))
    for aside in tree.xpath("//aside[@role='doc-footnote'][not(@id='whole')]"):
        (unit,) = aside.xpath("ancestor::div[@class='unit']")
        assert unit.xpath(f".//a[@id='r-{aside.get('id')}']"), aside.get("id")
        back = aside[0]
        assert (back.tag, back.get("role"), back.get("href")) == ("a", "doc-backlink", f"#r-{aside.get('id')}")


def test_the_kind_of_a_note_is_a_word(site: tuple[Output, ...]) -> None:
    kinds = {str(each) for each in _tree(page(site)).xpath("//aside//*[@class='kind']/text()")}
    assert kinds == {"question", "context", "comment", "source"}


def test_what_goes_past_sixty_words_is_folded_at_a_block_s_border(site: tuple[Output, ...]) -> None:
    (aside,) = _tree(page(site)).xpath("//aside[@id='long']")
    assert [each.text_content()[:11] for each in aside.xpath("./p[not(@class)]")] == ["Paragraph 1", "Paragraph 2"]
    assert len(aside.xpath("./details/p")) == 3
    assert not _tree(page(site)).xpath("//aside[not(@id='long')]/details")


def test_items_of_a_list_stand_in_one_list_with_their_notes_inside(site: tuple[Output, ...]) -> None:
    (items,) = _tree(page(site)).xpath("//ul[@class='list']")
    assert len(items.xpath("./li")) == 2
    assert items.xpath("./li[1]//aside[@id='listed']//table")


def test_a_date_is_time_only_where_html_knows_it(site: tuple[Output, ...]) -> None:
    events = _tree(page(site)).xpath("//ol[@class='timeline']/li")
    assert [str(each.get("id")) for each in events] == ["event-flood", "event-founding", "event-ice"]
    assert [len(each.xpath(".//time")) for each in events] == [0, 1, 0]
    in_text = _tree(page(site)).xpath("//article//*[@data-edtf][starts-with(@id, 'd-')]")
    assert [(each.tag, each.text_content(), each.get("data-edtf")) for each in in_text] == [
        ("span", "since 1874", "1874/.."),
        ("span", "the winter of 1951", "1951-12~"),
    ]
    assert "Supplied by the editor" in events[0].text_content()


def test_the_date_that_only_the_editor_knows_is_marked(site: tuple[Output, ...]) -> None:
    imprint = " ".join(_tree(page(site)).xpath("//p[@class='imprint-line']")[0].text_content().split())
    assert "May 1988 (date supplied by the editor" in imprint


def test_terms_link_to_their_entry_and_back(site: tuple[Output, ...]) -> None:
    tree = _tree(page(site))
    for link in tree.xpath("//a[@role='doc-glossref']"):
        (entry,) = tree.xpath(f"//*[@id='{str(link.get('href'))[1:]}']")
        assert entry.xpath(f".//a[@href='#{link.get('id')}']")


def test_links_of_shared_entries_are_moved_from_the_site_s_root() -> None:
    shared = term(
        "weir", "weir", body="See [the mill](mill/index.html#fine) and [it](https://example.org/x).", shared=True
    )
    blocks = ((Role.TITLE, "T"), (Role.PARAGRAPH, "The weir."))
    site = publish(reading(blocks, (note("fine", "The"), shared)), shared=(shared.entry,))  # type: ignore[arg-type]
    on_page = _tree(page(site)).xpath("//*[@id='term-weir']//dd//p/a/@href")
    on_glossary = _tree(page(site, "glossary.html")).xpath("//*[@id='term-weir']//dd/p/a/@href")
    assert [str(each) for each in on_page][:2] == ["#fine", "https://example.org/x"]
    assert [str(each) for each in on_glossary][:2] == ["mill/index.html#fine", "https://example.org/x"]


def test_the_glossary_shows_the_sentence_of_every_passage(site: tuple[Output, ...]) -> None:
    (entry,) = _tree(page(site, "glossary.html")).xpath("//*[@id='term-river--mill']")
    (passage,) = entry.xpath(".//a[starts-with(@href, 'mill/index.html#')]")
    assert passage.text_content().startswith("The mill stands where the river bends")


def test_left_out_shows_every_line_that_has_words(site: tuple[Output, ...]) -> None:
    lines = _tree(page(site, "mill/left-out.html")).xpath("//ol[@class='seed']/li")
    assert [int(str(each.get("value"))) for each in lines] == [1, *range(3, 15)]
    assert "Left out: navigation" in lines[0].text_content()
    assert "In the reading: title" in lines[1].text_content()


def test_a_text_from_right_to_left_says_so(site: tuple[Output, ...]) -> None:
    tree = _tree(page(site, "arabic/index.html"))
    (article,) = tree.xpath("//article")
    (imprint,) = tree.xpath("//*[@class='imprint']")
    asides = tree.xpath("//aside")
    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    assert len(asides) == 3
    for each in (imprint, *asides):
        assert each.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["en"]
        assert each.xpath("ancestor-or-self::*[@dir][1]/@dir") == ["ltr"]


@pytest.mark.parametrize("path", ["glossary.html", "timeline.html"])
def test_a_passage_from_right_to_left_says_so_on_the_edition_s_pages(path: str, site: tuple[Output, ...]) -> None:
    passages = _tree(page(site, path)).xpath("//ul[@class='passages']/li")
    foreign = [each for each in passages if each.xpath("a[starts-with(@href, 'arabic/')]")]
    assert foreign
    assert len(foreign) < len(passages)
    assert all((each.get("lang"), each.get("dir")) == ("ar", "rtl") for each in foreign)
    assert not [each for each in passages if each not in foreign and (each.get("lang") or each.get("dir"))]


def test_the_words_of_an_event_run_as_their_text_does(site: tuple[Output, ...]) -> None:
    quotes = _tree(page(site, "arabic/index.html")).xpath("//*[@id='page-timeline']/..//q")
    assert quotes
    assert {(words.get("lang"), words.get("dir")) for words in quotes} == {("ar", "rtl")}


def test_without_an_address_nothing_absolute_is_made() -> None:
    paths = {each.path for each in publish(mill(), site=replace(SITE, url=""))}
    assert not paths & {"404.html", "feed.xml", "sitemap.xml"}
    assert {"index.html", "glossary.html", "timeline.html", "mill/index.html", ".nojekyll"} <= paths
    assert not [each.path for each in publish(mill(), site=replace(SITE, outputs=())) if each.path == "feed.xml"]


def test_the_page_of_no_page_links_by_whole_addresses(site: tuple[Output, ...]) -> None:
    addresses = [str(each) for each in _tree(page(site, "404.html")).xpath("//@href | //@src")]
    assert addresses
    assert all(each.startswith((SITE.url, "#")) for each in addresses)


def test_feed_and_sitemap_name_every_reading(site: tuple[Output, ...]) -> None:
    feed = etree.fromstring(page(site, "feed.xml").encode())
    assert feed.xpath("a:entry/a:id/text()", namespaces=ATOM) == [f"{SITE.url}mill/", f"{SITE.url}arabic/"]
    assert f"<loc>{SITE.url}mill/left-out.html</loc>" in page(site, "sitemap.xml")


def test_nothing_stands_in_a_page_that_its_security_policy_forbids(site: tuple[Output, ...]) -> None:
    for output in site:
        if output.path.endswith(".html"):
            tree = _tree(output.data.decode())
            assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
            # JSON-LD is data, which no browser runs; tests/themes looks that none complains of it either.
            inline = "//script[not(@src)][not(@type='application/ld+json')]"
            assert not tree.xpath(f"//style | {inline} | //@style | //@*[starts-with(name(), 'on')]")


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert publish(mill()) == publish(mill())


def _tree(source: str) -> html.HtmlElement:
    return html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
