"""Writing with the preview open: what is saved is on the page, mistakes are shown and vanish, nothing ends it."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.preview.conftest import Start
from tests.preview.process import Preview
from tests.projects import PLAIN

NOTES = "content/walk/notes.md"
WRONG = "## The bend\n\n> where the river bendz\n\nThe river is the Aller.\n"


def note(body: str) -> str:
    """notes.md with one note of this body."""
    return f"## The bend {{#bend}}\n\n> where the river bends\n\n{body}\n"


@pytest.fixture
def reading(preview: Preview, tab: Page) -> Page:
    """The reading's page, open."""
    tab.goto(preview.address + "walk/")
    expect(tab.locator("#bend")).to_contain_text("The river is the Aller")
    return tab


def test_what_is_saved_is_on_the_page(preview: Preview, reading: Page) -> None:
    for words in ("Fast water.", "Slow water.", "No water at all."):
        preview.write(NOTES, note(words))
        expect(reading.locator("#bend")).to_contain_text(words)


def test_of_a_burst_of_saves_the_last_is_shown(preview: Preview, reading: Page) -> None:
    for count in range(30):
        preview.write(NOTES, note(f"Version {count}."))
        time.sleep(0.01 * (count % 5))
    expect(reading.locator("#bend")).to_contain_text("Version 29.")


def test_a_mistake_is_shown_over_the_last_good_site_and_vanishes(preview: Preview, reading: Page) -> None:
    preview.write(NOTES, WRONG)
    panel = reading.get_by_role("region", name="Messages of the preview")
    expect(panel).to_be_visible()
    for words in ("1 error", "this quote is not in the reading", f"{NOTES}:3:3", "where the river bends", "Fix:"):
        expect(panel).to_contain_text(words)
    expect(panel.locator(".preview-meant")).to_have_text("where the river bendz")
    expect(reading.locator("#bend")).to_contain_text("The river is the Aller")
    preview.write(NOTES, note("Mended."))
    expect(reading.locator("#bend")).to_contain_text("Mended.")
    expect(panel).to_be_hidden()


def test_a_mistake_that_is_taken_back_vanishes_too(preview: Preview, reading: Page) -> None:
    panel = reading.get_by_role("region", name="Messages of the preview")
    preview.write(NOTES, WRONG)
    expect(panel).to_be_visible()
    preview.write(NOTES, PLAIN[NOTES])
    expect(panel).to_be_hidden()


def test_the_panel_can_be_closed_by_keyboard_and_comes_back_with_another_mistake(
    preview: Preview, reading: Page
) -> None:
    panel = reading.get_by_role("region", name="Messages of the preview")
    preview.write(NOTES, WRONG)
    expect(panel).to_be_visible()
    panel.get_by_role("button", name="Close").press("Enter")
    expect(panel).to_be_hidden()
    preview.write(NOTES, WRONG + "\n## Another\n\n> nowhere at all\n\nWords.\n")
    expect(panel).to_contain_text("2 errors")


def test_nothing_that_an_author_wrote_runs_in_the_panel(preview: Preview, reading: Page) -> None:
    preview.write(NOTES, "## A\n\n> <img src=x onerror=document.title='run'> not there\n\nB.\n")
    panel = reading.get_by_role("region", name="Messages of the preview")
    expect(panel.locator(".preview-source")).to_contain_text("<img src=x")
    assert panel.locator("img").count() == 0


def test_warnings_are_counted_and_folded(preview: Preview, reading: Page) -> None:
    preview.write("content/walk/glossary.md", "## Windmill\n\nTurned by wind.\n")
    panel = reading.get_by_role("region", name="Messages of the preview")
    expect(panel).to_contain_text("1 warning")
    expect(panel.get_by_text("Windmill").first).to_be_hidden()
    panel.locator("summary").click()
    expect(panel.locator("li")).to_be_visible()


def test_a_project_that_begins_broken_becomes_the_site_when_it_is_mended(
    start: Start, project: Path, tab: Page
) -> None:
    (project / NOTES).write_text(WRONG, "utf-8")
    begun = start()
    tab.goto(begun.address + "walk/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("There is no site to show yet")
    expect(tab.locator("main")).to_contain_text("this quote is not in the reading")
    begun.write(NOTES, PLAIN[NOTES])
    expect(tab.locator("#bend")).to_contain_text("The river is the Aller")


def test_a_new_reading_appears_and_a_renamed_one_moves(preview: Preview, reading: Page) -> None:
    seed = PLAIN["seeds/walk.txt"].replace("A Walk to the Mill", "A Second Walk")
    preview.write("seeds/second.txt", seed)
    preview.write("content/second/reading.toml", 'seed = "second.txt"\ntitle = "A Second Walk"\n')
    reading.goto(preview.address)
    expect(reading.get_by_role("link", name="A Second Walk")).to_be_visible()
    reading.goto(preview.address + "second/")
    expect(reading.get_by_role("heading", level=1)).to_contain_text("A Second Walk")
    (preview.project / "content/second").rename(preview.project / "content/third")
    expect(reading.get_by_role("heading", level=1)).to_have_text("There is no such page")
    (preview.project / "content/third").rename(preview.project / "content/second")
    expect(reading.get_by_role("heading", level=1)).to_contain_text("A Second Walk")


def test_a_file_that_is_deleted_goes_from_the_page(preview: Preview, reading: Page) -> None:
    (preview.project / NOTES).unlink()
    expect(reading.locator("aside#bend")).to_have_count(0)


def test_saving_by_rename_and_in_two_steps(preview: Preview, reading: Page) -> None:
    path = preview.project / NOTES
    (path.parent / "4913").write_text("", "utf-8")
    (path.parent / "4913").unlink()
    path.rename(path.with_name("notes.md~"))
    path.write_text(note("By rename."), "utf-8")
    path.with_name("notes.md~").unlink()
    expect(reading.locator("#bend")).to_contain_text("By rename.")
    beside = path.with_name(".notes.md.swp")
    beside.write_text(note("Moved over it."), "utf-8")
    beside.replace(path)
    expect(reading.locator("#bend")).to_contain_text("Moved over it.")
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        time.sleep(0.05)
        file.write(note("In two steps."))
    expect(reading.locator("#bend")).to_contain_text("In two steps.")


def test_what_is_no_input_is_not_built(preview: Preview, reading: Page) -> None:
    preview.write("site/index.html", "Something")
    preview.write(".git/HEAD", "ref")
    preview.write(".cache/x", "x")
    preview.write("content/walk/.notes.md.swp", "swap")
    preview.write("content/walk/notes.md~", "backup")
    time.sleep(0.5)
    builds = sum("Built" in line for line in preview.said)
    preview.write(NOTES, note("An input."))
    expect(reading.locator("#bend")).to_contain_text("An input.")
    assert sum("Built" in line for line in preview.said) - builds <= 2


def test_settings_and_seeds_are_watched(preview: Preview, reading: Page) -> None:
    preview.write("content/site.toml", 'title = "Other papers"\n')
    expect(reading.locator(".page-header")).to_contain_text("Other papers")
    preview.write("seeds/walk.txt", PLAIN["seeds/walk.txt"].replace("without the sound", "without a sound"))
    expect(reading.locator("article")).to_contain_text("without a sound")


def test_a_theme_made_meanwhile_is_taken_and_a_style_changes_without_a_reload(preview: Preview, reading: Page) -> None:
    preview.write("themes/blue/theme.toml", 'extends = "base"\n')
    preview.write("themes/blue/styles/own.css", "h1 { letter-spacing: 1px; }")
    preview.write("content/site.toml", 'title = "Readings"\ntheme = "blue"\n')
    expect(reading.get_by_role("heading", level=1)).to_have_css("letter-spacing", "1px")
    reading.evaluate("window.stayed = true")
    preview.write("themes/blue/styles/own.css", "h1 { letter-spacing: 2px; }")
    expect(reading.get_by_role("heading", level=1)).to_have_css("letter-spacing", "2px")
    assert reading.evaluate("window.stayed") is True


def test_a_template_that_fails_is_a_diagnostic_and_no_end(preview: Preview, reading: Page) -> None:
    preview.write("content/site.toml", 'title = "Readings"\ntheme = "odd"\n')
    preview.write("themes/odd/theme.toml", 'extends = "base"\n')
    preview.write("themes/odd/templates/index.html", "{{ nothing.at.all }}")
    expect(reading.get_by_role("region", name="Messages of the preview")).to_contain_text(
        "this template cannot be used"
    )
    shutil.rmtree(preview.project / "themes/odd/templates")
    expect(reading.get_by_role("region", name="Messages of the preview")).to_be_hidden()


PLANTED = """
from generator import project

real = project.read_edition

def read_edition(root, url):
    if (root / "content/fault.md").exists():
        raise MemoryError("planted")
    return real(root, url)

project.read_edition = read_edition
"""
"""A fault of the generator; Python runs a module of this name before the program."""


def test_a_fault_of_the_generator_is_shown_and_no_end(start: Start, tab: Page, tmp_path: Path) -> None:
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted/sitecustomize.py").write_text(PLANTED, "utf-8")
    preview = start(before=tmp_path / "planted")
    preview.wait_for("Built")
    tab.goto(f"{preview.address}walk/index.html")
    preview.write("content/fault.md", "It is there.\n")
    panel = tab.get_by_role("region", name="Messages of the preview")
    expect(panel).to_contain_text("the generator itself failed: MemoryError: planted")
    (preview.project / "content/fault.md").unlink()
    expect(panel).to_be_hidden()


def test_the_content_can_go_and_come_back(preview: Preview, reading: Page) -> None:
    content = preview.project / "content"
    content.rename(preview.project / "aside")
    expect(reading.get_by_role("region", name="Messages of the preview")).to_contain_text("there is no reading")
    shutil.copytree(preview.project / "aside", content)
    expect(reading.get_by_role("region", name="Messages of the preview")).to_be_hidden()
    preview.write(NOTES, note("In a new folder."))
    expect(reading.locator("#bend")).to_contain_text("In a new folder.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible_and_fits_a_phone(
    preview: Preview, reading: Page, scheme: Literal["light", "dark"]
) -> None:
    reading.set_viewport_size({"width": 360, "height": 740})
    reading.emulate_media(color_scheme=scheme)
    preview.write("content/walk/glossary.md", "## Windmill\n\nTurned by wind.\n")
    preview.write(NOTES, WRONG.replace("bendz", "bendz" + "withoutaspace" * 12))
    expect(reading.locator(".preview-panel")).to_contain_text("1 error, 1 warning")
    assert reading.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(reading, context=".preview-panel")
    assert found.response["violations"] == []


def test_two_tabs_both_follow(preview: Preview, reading: Page) -> None:
    other = reading.context.new_page()
    other.goto(preview.address + "walk/")
    preview.write(NOTES, note("For both."))
    for page in (reading, other):
        expect(page.locator("#bend")).to_contain_text("For both.")


def test_the_place_on_the_page_and_what_is_open_are_kept(start: Start, project: Path, tab: Page) -> None:
    paragraphs = "\n\n".join(
        f"Paragraph {n} of a walk that goes on for many a mile along the river." for n in range(60)
    )
    (project / "seeds/walk.txt").write_text(PLAIN["seeds/walk.txt"] + "\n" + paragraphs + "\n", "utf-8")
    long = " ".join(f"Word {n} of a long note." for n in range(60))
    first = f"{note('Short.')}\n## Long {{#long}}\n\n> Paragraph 40 of\n\nOne.\n\n{long}\n\n{long}\n"
    (project / NOTES).write_text(first, "utf-8")
    begun = start()
    begun.wait_for("Built")
    tab.goto(begun.address + "walk/#r-long")
    tab.locator("#long summary").click()
    tab.locator(".page-display > summary").click()
    tab.get_by_role("radio", name="all").focus()
    tab.evaluate("document.querySelector('#r-long').scrollIntoView({ block: 'center', behavior: 'instant' })")
    top = tab.evaluate("document.querySelector('#r-long').getBoundingClientRect().top")
    begun.write(NOTES, first.replace("Short.", "Longer."))
    expect(tab.locator("#bend")).to_contain_text("Longer.")
    tab.wait_for_function("document.readyState === 'complete' && history.scrollRestoration === 'auto'")
    assert tab.locator("#long details").evaluate("each => each.open")
    after = tab.evaluate("document.querySelector('#r-long').getBoundingClientRect().top")
    assert abs(after - top) < 40


def test_a_page_goes_on_when_the_preview_is_started_again(start: Start, preview: Preview, reading: Page) -> None:
    port = preview.address.rstrip("/").rpartition(":")[2]
    preview.end()
    preview.write(NOTES, note("Written meanwhile."))
    start("--port", port)
    expect(reading.locator("#bend")).to_contain_text("Written meanwhile.")


def test_drafts_are_shown_and_marked(preview: Preview, reading: Page) -> None:
    preview.write("content/walk/reading.toml", PLAIN["content/walk/reading.toml"] + "draft = true\n")
    expect(reading.locator("article .draft")).to_have_text("Draft")
    reading.goto(preview.address)
    expect(reading.locator(".readings .draft")).to_have_text("Draft")


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs file modes"
)
def test_a_file_that_cannot_be_read_is_told(preview: Preview, reading: Page) -> None:
    (preview.project / NOTES).chmod(0)
    expect(reading.get_by_role("region", name="Messages of the preview")).to_contain_text("cannot be read")


def test_the_state_of_a_page_is_plain_json(preview: Preview) -> None:
    state = json.loads(preview.get("/-/state?page=%2Fwalk%2F")[2])
    assert state["diagnostics"] == []
    assert any("where the river bends" in words for words in state["blocks"].values())
