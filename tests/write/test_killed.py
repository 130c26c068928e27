"""A process killed at any moment leaves the old site or the new one, and nothing that the next command cannot tidy."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.write import recover
from tests.write.sites import NEW, OLD, Site, as_published, killed, large, names, never, on_disk, publish

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
ROOT = Path(__file__).parents[2]


def at_every_moment(folder: Path, prepare: Callable[[Path], object], action: Callable[[Path], object]) -> list[Path]:
    """The folders in which the action was killed, one for each of its calls to the system."""
    folders: list[Path] = []
    while True:
        place = folder / str(len(folders) + 1)
        place.mkdir()
        prepare(place)
        if not killed(len(folders) + 1, lambda: action(place)):  # noqa: B023 - it is run at once
            assert len(folders) > 10, "it was killed at hardly any moment"
            return folders
        folders.append(place)


def whole(folder: Path, *allowed: Site) -> bool:
    return on_disk(folder) in [as_published(each) for each in allowed]


def tidy_after_the_next_build(place: Path) -> bool:
    publish(NEW, place / "site")
    return whole(place / "site", NEW) and names(place) == ["site"]


def test_in_one_step_there_is_a_whole_site_at_any_moment(tmp_path: Path) -> None:
    places = at_every_moment(
        tmp_path, lambda place: publish(OLD, place / "site"), lambda place: publish(NEW, place / "site")
    )
    assert all(whole(place / "site", OLD, NEW) for place in places)
    assert any(whole(place / "site", OLD) for place in places)
    assert any(whole(place / "site", NEW) for place in places)
    assert any((place / ".site.new").exists() for place in places)
    assert all(tidy_after_the_next_build(place) for place in places)


def test_recovery_alone_leaves_a_whole_site_and_nothing_beside_it(tmp_path: Path) -> None:
    for swap in (None, never):
        folder = tmp_path / str(swap is never)
        folder.mkdir()
        for place in at_every_moment(
            folder,
            lambda place: publish(OLD, place / "site"),
            lambda place: publish(NEW, place / "site", exchange=swap),  # noqa: B023 - it is run at once
        ):
            assert recover(place / "site") == ()
            assert whole(place / "site", OLD, NEW)
            assert names(place) == ["site"]


def test_the_first_publication_leaves_a_whole_site_or_none(tmp_path: Path) -> None:
    places = at_every_moment(tmp_path, lambda place: None, lambda place: publish(NEW, place / "site"))
    assert all(not (place / "site").exists() or whole(place / "site", NEW) for place in places)
    assert all(tidy_after_the_next_build(place) for place in places)


def test_with_two_renames_the_next_command_finishes(tmp_path: Path) -> None:
    places = at_every_moment(
        tmp_path,
        lambda place: publish(OLD, place / "site"),
        lambda place: publish(NEW, place / "site", exchange=never),
    )
    between = [place for place in places if not (place / "site").exists()]
    assert len(between) == 1, "between the two renames, and then only"
    assert whole(between[0] / ".site.old", OLD)
    assert whole(between[0] / ".site.new", NEW)
    assert all(whole(place / "site", OLD, NEW) for place in places if place not in between)
    assert all(tidy_after_the_next_build(place) for place in places)


def between_two_renames(place: Path) -> None:
    publish(OLD, place / "site")
    (place / "site").rename(place / ".site.old")
    publish(NEW, place / "another")
    (place / "another").rename(place / ".site.new")


def test_a_recovery_may_be_killed_too(tmp_path: Path) -> None:
    places = at_every_moment(tmp_path, between_two_renames, lambda place: recover(place / "site"))
    for place in places:
        assert recover(place / "site") == ()
        assert whole(place / "site", NEW)
        assert names(place) == ["site"]


def test_a_new_site_that_is_not_whole_does_not_replace_the_old_one(tmp_path: Path) -> None:
    between_two_renames(tmp_path)
    (tmp_path / ".site.new/index.html").write_text("ne")
    assert recover(tmp_path / "site") == ()
    assert whole(tmp_path / "site", OLD)
    assert names(tmp_path) == ["site"]


def test_an_interrupt_from_the_keyboard_leaves_no_litter(tmp_path: Path) -> None:
    def interrupt(one: Path, other: Path) -> bool:
        raise KeyboardInterrupt

    publish(OLD, tmp_path / "site")
    with pytest.raises(KeyboardInterrupt):
        publish(NEW, tmp_path / "site", exchange=interrupt)
    assert whole(tmp_path / "site", OLD)
    assert names(tmp_path) == ["site"]


PUBLISH_FOR_EVER = """
import itertools, pathlib, sys
from tests.write.sites import large, publish
out = pathlib.Path(sys.argv[1])
for word in itertools.cycle(["one", "other"]):
    publish(large(word), out)
    print(word, flush=True)
"""


def test_killed_at_random_while_it_publishes_again_and_again(tmp_path: Path) -> None:
    moments = random.Random(1914)
    for _ in range(40):
        command = [sys.executable, "-c", PUBLISH_FOR_EVER, str(tmp_path / "site")]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline() == b"one\n", "it publishes"
            time.sleep(moments.uniform(0, 0.08))
            process.kill()
        assert whole(tmp_path / "site", large("one"), large("other"))
    publish(large("one"), tmp_path / "site")
    assert whole(tmp_path / "site", large("one"))
    assert names(tmp_path) == ["site"]
