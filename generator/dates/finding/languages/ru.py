"""Russian."""

from generator.dates.finding.speech import Speech

_MONTHS = (
    "январ[ьяею]", "феврал[ьяею]", "март[ае]?", "апрел[ьяею]", "ма[йяею]", "июн[ьяею]", "июл[ьяею]", "август[ае]?", "сентябр[ьяею]",
    "октябр[ьяею]", "ноябр[ьяею]", "декабр[ьяею]",
)  # fmt: skip
_SHORT = ("янв", "февр?", "мар", "апр", "мая", "июн", "июл", "авг", "сент?", "окт", "нояб?", "дек")
_WEEKDAYS = ("понедельник", "вторник", "сред[ау]", "четверг", "пятниц[ау]", "суббот[ау]", "воскресенье")
_NUMBERS = ("од(?:ин|ну)", "дв[ае]", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
_PART = r"(?:(?:в )?(?:начале|середине|конце) )?"
_YEARS = r"(?: ?(?:гг?\.|год(?:а|у|ов|ы|ами|ах)?\b))"

RUSSIAN = Speech(
    language="ru",
    months={name: number for number, name in enumerate(_MONTHS, 1)},
    short_months={name: number for number, name in enumerate(_SHORT, 1)},
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    seasons={"весн(?:а|ы|ой|у)": 21, "лет(?:о|а|ом)": 22, "осен(?:ь|и|ью)": 23, "зим(?:а|ы|ой|у)": 24},
    quarters={
        "перв(?:ый|ого|ом)|1-(?:й|го|м)": 1,
        "втор(?:ой|ого|ом)|2-(?:й|го|м)": 2,
        "трет(?:ий|ьего|ьем)|3-(?:й|го|м)": 3,
        "четв[её]рт(?:ый|ого|ом)|4-(?:й|го|м)": 4,
    },
    units={
        "д(?:ень|ня|ней)": "day",
        "недел(?:я|и|ю|ь|е)": "week",
        "месяц(?:а|ев|е)?": "month",
        "год(?:а|у|ом)?|лет": "year",
        "десятилети(?:е|я|й)": "decade",
        "век(?:а|ов|е)?": "century",
    },
    numbers={name: number for number, name in enumerate(_NUMBERS, 1)},
    relative={
        "(?:в )?(?:прошл|предыдущ)(?:ый|ая|ое|ого|ой|ом|ую|ем|ий)": -1,
        "(?:в )?эт(?:от|а|о|ого|ой|ом|у)|(?:в )?то(?:го|м) же": 0,
        "(?:в )?(?:следующ|будущ)(?:ий|ая|ее|его|ей|ем|ую)": 1,
    },
    days={"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2},
    shapes=(
        ("iso-day", r"{year}-{month_number}-{day_number}"),
        ("day", rf"{{day}} {{month}} {{year}}{_YEARS}?"),
        ("numeric-day", r"{day}\.{any_month}\.{year}"),
        ("quarter", rf"{{quarter}} квартал[ае]? {{year}}{_YEARS}?"),
        ("quarter-without-year", r"{quarter} квартал[ае]?"),
        ("month", rf"{_PART}{{month}} {{year}}{_YEARS}?"),
        ("month-of-that-year", rf"{_PART}{{month}} {{relative}} года"),
        ("season", rf"{_PART}{{season}} {{year}}{_YEARS}?"),
        ("day-without-year", r"{day} {month}"),
        ("century", rf"{_PART}{{century}} век(?:а|е)?(?: {{era}})?"),
        ("decade", rf"{_PART}{{decade}}-(?:е|х|ые|ых)(?: год(?:ы|ов|ах))?"),
        ("year-of-an-era", r"{any_year}(?=\s?(?:[–—-]|to|and|bis|und|à|et|al?|y|до|и|по)\s?\d{1,4} ?{era})"),
        ("year-of-an-era", rf"{{any_year}}{_YEARS}? {{era}}"),
        ("ago", r"(?:более |почти |около )?{number} {unit} (?:тому )?назад"),
        ("later", r"(?:через )?{number} {unit} спустя"),
        ("named-month", rf"{_PART}{{relative}} {{month}}"),
        ("named-season", rf"{_PART}{{relative}} {{season}}"),
        ("named-weekday", r"{relative} {weekday}"),
        ("named-unit", rf"{_PART}{{relative}} {{unit}}"),
        ("day-named", r"{deictic}"),
        ("weekday", r"(?:в |во ){weekday}"),
        ("month-without-year", rf"{_PART}{{month}}"),
        ("year", rf"{_PART}{{year}}{_YEARS}?"),
    ),
    openings=r"начале\b|середине\b|конце\b|более\b|почти\b|около\b|через\b",
    articles="во? ",
    small_months=True,
    pointing_back=r".*(?:то(?:го|м) же|предыдущ.*)",
    ahead=("до", "будет", "будут", "должен", "должна"),
    era=r"(?:до н\. ?э\.|до нашей эры|н\. ?э\.|нашей эры)",
    century=r"(?:[ivxхі]{1,5}|\d{1,2})(?:-(?:й|го|м))?",
)
