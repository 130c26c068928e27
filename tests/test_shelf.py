"""What was made before: an incremental site is the cold one, and nothing that lies in the cache can change that."""

from __future__ import annotations

import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator import looks, map_step, pipeline, reduce_step, renewing
from generator.cache import Cache
from generator.diagnostics import Outcome
from generator.model import Manuscript
from generator.pipeline import Means, Site
from generator.render import Part
from generator.shelf import Lost, Parcel, Record, Shelf, stored
from tests.projects import PLAIN, make_project

SLUGS = st.sampled_from(["walk", "other", "third"])
SENTENCES = st.sampled_from(["The wheel stands still.", "Nobody asked.", "The river is the Aller [[wheel]].", "> lost"])


def cached(root: Path) -> Outcome[Site]:
    """A build that uses the project's cache and looks at files before it reads them."""
    moment = looks.now(root / ".cache")
    return pipeline.build(root, means=Means(Shelf(Cache(root / ".cache" / "readings")), moment))


def publish(root: Path) -> None:
    """A build that writes what is new into the locks, if nothing is wrong."""
    means = Means(Shelf(Cache(root / ".cache" / "readings")), looks.now(root / ".cache"))
    built = pipeline.build(root, means=means)
    if not built.failed:
        site = built.value
        files = [map_step.lock_file(slug, site.locks[slug]) for slug in site.unlocked]
        for file in files:
            (root / file.path).write_bytes(file.data)
        pipeline.settle(site.unlocked, means.shelf)


def whole(built: Outcome[Site]) -> tuple[object, ...]:
    """All that a build has made, read from wherever it lies."""
    site = built.value
    texts = (dict(site.documents), dict(site.fates), dict(site.mentions), dict(site.locks), dict(site.unlocked))
    return site.edition, {each.path: each.data for each in site.outputs}, *texts, built.diagnostics


class Editing(RuleBasedStateMachine):
    """A person at work: whatever is changed, added and taken away, with the clock standing still or not."""

    @initialize(frozen=st.booleans())
    def begin(self, frozen: bool) -> None:
        self.frozen = frozen
        self.root = make_project(Path(tempfile.mkdtemp()) / "p")
        self.preview = Shelf()

    @rule(slug=SLUGS)
    def add_reading(self, slug: str) -> None:
        self.write(f"seeds/{slug}.txt", PLAIN["seeds/walk.txt"])
        facts = PLAIN["content/walk/reading.toml"].replace("walk.txt", f"{slug}.txt")
        self.write(f"content/{slug}/reading.toml", facts)

    @rule(slug=SLUGS)
    def remove_reading(self, slug: str) -> None:
        shutil.rmtree(self.root / "content" / slug, ignore_errors=True)

    @rule(slug=SLUGS)
    def make_a_draft(self, slug: str) -> None:
        file = self.root / "content" / slug / "reading.toml"
        if file.exists():
            self.write(f"content/{slug}/reading.toml", file.read_text("utf-8") + "draft = true\n")

    @rule(slug=SLUGS, said=SENTENCES)
    def write_note(self, slug: str, said: str) -> None:
        if (self.root / "content" / slug).is_dir():
            self.write(f"content/{slug}/notes.md", f"## A note\n\n> where the river bends\n\n{said}\n")

    @rule(slug=SLUGS, year=st.sampled_from(["1874", "1951-12", "1951/1960"]))
    def date_an_event(self, slug: str, year: str) -> None:
        if (self.root / "content" / slug).is_dir():
            self.write(f"content/{slug}/timeline.md", f"## {year}: The mill\n\nIt was built of [stone](../walk/#x).\n")

    @rule(slug=SLUGS, said=SENTENCES)
    def explain_a_term(self, slug: str, said: str) -> None:
        if (self.root / "content" / slug).is_dir():
            self.write(f"content/{slug}/glossary.md", f"## mill\n\n{said}\n")

    @rule(slug=SLUGS, said=SENTENCES)
    def change_seed(self, slug: str, said: str) -> None:
        self.write(f"seeds/{slug}.txt", PLAIN["seeds/walk.txt"] + f"\n{said}\n")

    @rule(said=SENTENCES, name=st.sampled_from(["wheel", "ice", "zebra", "Aller"]))
    def change_shared_term(self, said: str, name: str) -> None:
        self.write("content/glossary.md", f"## {name}\n\n{said}\n")

    @rule(title=st.sampled_from(["Readings", "Other readings"]))
    def change_site(self, title: str) -> None:
        self.write("content/site.toml", f'title = "{title}"\nurl = "https://example.org/readings/"\n')

    @rule()
    def lock(self) -> None:
        for slug, lock in pipeline.build(self.root).value.locks.items():
            self.write(f"content/{slug}/anchors.lock", map_step.lock_file(slug, lock).data.decode())

    @rule()
    def publish(self) -> None:
        """As `build` does: with the cache, and what is new is written into the locks."""
        publish(self.root)

    @rule(number=st.integers(0, 9), size=st.integers(0, 2000))
    def damage_an_entry(self, number: int, size: int) -> None:
        entries = sorted((self.root / ".cache/readings").glob("*"))
        if entries:
            entry = entries[number % len(entries)]
            entry.write_bytes(entry.read_bytes()[:size])

    def write(self, path: str, source: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, "utf-8")
        if self.frozen:
            os.utime(file, (1_000_000_000, 1_000_000_000))

    @invariant()
    def an_incremental_site_is_a_cold_one(self) -> None:
        cold = whole(pipeline.build(self.root))
        assert whole(cached(self.root)) == cold
        moment = looks.moment_beside(self.root)
        assert whole(pipeline.build(self.root, means=Means(self.preview, moment))) == cold

    def teardown(self) -> None:
        shutil.rmtree(self.root.parent, ignore_errors=True)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=15, stateful_step_count=10, deadline=None)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A project of three readings that are alike."""
    root = make_project(tmp_path / "p")
    for slug in ("other", "third"):
        shutil.copytree(root / "content/walk", root / "content" / slug)
        facts = (root / "content/walk/reading.toml").read_text("utf-8")
        (root / "content" / slug / "reading.toml").write_text(facts.replace("walk.txt", f"{slug}.txt"), "utf-8")
        shutil.copy(root / "seeds/walk.txt", root / f"seeds/{slug}.txt")
    return root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is made, as it is made."""
    names: list[str] = []
    reading, part = map_step.make_reading, reduce_step.make_part

    def one(manuscript: object, **others: object) -> object:
        names.append(manuscript.slug)  # type: ignore[attr-defined]
        return reading(manuscript, **others)  # type: ignore[arg-type]

    def another(wanted: Part) -> object:
        names.append(wanted.name)
        return part(wanted)

    monkeypatch.setattr(map_step, "make_reading", lambda *values: one(values[0], **_named(values)))
    monkeypatch.setattr(reduce_step, "make_part", another)
    return names


def _named(values: tuple[object, ...]) -> dict[str, object]:
    return dict(zip(("shared", "theme", "settings"), values[1:], strict=True))


def _readings(made: list[str]) -> list[str]:
    return [name for name in made if name in ("other", "third", "walk")]


def test_what_has_not_changed_is_not_made_anew(many: Path, made: list[str]) -> None:
    first = whole(cached(many))
    made.clear()
    assert whole(cached(many)) == first
    assert made == []


def test_a_changed_note_makes_one_reading_anew(many: Path, made: list[str]) -> None:
    cached(many)
    made.clear()
    (many / "content/other/notes.md").write_text("## Note\n\nOn the whole text.\n", "utf-8")
    cached(many)
    assert made == ["other", "feed"], "one reading, and what of the edition it appears in"


def test_a_lock_that_was_written_makes_nothing_anew(many: Path, made: list[str]) -> None:
    publish(many)
    assert len(_readings(made)) == 3
    made.clear()
    before = whole(pipeline.build(many))
    made.clear()
    assert whole(cached(many)) == before
    assert made == []
    assert {fate.name for fates in before[3].values() for fate in fates} == {"kept"}  # type: ignore[attr-defined]


def test_a_build_that_is_broken_off_has_kept_what_it_had_made(
    many: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "_SAVED", 1)
    make = map_step.make_parcel

    def breaking(manuscript: Manuscript, **others: object) -> object:
        if manuscript.slug == "walk":
            raise KeyboardInterrupt
        return make(manuscript, **others)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(map_step, "make_parcel", breaking)
        with pytest.raises(KeyboardInterrupt):
            cached(many)
    assert _readings(made) == ["other", "third"]
    made.clear()
    assert whole(cached(many)) == whole(pipeline.build(many))
    assert _readings(made)[:1] == ["walk"]
    assert _readings(made).count("other") == 1, "by the cold build alone"


def test_a_shared_term_makes_those_readings_anew_in_which_it_may_stand(many: Path, made: list[str]) -> None:
    (many / "seeds/third.txt").write_text(PLAIN["seeds/walk.txt"].replace("Today the", "Today zebras and the"))
    (many / "content/other/notes.md").write_text("## Note\n\nWhat is a [[zebra]]?\n", "utf-8")
    cached(many)
    made.clear()
    (many / "content/glossary.md").write_text("## quagga\n\nAn animal.\n", "utf-8")
    cached(many)
    assert _readings(made) == ["other"], "a reading with a name that no glossary explains hears of every change"
    made.clear()
    (many / "content/glossary.md").write_text("## zebra\n\nAn animal.\n\n## quagga\n\nAn animal.\n", "utf-8")
    cached(many)
    assert _readings(made) == ["other", "third"]
    made.clear()
    (many / "content/glossary.md").write_text("## zebra\n\nAn animal.\n\n## quagga\n\nA kind of zebra.\n", "utf-8")
    cached(many)
    assert "glossary" in made
    assert _readings(made) == []


def test_a_file_of_an_unchanged_reading_is_not_read(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(many)
    cached(many)
    read: list[str] = []
    real = Path.open

    def opening(path: Path, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - Path's own
        read.append(path.name)
        return real(path, *arguments, **named)

    (many / "content/other/notes.md").write_text("## Note\n\nOn the whole text.\n", "utf-8")
    monkeypatch.setattr(Path, "open", opening)
    cached(many)
    assert "notes.md" in read
    assert not {"walk.txt", "third.txt"} & set(read)


def test_a_file_that_is_changed_in_the_same_moment_is_seen(many: Path) -> None:
    notes = many / "content/walk/notes.md"
    for number in range(10, 40):
        notes.write_text(f"## Note\n\nNumber {number} of them all.\n", "utf-8")
        os.utime(notes, (1_000_000_000, 1_000_000_000))
        page = next(each for each in cached(many).value.outputs if each.path == "walk/index.html")
        assert f"Number {number} of" in page.data.decode()


def test_another_generator_or_another_library_makes_everything_anew(
    many: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cached(many)
    made.clear()
    monkeypatch.setattr(renewing, "made_by", lambda: "another")
    cached(many)
    assert _readings(made) == ["other", "third", "walk"]
    assert {"index", "glossary", "timeline", "assets"} <= set(made)


def test_what_was_changed_in_the_cache_is_never_published(many: Path) -> None:
    cached(many)
    for entry in (many / ".cache/readings").iterdir():
        if not entry.name.startswith("list"):
            entry.write_bytes(entry.read_bytes().replace(b"the river", b"THE RIVER"))
    built = cached(many)
    with pytest.raises(Lost):
        whole(built)


def test_a_folder_that_cannot_be_written_stops_nothing(many: Path) -> None:
    (many / ".cache").write_text("a file, and no folder")
    assert whole(cached(many)) == whole(pipeline.build(many))


def test_what_is_gone_leaves_nothing_behind_in_the_end(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(many)
    shutil.rmtree(many / "content/other")
    before = len(list((many / ".cache/readings").iterdir()))
    cached(many)
    assert len(list((many / ".cache/readings").iterdir())) >= before, "an open preview may still show it"
    monkeypatch.setattr("generator.cache._AGE", -1.0)
    (many / "content/walk/notes.md").write_text("## Note\n\nOn the whole text.\n", "utf-8")
    cached(many)
    names = [each.name for each in Shelf(Cache(many / ".cache/readings")).records]
    assert [name for name in sorted(names) if not name.startswith("/")] == ["third", "walk"]
    assert len(list((many / ".cache/readings").iterdir())) == len(names) + 1


def test_the_order_of_a_theme_s_styles_is_seen(many: Path) -> None:
    theme = many / "themes/mine"
    (theme / "styles").mkdir(parents=True)
    for name, colour in (("a", "red"), ("b", "blue")):
        (theme / "styles" / f"{name}.css").write_text(f"body {{ color: {colour} }}", "utf-8")
    with (many / "content/site.toml").open("a", encoding="utf-8") as site:
        site.write('theme = "mine"\n')
    kept, styles = Shelf(), set()
    for names in ('"a.css", "b.css"', '"b.css", "a.css"'):
        (theme / "theme.toml").write_text(f'extends = "base"\nstyles = [{names}]\n', "utf-8")
        site_now = pipeline.build(many)
        styles |= {each.data for each in site_now.value.outputs if each.path == "assets/style.css"}
        cold = whole(site_now)
        assert whole(cached(many)) == cold
        assert whole(pipeline.build(many, means=Means(kept))) == cold
    assert len(styles) == 2


def test_many_readings_that_were_known_are_made_by_several(many: Path) -> None:
    for number in range(30):
        shutil.copytree(many / "content/walk", many / "content" / f"walk-{number}")
    cached(many)
    asked: list[int] = []

    def workers(count: int) -> AbstractContextManager[None]:
        asked.append(count)
        return nullcontext()

    for notes in many.glob("content/*/notes.md"):
        notes.write_text(notes.read_text("utf-8") + "\n## More\n\nOn the whole text.\n", "utf-8")
    pipeline.build(many, means=Means(Shelf(Cache(many / ".cache/readings")), workers=workers))
    assert asked == [33]


def test_workers_put_what_they_make_into_the_cache_and_send_records_alone(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold, sent = whole(pipeline.build(many)), []

    def keeping(shelf: Shelf, record: Record, data: bytes | None = None) -> None:
        sent.append((record.name, data))
        kept(shelf, record, data)

    kept = Shelf.keep
    monkeypatch.setattr(Shelf, "keep", keeping)
    for near in (True, False):
        shutil.rmtree(many / ".cache", ignore_errors=True)
        sent.clear()
        shelf = Shelf(Cache(many / ".cache/readings"))
        with ThreadPoolExecutor(2) as workers:
            built = pipeline.build(many, means=Means(shelf, workers=lambda _: nullcontext(workers), near=near))
            assert whole(built) == cold
        assert [data is None for name, data in sent if not name.startswith("/")] == [near] * 3


def test_what_the_cache_does_not_take_is_sent(many: Path) -> None:
    made = Parcel(Record("a", "", "", "", None, (), (), (0, ""), 0, "", "c"), b"content")
    assert stored(made, Cache(many / ".cache/readings", writes=False)) == made
    assert stored(made, Cache(many / ".cache/readings")).data is None
    assert Cache(many / ".cache/readings").part("a", "c", 0, 7) == b"content"
