"""What an element's name, class words and ARIA role say about the text in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element

from generator.model import Role


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup around a text says that the text is."""

    role: Role | None = None
    level: int = 0


_BY_NAME = {
    "p": Role.PARAGRAPH,
    "li": Role.LIST_ITEM,
    "blockquote": Role.QUOTATION,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "nav": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "footer": Role.OTHER_BOILERPLATE,
    "form": Role.OTHER_BOILERPLATE,
    "button": Role.OTHER_BOILERPLATE,
    "aside": Role.RELATED,
}
_BY_ARIA = {
    "navigation": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "menubar": Role.NAVIGATION,
    "search": Role.NAVIGATION,
    "contentinfo": Role.OTHER_BOILERPLATE,
    "complementary": Role.RELATED,
    "dialog": Role.OTHER_BOILERPLATE,
    "alertdialog": Role.OTHER_BOILERPLATE,
}
# Class and id words, the telling ones first. Each stands between word borders, hyphens or underscores.
_BY_CLASS = tuple(
    (re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])", re.IGNORECASE), role)
    for words, role in (
        (r"pull-?quote|pullout", Role.PULL_QUOTE),
        (
            r"(?:author|writer|contributor)s?[_-]*(?:bio|box|info|card|about|profile)|about-?(?:the-?)?author|bio",
            Role.AUTHOR_BIO,
        ),
        (r"share|sharing|social|sharebar|addtoany|sharedaddy", Role.SHARE),
        (
            r"related|recommend(?:ed|ations?)|read-?(?:next|more|also)|more-?(?:on|from|stories)|trending|popular|most-?read|outbrain|taboola",
            Role.RELATED,
        ),
        (r"comments?|disqus|respond|discussion", Role.COMMENT),
        (
            r"advert(?:s|isement)?|ads?|adsense|sponsor(?:ed)?|promo|newsletter|subscribe|subscription|signup|paywall",
            Role.ADVERT,
        ),
        (r"breadcrumbs?|menu|nav|navbar|navigation|sidebar|skip-?link|toc|pagination|pager", Role.NAVIGATION),
        (r"cookies?|consent|gdpr|copyright|disclaimer", Role.LEGAL),
        (
            r"footer|tags?|tag-?(?:list|cloud)|taglist|widget-?area|visually-?hidden|sr-only|screen-reader-text",
            Role.OTHER_BOILERPLATE,
        ),
        (r"captions?|wp-caption-text|credit", Role.CAPTION),
        (r"byline|author(?:-?name)?s?", Role.BYLINE),
        (r"subtitle|standfirst|dek|deck|sub-?head(?:line|ing)?", Role.SUBTITLE),
    )
)
_TEXT_NAME = re.compile(
    r"(?:article|story|post|entry|content|body|main|page|text)[\s_-]*(?:article|story|post|entry|content|body|text|copy)",
    re.IGNORECASE,
)
"""A class or id that names a text: "entry-content", "storyBody"."""
_WITH_PARAGRAPHS = (Role.QUOTATION, Role.CAPTION, Role.LIST_ITEM, Role.SUBTITLE, Role.BYLINE)
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_HEADING = re.compile(r"h([1-6])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def hint_of(element: _Element, around: Hint, holds_text: bool) -> Hint:
    """The hint for an element's text. What lies inside boilerplate is boilerplate; what holds the main text is not."""
    if holds_text:
        return Hint()
    if around.role is not None and not around.role.kept:
        return around
    named = named_role(element)
    heading = _HEADING.fullmatch(str(element.tag))
    if heading and (named is None or named.kept):
        return Hint(Role.HEADING, int(heading[1]))
    # A paragraph in a quotation, a caption or a list item is still that.
    if named is None or (named is Role.PARAGRAPH and around.role in _WITH_PARAGRAPHS):
        return around
    return Hint(named)


def boilerplate_name(element: _Element) -> Role | None:
    """What an element's name, class or ARIA role says it is, if they say that it holds no main text."""
    named = named_role(element)
    return None if named is None or named.kept else named


def is_hidden(element: _Element) -> bool:
    """Whether a reader of the page would not have seen the element."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN_STYLE.search(style))


def named_role(element: _Element) -> Role | None:
    """What an element's class and id words, its ARIA role or its name say that its text is."""
    words = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _named(str(element.tag), words, element.get("role") or "")


def names_text(element: _Element) -> bool:
    """Whether an element is named as an article's text is: by its name, its class words or schema.org's property."""
    if element.tag == "article" or element.get("itemprop") == "articleBody":
        return True
    return element.tag != "body" and _is_text_name(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=4096)
def _is_text_name(words: str) -> bool:
    return bool(_TEXT_NAME.search(words))


@lru_cache(maxsize=4096)
def _named(name: str, words: str, aria: str) -> Role | None:
    told = _by_class(words) if words != " " and name not in _WHOLE_PAGE else None
    return told or _BY_ARIA.get(aria.lower()) or _BY_NAME.get(name)


def _by_class(words: str) -> Role | None:
    return next((role for pattern, role in _BY_CLASS if pattern.search(words)), None)
