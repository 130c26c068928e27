"""What a build has made, where the next one finds it: facts at hand, contents where they are asked for.

A build of thousands of readings holds of each only what the pages of the whole edition need; pages and texts lie in the
cache, or in memory where there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from generator.cache import Cache, checksum, pickled, restored
from generator.diagnostics import Diagnostic
from generator.model import File, Output, Seen, Unlocked

Value = TypeVar("Value")
_SLACK = 1.25
"""How many times as many records may be listed as there are: those that count no more cost room when they are read."""


class Lost(Exception):  # noqa: N818
    """Something that lay in the cache does so no more, or was changed there."""


class FileFacts(NamedTuple):
    """A file without its content."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """What is at hand of something that was made: a reading, or pages of the whole edition."""

    name: str
    base: str
    """A digest of what all readings of its build have in common: the generator, the theme, the site."""
    key: str
    """A digest of all else that it was made from, but for the shared glossary."""
    shared: str
    """A digest of the shared glossary with which it was made, or with which it would be the same."""
    value: Any
    """What the reduce step needs of it; None for a reading whose seed cannot be read."""
    found: tuple[Diagnostic, ...]
    files: tuple[FileFacts, ...]
    rest: tuple[int, str]
    """The size and the checksum of its further values, which lie first."""
    pieces: int
    """The size of what lies between these and its files."""
    mark: str
    """A checksum of the value."""
    content: str
    """A checksum of all that lies behind it."""
    unlocked: Unlocked | None = None
    """What a reading's anchors.lock did not say when it was made; the mark does not tell of it."""
    seen: Seen | None = None


class Parcel(NamedTuple):
    """Something that was made, ready to be sent and to be put on the shelf."""

    record: Record
    data: bytes | None
    """What lies behind the record; None where it lies in the cache already."""


def parcel(
    name: str,
    value: object,
    found: Sequence[Diagnostic],
    outputs: Sequence[Output],
    rest: object = None,
    unlocked: Unlocked | None = None,
    pieces: bytes = b"",
) -> Parcel:
    """What was made, in a form in which it can lie in a file, with values and pieces that are not needed at once."""
    values = pickled(rest)
    facts = tuple(FileFacts(each.path, each.size, each.digest) for each in outputs)
    checked = checksum(values)
    content = checksum("".join((checked, checksum(pieces), *(each.digest for each in facts))).encode())
    mark = checksum(pickled(value))
    record = Record(
        name, "", "", "", value, tuple(found), facts, (len(values), checked), len(pieces), mark, content, unlocked
    )
    return Parcel(record, b"".join((values, pieces, *(each.data for each in outputs))))


def stored(made: Parcel, cache: Cache) -> Parcel:
    """The same without what lies behind its record, if the cache has taken it."""
    there = made.data is None or cache.put(made.record.name, made.record.content, made.data)
    return Parcel(made.record, None) if there else made


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """An output that lies on a shelf."""

    path: str
    size: int
    digest: str
    start: int
    load: Callable[[int, int], bytes]
    """What gives a stretch of what it lies in, from an offset on."""

    @property
    def data(self) -> bytes:
        """Its content. Raises `Lost` where it is not what was put there."""
        data = self.load(self.start, self.size)
        if Output(self.path, data).digest != self.digest:
            raise Lost(self.path)
        return data

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Output, Stored)):
            return NotImplemented
        return (self.path, self.digest) == (other.path, other.digest)

    def __hash__(self) -> int:
        return hash((self.path, self.digest))


class Shelf:
    """The records of the last build, and access to what lies behind them."""

    def __init__(self, cache: Cache | None = None) -> None:
        self._cache = cache
        self._records: dict[str, Record] = {}
        self._in_memory: dict[tuple[str, str], bytes] = {}
        self._new: dict[str, Record] = {}
        self._used: set[str] = set()
        self._listed = 0
        if cache:
            for record in cache.listed():
                self._listed += 1
                if isinstance(record, Record):
                    self._records[record.name] = record
            whole = (each for each in self._records.values() if cache.size(each.name, each.content) == _size(each))
            self._records = {each.name: each for each in whole}

    @property
    def cache(self) -> Cache | None:
        """Where what lies behind the records is kept; none where that is in memory."""
        return self._cache

    @property
    def records(self) -> Sequence[Record]:
        """All that is on the shelf."""
        return tuple(self._records.values())

    def get(self, name: str) -> Record | None:
        """What was made under a name."""
        self._used.add(name)
        return self._records.get(name)

    def keep(self, record: Record, data: bytes | None = None) -> None:
        """Puts a record on the shelf, and what lies behind it if that is new."""
        if data is not None and not (self._cache and self._cache.put(record.name, record.content, data)):
            self._in_memory[record.name, record.content] = data
        self._used.add(record.name)
        if self._records.get(record.name) != record:
            self._records[record.name] = self._new[record.name] = record

    def finish(self) -> None:
        """Drops what nobody has asked for since the last time, and keeps the rest for the next build."""
        self._records = {name: record for name, record in self._records.items() if name in self._used}
        self._used = set()
        entries = {(record.name, record.content) for record in self._records.values()}
        self._in_memory = {entry: data for entry, data in self._in_memory.items() if entry in entries}
        if self._cache and self.save():
            self._cache.prune(entries)

    def save(self) -> bool:
        """Keeps for the next build what is new; whether there was anything."""
        if not self._cache or not self._new:
            return False
        self._list(self._cache)
        return True

    def _list(self, cache: Cache) -> None:
        """Adds what is new to the cache's list, in which the last record of a name counts; now and then all anew."""
        known = {name: each for name, each in self._records.items() if (each.name, each.content) not in self._in_memory}
        new = [known[name] for name in self._new if name in known]
        few = self._listed + len(new) < _SLACK * len(known)
        if not (few and cache.add_to_list(new)):
            cache.put_list(known.values())
        self._new = {}

    def files(self, record: Record) -> Iterator[File]:
        """The outputs of what was made; they can be read as long as they are held, whatever is made meanwhile."""
        start, load = record.rest[0] + record.pieces, self._part(record)
        for path, size, digest in record.files:
            yield Stored(path, size, digest, start, load)
            start += size

    def rest(self, record: Record) -> Callable[[], Any]:
        """What gives the further values of what was made; it raises `Lost` where they are not what was put there."""
        return partial(_restored, *record.rest, self._part(record))

    def piece(self, record: Record, start: int, size: int) -> bytes:
        """A stretch of the pieces of what was made; nobody has checked it."""
        return self._part(record)(record.rest[0] + start, size)

    def _part(self, record: Record) -> Callable[[int, int], bytes]:
        entry = record.name, record.content
        if self._cache and entry not in self._in_memory:
            return partial(self._cache.part, *entry)
        return partial(_cut, self._in_memory[entry])


def _cut(data: bytes, start: int, size: int) -> bytes:
    return data[start : start + size]


def _restored(size: int, checked: str, load: Callable[[int, int], bytes]) -> Any:  # noqa: ANN401 - what was put there
    data = load(0, size)
    if checksum(data) != checked:
        raise Lost
    return restored(data)


class Lazily(Mapping[str, Value], Generic[Value]):
    """A value for each name, loaded when it is asked for."""

    def __init__(self, names: Sequence[str], load: Callable[[str], Value]) -> None:
        self._names = dict.fromkeys(names)
        self._load = load

    def __getitem__(self, name: str) -> Value:
        if name not in self._names:
            raise KeyError(name)
        return self._load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _size(record: Record) -> int:
    return record.rest[0] + record.pieces + sum(each.size for each in record.files)
