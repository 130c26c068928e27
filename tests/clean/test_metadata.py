"""What the lines of a text tell of its authors, its day and the place that it was filed from."""

from __future__ import annotations

import pytest

from tests.clean.test_roles import cleaned_lines

PROSE = (
    "The river rose all night, and in the morning the meadow below the mill was a lake in which the alders stood.",
    "Nobody in the village had seen the water so high since the year in which the old bridge was carried away.",
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Writer", ("Ada Writer",)),
        ("by Ada Writer", ("Ada Writer",)),
        ("By Ada Writer, Ben Miller and Cora O’Neill", ("Ada Writer", "Ben Miller", "Cora O’Neill")),
        ("By Ada Writer | 3 May 2019", ("Ada Writer",)),
        ("Ada Writer | 3 May 2019 | Lisbon", ("Ada Writer",)),
        ("Von Sabine Kühn und Peter Voss", ("Sabine Kühn", "Peter Voss")),
        ("Par Hélène Morvan et Luc Tanguy", ("Hélène Morvan", "Luc Tanguy")),
        ("Por María Peña y Jorge Ruiz", ("María Peña", "Jorge Ruiz")),
        ("Автор: Ольга Ветрова", ("Ольга Ветрова",)),
        ("作者：李文静", ("李文静",)),
        ("بقلم: سلمى الحداد", ("سلمى الحداد",)),
        ("Written and reported by Ada Writer with additional reporting by Ben Miller", ("Ada Writer", "Ben Miller")),
    ],
)
def test_a_byline_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    cleaned = cleaned_lines("The Flood at the Lower Mill", "", line, "", *PROSE)
    assert cleaned.metadata.authors == authors
    assert [each.role for each in cleaned.kept if each.text == line] == ["byline"]


@pytest.mark.parametrize(
    "line", ["By noon the ice had come, and nobody crossed the river for a week.", "By then it was too late"]
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    cleaned = cleaned_lines("The Flood at the Lower Mill", "", *PROSE, "", line, "", *PROSE)
    assert cleaned.metadata.authors == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 3, 2019", "2019-05-03"),
        ("Published: 3 May 2019", "2019-05-03"),
        ("Friday, 3rd May 2019, 10:15 GMT", "2019-05-03"),
        ("03.05.2019, 08:30 Uhr", "2019-05-03"),
        ("3. Mai 2019", "2019-05-03"),
        ("Publié le 3 mai 2019 à 07h12", "2019-05-03"),
        ("3 de mayo de 2019", "2019-05-03"),
        ("3 мая 2019", "2019-05-03"),
        ("2019年5月3日", "2019-05-03"),
        ("2019-05-03", "2019-05-03"),
        ("February 30, 2019", ""),
        ("02/03/2019", ""),
    ],
)
def test_a_line_that_is_a_date_is_the_day_of_publication(line: str, day: str) -> None:
    cleaned = cleaned_lines("The Flood at the Lower Mill", "", line, "", *PROSE)
    assert cleaned.metadata.published == day


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("DUSHANBE -- ", "DUSHANBE"),
        ("WASHINGTON — ", "WASHINGTON"),
        ("PARIS (AFP) – ", "PARIS"),
        ("MOSCOW, May 3 (Newswire) - ", "MOSCOW"),
        ("Lenzen (dpa) - ", "Lenzen"),
        ("SPRINGFIELD, Ill. (AP) — ", "SPRINGFIELD, Ill."),
        ("The mill -- ", ""),
        ("", ""),
    ],
)
def test_the_head_of_the_first_paragraph_tells_where_it_was_filed(head: str, place: str) -> None:
    cleaned = cleaned_lines("The Flood at the Lower Mill", "", head + PROSE[0], "", PROSE[1])
    assert cleaned.metadata.dateline == place
    assert next(line.text for line in cleaned.kept if line.role == "paragraph") == head + PROSE[0]
