"""A real browser that opens pages and tells of everything that they do beyond being read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Dialog, Request, Route

from tests.hostile.planting import PUBLISHED

REFUSED = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
"""
STRANGE = """() => {
  const ELEMENTS = ["iframe", "frame", "object", "embed", "base", "style", "math", "portal", "applet", "foreignobject",
    "use", "animate", "set", "video", "audio", "marquee", "template", "xmp", "plaintext", "textarea"];
  const HANDLING = ["srcdoc", "formaction", "ping", "background"];
  const ADDRESSES = ["href", "src", "action", "cite", "data", "poster"];
  const SCHEMES = ["http:", "https:", "file:", "mailto:", "tel:", "doi:", "urn:"];
  const ours = {
    script: (each) => each.type === "application/ld+json" ? (JSON.parse(each.textContent), true)
      : /\\/assets\\/[a-z/]+\\.js$/.test(each.src) && !each.textContent,
    link: (each) => each.rel === "canonical" || new URL(each.href).origin === location.origin,
    meta: (each) => ["", "Content-Security-Policy"].includes(each.httpEquiv),
  };
  // What no browser can read as an address leads nowhere.
  const leads = (value) => URL.canParse(value, document.baseURI)
    && !SCHEMES.includes(new URL(value, document.baseURI).protocol);
  const handles = ({ name, value }) => name.startsWith("on") || HANDLING.includes(name)
    || (name === "style" && /url|expression|import/i.test(value))
    || (ADDRESSES.includes(name.split(":").pop()) && leads(value));
  return [...document.querySelectorAll("*")]
    .filter((each) => ELEMENTS.includes(each.localName) || !(ours[each.localName]?.(each) ?? true)
      || [...each.attributes].some(handles))
    .map((each) => each.outerHTML.slice(0, 150));
}"""
"""What no page of ours holds: a script that is not the theme's, a handler, an element that loads or runs."""


class Watch:
    """One tab, in which a folder of files is the web. `found` says what pages did that they may not.

    The folder is at `PUBLISHED` or, if asked for, on the disk.
    """

    def __init__(self, browser: Browser, folder: Path, on_disk: bool = False) -> None:
        self.folder = folder
        self.site = f"{folder.as_uri()}/" if on_disk else PUBLISHED
        self.found: list[str] = []
        self.path = ""
        self.context = browser.new_context()
        self.context.add_init_script(REFUSED)
        self.page = self.context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self._say(f"error: {error}"))
        self.context.on("page", lambda page: self._say(f"opened {page.url}"))
        self.context.route("**", self._route)

    def see(self, path: str) -> str:
        """Opens a page of the site; returns its whole text."""
        self.path = path
        self.page.goto(self.site + path, wait_until="load")
        self.look()
        return str(self.page.evaluate("document.title + document.body.textContent"))

    def look(self) -> None:
        """Looks for what the page has become."""
        for each in self.page.evaluate(STRANGE):
            self._say(f"strange: {each}")
        for each in self.page.evaluate("refused"):
            self._say(f"refused: {each}")
        if self._file(self.page.url) is None:
            self._say(f"went to {self.page.url}")

    def close(self) -> None:
        """Ends the tab."""
        self.context.close()

    def _route(self, route: Route, request: Request) -> None:
        file = self._file(request.url)
        if file is None:
            self._say(f"asked for {request.url}")
            route.abort()
        elif self.site == PUBLISHED:
            route.fulfill(path=file)
        else:
            route.continue_()

    def _file(self, address: str) -> Path | None:
        """Which file of the site has this address; None for everything else."""
        path = self.folder / unquote(urlsplit(address.removeprefix(self.site)).path)
        return path if address.startswith(self.site) and path.is_file() else None

    def _dialog(self, dialog: Dialog) -> None:
        self._say(f"ran: {dialog.message}")
        dialog.dismiss()

    def _say(self, what: str) -> None:
        self.found.append(f"{self.path}: {what}")
