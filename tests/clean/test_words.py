"""What is looked for first, because it is quick, stands in all that is looked for then."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.rules import body, legal


@pytest.mark.parametrize(
    ("pattern", "first"),
    [(body._CREDIT, body._IN_CREDITS), (legal._OWNED, legal._IN_RIGHTS)],
    ids=["credits", "rights"],
)
@given(data=st.data())
def test_what_is_looked_for_first_stands_in_it(
    pattern: re.Pattern[str], first: re.Pattern[str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(pattern.pattern))
    assert first.search(line.lower())
    assert first.search(line.upper().lower())
