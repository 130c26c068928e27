"""An author's corrections go before all rules, and one that cannot be meant is an error."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.diagnostics import Place
from generator.model import Correction, Role
from tests.clean.test_roles import captured

SOURCE = """\
The Flood at the Lower Mill

The river rose all night, and in the morning the meadow below the mill was a lake in which the alders stood.

The “ferry” was gone.

Nobody in the village had seen the water so high since the year in which the old bridge was carried away.

Share this article
"""
PLACE = Place("content/mill/reading.toml", 9, 9)


def corrected(quote: str, keep: bool) -> dict[str, Role]:
    outcome = clean(captured(SOURCE.encode()), (Correction(quote, keep, PLACE),))
    assert outcome.diagnostics == ()
    return {line.text: line.role for line in outcome.value.lines}


def test_a_line_can_be_dropped() -> None:
    assert corrected("The “ferry” was gone.", keep=False)["The “ferry” was gone."] is Role.OTHER_BOILERPLATE


def test_a_line_can_be_put_back() -> None:
    assert corrected("Share this article", keep=True)["Share this article"] is Role.PARAGRAPH


def test_the_beginning_of_a_line_is_enough_and_quotation_marks_may_be_straight() -> None:
    assert not corrected('The "ferry"', keep=False)["The “ferry” was gone."].kept


@pytest.mark.parametrize(
    ("quote", "code"),
    [("The ferries", "correction-unmatched"), ("", "correction-unmatched"), ("The", "correction-ambiguous")],
)
def test_a_quote_that_means_no_line_or_several_is_an_error_at_its_place(quote: str, code: str) -> None:
    outcome = clean(captured(SOURCE.encode()), (Correction(quote, False, PLACE),))
    assert [(each.code, each.place, each.severity) for each in outcome.diagnostics] == [(code, PLACE, "error")]
    assert outcome.value == clean(captured(SOURCE.encode())).value
