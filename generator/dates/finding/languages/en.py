"""English."""

from generator.dates.finding.speech import Speech

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept?", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_PART = r"(?:(?:the )?(?:very )?(?:early|late|mid|middle|beginning|start|end|close|first half|second half|latter part)(?:[ -](?:in|of|part of))?[ -](?:the )?)?"

ENGLISH = Speech(
    language="en",
    months={name: number for number, name in enumerate(_MONTHS, 1)},
    short_months={name: number for number, name in enumerate(_SHORT, 1)},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    quarters={"first": 1, "second": 2, "third": 3, "fourth|last|final": 4},
    units={
        "days?": "day",
        "weeks?": "week",
        "months?": "month",
        "years?": "year",
        "decades?": "decade",
        "century|centuries": "century",
    },
    numbers={
        **{name: number for number, name in enumerate(_NUMBERS, 1)},
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "an?": 1,
        "a couple of": 2,
    },
    relative={
        "last": -1,
        "the previous": -1,
        "the preceding": -1,
        "the past": -1,
        "this": 0,
        "the same": 0,
        "that same": 0,
        "that": 0,
        "the current": 0,
        "next": 1,
        "the next": 1,
        "the following": 1,
        "the coming": 1,
    },
    days={
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
    },
    shapes=(
        ("iso-day", r"{year}-{month_number}-{day_number}"),
        ("day", r"(?:{weekday},? )?(?:the )?{day} (?:of )?{month},? (?:of )?{year}"),
        ("day", r"(?:{weekday},? )?{month} (?:the )?{day},? (?:of )?{year}"),
        ("quarter", r"(?:the )?{quarter} quarter(?: of)? {year}"),
        ("quarter", r"q{quarter_number}(?: of)? {year}"),
        ("quarter-without-year", r"(?:the )?{quarter} quarter"),
        ("month", rf"{_PART}{{month}},? (?:of |in )?{{year}}"),
        ("season", rf"(?:the )?{_PART}{{season}},? (?:of |in )?{{year}}"),
        ("month-of-that-year", rf"{_PART}{{month}},? (?:of )?{{relative}} year"),
        ("season-of-that-year", rf"(?:the )?{_PART}{{season}},? (?:of )?{{relative}} year"),
        ("day-without-year", r"(?:{weekday},? )?(?:the )?{day} (?:of )?{month}"),
        ("day-without-year", r"(?:{weekday},? )?{month} (?:the )?{day}"),
        ("century", rf"{_PART}(?:the )?{{century}} century(?: {{era}})?"),
        ("hundred-years", rf"{_PART}{{hundred}}s"),
        ("decade", rf"{_PART}{{decade}}['’]?s"),
        ("year-of-an-era", r"{any_year}(?=\s?(?:[–—-]|to|and|bis|und|à|et|al?|y|до|и|по)\s?\d{1,4} ?{era})"),
        ("year-of-an-era", r"{any_year} {era}"),
        ("year-of-an-era", r"(?:in )?{era} {any_year}"),
        ("ago", r"(?:(?:more than|less than|nearly|almost|over|about|some|around) )?{number} {unit} (?:ago|earlier)"),
        ("later", r"(?:(?:more than|less than|nearly|almost|over|about|some|around) )?{number} {unit} later"),
        ("named-month", rf"{_PART}{{relative}} {{month}}"),
        ("named-season", rf"{_PART}{{relative}} {{season}}"),
        ("named-weekday", r"{relative} {weekday}"),
        ("named-unit", rf"{_PART}{{relative}} {{unit}}"),
        ("day-named", r"{deictic}"),
        ("part-of-the-unit", r"(?:the )?(?:early|late|beginning|start|end|middle|close) of the {unit}"),
        ("weekday", r"{weekday}"),
        ("month-without-year", rf"{_PART}{{month}}"),
        ("season-without-year", rf"(?:the )?{_PART}{{bare_season}}"),
        ("year", rf"{_PART}{{year}}"),
    ),
    openings=(
        r"very\b|early\b|late\b|mid\b|middle\b|beginning\b|start\b|end\b|close\b|first half\b|second half\b|latter part\b|"
        r"q\d|more than\b|less than\b|nearly\b|almost\b|over\b|about\b|some\b|around\b|(?:in )?{era}"
    ),
    articles="the ",
    pointing_back=r"that|(?:the|that) same|the (?:previous|preceding|following)",
    era=r"(?:b\.c\.e\.|b\.c\.|a\.d\.|c\.e\.|(?:bce?|ce|ad)\b)",
    ahead=("next", "through", "until", "till", "will", "coming", "upcoming", "due", "scheduled"),
    names=frozenset({"march", "april", "may", "june", "august"}),
    before_names="in|since|until|till|by|from|of|last|this|next|early|mid|late|during|between|before|after|through|to|for|about|and|or|on|late in|early in",
    capitals=frozenset({"may", "march"}),
)
