"""What cleaning costs: `python -m tests.benchmarks.cleaning`.

CPU time for each line of a page's dump of 1,000 and of 100,000 lines, and, where trafilatura is installed and a folder
of pages is given (files NAME.jsonl.xz, a page to a line, with its `html` and `dumps`), pages in a second beside it.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.adapters import clean_html, clean_text

_PARAGRAPH = "The mill stands where the river bends, and in the year {} it stood there as well, so they say."
_FURNITURE = ("Share this", "More stories", "Ten things that nobody told you about rivers", "Advertisement")
_PAGES = 60
_DUMP = "rfull"
_LINES = 200


def dump(lines: int) -> str:
    """A page of so many lines, a third of them running text."""
    text = (_PARAGRAPH.format(number) if number % 3 else _FURNITURE[number // 3 % 4] for number in range(lines))
    return "\n".join(("Home", "News", "A Walk to the Mill", "By Ada Writer", *text))


def main(arguments: Sequence[str]) -> None:
    """Prints what was measured."""
    clean_text(dump(300))
    costs = {lines: _seconds(clean_text, [dump(lines)]) / lines for lines in (1_000, 100_000)}
    for lines, cost in costs.items():
        print(f"{lines:>7} lines: {cost * 1e6:.1f} µs a line")
    print(f"ratio {costs[100_000] / costs[1_000]:.2f}")
    for path in sorted(Path(arguments[0]).glob("*.jsonl.xz")) if arguments else ():
        _beside(path)


def _beside(path: Path) -> None:
    """Pages in a second beside trafilatura's, with each dump's time brought to 200 lines."""
    import trafilatura

    with lzma.open(path, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line, _ in zip(file, range(_PAGES), strict=False)]
    html, dumps = [page["html"] for page in pages], [page["dumps"][_DUMP] for page in pages]
    theirs = _seconds(trafilatura.extract, html) / len(pages)
    ours = _seconds(clean_html, html) / len(pages)
    lines = sum(each.count("\n") + 1 for each in dumps)
    dumped = _seconds(clean_text, dumps) / lines * _LINES
    print(
        f"{path.name.split('.')[0]}: trafilatura {1 / theirs:.0f}, HTML {1 / ours:.0f} ({theirs / ours:.2f} times), ",
        end="",
    )
    print(f"dumps of {_LINES} lines {1 / dumped:.0f} ({theirs / dumped:.2f} times)")


def _seconds(function: Callable[[str], object], sources: Sequence[str]) -> float:
    function(sources[0][:5000])
    begun = time.process_time()
    for source in sources:
        function(source)
    return time.process_time() - begun


if __name__ == "__main__":
    main(sys.argv[1:])
