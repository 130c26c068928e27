"""Options that tests of several folders share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A property may be false; it may not be slow: no test here fails for the time it takes.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write expected outputs anew instead of comparing them")
