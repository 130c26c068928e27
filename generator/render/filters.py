"""Jinja's filters as a theme's templates may use them: refused before they make more than a page may have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import SecurityError
from markupsafe import escape

from generator.render.bounds import GROWTH, ITEM, Budget, size_of

_WIDEST = 1000
"""So much may be filled up with spaces, or parted into."""
_WIDENING = frozenset({"indent", "urlize", "wordwrap"})
"""Filters that put a text between others, as often as it has lines or words."""
_NARROW = _WIDENING | {"batch", "center", "round", "slice", "truncate"}
_TEXTS = _WIDENING | {"capitalize", "center", "e", "escape", "forceescape", "lower", "replace", "string", "striptags"}
_TEXTS |= {"title", "tojson", "trim", "truncate", "upper", "urlencode", "wordcount", "xmlattr"}
"""Filters that write out what they are given."""


def limit(filters: dict[str, Callable[..., Any]], budget: Budget) -> None:
    """Puts filters that make no more than they may in the place of Jinja's own."""
    join, total, as_json, attributes = (filters[name] for name in ("join", "sum", "tojson", "map"))
    filters |= _special(budget, join, attributes) | {"sum": _numbers(total), "tojson": _unindented(as_json)}
    filters |= {name: _measured(budget, name, filters[name]) for name in filters}


def _measured(budget: Budget, name: str, fill: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is refused before it makes more than may be; its first value may be something of Jinja's own."""
    at = 1 if hasattr(fill, "jinja_pass_arg") else 0

    @wraps(fill)
    def measured(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        value, more = values[at], (*values[at + 1 :], *named.values())
        if name in _NARROW:
            _narrow((value, *more))
        if name in _TEXTS:
            budget.shown(value)
        widths = (size_of(each) or (each if isinstance(each, int) else 0) for each in more if name in _WIDENING)
        growth = GROWTH if name in _TEXTS else ITEM
        budget.check(size_of(value) * (growth + sum(widths)))
        if isinstance(value, Iterator):
            values = (*values[:at], budget.counted(value), *values[at + 1 :])
        return budget.spent(fill(*values, **named))

    return measured


def _narrow(values: Sequence[Any]) -> None:
    if any(isinstance(each, str) and len(each) > _WIDEST for each in values[1:]):
        raise SecurityError(f"what is filled up with may have {_WIDEST} letters")
    if any(isinstance(each, int) and each > _WIDEST for each in values):
        raise SecurityError(f"what is filled up or parted may be {_WIDEST} wide")


def _special(budget: Budget, join: Callable[..., Any], attributes: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    def formatted(written: str, *values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        return budget.filled(written, named or values)

    def replaced(text: Any, old: str, new: str, count: int = -1) -> Any:  # noqa: ANN401 - a text
        """Jinja's own, of which nobody knows beforehand how long it gets."""
        made = str(text) if not hasattr(text, "__html__") else text
        grown = max(0, len(str(escape(new))) - len(old))
        budget.check(len(made) + (made.count(old) if old else len(made) + 1) * grown)
        return made.replace(old, new, count)

    @pass_context
    def joined(context: Any, values: Iterable[Any], by: str = "", attribute: Any = None) -> Any:  # noqa: ANN401 - Jinja's
        parts = values if attribute is None else attributes(context, values, attribute=attribute)
        parts = [budget.part(each) for each in budget.counted(parts)]
        budget.check(len(parts) * size_of(budget.shown(by)))
        return join(context.eval_ctx, parts, by)

    return {"format": formatted, "replace": replaced, "join": joined}


def _numbers(total: Callable[..., Any]) -> Callable[..., Any]:
    """A sum of numbers: one of lists would copy the first of them for each."""

    @wraps(total)
    def summed(environment: Any, values: Any, attribute: Any = None, start: float = 0) -> Any:  # noqa: ANN401 - Jinja's
        if not isinstance(start, (int, float)):
            raise SecurityError("only numbers can be added up")
        return total(environment, values, attribute, start)

    return summed


def _unindented(as_json: Callable[..., Any]) -> Callable[..., Any]:
    """JSON without spaces, which grow with every list in a list."""

    @wraps(as_json)
    def written(context: Any, value: Any) -> Any:  # noqa: ANN401 - Jinja's own
        return as_json(context, value)

    return written
