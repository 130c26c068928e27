"""Spanish."""

from generator.dates.finding.speech import Speech

_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_SHORT = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept?", "oct", "nov", "dic")
_WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_NUMBERS = ("una?", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce")
_PART = r"(?:(?:a )?(?:principios|comienzos|mediados|finales|fines)(?: de la| del| de) )?"

SPANISH = Speech(
    language="es",
    months={name: number for number, name in enumerate(_MONTHS, 1)},
    short_months={name: number for number, name in enumerate(_SHORT, 1)},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    seasons={"primavera": 21, "verano": 22, "otoño": 23, "invierno": 24},
    quarters={"primer": 1, "segundo": 2, "tercer": 3, "cuarto|último": 4},
    units={
        "días?": "day",
        "semanas?": "week",
        "mes(?:es)?": "month",
        "años?": "year",
        "décadas?": "decade",
        "siglos?": "century",
    },
    numbers={name: number for number, name in enumerate(_NUMBERS, 1)},
    relative={"pasad[oa]|anterior|últim[oa]": -1, "est[ea]|mism[oa]": 0, "próxim[oa]|siguiente|que viene": 1},
    days={"anteayer": -2, "ayer": -1, "hoy": 0},
    shapes=(
        ("iso-day", r"{year}-{month_number}-{day_number}"),
        ("day", r"(?:{weekday},? )?{day} de {month} del? {year}"),
        ("numeric-day", r"{day}/{any_month}/{year}"),
        ("quarter", r"(?:el )?{quarter} trimestre (?:de |del año )?{year}"),
        ("quarter-without-year", r"(?:el ){quarter} trimestre"),
        ("month", rf"{_PART}{{month}} del? {{year}}"),
        ("month-of-that-year", rf"{_PART}{{month}} del año {{relative}}"),
        ("season", rf"{_PART}(?:en |el |la )?{{season}} del? {{year}}"),
        ("day-without-year", r"(?:{weekday},? )?{day} de {month}"),
        ("named-month", rf"{_PART}(?:el )?{{relative}} (?:mes de )?{{month}}"),
        ("named-month", rf"{_PART}{{month}} {{relative}}"),
        ("named-weekday", r"(?:el )?{weekday} {relative}"),
        ("named-weekday", r"(?:el )?{relative} {weekday}"),
        ("named-season", rf"{_PART}(?:el |la )?{{season}} {{relative}}"),
        ("century", rf"{_PART}siglo {{century}}(?: {{era}})?"),
        ("decade", rf"{_PART}(?:(?:los )?años|(?:la )?década de(?: los)?) {{decade}}"),
        ("year-of-an-era", r"{any_year}(?=\s?(?:[–—-]|to|and|bis|und|à|et|al?|y|до|и|по)\s?\d{1,4} ?{era})"),
        ("year-of-an-era", r"{any_year} {era}"),
        ("ago", r"hace (?:más de |casi |cerca de |unos )?{number} {unit}"),
        ("later", r"{number} {unit} (?:después|más tarde)"),
        ("named-unit", rf"{_PART}(?:el |la )?{{unit}} {{relative}}"),
        ("named-unit", rf"{_PART}(?:el |la )?{{relative}} {{unit}}"),
        ("day-named", r"{deictic}"),
        ("weekday", r"{weekday}"),
        ("month-without-year", rf"{_PART}{{month}}"),
        ("season-without-year", r"(?:en |la |el ){bare_season}"),
        ("year", rf"{_PART}{{year}}"),
    ),
    openings=r"(?:a )?(?:principios|comienzos|mediados|finales|fines)\b|hace\b|siglo\b",
    articles="el |la |los |en ",
    small_months=True,
    pointing_back=r"anterior|mism[oa]|siguiente",
    ahead=("hasta", "próximo", "próxima", "será", "serán", "deberá"),
    era=r"(?:a\. ?(?:de )?c\.|d\. ?(?:de )?c\.)",
    century=r"(?:[ivx]{1,5}|\d{1,2})\b",
)
