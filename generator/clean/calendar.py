"""Days as pages write them: "February 13, 2019", "13.02.2019", "2019年2月13日"."""

from __future__ import annotations

import re
from datetime import date

# The first letters that tell a month in each language, January first.
_MONTHS = """
    jan feb mar apr may jun jul aug sep oct nov dec
    januar februar märz april mai juni juli august september oktober november dezember
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
    มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
    january february march april may june july august september october november december
    sept
"""
MONTHS = {name: 9 if name == "sept" else index % 12 + 1 for index, name in enumerate(_MONTHS.split())}
"""The number of each month by its name, in small letters."""
_BUDDHIST = 543
"""So many years are between the years of Thai dates and those of others."""
_THAI = "มกพสตธเ"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FORMS = (
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+|ב)?(?P<m1>{_MONTH})\b\.?,?\s+(?:de\s+|del\s+)?(?P<y1>\d{{4}})",
    rf"(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})",
    r"(?P<y3>\d{4})\s*[-/.年년]\s*(?P<m3>\d{1,2})\s*[-/.月월]\s*(?P<d3>\d{1,2})(?:T[\d:.+Z-]*|日|일)?",
    r"(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})",
)
DATE = re.compile("|".join(rf"(?<!\w)(?:{form})(?!\d)" for form in _FORMS), re.IGNORECASE)
"""A whole date: day, month and year. Dates of figures only in the order of one country (02/03/2019) are left alone."""


def find_day(line: str) -> str:
    """The first whole date of a line as EDTF ("2019-02-13"); empty where there is none, or no such day."""
    for found in DATE.finditer(line):
        parts = {name[0]: value for name, value in found.groupdict().items() if value}
        month = parts["m"].lower()
        try:
            year = int(parts["y"]) - (_BUDDHIST if month[0] in _THAI else 0)
            return date(year, MONTHS.get(month) or int(month), int(parts["d"])).isoformat()
        except ValueError:
            continue
    return ""
