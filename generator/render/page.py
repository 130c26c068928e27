"""What is the same on every page: its head, its links to the others, its styles and scripts."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from rjsmin import jsmin

from generator.model import Output, SiteSettings, Theme
from generator.render import ids
from generator.render.languages import direction
from generator.render.views import PageView

FACES = ("text.woff2", "text-italic.woff2")
STYLES, SCRIPT, ICON = "assets/style.css", "assets/script.js", "assets/icon.svg"

_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#fbf9f3"/>'
    '<path d="M3 3h6M3 6h6M3 9h6M3 12h4" stroke="#1f1b16" fill="none"/>'
    '<path d="M11.5 3v6" stroke="#9c1c14" stroke-width="2"/></svg>'
)


def page_view(
    site: SiteSettings,
    theme: Theme,
    path: str,
    title: str,
    description: str,
    language: str = "",
    absolute: bool = False,
) -> PageView:
    """The head of a page; an `absolute` one links by whole addresses, since nobody knows where it will be shown."""

    def address(target: str) -> str:
        return site.url + target if absolute else ids.link(path, target)

    return PageView(
        path=path,
        title=title,
        description=description,
        language=language or site.language,
        direction=direction(language or site.language),
        site_title=site.title,
        home=address(ids.INDEX),
        glossary=address(ids.GLOSSARY),
        timeline=address(ids.TIMELINE),
        search=address(ids.SEARCH) if "search" in site.outputs else "",
        styles=(address(STYLES),),
        scripts=(address(SCRIPT),) if theme.scripts else (),
        fonts=tuple(address(f"assets/{name}") for name in FACES) if theme.font and site.url else (),
        icon=address(ICON),
        feed=address(ids.FEED) if site.url and "feed" in site.outputs else "",
        canonical=site.url + canonical(path) if site.url and not absolute else "",
    )


def canonical(path: str) -> str:
    """The address under which a page is known: a folder's index is the folder."""
    known = f"{posixpath.dirname(path)}/".lstrip("/") if posixpath.basename(path) == ids.INDEX else path
    return quote(known)


def assets(theme: Theme, before: str = "", behind: str = "") -> tuple[Output, ...]:
    """The theme's styles in one file, in their order, between other rules; its scripts; the icon.

    Scripts are one file too, but for those in folders, which are for single pages.
    """
    styles = b"\n".join(
        (before.encode(), *(file.data.rstrip(b"\n") for file in theme.styles.values()), behind.encode())
    )
    shared = sorted(name for name in theme.scripts if "/" not in name)
    scripts = "\n".join(jsmin(theme.scripts[name].data.decode("utf-8", "replace")) for name in shared)
    return (
        Output(STYLES, styles),
        *([Output(SCRIPT, scripts.encode())] if shared else []),
        *(Output(f"assets/{name}", file.data) for name, file in theme.scripts.items() if "/" in name),
        Output(ICON, _ICON.encode()),
    )
