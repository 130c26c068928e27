"""No note covers another or the text: at any width, whatever people write and switch, with a script and without."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.themes.drafts import CROWD, GIANT, HOST, KNOT, MIRRORED, ROLL, TURNED, Draft, drafts
from tests.themes.shown import Shown

NARROW, MARGIN, RAIL = 320, 1120, 1280
"""The narrowest width, and those from which on there are a margin and a rail."""

_FOLDS = "open => { for (const each of document.querySelectorAll('.note details')) each.open = open; }"
_TYPE = "size => { document.documentElement.style.fontSize = size; }"
_CHOICE = "value => document.querySelector(`input[name=notes][value=${value}]`).click()"
_SWITCHES = "() => [...document.querySelectorAll('input[id^=page-kind-], input[id^=page-voice]')].map(each => each.id)"
_SWITCH = "id => document.getElementById(id).click()"


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(drafts(), st.lists(st.integers(320, 2560), min_size=2, max_size=2))
@example(CROWD, [1024, 1440])
@example(GIANT, [360, 2560])
@example(KNOT, [1119, 1440])
@example(ROLL, [360, 1440])
@example(MIRRORED, [360, 1440])
@example(TURNED, [768, 1440])
@example(replace(ROLL, excerpts=True), [360, 1440])
@example(HOST, [700, 1200])
def test_no_note_covers_anything(shown: Shown, draft: Draft, widths: list[int]) -> None:
    shown.show(draft.site())
    every = len(draft.remarks)
    for width in (NARROW, MARGIN, RAIL, *widths):
        _sound(shown, every, width)
    shown.page.evaluate(_FOLDS, True)
    _sound(shown, every)
    shown.page.evaluate(_TYPE, "200%")
    for width in (NARROW, MARGIN, *widths):
        _sound(shown, every, width)


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(drafts(excerpts=False), st.integers(320, 2560))
@example(KNOT, 1440)
def test_what_a_reader_switches_off_leaves_the_rest_in_order(shown: Shown, draft: Draft, width: int) -> None:
    shown.show(draft.site())
    every = len(draft.remarks)
    assert _sound(shown, every, width) == every
    shown.page.evaluate(_CHOICE, "numbers")
    assert _sound(shown, 0) == every
    shown.page.evaluate(_CHOICE, "none")
    assert _sound(shown, 0) == 0
    shown.page.evaluate(_CHOICE, "all")
    for name in shown.page.evaluate(_SWITCHES):
        shown.page.evaluate(_SWITCH, name)
        left = shown.page.locator(f"aside.note:not(.{name.removeprefix('page-')})").count()
        assert _sound(shown, left) == left, name
        shown.page.evaluate(_SWITCH, name)
    assert _sound(shown, every) == every


def test_the_eye_that_looks_for_faults_sees_them(shown: Shown) -> None:
    """What is looked for above is found where it is brought about."""
    shown.show(KNOT.site())
    assert shown.layout(1440).faults == []
    note = "document.querySelector('#n3').style"
    for spoiled, fault in (
        ("translate = '-20rem'", "n3 covers"),
        ("translate = '0 2rem'", "n3 covers n4"),
        ("width = '60rem'", "the page is"),
        ("translate = '90rem'", "n3 stands outside of the window"),
        ("width = '4rem'", "n3 is 64 px wide"),
        ("cssText = 'width: 12rem; white-space: nowrap'", "n3 is too narrow for its words"),
        ("translate = '0 -20rem'", "n3 stands"),
    ):
        shown.page.evaluate(f"() => {{ {note}.{spoiled}; }}")
        seen = [each for each in shown.layout().faults if each.startswith(fault)]
        shown.page.evaluate(f"() => {{ const top = {note}.top; {note}.cssText = ''; {note}.top = top; }}")
        assert seen, spoiled


def _sound(shown: Shown, notes: int, width: int = 0) -> int:
    """Looks that there is no fault, and that this many notes are seen; returns how many numbers are."""
    found = shown.layout(width)
    assert (found.faults, found.notes) == ([], notes), f"{shown.page.viewport_size}"
    return found.numbers
