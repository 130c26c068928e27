"""A project in which words that would do harm stand wherever words may stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from generator import pipeline
from generator.diagnostics import Diagnostic
from generator.model import Site
from generator.text import tidy
from tests.projects import make_project

EACH = 30
"""Words in a saved page; the facts of its reading have some of the same."""
SITE = {
    "url": "https://site.example/readings/",
    "outputs": ["feed", "sitemap", "search", "timelinejs", "icalendar", "csv", "json-ld"],
}
_FACTS = ("title", "subtitle", "publisher", "rights", "editor")
_OUTER = (
    "The miller wrote {} on the door of the mill that winter, and nobody who passed by ever asked what it had meant."
)
_NUMBER = re.compile(r"[sntegf](\d+)[sntegf]\b")
"""What stands beside each of the words, as in `n12n`."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a build has taken."""

    site: Site
    words: Mapping[int, str]
    """By their numbers, without those that were refused."""


def accepted(root: Path, words: Sequence[str]) -> Taken:
    """A site of all words but those that a build refuses with an error at their place."""
    left = dict(enumerate(words))
    while True:
        (folder := root / str(len(left))).mkdir()
        built = pipeline.build(hostile(folder, left))
        errors = [each for each in built.diagnostics if each.severity == "error"]
        if not errors:
            return Taken(built.value, left)
        refused = {number for each in errors for number in _numbers(folder, each)} & left.keys()
        assert refused, errors
        left = {number: each for number, each in left.items() if number not in refused}


def hostile(root: Path, words: Mapping[int, str]) -> Path:
    """The project: one reading with entries for each of the words, which are bodies too, and many of saved pages."""
    make_project(root)
    lines = {number: tidy(each) for number, each in words.items() if len(each.splitlines()) == 1}
    text = [_OUTER.format(f"s{number}s {each}") for number, each in lines.items()]
    _write(root / "seeds/walk.txt", "\n\n".join(["A Walk to the Mill", "By Ada Writer", *text]))
    for name, entry in (("notes", _note), ("glossary", _term), ("timeline", _event)):
        _write(root / f"content/walk/{name}.md", "".join(entry(*each) for each in lines.items()))
    _write(root / "content/glossary.md", "".join(f"## g{number}g\n\n{each}\n\n" for number, each in words.items()))
    for number, voice in list(lines.items())[:EACH]:
        if not set(voice) & set('/\\:*?"<>|\0') and len(voice.encode()) < 200:
            _write(root / f"content/walk/notes/{voice}.md", f"## f{number}f\n\nOn the whole text.\n")
    for start in range(0, len(lines), EACH):
        _saved(root, f"saved-{start}", [*lines.values()][start : start + EACH])
    facts = {name: _one_line([*lines.values()][:40]) for name in ("title", "description", "author", "license")}
    _write(root / "content/site.toml", tomli_w.dumps(facts | SITE))
    return root


def _note(number: int, words: str) -> str:
    quote = words.replace("*", "\\*")
    return (
        f"## n{number}n {words} {{#n{number}}}\n\n> s{number}s **{quote}** on the door of\n\nb{number}b `{number}`\n\n"
    )


def _term(number: int, words: str) -> str:
    return f"## t{number}t {words} {{#t{number}}}\n\nWords of a miller.\n\n"


def _event(number: int, words: str) -> str:
    return f"## 1951: e{number}e {words} {{#e{number}}}\n\nOn a door.\n\n"


def _saved(root: Path, slug: str, words: Sequence[str]) -> None:
    body = "".join(f"<p>{_OUTER.format(each)}</p>\n" for each in words)
    head = f"<!doctype html><html><head><title>{words[0]}</title><meta name=author content='{words[-1]}'></head>"
    _write(root / f"seeds/{slug}.html", f"{head}<body><article><h1>A Door</h1>\n{body}</article></body></html>")
    facts = {name: _one_line(words[index::7]) or "x" for index, name in enumerate(_FACTS)}
    stated = {"seed": f"{slug}.html", "authors": [*words[5::7]], "language": "en"} | facts
    _write(root / f"content/{slug}/reading.toml", tomli_w.dumps(stated))
    _write(root / f"content/{slug}/notes.md", "## On the page\n\nOn the whole text.\n")


def _one_line(words: Collection[str]) -> str:
    return " ".join(each for each in words)


def _numbers(root: Path, error: Diagnostic) -> set[int]:
    """Of the entry in which an error stands, and of all words that it shows."""
    lines: list[str] = []
    if error.place.line and (root / error.place.path).is_file():
        lines = (root / error.place.path).read_text("utf-8", "surrogatepass").split("\n")[: error.place.line]
    heading = next((line for line in reversed(lines) if _NUMBER.search(line) and line.startswith("## ")), "")
    return {int(found) for found in _NUMBER.findall(f"{heading} {error.place.text} {error.message} {error.why}")}


def _write(path: Path, source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source.encode("utf-8", "surrogatepass"))
