"""The days a claim speaks of are counted from the publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.claims.calendar_words import WEEKDAYS
from provenance.claims.dates import event_interval, said_day
from provenance.claims.days import Anchor, stated_days, weekday_near
from provenance.language.pipeline import load_pipeline
from provenance.records.claim import Interval

PUBLISHED = date(2018, 5, 2)  # a Wednesday


def interval(text: str, published: date | None = PUBLISHED, future: bool | None = None) -> Interval | None:
    return event_interval([load_pipeline()(text)[:]], published, future)


def between(start: str | None, end: str | None) -> Interval:
    return Interval(start and date.fromisoformat(start), end and date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("three rebels were killed in Ain Harra on Monday", "2018-04-30", "2018-04-30"),
        ("the mill burned on Wednesday", "2018-05-02", "2018-05-02"),
        ("the mill burned late on Monday night", "2018-04-30", "2018-04-30"),
        ("it sank in the small hours of Tuesday", "2018-05-01", "2018-05-01"),
        ("it sank yesterday", "2018-05-01", "2018-05-01"),
        ("it sank the day before yesterday", "2018-04-30", "2018-04-30"),
        ("shelling stopped last week", "2018-04-23", "2018-04-29"),
        ("the plant reopened this month", "2018-05-01", "2018-05-31"),
        ("exports fell last month", "2018-04-01", "2018-04-30"),
        ("the mayor resigned last year", "2017-01-01", "2017-12-31"),
        ("sales fell in March", "2018-03-01", "2018-03-31"),
        ("sales fell in June", "2017-06-01", "2017-06-30"),
        ("a shell hit the depot on 9 January", "2018-01-09", "2018-01-09"),
        ("a shell hit the depot on August 21", "2017-08-21", "2017-08-21"),
        ("a shell hit the depot on Saturday, April 28", "2018-04-28", "2018-04-28"),
        ("it was signed on 21 August 2017", "2017-08-21", "2017-08-21"),
        ("it was signed on August 21, 2017", "2017-08-21", "2017-08-21"),
        ("it was signed on 2017-08-21", "2017-08-21", "2017-08-21"),
        ("the bridge fell in 2016", "2016-01-01", "2016-12-31"),
        ("the bridge fell in March 2016", "2016-03-01", "2016-03-31"),
        ("it has rained since 12 February", "2018-02-12", "2018-05-02"),
        ("the wells have been dry since Sunday", "2018-04-29", "2018-05-02"),
        ("rents have risen since October", "2017-10-01", "2018-05-02"),
        ("it will keep up a halt on flights in place since October 18", "2017-10-18", "2018-05-02"),
        ("fighting raged between 3 and 5 April", "2018-04-03", "2018-04-05"),
        ("fighting raged from Sunday to Tuesday", "2018-04-29", "2018-05-01"),
        ("gunmen attacked three days ago", "2018-04-29", "2018-04-29"),
        ("it closed two weeks ago", "2018-04-18", "2018-04-18"),
        ("a day earlier, on April 5, the river rose", "2018-04-05", "2018-04-05"),
        ("the convoy left on Monday last week", "2018-04-23", "2018-04-23"),
        ("by Sunday the water had risen", None, "2018-04-29"),
        ("the town fell before Monday", None, "2018-04-29"),
        # what is still to come
        ("talks will resume on Wednesday", "2018-05-02", "2018-05-02"),
        ("talks will resume on Tuesday", "2018-05-08", "2018-05-08"),
        ("the strike might end on Friday", "2018-05-04", "2018-05-04"),
        ("the levee may break by Saturday", None, "2018-05-05"),
        ("the harbour would reopen by Sunday", None, "2018-05-06"),
        ("the auction is set for next Monday", "2018-05-07", "2018-05-07"),
        ("the envoy is due to present a plan on 15 June", "2018-06-15", "2018-06-15"),
        ("the harvest will begin next week", "2018-05-07", "2018-05-13"),
        ("the road is closed until Friday", None, "2018-05-04"),
        # what looks like it and is not
        ("it may have exploded on Sunday", "2018-04-29", "2018-04-29"),
        ("they could not find the boat on Sunday", "2018-04-29", "2018-04-29"),
    ],
)
def test_a_stated_day_is_resolved_against_the_publication(text: str, start: str | None, end: str | None) -> None:
    assert interval(text) == between(start, end)


@pytest.mark.parametrize(
    "text",
    [
        "the garrison surrendered overnight",
        "the last guests left by noon",
        "the survivors of Bloody Sunday were honoured",
        "they march every Friday",
        "the Sunday Times was sold",
        "troops march through the town and may stay",
        "the ministry said on Tuesday that the bridge had fallen",
        "the town fell after Monday's vote",
        "the men who fled on Friday were caught",
        "the sun rose over the sat nav",
        "on 31 February nothing happened",
    ],
)
def test_no_day_of_the_event_is_stated(text: str) -> None:
    assert interval(text) is None


def test_the_day_of_the_main_clause_stands() -> None:
    assert interval("the men who fled on Friday were caught on Sunday") == between("2018-04-29", "2018-04-29")


def test_without_a_publication_only_absolute_days_are_resolved() -> None:
    assert interval("the mill burned on Monday", None) is None
    assert interval("the mill burned on 6 January", None) is None
    assert interval("sales fell in March", None) is None
    assert interval("the mill burned on 6 January 2018", None) == between("2018-01-06", "2018-01-06")
    assert interval("rents doubled since May 2017", None) == between("2017-05-01", None)


def test_the_caller_may_say_which_way_the_words_look() -> None:
    assert interval("the mill opens on Monday", future=True) == between("2018-05-07", "2018-05-07")
    assert interval("the mill opens on Monday", future=False) == between("2018-04-30", "2018-04-30")


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("the ministry announced on Tuesday", "2018-05-01"),
        ("she confirmed late on Friday", "2018-04-27"),
        ("he wrote on 30 April", "2018-04-30"),
        ("the mayor said yesterday", "2018-05-01"),
        ("the mayor said last week", None),
        ("the mayor has said since Monday", None),
        ("the mayor said", None),
    ],
)
def test_the_day_of_speaking_is_a_single_day(clause: str, day: str | None) -> None:
    doc = load_pipeline()(clause)
    expected = date.fromisoformat(day) if day else None
    assert said_day([doc[:]], PUBLISHED) == expected
    assert said_day(list(doc), PUBLISHED) == expected


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_lies_in_the_week_up_to_or_from_the_publication(published: date, weekday: int, ahead: bool) -> None:
    day = weekday_near(weekday, Anchor(published, ahead))
    assert day is not None
    assert day.weekday() == weekday
    away = day - published if ahead else published - day
    assert timedelta(0) <= away < timedelta(7)


@settings(max_examples=30, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_in_a_sentence_lies_in_the_week_before(published: date, weekday: str) -> None:
    found = interval(f"The mill burned on {weekday.capitalize()}.", published)
    assert found is not None
    assert found.start == found.end
    assert found.start is not None
    assert timedelta(0) <= published - found.start < timedelta(7)


PIECES = st.sampled_from(
    "since|by|on|in|last|next|the|Monday|Sun|May|March|2018|31|30 February|5|week|month|year|ago|3|yesterday|from|to|"
    "between|and|will|before|after|15th|-|, |9999|0001-01-01|weekend|every".split("|")
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(PIECES, max_size=10).map(" ".join), st.text(max_size=40)),
    st.sampled_from([date.min, PUBLISHED, date(2020, 2, 29), date.max, None]),
)
def test_any_words_give_an_interval_in_order_or_none(text: str, published: date | None) -> None:
    for future in (True, False):
        for day in stated_days(text):
            day.resolve(Anchor(published, future))
        found = interval(text, published, future)
        if found is not None and found.start and found.end and "since" not in text:
            assert found.start <= found.end
    said_day([load_pipeline()(text)[:]], published)
