"""German."""

from generator.dates.finding.speech import Speech

_MONTHS = (
    "jan(?:uar|ner)|jänner", "februar|feber", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember",
)  # fmt: skip
_SHORT = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sept?", "okt", "nov", "dez")
_WEEKDAYS = ("montags?", "dienstags?", "mittwochs?", "donnerstags?", "freitags?", "samstags?|sonnabends?", "sonntags?")
_NUMBERS = ("eine[mnr]?", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_PART = r"(?:(?:anfang|mitte|ende|früh im|spät im)(?: des| der)? )?"

GERMAN = Speech(
    language="de",
    months={name: number for number, name in enumerate(_MONTHS, 1)},
    short_months={name: number for number, name in enumerate(_SHORT, 1)},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    seasons={"frühjahrs?|frühlings?": 21, "sommers?": 22, "herbste?s?": 23, "winters?": 24},
    quarters={"erste[nsm]?|1": 1, "zweite[nsm]?|2": 2, "dritte[nsm]?|3": 3, "vierte[nsm]?|letzte[nsm]?|4": 4},
    units={
        "tage?n?s?": "day",
        "wochen?": "week",
        "monate?n?s?": "month",
        "jahre?n?s?": "year",
        "jahrzehnte?n?s?": "decade",
        "jahrhunderte?n?s?": "century",
    },
    numbers={name: number for number, name in enumerate(_NUMBERS, 1)},
    relative={
        "(?:im |am |in der )?(?:letzte|vergangene|vorige)[mnrs]?": -1,
        "(?:im |am |in )?(?:diese[mnrs]?|desselben|derselben|jenes|jener)": 0,
        "(?:im |am |in der )?(?:nächste|kommende|folgende)[mnrs]?": 1,
    },
    days={"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2},
    shapes=(
        ("iso-day", r"{year}-{month_number}-{day_number}"),
        ("day", r"(?:{weekday},? (?:dem |den )?)?{day}\. ?{month},? (?:des jahres )?{year}"),
        ("numeric-day", r"{day}\. ?{any_month}\. ?{year}"),
        ("quarter", r"{quarter}\.? quartals? {year}"),
        ("quarter", r"q{quarter_number} {year}"),
        ("quarter-without-year", r"{quarter}\.? quartals?"),
        ("month", rf"{_PART}{{month}} (?:des jahres )?{{year}}"),
        ("month-of-that-year", rf"{_PART}{{month}} {{relative}} jahre?s"),
        ("season", rf"{_PART}(?:im |des )?{{season}} {{year}}"),
        ("day-without-year", r"(?:{weekday},? (?:dem |den )?)?{day}\. ?{month}"),
        ("century", rf"{_PART}{{century}} jahrhunderts?(?: {{era}})?"),
        ("decade", rf"{_PART}(?:der )?{{decade}}er[ -]?(?:jahren?)?"),
        ("year-of-an-era", r"{any_year}(?=\s?(?:[–—-]|to|and|bis|und|à|et|al?|y|до|и|по)\s?\d{1,4} ?{era})"),
        ("year-of-an-era", r"{any_year} {era}"),
        ("ago", r"vor (?:mehr als |fast |rund |etwa |gut |knapp )?{number} {unit}"),
        ("later", r"{number} {unit} (?:später|danach)"),
        ("named-month", rf"{_PART}{{relative}} {{month}}"),
        ("named-season", rf"{_PART}{{relative}} {{season}}"),
        ("named-weekday", r"{relative} {weekday}"),
        ("named-unit", rf"{_PART}{{relative}} {{unit}}"),
        ("day-named", r"{deictic}"),
        ("weekday", r"{weekday}"),
        ("month-without-year", rf"{_PART}{{month}}"),
        ("season-without-year", rf"{_PART}(?:im |des ){{bare_season}}"),
        ("year", rf"{_PART}{{year}}"),
    ),
    openings=r"anfang\b|mitte\b|ende\b|früh im\b|spät im\b|q\d|vor\b",
    articles="im |des |der ",
    pointing_back=r".*(?:desselben|derselben|jene[mnrs]?|folgende[mnrs]?)",
    ahead=("bis", "wird", "werden", "soll", "sollen", "kommenden", "nächsten", "ab"),
    # The noun is the time of day; only the small word is tomorrow.
    capitals=frozenset({"Morgen"}),
    era=r"(?:v\. ?chr\.|n\. ?chr\.|v\. ?u\. ?z\.|(?:vor|nach) christus)",
    century=r"\d{1,2}\.",
)
