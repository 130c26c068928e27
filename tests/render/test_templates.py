"""A mistake in a template becomes a diagnostic that names the template and the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Edition, SourceFile, Theme
from generator.render import contribute, render_edition, render_reading, summarize
from tests.render.mill import mill
from tests.render.samples import SITE, base_theme, contributions

MISTAKES = {
    "syntax": "<p>\n{% if %}\n",
    "never closed": "<p>\n{% if page.path %}\n",
    "undefined value": "<p>\n{{ nothing }}\n",
    "undefined attribute": "<p>\n{{ page.titel }}\n",
    "missing template": '<p>\n{% include "nowhere.html" %}\n',
    "unknown filter": "<p>\n{{ page.path | shout }}\n",
    "division by zero": "<p>\n{{ 1 / 0 }}\n",
    "wrong type": "<p>\n{{ page.path + 1 }}\n",
    "what the sandbox forbids": "<p>\n{{ page.__class__.__mro__ }}\n",
    "a value that is changed": "<p>\n{{ page.__setattr__('path', '') }}\n",
    "a template in itself": '<p>\n{% include "timeline.html" %}\n',
}


@pytest.mark.parametrize("source", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_its_template_and_line(source: str) -> None:
    outcome = render_edition(Edition(SITE, contributions(mill()), ()), _with("timeline.html", source))
    (found,) = outcome.diagnostics
    assert (found.code, found.severity) == ("template-error", "error")
    assert found.place.path == "themes/own/templates/timeline.html"
    # Jinja says of a block that is never closed where the file ends.
    assert found.place.line in ((2, 3) if "{% if page.path" in source else (2,))
    assert "timeline.html" not in [output.path for output in outcome.value]


def test_a_mistake_in_what_a_template_includes_is_shown_there() -> None:
    source = base_theme().templates["parts.html"].data.decode()
    theme = _with("parts.html", source + "{% macro notes(views, reading) %}\n\n{{ page.never }}\n{% endmacro %}")
    found = render_reading(mill(), theme, SITE).diagnostics
    line = source.count("\n") + 3
    assert {(each.place.path, each.place.line) for each in found} == {("themes/own/templates/parts.html", line)}


def test_a_template_that_is_not_there() -> None:
    theme = base_theme()
    kept = {name: file for name, file in theme.templates.items() if name != "reading.html"}
    found = render_reading(mill(), replace(theme, templates=kept), SITE).diagnostics
    assert [each.code for each in found] == ["template-error"]
    assert "reading.html" in found[0].message + found[0].place.path


def test_half_a_letter_on_a_page_is_its_templates_mistake() -> None:
    found = render_reading(mill(), _with("left-out.html", "<p>{{ '\\ud800' }}"), SITE).diagnostics
    assert [each.code for each in found] == ["template-error"]


def test_half_a_letter_in_a_part_is_its_templates_mistake() -> None:
    source = base_theme().templates["parts.html"].data.decode()
    theme = _with("parts.html", source + "{% macro item(view) %}{{ '\\ud800' }}{% endmacro %}")
    found = contribute(mill(), summarize(mill()), (), theme, SITE, ()).diagnostics
    assert [each.code for each in found] == ["template-error"]


def test_what_a_theme_counts_begins_anew_with_each_reading() -> None:
    source = "{% set row = cycler('odd', 'even') %}" + base_theme().templates["parts.html"].data.decode()
    theme = _with("parts.html", source + "{% macro item(view) %}<li class='{{ row.next() }}'>{% endmacro %}")
    first, second = (contribute(mill(), summarize(mill()), (), theme, SITE, ()) for _ in range(2))
    assert first.diagnostics == ()
    assert first == second


def _with(name: str, source: str) -> Theme:
    theme = base_theme()
    file = SourceFile(f"themes/own/templates/{name}", source.encode())
    return replace(theme, templates={**theme.templates, name: file})
