"""What a theme's templates may do: show values. Themes are passed on from hand to hand, and some will be strangers'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any, cast

from jinja2 import nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.visitor import NodeTransformer
from markupsafe import escape

_MOST = 100_000
"""Characters or items of what a template makes by multiplying."""
_WIDEST = 1000
"""So much may be filled up with spaces, or parted into."""
_MOST_ROUNDS = 1_000_000
"""Of all the ranges of one page together; a range in a range is soon without end."""
_MOST_STEPS = 20_000_000
"""Of all loops, calls and included templates of one page together: a list of thousands in a list of thousands."""
_LARGEST = 50_000_000
"""Letters of a text, or items of a list, that a page puts together: doubled again and again, one fills any memory."""
_FILLING = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill", "format", "format_map"})
_FILLING |= {"join", "replace", "translate"}
"""Methods of texts that make them as long as a template says; `%` and filters do what is needed of them."""
_FILLING_FILTERS = ("batch", "center", "indent", "slice", "tojson", "truncate", "wordwrap")
_GROWING_FILTERS = ("e", "escape", "forceescape", "pprint", "string", "sum", "urlencode", "urlize", "xmlattr")
_COUNTED, _BOUNDED = "_counted", "_bounded"
"""Filters that templates are given where they are read."""
_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\d{4}|\*)")
"""A format that is wider, or whose width is a value."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which remembers what it has decided of an attribute: it looks at nothing but name and type."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(*args, **settings)
        self.decided: dict[tuple[type, str], bool] = {}
        self.fields: set[tuple[type, str]] = set()
        self.rounds = 0
        """So many times the ranges of this page let a loop run."""
        self.steps = 0
        self.globals["range"] = self._range
        # What these give is different at every build.
        del self.filters["random"], self.globals["lipsum"]
        self.filters |= {name: _narrow(self.filters[name]) for name in _FILLING_FILTERS}
        self.filters |= {name: _bounding(self.filters[name]) for name in (*_GROWING_FILTERS, *_FILLING_FILTERS)}
        self.filters |= {"format": _formatted, "replace": _replaced, "join": _joining(self.filters["join"])}
        self.filters |= {_COUNTED: self._counted, _BOUNDED: _bounded}

    def begin(self) -> Sandbox:
        """The same, for another page."""
        self.rounds = self.steps = 0
        return self

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, in which each loop is counted, and what is put together is measured."""
        return cast("nodes.Template", _Watched().visit(super()._parse(source, name, filename)))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805 - Jinja's own
        """A macro may call itself twice, and so again and again."""
        __self._step(1)
        return _bounded(super().call(__context, __obj, *args, **kwargs))

    def _load_template(self, name: str, globals: Any) -> Any:  # noqa: A002, ANN401 - Jinja's own
        """A template may include itself twice."""
        self._step(1)
        return super()._load_template(name, globals)

    def _step(self, number: int) -> None:
        self.steps += number
        if self.steps > _MOST_STEPS:
            raise SecurityError(f"the loops and calls of one page are more than {_MOST_STEPS}")

    def _counted(self, values: Any) -> Any:  # noqa: ANN401 - whatever a loop runs over
        if isinstance(values, Sized):
            self._step(len(values))
            return values
        return self._counting(values)

    def _counting(self, values: Iterable[Any]) -> Iterator[Any]:
        for each in values:
            self._step(1)
            yield each

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own
        """A field of a view is data, and no way to anything else; templates hardly ask for more."""
        kind = type(obj)
        if (kind, attribute) in self.fields:
            return getattr(obj, attribute)
        if is_dataclass(kind) and attribute in (each.name for each in fields(kind)) and not attribute.startswith("_"):
            self.fields.add((kind, attribute))
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        decided = self.decided.get((type(obj), attr))
        if decided is None:
            fills = isinstance(obj, str) and attr in _FILLING
            decided = self.decided[type(obj), attr] = not fills and super().is_safe_attribute(obj, attr, value)
        return decided

    def wrap_str_format(self, value: object) -> None:
        """No `format` of texts: what stands in its braces reaches into values."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's own
        """What a page needs to reckon with: no texts or lists made long by multiplying, no powers, no wide formats."""
        if operator == "+":
            return _bounded(left + right)
        if operator == "%" and isinstance(left, str):
            return _filled(left, right)
        made = [each for each in (left, right) if isinstance(each, (str, bytes, list, tuple))]
        times = [each for each in (left, right) if isinstance(each, int)]
        if operator == "**" or (operator == "*" and made and times and len(made[0]) * times[0] > _MOST):
            raise SecurityError(f"`{operator}` could make something without end of these values")
        return super().call_binop(context, operator, left, right)

    def _range(self, *borders: int) -> range:
        made = safe_range(*borders)
        self.rounds += len(made)
        if self.rounds > _MOST_ROUNDS:
            raise SecurityError(f"the ranges of one page let loops run more than {_MOST_ROUNDS} times")
        return made


def _formatted(written: str, *values: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja's own
    return _filled(written, named or values)


def _filled(written: str, values: Any) -> str:  # noqa: ANN401 - whatever a template fills in
    if _WIDE.search(written):
        raise SecurityError("a format of a thousand characters, or of a width that is a value")
    parts = values.values() if isinstance(values, Mapping) else values if isinstance(values, tuple) else (values,)
    longest = max((len(each) for each in parts if isinstance(each, str)), default=0)
    _measure(len(written) + written.count("%") * longest)
    filled: str = written % values
    return filled


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
        return _bounded(join(context, parts, by, attribute))

    return joined


def _measure(size: int) -> None:
    if size > _LARGEST:
        raise SecurityError(f"what a page puts together may have {_LARGEST} letters or items")


def _bounded(value: Any) -> Any:  # noqa: ANN401 - whatever a template has made
    if isinstance(value, (str, list, tuple)):
        _measure(len(value))
    return value


def _bounding(fill: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(fill)
    def filled(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        return _bounded(fill(*values, **named))

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


class _Watched(NodeTransformer):
    """A template's tree with a filter around what loops run over, and around what is put together."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        node.iter = _through(_COUNTED, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        return _through(_BOUNDED, node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        node.filter = _through(_BOUNDED, node.filter)
        return node


def _through(name: str, node: nodes.Node | None) -> nodes.Filter:
    made = nodes.Filter(node, name, [], [], None, None)
    if node:
        made.set_lineno(node.lineno)
    return made
