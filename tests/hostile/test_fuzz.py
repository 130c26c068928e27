"""Projects made up of pieces of what people write, and of what nobody should: nothing escapes, nothing is lost.

`HYPOTHESIS_PROFILE=long pytest tests/hostile/test_fuzz.py` tries many more.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.capture import capture
from generator.clean import clean
from generator.model import SourceFile
from tests.hostile.vectors import vectors
from tests.projects import make_project

HOSTILE = (
    st.sampled_from(vectors()) | st.text(max_size=8) | st.sampled_from(["\x00", "\u2028", "\r", "\ufeff", "\U0001f3f4"])
)
SENTENCES = st.sampled_from(
    [
        "The mill stands where the river bends.",
        "In June 1951 the ice came early.",
        "“We heard it stop,” she said.",
        "IS",
        "",
    ]
)
LINES = st.lists(SENTENCES | HOSTILE, max_size=3).map(" ".join)
TEXTS = st.lists(LINES, max_size=12).map("\n\n".join)
TAGS = st.sampled_from(
    ["p", "div", "article", "h1", "li", "td", "figure", "svg", "script", "template", "a href=x", "!--", "/p"]
)
PAGES = st.lists(st.tuples(TAGS, LINES), max_size=15).map(
    lambda parts: "<!doctype html><body>" + "".join(f"<{tag}>{words}" for tag, words in parts)
)
HEADS = st.builds(
    "## {}{}\n\n".format, LINES, st.sampled_from(["", " {#a}", ' {kind=question by="x"}', " {#a", ' {also="b; c"}'])
)
DATED = st.builds(
    "## {}: {}\n\n".format, st.sampled_from(["1951", "1951-06", "19XX", "2000/..", "x", "2019-02-30"]), LINES
)
QUOTES = st.builds("> {}{}{}\n\n".format, LINES, st.sampled_from(["", "**", " … "]), LINES)
REGISTERS = st.lists(
    HEADS | DATED | QUOTES | LINES.map("{}\n\n".format) | st.sampled_from(["---\n", "    x\n", "- a\n"]), max_size=8
).map("".join)
VALUES = st.sampled_from(['"walk.txt"', '"../x"', "1", "true", "[]", '["a"]', '"2019-02"', "{}", '""', "'''", "[["])
KEYS = st.sampled_from(
    ["seed", "title", "authors", "published", "url", "language", "draft", "[clean]", "[[images]]", "file", "x"]
)
FACTS = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(
    lambda pairs: "".join(key if key.startswith("[") else f"{key} = {value}\n" for key, value in pairs)
)


@given(TEXTS, PAGES, REGISTERS, REGISTERS, REGISTERS, FACTS, FACTS)
@settings(max_examples=settings().max_examples // 3)
def test_whatever_a_project_holds_a_build_ends_and_loses_nothing(
    text: str, page: str, notes: str, terms: str, events: str, facts: str, site: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = make_project(Path(folder))
        files = {
            "seeds/walk.txt": f"A Walk\n\nThe mill stands where the river bends, and it stood there long.\n\n{text}",
            "seeds/page.html": page,
            "content/walk/notes.md": notes,
            "content/walk/glossary.md": terms,
            "content/walk/timeline.md": events,
            "content/page/reading.toml": f'seed = "page.html"\n{facts}',
            "content/site.toml": f'url = "https://example.org/"\n{site}',
        }
        for name, source in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(source.encode("utf-8", "surrogatepass"))
        built = pipeline.build(root)
        pages = {each.path: each.data.decode() for each in built.value.outputs if each.path.endswith(".html")}
        assert built.failed or len(pages["index.html"]) > 500
        assert not {each.code for each in built.diagnostics} & {"entry-lost", "page-id-doubled", "template-error"}
        for slug, reading in built.value.summaries.items():
            for note in reading.notes:
                assert f'id="{note.id}"' in pages[f"{slug}/index.html"]


@given(
    PAGES | TEXTS | st.binary(max_size=200).map(lambda data: data.decode("latin-1")), st.sampled_from(["txt", "html"])
)
def test_every_line_of_a_capture_is_kept_or_cut(source: str, kind: str) -> None:
    seed = capture(SourceFile(f"seeds/a.{kind}", source.encode("utf-8", "surrogatepass"))).value
    if seed:
        assert [line.text for line in clean(seed).value.lines] == [line.text for line in seed.lines]
