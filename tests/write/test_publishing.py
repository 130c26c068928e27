"""A site is published whole, and what has not changed is not touched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Output
from generator.places import MARKER
from generator.write import recover, write
from generator.write.swap import exchange
from tests.write.sites import NEW, OLD, as_published, names, never, on_disk, publish, site, stamps


def test_the_first_publication(tmp_path: Path) -> None:
    done = publish(OLD, tmp_path / "site")
    assert (done.written, done.kept, done.removed) == (4, 0, 0)
    assert done.folder == tmp_path.resolve() / "site"
    assert on_disk(tmp_path / "site") == as_published(OLD)
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("swap", [exchange, never])
def test_a_new_site_replaces_the_old_one(tmp_path: Path, swap: object) -> None:
    publish(OLD, tmp_path / "site")
    done = publish(NEW, tmp_path / "site", exchange=never if swap is never else None)
    assert (done.written, done.kept, done.removed) == (3, 1, 1)
    assert on_disk(tmp_path / "site") == as_published(NEW)
    assert names(tmp_path) == ["site"]


@pytest.mark.skipif(os.name == "nt", reason="needs a system that exchanges folders in one step")
def test_this_system_exchanges_folders_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert on_disk(tmp_path) == {"one/other": b"", "other/one": b""}
    assert not exchange(tmp_path / "one", tmp_path / "missing")
    assert on_disk(tmp_path) == {"one/other": b"", "other/one": b""}


def test_unchanged_files_keep_their_inode_and_their_time(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    os.utime(tmp_path / "site/same.css", (1, 1))
    before = stamps(tmp_path / "site")
    publish(NEW, tmp_path / "site")
    after = stamps(tmp_path / "site")
    assert after["same.css"] == before["same.css"]
    assert after["index.html"][0] != before["index.html"][0]
    assert (tmp_path / "site/same.css").stat().st_nlink == 1, "the old site is gone"


def test_the_same_site_again_touches_nothing(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    folder, before = (tmp_path / "site").stat(), stamps(tmp_path / "site")
    done = publish(OLD[::-1], tmp_path / "site")
    assert (done.written, done.kept, done.removed) == (0, 4, 0)
    assert stamps(tmp_path / "site") == before
    assert (tmp_path / "site").stat() == folder


@pytest.mark.parametrize("mistake", ["changed", "deleted", "replaced by a link", "marker deleted in part"])
def test_what_somebody_did_to_our_files_is_undone(tmp_path: Path, mistake: str) -> None:
    publish(OLD, tmp_path / "site")
    page = tmp_path / "site/walk/index.html"
    outside = tmp_path / "ab"
    outside.write_bytes(b"old walk")
    if mistake == "changed":
        page.write_text("OLD")
    elif mistake == "marker deleted in part":
        (tmp_path / "site" / MARKER).write_text("\n".join((tmp_path / "site" / MARKER).read_text().split("\n")[:1]))
        for each in ("same.css", "walk/index.html", "gone/away/a.html", "index.html"):
            (tmp_path / "site" / each).unlink()
    else:
        page.unlink()
        if mistake == "replaced by a link":
            page.symlink_to("../../ab")  # As long as the page is, and with the same bytes at its end.
    publish(OLD, tmp_path / "site")
    assert on_disk(tmp_path / "site") == as_published(OLD)
    assert not page.is_symlink()
    assert outside.read_bytes() == b"old walk"


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "site/empty/too").mkdir(parents=True)
    (tmp_path / "site/.DS_Store").write_bytes(b"left by a file manager")
    (tmp_path / "site").chmod(0o775)
    publish(OLD, tmp_path / "site")
    assert on_disk(tmp_path / "site") == as_published(OLD)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o775, "who may read it stays"


def test_missing_folders_on_the_way_are_made(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "a/b/site")
    assert on_disk(tmp_path / "a/b/site") == as_published(OLD)


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to("disk/readings")
    publish(OLD, tmp_path / "site")
    publish(NEW, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert on_disk(tmp_path / "disk/readings") == as_published(NEW)
    assert names(tmp_path / "disk") == ["readings"]


def test_a_relative_path_is_one_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish(OLD, Path("site"), project=Path("project"))
    assert on_disk(tmp_path / "site") == as_published(OLD)


def test_the_marker_can_be_checked_without_us(tmp_path: Path) -> None:
    publish(NEW, tmp_path / "site")
    try:
        checked = subprocess.run(["sha256sum", "-c", "--strict", MARKER], cwd=tmp_path / "site", capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no sha256sum on this system")
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.count(b": OK") == len(NEW)


def test_nothing_to_recover_is_fine(tmp_path: Path) -> None:
    assert recover(tmp_path / "site") == ()
    assert recover(tmp_path / "no/such/folder") == ()
    publish(OLD, tmp_path / "site")
    assert recover(tmp_path / "site") == ()
    assert on_disk(tmp_path / "site") == as_published(OLD)


parts = st.sampled_from(["a", "b", "c.html", "ﬁ", "é", "e\u0301", "d d"])
paths = st.lists(parts, min_size=1, max_size=3).map("/".join)
sites = st.dictionaries(paths, st.binary(max_size=3), max_size=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sites, min_size=1, max_size=4))
def test_the_folder_is_the_last_site_that_could_be_published(
    tmp_path_factory: pytest.TempPathFactory, pages: list[dict[str, bytes]]
) -> None:
    out = tmp_path_factory.mktemp("any") / "site"
    expected: dict[str, bytes] = {}
    for each in pages:
        outputs = tuple(Output(path, data) for path, data in each.items())
        outcome = write(outputs, out, out.parent / "project")
        if outcome.value:
            expected = as_published(outputs)
        else:
            assert {found.code for found in outcome.diagnostics} == {"output-path"}
        assert on_disk(out) == expected if expected else not out.exists()


def test_pages_of_any_script(tmp_path: Path) -> None:
    outputs = site({"таджикские-вдовы/index.html": "а", "読書/index.html": "読", "e\u0301.html": "decomposed"})
    publish(outputs, tmp_path / "site")
    before = (tmp_path / "site").stat()
    assert publish(outputs, tmp_path / "site").removed == 0
    assert (tmp_path / "site").stat() == before, "nothing was touched"
    publish((*outputs, *site({"more.html": ""})), tmp_path / "site")
    assert (tmp_path / "site/読書/index.html").read_text("utf-8") == "読"
