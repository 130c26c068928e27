"""The languages in which dates are found."""

from generator.dates.finding.languages.de import GERMAN
from generator.dates.finding.languages.en import ENGLISH
from generator.dates.finding.languages.es import SPANISH
from generator.dates.finding.languages.fr import FRENCH
from generator.dates.finding.languages.ru import RUSSIAN
from generator.dates.finding.speech import Speech

__all__ = ["SPEECHES"]

SPEECHES: dict[str, Speech] = {each.language: each for each in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN)}
