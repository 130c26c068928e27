"""Where things lie that several parts of the generator speak of."""

from __future__ import annotations

from pathlib import Path

CACHE = ".cache"
"""The folder in a project in which a build keeps what it has made."""
MARKER = ".annotated-reader"
"""The list of a site's files, which lies in it."""
THEMES = Path(__file__).resolve().parents[1] / "themes"
"""The themes that come with the generator, which a project elsewhere uses too."""
