"""A project that holds a hostile text wherever people write something, and what its pages must show of it."""

from __future__ import annotations

import html
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.new.toml import toml_text as quoted
from generator.text import OVERRIDES
from tests.hostile.vectors import RUN
from tests.render.test_pictures import picture

PUBLISHED = "https://example.org/"
BATCH = 25
"""So many of them share a reading."""
_NOT_SHOWN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffd\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]+")
_MARKDOWN = re.compile(r"[*_\[\]`\\&~|]|<!--|<[A-Za-z][\w+.-]*[:@]|https?:|^\s*(?:[-+#=>]|\d+[.)])|\{[#.]|\{[\w-]+\s*=")
_SWALLOWING = re.compile(
    r"<!|<\?|<(?:script|style|title|textarea|noscript|template|xmp|iframe|noembed|select|plaintext)", re.IGNORECASE
)
OUTPUTS = ("feed", "sitemap", "timelinejs", "icalendar", "csv", "json-ld")


def one_line(vector: str) -> str:
    """The text as it can stand in a heading or a line of a capture."""
    return " ".join(vector.replace("\0", "").split())


def shown(text: str) -> str:
    """The text without what no reader sees, and what stands for it, to compare it with a page's."""
    for sign in OVERRIDES.values():
        text = text.replace(sign, "")
    return _NOT_SHOWN.sub("", unicodedata.normalize("NFC", text))


def is_plain(vector: str) -> bool:
    """Whether Markdown has nothing to say about it: raw HTML is text."""
    return not _MARKDOWN.search(one_line(vector))


def plant(
    root: Path, vectors: Sequence[str], outputs: Sequence[str] = OUTPUTS, html: bool = False
) -> dict[str, list[str]]:
    """Writes the project; returns what each page must show, by the page's path."""
    _write(root / "content/site.toml", _site(vectors, outputs, html))
    shared = [
        f"## Shared {nth} {one_line(each)} {{#shared-{nth}}}\n\n{each}\n" for nth, each in enumerate(vectors[::BATCH])
    ]
    _write(root / "content/glossary.md", "\n".join(shared))
    expected: dict[str, list[str]] = {}
    for nth, batch in enumerate(vectors[at : at + BATCH] for at in range(0, len(vectors), BATCH)):
        for slug, write in ((f"text-{nth}", _text), (f"page-{nth}", _page)):
            title = write(root, slug, batch)
            expected[f"{slug}/index.html"] = [title, *_registers(root, slug, batch)]
            lines = map(one_line, batch) if write is _text else ()
            expected[f"{slug}/left-out.html"] = [title, *lines]
            expected.setdefault("index.html", []).append(title)
    return expected


def _site(vectors: Sequence[str], outputs: Sequence[str], allowed: bool) -> str:
    """Every page shows these, so that not all of them stand here."""
    texts = {"title": 0, "description": 1, "author": 2, "license": 3}
    facts = [f"{name} = {quoted(' '.join(map(one_line, vectors[at::41])))}" for name, at in texts.items()]
    return "\n".join(
        (
            *facts,
            f"url = {quoted(PUBLISHED)}",
            f"outputs = {json.dumps([*outputs])}",
            f"html = {str(allowed).lower()}",
            "",
        )
    )


def _text(root: Path, slug: str, batch: Sequence[str]) -> str:
    """A capture in plain text whose facts its editor states."""
    title, *others = (one_line(batch[(nth * 7) % len(batch)]) for nth in range(5))
    texts = dict(zip(("subtitle", "publisher", "rights", "editor"), others, strict=True), title=title)
    name = next((each for each in batch if _can_be_named(each)), "weir")
    _write(root / f"content/{slug}/{name}.jpg", picture((20, 20)))
    facts = [f"{key} = {quoted(value)}" for key, value in texts.items()]
    image = ("[[images]]", f"file = {quoted(name + '.jpg')}", f"alt = {quoted(title)}", f"credit = {quoted(others[0])}")
    authors = ", ".join(quoted(one_line(each)) for each in batch)
    head = (f'seed = "{slug}.txt"', *facts, f"authors = [{authors}]", *image, 'caption = "The weir in spring"', "")
    _write(root / f"content/{slug}/reading.toml", "\n".join(head))
    lines = [_paragraph(nth, one_line(each)) for nth, each in enumerate(batch)]
    caption = "The weir in spring. (file photo)"
    _write(root / f"seeds/{slug}.txt", "\n\n".join((lines[0], caption, *lines[1:], *map(one_line, batch), "")))
    return title


def _page(root: Path, slug: str, batch: Sequence[str]) -> str:
    """A saved page that states its facts itself, and holds each text as words and as markup."""
    title = one_line(batch[-1]) or "The Mill"
    facts = {"@type": "NewsArticle", "headline": title, "author": [{"name": one_line(each)} for each in batch]}
    data = json.dumps(facts | {"copyrightNotice": title}).replace("<", "\\u003c")
    words = (f"<p>{html.escape(_paragraph(nth, one_line(each)))}</p>" for nth, each in enumerate(batch))
    raw = (f"<p>{_paragraph(nth, each)}</p><div>{each}</div>" for nth, each in enumerate(sorted(batch, key=_swallows)))
    head = f'<script type="application/ld+json">{data}</script><link rel="canonical" href="javascript:{RUN}">'
    body = "\n".join((*words, *raw)).replace("\0", "")
    _write(root / f"seeds/{slug}.html", f"<!doctype html><html><head>{head}</head><body><article>{body}</article>")
    _write(root / f"content/{slug}/reading.toml", f'seed = "{slug}.html"\nlanguage = "en"\n')
    return title


def _swallows(vector: str) -> bool:
    return bool(_SWALLOWING.search(vector))


def _paragraph(nth: int, vector: str) -> str:
    return (
        f"Where the river bends for time {nth} there stands: {vector} and so it went on for all the years of the mill."
    )


def _registers(root: Path, slug: str, batch: Sequence[str]) -> Iterator[str]:
    """Notes, terms and events; yields what the reading's page must show."""
    folder = root / "content" / slug
    notes, terms, events = ([*made] for made in zip(*map(_entries, range(len(batch)), batch), strict=True))
    for name, entries in (("notes", notes), ("glossary", terms), ("timeline", events)):
        _write(folder / f"{name}.md", "\n".join(entries))
    for nth, vector in enumerate(filter(_can_be_named, batch)):
        _write(folder / f"notes/{vector}.md", f"## By name {nth} {{#by-{nth}}}\n\nWords.\n")
        yield vector
    yield from batch
    yield from (one_line(each) for each in batch if is_plain(each))


def _entries(nth: int, vector: str) -> tuple[str, str, str]:
    """The text as a title, as a quote, as a body and as code in it; as names; as what happened."""
    line, fence = one_line(vector), "~" * 12
    quote, bare = _quoted(nth, vector), line.replace('"', "”").replace(";", ",").replace("{", "(").replace("}", ")")
    linked = f"[[{line}]] [[T{nth} {bare}]]"
    note = f'## {line} {{#n{nth} by="{bare}"}}\n\n{quote}{vector}\n\n{fence}\n{vector}\n{fence}\n\n{linked}\n'
    term = f'## T{nth} {line} {{#t{nth} also="T{nth} {bare}"}}\n\n- {line}\n\n{fence}\n{vector}\n{fence}\n'
    event = f"## {1900 + nth}: {line} {{#e{nth}}}\n\n{vector}\n"
    return note, term, event


def _quoted(nth: int, vector: str) -> str:
    words = one_line(vector).replace("*", "\\*")
    return f"> bends for time {nth} there stands: **{words}** and so it went on\n\n"


def _can_be_named(vector: str) -> bool:
    """Whether a file can have this name wherever the tests run."""
    forbidden = '<>:"/\\|?*' if os.name == "nt" else "/\\:"
    return (
        len(vector.encode()) < 120
        and vector.isprintable()
        and vector.strip(" .") == vector
        and not set(vector) & set(forbidden)
    )


def _write(path: Path, source: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass"))


def missing(expected: Iterable[str], text: str) -> list[str]:
    """Which of these a page's text does not show."""
    seen = shown(text)
    return [each for each in expected if shown(each) not in seen]
