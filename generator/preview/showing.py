"""What the preview shows at one moment: the last good site, and what there is to say about the newest build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Diagnostic, Outcome
from generator.model import Document, File, Site


@dataclass(frozen=True)
class Showing:
    """One moment of the preview; the next build makes the next one."""

    site: Site | None = None
    """The last site without an error; None until there is one."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of the newest build."""
    built: int = 0
    """How many builds there have been."""

    @cached_property
    def outputs(self) -> Mapping[str, File]:
        """The files of the site by path."""
        return {output.path: output for output in self.site.outputs} if self.site else {}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The readings' texts by slug."""
        return self.site.documents if self.site else {}

    @cached_property
    def styles(self) -> str:
        """A digest of the style sheets: they can be exchanged on an open page."""
        return digest(output.digest.encode() for output in self._assets if output.path.endswith(".css"))

    @cached_property
    def others(self) -> str:
        """A digest of scripts, images and whatever else a page loads: a change of them needs the page anew."""
        return digest(output.digest.encode() for output in self._assets if not output.path.endswith(".css"))

    @property
    def _assets(self) -> list[File]:
        return [output for output in self.site.outputs if _is_loaded(output.path)] if self.site else []

    def after(self, outcome: Outcome[Site]) -> Showing:
        """What is shown after a build: its site, or the old one where it failed."""
        site = self.site if outcome.failed else outcome.value
        return Showing(site, outcome.diagnostics, self.built + 1)


def _is_loaded(path: str) -> bool:
    """Whether a page may load the file to show itself; what it only links to needs no page anew."""
    return path.startswith("assets/") or path.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"))


def digest(parts: Iterable[bytes]) -> str:
    """A short name for these bytes."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:16]
