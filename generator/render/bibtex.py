r"""Works as BibTeX, which TeX reads in the end: what has a meaning in either language is written so that it has none.

`\{` would be a brace to TeX, but BibTeX counts it, and a title with one brace would swallow the rest of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from generator.dates import Date, Point, words
from generator.render.languages import language_name
from generator.render.person_names import Name
from generator.render.works import Work
from generator.text import tidy

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "@": "{@}",
        "\u00a0": "~",
        **{mark: f"\\{mark}" for mark in "%&#_$"},
    }
)
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=[!?])(?=`)")
"""Where two signs would become one: `--` a dash, two commas a quotation mark."""
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_IN_ADDRESS = "!#$%&'()*+,-./:;=?@[]_~"


def bibtex(works: Iterable[Work], language: str) -> str:
    """The works as entries of a .bib file in UTF-8; dates that BibTeX has no fields for are in words."""
    return "\n".join(_entry(work, language) for work in works)


def _entry(work: Work, language: str) -> str:
    fields = {
        "author": _names(work.authors),
        "editor": _names(work.editors),
        # A second pair of braces keeps a style from making small letters of the capitals.
        "title": f"{{{_text(work.title)}}}" if work.title else "",
        "howpublished": _text(work.publisher or ", ".join(filter(None, (work.genre, work.container)))),
        **(_date(work.published, language) if work.published else {}),
        "url": quote(work.address, safe=_IN_ADDRESS),
        "note": _text(work.note),
        "langid": _language(work.language),
    }
    shown = (f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value)
    return f"@misc{{{work.key},\n{''.join(shown)}}}\n"


def _names(written: Iterable[Name]) -> str:
    """A name that is not parted has braces of its own, so that nothing in it is taken for a comma or an "and"."""
    return " and ".join(
        f"{_text(name.family)}, {_text(name.given)}" if name.family else f"{{{_text(name.whole)}}}" for name in written
    )


def _date(date: Date, language: str) -> dict[str, str]:
    point = date.parts[0]
    if date.form != "point" or not isinstance(point, Point) or not point.plain or int(point.year) < 1:
        return {"year": _text(words(date, language))}
    if not "01" <= point.month <= "12":
        return {"year": str(int(point.year)) if not point.month else _text(words(date, language))}
    return {"year": str(int(point.year)), "month": _MONTHS[int(point.month) - 1]}


def _language(tag: str) -> str:
    name = language_name(tag, "en").lower()
    return name if name.isascii() and name.isalpha() else ""


def _text(written: str) -> str:
    return _LIGATURE.sub("{}", tidy(written).translate(_ESCAPES))
