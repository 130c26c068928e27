"""Where in a text remembered words may stand: wherever they stand to the letter, and wherever enough of them and of
the words around them stand in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.enrich.relocation.likeness import Likeness, Window, compare, matches
from generator.enrich.relocation.words import Words

_EXACT = 20
"""How many places of the very words are looked at."""
_LIKELY = 6
"""How many other places."""
_COMMON_PAIR, _COMMON_WORD, _COMMON_QUOTED = 12, 3, 6
"""Words that stand in more places than that tell nothing of a place."""
_SHIFT = 6
"""Places less than so many words apart are one."""
_SLACK = 25

Place = tuple[int, int]


def candidates(wanted: Window, searched: Words) -> list[Likeness]:
    """Every place worth a look, the most like one first; of two that overlap only the better one."""
    places = dict.fromkeys(_exact(wanted.words, searched))
    for shift in _shifts(wanted, searched):
        place = _place(wanted, searched, shift)
        if place:
            places[place] = None
    kept: list[Likeness] = []
    for each in sorted((compare(wanted, searched, *place) for place in places), key=lambda each: -each.total):
        if not any(each.overlaps(other) for other in kept):
            kept.append(each)
    return kept


def _exact(words: Sequence[str], searched: Words) -> list[Place]:
    if not words:
        return []
    rarest = min(range(len(words)), key=lambda number: len(searched.places.get(words[number], ())))
    starts = (at - rarest for at in searched.places.get(words[rarest], ()) if at >= rarest)
    found = [(at, at + len(words)) for at in starts if searched.forms[at : at + len(words)] == words]
    return found[:_EXACT]


def _shifts(wanted: Window, searched: Words) -> list[int]:
    """By how many words the window would have to be shifted to stand where many of its words stand."""
    votes: dict[int, float] = {}
    for at, shared in _votes(wanted, searched):
        votes[at] = votes.get(at, 0.0) + shared
    shifts = sorted(votes)
    strength = _gathered(shifts, votes)
    chosen: list[int] = []
    for at in sorted(shifts, key=lambda each: (-strength[each], -votes[each])):
        if all(abs(at - other) > _SHIFT for other in chosen):
            chosen.append(at)
        if len(chosen) == _LIKELY:
            break
    return chosen


def _votes(wanted: Window, searched: Words) -> Iterator[tuple[int, float]]:
    whole = _whole(wanted)
    first, last = len(wanted.before), len(wanted.before) + len(wanted.words)
    for number, form in enumerate(whole):
        quoted = first <= number < last
        twos = searched.pairs.get((form, whole[number + 1]), ()) if number + 1 < len(whole) else ()
        if 0 < len(twos) <= _COMMON_PAIR:
            yield from ((at - number, (2.0 if quoted else 1.0) / len(twos) ** 0.5) for at in twos)
        ones = searched.places.get(form, ())
        if 0 < len(ones) <= (_COMMON_QUOTED if quoted else _COMMON_WORD):
            yield from ((at - number, (1.0 if quoted else 0.5) / len(ones)) for at in ones)


def _gathered(shifts: Sequence[int], votes: dict[int, float]) -> dict[int, float]:
    """For each shift the votes of all that are as good as the same."""
    strength: dict[int, float] = {}
    low = high = 0
    held = 0.0
    for at in shifts:
        while high < len(shifts) and shifts[high] <= at + _SHIFT:
            held += votes[shifts[high]]
            high += 1
        while shifts[low] < at - _SHIFT:
            held -= votes[shifts[low]]
            low += 1
        strength[at] = held
    return strength


def _whole(wanted: Window) -> list[str]:
    return [*reversed(wanted.before), *wanted.words, *wanted.after]


def _place(wanted: Window, searched: Words, shift: int) -> Place | None:
    """The place of the words where the whole window, shifted, is laid along the text; None where none is there."""
    whole, first = _whole(wanted), len(wanted.before)
    last = first + len(wanted.words)
    low = max(0, shift - _SLACK)
    laid = matches(whole, searched.forms[low : max(0, shift + len(whole) + _SLACK)])
    at = [low + each if each >= 0 else -1 for each in laid]
    held = _dense([number for number in range(first, last) if at[number] >= 0], at, last - first)
    if not held:
        return None
    start = _edge_before(at, held[0], first)
    end = _edge_after(at, held[-1], last, len(searched.forms))
    return (start, end) if start < end else None


def _dense(held: list[int], at: Sequence[int], count: int) -> list[int]:
    """The matched words without those at the ends that stand far off, so that they are about as long as wanted."""
    while len(held) > 1 and at[held[-1]] - at[held[0]] >= 1.5 * count + 3:
        before = at[held[1]] - at[held[0]] - (held[1] - held[0])
        behind = at[held[-1]] - at[held[-2]] - (held[-1] - held[-2])
        held = held[1:] if before > behind else held[:-1]
    return held


def _edge_before(at: Sequence[int], number: int, first: int) -> int:
    """Where the words begin: where the first does, or behind the one before it where the first was exchanged."""
    start, missing = at[number], number - first
    if not missing:
        return start
    behind = at[first - 1] + 1 if first and at[first - 1] >= 0 else -1
    if 0 <= behind <= start and start - behind <= 2 * missing + 1:
        return behind
    known = max((each for each in at[:first] if 0 <= each < start), default=-1)
    return max(known + 1, start - missing)


def _edge_after(at: Sequence[int], number: int, last: int, count: int) -> int:
    end, missing = at[number] + 1, last - 1 - number
    if not missing:
        return end
    ahead = at[last] if last < len(at) else -1
    if ahead >= end and ahead - end <= 2 * missing + 1:
        return ahead
    known = min((each for each in at[last:] if each >= end), default=count)
    return min(known, end + missing)
