"""Date expressions of English text and the days they mean.

A table of patterns, the more specific first; each gives a function from the publication, and the way the verb looks,
to days. Nothing here knows of syntax, and nothing asks today's clock.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from provenance.claims.calendar_words import (
    ANY_WEEKDAY,
    FULL_MONTH,
    FULL_WEEKDAY,
    MONTH_NUMBER,
    WEEKDAY_NUMBER,
    WRITTEN_DATE,
    YEAR,
    is_month_and_count,
)
from provenance.records.claim import Interval

HINT = re.compile(rf"\d{{4}}|{ANY_WEEKDAY}|{FULL_MONTH}|[A-Z][a-z]{{2}}\.? \d|(?i:yesterday|today|to(?:morrow|night)"
                   r"|\b(?:day|week|weekend|month|year|night)s?\b|this (?:morn|after|even))|\bthe \d")  # fmt: skip
"""A quick no for the many contents without any day."""


@dataclass(frozen=True)
class Anchor:
    """What days are counted from: the publication, and whether the verb looks ahead."""

    published: date | None
    future: bool = False


@dataclass(frozen=True)
class StatedDay:
    """A date expression: its place in the text read, the word in front of it, and how to resolve it."""

    start: int
    end: int
    opening: str
    resolve: Callable[[Anchor], Interval | None]


_OPENING = r"(?:(?P<opening>(?i:since|until|till|through|by|before|after|from|between|in|during|of|on|throughout))\s+)?"
_SPAN_UNIT = r"(?P<unit>day|week|month|year)s?"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTS = {w: n for n, w in enumerate("a one two three four five six seven eight nine ten eleven twelve".split())}
_COUNTS |= {"a": 1, "an": 1}


def stated_days(text: str) -> list[StatedDay]:
    """Returns the date expressions of a text in its order; of overlapping ones the first that the grammar lists."""
    if not HINT.search(text):
        return []
    found: list[StatedDay] = []
    for pattern, reading in _GRAMMAR:
        for match in pattern.finditer(text):
            start, end = match.span("date")
            if any(start < other.end and other.start < end for other in found):
                continue
            resolve = reading(match)
            if resolve is not None:
                opening = (match.groupdict().get("opening") or "").lower()
                found.append(StatedDay(start, end, opening, resolve))
    return sorted(found, key=lambda day: day.start)


def opened(day: StatedDay, anchor: Anchor) -> Interval | None:
    """Returns the days with the side opened that the word in front of them opens."""
    # what has lasted "since" a day began before the publication, wherever the verb looks
    days = day.resolve(replace(anchor, future=False) if day.opening == "since" else anchor)
    if days is None or day.opening not in _OPENINGS:
        return days
    return _OPENINGS[day.opening](days, anchor)


def _since(days: Interval, anchor: Anchor) -> Interval | None:
    ahead = days.start and anchor.published and days.start > anchor.published
    return Interval(days.start, None if ahead else anchor.published)


def _up_to(days: Interval, _: Anchor) -> Interval | None:
    return Interval(None, days.end)


def _before(days: Interval, _: Anchor) -> Interval | None:
    return _shifted(None, days.start, -1)


def _after(days: Interval, _: Anchor) -> Interval | None:
    return _shifted(days.end, None, 1)


def _from(days: Interval, _: Anchor) -> Interval | None:
    return Interval(days.start, None)


_OPENINGS: dict[str, Callable[[Interval, Anchor], Interval | None]] = {
    "since": _since,
    "until": _up_to,
    "till": _up_to,
    "through": _up_to,
    "by": _up_to,
    "before": _before,
    "after": _after,
    "from": _from,
}


def _shifted(start: date | None, end: date | None, days: int) -> Interval | None:
    try:
        step = timedelta(days)
        return Interval(start and start + step, end and end + step)
    except OverflowError:
        return None


Resolve = Callable[[Anchor], Interval | None]


def _day(when: date) -> Interval:
    return Interval(when, when)


def _month(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_year(month: int, day: int, anchor: Anchor) -> date | None:
    """Returns the nearest such day on the side of the publication that the verb looks to."""
    if anchor.published is None:
        return None
    published = anchor.published
    # eight years reach the next 29 February across a century that skips one
    years = (published.year + step if anchor.future else published.year - step for step in range(9))
    days = (_safe_date(year, month, day) for year in years if 1 <= year <= 9999)
    return next((d for d in days if d and _is_on_side(d, published, anchor.future)), None)


def _written(match: re.Match[str]) -> Resolve | None:
    found = match.groupdict()
    if found["iso"]:
        return _iso(found["iso"])
    if found["only_month"]:
        year, month = int(found["month_year"]), MONTH_NUMBER[found["only_month"].lower()]
        return lambda _: _month(year, month)
    side = "us_" if found["us_month"] else ""
    if is_month_and_count(match):
        return None
    month = MONTH_NUMBER[found[side + "month"].lower().rstrip(".")]
    first, last = (_ordinal(found[side + name]) for name in ("day", "last_day"))
    year_text = found[side + "year"]
    return _days_of_month(first or 0, last, month, int(year_text) if year_text else None)


def _iso(text: str) -> Resolve | None:
    when = _safe_date(*map(int, text.split("-")))
    return None if when is None else lambda _: _day(when)


def _ordinal(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _days_of_month(first: int, last: int | None, month: int, year: int | None) -> Resolve:
    def resolve(anchor: Anchor) -> Interval | None:
        start = _safe_date(year, month, first) if year else _day_of_year(month, first, anchor)
        if start is None:
            return None
        end = start if last is None else _safe_date(start.year, month, last)
        return None if end is None or end < start else Interval(start, end)

    return resolve


def weekday_near(weekday: int, anchor: Anchor, *, strictly: bool = False) -> date | None:
    """Returns the nearest such day (Monday is 0) up to the publication, or from it on where the verb looks ahead.

    The day of publication itself counts unless ``strictly``.
    """
    if anchor.published is None:
        return None
    away = (weekday - anchor.published.weekday()) % 7 if anchor.future else (anchor.published.weekday() - weekday) % 7
    away = 7 if strictly and away == 0 else away
    days = _shifted(anchor.published, None, away if anchor.future else -away)
    return None if days is None else days.start


_FORWARD, _BACKWARD = frozenset({"next", "coming"}), frozenset({"last", "past"})


def _turned(which: str | None, anchor: Anchor) -> Anchor:
    """Returns the anchor turned the way "next" or "last" points."""
    word = (which or "").lower()
    return Anchor(anchor.published, word in _FORWARD or (anchor.future and word not in _BACKWARD))


def _weekday(match: re.Match[str]) -> Resolve | None:
    if _is_part_of_name(match):
        return None
    number, which = WEEKDAY_NUMBER[match["weekday"].lower()], match["which"]
    strictly = (which or "").lower() in _FORWARD | _BACKWARD

    def resolve(anchor: Anchor) -> Interval | None:
        when = weekday_near(number, _turned(which, anchor), strictly=strictly)
        return None if when is None else _day(when)

    return resolve


_NAMED_BEFORE = re.compile(
    r"\b(?:Bloody|Black|Good|Palm|Easter|Ash|Holy|Super|Cyber|Maundy|Shrove|Whit|(?i:every|each))\s+$"
)
_NAMED_AFTER = re.compile(r"\s+(?:Times|Herald|Mail|Post|Mirror|Telegraph|Express|Tribune|Standard|Independent)\b")


def _is_part_of_name(match: re.Match[str]) -> bool:
    """Tells whether the weekday belongs to a feast or a newspaper, or to every week."""
    before, after = match.string[: match.start("date")], match.string[match.end("date") :]
    return bool(_NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after))


def _weekday_of_week(match: re.Match[str]) -> Resolve | None:
    number, step = WEEKDAY_NUMBER[match["weekday"].lower()], _STEPS[match["which"].lower()]

    def resolve(anchor: Anchor) -> Interval | None:
        week = _week(anchor.published, step)
        return None if week is None else _shifted(week.start, week.start, number)

    return resolve


_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}


def _week(published: date | None, step: int) -> Interval | None:
    """Returns the days from Monday to Sunday of the ISO week that many weeks away."""
    if published is None:
        return None
    first = _shifted(published, published, 7 * step - published.weekday())
    last = first and _shifted(first.start, first.end, 6)
    return Interval(first.start, last.end) if first and last else None


def _weekend(published: date | None, step: int) -> Interval | None:
    week = _week(published, step)
    return Interval(week.end - timedelta(1), week.end) if week and week.end else None


def _month_away(published: date | None, step: int) -> Interval | None:
    if published is None:
        return None
    months = published.year * 12 + published.month - 1 + step
    return _month(months // 12, months % 12 + 1) if 12 <= months < 120_000 else None


def _year(number: int) -> Interval | None:
    return Interval(date(number, 1, 1), date(number, 12, 31)) if 1 <= number <= 9999 else None


def _year_away(published: date | None, step: int) -> Interval | None:
    return None if published is None else _year(published.year + step)


def _day_away(published: date | None, step: int) -> Interval | None:
    return None if published is None else _shifted(published, published, step)


def _weeks_away(published: date | None, step: int) -> Interval | None:
    return _day_away(published, 7 * step)


_PERIODS = {"week": _week, "weekend": _weekend, "month": _month_away, "year": _year_away}
_DISTANCES = {"day": _day_away, "week": _weeks_away, "month": _month_away, "year": _year_away}
"""How far back "ago" reaches: to a day for days and weeks; for months and years to the whole month or year."""


def _period(match: re.Match[str]) -> Resolve | None:
    period, step = _PERIODS[match["unit"].lower()], _STEPS[match["which"].lower()]
    return lambda anchor: period(anchor.published, step)


def _ago(match: re.Match[str]) -> Resolve | None:
    count = _count(match["count"])
    distance = _DISTANCES[match["unit"].lower()]
    return lambda anchor: distance(anchor.published, -count)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS[text.lower()]


def _past_days(match: re.Match[str]) -> Resolve | None:
    """Reads "over the past three days": up to the publication, from that many days before."""
    count = _count(match["count"] or "one")
    distance = {"day": 1, "week": 7}[match["unit"].lower()]

    def resolve(anchor: Anchor) -> Interval | None:
        began = _day_away(anchor.published, -count * distance)
        return None if began is None else Interval(began.start, anchor.published)

    return resolve


_DAY_WORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _day_word(match: re.Match[str]) -> Resolve | None:
    step = _DAY_WORDS[" ".join(match["date"].lower().split())]
    return lambda anchor: _day_away(anchor.published, step)


def _named_month(match: re.Match[str]) -> Resolve | None:
    month, which = MONTH_NUMBER[match["month"].lower()], match["which"]

    def resolve(anchor: Anchor) -> Interval | None:
        return _nearest_month(month, _turned(which, anchor))

    return resolve


def _nearest_month(month: int, anchor: Anchor) -> Interval | None:
    """Returns the latest such month that had begun by the publication, or the next that had not ended."""
    published = anchor.published
    if published is None:
        return None
    is_this_year = month >= published.month if anchor.future else month <= published.month
    year = published.year + (0 if is_this_year else 1 if anchor.future else -1)
    return _month(year, month) if 1 <= year <= 9999 else None


def _named_year(match: re.Match[str]) -> Resolve | None:
    number = int(match["year"])
    return lambda _: _year(number)


def _bare_ordinal(match: re.Match[str]) -> Resolve | None:
    day = int(match["day"])

    def resolve(anchor: Anchor) -> Interval | None:
        steps = range(0, 13) if anchor.future else range(0, -13, -1)
        months = (_month_away(anchor.published, step) for step in steps)
        days = (_safe_date(m.start.year, m.start.month, day) for m in months if m and m.start)
        reached = (d for d in days if d and anchor.published and _is_on_side(d, anchor.published, anchor.future))
        when = next(reached, None)
        return None if when is None else _day(when)

    return resolve


def _is_on_side(day: date, published: date, future: bool) -> bool:
    return day >= published if future else day <= published


def _from_to(match: re.Match[str]) -> Resolve | None:
    """Reads "from Monday to Wednesday", "between March and May", "between 2015 and 2018", "from 3 May to 5 June"."""
    first, last = (_plain_days(match[name]) for name in ("first", "last"))
    if first is None or last is None:
        return None

    def resolve(anchor: Anchor) -> Interval | None:
        end = last.resolve(anchor)
        # the beginning lies before the end, wherever that is
        start = end and first.resolve(Anchor(end.end)) if end else None
        start = first.resolve(anchor) if start is None else start
        if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
            return None
        return Interval(start.start, end.end)

    return resolve


def _plain_days(text: str) -> StatedDay | None:
    probe = f"in {text}"
    return next((day for day in stated_days(probe) if day.start == 3 and day.end == len(probe)), None)


_SIMPLE_DAY = rf"{FULL_WEEKDAY}|(?:\d{{1,2}}\s+)?{FULL_MONTH}(?:\s+\d{{1,2}})?(?:,?\s+{YEAR})?|{YEAR}"
_PART_OF = r"(?:(?i:early|late|mid)[-\s]+)?"
_BESIDE = rf"(?:{ANY_WEEKDAY},?\s+(?:the\s+)?)?(?:the\s+)?"

_Reading = Callable[[re.Match[str]], Resolve | None]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (re.compile(rf"\b(?i:from|between)\s+(?P<date>(?P<first>{_SIMPLE_DAY})\s+(?:to|and|until|till|through)\s+"
                rf"(?P<last>{_SIMPLE_DAY}))\b"), _from_to),
    (re.compile(rf"(?<!\w){_OPENING}(?P<date>{_BESIDE}(?:{WRITTEN_DATE.pattern}))", re.VERBOSE), _written),
    (re.compile(rf"\b{_OPENING}(?P<date>(?P<weekday>{FULL_WEEKDAY})(?:,|\s+of)?\s+(?i:the\s+)?"
                r"(?P<which>(?i:last|next|this|previous))\s+week)\b"), _weekday_of_week),
    (re.compile(rf"\b{_OPENING}(?P<date>(?:(?P<which>(?i:last|next|this|past|coming))\s+)?(?P<weekday>{FULL_WEEKDAY}))\b"),
     _weekday),
    (re.compile(r"\b(?P<date>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|tomorrow|today"
                r"|tonight|last\s+night|this\s+(?:morning|afternoon|evening))\b", re.IGNORECASE), _day_word),
    (re.compile(rf"\b{_OPENING}(?P<date>(?:the\s+)?(?:late\s+|early\s+)?(?P<which>last|next|this|previous|coming)\s+"
                r"(?P<unit>weekend|week|month|year))\b(?![-\s]+(?:long|old)\b|[’']s\s+\w)", re.IGNORECASE), _period),
    (re.compile(rf"\b(?P<date>{_COUNT}\s+{_SPAN_UNIT}\s+ago)\b", re.IGNORECASE), _ago),
    (re.compile(rf"\b(?:over|in|during|within|for)\s+(?P<date>the\s+(?:past|last)\s+(?:{_COUNT}\s+)?(?P<unit>day|week)s?)\b",
                re.IGNORECASE), _past_days),
    (re.compile(rf"\b(?i:(?P<opening>in|since|until|till|by|during|throughout|from)\s+)(?P<date>{_PART_OF}"
                rf"(?:(?P<which>(?i:last|next|this|past|coming))\s+)?(?P<month>{FULL_MONTH}))\b"), _named_month),
    (re.compile(rf"\b(?P<date>(?P<which>(?i:last|next|this))\s+(?P<month>{FULL_MONTH}))\b"), _named_month),
    (re.compile(rf"\b(?i:(?P<opening>in|since|until|till|by|during|throughout|from|of)\s+)(?P<date>{_PART_OF}"
                rf"(?P<year>{YEAR}))(?!\s*[-–/]\s*\d)(?!\s+[a-z]+s\b)"), _named_year),
    (re.compile(r"\bon\s+(?P<date>the\s+(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th))\b(?=\s*(?:[.,;:)]|$|and\b))"),
     _bare_ordinal),
)  # fmt: skip
"""Pattern and reading, the more specific first; group ``date`` is the expression, ``opening`` the word before it."""
