"""site.toml and reading.toml: their keys, and what becomes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from generator import text
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Correction, DateSettings, ReadingSettings, SiteSettings, SourceFile
from generator.project.files import MEGABYTES, MOST_MEGABYTES
from generator.project.images import read_images
from generator.project.passages import LANGUAGE, language_invalid, read_passages
from generator.project.schema import Facts, Schema, read_toml

OUTPUTS = ("feed", "sitemap", "search", "share-pictures", "timelinejs", "icalendar", "csv", "json-ld")
PUBLISH = ("full", "excerpts")
DATES = ("news", "narrative", "off")

_SITE: Schema = {
    "title": str,
    "description": str,
    "author": str,
    "language": str,
    "url": str,
    "license": str,
    "theme": str,
    "outputs": list,
    "html": bool,
}
_READING: Schema = {
    "seed": str,
    "title": str,
    "subtitle": str,
    "authors": list,
    "publisher": str,
    "published": str,
    "url": str,
    "language": str,
    "rights": str,
    "editor": str,
    "canonical": str,
    "draft": bool,
    "publish": str,
    "clean": {"drop": list, "keep": list},
    "limits": {"seed": int},
    "dates": {"mode": str, "drop": list},
    "passages": ({"quote": str, "lang": str},),
    "images": ({"caption": str, "file": str, "alt": str, "credit": str},),
}
_NOT_IN_ADDRESS = re.compile(r"""[\s\x00-\x1f\x7f-\x9f\ufffe\uffff"'<>\\^`{|}]""")


def read_site(file: SourceFile | None) -> Outcome[SiteSettings]:
    """The settings of the site; each that is missing or wrong has its default."""
    outcome = read_toml(file, _SITE) if file else Outcome(None)
    facts = outcome.value or Facts({}, {})
    plain: dict[str, Any] = {key: facts.text(key) for key in _SITE if _SITE[key] is str and facts.text(key)}
    if "outputs" in facts.values:
        plain["outputs"] = facts.texts("outputs")
    settings = SiteSettings(**plain, html=bool(facts.values.get("html", False)))
    return Outcome(settings, (*outcome.diagnostics, *_site_problems(facts)))


def read_reading(file: SourceFile) -> Outcome[ReadingSettings | None]:
    """The facts of a reading; None where there is no telling which seed it is about."""
    outcome = read_toml(file, _READING)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    facts = outcome.value
    images = read_images(facts)
    found = (*outcome.diagnostics, *_language_problems(facts), *_url_problems(facts), *_publish_problems(facts))
    passages = read_passages(facts)
    found += (*images.diagnostics, *passages.diagnostics, *_dates_problems(facts), *_limit_problems(facts))
    if not facts.text("seed"):
        return Outcome(None, found if _is_wrong("seed", facts) else (*found, _no_seed(file)))
    texts = ("seed", "title", "subtitle", "publisher", "published", "url", "language", "rights", "editor", "canonical")
    settings = ReadingSettings(
        **{key: facts.text(key) for key in texts},
        authors=facts.texts("authors"),
        draft=bool(facts.values.get("draft", False)),
        corrections=(*_corrections(facts, "keep"), *_corrections(facts, "drop")),
        images=images.value,
        passages=passages.value,
        dates=_dates(facts),
        megabytes=min(max(1, int(facts.values.get("limits.seed", MEGABYTES))), MOST_MEGABYTES),
        # In doubt the text stays unpublished; the build fails on the unknown word anyway.
        publish="full" if facts.text("publish") in ("", "full") else "excerpts",
        places=facts.places,
    )
    return Outcome(settings, found)


def site_address(url: str) -> str | None:
    """The address with a slash at its end; None where it is none that a site can have."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if not _is_web_address(url) or parts.query or parts.fragment:
        return None
    return url.strip().rstrip("/") + "/"


def _is_wrong(key: str, facts: Facts) -> bool:
    """Whether the key is there with a value of the wrong kind, which has been diagnosed already."""
    return key in facts.places and key not in facts.values


def _corrections(facts: Facts, which: str) -> Iterator[Correction]:
    place = facts.places.get(f"clean.{which}")
    for quote in facts.texts(f"clean.{which}"):
        if place:
            yield Correction(text.tidy(quote), which == "keep", place)


def _site_problems(facts: Facts) -> Iterator[Diagnostic]:
    yield from _language_problems(facts)
    if facts.text("url") and site_address(facts.text("url")) is None:
        yield bad_address(facts.text("url"), facts.places["url"])
    for name in facts.texts("outputs"):
        if name not in OUTPUTS:
            near = get_close_matches(name, OUTPUTS, 1)
            yield diagnose(
                "unknown-output",
                f"there is no output called `{name}`",
                facts.places["outputs"],
                why=f"Known: {', '.join(OUTPUTS)}.",
                fix=f"did you mean `{near[0]}`?" if near else "take it out.",
            )


def bad_address(url: str, place: Place) -> Diagnostic:
    """What is said of a site's address that is none."""
    return diagnose(
        "url-invalid",
        f"`{url}` cannot be an address",
        place,
        fix="write all of it, like https://name.github.io/repository/.",
    )


def _publish_problems(facts: Facts) -> Iterator[Diagnostic]:
    written = facts.text("publish")
    if written and written not in PUBLISH:
        near = get_close_matches(written, PUBLISH, 1)
        yield diagnose(
            "publish-unknown",
            f"there is no way to publish called `{written}`",
            facts.places["publish"],
            why="`full` shows the text with its notes; `excerpts` shows the notes with the words that they quote.",
            fix=f"did you mean `{near[0]}`?" if near else 'write `publish = "full"` or `publish = "excerpts"`.',
        )


def _dates(facts: Facts) -> DateSettings:
    mode = facts.text("dates.mode")
    drop = tuple(filter(None, map(text.tidy, facts.texts("dates.drop"))))
    return DateSettings(mode if mode in DATES else "news", drop, facts.places.get("dates.drop"))


def _dates_problems(facts: Facts) -> Iterator[Diagnostic]:
    written = facts.text("dates.mode")
    if written and written not in DATES:
        near = get_close_matches(written, DATES, 1)
        yield diagnose(
            "dates-mode-unknown",
            f"there is no way to find dates called `{written}`",
            facts.places["dates.mode"],
            why="`news` understands “in March” from the day of publication; `narrative` from the date before it; "
            "`off` finds none.",
            fix=f"did you mean `{near[0]}`?" if near else 'write `mode = "news"` or `mode = "narrative"`.',
        )


def _limit_problems(facts: Facts) -> Iterator[Diagnostic]:
    if not 1 <= facts.values.get("limits.seed", MEGABYTES) <= MOST_MEGABYTES:
        place = facts.places["limits.seed"]
        yield diagnose(
            "wrong-type",
            f"`limits.seed` is not from 1 to {MOST_MEGABYTES}",
            place,
            fix=f"write a number of megabytes from 1 to {MOST_MEGABYTES}.",
        )


def _url_problems(facts: Facts) -> Iterator[Diagnostic]:
    for key in ("url", "canonical"):
        url = facts.text(key)
        if url and not _is_web_address(url):
            yield bad_address(url, facts.places[key])


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not _NOT_IN_ADDRESS.search(url.strip())


def _language_problems(facts: Facts) -> Iterator[Diagnostic]:
    language = facts.text("language")
    if language and not LANGUAGE.fullmatch(language):
        yield language_invalid(language, facts.places["language"])


def _no_seed(file: SourceFile) -> Diagnostic:
    return diagnose(
        "seed-not-named",
        "this reading names no seed",
        Place(file.path, 1),
        fix='add `seed = "file name"`: the captured text in seeds/.',
    )
