"""What was made before, by what it was made from: a memo in files that any of which may be lost, cut short or made up.

A key is a digest of content, never of a time: of all inputs, of the generator's own code and of the versions of the
libraries. An entry that cannot be read, or that holds anything but the generator's own values, is no entry.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import marshal
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, BinaryIO

_MODULES = ("generator.", "generator")
_BUILTINS = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("collections", "OrderedDict")})
_LIBRARIES = (
    *("markdown-it-py", "jinja2", "markupsafe", "lxml", "beautifulsoup4", "fonttools", "pillow", "rcssmin"),
    *("rjsmin", "rapidfuzz", "ahocorasick-rs", "babel", "icalendar", "charset-normalizer", "brotli", "nh3", "tomli"),
)
_DIGEST = 16
"""Bytes of a digest."""
_PLAIN = frozenset({str, bytes, int, float, bool, type(None)})
_AGE = 3600.0
"""Seconds for which an entry stays that is no longer needed."""
_WRITING = 60.0
"""Seconds after which nobody is writing an entry any more."""
_TEMPORARY = "part~"


class Cache:
    """A folder of entries, each under a name and a key, and a list of values. What goes wrong stops no build."""

    def __init__(self, folder: Path, writes: bool = True) -> None:
        self.folder = folder
        self.writes = writes
        self._read = -1
        """Bytes of the list that have been read, and can be trusted."""

    def size(self, name: str, key: str) -> int:
        """Of an entry, in bytes; -1 where there is none."""
        try:
            return (self.folder / _file(name, key)).stat().st_size
        except OSError:
            return -1

    def part(self, name: str, key: str, start: int, size: int) -> bytes:
        """A stretch of an entry; shorter, or empty, where the entry is not whole."""
        try:
            with (self.folder / _file(name, key)).open("rb") as file:
                file.seek(start)
                return file.read(size)
        except OSError:
            return b""

    def put(self, name: str, key: str, data: bytes) -> bool:
        """Whether an entry was kept. A reader sees the whole entry or none."""
        return self._write(_file(name, key), [data])

    def listed(self) -> Iterator[Any]:
        """The values of the list, up to the first that cannot be trusted."""
        self._read = 0
        with contextlib.suppress(OSError), (self.folder / _list_name()).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            while data := _next(file, size):
                value = restored(data)
                if value is None:
                    return
                self._read = file.tell()
                yield value

    def put_list(self, values: Iterable[object]) -> None:
        """Keeps the values of the list."""
        self._write(_list_name(), (part for value in values for part in _framed(pickled(value))))

    def add_to_list(self, values: Iterable[object]) -> bool:
        """Whether further values were kept behind those that have been read: only where nothing else stands there."""
        if not self.writes:
            return False
        added = b"".join(part for value in values for part in _framed(pickled(value)))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / _list_name()).open("ab") as file:
                if file.tell() != self._read:
                    return False
                file.write(added)
        except OSError:
            return False
        self._read += len(added)
        return True

    def forget(self) -> None:
        """Drops the list, so that nothing of what is there is found again."""
        if self.writes:
            with contextlib.suppress(OSError):
                (self.folder / _list_name()).unlink()

    def prune(self, entries: Collection[tuple[str, str]]) -> None:
        """Drops all entries but these, by name and key, and what a killed build left behind, if it has some age.

        A preview that is open may still show what an entry of a moment ago holds.
        """
        if not self.writes:
            return
        kept = {_file(name, key) for name, key in entries} | {_list_name()}
        with contextlib.suppress(OSError):
            for path in list(self.folder.iterdir()):
                age = _WRITING if path.name.startswith(_TEMPORARY) else _AGE
                if path.name not in kept and path.stat().st_mtime < time.time() - age:
                    path.unlink()

    def _write(self, name: str, parts: Iterable[bytes]) -> bool:
        if not self.writes:
            return False
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(dir=self.folder, prefix=_TEMPORARY)
        except OSError:
            return False
        temporary = Path(path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(parts)
            temporary.replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            return False
        return True


def pickled(value: object) -> bytes:
    """A value of the generator's as bytes."""
    written = io.BytesIO()
    _Writer(written, protocol=5).dump(value)
    return written.getvalue()


def restored(data: bytes) -> Any:  # noqa: ANN401 - whatever was pickled
    """The value again; None for what was damaged or made up."""
    try:
        return _Reader(io.BytesIO(data)).load()
    # Damaged bytes may bring about any error at all.
    except Exception:
        return None


def checksum(data: bytes) -> str:
    """What tells these bytes from damaged ones."""
    return hashlib.blake2b(data, digest_size=_DIGEST).hexdigest()


def digest(*values: object) -> str:
    """What tells these values from all others, whatever order their sets have: 32 hexadecimal digits."""
    said = hashlib.blake2b(digest_size=_DIGEST)
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


def _list_name() -> str:
    """Each version of the generator has a list of its own, since another one's records may have another form."""
    return f"list~{made_by()}"


def _file(name: str, key: str) -> str:
    # A name may hold what a file system has no letters for, or be longer than it takes.
    return f"{digest(name)[:12]}~{key}"


def _framed(data: bytes) -> tuple[bytes, bytes]:
    """With its length and its digest before it."""
    return len(data).to_bytes(8, "big") + hashlib.blake2b(data, digest_size=_DIGEST).digest(), data


def _next(file: BinaryIO, most: int) -> bytes:
    """The next framed bytes of a file, `most` at most; none at its end, or where they are damaged."""
    head = file.read(8 + _DIGEST)
    size = int.from_bytes(head[:8], "big")
    if len(head) < 8 + _DIGEST or size > most:
        return b""
    data = file.read(size)
    return data if hashlib.blake2b(data, digest_size=_DIGEST).digest() == head[8:] else b""


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
    elif (plain := _plain(value)) is not None:
        yield from (b"m", plain)
    else:
        members = _members(value)
        yield f"{type(value).__name__}{len(members)}".encode()
        for member in members:
            yield from _parts(member)


def _plain(value: object) -> bytes | None:
    """A tuple or list of words, or of words and numbers, at once; None for all others."""
    if (type(value) is tuple or type(value) is list) and _PLAIN.issuperset(map(type, value)):
        # Of this version the bytes depend on nothing but the value.
        return marshal.dumps(value, 2)
    return None


@cache
def _positional(kind: type) -> tuple[str, ...]:
    """The fields of a class whose values its constructor takes one after the other; none where it does not."""
    plain = is_dataclass(kind) and all(each.init and not each.kw_only for each in fields(kind))
    return _field_names(kind) if plain else ()


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


def _members(value: object) -> Sequence[object]:
    """What a value is made of, in an order that depends on nothing else."""
    if names := _field_names(type(value)):  # type: ignore[arg-type]
        return [getattr(value, name) for name in names]
    if isinstance(value, Mapping):
        # Their order may mean something: a theme's styles are loaded in it.
        return [part for key in value for part in (key, value[key])]
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=repr)
    if isinstance(value, (list, tuple)):
        return value
    raise TypeError(f"a {type(value).__name__} has no digest")


class _Writer(pickle.Pickler):
    """Writes a value as its class and its fields; their names are looked up once, and not for each value."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - whatever pickle takes
        names = _positional(type(value))  # type: ignore[arg-type]
        return (type(value), tuple(getattr(value, name) for name in names)) if names else NotImplemented


class _Reader(pickle.Unpickler):
    """Reads the generator's own values and nothing else, so that an entry that somebody made up runs no code."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - a class
        if (module, name) in _BUILTINS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_MODULES) and module in sys.modules else None
        if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, (Enum, tuple))):
            raise pickle.UnpicklingError(f"{module}.{name} is no value of the generator")
        return found
