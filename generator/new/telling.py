"""What a person, or a tool, is told of a reading that has been begun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from shlex import quote

from generator import report, text
from generator.model import Cut, Judgement, Role
from generator.new import Start
from generator.new.registers import suggestions
from generator.new.uncertain import Uncertain

_WIDTH = 78
_FACTS = ("title", "authors", "publisher", "published", "language", "url")


def as_text(begun: Start, root: Path, here: Path) -> str:
    """For a terminal: what was made, what is known, what was left out, what to look at, what to type next."""
    parts = (_made(begun, root, here), _facts(begun), _left_out(begun), _doubtful(begun), _next(begun, root, here))
    return "\n\n".join("\n".join(map(report.in_a_line, lines)) for part in parts if (lines := list(part)))


def as_json(begun: Start) -> str:
    """One line of JSON."""
    record = {
        "slug": begun.slug,
        "seed": f"seeds/{begun.seed}",
        "copied": begun.copied,
        "files": [f"content/{begun.slug}/{file.path}" for file in begun.files],
        "metadata": asdict(begun.facts),
        "kept": len(begun.cleaned.kept),
        "cut": [{"n": cut.number, "role": cut.role.value, "rule": cut.rule, "text": cut.text} for cut in _cuts(begun)],
        "uncertain": [_as_record(each) for each in begun.uncertain],
    }
    return report.json_line(record)


def _as_record(each: Uncertain) -> dict[str, object]:
    first = each.lines[0]
    return {"n": first.number, "role": first.role.value, "rule": first.rule, "kept": each.kept, "quote": each.quote}


def _made(begun: Start, root: Path, here: Path) -> Iterator[str]:
    yield f"A new reading: {_near(root / 'content' / begun.slug, here)}"
    origin = "copied, byte for byte" if begun.copied else "was there already"
    yield f"  {_near(root / 'seeds' / begun.seed, here)}   {origin}"
    for file in begun.files:
        count = suggestions(file.data.decode()) if file.path.endswith(".md") else 0
        said = f"   {count} suggested" if count else ""
        yield f"  {_near(root / 'content' / begun.slug / file.path, here)}{said}"


def _facts(begun: Start) -> Iterator[str]:
    for name in _FACTS:
        value = getattr(begun.facts, name)
        shown = value if isinstance(value, str) else ", ".join(value)
        yield f"  {name:<10} {text.excerpt(shown, _WIDTH - 12) or _missing(name, begun)}"


def _missing(name: str, begun: Start) -> str:
    if name == "title":
        return "(not in the capture; its first words stand in for it)"
    return f"{begun.guessed} (guessed)" if name == "language" and begun.guessed else "(not in the capture)"


def _left_out(begun: Start) -> Iterator[str]:
    cuts = _cuts(begun)
    kept = _lines(sum(bool(line.text.strip()) for line in begun.cleaned.kept))
    yield f"{kept} kept, {len(cuts) or 'nothing'} left out{':' if cuts else ''}"
    for role in dict.fromkeys(cut.role for cut in cuts):
        own = [cut for cut in cuts if cut.role is role]
        yield f"  {role.value:<18}{len(own):>4}  {_first_words(own)}"


def _doubtful(begun: Start) -> Iterator[str]:
    if begun.uncertain:
        yield "Please look at these; reading.toml has them as comments under [clean]:"
    for each in begun.uncertain:
        line: Judgement = each.lines[0]
        words = text.excerpt(text.tidy(line.text), _WIDTH - 20)
        yield f"  line {line.number:<5} {'kept' if each.kept else 'cut '}  {words}"


def _next(begun: Start, root: Path, here: Path) -> Iterator[str]:
    project = "" if root == here else f" --project {quote(_near(root, here))}"
    yield f"Every line with its role:  python build.py clean {quote(_near(root / 'seeds' / begun.seed, here))}"
    yield f"Look while you write:      python build.py preview{project}"
    yield f"Build the site:            python build.py build{project}"


def _cuts(begun: Start) -> list[Cut]:
    return [cut for cut in begun.cleaned.cuts if cut.role is not Role.BLANK]


def _first_words(cuts: Iterable[Cut]) -> str:
    """The beginnings of some lines, as many as have room."""
    shown: list[str] = []
    for cut in cuts:
        words = text.excerpt(text.tidy(cut.text), 24)
        if len(" · ".join((*shown, words))) > _WIDTH - 26:
            return " · ".join((*shown, "…"))
        shown.append(words)
    return " · ".join(shown)


def _lines(number: int) -> str:
    return f"{number} line" if number == 1 else f"{number} lines"


def _near(path: Path, here: Path) -> str:
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
