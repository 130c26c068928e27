"""A register with the quotes of some entries exchanged, and every other byte as it was."""

from __future__ import annotations

from collections.abc import Mapping

BOM = b"\xef\xbb\xbf"


def rewrite(data: bytes, quotes: Mapping[tuple[int, int], str]) -> bytes:
    """The bytes of a file in which block quotes are exchanged, each given by its first and last line, from 1.

    Line ends stay what they are in the quote's first line.
    """
    lines = data.decode("utf-8").splitlines(keepends=True)
    # `splitlines` knows more line ends than Markdown does; only the two ends of files count here.
    lines = _joined(lines)
    for first, last in sorted(quotes, reverse=True):
        end = _ending(lines[first - 1])
        new = [line + end for line in quotes[first, last].split("\n")]
        new[-1] = new[-1].removesuffix(end) + _ending(lines[last - 1])
        lines[first - 1 : last] = new
    return "".join(lines).encode("utf-8")


def _joined(lines: list[str]) -> list[str]:
    """Lines that end with CR, LF or both; what Python takes for others is put together again."""
    whole: list[str] = []
    for line in lines:
        if whole and not whole[-1].endswith(("\n", "\r")):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
