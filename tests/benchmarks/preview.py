"""How long from saving notes.md to the new words in the page: `python -m tests.benchmarks.preview [PROJECT]`.

Measured in a real Chromium on a copy of the project, by the clock of one machine: from just before the write until the
document of the reloaded page holds the words, and until the first frame after that.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import FLAGS
from tests.preview.process import Preview

ROOT = Path(__file__).parents[2]
ROUNDS = 25
_PARSED = "() => performance.timeOrigin + performance.getEntriesByType('navigation')[0].domInteractive"
"""When the browser had read the whole page, in milliseconds since 1970."""
_PATIENCE = 900.0
"""Seconds that the first build of a large project may take."""


def main(project: Path) -> None:
    """Prints the figures for a project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        for part in ("content", "seeds", "themes"):
            if (project / part).is_dir():
                shutil.copytree(project / part, copy / part)
        preview = Preview(copy)
        try:
            preview.wait_for("Built", _PATIENCE)
            for quick in (False, True):
                taken = _measure(preview, quick)
                name = "saves 0.3 s apart" if quick else "saves 3.5 s apart"
                for what, times in zip(("in the document", "in a frame"), zip(*taken, strict=True), strict=True):
                    middle, worst = statistics.median(times), max(times)
                    print(f"{name}, {what}: median {middle:.0f} ms, worst {worst:.0f} ms of {len(times)}")
        finally:
            preview.end()


def _measure(preview: Preview, quick: bool) -> list[tuple[float, float]]:
    notes = next((preview.project / "content").glob("*/notes.md"))
    before = notes.read_text("utf-8")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    taken: list[tuple[float, float]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{preview.address}{notes.parent.name}/")
        for count in range(ROUNDS if quick else 5):
            time.sleep(0.3 if quick else 3.5)
            words = f"Measured {count} {quick}."
            begun = time.time()
            notes.write_text(f"{before}\n## Clock\n\n{words}\n", "utf-8")
            page.wait_for_function("words => document.querySelector('#clock')?.textContent.includes(words)", arg=words)
            seen = (time.time() - begun) * 1000
            taken.append((page.evaluate(_PARSED) - begun * 1000, seen))
        browser.close()
    notes.write_text(before, "utf-8")
    time.sleep(1)
    return taken


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
