"""A memo in files: what was put there comes back as it was, or not at all."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from generator import map_step
from generator.cache import Cache, _framed, _list_name, digest, pickled, restored
from generator.dates.languages.de import GERMAN
from generator.enrich import shared_glossary
from generator.model import Output, Role
from generator.project import read_project
from tests.projects import make_project


class Trap:
    """What somebody might put into a cache that others use."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 3",)


@pytest.mark.parametrize("made_up", [pickle.dumps(Trap()), pickle.dumps(print), b"", b"cos\nsystem\n(S'true'\ntR."])
def test_what_was_made_up_runs_nothing(tmp_path: Path, made_up: bytes) -> None:
    assert restored(made_up) is None
    (tmp_path / _list_name()).write_bytes(b"".join(_framed(made_up)))
    assert list(Cache(tmp_path).listed()) == []


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    project = read_project(root, "", False).value
    made = map_step.make_reading(
        project.manuscripts[0], shared_glossary(project.glossary).value, project.theme, project.site
    )
    assert restored(pickled(made)) == made


def test_a_value_whose_fields_must_be_named_comes_back_too() -> None:
    assert restored(pickled(GERMAN)) == GERMAN


def test_a_list_comes_back_up_to_what_was_damaged(tmp_path: Path) -> None:
    memo = Cache(tmp_path)
    memo.put_list([Output("a.html", b"x"), Output("b.html", b"y" * 100), Output("c.html", b"z")])
    assert [each.path for each in memo.listed()] == ["a.html", "b.html", "c.html"]
    data = (tmp_path / _list_name()).read_bytes()
    (tmp_path / _list_name()).write_bytes(data.replace(b"yy", b"yz", 1))
    assert [each.path for each in memo.listed()] == ["a.html"]
    (tmp_path / _list_name()).write_bytes(data[:-1])
    assert [each.path for each in memo.listed()] == ["a.html", "b.html"]


def test_parts_of_an_entry(tmp_path: Path) -> None:
    memo = Cache(tmp_path)
    assert memo.put("walk", "key", b"0123456789")
    assert (memo.size("walk", "key"), memo.part("walk", "key", 3, 4)) == (10, b"3456")
    assert (memo.size("walk", "other"), memo.part("walk", "other", 3, 4)) == (-1, b"")


def test_a_cache_that_only_reads_writes_nothing(tmp_path: Path) -> None:
    memo = Cache(tmp_path / "memo", writes=False)
    assert not memo.put("walk", "key", b"x")
    memo.put_list([])
    memo.prune([])
    assert not (tmp_path / "memo").exists()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "memo").write_text("a file, and no folder")
    memo = Cache(tmp_path / "memo")
    assert not memo.put("walk", "key", b"x")
    memo.put_list([Output("a.html", b"x")])
    assert list(memo.listed()) == []


def test_old_entries_go_and_what_a_killed_build_left(tmp_path: Path) -> None:
    memo = Cache(tmp_path)
    for number in range(3):
        memo.put("walk", f"key{number}", b"x")
    (tmp_path / "part~left").write_bytes(b"by a killed build")
    for path in tmp_path.iterdir():
        os.utime(path, (1, 1))
    memo.put("walk", "new", b"x")
    memo.prune([("walk", "key1")])
    assert sorted(name for name in ("key0", "key1", "key2", "new") if memo.size("walk", name) == 1) == ["key1", "new"]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((b"a",), ("a",)),
        ((1,), ("1",)),
        ((1,), (True,)),
        (({"a": "b"},), (["a", "b"],)),
        ((["a", []],), (["a"],)),
        ((Role.TITLE,), ("title",)),
        ((Output("a", b"b"),), (["a", b"b"],)),
    ],
)
def test_what_differs_has_another_digest(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert digest(*one) != digest(*other)


def test_order_that_means_nothing_does_not_matter() -> None:
    assert digest({"x", "y", "z"}) == digest({"z", "y", "x"})
    assert digest({"a": 1, "b": 2}) != digest({"b": 2, "a": 1}), "styles are loaded in their order"
    with pytest.raises(TypeError):
        digest(object())
