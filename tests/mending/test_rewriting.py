"""Quotes exchanged in a register: every other byte stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.mending.rewriting import rewrite

LINES = st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=12), min_size=1)


@given(LINES, LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.booleans(), st.data())
def test_only_the_lines_of_the_quote_change(
    before: list[str], after: list[str], end: str, closed: bool, marked: bool, data: st.DataObject
) -> None:
    old = [f"> {each}" for each in data.draw(LINES)]
    new = [f"> {each}" for each in data.draw(LINES)]
    bom, last = "\ufeff" if marked else "", end if closed else ""
    first = len(before) + 1
    given_file = bom + end.join([*before, *old, *after]) + last
    wanted = bom + end.join([*before, *new, *after]) + last
    written = rewrite(given_file.encode(), {(first, first + len(old) - 1): "\n".join(new)})
    assert written == wanted.encode()


def test_several_quotes_of_one_file() -> None:
    written = rewrite(b"## A\n\n> one\n\nText.\n\n## B\n\n> two\n> lines", {(3, 3): "> a\n> b", (9, 10): "> c"})
    assert written == b"## A\n\n> a\n> b\n\nText.\n\n## B\n\n> c"
