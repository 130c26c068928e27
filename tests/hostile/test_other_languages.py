"""What is written for other programs holds the words as words, by those programs' own rules, and nothing besides."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape as html_text

import feedparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree, html
from pybtex.database import parse_string

from generator import markdown
from generator.model import Metadata, Role, SourceFile, Term
from generator.new.toml import toml_text
from generator.project.settings import read_reading
from tests.hostile.planting import shown
from tests.hostile.vectors import RUN, SCHEMES, vectors
from tests.render.samples import SITE, Pinned, base_theme, event, note, publish, reading, term

_ALL = ("feed", "sitemap", "timelinejs", "icalendar", "csv", "json-ld")
_SIGNS = "<>&\"'\\{}[]()=+-@,;:%#$_^~|`!?*/\r\n\t\x00\x01\x0b\x1f\x7f\x85\u2028\u2029\ufffe\u202e"
_PIECES = (
    "</script>",
    "<!--",
    "]]>",
    "-->",
    "&#0;",
    "BEGIN:VEVENT",
    "END:VCALENDAR",
    "\r\n ",
    "\\n",
    "\\input{x}",
    "=1+1",
    " and ",
)
TEXTS = st.one_of(
    st.sampled_from(vectors()),
    st.lists(
        st.one_of(st.sampled_from(_SIGNS), st.sampled_from(_PIECES), st.characters(codec="utf-8")), max_size=12
    ).map("".join),
)
"""Words as they come out of files: any text that UTF-8 can hold."""


_EXAMPLES = 100


def files(words: str) -> Mapping[str, bytes]:
    """The files of a site that has these words in every fact, title and body."""
    facts = Metadata(subtitle=words, authors=(words, words), publisher=words, rights=words, url="https://example.org/x")
    entries = (note("n", by=words, body=words), event("e", "1951", body=words), term("t", body=words))
    made = reading(
        ((Role.TITLE, words), (Role.PARAGRAPH, f"The mill. {words}")), map(_called(words), entries), facts=facts
    )
    site = replace(SITE, title=words, description=words, author=words, license=words, outputs=_ALL)
    return {
        each.path: each.data
        for each in publish(replace(made, editor=words), site=site, theme=replace(base_theme(), font=None))
    }


def _called(words: str) -> Callable[[Pinned], Pinned]:
    def called(pinned: Pinned) -> Pinned:
        entry = pinned.entry
        named = replace(entry, headword=words) if isinstance(entry, Term) else replace(entry, title=words)
        return Pinned(named, pinned.words)

    return called


def keys(data: object) -> set[str]:
    """All keys of a value of JSON, at any depth."""
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return (set(data) if isinstance(data, dict) else set()).union(*map(keys, inner))


def elements(source: str) -> set[str]:
    """The elements of a piece of HTML; fails for an attribute that could run or load."""
    tree = html.fromstring(f"<!doctype html><div>{source}</div>".encode(), parser=html.HTMLParser(encoding="utf-8"))
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src")
    return {str(each.tag) for each in tree.iterdescendants()} - {"body", "div"}


def called(words: str) -> str:
    """The words as the title of an entry reads, which is Markdown."""
    return shown(markdown.plain(words))


PLAIN = files("Mill words")


@settings(max_examples=_EXAMPLES)
@given(TEXTS)
@example("a\x01\x0b\ufffe]]></title><entry/>&#0;")
def test_the_feed_and_the_sitemap_are_xml_that_holds_the_words(words: str) -> None:
    made = files(words)
    tree, plain = (etree.fromstring(each["feed.xml"]) for each in (made, PLAIN))
    bare = shown(words)
    if bare:
        assert [each.tag for each in tree.iter()] == [each.tag for each in plain.iter()]
        assert shown(tree.findtext("{*}title") or "") == shown(tree.findtext("{*}entry/{*}title") or "") == bare
        assert bare in shown(tree.findtext("{*}entry/{*}rights") or "")
    assert elements(tree.findtext("{*}entry/{*}content") or "") <= SAFE
    locations = [
        etree.fromstring(each["sitemap.xml"]).xpath("count(//*[local-name()='loc'])") for each in (made, PLAIN)
    ]
    assert locations[0] == locations[1]
    assert not feedparser.parse(made["feed.xml"]).bozo


ADDRESSES = tuple(f"{scheme}{RUN}" for scheme in SCHEMES if not scheme.startswith("https:elsewhere"))
SAFE = {
    *(
        "div",
        "p",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "br",
        "dl",
        "dt",
        "dd",
        "s",
    ),
    *("table", "thead", "tbody", "tr", "th", "td", "q", "b", "h2", "h3", "cite"),
}


@settings(max_examples=_EXAMPLES)
@given(TEXTS)
@example("</script><script>alert(1)</script><!--\u2028")
def test_json_in_a_page_is_json_and_ends_where_it_ends(words: str) -> None:
    page = html.document_fromstring(files(words)["mill/index.html"])
    (script,) = page.xpath("//script[not(@src)]")
    data = json.loads(script.text or "")
    assert not re.search("[<>&\u2028\u2029]", script.text or "")
    if shown(words):
        assert shown(data["headline"]) == shown(words)
        assert data["@type"] == "Article"
    assert len(page.xpath("//script")) == len(html.document_fromstring(PLAIN["mill/index.html"]).xpath("//script"))


@settings(max_examples=_EXAMPLES)
@given(TEXTS)
@example('","@id":"https://elsewhere.invalid/","x":"')
def test_files_of_json_hold_the_words_and_no_key_besides(words: str) -> None:
    made, read = files(words), {}
    for path in ("mill/timeline.json", "mill/timeline.jsonld", "mill/annotations.jsonld"):
        read[path] = json.loads(made[path])
        assert keys(read[path]) <= keys(json.loads(PLAIN[path]))
    slides, events, notes = read.values()
    assert shown(html_text(slides["title"]["text"]["headline"])) == shown(events.get("name", "")) == shown(words)
    assert elements(slides["title"]["text"]["headline"]) == elements(slides["events"][0]["text"]["headline"]) == set()
    assert elements(slides["events"][0]["text"]["text"]) <= {"p", "a"}
    assert shown(notes["label"]) == shown(words)
    assert elements(notes["first"]["items"][0]["body"]["value"]) <= SAFE


@settings(max_examples=_EXAMPLES)
@given(TEXTS)
@example("a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b")
@example("a\rATTACH:b\nURL:c\x0bd\x85e\u2028f")
def test_a_calendar_has_one_event_and_no_line_besides(words: str) -> None:
    data = files(words)["mill/timeline.ics"]
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", b"".join(lines))
    names = [re.split(rb"[:;]", each)[0] for each in lines]
    expected = [
        re.split(rb"[:;]", each)[0] for each in PLAIN["mill/timeline.ics"].replace(b"\r\n ", b"").split(b"\r\n")
    ]
    assert names == expected or not shown(words)
    calendar = Calendar.from_ical(data)
    (entry,) = calendar.walk("VEVENT")
    assert shown(str(entry["summary"])) == called(words)
    assert shown(re.sub(r"\\(.)", r"\1", str(calendar.get("x-wr-calname", "")))) == shown(words)


@settings(max_examples=_EXAMPLES)
@given(TEXTS)
@example("=1+1")
@example("\t=1+1")
@example(' =1+1","\r\n=1')
@example("\u00a0=1+1")
@example("\uff1d1+1")
def test_a_table_has_one_row_and_no_formula(words: str) -> None:
    source = files(words)["mill/timeline.csv"].decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(source, newline=""))
    cells = dict(zip(head, row, strict=True))
    assert not [each for each in row if re.match(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]", each)]
    assert shown(cells["title"].removeprefix("'")) == called(words).removeprefix("'")
    assert shown(cells["reading"].removeprefix("'")) == shown(words).removeprefix("'")


@settings(max_examples=_EXAMPLES)
@given(TEXTS)
@example("}, author = {x}, note = {\\input{/etc/passwd}}}\n@misc{b, title = {c}}")
def test_a_bibliography_has_two_works_and_no_command(words: str) -> None:
    made = files(words)
    bibtex, csl = (next(made[path].decode() for path in made if path.endswith(end)) for end in (".bib", "cite.json"))
    entries = parse_string(bibtex, "bibtex").entries
    assert sorted(entries) == ["mill", "mill:source"]
    fields = {"title", "howpublished", "url", "note", "langid", "year", "month"}
    assert all({name.lower() for name in each.fields} <= fields for each in entries.values())
    assert not re.search(r"\\(?!text[a-z]+\{\}|[%&#_$])", bibtex)
    assert [each["id"] for each in json.loads(csl)] == ["mill:source", "mill"]
    if shown(words):
        assert shown(json.loads(csl)[0]["title"]) == shown(words)


def test_an_address_that_no_xml_can_hold_does_not_break_the_feed() -> None:
    made = replace(
        reading(((Role.TITLE, "The Mill"),)), metadata=Metadata(title="The Mill", url="https://example.org/\x01x")
    )
    outputs = {each.path: each.data for each in publish(made, site=replace(SITE, url="https://example.org/\ufffe/"))}
    tree = etree.fromstring(outputs["feed.xml"])
    assert tree.xpath("//*[@rel='via']/@href") == ["https://example.org/x"]
    assert etree.fromstring(outputs["sitemap.xml"]).findtext("{*}url/{*}loc") == "https://example.org//"


@pytest.mark.parametrize(
    "address", ["https://example.org/\x01", "https://example.org/\x85x", "https://example.org/\ufffe", *ADDRESSES]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    file = SourceFile("content/walk/reading.toml", f'seed = "walk.txt"\nurl = {toml_text(address)}\n'.encode())
    assert [each.code for each in read_reading(file).diagnostics] == ["url-invalid"]
