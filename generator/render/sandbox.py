"""What a theme's templates may do: show values. Themes are passed on from hand to hand, and some will be strangers'."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any, cast

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from generator.render import filters
from generator.render.bounds import ITEM, STEP, Budget, size_of

_FILLING = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill", "format", "format_map"})
_FILLING |= {"join", "replace", "translate", "encode", "escape"}
"""Methods of texts that make as much as a template says; `%` and filters do what is needed of them."""
_BYTES = frozenset({"to_bytes", "from_bytes"})
_COUNTED, _SPENT, _PART, _STEP = "_counted", "_spent", "_part", "_step"
"""Filters that templates are given where they are read."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which remembers what it has decided of an attribute: it looks at nothing but name and type."""

    intercepted_binops = frozenset({"*", "**", "%", "+", "-"})

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - Jinja's own
        # What is reckoned where a template is read is reckoned once, and would be counted for one page only.
        super().__init__(*args, **settings, optimized=False, finalize=self._shown)
        self.budget = Budget()
        self.decided: dict[tuple[type, str], bool] = {}
        self.fields: set[tuple[type, str]] = set()
        self.ours: set[Callable[..., Any]] = set()
        # What the first two give is different at every build; the last is for those who look for mistakes.
        del self.filters["random"], self.globals["lipsum"], self.filters["pprint"]
        filters.limit(self.filters, self.budget)
        self.filters |= {_COUNTED: self.budget.counted, _SPENT: self.budget.spent}
        self.filters |= {_PART: self.budget.part, _STEP: self.budget.spend}

    def trust(self, **functions: Callable[..., Any]) -> None:
        """Gives templates these functions by name; they are ours, and called without a look."""
        self.ours |= set(functions.values())
        self.globals |= functions

    def begin(self) -> Sandbox:
        """The same, for another page."""
        self.budget.made = 0
        return self

    def concat(self, parts: Iterable[str]) -> str:
        """What Jinja puts pages and their parts together with."""
        return self.budget.concat(parts)

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's own
        """What a template calls: mostly its own macros, which may call themselves, and functions of ours."""
        self.budget.spend(STEP)
        if type(called) is Macro:
            values = (context.eval_ctx, *values)
        elif type(called) is not FunctionType or called not in self.ours:
            return self._called(context, called, values, named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*values, **named)

    def _called(self, context: Context, called: Any, values: tuple[Any, ...], named: dict[str, Any]) -> Any:  # noqa: ANN401
        if isinstance(called, LoopContext) and values:
            values = (self.budget.counted(values[0]), *values[1:])
        self.budget.spend(ITEM * len(values))
        self.budget.check(ITEM * size_of(getattr(called, "__self__", None)))
        return self.budget.spent(super().call(context, called, *values, **named))

    @pass_context
    def _shown(self, context: Context, value: Any) -> Any:  # noqa: ANN401 - a context keeps Jinja from folding
        return self.budget.shown(value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, in which each loop is counted, and what is put together is measured."""
        return cast("nodes.Template", _Watched().visit(super()._parse(source, name, filename)))

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
            fills = isinstance(obj, bytes) or (isinstance(obj, str) and attr in _FILLING) or attr in _BYTES
            decided = self.decided[type(obj), attr] = not fills and super().is_safe_attribute(obj, attr, value)
        return decided

    def wrap_str_format(self, value: object) -> None:
        """No `format` of texts: what stands in its braces reaches into values."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's own
        """What a page needs to reckon with: no texts or lists made long by multiplying, no powers, no wide formats."""
        if operator == "%":
            return self.budget.filled(left, right) if isinstance(left, str) else left % right
        if operator == "**" or isinstance(left, bytes) or isinstance(right, bytes):
            raise SecurityError(f"`{operator}` could make something without end of these values")
        self.budget.reckoned(operator, left, right)
        return super().call_binop(context, operator, left, right)


class _Watched(NodeTransformer):
    """A template's tree with filters that count what loops run over, what is put together, and what is gone through."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - Jinja's own
        return self._stepping(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 - Jinja's own
        return self._stepping(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's own
        self._stepping(node)
        node.iter = _through(_COUNTED, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        node.nodes = [_through(_PART, each) for each in node.nodes]
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - Jinja's own
        self.generic_visit(node)
        return _through(_SPENT, node) if isinstance(node.arg, nodes.Slice) else node

    def _stepping(self, node: nodes.Template | nodes.Block | nodes.For) -> nodes.Node:
        weight = nodes.Const(_weight(node), lineno=node.lineno)
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_through(_STEP, weight), lineno=node.lineno))
        return node


def _weight(node: nodes.Node) -> int:
    """Of going once through it: its own letters, and the places that it takes in lists until they are joined."""
    letters = sum(len(each.data) for each in node.find_all(nodes.TemplateData))
    places = sum(len(each.nodes) for each in node.find_all(nodes.Output))
    literals = cast("Iterable[Any]", node.find_all((nodes.List, nodes.Tuple, nodes.Dict)))
    items = sum(len(each.items) for each in literals)
    return letters + ITEM * (places + items)


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)
