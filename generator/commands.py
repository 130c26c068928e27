"""The commands of the command line: each reads its options, has the work done, and prints what came of it."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator import pipeline, report, standing, timing
from generator.diagnostics import Diagnostic, Outcome, codes
from generator.exits import ERRORS, FINE, CannotStart
from generator.model import Site, SourceFile
from generator.project import read_capture
from generator.shelf import Lost, Shelf

if TYPE_CHECKING:
    from rich.progress import Progress

    from generator.cache import Cache

_Step = TypeVar("_Step")

_A_MOMENT = 1.0
"""Seconds that a build may take without telling how far it is."""
_A_WHILE = 5.0
"""Seconds between two lines where there is no terminal."""


def run(arguments: list[str]) -> int:
    """Runs one command and returns its exit status. CannotStart where it asks for what cannot be begun."""
    named = bool(arguments) and not arguments[0].startswith("-")
    name = arguments[0] if named else "build"
    if name not in COMMANDS:
        near = get_close_matches(name, COMMANDS, 1)
        hint = f"did you mean `{near[0]}`?" if near else "see python build.py --help."
        raise CannotStart(f"there is no command `{name}`; {hint}")
    return COMMANDS[name](arguments[1 if named else 0 :])


def _build(arguments: list[str]) -> int:
    try:
        return _built(arguments)
    except Lost:
        # Somebody has changed what lies in the cache; all of it is made anew.
        _cache(_build_options(arguments), writes=True).forget()
        return _built(arguments)


def _build_options(arguments: list[str]) -> argparse.Namespace:
    return _options(arguments, "build", ("--frozen", "--no-cache", "--profile"))


def _built(arguments: list[str]) -> int:
    from generator.write import manifest

    begun = time.perf_counter()
    options = _build_options(arguments)
    out = _out(options)
    inputs = standing.survey(options.project)
    outcome, shelf = _published(options, out)
    if outcome.failed:
        _tell(outcome.diagnostics, options.json)
        return _failed(outcome.diagnostics, options, "Nothing was published.")
    locked = Outcome(()) if options.frozen else _lock(options.project, outcome.value)
    if locked.value and not locked.failed:
        pipeline.settle(outcome.value.unlocked, shelf)
    _tell((*outcome.diagnostics, *locked.diagnostics), options.json)
    summary, published = report.summary(outcome.value.readings), f"Published: {_near(out / 'index.html')}"
    if not options.quiet and not options.json:
        print(f"{summary}; {time.perf_counter() - begun:.2f} s")
        print(published)
        for path in locked.value:
            print(f"Locked: {_near(options.project / path)}")
    if options.profile:
        print(report.profile(timing.take(), time.perf_counter() - begun), file=sys.stderr)
    # What was locked just now is an input that has changed since; and annotations and JSON are not for repeating.
    if locked.value or locked.failed or options.json or _on_github():
        inputs = inputs._replace(digest="")
    if not options.no_cache:
        notices = tuple(map(report.as_text, outcome.diagnostics))
        said = standing.Said(notices, "" if options.quiet else summary, published)
        standing.remember(arguments, options.project, inputs, out, manifest(outcome.value.outputs), said)
    return ERRORS if locked.failed else FINE


def _published(options: argparse.Namespace, out: Path) -> tuple[Outcome[Site], Shelf]:
    from generator.write import write

    with _means(options) as means:
        built = pipeline.build(options.project, options.url, options.drafts, True, options.frozen, means)
    outcome = _strict(built) if options.strict else built
    if outcome.failed:
        return outcome, means.shelf
    untouched = standing.is_untouched(options.project, out)
    with timing.stage("write"):
        written = write(outcome.value.outputs, out, options.project, untouched=untouched)
    return Outcome(outcome.value, (*outcome.diagnostics, *written.diagnostics)), means.shelf


@contextmanager
def _means(options: argparse.Namespace, with_cache: bool = True) -> Iterator[pipeline.Means]:
    """The project's cache, as many processes as help, and a bar on a terminal once a build has taken a second."""
    quiet = options.quiet or options.json
    with _Bar(quiet) as bar:
        # `check` writes nothing, not even what it could use itself the next time.
        writes = hasattr(options, "no_cache")
        used = _cache(options, writes) if with_cache and not getattr(options, "no_cache", False) else None
        beside = not writes or used is None
        moment = standing.moment_beside(options.project) if beside else standing.now(options.project / ".cache")
        yield pipeline.Means(Shelf(used), moment if used else 0, partial(_workers, options), bar.show)


def _cache(options: argparse.Namespace, writes: bool) -> Cache:
    from generator.cache import Cache

    return Cache(options.project / ".cache" / "readings", writes)


def _workers(options: argparse.Namespace, count: int) -> AbstractContextManager[Executor | None]:
    """Those that are to make so many readings."""
    from generator.mapping import jobs_for, processes

    if not options.scheduler or not count:
        return processes(options.jobs or jobs_for(count))
    return _cluster(options.scheduler)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    from generator.cluster import NoCluster, cluster

    try:
        with cluster(address) as workers:
            yield workers
    except NoCluster as reason:
        raise CannotStart(str(reason)) from reason


class _Bar:
    """How far a build is, if it takes more than a moment: a bar on a terminal, now and then a line in CI."""

    def __init__(self, quiet: bool) -> None:
        self._in_lines = not sys.stderr.isatty()
        self._quiet = quiet or (self._in_lines and not os.environ.get("CI"))
        self._begun = self._told = time.monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int, count: int) -> None:
        """Shows that so many of so many readings are made."""
        if self._quiet or time.monotonic() - self._begun < _A_MOMENT:
            return
        if self._in_lines:
            if time.monotonic() - self._told >= _A_WHILE:
                self._told = time.monotonic()
                print(f"{done} of {count} readings", file=sys.stderr, flush=True)
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task("Readings", total=count)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)


def _lock(root: Path, site: Site) -> Outcome[tuple[str, ...]]:
    """Writes what is new into the locks of the readings that were published."""
    from generator.map_step import lock_file
    from generator.write import replace_files

    return replace_files(root, (lock_file(slug, site.locks[slug]) for slug in sorted(site.unlocked)))


def _preview(arguments: list[str]) -> int:
    from generator.preview import NoPort, preview

    parser = _parser("preview", ("--open",))
    parser.add_argument("--port", type=int, default=8765)
    options = _in_project(parser.parse_args(arguments))
    if not 0 <= options.port < 65536:
        raise CannotStart(f"there is no port {options.port}; ports go from 1 to 65535.")
    try:
        preview(options.project, options.port, _say, options.open)
    except NoPort as reason:
        raise CannotStart(str(reason)) from reason
    return FINE


def _check(arguments: list[str]) -> int:
    try:
        return _checked(arguments, with_cache=True)
    except Lost:
        # It mends nothing, not even what lies in the cache.
        return _checked(arguments, with_cache=False)


def _checked(arguments: list[str], with_cache: bool) -> int:
    from generator.write import obstacles

    options = _options(arguments, "check", ("--fix", "--all", "--anchors", "--dates"))
    if options.fix:
        return _fix(options)
    if options.all:
        raise CannotStart("--all goes with --fix: python build.py check --fix --all.")
    with _means(options, with_cache) as means:
        built = pipeline.build(options.project, options.url, options.drafts, True, True, means, index=False)
    if options.anchors or options.dates:
        from generator.mending import dates, telling

        teller = telling if options.anchors else dates
        lines = list(teller.as_json(built.value) if options.json else teller.as_text(built.value))
        for line in lines:
            print(line)
        if not options.json:
            _tell(built.diagnostics, False)
        return ERRORS if built.failed else FINE
    in_the_way = obstacles(built.value.outputs, _out(options), options.project)
    built = Outcome(built.value, (*built.diagnostics, *in_the_way))
    outcome = _strict(built) if options.strict else built
    _tell(outcome.diagnostics, options.json)
    if outcome.failed:
        return _failed(outcome.diagnostics, options, "")
    if not options.quiet and not options.json:
        said = report.tally(outcome.diagnostics)
        print(f"Fine, with {said}." if said else "Fine.")
    return FINE


def _fix(options: argparse.Namespace) -> int:
    from generator.mending import command, telling

    built = pipeline.build(options.project, options.url, options.drafts)

    def ask(question: command.Question) -> str:
        print(telling.as_question(question, _in_colour()))
        if options.all:
            said = command.by_itself(question)
            print("   Accepted." if said else "   Left: accept it by itself, without --all.")
            return said
        print("   Take the new words? [y]es, [n]o, [q]uit: ", end="", flush=True)
        line = sys.stdin.readline()
        return (line.strip().lower() or "n")[0] if line else "q"

    mended = command.mend(options.project, built.value, options.drafts, ask)
    if mended.failed:
        _tell(mended.diagnostics, False)
        return ERRORS
    print(telling.as_result(mended.value))
    after = pipeline.build(options.project, options.url, options.drafts) if mended.value.files else built
    _tell(after.diagnostics, False)
    return _failed(after.diagnostics, options, "") if after.failed else FINE


def _clean(arguments: list[str]) -> int:
    from generator.captures import Form, captures_in, clean_captures, write_cleaned

    options = _clean_options(arguments)
    form: Form = "json" if options.json else "text" if options.text else "table"
    captures = captures_in(options.files)
    if not captures:
        raise CannotStart(f"there is no file in {', '.join(map(str, options.files))}.")
    briefly = any(path.is_dir() for path in options.files) and not (options.json or options.text or options.out)
    taken: set[str] = set()
    found: list[Diagnostic] = []
    status = FINE
    for done in _with_progress(clean_captures(captures, form, options.jobs), len(captures)):
        written = write_cleaned(options.out, done, form, taken) if options.out and not done.failed else None
        found += (*done.diagnostics, *(written.diagnostics if written else ()))
        if done.failed or (written and written.failed):
            status = ERRORS
        elif briefly:
            print(f"{done.capture.name}: {report.count(done.kept, 'line')} kept, {done.cut} left out")
        elif not options.out:
            print(done.shown)
    _tell(found, False)
    if options.out:
        print(f"{report.count(len(taken), 'capture')} cleaned: {_near(options.out)}")
    return status


def _clean_options(arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(prog="build.py clean", add_help=False)
    parser.add_argument("files", nargs="+", type=Path)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--text", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args(arguments)
    if options.jobs < 0:
        raise CannotStart("--jobs is a number of processes: 1 or more.")
    if options.out:
        options.out = options.out.absolute()
        out, paths = options.out.resolve(), [path.resolve() for path in options.files]
        # Beside a file that is named by itself there is room; only in its very place it would be written over.
        if any(out.is_relative_to(path) if path.is_dir() else out == path.parent for path in paths):
            raise CannotStart("--out lies in a folder that is to be cleaned; name another.")
    return options


def _with_progress(steps: Iterator[_Step], total: int) -> Iterator[_Step]:
    """The steps, with a bar on a terminal that shows how many are done."""
    if total == 1 or not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import Progress

    # Lines for a pipe must go there; those for a terminal go through the bar, which would else be torn.
    both = sys.stdout.isatty()
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=both) as progress:
        yield from progress.track(steps, total=total, description="Cleaning")


def _new(arguments: list[str]) -> int:
    from generator.new import command

    parser = _parser("new", ("--json", "--quiet"))
    parser.add_argument("files", nargs="*")
    parser.add_argument("--slug")
    options = parser.parse_args(arguments)
    if len(options.files) != 1:
        raise CannotStart("name one file, or - for standard input: python build.py new FILE.")
    root = options.project.absolute()
    if not any((root / name).exists() for name in ("content", "seeds", "themes", "build.py")):
        raise CannotStart(f"there is no project in {root}: make a folder content/ there, or name one with --project.")
    captured = (
        _standard_input() if options.files[0] == "-" else read_capture(Path.cwd(), Path(options.files[0]).absolute())
    )
    begun = command.begin(root, captured, options.slug)
    _tell(begun.diagnostics, options.json)
    if begun.value is None:
        return _failed(begun.diagnostics, options, "Nothing was written.")
    if options.json:
        print(command.as_json(begun.value))
    elif not options.quiet:
        print(command.as_text(begun.value, root, Path.cwd()))
    return FINE


def _update(arguments: list[str]) -> int:
    from generator.mending import telling, updating

    parser = _parser("update", ("--yes", "--json", "--quiet"))
    parser.add_argument("words", nargs="*")
    options = _in_project(parser.parse_args(arguments))
    if len(options.words) != 2:
        raise CannotStart("name the reading and the newer capture: python build.py update SLUG FILE.")
    slug, path = options.words
    captured = read_capture(Path.cwd(), Path(path).absolute())
    found = updating.compare(options.project, slug, captured.value) if captured.value else Outcome(None)
    _tell((*captured.diagnostics, *found.diagnostics), options.json)
    if found.value is None:
        return _failed((*captured.diagnostics, *found.diagnostics), options, "Nothing was written.")
    if options.json:
        print(telling.update_as_json(found.value))
    else:
        for line in telling.as_update(found.value, _in_colour()):
            print(line)
    if not options.yes and not _agreed(options.json):
        print("Nothing was written.", file=sys.stderr)
        return FINE
    written = updating.apply(options.project, found.value)
    _tell(written.diagnostics, options.json)
    if written.failed:
        return ERRORS
    if not options.json and not options.quiet:
        print(f"Written: {', '.join(written.value)}. The older capture stays in seeds/.")
        if any(fate.name != "kept" for fate in found.value.fates):
            print("Next: python build.py check --fix")
    return FINE


def _agreed(as_json: bool) -> bool:
    if as_json:
        return False
    print("Take this capture? [y]es, [n]o: ", end="", flush=True)
    return sys.stdin.readline().strip().lower().startswith("y")


def _in_colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _theme(arguments: list[str]) -> int:
    from generator.new.theme import begin_theme

    parser = _parser("theme", ("--json", "--quiet"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(arguments)
    if len(options.names) != 1:
        raise CannotStart("name the theme: python build.py theme NAME.")
    name, options = options.names[0], _in_project(options)
    begun = begin_theme(options.project, name)
    _tell(begun.diagnostics, options.json)
    if begun.failed:
        return _failed(begun.diagnostics, options, "Nothing was written.")
    if not options.quiet and not options.json:
        for file in begun.value:
            print(f"Begun: {_near(options.project / 'themes' / name / file.path)}")
        print(f'Write `theme = "{name}"` into content/site.toml; themes/README.md says what a theme can do.')
    return FINE


def _standard_input() -> Outcome[SourceFile | None]:
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        print(f"Paste the text, then press Enter and {end}. Ctrl-C stops.", file=sys.stderr)
    return Outcome(SourceFile("standard input", sys.stdin.buffer.read()))


def _explain(arguments: list[str]) -> int:
    known = codes()
    if not arguments:
        raise CannotStart(f"name a code: {', '.join(known)}.")
    name = arguments[0].strip("[]")
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"the codes are {', '.join(known)}."
        raise CannotStart(f"there is no code `{name}`; {hint}")
    print(report.explanation(known[name]))
    return FINE


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "build": _build,
    "preview": _preview,
    "check": _check,
    "clean": _clean,
    "explain": _explain,
    "new": _new,
    "theme": _theme,
    "update": _update,
}


class _Parser(argparse.ArgumentParser):
    """argparse that says what is wrong in our own way."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise CannotStart(f"{message}; see python build.py --help.")


def _options(arguments: list[str], command: str, flags: Sequence[str] = ()) -> argparse.Namespace:
    parser = _parser(command, ("--drafts", "--strict", "--json", "--quiet", *flags))
    parser.add_argument("--url", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--scheduler", default="")
    options = _in_project(parser.parse_args(arguments))
    if options.jobs < 0:
        raise CannotStart("--jobs is a number of processes: 1 or more.")
    return options


def _parser(command: str, flags: Sequence[str]) -> _Parser:
    """What every command that works on a project knows: its folder, and switches."""
    parser = _Parser(prog=f"build.py {command}", add_help=False, allow_abbrev=False)
    parser.add_argument("--project", type=Path, default=Path())
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser


def _in_project(options: argparse.Namespace) -> argparse.Namespace:
    options.project = options.project.absolute()
    if not (options.project / "content").is_dir():
        raise CannotStart(f"there is no folder content/ in {options.project}; name the project with --project.")
    return options


def _out(options: argparse.Namespace) -> Path:
    chosen: Path = options.out or options.project / "site"
    return chosen.absolute()


def _strict(outcome: Outcome[Site]) -> Outcome[Site]:
    return Outcome(outcome.value, tuple(replace(each, severity="error") for each in outcome.diagnostics))


def _tell(diagnostics: Sequence[Diagnostic], as_json: bool) -> None:
    if as_json:
        for each in diagnostics:
            print(report.as_json(each))
        return
    for each in diagnostics:
        print(report.as_text(each), file=sys.stderr)
        if _on_github():
            print(report.as_annotation(each))


def _on_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _say(sentence: str, diagnostics: Sequence[Diagnostic]) -> None:
    _tell(diagnostics, False)
    print(sentence, flush=True)


def _failed(diagnostics: Sequence[Diagnostic], options: argparse.Namespace, end: str) -> int:
    if not options.json and not options.quiet:
        print(f"{report.tally(diagnostics)}. {end}".strip(), file=sys.stderr)
    return ERRORS


def _near(path: Path) -> str:
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
