"""Jinja, set up so that a theme's templates see values only, and an error in one becomes a diagnostic."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from functools import lru_cache

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from generator.catalogue import Catalogue, read_catalogue
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Output, SourceFile, Theme
from generator.render.bounds import Budget, fields_of
from generator.render.sandbox import Sandbox
from generator.render.views import PageView

_MISTAKES = (
    TemplateError,
    SecurityError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    MemoryError,
)


def catalogue_of(theme: Theme, language: str) -> Catalogue:
    """The interface's texts in a language; in English where the theme has no others."""
    return read_catalogue(language, theme.languages).value


def fill(theme: Theme, language: str, template: str, path: str, /, **values: object) -> Outcome[tuple[Output, ...]]:
    """One page from a template and its values; nothing, with a diagnostic, where the template is at fault."""
    try:
        html = _environment_of(theme, language).begin().get_template(template).render(**values).encode("utf-8")
    # Whatever goes wrong inside a template, an attribute of a wrong value included, is the theme's mistake.
    except _MISTAKES as error:
        return Outcome((), (_mistake(theme, template, error),))
    return Outcome((Output(path, html),))


def macros(
    theme: Theme, language: str, page: PageView, wanted: Sequence[tuple[str, object]]
) -> Outcome[tuple[Markup, ...]]:
    """What macros of parts.html make of one value each, for a page; nothing, with a diagnostic, if one is at fault."""
    try:
        # A module is one page's: what a template counts at its top would go on counting on the next.
        parts = _environment_of(theme, language).begin().get_template(_PARTS).make_module({"page": page})
        made = tuple(Markup(getattr(parts, macro)(value)) for macro, value in wanted)
        "".join(made).encode("utf-8")
        return Outcome(made)
    except _MISTAKES as error:
        return Outcome((), (_mistake(theme, _PARTS, error),))


_PARTS = "parts.html"
ThemeKey = tuple[tuple[str, bytes], ...]
Languages = tuple[tuple[str, tuple[SourceFile, ...]], ...]


def theme_key(theme: Theme) -> ThemeKey:
    """A theme's templates as a value that two equal themes share."""
    return tuple(sorted((name, file.data) for name, file in theme.templates.items()))


def _environment_of(theme: Theme, language: str) -> Sandbox:
    return _environment(theme_key(theme), language, tuple(sorted(theme.languages.items())))


@lru_cache(maxsize=4)
def _environment(templates: ThemeKey, language: str, languages: Languages) -> Sandbox:
    sources = {name: data.decode("utf-8", "replace") for name, data in templates}

    # The file name that a traceback shows is the template's own, which is how a mistake is traced to its line.
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (sources[name], name, lambda: True) if name in sources else None

    environment = Sandbox(
        extensions=["jinja2.ext.i18n"],
        loader=FunctionLoader(load),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    said, counted = _speaking(read_catalogue(language, dict(languages)).value, environment.budget)
    # The extension puts this method where its type is not declared; its own functions call one another through Jinja.
    environment.install_gettext_callables(said, counted, newstyle=True)  # type: ignore[attr-defined]
    environment.trust(_=said, gettext=said, ngettext=counted)
    return environment


_SHORT = 200
"""Letters of a text that is remembered with its translation."""


def _speaking(catalogue: Catalogue, budget: Budget) -> tuple[Callable[..., Markup], Callable[..., Markup]]:
    """Jinja's `_` and `ngettext`. Jinja takes a translation for markup; it is words, and often those of many hands."""

    def words(text: str) -> Markup:
        return escape(catalogue.gettext(text))

    # For a cache, markup is the same as a text of its letters, which must be escaped.
    @lru_cache(maxsize=512)
    def remembered(text: str) -> tuple[Markup, Markup | None]:
        made = words(text)
        # A text with places for values says so only where it is said without them.
        try:
            fields_of(made)
            return made, made % {}
        except (SecurityError, TypeError, ValueError, LookupError):
            return made, None

    def said(text: str, /, **values: object) -> Markup:
        short = type(text) is str and len(text) < _SHORT
        written, plain = remembered(text) if short else (words(text), None)
        return plain if plain is not None and not values else Markup(budget.filled(written, values))

    def counted(one: str, many: str, number: int, /, **values: object) -> Markup:
        return Markup(budget.filled(escape(catalogue.ngettext(one, many, number)), {"num": number, **values}))

    return said, counted


def _mistake(theme: Theme, template: str, error: Exception) -> Diagnostic:
    name, line = _where(theme, template, error)
    file = theme.templates.get(name, SourceFile(f"themes/{theme.name}/templates/{name}", b""))
    lines = file.data.decode("utf-8", "replace").splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    reason = getattr(error, "message", None) or str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        reason = f"there is no template `{error.message}`"
    return diagnose(
        "template-error",
        f"this template cannot be used: {reason}",
        Place(file.path, line, text=shown),
        fix="mend the template; themes/README.md lists the values that it is given.",
    )


def _where(theme: Theme, template: str, error: Exception) -> tuple[str, int]:
    """The template and line at fault: a syntax error names them; for others the last template frame does."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or template, error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in theme.templates:
            return frame.filename, frame.lineno or 0
    return template, 0
