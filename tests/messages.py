"""`python -m tests.messages` gathers the interface's texts and brings every catalogue of themes/base up to date."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.clean.learned import REASONS
from generator.clean.rules import ARTICLE, FURNITURE

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "themes/base/languages"
_METHODS = [("**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
_HEADER = r"""# The interface in another language: themes/README.md says how this file is made and mended.
msgid ""
msgstr ""
"Language: {language}\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {forms}\n"

"""
_KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "count": (1, 2)}


def messages() -> Catalog:
    """Every text of the templates, of `generator/render`, and the names of the cleaner's rules."""
    catalogue = Catalog(project="annotated-reader", fuzzy=False)
    for folder in ("themes/base/templates", "generator/render"):
        for path, line, text, comments, _ in extract_from_dir(
            ROOT / folder,
            method_map=_METHODS,
            options_map={"**.html": {"trimmed": "false", "silent": "false"}},
            keywords=_KEYWORDS,
        ):
            catalogue.add(text, locations=[(f"{folder}/{path}", line)], auto_comments=comments)
    for name in rules():
        catalogue.add(name, locations=[("generator/clean/rules/__init__.py", 1)])
    return catalogue


def rules() -> Iterator[str]:
    """What the page of left-out lines calls each rule."""
    for rule in (*FURNITURE, *ARTICLE):
        yield rule.__name__.replace("_", " ")
    yield from REASONS.values()


def written(catalogue: Catalog) -> bytes:
    """A catalogue as a file that says the same whenever it is written."""
    made = BytesIO()
    write_po(made, catalogue, width=0, omit_header=True, sort_output=True, no_location=True, ignore_obsolete=True)
    header = _HEADER.format(language=catalogue.locale_identifier, forms=catalogue.plural_forms)
    return header.encode() + made.getvalue()


def _update(path: Path, wanted: Catalog) -> None:
    catalogue = read_po(BytesIO(path.read_bytes()), locale=path.stem)
    catalogue.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    path.write_bytes(written(catalogue))


if __name__ == "__main__":
    found = messages()
    for each in sorted(CATALOGUES.glob("*.po")):
        _update(each, found)
        print(each.relative_to(ROOT))
