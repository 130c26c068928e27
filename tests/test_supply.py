"""What the project is made of: libraries in ranges and in tested versions, and no way in which data becomes code."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
FACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONSTRAINTS = (ROOT / ".github/constraints.txt").read_text("utf-8").splitlines()
MODULES = [ROOT / "build.py", *sorted((ROOT / "generator").rglob("*.py"))]
FORBIDDEN = {"eval", "exec", "compile", "__import__"}


def _name(written: str) -> str:
    return re.sub(r"[-_.]+", "-", written).lower()


def _tested() -> dict[str, str]:
    lines = (line.split("==") for line in CONSTRAINTS if not line.startswith("#"))
    return {_name(name): version for name, version in lines}


@pytest.mark.parametrize("written", FACTS["dependencies"])
def test_each_library_has_a_range_that_ends(written: str) -> None:
    bounds = {each.operator for each in Requirement(written).specifier}
    assert ">=" in bounds
    assert bounds & {"<", "<=", "~="}


def test_the_tested_versions_are_in_the_ranges() -> None:
    wanted = [
        *FACTS["dependencies"],
        *FACTS["optional-dependencies"]["test"],
        *FACTS["optional-dependencies"]["search"],
    ]
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(_tested()[_name(requirement.name)]), requirement


def test_the_tested_versions_name_no_place() -> None:
    lines = [line for line in CONSTRAINTS if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!-]+", line) for line in lines)
    assert len(lines) == len(_tested())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_is_read_becomes_code(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not {each.id for each in called if isinstance(each, ast.Name)} & FORBIDDEN
    attributes = {ast.unparse(each) for each in called if isinstance(each, ast.Attribute)}
    assert not attributes & {"os.system", "os.popen", "pickle.load", "pickle.loads", "marshal.load", "marshal.loads"}
    assert "shell=True" not in path.read_text("utf-8")
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert ("pickle" in imported) == (path.name == "cache.py"), "only what is read with our own unpickler"


def test_a_workflow_publishes_with_the_tested_versions() -> None:
    assert "pip install -c .github/constraints.txt" in (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    assert "pip-audit --requirement .github/constraints.txt" in (ROOT / ".github/workflows/tests.yml").read_text(
        "utf-8"
    )
