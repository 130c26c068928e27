"""Printed, every note is there whole, and addresses are spelled out."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.render.mill import mill
from tests.render.samples import page, publish


@pytest.fixture(scope="module", params=[True, False], ids=["with script", "without"])
def paper(
    request: pytest.FixtureRequest, browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The words of the reading's page as Chromium prints it, letters only."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext (poppler-utils) on this machine")
    path: Path = tmp_path_factory.mktemp("paper") / "mill.pdf"
    context = browser.new_context(java_script_enabled=bool(request.param))
    tab = context.new_page()
    tab.goto(address + "mill/index.html")
    tab.pdf(path=str(path), format="A4", prefer_css_page_size=True)
    context.close()
    words = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return _letters(words)


def test_every_note_is_on_paper(paper: str) -> None:
    tree = html.document_fromstring(page(publish(mill())).encode())
    for part in tree.xpath("//aside[@role='doc-footnote']//p | //aside[@role='doc-footnote']//td"):
        assert _letters(part.text_content()) in paper


def test_the_text_is_on_paper(paper: str) -> None:
    tree = html.document_fromstring(page(publish(mill())).encode())
    for block in tree.xpath("//*[starts-with(@id, 'p-mill-')]"):
        assert _letters(block.text_content()) in paper


def test_addresses_are_spelled_out(paper: str) -> None:
    assert _letters("https://example.org/a/rather/long/address/of/a/page") in paper


def test_what_only_works_on_a_screen_is_not_printed(paper: str) -> None:
    assert "cleantext" not in paper


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()
