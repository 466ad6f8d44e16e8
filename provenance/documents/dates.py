"""Reads full dates: day, month and year, or nothing. "Today", "3 May" and "May 2020" are no dates here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from provenance.records.spans import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
ZONE = r"(?:GMT|UTC|EST|EDT|BST|CET|CEST|IST)\b(?:\s?[+-]\d+)?"
CLOCK = rf"(?:\b\d{{1,2}}[:.h]\d{{2}}(?:\s?[ap]\.?m\b\.?)?(?:\s?{ZONE})?|\b\d{{4}}\s?{ZONE}|\bat\s\d{{4}}\b)"
DATE = re.compile(
    rf"""(?<![\w.])(?:
      (?P<y1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<n2>{NAMES})\b\.?,?[\s-]+(?P<y2>\d{{4}})
    | (?P<n3>{NAMES})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})
    | (?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?(?P<y4>\d{{4}})
    | (?P<p5>\d{{1,2}})(?P<s5>[/-])(?P<q5>\d{{1,2}})(?P=s5)(?P<y5>\d{{4}})
    | (?P<y6>\d{{4}})年\s?(?P<m6>\d{{1,2}})月\s?(?P<d6>\d{{1,2}})日
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
OTHER_TONGUE = re.compile(
    r"(?<!\w)\d{1,2}(?:er|\.|º)?\s+(?:de\s+|d['’])?[^\W\d_]{3,14}\.?,?\s+(?:de\s+|del\s+)?\d{4}(?!\w)"
)
LANGUAGES = ["fr", "es", "pt", "de", "it", "nl", "pl", "cs", "ro", "ru", "uk", "tr", "ar", "fa", "sv", "id"]
STRICT = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")


def iso_date(words: str) -> date | None:
    """Returns the day of an ISO 8601 date or date with time, as written, whatever its time zone; None for all else.

    >>> iso_date("2020-08-07T23:30:00Z"), iso_date("7 August")
    (datetime.date(2020, 8, 7), None)
    """
    match = ISO.fullmatch(words.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def full_date(words: str) -> date | None:
    """Returns the date the words are, weekday and time apart; None unless they hold exactly one full date."""
    found = {day for _, day in dates_in(words)}
    return found.pop() if len(found) == 1 else None


def dates_in(words: str) -> Iterator[tuple[Span, date]]:
    """Yields the full dates in a short text and where they stand, in order.

    English month names, ISO 8601 and ``7.8.2020`` are read here; dates of that shape in other languages by
    dateparser, told to accept nothing relative or partial. ``7/8/2020`` is left alone: it is two dates.
    """
    found = False
    for match in DATE.finditer(words):
        day = _matched(match)
        if day:
            found = True
            yield Span(*match.span()), day
    if not found:
        for match in OTHER_TONGUE.finditer(words):
            day = _foreign(match.group())
            if day:
                yield Span(*match.span()), day


def _matched(match: re.Match[str]) -> date | None:
    got = {name[0]: value for name, value in match.groupdict().items() if value}
    month, day = got.get("m"), got.get("d")
    if "n" in got:
        month = str(MONTHS.index(got["n"][:3].lower()) + 1)
    elif "p" in got:
        day, month = _unambiguous(got["p"], got["q"])
    return _day(int(got["y"]), int(month or 0), int(day or 0))


def _unambiguous(first: str, second: str) -> tuple[str, str]:
    """Returns day and month where only one order is possible, else zeros."""
    if first == second or int(first) > 12:
        return first, second
    return (second, first) if int(second) > 12 else ("0", "0")


@lru_cache(maxsize=256)
def _foreign(words: str) -> date | None:
    import dateparser

    moment = dateparser.parse(words, languages=LANGUAGES, settings=STRICT)
    return _day(moment.year, moment.month, moment.day) if moment else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1700 <= year <= 2200 else None
    except ValueError:
        return None
