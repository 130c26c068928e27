"""The grammar of the three registers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.enrich.sections import Section, read_sections
from generator.model import SourceFile
from tests.fixtures import Case, cases


@cases("enrich/sections.txt")
def test_sections(case: Case) -> None:
    outcome = read_sections(SourceFile("notes.md", case.given.encode()))
    told = [_told(section) for section in outcome.value]
    told += [f"! {each.place.line}:{each.place.column} {each.code}" for each in outcome.diagnostics]
    assert "\n".join(told) == case.expected


def _told(section: Section) -> str:
    lines = [f"{section.place.line}:{section.place.column} «{section.title}»"]
    lines += [f"  {name} = {each.value} at {each.place.column}" for name, each in section.attributes.items()]
    if section.selector:
        quote = f"{section.selector.prefix}⟦{section.selector.exact}⟧{section.selector.suffix}".replace("\n", "¶")
        lines.append(f"  quote at {section.selector.place.line}:{section.selector.place.column} {quote}")
    body = section.body.text.replace("\n", "⏎")
    return "\n".join([*lines, *([f"  body at {section.body.place.line} {body}"] if body else [])])


@given(st.text('#{}=."\\>*` \n-ab[]<!', max_size=80))
def test_no_register_is_too_strange(source: str) -> None:
    outcome = read_sections(SourceFile("notes.md", f"## a\n{source}".encode()))
    assert outcome.value or outcome.diagnostics


@given(st.binary(max_size=60))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    read_sections(SourceFile("notes.md", data))


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    source = "## A {#a}\n\n> one\n> two\n\nBody.\n\n- list\n"
    plain = read_sections(SourceFile("notes.md", source.encode()))
    windows = read_sections(SourceFile("notes.md", b"\xef\xbb\xbf" + source.replace("\n", "\r\n").encode()))
    assert windows == plain
    assert not plain.diagnostics
