"""Copy as note: words selected on the page become an entry that finds exactly these words."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.preview.conftest import Start
from tests.preview.process import Preview
from tests.projects import PLAIN

NOTES = "content/walk/notes.md"
SELECT = """([css, words]) => {
  const block = [...document.querySelectorAll(css)].find((each) => each.textContent.includes(words));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error("not in one piece: " + words);
}"""


@pytest.fixture
def reading(preview: Preview, tab: Page) -> Page:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=preview.address.rstrip("/"))
    tab.goto(preview.address + "walk/")
    expect(tab.locator("#bend")).to_be_visible()
    return tab


def copied(page: Page) -> str:
    """What the clipboard holds."""
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")


def test_copied_pasted_saved_and_on_the_page(preview: Preview, reading: Page) -> None:
    reading.evaluate(SELECT, [".paragraph", "the miller's daughter"])
    reading.get_by_role("button", name="Copy as note").click()
    expect(reading.locator(".preview-heard")).to_have_text(f"Copied. Paste it into {NOTES}.")
    entry = copied(reading)
    assert entry == "## the miller's daughter\n\n> the miller's daughter\n\nWrite your note here.\n"
    preview.write(NOTES, PLAIN[NOTES] + "\n" + entry)
    expect(reading.locator("mark[data-notes='the-miller-s-daughter']")).to_have_text("the miller's daughter")
    expect(reading.locator(".note")).to_have_count(2)


def test_words_that_stand_twice_get_context(reading: Page) -> None:
    reading.evaluate(SELECT, [".paragraph", "river"])
    reading.get_by_role("button", name="Copy as note").click()
    expect(reading.locator(".preview-heard")).to_contain_text("Copied.")
    assert copied(reading) == "## river\n\n> **river** bends,\n\nWrite your note here.\n"


def test_by_keyboard(reading: Page) -> None:
    reading.evaluate(SELECT, [".paragraph", "village"])
    reading.keyboard.press("Shift+ArrowRight")
    expect(reading.get_by_role("button", name="Copy as note")).to_be_visible()
    reading.keyboard.press("Tab")
    expect(reading.get_by_role("button", name="Copy as note")).to_be_focused()
    reading.keyboard.press("Enter")
    expect(reading.locator(".preview-heard")).to_contain_text("Copied.")
    assert "> village" in copied(reading)


def test_by_mouse_across_blocks_and_over_what_the_page_adds(reading: Page) -> None:
    first = reading.locator("p.paragraph", has_text="The mill stands").bounding_box()
    last = reading.locator("p.paragraph", has_text="We heard it stop").bounding_box()
    assert first
    assert last
    reading.mouse.move(first["x"] + 4, first["y"] + 12)
    reading.mouse.down()
    reading.mouse.move(last["x"] + 120, last["y"] + 12, steps=5)
    reading.mouse.up()
    reading.get_by_role("button", name="Copy as note").click()
    expect(reading.locator(".preview-heard")).to_contain_text("Copied.")
    lines = copied(reading).split("\n\n")[1].splitlines()
    assert ">" in lines
    quoted = " ".join(line.removeprefix("> ") for line in lines)
    assert "where the river bends, and it has stood" in quoted
    assert "ice came early. > “We heard" in quoted


def test_escape_takes_the_offer_back_and_notes_offer_nothing(reading: Page) -> None:
    button = reading.get_by_role("button", name="Copy as note")
    reading.evaluate(SELECT, [".paragraph", "village"])
    expect(button).to_be_visible()
    reading.keyboard.press("Escape")
    expect(button).to_be_hidden()
    reading.evaluate(SELECT, [".paragraph", "winter"])
    expect(button).to_be_visible()
    reading.evaluate(SELECT, [".note p", "The river is the Aller"])
    expect(button).to_be_hidden()


def test_without_a_clipboard_the_entry_is_shown_to_be_selected(reading: Page) -> None:
    reading.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    reading.evaluate(SELECT, [".paragraph", "village"])
    reading.get_by_role("button", name="Copy as note").click()
    box = reading.get_by_role("dialog").get_by_role("textbox")
    expect(box).to_have_value("## village\n\n> village\n\nWrite your note here.\n")
    assert reading.evaluate("getSelection().toString() || document.activeElement.value.length") not in ("", 0)
    reading.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(reading.get_by_role("dialog")).to_be_hidden()


def test_letters_beyond_the_basic_plane_count_as_one(start: Start, project: Path, tab: Page) -> None:
    seed = PLAIN["seeds/walk.txt"].replace("Today the river", "𝔗oday 🌊🌊 the broad river")
    (project / "seeds/walk.txt").write_text(seed, "utf-8")
    begun = start()
    begun.wait_for("Built")
    tab.goto(begun.address + "walk/")
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    tab.evaluate(SELECT, [".paragraph", "broad river"])
    tab.get_by_role("button", name="Copy as note").click()
    expect(tab.get_by_role("dialog").get_by_role("textbox")).to_have_value(
        "## broad river\n\n> broad river\n\nWrite your note here.\n"
    )


@pytest.mark.parametrize(
    "wrong",
    [{"page": "/"}, {"first": "p-nowhere"}, {"last-at": "0", "first-at": "0"}, {"first-at": "-1", "last-at": "x"}],
)
def test_what_is_no_selection_has_no_quote(preview: Preview, wrong: dict[str, str]) -> None:
    block = next(iter(json.loads(preview.get("/-/state?page=/walk/")[2])["blocks"]))
    asked = {"page": "/walk/", "first": block, "first-at": "0", "last": block, "last-at": "6", **wrong}
    assert preview.get(f"/-/quote?{urlencode(asked)}")[0] == 404
