"""Whether two claims can speak of one happening: days, places, and what ties them to it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from provenance.propositions.amounts import Amount
from provenance.propositions.frames import Frame
from provenance.records.claim import Interval
from provenance.records.whereabouts import told_beside

FAR = timedelta(days=7)
"""Documents further apart are about different events, unless the claims state days that meet."""


NEAR = timedelta(days=4)
"""The same for claims that are tied to an event by their document's opening only."""


LONG = timedelta(days=31)
"""A count over a longer time is not the count of one event."""


OVERLAP = 0.5


WORDS_ALONE = 3
"""Things and names that two claims without a predicate of one family must share."""


LARGE = 20
"""A number from which on two documents hardly give the same one of different events."""


GREAT = 1000
"""The same for a round number."""


ALIKE = 2
"""Things and names that claims of one stated day must share when neither names what tells its event from others."""


EVENT_NOUN = (
    r"(?:attacks?|strikes?|air ?strikes?|raids?|blasts?|explosions?|bombings?|bombs?|shelling|shootings?|ambush|assault"
    r"|clash(?:es)?|fires?|blazes?|burning|killings?|murders?|massacre|kidnapping|abduction|poisoning|hack|leak|spill"
    r"|crash|collision|derailment|floods?|earthquake|quake|landslide|outbreak|accident|disaster|incident|protests?|riot"
    r"|stampede|storm|collapse|sinking|outage|blackout)\b"
)


ANOTHER = re.compile(r"\banother (?:\w+[ -]){0,3}" + EVENT_NOUN + r"|\bseparate\w*\b|\belsewhere\b", re.I)


def length_of(days: Interval | None) -> timedelta | None:
    """Returns how long an interval is, 0 for a single day; None where it is open."""
    return days.end - days.start if days and days.start and days.end else None


def _meet(one: Interval, other: Interval) -> bool:
    first = max(one.start or date.min, other.start or date.min)
    last = min(one.end or date.max, other.end or date.max)
    return first <= last


def _days_differ(one: Frame, other: Frame) -> bool:
    if one.days and other.days:
        return not _meet(one.days, other.days) or _lengths_differ(one, other)
    if any(told(a, b) for told in (_long_before, _not_yet) for a, b in ((one, other), (other, one))):
        return True
    if one.calendar and other.calendar and not one.calendar & other.calendar:
        return True
    return _lengths_differ(one, other)


def _lengths_differ(one: Frame, other: Frame) -> bool:
    long = [bool((length := length_of(f.days)) and length > LONG) for f in (one, other)]
    return long[0] != long[1]


def _long_before(one: Frame, other: Frame) -> bool:
    """Tells whether one claim's days are long past when the other, which states none, was published."""
    published = other.claim.document.published
    end = one.days.end if one.days else None
    return published - end > LONG if end and published and not other.days else False


def _not_yet(one: Frame, other: Frame) -> bool:
    """Tells whether a claim's event began after the other, which states no day, was published."""
    published, republished = other.claim.document.published, other.claim.document.republished
    start = one.days.start if one.days else None
    return bool(start and published and not other.days and not republished) and start > published  # type: ignore[operator]


def apart(one: Frame, other: Frame) -> timedelta:
    """Returns how far apart two claims were published; nothing where a day is not known."""
    days = one.claim.document.published, other.claim.document.published
    return abs(days[0] - days[1]) if days[0] and days[1] else timedelta(0)


def _days_known(one: Frame, other: Frame) -> bool:
    return bool(one.days and other.days and length_of(one.days) is not None and length_of(other.days) is not None)


def _places_differ(one: Frame, other: Frame) -> bool:
    """Tells whether both name a place and none in common; what lies near one may lie near another."""
    beside = told_beside(one.claim.content.text) or told_beside(other.claim.content.text)
    if beside and (one.own & other.own) - one.places - other.places:
        return False
    return bool(one.places and other.places) and not (one.places & other.names or other.places & one.names)


def _anchored(one: Frame, other: Frame) -> bool:
    """Tells whether the two are tied to one event: one document, or a telling name in common and days close by."""
    if one.document == other.document:
        return True
    if one.own & other.own:
        return _days_known(one, other) or apart(one, other) <= FAR
    if one.names & other.names and _days_known(one, other):
        return True
    if _alike_on_one_day(one, other) or _one_large_number(one, other) or _same_wording(one, other):
        return True
    return share(one.anchors, other.anchors) >= OVERLAP and apart(one, other) <= NEAR


def one_day(frame: Frame) -> date | None:
    """Returns the day of the event, where it is one day."""
    days = frame.days
    return days.start if days and days.start == days.end else None


def _alike_on_one_day(one: Frame, other: Frame) -> bool:
    """Tells whether two claims of the same stated day share most of what they talk about, though they name nothing."""
    common = one.topic & other.topic
    return (
        one_day(one) is not None
        and one_day(one) == one_day(other)
        and len(common) >= ALIKE
        and min(share(one.topic, other.topic), share(one.things, other.things)) >= OVERLAP
        and not (one.own and other.own)
    )


def _same_wording(one: Frame, other: Frame) -> bool:
    """Tells whether one claim's things are all the other's, three at least, in documents of the same days."""
    smaller = min(len(one.things), len(other.things))
    return smaller >= WORDS_ALONE and len(one.things & other.things) == smaller and apart(one, other) <= NEAR


def _one_large_number(one: Frame, other: Frame) -> bool:
    """Tells whether both give one large number of the same kind and share a name or a thing, within a few days."""
    large = any(a == b and a.low == a.high and (a.low or 0) >= LARGE for a in one.counts for b in other.counts)
    shared = (one.anchors & other.anchors) | (one.things & other.things)
    return large and bool(one.families & other.families) and bool(shared) and apart(one, other) <= NEAR


def is_telling(amount: Amount) -> bool:
    """Tells whether a figure is hardly the same by chance: large, and round only where it is very large."""
    middle = amount.middle
    return middle >= LARGE and (middle != int(middle) or bool(middle % 10) or middle >= GREAT)


def same_figure(one: Amount, other: Amount) -> bool:
    """Tells whether two figures are the same, with the same bounds, of units that may be the same."""
    units = one.is_measure is other.is_measure and bool(one.units & other.units or not (one.units and other.units))
    return units and (one.low, one.high) == (other.low, other.high)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Returns the part of the smaller set that lies in the other, 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def one_happening(one: Frame, other: Frame) -> bool:
    """Tells whether two claims can speak of one event: days, places and names allow it."""
    apart = _days_differ(one, other) or _places_differ(one, other) or _tells_of_another(one, other)
    return not apart and _anchored(one, other)


def _tells_of_another(one: Frame, other: Frame) -> bool:
    """Tells whether the later of two claims of a document says that it speaks of another event."""
    later = max(one, other, key=lambda frame: frame.order)
    return one.document == other.document and bool(ANOTHER.search(later.claim.content.text))


def in_other_scenes(one: Frame, other: Frame) -> bool:
    """Tells whether the texts have got to different places where they say it, and so to two events."""
    if one.document == other.document:
        return bool(one.scene and other.scene) and not one.scene & other.scene
    around = one.scene | one.setting, other.scene | other.setting
    return bool(one.scene and other.scene) and not (one.scene & around[1] or other.scene & around[0])
