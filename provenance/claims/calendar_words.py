"""Names of days and months, and the written dates that stand by themselves."""

from __future__ import annotations

import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = "january february march april may june july august september october november december".split()

_SHORT_WEEKDAYS = {name[:3]: number for number, name in enumerate(WEEKDAYS)} | {"tues": 1, "thur": 3, "thurs": 3}
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}

WEEKDAY_NUMBER = {name: number for number, name in enumerate(WEEKDAYS)} | _SHORT_WEEKDAYS
"""Monday is 0."""
MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)} | _SHORT_MONTHS


def _alternatives(names: list[str]) -> str:
    return "|".join(sorted((name.capitalize() for name in names), key=len, reverse=True))


FULL_WEEKDAY = f"(?:{_alternatives(list(WEEKDAYS))})"
"""Short names ("Sun", "Mon") are words of their own and count only beside a date."""
ANY_WEEKDAY = f"(?:(?:{_alternatives(list(WEEKDAY_NUMBER))})\\b\\.?)"
FULL_MONTH = f"(?:{_alternatives(MONTHS)})"
ANY_MONTH = f"(?:(?:{_alternatives(list(MONTH_NUMBER))})\\b\\.?)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,:]\d)"
ISO = r"\d{4}-\d\d-\d\d(?!\d)"

_DASH = r"\s*[-–—]\s*|\s+(?:and|to|until|till)\s+"

WRITTEN_DATE = re.compile(
    rf"""(?<![\w.,$€£-])(?:
      (?P<iso>{ISO})
    | (?P<day>{DAY})(?:(?P<joint>{_DASH})(?:the\s+)?(?P<last_day>{DAY}))?\s+(?:of\s+)?(?P<month>{ANY_MONTH})
        (?:,?\s+(?P<year>{YEAR}))?
    | (?P<us_month>{ANY_MONTH})\s+(?P<us_day>{DAY})(?:(?P<us_joint>{_DASH})(?:the\s+)?(?P<us_last_day>{DAY}))?
        (?:,?\s+(?P<us_year>{YEAR}))?
    | (?P<only_month>{FULL_MONTH}),?\s+(?:of\s+)?(?P<month_year>{YEAR})
    )""",
    re.VERBOSE,
)
"""A day of a month, two days of one month, or a month of a year; names of months are capitalised."""


def is_month_and_count(match: re.Match[str]) -> bool:
    """Tells whether a match of `WRITTEN_DATE` reads "in March 12 people": "in" goes with a month, not with a day."""
    is_bare_day = match["us_day"] is not None and match["us_year"] is None
    return is_bare_day and re.search(r"\bin\s+$", match.string[: match.start("us_month")], re.IGNORECASE) is not None
