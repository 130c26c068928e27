"""Old addresses of a page: each leads to what it meant, or to a word that it is gone; none is given twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from generator.model import Former, Lock, Reading
from tests.render.mill import mill
from tests.render.samples import page, publish


def with_former(former: dict[str, Former]) -> Reading:
    made = mill()
    ids = {block.id: block.text for block in made.document.blocks}
    names = {f"note:{each.id}": each.title for each in made.apparatus.notes}
    return replace(made, lock=Lock({}, {**ids, **names}, former))


def tree(former: dict[str, Former]) -> html.HtmlElement:
    return html.document_fromstring(page(publish(with_former(former))).encode())


def test_a_block_keeps_its_old_id_as_a_further_target() -> None:
    block = mill().document.blocks[3].id
    target = tree({"p-old-1234": Former(block, "Old words")}).get_element_by_id("p-old-1234")
    assert target.xpath("ancestor::*[@id][1]/@id") == [block]
    assert target.text_content() == ""


def test_a_note_with_another_heading_keeps_its_old_ids() -> None:
    made = tree({"note:old": Former("note:inner", "Old heading")})
    assert made.get_element_by_id("old").xpath("ancestor::aside/@id") == ["inner"]
    words = made.get_element_by_id("q-inner").xpath("ancestor::p/@id")
    for name in ("q-old", "r-old"):
        assert made.get_element_by_id(name).xpath("ancestor::p/@id") == words


@pytest.mark.parametrize(
    ("name", "id_", "said"),
    [
        ("p-old-1234", "p-old-1234", "It is no longer in the text."),
        ("note:old", "old", "The note “Old” stood here."),
        ("term:old", "term-old", "The entry “Old” has been taken out of the glossary."),
        ("event:old", "event-old", "The event “Old” has been taken out of the timeline."),
    ],
)
def test_what_is_gone_is_said_where_it_stood(name: str, id_: str, said: str) -> None:
    block = mill().document.blocks[3].id
    made = tree({name: Former("", "Old", block)})
    gone = made.get_element_by_id(id_)
    assert said in gone.text_content()
    assert gone.xpath("../../*[@id]/@id")[0] == block


def test_what_the_page_has_again_is_no_old_address() -> None:
    former = {"note:inner": Former("", "Inner"), mill().document.blocks[3].id: Former("", "Words")}
    counts: Counter[str] = Counter(tree(former).xpath("//@id"))
    assert not [each for each, count in counts.items() if count > 1]


def test_the_word_is_shown_to_those_alone_who_follow_the_link(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("former")
    block = mill().document.blocks[3].id
    for each in publish(with_former({"note:old": Former("", "Old", block)})):
        path = folder / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.data)
    tab = browser.new_page(java_script_enabled=False, viewport={"width": 1000, "height": 400})
    address = (folder / "mill/index.html").as_uri()
    tab.goto(address)
    assert not tab.locator("#old").is_visible()
    for name in ("old", "q-old"):
        tab.goto("about:blank")
        tab.goto(f"{address}#{name}")
        expect(tab.locator("#old")).to_be_in_viewport()
    tab.close()
