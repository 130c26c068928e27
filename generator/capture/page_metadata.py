"""What a saved page says about itself: JSON-LD, Open Graph, meta elements, the title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from generator.model import Metadata
from generator.text import tidy

_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHOR = ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "sailthru.author")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "pubdate",
    "publishdate",
    "citation_publication_date",
)
_SITE = ("og:site_name", "application-name", "dc.publisher")
_ARTICLE = re.compile(r"Article$|^(?:NewsArticle|BlogPosting|Report|WebPage)$")
_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def page_metadata(page: _Element) -> Metadata:
    """The page's metadata; each field is empty where the page does not say."""
    metas = _metas(page)
    facts = next(iter(_articles(page)), {})
    site = tidy(_first(metas, _SITE) or _name(facts.get("publisher")))
    return Metadata(
        title=_without_site(tidy(_text(facts.get("headline")) or _first(metas, _TITLE) or _title(page)), site),
        authors=tuple(dict.fromkeys(filter(None, map(tidy, _authors(facts, metas))))),
        publisher=site,
        published=_day(_text(facts.get("datePublished")) or _first(metas, _PUBLISHED)),
        url=_address(page, metas),
        language=_language(page),
        rights=tidy(_text(facts.get("copyrightNotice")) or _first(metas, ("copyright", "dc.rights"))),
    )


def stated_text(page: _Element) -> str:
    """The article's text as the page's JSON-LD gives it; empty where it gives none."""
    return max((_text(each.get("articleBody")) for each in _articles(page)), key=len, default="")


def _metas(page: _Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            metas.setdefault(name.lower(), []).append(content)
    return metas


def _articles(page: _Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article."""
    for element in page.iter("script"):
        if element.get("type") != "application/ld+json":
            continue
        try:
            waiting = [json.loads(element.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            each = waiting.pop()
            if isinstance(each, list):
                waiting.extend(each)
            elif isinstance(each, dict):
                waiting.extend(value for key, value in each.items() if key in ("@graph", "mainEntity"))
                kinds = each.get("@type")
                if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield each


def _authors(facts: dict[str, Any], metas: dict[str, list[str]]) -> list[str]:
    stated = facts.get("author")
    names = [_name(each) for each in (stated if isinstance(stated, list) else [stated])]
    if not any(names):
        names = next((metas[key] for key in _AUTHOR if key in metas), [])
    return [name for name in names if name and "://" not in name]


def _name(stated: object) -> str:
    if isinstance(stated, list):
        return _name(stated[0]) if stated else ""
    return _text(stated.get("name")) if isinstance(stated, dict) else _text(stated)


def _text(stated: object) -> str:
    """A text of JSON-LD, where half of a letter can stand (`\\ud83d`): no file can hold it, so it is "�" here."""
    return stated.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(stated, str) else ""


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _title(page: _Element) -> str:
    for name in ("h1", "title"):
        for element in page.iter(name):
            words = "".join(element.itertext()).strip()
            if words:
                return words
    return ""


def _without_site(title: str, site: str) -> str:
    """ "A title | The Gazette" without the Gazette."""
    if site:
        return re.sub(rf"\s+[|–—·-]\s+{re.escape(site)}\Z", "", title, flags=re.IGNORECASE)
    return title


def _day(written: str) -> str:
    found = _DAY.match(written.strip())
    return "-".join(found.groups()) if found else ""


def _address(page: _Element, metas: dict[str, list[str]]) -> str:
    links = (link.get("href") or "" for link in page.iter("link") if "canonical" in (link.get("rel") or "").split())
    address = next(links, "") or _first(metas, ("og:url",))
    return address if address.startswith(("http://", "https://")) else ""


def _language(page: _Element) -> str:
    written = page.get("lang") or page.get("xml:lang") or page.get(_XML_LANGUAGE) or ""
    return written.replace("_", "-") if _LANGUAGE.fullmatch(written) else ""
