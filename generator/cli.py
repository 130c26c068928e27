"""The command line: `python build.py [build|preview|check|clean|new|update|theme|explain]`.

What can be answered without the generator is answered here, since to load it takes longer.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

from generator import standing
from generator.exits import COULD_NOT_START, ERRORS, FINE, CannotStart

__all__ = ["COULD_NOT_START", "ERRORS", "FINE", "CannotStart", "main"]

HELP = """\
usage: python build.py [COMMAND] [OPTIONS]

Makes a site of annotated readings: texts from seeds/, cleaned of what is not text, with the margin notes,
glossaries and timelines that you write in content/.

  build            build the site and publish it into site/ (the default)
  preview          show the site in a browser while you write; built anew after every save
  check            say everything that build would say, and write nothing
  clean FILE...    show how captured texts would be cleaned, before you adopt them; of a FOLDER all of them, at once
  new FILE         begin a reading of a captured text (- is standard input): FILE is copied into seeds/, and a folder
                   in content/ gets reading.toml and registers with suggestions
  theme NAME       begin a theme of your own: themes/NAME with the colours, faces and sizes of `base`
  update SLUG FILE take a newer capture of a reading's text: shows what has changed and what became of every note, then
                   asks; FILE is copied into seeds/, and the older capture stays
  explain CODE     what a diagnostic means, and what to write instead

When it has published, `build` adds new and edited quotes to content/SLUG/anchors.lock; commit that file. It remembers
the words of every quote, so that a note never comes to stand on others. `check` and `preview` write nothing.

Options of build and check
  --project DIR    the project's folder (default: this one)
  --out DIR        where the site goes (default: site in the project's folder)
  --url URL        where the site will stand; goes before the url of content/site.toml
  --drafts         include readings that say `draft = true`
  --strict         take warnings for errors
  --json           print diagnostics as JSON, one a line
  --quiet          print diagnostics only
  --frozen         (build) write no anchors.lock: for CI
  --jobs N         so many processes (default: as many as help)
  --scheduler ADDR make readings with the workers of the Dask scheduler at this address (tcp://host:8786)
  --profile        (build) say where the time went, by stage
  --no-cache       (build) make every reading anew; what was made before is kept in .cache in the project's folder,
                   which may be deleted at any time
  --anchors        (check) say what became of every quote: kept, moved, changed, ambiguous or lost
  --dates          (check) list every date that is found in the texts, with the rule that it was understood by
  --fix            (check) accept suggestions for quotes that no longer fit, one by one; writes the quotes in your
                   registers, and anchors.lock
  --all            (check --fix) accept all of them, save where a number, a name or a negation has changed

Options of preview
  --project DIR    as above
  --port N         where it listens on this machine (default: 8765; the next free one if that is taken)
  --open           open the first page in your browser

Options of clean
  --json           one JSON object for each file: its metadata, every line with its role and the rule behind it
  --text           the text alone, paragraphs separated by an empty line
  --out DIR        write a file for each capture into this folder, which must not lie in one that is cleaned
  --jobs N         so many processes (default: as many as help)

Options of new, update and theme
  --yes            (update) do not ask
  --slug NAME      (new) the reading's folder in content/ and its address (default: made from the title)
  --project DIR, --json, --quiet as above

Nothing is published while there is an error: the old site stays as it was, to the byte. Seeds are never changed.
Exit status: 0 fine, 1 errors, 2 could not start.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _answer(list(sys.argv[1:] if arguments is None else arguments))
    except CannotStart as reason:
        print(f"build.py: {reason}", file=sys.stderr)
        return COULD_NOT_START
    except BrokenPipeError:
        # Whoever read our output has had enough; say nothing when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        print("\nStopped. The published site is whole: the old one, or the new one.", file=sys.stderr)
        return ERRORS


def _answer(arguments: list[str]) -> int:
    if any(each in ("-h", "--help", "help") for each in arguments):
        print(HELP, end="")
        return FINE
    begun = time.perf_counter()
    options = arguments[1:] if arguments[:1] == ["build"] else arguments
    if not options or options[0].startswith("-"):
        anew = "--no-cache" in options or "--profile" in options
        said = None if anew else standing.said_before(options)
        if said:
            _repeat(said, time.perf_counter() - begun)
            return FINE
    from generator import commands

    return commands.run(arguments)


def _repeat(said: standing.Said, seconds: float) -> None:
    for notice in said.notices:
        print(notice, file=sys.stderr)
    if said.summary:
        print(f"{said.summary}; {seconds:.2f} s")
        print(said.published)
