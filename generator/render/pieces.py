"""What a reading gives to the pages of the whole edition, laid one behind the other.

Of thousands of readings it is far more than all else that the pages need, and most of it is not looked at for a build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from markupsafe import Markup

from generator.model import Contribution, Piece

Read = Callable[[Contribution, Piece], bytes]
"""What gives a piece of a reading."""
NOTHING = Piece(0, 0, 0)


class Pieces:
    """Pieces that are being laid down."""

    def __init__(self) -> None:
        self._data = bytearray()

    @property
    def data(self) -> bytes:
        """All of them."""
        return bytes(self._data)

    def add(self, data: bytes) -> Piece:
        """Where a further one stands."""
        self._data += data
        return Piece(len(self._data) - len(data), len(data), mark(data))

    def html(self, source: str) -> Piece:
        """Where HTML stands."""
        return self.add(source.encode("utf-8", "surrogatepass"))


def at_hand(reading: Contribution, piece: Piece) -> bytes:
    """A piece of a reading that has its pieces with it."""
    return reading.pieces[piece.start : piece.start + piece.size]


def as_html(data: bytes) -> Markup:
    """A piece of HTML."""
    return Markup(data.decode("utf-8", "surrogatepass"))


def wherever(piece: Piece) -> Piece:
    """A piece as it is told from others, wherever it stands."""
    return piece._replace(start=0)


def mark(data: bytes) -> int:
    """What tells a piece from another."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big") if data else 0
