"""The words that stand between dates and before them, by language: each a pattern's alternatives in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one language; an empty text is none."""

    pairs: tuple[tuple[str, str], ...] = ()
    """What stands before the first date of a period, and what between the two."""
    since: str = ""
    until: str = ""
    before: str = ""
    by: str = ""
    after: str = ""
    denied: str = ""
    """Before "until": something then began."""
    about: str = ""
    perhaps: str = ""


LINKS: Mapping[str, Links] = {
    "en": Links(
        pairs=(("between", "and"), ("from", "to|until|till|through|up to")),
        since=r"(?:ever )?since|as of|onwards? from",
        until="until|till|up to|up until",
        before="before|prior to",
        by="by|no later than",
        after="after",
        denied="not|n't|n’t|never",
        about=r"about|around|circa|c\.|ca\.|roughly|approximately|more than|less than|nearly|almost|over|some",
        perhaps="perhaps|possibly|probably|maybe",
    ),
    "de": Links(
        pairs=(("zwischen", "und"), ("von|vom", "bis|bis zum|bis zu")),
        since="seit|seit dem|ab",
        until="bis|bis zum|bis ins",
        before="vor",
        by="spätestens",
        after="nach",
        denied="nicht|erst",
        about=r"um|gegen|etwa|circa|ca\.|rund|ungefähr|vor mehr als|vor über|vor fast",
        perhaps="vielleicht|möglicherweise|vermutlich",
    ),
    "fr": Links(
        pairs=(("entre", "et"), ("de|du|d’|d'", "à|au|jusqu’à|jusqu'à|jusqu’en|jusqu'en")),
        since="depuis|dès|à partir de",
        until="jusqu’en|jusqu'en|jusqu’à|jusqu'à|jusqu’au|jusqu'au",
        before="avant",
        after="après",
        denied="pas",
        about=r"vers|environ|autour de|il y a plus de|il y a près de",
        perhaps="peut-être|probablement",
    ),
    "es": Links(
        pairs=(("entre", "y"), ("de|del|desde", "a|al|hasta")),
        since="desde|a partir de",
        until="hasta",
        before="antes de|antes del",
        after="después de|después del|tras",
        denied="no",
        about="hacia|alrededor de|cerca de|hace más de|hace casi",
        perhaps="quizá|quizás|probablemente|tal vez",
    ),
    "ru": Links(
        pairs=(("между", "и"), ("с|со|от", "по|до")),
        since="с|со|начиная с",
        until="до|вплоть до",
        after="после",
        denied="не",
        about="около|примерно|приблизительно|более",
        perhaps="возможно|вероятно",
    ),
}
