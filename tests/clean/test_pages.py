"""Saved pages go through the same rules as plain text, with what their markup says as evidence."""

from __future__ import annotations

from generator.clean import clean
from tests.clean.test_roles import captured
from tests.fixtures import Case, cases


@cases("clean/pages.txt")
def test_every_line_of_a_page_gets_its_role(case: Case) -> None:
    cleaned = clean(captured(case.given.encode(), "page.html")).value
    assert "\n".join(f"{line.role}: {line.text}" for line in cleaned.lines) == case.expected


def test_a_page_and_its_lines_together_tell_the_metadata() -> None:
    page = (
        '<html lang="en"><head><meta property="og:site_name" content="The Gazette"></head><body><h1>The Mill</h1>'
        "<p>By Ada Writer</p><p>3 May 2019</p><p>HARROW END -- The mill stands where the river bends.</p></body>"
    )
    metadata = clean(captured(page.encode(), "page.html")).value.metadata
    assert (metadata.title, metadata.authors, metadata.publisher) == ("The Mill", ("Ada Writer",), "The Gazette")
    assert (metadata.published, metadata.dateline, metadata.language) == ("2019-05-03", "HARROW END", "en")
