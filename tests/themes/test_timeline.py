"""The timeline in a real browser: its drawings at any width, without a script, and under a finger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.model import Metadata, Reading, Role
from tests.render.samples import event, publish, reading

TEXT = (
    "The river was dammed in 1632. The mill was founded in 1874 and its wheel turned until May 1951.",
    "Last year a report told of it. In January, more than three years ago and on February 3 people spoke of the 1990s.",
    "It was sold between 1920 and 1933, and since 2014 it has been empty. Caesar never saw it.",
)
BOXES = """selector => [...document.querySelectorAll(selector)].map(e => {
  const box = e.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"""


def told(slug: str) -> Reading:
    """A reading with dates of every kind, and events of every standing."""
    return reading(
        ((Role.TITLE, f"The Mill of {slug}"), *((Role.PARAGRAPH, each) for each in TEXT)),
        (
            event("dam", "1632", "dammed in 1632"),
            event("founding", "1874", "founded in 1874"),
            event("wheel", "1951-05-12~", "its wheel turned until May 1951"),
            event("sale", "1920/1933", "sold between 1920 and 1933"),
            event("empty", "2014/..", "since 2014 it has been empty"),
            event("caesar", "-0043-03-15", "Caesar never saw it"),
            event("flood", "1993"),
        ),
        slug=slug,
        facts=Metadata(published="2019-02-12"),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("timeline")
    for output in publish(told("bend"), told("weir")):
        path = root / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    return root


@pytest.fixture(params=[360, 1440])
def bare(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window without a script, as narrow as a phone or as wide as a desk's."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["bend/index.html", "timeline.html"])
def test_labels_collide_with_nothing(path: str, site: Path, bare: Page) -> None:
    bare.goto((site / path).as_uri())
    labels = _boxes(bare, ".drawing .row p")
    assert len(labels) == (7 if path == "bend/index.html" else 14)
    assert not [pair for pair in combinations(labels, 2) if _overlap(*pair)]
    marks = _boxes(bare, ".drawing .row > :is(circle, rect)")
    assert len(marks) == len(labels)
    assert not [(label, mark) for label in labels for mark in marks if _overlap(label, mark)]
    ticks = _boxes(bare, ".drawing .axis text")
    assert len(ticks) > 1
    assert not [pair for pair in combinations([*ticks, labels[0]], 2) if _overlap(*pair)]


def test_nothing_of_a_drawing_stands_out_of_the_page(site: Path, bare: Page) -> None:
    for path in ("bend/index.html", "timeline.html"):
        bare.goto((site / path).as_uri())
        wide = bare.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1]


def test_each_point_is_a_named_link_that_a_finger_hits_alone(site: Path, bare: Page) -> None:
    bare.goto((site / "bend/index.html").as_uri())
    targets = _boxes(bare, ".telling a")
    names = bare.eval_on_selector_all(".telling a", "all => all.map(e => e.getAttribute('aria-label'))")
    assert len(targets) == len(names) > 8
    assert "“Last year”, 2018" in names
    assert all(right - left >= 24 and bottom - top >= 24 for left, top, right, bottom in targets)
    assert not [pair for pair in combinations(targets, 2) if _overlap(*pair)]
    tops = [top for _, top, _, _ in targets]
    assert all(one < two for one, two in pairwise(tops))


def test_each_point_leads_to_its_words_and_is_repeated_in_the_list(site: Path, bare: Page) -> None:
    bare.goto((site / "bend/index.html").as_uri())
    drawn = bare.eval_on_selector_all(".telling a", "all => all.map(e => e.getAttribute('href'))")
    listed = bare.eval_on_selector_all(".spoken li > a:first-child", "all => all.map(e => e.getAttribute('href'))")
    assert drawn == listed
    assert all(bare.locator(f"article {address}").count() == 1 for address in drawn)


def test_the_drawing_that_holds_no_link_is_hidden_and_the_other_is_named(site: Path, bare: Page) -> None:
    bare.goto((site / "bend/index.html").as_uri())
    assert bare.locator(".drawing[aria-hidden=true]").count() == 1
    assert bare.locator(".drawing a").count() == 0
    group = bare.get_by_role("group", name="The dates of the text")
    assert group.get_by_role("link").count() == bare.locator(".telling a").count()


def test_what_the_text_does_not_give_is_said_in_words(site: Path, bare: Page) -> None:
    bare.goto((site / "bend/index.html").as_uri())
    said = {name: bare.locator(f"#event-{name}").inner_text() for name in ("dam", "wheel", "caesar", "flood")}
    assert "editor" not in said["dam"]
    assert "The date is the editor’s; the text says: until May 1951" in said["wheel"]
    assert "The date is the editor’s; the text does not give it." in said["caesar"]
    assert "Supplied by the editor; the text does not speak of it." in said["flood"]


def test_one_readings_events_can_be_seen_alone_without_a_script(site: Path, bare: Page) -> None:
    bare.goto((site / "timeline.html").as_uri())
    bare.get_by_label("The Mill of weir (7)").check()
    shown = [each for each in bare.locator(".event-entry").all() if each.is_visible()]
    assert len(shown) == 7
    assert all(str(each.get_attribute("id")).endswith("--weir") for each in shown)
    assert sum(each.is_visible() for each in bare.locator(".drawing .row").all()) == 7
    bare.get_by_label("all readings").check()
    assert sum(each.is_visible() for each in bare.locator(".event-entry").all()) == 14


def test_a_date_leads_to_its_event_and_the_event_back(site: Path, bare: Page) -> None:
    bare.goto((site / "bend/index.html").as_uri())
    dated = bare.locator("article a.date", has_text="between 1920 and 1933")
    assert dated.get_attribute("href") == "#event-sale"
    assert bare.locator("#event-sale a[href='#e-sale']").count() == 1
    assert bare.locator("article time", has_text="1632").get_attribute("datetime") == "1632"


def _boxes(page: Page, selector: str) -> list[Any]:
    """Of what is shown: without a script a page can still be asked by its tester."""
    return [each for each in page.evaluate(f"({BOXES})({selector!r})") if each[2] > each[0]]


def _overlap(one: Any, two: Any) -> bool:  # noqa: ANN401
    return bool(min(one[2], two[2]) - max(one[0], two[0]) > 0.5 and min(one[3], two[3]) - max(one[1], two[1]) > 0.5)
