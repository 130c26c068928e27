"""anchors.lock: what is written is what is read, sorted, a value on a line; what cannot be read is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.enrich.lock import read_lock, says, write_lock
from generator.model import Change, Former, Lock, Locked, Memory, SourceFile, Surroundings

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAME = st.from_regex(r"(?:note|term|event):[\w.-]{1,8}", fullmatch=True)
AROUND = st.builds(Surroundings, TEXT, TEXT, TEXT)
MEMORY = st.builds(
    lambda chosen, start, text, rivals: Memory(chosen, start, text, tuple(rivals), len(rivals)),
    AROUND,
    st.integers(0, 10**6),
    TEXT,
    st.lists(AROUND, max_size=3),
)
LOCK = st.builds(
    Lock,
    st.dictionaries(NAME, st.builds(Locked, TEXT, MEMORY), max_size=4),
    st.dictionaries(TEXT.filter(bool), TEXT, max_size=4),
    st.dictionaries(NAME, st.builds(Former, TEXT.filter(bool), TEXT), max_size=3),
    st.lists(st.builds(Change, NAME, st.just("changed"), TEXT, TEXT, TEXT), max_size=3).map(tuple),
)


@settings(deadline=None)
@given(LOCK)
def test_what_is_written_is_what_is_read(lock: Lock) -> None:
    read = read_lock(SourceFile("anchors.lock", write_lock(lock)))
    assert not read.diagnostics
    assert read.value == lock
    assert list(read.value.ids) == list(lock.ids)
    assert write_lock(read.value) == write_lock(lock)


@settings(deadline=None)
@given(LOCK, LOCK)
def test_a_lock_says_what_would_be_written_again_and_nothing_else(one: Lock, other: Lock) -> None:
    file = SourceFile("anchors.lock", write_lock(one))
    assert says(file, one)
    assert says(file, other) == (write_lock(one) == write_lock(other))


def test_without_a_file_nothing_is_said() -> None:
    assert not says(None, Lock())
    assert not says(SourceFile("anchors.lock", b"version = 2"), Lock())


def test_what_a_merge_has_put_out_of_order_is_written_anew() -> None:
    place = Memory(Surroundings("", "a", ""), 0, "text", (), 0)
    lock = Lock({"note:a": Locked("a", place), "note:b": Locked("b", place)})
    head, first, second = write_lock(lock).split(b"[quotes.")
    assert says(SourceFile("anchors.lock", b"[quotes.".join((head, first, second))), lock)
    assert not says(SourceFile("anchors.lock", b"[quotes.".join((head, second, first))), lock)


def test_entries_are_sorted_and_each_value_has_a_line() -> None:
    chosen = Surroundings("before\nit", "the words", "after it")
    locked = Locked("before **the words**", Memory(chosen, 7, "00ff", (chosen,)))
    lines = write_lock(Lock({"note:b": locked, "note:a": locked})).decode().splitlines()
    heads = [line for line in lines if line.startswith("[quotes")]
    assert heads == sorted(heads)
    assert 'before = "before\\nit"' in lines
    assert max(map(len, lines)) < 240


@pytest.mark.parametrize(
    "source",
    [
        b"version = 1\n[quotes",
        b"version = 2\n",
        b"\xff",
        b"",
        b'version = 1\n[quotes."note:a"]\nquote = "x"\n',
        b'version = 1\nquotes = "none"\n',
        b"version = 1\n<<<<<<< HEAD\n",
    ],
)
def test_what_cannot_be_read_is_an_error_and_never_an_empty_lock(source: bytes) -> None:
    read = read_lock(SourceFile("content/walk/anchors.lock", source))
    assert [each.code for each in read.diagnostics] == ["lock-unreadable"]
    assert read.failed


def test_without_a_file_there_is_nothing_to_say() -> None:
    assert read_lock(None).diagnostics == ()
