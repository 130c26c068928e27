"""Options, and the browser, that tests of several folders share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# A property may be false; it may not be slow: no test here fails for the time it takes.
settings.register_profile("patient", deadline=None)
settings.register_profile("long", deadline=None, max_examples=100_000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write expected outputs anew instead of comparing them")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the machine; where there is none the tests are skipped, but never on a CI machine."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = own if Path(own).exists() else path
        if path is None and os.environ.get("CI"):
            pytest.fail("no Chromium on this machine")
        if path is None:
            pytest.skip("no Chromium on this machine: install it, or run `playwright install chromium`")
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
