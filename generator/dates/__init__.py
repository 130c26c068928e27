"""Dates as historians write them down: the Extended Date/Time Format (EDTF, ISO 8601-2) read and put into words.

Levels 0 and 1 are read whole, and of level 2 the sets, the qualification of single components, the unknown
digits, the significant digits, the exponential years and the finer seasons.
"""

from generator.dates.date import Date, Edge, Point, SortKey, Span, year_of
from generator.dates.read import parse
from generator.dates.words import words

__all__ = ["Date", "Edge", "Point", "SortKey", "Span", "parse", "words", "year_of"]
