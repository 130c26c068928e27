"""The preview's memory: what it gives is what a build without it gives, after any change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import Outcome
from generator.model import Manuscript, SiteSettings, Term, Theme
from generator.preview import remembering
from generator.preview.remembering import Remembering
from tests.projects import make_project

CHANGES = {
    "a note": ("content/walk/notes.md", "## Another\n\n> where the river bends\n\nNew words.\n"),
    "a quote that is not there": ("content/walk/notes.md", "## Another\n\n> where the road bends\n\nNew words.\n"),
    "the shared glossary": ("content/glossary.md", "## wheel\n\nIt turns.\n"),
    "the site's title": ("content/site.toml", 'title = "Other readings"\n'),
    "the seed": (
        "seeds/walk.txt",
        "A Walk\n\nBy Ada Writer\n\nThe mill stands where the river bends, as we know.\n",
    ),
    "a fact": ("content/walk/reading.toml", 'seed = "walk.txt"\ntitle = "Another title"\n'),
}


@pytest.mark.parametrize(("path", "source"), CHANGES.values(), ids=CHANGES)
def test_a_build_that_remembers_is_a_build(path: str, source: str, tmp_path: Path) -> None:
    root, make = make_project(tmp_path / "p"), Remembering()
    assert pipeline.build(root, means=pipeline.Means(make)) == pipeline.build(root)
    (root / path).write_text(source, "utf-8")
    assert pipeline.build(root, means=pipeline.Means(make)) == pipeline.build(root)


def test_only_what_has_changed_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "p")
    (root / "seeds/other.txt").write_text((root / "seeds/walk.txt").read_text("utf-8") + "\nMore.\n", "utf-8")
    (root / "content/other").mkdir()
    (root / "content/other/reading.toml").write_text('seed = "other.txt"\ntitle = "Other"\n', "utf-8")
    made: list[str] = []
    real = pipeline.make_reading

    def counted(
        manuscript: Manuscript, shared: Sequence[Term], theme: Theme, site: SiteSettings
    ) -> Outcome[pipeline.Made | None]:
        made.append(manuscript.slug)
        return real(manuscript, shared, theme, site)

    monkeypatch.setattr(remembering, "make_reading", counted)
    make = Remembering()
    pipeline.build(root, means=pipeline.Means(make))
    (root / "content/walk/notes.md").write_text("## Note\n\nOn the whole text.\n", "utf-8")
    pipeline.build(root, means=pipeline.Means(make))
    assert made == ["other", "walk", "walk"]
