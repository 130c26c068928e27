"""Disks that are full, small, read-only or refuse: real ones. Nothing is published and the old site stays as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.write import recover, write
from tests.write.sites import NEW, OLD, as_published, names, on_disk, publish, site
from tests.write.trials import CANNOT_MOUNT, TRIALS

ROOT = Path(__file__).parents[2]
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.mark.parametrize("name", TRIALS)
def test_on_a_disk_of_its_own(name: str, tmp_path: Path) -> None:
    if not shutil.which("unshare"):
        pytest.skip("there is no unshare(1) on this system, so no disk can be mounted for the test alone")
    namespace = ["unshare", "--mount"] if IS_ROOT else ["unshare", "--mount", "--map-root-user"]
    if subprocess.run([*namespace, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not allow a mount namespace")
    trial = [sys.executable, "-m", "tests.write.trials", name, str(tmp_path)]
    done = subprocess.run([*namespace, *trial], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == CANNOT_MOUNT:
        pytest.skip(f"this system does not allow mounting a disk: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="root may write anywhere")
def test_a_folder_that_we_may_not_write_into(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    tmp_path.chmod(0o555)
    try:
        outcome = write(NEW, tmp_path / "site", tmp_path / "project")
    finally:
        tmp_path.chmod(0o755)
    assert [each.code for each in outcome.diagnostics] == ["output-unwritable"]
    assert on_disk(tmp_path / "site") == as_published(OLD)
    assert names(tmp_path) == ["site"]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    for outputs, out in ((site({f"a/{'x' * 300}/b": ""}), "site"), (NEW, "x" * 253), (NEW, "x" * 300)):
        outcome = write(outputs, tmp_path / out, tmp_path / "project")
        (found,) = outcome.diagnostics
        assert (outcome.value, found.code) == (None, "output-unwritable")
        assert "too long" in found.message
        assert on_disk(tmp_path / "site") == as_published(OLD)
        assert names(tmp_path) == ["site"]


def make_immutable(path: Path) -> None:
    """Not even root can delete, link or rename it from now on."""
    try:
        marked = subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        marked = False
    if not marked:
        pytest.skip("nothing can be made immutable here")


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Path]:
    """A folder with a published site, in which something may become immutable for a while."""
    publish(OLD, tmp_path / "site")
    yield tmp_path
    if shutil.which("chattr"):
        subprocess.run(["chattr", "-R", "-i", str(tmp_path)], capture_output=True, check=False)


def test_a_folder_that_cannot_be_renamed(published: Path) -> None:
    def nail_down(one: Path, other: Path) -> bool:
        make_immutable(one)
        return False

    outcome = write(NEW, published / "site", published / "project", nail_down)
    assert [each.code for each in outcome.diagnostics] == ["output-unwritable"]
    assert on_disk(published / "site") == as_published(OLD), "the first of the two renames is undone"
    subprocess.run(["chattr", "-i", str(published / ".site.new")], check=True)
    publish(NEW, published / "site")
    assert names(published) == ["site"]


def test_a_file_that_the_system_keeps(published: Path) -> None:
    folder = published
    make_immutable(folder / "site/same.css")
    outcome = write(NEW, folder / "site", folder / "project")
    assert outcome.value
    assert [(each.code, each.severity) for each in outcome.diagnostics] == [("output-leftover", "warning")]
    assert on_disk(folder / "site") == as_published(NEW), "what cannot be linked is copied"
    assert (folder / ".site.new/same.css").exists()
    (found,) = recover(folder / "site")
    assert found.code == "output-unwritable"
    assert write(OLD, folder / "site", folder / "project").value is None
    assert on_disk(folder / "site") == as_published(NEW)
    subprocess.run(["chattr", "-i", str(folder / ".site.new/same.css")], check=True)
    publish(OLD, folder / "site")
    assert names(folder) == ["site"]
