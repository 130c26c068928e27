"""French."""

from generator.dates.finding.speech import Speech

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT = ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_NUMBERS = ("une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze")
_PART = r"(?:(?:(?:au )?début|(?:à la )?mi|(?:à la )?fin|milieu)[ -](?:du mois de |de l['’]|de |du |d['’])?)?"

FRENCH = Speech(
    language="fr",
    months={name: number for number, name in enumerate(_MONTHS, 1)},
    short_months={name: number for number, name in enumerate(_SHORT, 1)},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    quarters={"premier|1er": 1, "deuxième|second|2e": 2, "troisième|3e": 3, "quatrième|dernier|4e": 4},
    units={
        "jours?": "day",
        "semaines?": "week",
        "mois": "month",
        "ans?|années?": "year",
        "décennies?": "decade",
        "siècles?": "century",
    },
    numbers={name: number for number, name in enumerate(_NUMBERS, 1)},
    relative={"derni(?:er|ère)|passée?|précédente?": -1, "cet(?:te)?|ce": 0, "prochaine?|suivante?": 1},
    days={"avant-hier": -2, "hier": -1, "aujourd['’]hui": 0, "demain": 1, "après-demain": 2},
    shapes=(
        ("iso-day", r"{year}-{month_number}-{day_number}"),
        ("day", r"(?:{weekday} )?(?:le )?{day} {month} {year}"),
        ("numeric-day", r"{day}/{any_month}/{year}"),
        ("quarter", r"(?:le |au |du )?{quarter} trimestre (?:de )?{year}"),
        ("quarter", r"t{quarter_number} {year}"),
        ("quarter-without-year", r"(?:le |au |du ){quarter} trimestre"),
        ("month", rf"{_PART}{{month}} {{year}}"),
        ("month-of-that-year", rf"{_PART}{{month}} (?:de l['’]|d['’])année {{relative}}"),
        ("season", rf"{_PART}(?:au |en |l['’])?{{season}} (?:de )?{{year}}"),
        ("named-month", rf"{_PART}{{month}} {{relative}}"),
        ("named-season", rf"{_PART}(?:l['’])?{{season}} {{relative}}"),
        ("named-weekday", r"{weekday} {relative}"),
        ("day-without-year", r"(?:{weekday} )?(?:le )?{day} {month}"),
        ("century", rf"{_PART}(?:le |au )?{{century}} siècle(?: {{era}})?"),
        ("decade", rf"{_PART}(?:les )?années {{decade}}"),
        ("year-of-an-era", r"{any_year}(?=\s?(?:[–—-]|to|and|bis|und|à|et|al?|y|до|и|по)\s?\d{1,4} ?{era})"),
        ("year-of-an-era", r"{any_year} {era}"),
        ("ago", r"il y a (?:plus d['’]|plus de |près de |environ |presque )?{number} {unit}"),
        ("later", r"{number} {unit} plus tard"),
        ("named-unit", rf"{_PART}(?:l['’]|la |le )?{{unit}} {{relative}}"),
        ("named-unit", r"{relative} {unit}"),
        ("day-named", r"{deictic}"),
        ("weekday", r"{weekday}"),
        ("month-without-year", rf"{_PART}{{month}}"),
        ("season-without-year", r"(?:au |en |l['’]){bare_season}"),
        ("year", rf"{_PART}{{year}}"),
    ),
    openings=r"début\b|mi\b|fin\b|milieu\b|à la (?:mi|fin)\b|t\d|il y a\b",
    articles="l['’]|le |la |les |au |du |en ",
    small_months=True,
    pointing_back=r"précédente?|suivante?",
    ahead=("jusqu", "prochain", "prochaine", "sera", "seront", "doit", "d'ici"),
    era=r"(?:av\. ?j\.-c\.|apr\. ?j\.-c\.|(?:avant|après) j\.-c\.|avant notre ère)",
    century=r"(?:[ivx]{1,5}|\d{1,2})(?:er|e|ème)",
)
