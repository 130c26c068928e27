"""What was made before: an incremental site is the cold one, and nothing that lies in the cache can change that."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator import cache, pipeline
from generator.cache import Cache, digest
from generator.diagnostics import Outcome
from generator.enrich import shared_glossary
from generator.model import Output, Role
from generator.pipeline import Means, Site
from generator.project import read_project
from tests.projects import PLAIN, make_project

SLUGS = st.sampled_from(["walk", "other", "third"])
SENTENCES = st.sampled_from(["The wheel stands still.", "Nobody asked.", "The river is the Aller [[wheel]].", "> lost"])


def cached(root: Path) -> Outcome[Site]:
    """A build that uses the project's cache."""
    return pipeline.build(root, means=Means(cache=Cache(root / ".cache")))


class Editing(RuleBasedStateMachine):
    """A person at work: whatever is changed, added and taken away, with the clock standing still."""

    @initialize()
    def begin(self) -> None:
        self.root = make_project(Path(tempfile.mkdtemp()) / "p")

    @rule(slug=SLUGS)
    def add_reading(self, slug: str) -> None:
        self.write(f"seeds/{slug}.txt", PLAIN["seeds/walk.txt"])
        self.write(
            f"content/{slug}/reading.toml", PLAIN["content/walk/reading.toml"].replace("walk.txt", f"{slug}.txt")
        )

    @rule(slug=SLUGS)
    def remove_reading(self, slug: str) -> None:
        shutil.rmtree(self.root / "content" / slug, ignore_errors=True)

    @rule(slug=SLUGS, said=SENTENCES)
    def write_note(self, slug: str, said: str) -> None:
        if (self.root / "content" / slug).is_dir():
            self.write(f"content/{slug}/notes.md", f"## A note\n\n> where the river bends\n\n{said}\n")

    @rule(slug=SLUGS, said=SENTENCES)
    def change_seed(self, slug: str, said: str) -> None:
        self.write(f"seeds/{slug}.txt", PLAIN["seeds/walk.txt"] + f"\n{said}\n")

    @rule(said=SENTENCES, name=st.sampled_from(["wheel", "ice"]))
    def change_shared_term(self, said: str, name: str) -> None:
        self.write("content/glossary.md", f"## {name}\n\n{said}\n")

    @rule(title=st.sampled_from(["Readings", "Other readings"]))
    def change_site(self, title: str) -> None:
        self.write("content/site.toml", f'title = "{title}"\nurl = "https://example.org/readings/"\n')

    @rule(number=st.integers(0, 5), size=st.integers(0, 200))
    def damage_an_entry(self, number: int, size: int) -> None:
        entries = sorted((self.root / ".cache").glob("*")) if (self.root / ".cache").exists() else []
        if entries:
            entry = entries[number % len(entries)]
            entry.write_bytes(entry.read_bytes()[:size])

    def write(self, path: str, source: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, "utf-8")
        os.utime(file, (1_000_000_000, 1_000_000_000))

    @invariant()
    def an_incremental_site_is_a_cold_one(self) -> None:
        assert cached(self.root) == pipeline.build(self.root)

    def teardown(self) -> None:
        shutil.rmtree(self.root.parent, ignore_errors=True)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=12, stateful_step_count=8, deadline=None)


def test_what_has_not_changed_is_not_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "p")
    first = cached(root)
    monkeypatch.setattr(pipeline, "make_reading", _never)
    monkeypatch.setattr(pipeline, "edition_pages", _never)
    assert cached(root) == first


def test_a_changed_note_makes_one_reading_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "p")
    for slug in ("other", "third"):
        make_project(root / slug)
        (root / slug / "content/walk").rename(root / "content" / slug)
        shutil.rmtree(root / slug)
    cached(root)
    (root / "content/other/notes.md").write_text("## Note\n\nOn the whole text.\n", "utf-8")
    made: list[str] = []
    real = pipeline.make_reading

    def make(manuscript: object, **others: object) -> object:
        made.append(manuscript.slug)  # type: ignore[attr-defined]
        return real(manuscript, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make_reading", make)
    cached(root)
    assert made == ["other"]


def test_another_generator_or_another_library_makes_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "p")
    cached(root)
    monkeypatch.setattr(pipeline, "made_by", lambda: "another")
    monkeypatch.setattr(pipeline, "make_reading", _never)
    with pytest.raises(AssertionError):
        cached(root)


def _never(*_: object, **__: object) -> object:
    raise AssertionError("made anew")


class Trap:
    """What somebody might put into a cache that others use."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 3",)


@pytest.mark.parametrize("made_up", [pickle.dumps(Trap()), pickle.dumps(print), b"", b"cos\nsystem\n(S'true'\ntR."])
def test_a_made_up_entry_runs_nothing(tmp_path: Path, made_up: bytes) -> None:
    memo = Cache(tmp_path)
    memo.put("walk", "key", Output("a.html", b"x"))
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(made_up)
    assert memo.get("walk", "key") is None


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    project = read_project(root, "", False).value
    made = pipeline.make_reading(
        project.manuscripts[0], shared_glossary(project.glossary).value, project.theme, project.site
    )
    memo = Cache(tmp_path / "memo")
    memo.put("walk", "key", made)
    assert memo.get("walk", "key") == made


def test_a_cache_that_only_reads_writes_nothing(tmp_path: Path) -> None:
    memo = Cache(tmp_path / "memo", writes=False)
    memo.put("walk", "key", Output("a.html", b"x"))
    memo.prune([])
    assert not (tmp_path / "memo").exists()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "memo").write_text("a file, and no folder")
    memo = Cache(tmp_path / "memo")
    memo.put("walk", "key", Output("a.html", b"x"))
    assert memo.get("walk", "key") is None


def test_old_entries_and_those_of_removed_readings_go(tmp_path: Path) -> None:
    memo = Cache(tmp_path)
    for number in range(4):
        memo.put("walk", f"key{number}", number)
        os.utime(tmp_path / cache._file("walk", f"key{number}"), (number, number))
    memo.put("gone", "key", 1)
    (tmp_path / "part~left").write_bytes(b"by a killed build")
    memo.prune(["walk"])
    assert [memo.get("walk", f"key{number}") for number in range(4)] == [None, None, 2, 3]
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
    assert digest({"a": 1, "b": 2}, {"x", "y"}) == digest({"b": 2, "a": 1}, {"y", "x"})
    with pytest.raises(TypeError):
        digest(object())
