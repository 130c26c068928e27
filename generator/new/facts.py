"""reading.toml for a new reading: what the capture says, and hints at what it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import dates, text
from generator.model import Metadata, SourceFile
from generator.new.toml import toml_list, toml_text
from generator.new.uncertain import Uncertain
from generator.project import read_reading

_HINTS = {
    "title": '"…"',
    "subtitle": '"…"',
    "authors": '["…"]',
    "publisher": '"…"',
    "published": '"2019-02"',
    "url": '"https://example.org/the-page"',
    "language": '"en"',
    "rights": '"© …"',
}
_REMARKS = {
    "published": "EDTF: 2019, 2019-02 or 2019-02-12",
    "url": "the page that was captured",
    "language": "en, de, pt-BR …",
}
_OPTIONAL = ("subtitle",)
_WIDTH = 9


def known_facts(found: Metadata) -> Metadata:
    """The facts as reading.toml may state them: tidy, and without those that the build would not take."""
    tidied = {key: text.tidy(getattr(found, key)) for key in _HINTS if key != "authors"}
    kept = {key: value if value and _is_taken(key, value) else "" for key, value in tidied.items()}
    return replace(found, **kept, authors=tuple(filter(None, map(text.tidy, found.authors))))


def reading_toml(seed: str, facts: Metadata, guessed: str, fallback: str, uncertain: Sequence[Uncertain]) -> str:
    """The file's text. `guessed` is a language that the words suggest; `fallback` a title where none was found."""
    lines = ["# What is known of this text. What stands behind a # is not stated: take the # away and correct it.", ""]
    lines.append(_line("seed", toml_text(seed)))
    for key in _HINTS:
        lines += _fact(key, facts, guessed, fallback)
    lines.append(f"# {_line('editor', toml_text('Your name'))}   # who makes this annotated reading")
    lines.append(f"# {_line('draft', 'true')}   # built only with --drafts")
    lines += ["", "[clean]   # only what the cleaner got wrong; each text is the beginning of a line of the seed"]
    lines += _corrections("keep", [each for each in uncertain if not each.kept])
    lines += _corrections("drop", [each for each in uncertain if each.kept])
    return "\n".join(lines) + "\n"


def _line(key: str, value: str) -> str:
    return f"{key:<{_WIDTH}} = {value}"


def _fact(key: str, facts: Metadata, guessed: str, fallback: str) -> Iterator[str]:
    value = getattr(facts, key)
    if value:
        yield _line(key, toml_text(value) if isinstance(value, str) else toml_list(value))
    elif key == "language" and guessed:
        yield f"{_line(key, toml_text(guessed))}   # guessed from the words; not stated in the capture"
    elif key == "title":
        yield f"{_line(key, toml_text(fallback))}   # not found in the capture: write its own"
    elif key not in _OPTIONAL:
        remark = f"{_REMARKS[key]}; not found" if key in _REMARKS else "not found"
        yield f"# {_line(key, _HINTS[key])}   # {remark} in the capture"


def _corrections(key: str, lines: Sequence[Uncertain]) -> Iterator[str]:
    if not lines:
        yield f"{key} = []"
        return
    yield f"{key} = ["
    for each in lines:
        first = each.lines[0]
        yield f"  # {toml_text(each.quote)},   # line {first.number}: {first.role}, by the rule “{first.rule}”"
    yield "]"


def _is_taken(key: str, value: str) -> bool:
    if key == "published":
        try:
            dates.parse(value)
        except ValueError:
            return False
    source = f'seed = "x"\n{key} = {toml_text(value)}\n'
    return not read_reading(SourceFile("reading.toml", source.encode())).diagnostics
