"""What is the same on every page: its head, its links to the others, its styles and scripts."""

from __future__ import annotations

from rcssmin import cssmin
from rjsmin import jsmin

from generator.model import Output, SiteSettings, SourceFile, Theme
from generator.render import ids
from generator.render.colours import palette
from generator.render.icons import ICON, TOUCH_ICON, icons
from generator.render.languages import direction
from generator.render.views import PageView

FACES = ("text.woff2", "text-italic.woff2")
STYLES, SCRIPT = "assets/style.css", "assets/script.js"
TIMELINE_STYLE = "assets/timeline.css"


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
        styles=(address(STYLES), *([address(TIMELINE_STYLE)] if path == ids.TIMELINE else [])),
        scripts=(address(SCRIPT),) if theme.scripts else (),
        fonts=tuple(address(f"assets/{name}") for name in FACES) if theme.font and site.url else (),
        icon=address(ICON),
        touch_icon=address(TOUCH_ICON),
        colours=(colours.paper, colours.dark_paper),
        feed=address(ids.FEED) if site.url and "feed" in site.outputs else "",
        canonical="" if absolute else ids.address(site.url, path),
    )


def assets(theme: Theme, before: str = "", behind: str = "") -> tuple[Output, ...]:
    """The theme's styles in one file, in their order, between other rules; its scripts; its icons.

    Scripts are one file too. One in a folder is for a single page, which loads it with all the others in the same file.
    """
    styles = b"\n".join(
        (before.encode(), *(file.data.rstrip(b"\n") for file in theme.styles.values()), behind.encode())
    )
    shared = sorted(name for name in theme.scripts if "/" not in name)
    scripts = "\n".join(jsmin(theme.scripts[name].data.decode("utf-8", "replace")) for name in shared)
    return (
        Output(STYLES, cssmin(styles.decode("utf-8", "replace")).encode()),
        *([Output(SCRIPT, scripts.encode())] if shared else []),
        *(Output(f"assets/{name}", _with(scripts, file)) for name, file in theme.scripts.items() if "/" in name),
        *icons(palette(theme)),
    )


def _with(scripts: str, file: SourceFile) -> bytes:
    return f"{scripts}\n{jsmin(file.data.decode('utf-8', 'replace'))}".encode()
