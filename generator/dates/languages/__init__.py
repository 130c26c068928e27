"""The words of dates in each language, as data: a further language is one more file and one more entry."""

from collections.abc import Mapping

from generator.dates.languages.ar import ARABIC
from generator.dates.languages.de import GERMAN
from generator.dates.languages.en import ENGLISH
from generator.dates.languages.es import SPANISH
from generator.dates.languages.fa import PERSIAN
from generator.dates.languages.fr import FRENCH
from generator.dates.languages.ru import RUSSIAN
from generator.dates.vocabulary import Vocabulary

__all__ = ["ENGLISH", "VOCABULARIES"]

VOCABULARIES: Mapping[str, Vocabulary] = {
    "ar": ARABIC,
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fa": PERSIAN,
    "fr": FRENCH,
    "ru": RUSSIAN,
}
"""By language, without region or script."""
