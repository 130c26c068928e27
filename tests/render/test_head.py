"""What other sites, search engines and browsers read in a page's head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from generator.model import Metadata, Output, Reading, Role, SourceFile, Theme
from generator.render import render_reading
from generator.render.colours import palette
from generator.render.icons import icons
from generator.render.languages import territory
from generator.render.linked_data import as_markup
from tests.render.mill import arabic, mill
from tests.render.samples import SITE, base_theme, note, page, publish, reading

BLOCKS = ((Role.TITLE, "A Walk"), (Role.PARAGRAPH, "Words that are there."))
HOSTILE = st.text(
    st.one_of(st.sampled_from("</script><!--]]>&\"'\\\u2028\u2029 é"), st.characters(exclude_categories=["Cs"]))
)


@pytest.fixture(scope="module")
def site() -> tuple[Output, ...]:
    return publish(mill(), arabic())


def _head(source: str) -> html.HtmlElement:
    tree = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    head = tree.find("head")
    assert head is not None
    return head


def _graph(source: str) -> dict[str, str]:
    """The Open Graph of a page, with its Twitter card."""
    named = _head(source).xpath("meta[@property or starts-with(@name, 'twitter:')]")
    found = [(str(each.get("property") or each.get("name")), str(each.get("content"))) for each in named]
    assert len(dict(found)) == len(found)
    return dict(found)


def _data(source: str) -> dict[str, Any]:
    (script,) = _head(source).xpath("script[@type='application/ld+json']")
    made: dict[str, Any] = json.loads(str(script.text))
    return made


def _everything(data: object) -> Iterator[tuple[str, object]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield name, value
            yield from _everything(value)
    elif isinstance(data, list):
        for value in data:
            yield from _everything(value)


def test_a_reading_is_an_article_to_other_sites(site: tuple[Output, ...]) -> None:
    assert _graph(page(site)) == {
        "og:type": "article",
        "og:title": "The Mill at the Bend",
        "og:description": "The Mill at the Bend: an annotated reading. 23 notes, 2 terms, 3 events",
        "og:site_name": "Mill papers",
        "og:locale": "en_US",
        "og:url": "https://example.org/mill/mill/",
        "og:image": "https://example.org/mill/mill/share.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "A page with notes in its margin: The Mill at the Bend",
        "twitter:card": "summary_large_image",
        "article:published_time": "1988-05",
    }


@pytest.mark.parametrize("path", ["index.html", "glossary.html", "timeline.html", "mill/left-out.html"])
def test_every_other_page_is_a_page_of_the_site(path: str, site: tuple[Output, ...]) -> None:
    graph = _graph(page(site, path))
    assert graph["og:type"] == "website"
    assert graph["og:url"] == SITE.url + path.removesuffix("index.html")
    assert graph["og:image"] == f"{SITE.url}assets/share.png"
    assert "article:published_time" not in graph


def test_the_picture_that_a_page_names_is_a_file_of_that_size(site: tuple[Output, ...]) -> None:
    files = {each.path: each.data for each in site}
    for path in ("mill/index.html", "arabic/index.html", "index.html"):
        graph = _graph(page(site, path))
        picture = Image.open(BytesIO(files[graph["og:image"].removeprefix(SITE.url)]))
        assert picture.format == "PNG"
        assert picture.size == (int(graph["og:image:width"]), int(graph["og:image:height"]))


def test_a_picture_without_words_does_not_promise_them(site: tuple[Output, ...]) -> None:
    assert "الطاحونة" not in _graph(page(site, "arabic/index.html"))["og:image:alt"]


@pytest.mark.parametrize(
    ("published", "time"), [("2019", "2019"), ("2019-02-12", "2019-02-12"), ("2019~", ""), ("1990/2000", ""), ("", "")]
)
def test_only_a_plain_date_is_told_to_other_sites(published: str, time: str) -> None:
    source = page(publish(reading(BLOCKS, facts=Metadata(published=published))))
    assert _graph(source).get("article:published_time", "") == time
    assert _data(source).get("datePublished", "") == time


def test_without_the_site_s_address_nothing_whole_is_said() -> None:
    outputs = publish(mill(), site=replace(SITE, url=""))
    for each in outputs:
        if each.path.endswith(".html"):
            source = each.data.decode()
            assert not {"og:url", "og:image", "twitter:card"} & set(_graph(source))
            assert not _head(source).xpath("link[@rel='canonical']")
            assert _graph(source)["og:title"]
    assert _data(page(outputs))["headline"] == "The Mill at the Bend"
    assert not [value for name, value in _everything(_data(page(outputs))) if name == "@id"]
    assert not [each.path for each in outputs if each.path.endswith("share.png")]


def test_a_reading_that_stands_elsewhere_first_says_so() -> None:
    first = "https://example.com/first/"
    outputs = publish(replace(mill(), canonical=first), arabic())
    source = page(outputs)
    assert _head(source).xpath("string(link[@rel='canonical']/@href)") == first
    assert _graph(source)["og:url"] == first
    assert _data(source)["mainEntityOfPage"]["@id"] == first
    assert f"<loc>{SITE.url}mill/</loc>" not in page(outputs, "sitemap.xml"), "search engines are sent to the other"
    assert f"<loc>{SITE.url}mill/left-out.html</loc>" in page(outputs, "sitemap.xml")
    assert f"<id>{SITE.url}mill/</id>" in page(outputs, "feed.xml"), "what is in this feed stands here"


def test_addresses_of_other_scripts_are_written_as_browsers_send_them() -> None:
    source = page(publish(replace(arabic(), slug="الطاحونة")), "الطاحونة/index.html")
    addresses = [
        _graph(source)["og:url"],
        _graph(source)["og:image"],
        *_head(source).xpath("link[@rel='canonical']/@href"),
    ]
    assert all(str(each).isascii() for each in addresses)


def test_the_text_is_its_author_s_and_the_notes_are_the_editor_s(site: tuple[Output, ...]) -> None:
    data = _data(page(site))
    assert (data["@type"], data["headline"], data["inLanguage"]) == ("Article", "The Mill at the Bend", "en")
    assert [each["name"] for each in data["author"]] == ["Ada Writer"]
    assert data["publisher"] == {"@type": "Organization", "name": "The Bend Gazette"}
    assert "license" not in data
    edition = data["mainEntityOfPage"]
    assert edition["editor"] == ["Class 10b"]
    assert "license" not in edition
    assert edition["hasPart"]["license"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert edition["hasPart"]["author"] == ["Class 10b", "Ida"]


def test_where_the_text_was_captured_is_what_it_is_based_on() -> None:
    facts = Metadata(url="https://example.com/a?b=1&c=2")
    assert _data(page(publish(reading(BLOCKS, facts=facts))))["isBasedOn"] == facts.url


def test_a_page_of_excerpts_is_about_an_article_and_is_none() -> None:
    facts = Metadata(url="https://example.com/a", authors=("Ada Writer",))
    data = _data(page(publish(replace(reading(BLOCKS, facts=facts), excerpts=True))))
    assert data["@type"] == "WebPage"
    assert data["about"]["@type"] == "Article"
    assert data["about"]["url"] == data["isBasedOn"] == facts.url
    assert "author" not in data


def test_the_glossary_is_a_set_of_defined_terms(site: tuple[Output, ...]) -> None:
    data = _data(page(site, "glossary.html"))
    assert data["@type"] == "DefinedTermSet"
    weir = next(each for each in data["hasDefinedTerm"] if each["name"] == "Weir")
    assert weir["description"] == "A low dam. See River."
    shown = html.document_fromstring(page(site, "glossary.html"))
    assert shown.xpath("//*[@id=$name]", name=weir["url"].partition("#")[2])


def test_the_first_page_is_the_site_s_and_a_collection(site: tuple[Output, ...]) -> None:
    whole, collection = _data(page(site, "index.html"))["@graph"]
    assert (whole["@type"], whole["name"], whole["url"]) == ("WebSite", SITE.title, SITE.url)
    assert collection["isPartOf"]["@id"] == whole["@id"]
    assert collection.get("@id") != whole["@id"]


def test_no_fact_is_empty(site: tuple[Output, ...]) -> None:
    for path in ("mill/index.html", "arabic/index.html", "index.html", "glossary.html"):
        assert all(value for _, value in _everything(_data(page(site, path))))


@given(HOSTILE, st.lists(HOSTILE, max_size=3))
def test_no_words_leave_the_script_element_that_they_stand_in(title: str, others: list[str]) -> None:
    source = (
        f'<script type="application/ld+json">{as_markup({"headline": title, "author": others, "b": "end"})}</script>'
    )
    assert "\u2028" not in source
    (script,) = html.document_fromstring(f"<body>{source}</body>").xpath("//body/node()")
    data = json.loads(str(script.text))
    assert data.get("headline", "") == title
    assert data.get("author", []) == others
    assert data["b"] == "end"


def _titled(title: str) -> Reading:
    made = reading(((Role.TITLE, title), (Role.PARAGRAPH, "Words.")), (note("a", "Words"),))
    return replace(made, metadata=replace(made.metadata, authors=(title,), publisher=title, rights=title))


@given(
    st.lists(
        st.sampled_from(["</script>", "<!--", "<script>", "--&gt;", '"', "\\", "'", "é", "\u2028", "x "]), min_size=1
    )
)
def test_a_hostile_title_changes_no_page(parts: list[str]) -> None:
    title = " ".join("".join(parts).split()) or "x"
    outputs = render_reading(_titled(title), base_theme(), SITE).value
    source = page(outputs)
    assert _graph(source)["og:title"] == title
    assert _data(source)["headline"] == title
    assert len(_head(source).xpath("//script")) == 2


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("de", "de_DE"), ("pt-BR", "pt_BR"), ("zh-Hant", "zh_TW"), ("fa", "fa_IR")],
)
def test_a_language_has_a_country(tag: str, expected: str) -> None:
    assert territory(tag) == expected


@pytest.mark.parametrize("tag", ["eo", "xx", "no-such-language-at-all", "x"])
def test_a_language_without_a_country_has_none(tag: str) -> None:
    assert territory(tag) == ""


def _with_tokens(tokens: str) -> Theme:
    theme = base_theme()
    return replace(theme, styles={**theme.styles, "tokens.css": SourceFile("tokens.css", tokens.encode())})


@pytest.mark.parametrize(
    ("tokens", "light", "dark"),
    [
        (":root { --paper: light-dark(#fff, #101010); }", "#ffffff", "#101010"),
        (":root { --paper: LIGHT-DARK( white , hsl(0, 0%, 0%) ) }", "#ffffff", "#000000"),
        (
            ":root { --paper: #abc; } @media (prefers-color-scheme: dark) { :root { --paper: #123 } }",
            "#aabbcc",
            "#112233",
        ),
        ("/* --paper: #000000; */ :root { --paper: #fafafa; }", "#fafafa", "#fafafa"),
        (":root { --paper: oklch(0.9 0.1 90); }", "#fcfaf4", "#191612"),
        (":root { --paper-edge: #000; }", "#fcfaf4", "#191612"),
        ("", "#fcfaf4", "#191612"),
    ],
)
def test_the_browser_s_frame_has_the_theme_s_paper(tokens: str, light: str, dark: str) -> None:
    source = page(render_reading(mill(), _with_tokens(tokens), SITE).value)
    colours = {
        str(each.get("media")): str(each.get("content")) for each in _head(source).xpath("meta[@name='theme-color']")
    }
    assert colours == {"(prefers-color-scheme: light)": light, "(prefers-color-scheme: dark)": dark}


def test_the_palette_is_that_of_the_tokens() -> None:
    found = palette(base_theme())
    tokens = base_theme().styles["tokens.css"].data.decode()
    assert all(
        colour in tokens for colour in (found.paper, found.ink, found.soft, found.rule, found.red, found.dark_paper)
    )


def test_the_icon_is_there_in_every_form(site: tuple[Output, ...]) -> None:
    files = {each.path: each.data for each in site}
    old = Image.open(BytesIO(files["favicon.ico"]))
    assert old.format == "ICO"
    assert old.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert Image.open(BytesIO(files["assets/icon.png"])).size == (180, 180)
    found = palette(base_theme())
    assert {found.paper, found.ink, found.red} == set(html.fromstring(files["assets/icon.svg"]).xpath("//path/@fill"))
    for source in (page(site), page(site, "404.html")):
        links = [str(each) for each in _head(source).xpath("link[@rel='icon' or @rel='apple-touch-icon']/@href")]
        assert [each.rpartition("/")[2] for each in links] == ["icon.svg", "icon.png"]


def test_all_forms_of_the_icon_are_one_drawing() -> None:
    found = palette(base_theme())
    files = {each.path: each.data for each in icons(found)}
    small = Image.open(BytesIO(files["favicon.ico"])).ico.getimage((16, 16)).convert("RGB")  # type: ignore[attr-defined]
    large = Image.open(BytesIO(files["assets/icon.png"])).convert("RGB")
    colours = {colour for _, colour in small.getcolors() or ()}
    assert len(colours) == 3, "its strokes fill whole pixels"
    for x in range(16):
        for y in range(16):
            middle = (round((x + 0.5) * 180 / 16), round((y + 0.5) * 180 / 16))
            assert small.getpixel((x, y)) == large.getpixel(middle)
