"""The build on one page: from a project's folder to the pages of its site.

Map, then reduce. `map_step` makes a reading from one manuscript, the shared glossary, the theme and the site, so that
readings can be made anywhere and in any order; `reduce_step` needs only what each of them gives to the whole. What
earlier builds have made is used again where it would be the same (`renewing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import searching
from generator.diagnostics import Diagnostic, Outcome, Place, diagnose, in_order
from generator.model import Project, Site, SiteSettings, Term
from generator.project import LOCK, Opened, misfits, open_readings, read_edition, slugs
from generator.reduce_step import make_edition, search_index
from generator.renewing import Means, in_common, renewed, settle, still_good, with_terms
from generator.timing import stage

__all__ = ["Means", "Site", "build", "make_site", "settle"]

_SHOWN = 5
"""How many entries that are not locked are named."""


def build(
    root: Path,
    url: str = "",
    drafts: bool = False,
    search: bool = False,
    frozen: bool = False,
    means: Means | None = None,
    index: bool = True,
) -> Outcome[Site]:
    """The site of the project in a folder, and everything there is to say about it. Writes nothing but its cache.

    Without `search` the site has none, whatever it asks for, and without an `index` only its page: an index takes
    longer than all else. `frozen` says that no lock will be written after it, so that what is not locked yet is told.
    """
    means = means or Means()
    shelf = means.shelf

    with stage("read"):
        read = read_edition(root, url)
        project, missing = _searched(read.value, search)
        common = in_common(project, shelf)
        known = still_good(common.value, shelf)
    opened: list[Opened] = []
    readings = _remembering(open_readings(root, drafts, known, means.moment), opened)
    records = renewed(common.value, readings, len([*slugs(root)]), means)
    with stage("edition"):
        site = make_edition(common.value, records, shelf)
    found: list[Diagnostic] = [*read.diagnostics, *missing, *common.diagnostics, *misfits(opened)]
    found += [each for one in opened for each in one.found]
    found += [each for record in records for each in record.found]
    if not any(each.code == "url-invalid" for each in found):
        found += _without_address(project.site)
    found += _causes(site.diagnostics, found)
    if index and "search" in project.site.outputs and not Outcome(None, tuple(found)).failed:
        with stage("search"):
            made = search_index(common.value, site.value, records, shelf)
        site = Outcome(replace(site.value, outputs=(*site.value.outputs, *made.value)))
        found += made.diagnostics
    shelf.finish()
    if frozen and not Outcome(None, tuple(found)).failed:
        found += (each for slug, new in sorted(site.value.unlocked.items()) for each in _not_locked(slug, new))
    return Outcome(site.value, in_order(_without_followers(found)))


def make_site(project: Project, shared: Sequence[Term]) -> Outcome[Site]:
    """The site of a project, and all that there is to say of its readings and pages."""
    means, common = Means(), with_terms(project, shared)
    readings = [Opened(each.slug, None, each, ()) for each in project.manuscripts]
    records = renewed(common, readings, len(readings), means)
    site = make_edition(common, records, means.shelf)
    return Outcome(site.value, (*(each for record in records for each in record.found), *site.diagnostics))


def _remembering(readings: Iterable[Opened], opened: list[Opened]) -> Iterator[Opened]:
    """The readings as they come, each kept without its manuscript: of thousands only a few are in memory at once."""
    waiting = iter(readings)
    while True:
        with stage("read"):
            each = next(waiting, None)
        if each is None:
            return
        opened.append(each._replace(manuscript=None))
        yield each


def _searched(project: Project, search: bool) -> tuple[Project, tuple[Diagnostic, ...]]:
    """The project without a search where none is to be made, or none can be."""
    if "search" not in project.site.outputs or (search and searching.is_installed()):
        return project, ()
    outputs = tuple(each for each in project.site.outputs if each != "search")
    return replace(project, site=replace(project.site, outputs=outputs)), (searching.absent(),) if search else ()


def _causes(of_pages: Sequence[Diagnostic], before: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Faults of finished pages, without those that an author's mistake, told already, may have brought about."""
    mistaken = any(each.severity == "error" for each in before)
    return [each for each in of_pages if not mistaken or each.place.path.startswith(("content", "themes"))]


def _without_followers(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A glossary that cannot be read explains nothing; the links to its entries are not at fault."""
    unread = any(each.code in ("not-utf-8", "file-unreadable") and "glossary" in each.place.path for each in found)
    return [each for each in found if not (unread and each.code in ("unknown-term", "term-unused"))]


def _not_locked(slug: str, new: Sequence[str]) -> Iterator[Diagnostic]:
    """One warning for all entries of a reading that its lock does not remember."""
    if new:
        shown = ", ".join(new[:_SHOWN]) + (f" and {len(new) - _SHOWN} more" if len(new) > _SHOWN else "")
        yield diagnose(
            "not-locked",
            f"{len(new)} {'entry is' if len(new) == 1 else 'entries are'} not locked yet: {shown}",
            Place(f"content/{slug}/{LOCK}"),
            why="If the text changes, nothing tells their words from others that look like them.",
            fix="run `python build.py`, and commit anchors.lock.",
        )


def _without_address(site: SiteSettings) -> tuple[Diagnostic, ...]:
    if site.url:
        return ()
    warning = diagnose(
        "no-site-url",
        "the site's address is not known, so 404.html, the feed and the sitemap are left out",
        Place("content/site.toml"),
        why="They need addresses that begin with https://.",
        fix='add `url = "https://…"`, or build with --url.',
    )
    return (warning,)
