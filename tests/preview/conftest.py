"""A project, its preview in a process, and a tab of a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator import cli
from tests.preview.process import PATIENCE, Preview
from tests.projects import make_project

Start = Callable[..., Preview]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The plain project with its quotes locked, so that there is nothing to be said about it."""
    root = make_project(tmp_path / "project")
    assert (
        cli.main(["build", "--project", str(root), "--out", str(tmp_path / "site"), "--quiet", "--no-cache"])
        == cli.FINE
    )
    return root


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    """Starts previews of the project, and ends them with the test."""
    running: list[Preview] = []

    def begin(*arguments: str, **settings: Path) -> Preview:
        running.append(Preview(project, *arguments, **settings))
        return running[-1]

    yield begin
    for each in running:
        each.end()


@pytest.fixture
def preview(start: Start) -> Preview:
    """A preview whose first build is done."""
    begun = start()
    begun.wait_for("Built")
    return begun


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh window. It fails the test if a page's policy forbids something, or a script of it fails."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []
