"""The architecture's laws, read from the source with `ast`: who imports whom, who prints, who touches the disk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
STAGES = ["capture", "clean", "document", "enrich", "render", "verify", "write"]
LAYERS = [
    {"cli"},
    {"commands"},
    {"mending"},
    {"new", "preview", "captures"},
    {"report"},
    {"pipeline"},
    {"reduce_step"},
    {"renewing"},
    {"asides"},
    {"map_step"},
    {"cluster", "shelf"},
    {*STAGES, "cache", "mapping", "project", "searching"},
    {"catalogue"},
    {"model"},
    {"markdown"},
    {"diagnostics", "text", "dates"},
    {"standing"},
    {"looks", "places"},
    {"exits", "timing"},
]
"""From the top; a module imports from layers below its own only, and a stage never imports another stage."""

DISK = {"project", "write", "cache", "looks", "standing", "cli", "commands", "mending", "preview", "new", "searching"}
"""What may touch it."""
MODULES = sorted(GENERATOR.rglob("*.py"))
IDS = [str(path.relative_to(GENERATOR)) for path in MODULES]


def test_stages_are_named_in_their_running_order() -> None:
    folders = [path.name for path in GENERATOR.iterdir() if (path / "__init__.py").exists()]
    assert [name for name in sorted(folders) if name in STAGES] == STAGES


def test_the_map_step_calls_the_stages_in_their_order() -> None:
    source = (GENERATOR / "map_step.py").read_text("utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = [(node.lineno, node.col_offset, node.func.id) for node in calls if isinstance(node.func, ast.Name)]
    order = {"capture": 1, "clean": 2, "document": 3, "enrich": 4, "render_reading": 5}
    inside = _function(source, "make_reading")
    run = [order[name] for line, _, name in sorted(names) if name in order and line in inside]
    assert run == sorted(order.values())


def _function(source: str, name: str) -> range:
    node = next(each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef) and each.name == name)
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_imports_point_one_way(path: Path) -> None:
    own = _part(path)
    for name in _imports(path):
        if name == own or own == "":
            continue
        assert _layer(own) < _layer(name), f"{own} imports {name}"


def test_no_module_imports_itself_in_the_end() -> None:
    graph = {_dotted(path): {name for name in _modules_imported(path) if name != _dotted(path)} for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_only_the_command_line_prints(path: Path) -> None:
    if _part(path) not in ("cli", "commands", "report", "preview"):
        assert "print" not in _called(path)


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_only_project_write_and_cache_touch_the_disk(path: Path) -> None:
    touching = {"open", "read_bytes", "write_bytes", "write_text", "mkdir", "unlink", "rename", "iterdir", "glob"}
    if _part(path) not in DISK:
        assert not touching & _called(path)


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    if path.read_text("utf-8").strip():
        assert ast.get_docstring(tree), "the module"
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def _part(path: Path) -> str:
    """The stage or module of the package that a file belongs to; empty for the package itself."""
    return path.relative_to(GENERATOR).with_suffix("").parts[0].removeprefix("__init__")


def _layer(name: str) -> int:
    return next(index for index, layer in enumerate(LAYERS) if name in layer)


def _imports(path: Path) -> set[str]:
    return {name.split(".")[1] for name in _modules_imported(path) if name.count(".")}


def _modules_imported(path: Path) -> Iterator[str]:
    known = {_dotted(each) for each in MODULES}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner in known:
                    yield inner
                elif node.module in known:
                    yield str(node.module)


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _called(path: Path) -> set[str]:
    nodes = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    # `Image.open(BytesIO(…))` opens bytes, not a file.
    calls = (node.func for node in nodes if not (node.args and ast.unparse(node.args[0]).startswith("BytesIO(")))
    return {
        func.id if isinstance(func, ast.Name) else func.attr
        for func in calls
        if isinstance(func, (ast.Name, ast.Attribute))
    }
