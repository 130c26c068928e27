#!/usr/bin/env python3
"""Builds the site: `python build.py --help` says everything."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (whoever runs it may have an older Python)
    sys.exit("The annotated reader needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")


def _run() -> int:
    try:
        from generator.cli import main

        return main()
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "generator":
            raise
        first = "" if sys.prefix != sys.base_prefix else "python3 -m venv .venv && . .venv/bin/activate && "
        print("The library " + missing.name + " is missing. Type: " + first + "pip install -e .", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(_run())
