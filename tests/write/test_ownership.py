"""A file that is not ours is never deleted, and no site stands where it must not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.places import MARKER
from generator.write import write
from generator.write.ownership import _remove_empty, manifest
from tests.write.sites import NEW, OLD, as_published, names, on_disk, publish


def refused(code: str, out: Path, project: Path) -> Diagnostic:
    """The one diagnostic; nothing on the disk is other than before."""
    before = on_disk(project.parent)
    outcome = write(NEW, out, project)
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert (found.code, found.severity) == (code, "error")
    assert found.fix
    assert on_disk(project.parent) == before
    return found


def test_a_folder_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_text("three years of work")
    found = refused("output-foreign", tmp_path / "site", tmp_path / "project")
    assert "thesis.txt" in found.why
    assert found.place.path == (tmp_path / "site").as_posix()


@pytest.mark.parametrize("path", ["thesis.txt", "walk/thesis.txt", "new/folder/thesis.txt", ".git/HEAD", "CNAME"])
def test_a_file_of_somebody_else_in_our_site_stays(tmp_path: Path, path: str) -> None:
    publish(OLD, tmp_path / "site")
    (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "site" / path).write_text("three years of work")
    assert path in refused("output-foreign", tmp_path / "site", tmp_path / "project").why


def test_many_strangers_are_counted(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    for number in range(12):
        (tmp_path / f"site/photo-{number:02}.jpg").touch()
    why = refused("output-foreign", tmp_path / "site", tmp_path / "project").why
    assert why == "They would be lost: photo-00.jpg, photo-01.jpg, photo-02.jpg, photo-03.jpg, photo-04.jpg and 7 more."


def test_links_are_not_followed(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").touch()
    (tmp_path / "site/photos").symlink_to(tmp_path / "photos")
    assert "photos." in refused("output-foreign", tmp_path / "site", tmp_path / "project").why


@pytest.mark.parametrize("marker", ["", "# something else\n", "\xff\xfe", MARKER])
def test_a_marker_of_somebody_else_is_none(tmp_path: Path, marker: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_text("three years of work")
    (tmp_path / "site" / MARKER).write_bytes(marker.encode("latin-1"))
    refused("output-foreign", tmp_path / "site", tmp_path / "project")


def test_a_marker_cannot_lead_us_out_of_the_folder(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    (tmp_path / "thesis.txt").write_text("three years of work")
    marker = tmp_path / "site" / MARKER
    marker.write_text(marker.read_text() + "0" * 64 + "  ../thesis.txt\n" + "0" * 64 + f"  {tmp_path}/thesis.txt\n")
    publish(NEW, tmp_path / "site")
    assert on_disk(tmp_path / "site") == as_published(NEW)
    assert (tmp_path / "thesis.txt").read_text() == "three years of work"


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
@pytest.mark.parametrize("published", [False, True])
def test_a_folder_of_somebody_else_where_ours_would_be(tmp_path: Path, name: str, published: bool) -> None:
    if published:
        publish(OLD, tmp_path / "site")
    (tmp_path / name).mkdir()
    (tmp_path / name / "thesis.txt").write_text("three years of work")
    found = refused("output-foreign", tmp_path / "site", tmp_path / "project")
    assert found.place.path == (tmp_path / name).as_posix()


def test_a_link_where_our_folder_would_be(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "another")
    (tmp_path / ".site.new").symlink_to("another")
    refused("output-foreign", tmp_path / "site", tmp_path / "project")


def test_a_file_put_in_while_we_publish_is_kept(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")

    def exchange_and_put(one: Path, other: Path) -> bool:
        one.rename(one.with_name("third"))
        other.rename(one)
        one.with_name("third").rename(other)
        (one / "thesis.txt").write_text("three years of work")
        return True

    outcome = write(NEW, tmp_path / "site", tmp_path / "project", exchange_and_put)
    assert outcome.value
    assert [(each.code, each.severity) for each in outcome.diagnostics] == [("output-leftover", "warning")]
    assert on_disk(tmp_path / "site") == as_published(NEW)
    assert (tmp_path / ".site.new/thesis.txt").read_text() == "three years of work"
    assert "thesis.txt" in refused("output-foreign", tmp_path / "site", tmp_path / "project").why
    (tmp_path / ".site.new/thesis.txt").rename(tmp_path / "thesis.txt")
    publish(NEW, tmp_path / "site")
    assert names(tmp_path) == ["site", "thesis.txt"]


@pytest.mark.parametrize("out", [".", "..", "content", "content/walk/site", "seeds/x", "themes", ".git", ".git/site"])
def test_places_where_no_site_may_stand(tmp_path: Path, out: str) -> None:
    project = tmp_path / "above/project"
    for name in ("content", "seeds", "themes", ".git"):
        (project / name).mkdir(parents=True)
    assert "cannot be published here" in refused("output-place", project / out, project).message


def test_a_link_to_a_place_where_no_site_may_stand(tmp_path: Path) -> None:
    (tmp_path / "project/content").mkdir(parents=True)
    (tmp_path / "project/site").symlink_to("content")
    assert "content/" in refused("output-place", tmp_path / "project/site", tmp_path / "project").message


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("three years of work")
    assert "it is a file" in refused("output-place", tmp_path / "site", tmp_path / "project").message


def test_a_file_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("three years of work")
    found = refused("output-unwritable", tmp_path / "site/inner/site", tmp_path / "project")
    assert "a part of the path is a file" in found.message


@pytest.mark.parametrize("out", ["/", str(Path.home()), str(Path.home().parent)])
def test_neither_the_whole_disk_nor_the_home_folder(tmp_path: Path, out: str) -> None:
    outcome = write(NEW, Path(out), tmp_path / "project")
    assert outcome.value is None
    assert [each.code for each in outcome.diagnostics] == ["output-place"]


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("site")
    outcome = write(NEW, tmp_path / "site", tmp_path / "project")
    assert [each.code for each in outcome.diagnostics] == ["output-place"]
    assert names(tmp_path) == ["site"]


def test_the_marker_lists_every_file_once_in_order() -> None:
    lines = manifest(NEW).decode().splitlines()
    assert [line[66:] for line in lines[1:]] == sorted(each.path for each in NEW)
    assert manifest(NEW) == manifest(NEW[::-1])


def test_a_filled_folder_is_passed_over_whatever_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(errno.EACCES, "permission denied", folder)

    publish(OLD, tmp_path / "site")
    (tmp_path / "site/inner").mkdir()
    (tmp_path / "site/inner/thesis.txt").write_text("three years of work")
    monkeypatch.setattr(os, "rmdir", refuse)
    _remove_empty(str(tmp_path / "site/inner"))
    (tmp_path / "site/inner/thesis.txt").unlink()
    with pytest.raises(PermissionError):
        _remove_empty(str(tmp_path / "site/inner"))
