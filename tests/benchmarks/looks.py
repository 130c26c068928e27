"""`python -m tests.benchmarks.looks [DIR]`: our page beside Tufte CSS, the same text and notes, on screens and paper.

Makes one picture for each width, in the dark, and of the first sheets of paper: ours on the left. Tufte CSS and its
face come from npm when the command runs and stay in a temporary folder; where npm is not there, ours stands alone.
"""

from __future__ import annotations

import html
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from generator import markdown, pipeline
from generator.model import Note, Role, Summary

ROOT = Path(__file__).parents[2]
SLUG = "tajik-widows"
WIDTHS = (1440, 1024, 768, 360)
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main(out: Path) -> int:
    """Writes the pictures into a folder and names them; returns the exit status."""
    built = pipeline.build(ROOT)
    if built.failed:
        print("The site has errors: python build.py check.", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = [_ours(Path(folder, "ours"), built.value)]
        pages += _tufte(Path(folder, "tufte"), built.value)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        for name, pictures in _photographs(browser, pages, Path(folder)):
            _beside(pictures).save(out / f"{name}.png")
            print(out / f"{name}.png")
        browser.close()
    return 0


def _ours(folder: Path, site: pipeline.Site) -> Path:
    for output in site.outputs:
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    return folder / SLUG / "index.html"


def _tufte(folder: Path, site: pipeline.Site) -> list[Path]:
    folder.mkdir()
    npm = shutil.which("npm")
    done = npm and subprocess.run([npm, "install", "--prefix", folder, "tufte-css"], capture_output=True)
    if not done or done.returncode:
        print("Tufte CSS cannot be had from npm here; ours stands alone.", file=sys.stderr)
        return []
    package = folder / "node_modules/tufte-css"
    reading = site.summaries[SLUG]
    page = package / "page.html"
    page.write_text(_tufte_page(reading, site), "utf-8")
    return [page]


def _tufte_page(reading: Summary, site: pipeline.Site) -> str:
    """The same text and notes in that stylesheet's own markup: a side note behind the words it is about."""
    notes = iter(enumerate(reading.notes, 1))
    waiting = next(notes, None)
    parts = []
    for block in site.documents[reading.slug].blocks:
        words = html.escape(block.text)
        while waiting and waiting[1].selector and waiting[1].selector.exact.split(" … ")[-1] in block.text:
            words = _noted(words, *waiting)
            waiting = next(notes, None)
        tag = {Role.TITLE: "h1", Role.HEADING: "h2"}.get(block.kind, "p")
        parts.append(f"<{tag}>{words}</{tag}>")
    head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    head += '<title>Tufte CSS</title><link rel="stylesheet" href="tufte.css">'
    return f"{head}<article>{parts[0]}<section>{''.join(parts[1:])}</section></article>"


def _noted(words: str, number: int, note: Note) -> str:
    assert note.selector
    end = words.find(html.escape(note.selector.exact.split(" … ")[-1])) + len(
        html.escape(note.selector.exact.split(" … ")[-1])
    )
    body = html.escape(markdown.words(note.body.text))
    mark = f'<label for="n{number}" class="margin-toggle sidenote-number"></label>'
    box = f'<input type="checkbox" id="n{number}" class="margin-toggle"/>'
    return f'{words[:end]}{mark}{box}<span class="sidenote">{body}</span>{words[end:]}'


def _photographs(browser: Browser, pages: list[Path], folder: Path) -> Iterator[tuple[str, list[Image.Image]]]:
    for width in WIDTHS:
        yield str(width), [_screen(browser, page, width, dark=False) for page in pages]
    yield "dark", [_screen(browser, page, 1440, dark=True) for page in pages]
    yield "paper", [_paper(browser, page, folder) for page in pages]


def _screen(browser: Browser, page: Path, width: int, dark: bool) -> Image.Image:
    context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme="dark" if dark else "light")
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.evaluate("document.fonts.ready.then(() => true)")
    data = tab.screenshot()
    context.close()
    return Image.open(io.BytesIO(data))


def _paper(browser: Browser, page: Path, folder: Path) -> Image.Image:
    tab = browser.new_page()
    tab.goto(page.as_uri())
    tab.pdf(path=folder / "page.pdf", format="A4", prefer_css_page_size=True)
    tab.close()
    for old in folder.glob("sheet*.png"):
        old.unlink()
    command = ["pdftoppm", "-r", "80", "-png", "-l", "2", str(folder / "page.pdf"), str(folder / "sheet")]
    subprocess.run(command, check=True)
    sheets = []
    for path in sorted(folder.glob("sheet*.png")):
        with Image.open(path) as sheet:
            sheets.append(sheet.copy())
    return _beside(sheets)


def _beside(pictures: list[Image.Image]) -> Image.Image:
    whole = Image.new(
        "RGB", (sum(each.width + 8 for each in pictures), max(each.height for each in pictures)), "#888888"
    )
    left = 0
    for each in pictures:
        whole.paste(each, (left, 0))
        left += each.width + 8
    return whole


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".cache/looks"))
