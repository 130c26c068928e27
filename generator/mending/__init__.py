"""Quotes that no longer fit their text, mended: what `check --fix` and `update` do."""
