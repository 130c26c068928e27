"""A project in which words that would do harm stand wherever words may stand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import tomli_w

from tests.projects import make_project

EACH = 30
"""Vectors in a saved page; the facts of its reading have some of the same."""
SITE = {
    "url": "https://site.example/readings/",
    "outputs": ["feed", "sitemap", "search", "timelinejs", "icalendar", "csv", "json-ld"],
}
_FACTS = ("title", "subtitle", "publisher", "rights", "editor")
_OUTER = (
    "The miller wrote {} on the door of the mill that winter, and nobody who passed by ever asked what it had meant."
)


def hostile(root: Path, vectors: Sequence[str], bodies: Sequence[str]) -> Path:
    """The project: one reading with an entry for each vector, and one for each saved page. `bodies` are Markdown."""
    make_project(root)
    text = [_OUTER.format(f"s{number}s {vector}") for number, vector in enumerate(vectors)]
    _write(root / "seeds/walk.txt", "\n\n".join(["A Walk to the Mill", "By Ada Writer", *text]))
    _write(root / "content/walk/notes.md", "".join(_note(*each) for each in enumerate(vectors)))
    _write(root / "content/walk/glossary.md", "".join(_term(*each) for each in enumerate(vectors)))
    _write(root / "content/walk/timeline.md", "".join(_event(*each) for each in enumerate(vectors)))
    _write(root / "content/glossary.md", "".join(f"## g{n}g\n\n{body}\n\n" for n, body in enumerate(bodies)))
    voices = [each for each in vectors if not set(each) & set('/\\:*?"<>|\0') or os.name != "nt"][:EACH]
    for number, voice in enumerate(each for each in voices if "/" not in each):
        _write(root / "content/walk/notes" / f"{voice}.md", f"## f{number}f\n\nOn the whole text.\n")
    for start in range(0, len(vectors), EACH):
        _saved(root, f"saved-{start}", vectors[start : start + EACH])
    facts = {name: " ".join(vectors[:40]) for name in ("title", "description", "author", "license")}
    _write(root / "content/site.toml", tomli_w.dumps(facts | SITE))
    return root


def _note(number: int, vector: str) -> str:
    quote = vector.replace("*", "\\*")
    quoted = f"> s{number}s **{quote}** on the door of" if vector.strip() == vector else f"> wrote **s{number}s**"
    return f"## n{number}n {vector} {{#n{number}}}\n\n{quoted}\n\nb{number}b `{number}`\n\n"


def _term(number: int, vector: str) -> str:
    return f"## t{number}t {vector} {{#t{number}}}\n\nWords of a miller.\n\n"


def _event(number: int, vector: str) -> str:
    return f"## 1951: e{number}e {vector} {{#e{number}}}\n\nOn a door.\n\n"


def _saved(root: Path, slug: str, vectors: Sequence[str]) -> None:
    body = "".join(f"<p>{_OUTER.format(each)}</p>\n" for each in vectors)
    head = f"<!doctype html><html><head><title>{vectors[0]}</title><meta name=author content='{vectors[-1]}'></head>"
    _write(root / f"seeds/{slug}.html", f"{head}<body><article><h1>A Door</h1>\n{body}</article></body></html>")
    facts = {name: " ".join(vectors[index::7]) for index, name in enumerate(_FACTS)}
    _write(
        root / f"content/{slug}/reading.toml",
        tomli_w.dumps({"seed": f"{slug}.html", "authors": [*vectors[5::7]], "language": "en"} | facts),
    )
    _write(root / f"content/{slug}/notes.md", "## On the page\n\nOn the whole text.\n")


def _write(path: Path, source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source.encode("utf-8", "surrogatepass"))
