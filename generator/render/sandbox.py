"""What a theme's templates may do: show values. Themes are passed on from hand to hand, and some will be strangers'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any, cast

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from generator.render import bounds
from generator.render.bounds import bounded, filled

_MOST = 100_000
"""Characters or items of what a template makes by multiplying."""
_MOST_ROUNDS = 1_000_000
"""Of all the ranges of one page together; a range in a range is soon without end."""
_MOST_STEPS = 20_000_000
"""Of all loops, calls and included templates of one page together: a list of thousands in a list of thousands."""
_FILLING = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill", "format", "format_map"})
_FILLING |= {"join", "replace", "translate"}
"""Methods of texts that make them as long as a template says; `%` and filters do what is needed of them."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which remembers what it has decided of an attribute: it looks at nothing but name and type."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(*args, **settings)
        self.decided: dict[tuple[type, str], bool] = {}
        self.fields: set[tuple[type, str]] = set()
        self.ours: set[Callable[..., Any]] = set()
        self.rounds = 0
        """So many times the ranges of this page let a loop run."""
        self.steps = 0
        self.globals["range"] = self._range
        # What these give is different at every build.
        del self.filters["random"], self.globals["lipsum"]
        bounds.limit(self.filters)
        self.filters[bounds.COUNTED] = self._counted

    def trust(self, **functions: Callable[..., Any]) -> None:
        """Gives templates these functions by name; they are ours, and called without a look."""
        self.ours |= set(functions.values())
        self.globals |= functions

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        """What a template calls: mostly its own macros, which may call themselves, and functions of ours."""
        self._step(1)
        if type(called) is Macro:
            values = (context.eval_ctx, *values)
        elif type(called) is not FunctionType or called not in self.ours:
            return bounded(super().call(context, called, *values, **named))
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return bounded(called(*values, **named))

    def begin(self) -> Sandbox:
        """The same, for another page."""
        self.rounds = self.steps = 0
        return self

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, in which each loop is counted, and what is put together is measured."""
        return cast("nodes.Template", bounds.Watched().visit(super()._parse(source, name, filename)))

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
            return bounded(left + right)
        if operator == "%" and isinstance(left, str):
            return filled(left, right)
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
