"""The map step of the build with a memory of one build: a reading whose inputs are as they were is not made anew."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Outcome
from generator.model import Manuscript, SiteSettings, Term, Theme
from generator.pipeline import Made, make_reading

Inputs = tuple[Manuscript, Sequence[Term], Theme, SiteSettings]


class Remembering:
    """Stands in for `pipeline.make_reading`. Inputs are values, so to compare them is to know."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[Inputs, Outcome[Made | None]]] = {}

    def __call__(
        self, manuscript: Manuscript, shared: Sequence[Term], theme: Theme, settings: SiteSettings
    ) -> Outcome[Made | None]:
        """The reading of the last build if nothing has changed that it is made of, else a new one."""
        inputs = (manuscript, shared, theme, settings)
        known = self._last.get(manuscript.slug)
        if known is None or known[0] != inputs:
            known = self._last[manuscript.slug] = inputs, make_reading(*inputs)
        return known[1]
