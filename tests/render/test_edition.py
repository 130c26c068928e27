"""The edition in parts: nothing is lost where much is parted, and a part is made of what it says it is made of."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator import dates
from generator.model import Edition, EventRow, Letters, Output, Piece, Reading, Term
from generator.render import Whole, chronicle, feeds, glossary
from generator.render.chronicle import Told, periods
from generator.verify import read_pages, verify
from tests.render.mill import BLOCKS, arabic, mill
from tests.render.samples import SITE, base_theme, contributions, event, page, publish, reading, term

_READING = contributions(mill())[0]
_WHEEL = term("wheel", "wheel", shared=True)


def again() -> Reading:
    """The same text with other entries, one of them shared."""
    return reading(BLOCKS, (_WHEEL, event("ice", "1951", "1951"), event("later", "1987")), slug="again")


def told(year: int, length: int) -> Told:
    """An event of a year whose entry has so many letters."""
    date = dates.parse(f"{year:04}" if year >= 0 else f"-{-year:04}")
    return EventRow(date.sort_key, date.raw, "", "stated", Piece(0, length, 1)), _READING


@given(st.lists(st.tuples(st.integers(-400, 2100), st.sampled_from([1000, 40_000, 90_000])), max_size=60))
def test_every_event_is_in_one_period_and_all_are_in_order(events: list[tuple[int, int]]) -> None:
    all_of_them = [told(year, length) for year, length in sorted(events)]
    parts = periods(all_of_them)
    whole = sum(each.html.size for each, _ in all_of_them)
    if whole <= chronicle.MOST:
        assert parts == ()
        return
    assert [each for part in parts for each in part.events] == all_of_them
    assert all(one.last < other.first for one, other in pairwise(parts))
    assert len({part.path for part in parts}) == len(parts)
    for part in parts:
        assert all(part.first <= dates.year_of(each.order) <= part.last for each, _ in part.events)
        assert part.first == part.last or sum(each.html.size for each, _ in part.events) <= chronicle.MOST


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> tuple[Output, ...]:
    """A site of which everything is parted that can be."""
    monkeypatch.setattr(chronicle, "MOST", 100)
    monkeypatch.setattr(glossary, "MOST", 100)
    assert isinstance(_WHEEL.entry, Term)
    return publish(mill(), arabic(), again(), shared=[_WHEEL.entry])


def test_every_event_has_its_page_and_the_timeline_leads_there(parted: tuple[Output, ...]) -> None:
    listed = html.fromstring(page(parted, "timeline.html")).xpath("//ul[@class='periods']//a/@href")
    assert listed == sorted((each.path for each in parted if each.path.startswith("timeline-")), key=_year)
    assert len(listed) > 2
    rows = [row for path in listed for row in html.fromstring(page(parted, path)).xpath("//ol[@class='timeline']/li")]
    readings = (mill(), arabic(), again())
    wanted = {f"event-{each.id}--{made.slug}" for made in readings for each in made.apparatus.events}
    assert {str(row.get("id")) for row in rows} == wanted
    assert len(rows) == len(wanted)


def test_a_period_leads_to_its_neighbours_and_back(parted: tuple[Output, ...]) -> None:
    paths = html.fromstring(page(parted, "timeline.html")).xpath("//ul[@class='periods']//a/@href")
    middle = html.fromstring(page(parted, paths[1]))
    assert middle.xpath("//ul[@class='periods']//a/@href") == [paths[0], paths[2]]
    assert middle.xpath("//p[@class='subtitle']/a/@href") == ["timeline.html"]


def test_a_term_has_a_page_for_its_passages(parted: tuple[Output, ...]) -> None:
    entry = html.fromstring(page(parted, "glossary.html")).get_element_by_id("term-wheel")
    assert entry.xpath(".//ul[@class='passages']//a/@href") == ["glossary-wheel.html"]
    own = html.fromstring(page(parted, "glossary-wheel.html")).get_element_by_id("term-wheel")
    passages = own.xpath(".//ul[@class='passages']//a/@href")
    assert passages
    assert all(each.startswith("again/index.html#u-wheel-") for each in passages)


def test_pages_in_parts_are_sound_and_known_to_search_engines(parted: tuple[Output, ...]) -> None:
    files = {each.path: each.size for each in parted}
    assert verify(read_pages(parted, SITE.url), files, dict) == ()
    known = set(re.findall(r"<loc>(.*?)</loc>", page(parted, "sitemap.xml")))
    assert {f"{SITE.url}{path}" for path in files if re.fullmatch(r"(timeline|glossary)-.*\.html", path)} <= known


def test_the_feed_holds_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 1)
    dated = replace(arabic(), metadata=replace(arabic().metadata, published="2024-05"))
    feed = page(publish(mill(), dated), "feed.xml")
    assert feed.count("<entry>") == 1
    assert dated.metadata.title in feed


def test_share_pictures_are_made_where_they_are_wanted() -> None:
    without = publish(mill(), site=replace(SITE, outputs=("feed",)))
    assert not [each.path for each in without if each.path.endswith(("share.png",))]
    assert "og:image" not in page(without)
    assert "og:title" in page(without)
    assert [each.path for each in publish(mill()) if each.path.endswith("share.png")]


def test_a_part_is_other_than_it_was_only_where_its_inputs_are() -> None:
    """Each reading in turn is changed: what has the same inputs has the same bytes."""
    edition = Edition(SITE, contributions(mill(), arabic()), ())
    before = _made(edition)
    for changed in (mill(), arabic()):
        facts = replace(changed.metadata, title="Another title")
        both = (replace(each, metadata=facts) if each.slug == changed.slug else each for each in (mill(), arabic()))
        other = contributions(*both)
        after = _made(replace(edition, readings=other))
        for name, (inputs, files) in after.items():
            if before[name][0] == inputs:
                assert files == before[name][1], name
        assert before["index"][0] != after["index"][0]


def _made(edition: Edition) -> dict[str, tuple[object, dict[str, bytes]]]:
    whole = Whole(edition, base_theme())
    parts = [*whole.pages(), *whole.others(Letters("a", ((0, 1),)))]
    return {each.name: (each.inputs, _files(each.make().value)) for each in parts}


def _files(outputs: tuple[Output, ...]) -> dict[str, bytes]:
    return {each.path: each.data for each in outputs}


def _year(path: str) -> int:
    return int(path.removeprefix("timeline-").removesuffix(".html").split("-")[0])
