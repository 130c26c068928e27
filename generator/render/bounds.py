"""What a theme's templates may put together: so much and no more, since a stranger's might fill any memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, wraps
from typing import Any

from jinja2 import nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer
from markupsafe import escape

_WIDEST = 1000
"""So much may be filled up with spaces, or parted into."""
_LARGEST = 50_000_000
"""Letters of a text, or items of a list, that a page puts together: doubled again and again, one fills any memory."""
_FILLING = ("batch", "center", "indent", "slice", "tojson", "truncate", "wordwrap")
_GROWING = ("e", "escape", "forceescape", "pprint", "string", "sum", "urlencode", "urlize", "xmlattr")
"""Filters."""
COUNTED, _BOUNDED = "_counted", "_bounded"
"""Filters that templates are given where they are read."""
_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\d{4}|\*)")
"""A format that is wider, or whose width is a value."""


def limit(filters: dict[str, Callable[..., Any]]) -> None:
    """Puts filters that make no more than they may in the place of Jinja's own."""
    filters |= {name: _narrow(filters[name]) for name in _FILLING}
    filters |= {name: _bounding(filters[name]) for name in (*_GROWING, *_FILLING)}
    filters |= {"format": _formatted, "replace": _replaced, "join": _joining(filters["join"]), _BOUNDED: bounded}


def filled(written: str, values: Any) -> Any:  # noqa: ANN401 - whatever a template fills in
    """A format with its values. Raises SecurityError where that would be larger than a page may be."""
    parts = values.values() if isinstance(values, Mapping) else values if isinstance(values, tuple) else (values,)
    longest = max((len(each) for each in parts if isinstance(each, str)), default=0)
    _measure(len(written) + _values(written) * longest)
    return written % values


def bounded(value: Any) -> Any:  # noqa: ANN401 - whatever a template has made
    """The value. Raises SecurityError where it is larger than a page may be."""
    if isinstance(value, (str, list, tuple)):
        _measure(len(value))
    return value


class Watched(NodeTransformer):
    """A template's tree with a filter around what loops run over, and around what is put together."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        node.iter = _through(COUNTED, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        return _through(_BOUNDED, node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        node.filter = _through(_BOUNDED, node.filter)
        return node


def _formatted(written: str, *values: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja's own
    made: str = filled(written, named or values)
    return made


@lru_cache(maxsize=1024)
def _values(written: str) -> int:
    """How many values a format has, at most."""
    if _WIDE.search(written):
        raise SecurityError("a format of a thousand characters, or of a width that is a value")
    return written.count("%")


def _replaced(text: Any, old: str, new: str, count: int = -1) -> Any:  # noqa: ANN401 - a text
    """Jinja's own, of which nobody knows beforehand how long it gets."""
    made = str(text) if not hasattr(text, "__html__") else text
    _measure(len(made) + (made.count(old) if old else len(made) + 1) * max(0, len(str(escape(new))) - len(old)))
    return made.replace(old, new, count)


def _joining(join: Callable[..., Any]) -> Callable[..., Any]:
    @pass_eval_context
    def joined(context: Any, values: Iterable[Any], by: str = "", attribute: Any = None) -> Any:  # noqa: ANN401 - Jinja's
        parts = list(values)
        _measure(len(parts) * len(by) + sum(len(each) for each in parts if isinstance(each, str)))
        return bounded(join(context, parts, by, attribute))

    return joined


def _measure(size: int) -> None:
    if size > _LARGEST:
        raise SecurityError(f"what a page puts together may have {_LARGEST} letters or items")


def _bounding(fill: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(fill)
    def filled(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        return bounded(fill(*values, **named))

    return filled


def _narrow(fill: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(fill)
    def filled(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        if any(isinstance(each, str) and len(each) > _WIDEST for each in (*values[2:], *named.values())):
            raise SecurityError(f"what is filled up with may have {_WIDEST} letters")
        if any(isinstance(each, int) and each > _WIDEST for each in (*values, *named.values())):
            raise SecurityError(f"what is filled up or parted may be {_WIDEST} wide")
        return fill(*values, **named)

    return filled


def _through(name: str, node: nodes.Node | None) -> nodes.Filter:
    made = nodes.Filter(node, name, [], [], None, None)
    if node:
        made.set_lineno(node.lineno)
    return made
