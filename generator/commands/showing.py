"""`preview`: shows the site in a browser while it is written."""

from __future__ import annotations

from generator.commands.options import in_project, project_parser
from generator.commands.telling import say
from generator.exits import FINE, CannotStart


def preview(arguments: list[str]) -> int:
    """Shows the site until it is stopped; returns the exit status."""
    from generator.preview import NoPort, preview

    parser = project_parser("preview", ("--open",))
    parser.add_argument("--port", type=int, default=8765)
    options = in_project(parser.parse_args(arguments))
    if not 0 <= options.port < 65536:
        raise CannotStart(f"there is no port {options.port}; ports go from 1 to 65535.")
    try:
        preview(options.project, options.port, say, options.open)
    except NoPort as reason:
        raise CannotStart(str(reason)) from reason
    return FINE
