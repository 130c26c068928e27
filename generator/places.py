"""Where things lie that several parts of the generator speak of."""

from __future__ import annotations

import os
import re

CACHE = ".cache"
"""The folder in a project in which a build keeps what it has made."""
MARKER = ".annotated-reader"
"""The list of a site's files, which lies in it."""
THEMES = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "themes")
"""The themes that come with the generator, which a project elsewhere uses too."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|\Z)", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for a device, whatever its ending: `con`, `Nul.txt`, `COM1.html`."""
    return bool(_DEVICE.match(name))
