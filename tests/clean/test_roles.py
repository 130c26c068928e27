"""Texts in many styles and languages, each line with the role that it must get, and the seed of the first reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.capture import capture
from generator.clean import clean
from generator.model import Cleaned, Role, Seed, SourceFile
from tests.projects import own

HERE = Path(__file__).parent
FIXTURES = sorted((HERE / "fixtures").glob("*.txt"))
SEED = "seeds/000_74f91f918406b353.txt"


def cleaned_lines(*lines: str) -> Cleaned:
    """What the cleaner makes of some lines of plain text."""
    return clean(captured("\n".join(lines).encode())).value


def captured(data: bytes, path: str = "text.txt") -> Seed:
    """The seed in some bytes."""
    seed = capture(SourceFile(path, data)).value
    assert seed is not None
    return seed


def read_fixture(path: Path) -> list[tuple[str, str]]:
    """The lines of a fixture: a role, a tab, the line."""
    rows = [line.split("\t", 1) for line in path.read_text("utf-8").split("\n") if line]
    return [(role, words) for role, words in rows]


@pytest.mark.parametrize("path", FIXTURES, ids=[path.stem for path in FIXTURES])
def test_every_line_of_a_text_gets_its_role(path: Path) -> None:
    rows = read_fixture(path)
    judged = cleaned_lines(*(words for _, words in rows)).lines
    assert [f"{line.role}\t{line.text}" for line in judged] == [f"{role}\t{words}" for role, words in rows]


def test_every_line_of_the_first_seed_gets_its_role() -> None:
    cleaned = clean(captured(own(SEED).read_bytes(), "seeds/000.txt")).value
    expected = (HERE / "seed_roles.txt").read_text("utf-8").splitlines()
    assert [f"{line.number}\t{line.role}" for line in cleaned.lines if line.role is not Role.BLANK] == expected


def test_the_first_seed_tells_its_title_its_authors_and_where_it_was_filed() -> None:
    metadata = clean(captured(own(SEED).read_bytes(), "seeds/000.txt")).value.metadata
    assert metadata.title == "Why Tajikistan Is Fighting To Bring Its Islamic State Widows Back Home"
    assert metadata.authors == ("Farangis Najibullah", "Mumin Ahmadi")
    assert metadata.dateline == "DUSHANBE"


def test_a_rule_of_the_code_is_named_for_every_line() -> None:
    for path in FIXTURES:
        assert all(line.rule for line in cleaned_lines(*(words for _, words in read_fixture(path))).lines)
