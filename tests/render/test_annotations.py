"""Notes as Web Annotations: every selector gives back its words in the text that is published beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.model import File, Role
from tests.projects import make_project
from tests.render.mill import mill
from tests.render.samples import SITE, note, publish, reading

MOTIVATIONS = {"describing", "questioning", "commenting", "editing", "linking"}
"""Those of the Web Annotation Vocabulary that notes have."""
PIECES = st.text(st.characters(categories=["L", "N", "P", "Zs", "So"]), min_size=1, max_size=20).filter(str.strip)


def of(site: Iterable[File], path: str) -> bytes:
    return next(bytes(each.data) for each in site if each.path == path)


def collection_of(site: Iterable[File], slug: str = "mill") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(of(site, f"{slug}/annotations.jsonld"))
    return found


def check(collection: dict[str, Any], text: str | None) -> None:
    """What https://www.w3.org/TR/annotation-model/ demands of what we write."""
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    assert collection["total"] == len(page["items"])
    ids = [each["id"] for each in page["items"]]
    assert len(set(ids)) == len(ids)
    for each in page["items"]:
        assert each["type"] == "Annotation"
        assert each["motivation"] in MOTIVATIONS
        assert each["body"].keys() == {"type", "value", "format", "language"}
        assert each["body"]["type"] == "TextualBody"
        _check_target(each["target"], text)


def _check_target(target: dict[str, Any], text: str | None) -> None:
    source = target["source"] if target["type"] == "SpecificResource" else target
    assert source["type"] == "Text"
    if text is None:
        assert "sha256" not in source
        return
    assert source["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    if target is source:
        return
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    start, end = position["start"], position["end"]
    assert 0 <= start < end <= len(text)
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])


def test_every_note_is_an_annotation_whose_selectors_give_its_words() -> None:
    site = publish(mill())
    text = of(site, "mill/text.txt").decode()
    collection = collection_of(site)
    check(collection, text)
    assert {each["id"].partition("#")[2] for each in collection["first"]["items"]} == {
        each.id for each in mill().apparatus.notes
    }
    assert all(each["id"].startswith(SITE.url) for each in collection["first"]["items"])


def test_a_title_of_a_note_is_markup_before_its_body() -> None:
    site = publish(reading([(Role.TITLE, "A title"), (Role.PARAGRAPH, "Words.")], [note("one", "Words")]))
    value = collection_of(site)["first"]["items"][0]["body"]["value"]
    assert value.startswith("<p><strong>")
    assert "&lt;" not in value


@settings(deadline=None, max_examples=40)
@given(st.lists(PIECES, min_size=3, max_size=6))
def test_selectors_hold_in_any_script_and_across_blocks(pieces: list[str]) -> None:
    first, *rest = (f"⟨{number}{piece.strip()}⟩" for number, piece in enumerate(pieces))
    blocks = [(Role.TITLE, "A title"), (Role.PARAGRAPH, first), *((Role.PARAGRAPH, each) for each in rest)]
    site = publish(reading(blocks, [note("one", first), note("cross", *rest), note("whole")]))
    text = of(site, "mill/text.txt").decode()
    collection = collection_of(site)
    check(collection, text)
    words = {
        each["id"].partition("#")[2]: each["target"]["selector"][0]["exact"]
        for each in collection["first"]["items"]
        if "selector" in each["target"]
    }
    assert words == {"one": first, "cross": "\n".join(rest)}


def test_without_an_address_ids_are_seen_from_the_file(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", '=== content/site.toml\ntitle = "Readings"\n')
    item = collection_of(pipeline.build(root).value.outputs, "walk")["first"]["items"][0]
    assert item["id"] == "index.html#bend"
    assert item["target"]["source"]["id"] == "text.txt"


@pytest.mark.parametrize("quote", ["where the river bends", "The mill … since 1874"])
def test_of_a_text_in_excerpts_only_what_is_quoted_is_there(tmp_path: Path, quote: str) -> None:
    toml = 'seed = "walk.txt"\ntitle = "A Walk to the Mill"\nlanguage = "en"\npublish = "excerpts"\n'
    notes = f"## The bend {{#bend}}\n\n> {quote}\n\nThe river is the Aller.\n"
    description = f"=== content/walk/reading.toml\n{toml}=== content/walk/notes.md\n{notes}"
    built = pipeline.build(make_project(tmp_path / "p", description))
    assert not built.failed
    paths = {each.path for each in built.value.outputs}
    assert "walk/text.txt" not in paths
    collection = collection_of(built.value.outputs, "walk")
    check(collection, None)
    selector = collection["first"]["items"][0]["target"]["selector"]
    assert selector == {"type": "TextQuoteSelector", "exact": quote.split(" … ")[0]}
