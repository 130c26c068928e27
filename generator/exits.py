"""How a command ends."""

FINE, ERRORS, COULD_NOT_START = 0, 1, 2


class CannotStart(Exception):  # noqa: N818
    """The command line asks for something that cannot be begun."""
