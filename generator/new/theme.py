"""`theme NAME`: a theme of one's own begins as another one's colours, faces and sizes."""

from __future__ import annotations

import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Place, diagnose
from generator.model import Output, Theme
from generator.project import is_address, read_theme, themes_known
from generator.write import start

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_PARENT = "base"
_TOML = """\
name = "{name}"
description = "What this theme looks like, in a sentence."
# Every file that is not in this folder comes from there; a file of the same name takes its place.
extends = "{parent}"
"""


def begin_theme(root: Path, name: str) -> Outcome[tuple[Output, ...]]:
    """Makes the folder themes/NAME; its files, or none and the reason."""
    if not (_NAME.fullmatch(name) and is_address(name)):
        return Outcome((), (_invalid(name),))
    if name in themes_known(root):
        return Outcome((), (_exists(name),))
    parent = read_theme(root, _PARENT)
    files = tuple(_files(name, parent.value))
    written = start(root, name, files, home="themes")
    return Outcome(() if written.failed else files, written.diagnostics)


def _files(name: str, parent: Theme) -> list[Output]:
    tokens = parent.styles["tokens.css"].data
    return [
        Output("theme.toml", _TOML.format(name=name, parent=_PARENT).encode()),
        Output("styles/tokens.css", tokens),
    ]


def _invalid(name: str) -> Diagnostic:
    return diagnose(
        "theme-name",
        f"`{name}` cannot be the name of a theme",
        Place("themes"),
        fix="use small letters, digits and hyphens: my-theme.",
    )


def _exists(name: str) -> Diagnostic:
    return diagnose(
        "theme-exists",
        f"there is a theme called `{name}` already",
        Place(f"themes/{name}"),
        fix="choose another name; nothing was changed.",
    )
