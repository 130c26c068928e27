"""What was made before, by what it was made from: a memo in files that any of which may be lost, cut short or made up.

A key is a digest of content, never of a time: of all inputs, of the generator's own code and of the versions of the
libraries. An entry that cannot be read, or that holds anything but the generator's own values, is no entry.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

_MODULES = ("generator.", "generator")
_BUILTINS = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("collections", "OrderedDict")})
_LIBRARIES = (
    *("markdown-it-py", "jinja2", "markupsafe", "lxml", "beautifulsoup4", "fonttools", "pillow", "rcssmin"),
    *("rjsmin", "rapidfuzz", "ahocorasick-rs", "babel", "icalendar", "charset-normalizer", "brotli"),
)
_GENERATIONS = 2
"""Of each name so many entries are kept: a build and the preview of the same reading differ."""


class Cache:
    """A folder of entries, each under a name and a key. Nothing that goes wrong with it stops a build."""

    def __init__(self, folder: Path, writes: bool = True) -> None:
        self.folder = folder
        self.writes = writes

    def get(self, name: str, key: str) -> Any:  # noqa: ANN401 - whatever was put there
        """What was put under a name and a key; None where there is nothing, or nothing that can be trusted."""
        try:
            return _Reader(io.BytesIO((self.folder / _file(name, key)).read_bytes())).load()
        # A damaged entry may bring about any error at all.
        except Exception:
            return None

    def put(self, name: str, key: str, value: object) -> None:
        """Keeps a value. A reader sees the whole entry or none."""
        if not self.writes:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name_of_it = tempfile.mkstemp(dir=self.folder, prefix=_TEMPORARY)
            temporary = Path(name_of_it)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(pickle.dumps(value, protocol=5))
                temporary.replace(self.folder / _file(name, key))
            except BaseException:
                temporary.unlink()
                raise

    def prune(self, names: Collection[str]) -> None:
        """Drops the entries of all other names, the oldest of these, and what a killed build left behind."""
        if not self.writes:
            return
        kept = {digest(name)[:12] for name in names}
        found: dict[str, list[Path]] = {}
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                found.setdefault(path.name.rpartition("~")[0], []).append(path)
        for name, paths in found.items():
            with contextlib.suppress(OSError):
                fresh = sorted(paths, key=lambda path: path.stat().st_mtime_ns)[-_GENERATIONS:] if name in kept else []
                for path in paths:
                    if path not in fresh:
                        path.unlink()


def digest(*values: object) -> str:
    """What tells these values from all others, whatever order their sets and mappings have: 32 hexadecimal digits."""
    said = hashlib.blake2b(digest_size=16)
    for part in _parts(values):
        said.update(len(part).to_bytes(8, "big"))
        said.update(part)
    return said.hexdigest()


@cache
def made_by() -> str:
    """A digest of the generator's own code and data, of Python and of the libraries."""
    root = Path(__file__).parent
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in (".py", ".toml", ".json"))
    said = [(path.relative_to(root).as_posix(), path.read_bytes()) for path in files]
    return digest(said, sys.version, [_version(name) for name in _LIBRARIES])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


_TEMPORARY = "part~"


def _file(name: str, key: str) -> str:
    # A name may hold what a file system has no letters for, or be longer than it takes.
    return f"{digest(name)[:12]}~{key}"


def _parts(value: object) -> Iterator[bytes]:
    """A value as bytes that no other value has: its kind, its size, its members."""
    if isinstance(value, bytes):
        yield from (b"b", value)
    elif isinstance(value, Enum):
        yield from _parts((type(value).__name__, value.value))
    elif isinstance(value, str):
        yield from (b"s", value.encode("utf-8", "surrogatepass"))
    elif value is None or isinstance(value, (bool, int, float)):
        yield f"{type(value).__name__}{value!r}".encode()
    else:
        members = _members(value)
        yield f"{type(value).__name__}{len(members)}".encode()
        for member in members:
            yield from _parts(member)


def _members(value: object) -> Sequence[object]:
    """What a value is made of, in an order that depends on nothing else."""
    if is_dataclass(value):
        return [getattr(value, each.name) for each in fields(value)]
    if isinstance(value, Mapping):
        return [part for key in sorted(value, key=repr) for part in (key, value[key])]
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=repr)
    if isinstance(value, (list, tuple)):
        return value
    raise TypeError(f"a {type(value).__name__} has no digest")


class _Reader(pickle.Unpickler):
    """Reads the generator's own values and nothing else, so that an entry that somebody made up runs no code."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - a class
        if (module, name) in _BUILTINS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_MODULES) and module in sys.modules else None
        if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, (Enum, tuple))):
            raise pickle.UnpicklingError(f"{module}.{name} is no value of the generator")
        return found
