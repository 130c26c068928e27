"""What is looked for first, because it is quick, stands in all that is looked for then."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.first import without_case
from generator.clean.rules import body, legal


@pytest.mark.parametrize(
    ("pattern", "first"),
    [(body._CREDIT, body._in_credits), (legal._OWNED, legal._in_rights)],
    ids=["credits", "rights"],
)
@given(data=st.data())
def test_what_is_looked_for_first_stands_in_it(
    pattern: re.Pattern[str], first: Callable[[str], bool], data: st.DataObject
) -> None:
    assert first(data.draw(st.from_regex(pattern)))


@pytest.mark.parametrize("line", ["COPYRİGHT 2020 Ajans", "All rıghts reserved", "TÜM HAKLARI SAKLIDIR"])
def test_letters_of_other_alphabets_are_the_same_without_case(line: str) -> None:
    assert legal._OWNED.search(line)
    assert legal._in_rights(line)


@given(st.text("iİıIsſSkKK", min_size=1, max_size=3))
def test_it_holds_what_the_expression_would(text: str) -> None:
    assert without_case("i|k|s")(text) == bool(re.search("i|k|s", text, re.IGNORECASE))
