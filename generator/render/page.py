"""What is the same on every page: its head, its links to the others, its styles and scripts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from rcssmin import cssmin
from rjsmin import jsmin

from generator.model import Output, SiteSettings, SourceFile, Theme
from generator.render import ids
from generator.render.colours import palette
from generator.render.icons import ICON, TOUCH_ICON, icons
from generator.render.languages import direction
from generator.render.views import PageView

_EDITION = "edition"
FACES = ("text.woff2", "text-italic.woff2")
STYLES, SCRIPT = "assets/style.css", "assets/script.js"
EDITION_STYLE, TIMELINE_STYLE = "assets/edition.css", "assets/timeline.css"


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

    colours = palette(theme)
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
        styles=(address(_style(path)),),
        scripts=(address(SCRIPT),) if theme.scripts else (),
        fonts=tuple(address(f"assets/{name}") for name in FACES) if theme.font and site.url else (),
        icon=address(ICON),
        touch_icon=address(TOUCH_ICON),
        colours=(colours.paper, colours.dark_paper),
        feed=address(ids.FEED) if site.url and "feed" in site.outputs else "",
        canonical="" if absolute else ids.address(site.url, path),
    )


def assets(theme: Theme, before: str = "", behind: str = "", timeline: str = "") -> tuple[Output, ...]:
    """The theme's styles in one file, in their order, between other rules; its scripts; its icons.

    Pages of the whole edition, and those of what was left out, have the styles of the folder `edition/` besides, and
    the timeline its own rules: each page loads one file.
    Scripts are one file too. One in a folder is for a single page, which loads it with all the others in the same file.
    """
    readings = (before, *_texts(theme.styles, ""), behind)
    edition = (*readings, *_texts(theme.styles, _EDITION))
    shared = sorted(name for name in theme.scripts if "/" not in name)
    scripts = "\n".join(jsmin(theme.scripts[name].data.decode("utf-8", "replace")) for name in shared)
    return (
        Output(STYLES, _joined(*readings)),
        Output(EDITION_STYLE, _joined(*edition)),
        Output(TIMELINE_STYLE, _joined(*edition, timeline)),
        *([Output(SCRIPT, scripts.encode())] if shared else []),
        *(Output(f"assets/{name}", _with(scripts, file)) for name, file in theme.scripts.items() if "/" in name),
        *icons(palette(theme)),
    )


def _style(path: str) -> str:
    """The one file of styles that a page loads."""
    if path == ids.TIMELINE:
        return TIMELINE_STYLE
    return STYLES if path.endswith(f"/{ids.INDEX}") else EDITION_STYLE


def _texts(styles: Mapping[str, SourceFile], folder: str) -> list[str]:
    return [file.data.decode("utf-8", "replace") for name, file in styles.items() if posixpath.dirname(name) == folder]


def _joined(*styles: str) -> bytes:
    return str(cssmin("\n".join(styles))).encode()


def _with(scripts: str, file: SourceFile) -> bytes:
    return f"{scripts}\n{jsmin(file.data.decode('utf-8', 'replace'))}".encode()
