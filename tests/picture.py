"""Makes the pictures in README.md: `python tests/picture.py`. Needs Chromium and the test dependencies."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / ".github"


def main() -> int:
    """Builds the site into a temporary folder and photographs the first reading; returns the exit status."""
    sys.path.insert(0, str(ROOT))
    from generator import cli

    chromium = shutil.which("chromium")
    if not chromium:
        print("There is no chromium on this machine.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        if cli.main(["--project", str(ROOT), "--out", f"{folder}/site", "--quiet"]):
            return 1
        flags = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
        browser = playwright.chromium.launch(executable_path=chromium, args=flags.split())
        page = browser.new_page(viewport={"width": 1360, "height": 860}, color_scheme="light")
        page.goto(Path(folder, "site/tajik-widows/index.html").as_uri())
        page.screenshot(path=PICTURES / "reading.png")
        page.set_viewport_size({"width": 1360, "height": 752})
        page.locator("#page-timeline").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
        page.screenshot(path=PICTURES / "timeline.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
