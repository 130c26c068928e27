"""The workflows: what they may do, what they call, and that what they call is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
OFFICIAL = re.compile(r"actions/[a-z-]+@v\d+")


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def _steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_two() -> None:
    assert [path.name for path in FILES] == ["pages.yml", "tests.yml"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_only_the_deployment_may_write(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        written = {scope for scope, right in job.get("permissions", {}).items() if right == "write"}
        assert written == ({"pages", "id-token"} if name == "deploy" else set())
        assert 0 < job["timeout-minutes"] <= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_official_and_no_value_is_pasted_into_a_script(path: Path) -> None:
    for step in _steps(_read(path)):
        if "uses" in step:
            assert OFFICIAL.fullmatch(step["uses"]), step["uses"]
        assert "${{" not in step.get("run", "")
        assert step.get("with", {}).get("persist-credentials", False) is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_strangers_pull_requests_run_without_rights(path: Path) -> None:
    # YAML takes the bare word `on` for a truth.
    triggers = _read(path)[True]  # type: ignore[index]
    assert "pull_request" in triggers
    assert "pull_request_target" not in triggers
    assert "secrets." not in path.read_text("utf-8")


def test_pull_requests_are_built_and_never_published() -> None:
    jobs = _read(ROOT / ".github/workflows/pages.yml")["jobs"]
    assert "github.event_name != 'pull_request'" in jobs["deploy"]["if"]
    assert jobs["deploy"]["environment"]["name"] == "github-pages"
    for step in jobs["build"]["steps"]:
        if re.match(r"actions/(configure-pages|upload-pages-artifact)@", step.get("uses", "")):
            assert step["if"] == "github.event_name != 'pull_request'"


def test_the_site_is_built_for_the_address_that_pages_gives_it() -> None:
    steps = _steps(_read(ROOT / ".github/workflows/pages.yml"))
    build = next(step for step in steps if step.get("name") == "Build")
    assert build["env"]["URL"] == "${{ steps.pages.outputs.base_url }}"
    assert build["run"].startswith("python build.py --frozen --url ")
    assert next(step["with"]["path"] for step in steps if "upload-pages" in step.get("uses", "")) == "site"


def test_every_system_and_python_is_tested() -> None:
    matrix = _read(ROOT / ".github/workflows/tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert [each.split("-")[0] for each in matrix["system"]] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
