"""A theme from a stranger: its templates reach nothing but their values, and its words and styles bring no script."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import pipeline
from generator.model import Edition, SourceFile, Theme
from generator.render import bounds, render_edition
from tests.hostile.test_in_browser import write
from tests.hostile.vectors import ELSEWHERE, RUN
from tests.hostile.watching import Watch
from tests.projects import make_project
from tests.render.mill import mill
from tests.render.samples import SITE, base_theme, page, publish

REACHING = (
    "{{ page.__class__ }}",
    "{{ page.__class__.__mro__[1].__subclasses__() }}",
    "{{ page['__class__'] }}",
    "{{ page|attr('__class__') }}",
    "{{ (page|attr('__cl' ~ 'ass__')).__name__ }}",
    "{{ [page]|map('attr', '__class__')|map(attribute='__name__')|first ~ '' }}",
    "{{ _.__globals__ }}",
    "{{ _.__code__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__.os.popen('id') }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ namespace.__class__ }}",
    "{{ range.__self__ }}",
    "{{ page.path.encode().decode.__self__ }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ ('{0.__class__}'|attr('format'))(page) }}",
    "{{ '{x.__class__}'.format_map({'x': page}) }}",
    "{% set x = [] %}{{ x.append(1) }}",
    "{{ page.fonts.__add__((1,)) }}",
    "{{ lipsum.__globals__ }}",
    "{{ config }}",
    "{% import 'os' as os %}{{ os }}",
)
FILES = (
    "/etc/passwd",
    "../../../content/site.toml",
    "../theme.toml",
    "..",
    "templates/base.html",
    "file:///etc/passwd",
    "base.html/../../theme.toml",
)
ENDLESS: tuple[str, ...] = (
    "{% for x in range(10000000000) %}{% endfor %}",
    "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    "{% include 'index.html' %}",
    "{{ 'x' * 10000000000 }}",
    "{{ 10000000000 * 'x' }}",
    "{{ [0] * 10000000000 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ '%10000000000d' % 1 }}",
    "{{ '%*d' % (10000000000, 1) }}",
    "{{ '%10000000000d'|format(1) }}",
    "{{ '{:10000000000}'.format(1) }}",
    "{{ 'x'.ljust(10000000000) }}",
    "{{ 'x'.zfill(10000000000) }}",
    "{{ 'x'|center(10000000000) }}",
    "{{ 'x'|indent(width=10000000000, first=true) }}",
    "{{ [1]|batch(10000000000, 'x')|list }}",
    "{{ [1]|slice(10000000000)|list }}",
    "{{ [1]|tojson(indent=10000000000) }}",
    "{{ 'x'|truncate(10000000000, true, 'x' * 100000) }}{{ 'x '|wordwrap(1, wrapstring='y' * 100000) }}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[0]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = '%s%s' % (n.x, n.x) %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = '%s%s'|format(n.x, n.x) %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x|replace('x', 'xx') %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}"
    "{% set n.x = y %}{% endfor %}",
    "{% macro f(x) %}{{ x }}{{ x }}{% endmacro %}{% set n = namespace(x='x') %}{% for i in range(60) %}"
    "{% set n.x = f(n.x) %}{% endfor %}",
    "{% set x = 'x' * 100000 %}{{ x|replace('x', x) }}",
    "{% set x = 'x' * 100000 %}{{ x|list|join(x) }}",
    "{{ 'x'.replace('x', 'y') }}",
    "{{ 'x'.join(['y', 'y']) }}",
    "{% set x = [0] * 100000 %}{% for a in x %}{% for b in x %}{% endfor %}{% endfor %}",
    "{% set x = [0] * 100000 %}{% for a in x|map('string') %}{% for b in x|map('string') %}{% endfor %}{% endfor %}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
)
ENDLESS += (
    "{% for a in '0123456789' %}" * 8 + "{% endfor %}" * 8,
    "{% for a in '0123456789' recursive %}{{ loop('0123456789') if loop.depth < 9 }}{% endfor %}",
    "{{ '%(n)2000000000d' % {'n': 1} }}",
    "{{ '%(n(m))2000000000d' % {'n(m)': 1} }}",
    "{{ '%.2000000000f' % 1.5 }}",
    "{{ 'x'.encode().ljust(2000000000) }}",
    "{{ (1).to_bytes(2000000000, 'big') }}",
    "{% set x = ['x' * 1000] * 1000 %}{{ '%s' % ([x] * 1000,) }}",
    "{% set x = ['x' * 1000] * 1000 %}{{ [x] * 1000 ~ '' }}",
    "{% set x = ['x' * 1000] * 1000 %}{{ ([x] * 1000)|string }}",
    "{% set x = ['x' * 1000] * 1000 %}{{ [{'a': [x] * 1000}]|join(attribute='a') }}",
    "{% set x = ['x' * 1000] * 1000 %}{{ [x] * 1000 }}",
    "{{ [1]|pprint }}",
    "{% for i in range(20000) %}{{ 'x' * 100000 }}{% endfor %}",
    "{% set x = 'x' * 100000 %}{% for i in range(20000) %}{{ x }}{% endfor %}",
    "{% for i in range(100000) %}" + "x" * 1000 + "{% endfor %}",
    "{% set n = namespace(x=[]) %}{% for i in range(9000) %}{% set n.x = n.x + ['x' * 1000] %}{% endfor %}",
    "{% set x = 'x' * 100000 %}{% set n = namespace(x=[]) %}{% for i in range(9000) %}{% set n.x = [n.x, x[1:]] %}"
    "{% endfor %}",
    "{{ ('x\\n' * 100000)|indent(900) }}",
    "{% set n = namespace(x=[0]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=3) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{{ 1|round(1000000000, 'ceil') }}",
    "{{ ([[0] * 100000] * 100000)|sum(start=[]) }}",
)
CHANGING = ("{{ lipsum() }}", "{{ [1, 2, 3]|random }}")


def own(source: str) -> Theme:
    """The base theme with an index of a stranger's."""
    theme = base_theme()
    file = SourceFile("themes/strange/templates/index.html", f"<p>\n{source}\n".encode())
    return replace(theme, templates={**theme.templates, "index.html": file})


@pytest.mark.parametrize("source", [*REACHING, *(f"{{% include '{each}' %}}" for each in FILES), *ENDLESS, *CHANGING])
def test_what_a_template_may_not_is_told_with_its_file_and_line(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST", 2_000_000)
    outcome = render_edition(Edition(SITE, (), ()), own(source))
    (found,) = outcome.diagnostics
    assert (found.code, found.place.path, found.place.line) == (
        "template-error",
        "themes/strange/templates/index.html",
        2,
    )
    assert "index.html" not in [each.path for each in outcome.value]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ '%02d' % 7 }} {{ '%s-%s' % (1, 2) }} {{ '%(a)s' % {'a': 3} }}", "07 1-2 3"),
        ("{{ '%s, %d%%'|format('<', 5) }}", "&lt;, 5%"),
        ("{{ 'ab' * 3 }} {{ 6 * 7 }} {{ 7 % 4 }}", "ababab 42 3"),
        ("{% for x in range(3) %}{{ x }}{% endfor %} {{ 'x'|center(3)|length }}", "012 3"),
        ("{{ page.title|upper }} {{ [1, 2, 3]|batch(2)|list|length }}", "MILL PAPERS 2"),
    ],
)
def test_what_a_page_needs_is_there(source: str, shown: str) -> None:
    outcome = render_edition(Edition(SITE, (), ()), own(source))
    assert outcome.diagnostics == ()
    assert page(outcome.value, "index.html").strip() == f"<p>\n{shown}"


def test_the_rounds_of_one_page_are_not_those_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST", 1_000_000)
    theme = own("{% for x in range(10) %}{% for y in range(6000) %}{% endfor %}{% endfor %}")
    for _ in range(2):
        assert render_edition(Edition(SITE, (), ()), theme).diagnostics == ()


def test_a_text_is_escaped_whatever_was_said_before() -> None:
    for source in ("{{ _('<b>') }}", "{{ _('<b>'|safe) }}{{ _('<b>') }}"):
        shown = page(render_edition(Edition(SITE, (), ()), own(source)).value, "index.html")
        assert shown.strip().endswith("&lt;b&gt;")


def test_a_translation_is_words_and_no_markup() -> None:
    hostile = f'" onclick="{RUN}"><img src=x onerror={RUN}>'
    source = "".join(
        f'msgid "{each}"\nmsgstr "{hostile}"\n\n'.replace(hostile, hostile.replace('"', '\\"'))
        for each in ("Readings", "The edition")
    )
    file = SourceFile(
        "themes/strange/languages/de.po",
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{source}'.encode(),
    )
    theme = replace(base_theme(), languages={"de": (file,)})
    shown = page(publish(mill(), site=replace(SITE, language="de"), theme=theme), "index.html")
    assert "&lt;img src=x onerror" in shown
    assert "<img" not in shown
    assert ' onclick="' not in shown


STRANGE = f"""=== content/site.toml
title = "Readings"
url = "https://example.org/"
theme = "strange"
=== themes/strange/theme.toml
extends = "base"
description = "</title><script>{RUN}</script>"
=== themes/strange/styles/tokens.css
body {{ background: url(https:{ELSEWHERE}/x.png); behavior: url(x.htc); list-style-image: url("javascript:{RUN}"); }}
@font-face {{ font-family: X; src: url(https:{ELSEWHERE}/x.woff2); }}
* {{ font-family: X; cursor: url(https:{ELSEWHERE}/x.cur), auto; }}
:root {{ --paper: url(javascript:{RUN}); --ink-soft: </style><script>{RUN}</script>; }}
:root {{ --ink: red"/><script>{RUN}</script>; }}
=== themes/strange/templates/index.html
{{% extends "base.html" %}}
{{% block main %}}<script>{RUN}</script><img src=x onerror="{RUN}"><p style="color: red" onclick="{RUN}">x</p>
<iframe srcdoc="<script>{RUN}</script>"></iframe><svg onload="{RUN}"></svg>
<link rel="stylesheet" href="https:{ELSEWHERE}/x.css"><style>p {{ color: red }}</style>
<script src="https:{ELSEWHERE}/x.js"></script>
<object data="https:{ELSEWHERE}/x"></object><base href="https:{ELSEWHERE}/">{{% endblock %}}
"""


def test_the_policy_holds_a_strange_theme_in(tmp_path: Path, browser: Browser) -> None:
    outputs = pipeline.build(make_project(tmp_path / "project", STRANGE)).value.outputs
    write(tmp_path / "site", outputs)
    watch = Watch(browser, tmp_path / "site")
    for each in ("index.html", "walk/index.html", "glossary.html"):
        watch.see(each)
    watch.close()
    said = [each.partition(": ")[2] for each in watch.found]
    assert not [each for each in said if each.startswith(("ran", "went", "opened", f"asked for https:{ELSEWHERE}"))]
    assert {f"refused: {each}" for each in ("style-src-elem", "img-src", "script-src-elem", "script-src-attr")} <= set(
        said
    )


def test_the_colours_of_a_theme_are_colours(tmp_path: Path) -> None:
    outputs = pipeline.build(make_project(tmp_path, STRANGE)).value.outputs
    icon = next(each.data for each in outputs if each.path == "assets/icon.svg")
    assert b"script" not in icon
    assert b"<script>alert" not in next(each.data for each in outputs if each.path == "glossary.html")
