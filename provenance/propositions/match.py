"""Which claims are about the same thing: candidates by shared keys, then one decision for each pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from provenance.propositions.amounts import agree, numbers_conflict, of_one_scope
from provenance.propositions.frames import Frame
from provenance.propositions.lexicon import families
from provenance.propositions.parties import are_rivals, differ_plainly, may_be_one
from provenance.records.claim import Interval
from provenance.records.proposition import Reason

BUCKET_NEIGHBOURS = 40
"""How many earlier claims of one key a claim is compared with: keeps the work linear."""

FAR = timedelta(days=7)
"""Documents further apart are about different events, unless the claims state days that meet."""

NEAR = timedelta(days=4)
"""The same for claims that are tied to an event by their document's opening only."""

LONG = timedelta(days=31)
"""A count over a longer time is not the count of one event."""

OVERLAP = 0.5
WORDS_ALONE = 3
"""Things and names that two claims without a predicate of one family must share."""

MOST = 0.8
TERSE = 12
"""Words up to which a claim may be no more than its number."""

TOLLS_APART = 4
"""How many claims may stand between two numbers of one event in a document."""

NEXT = 2
"""How far apart, in claims, neighbours may stand."""

LARGE = 20
"""A number from which on two documents hardly give the same one of different events."""

ALIKE = 2
"""Things and names that claims of one stated day must share when neither names what tells its event from others."""

PAIRED = 5
"""How many of its things a claim is looked up by in pairs."""

COMMON_ACROSS = 2
QUARTER = 0.25
"""What claims of two documents that name one place must share: so many things, and this part of the longer list."""


class Kin(StrEnum):
    """What one claim's content is to another's."""

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    RIVAL = "rival"


def keys_of(frame: Frame) -> Iterator[tuple[object, ...]]:
    """Yields the keys under which a claim is looked up: what happened with where, then within its document.

    A name that many documents share is a key only together with the days of the event.
    """
    about = sorted(frame.families) or [f"thing {t}" for t in sorted(frame.things)]
    for name in sorted(frame.own | frame.anchors):
        for what in about:
            yield name, what
    if frame.days and frame.days.end:
        for name in sorted(frame.names & frame.worn):
            for what in about:
                yield name, what, frame.days.end
    for what in [*sorted(frame.families), *(f"thing {t}" for t in sorted(frame.things))]:
        yield frame.document, what
    if not frame.own or frame.days:
        yield from combinations(sorted(frame.things)[:PAIRED], 2)
    if day := _one_day(frame):
        for thing in sorted(frame.things):
            yield day, thing
    for amount in frame.counts:
        if amount.low == amount.high and (amount.low or 0) >= LARGE:
            for family in sorted(frame.families):
                yield amount.low, family


def neighbours(frames: Sequence[Frame]) -> dict[int, set[int]]:
    """Returns for each frame those it shares a key with, by ``order``; of a common key only the nearest."""
    buckets: dict[tuple[object, ...], list[int]] = {}
    found: dict[int, set[int]] = {frame.order: set() for frame in frames}
    for frame in frames:
        for key in keys_of(frame):
            bucket = buckets.setdefault(key, [])
            for earlier in bucket[-BUCKET_NEIGHBOURS:]:
                found[frame.order].add(earlier)
                found[earlier].add(frame.order)
            bucket.append(frame.order)
        found[frame.order].discard(frame.order)
    return found


def _length(days: Interval | None) -> timedelta | None:
    return days.end - days.start if days and days.start and days.end else None


def _meet(one: Interval, other: Interval) -> bool:
    first = max(one.start or date.min, other.start or date.min)
    last = min(one.end or date.max, other.end or date.max)
    return first <= last


def _days_differ(one: Frame, other: Frame) -> bool:
    if one.days and other.days:
        return not _meet(one.days, other.days) or _lengths_differ(one, other)
    if _long_before(one, other) or _long_before(other, one):
        return True
    if one.calendar and other.calendar and not one.calendar & other.calendar:
        return True
    return _lengths_differ(one, other)


def _lengths_differ(one: Frame, other: Frame) -> bool:
    long = [bool((length := _length(f.days)) and length > LONG) for f in (one, other)]
    return long[0] != long[1]


def _long_before(one: Frame, other: Frame) -> bool:
    """Tells whether one claim's days are long past when the other, which states none, was published."""
    published = other.claim.document.published
    end = one.days.end if one.days else None
    return published - end > LONG if end and published and not other.days else False


def _apart(one: Frame, other: Frame) -> timedelta:
    days = one.claim.document.published, other.claim.document.published
    return abs(days[0] - days[1]) if days[0] and days[1] else timedelta(0)


def _days_known(one: Frame, other: Frame) -> bool:
    return bool(one.days and other.days and _length(one.days) is not None and _length(other.days) is not None)


def _places_differ(one: Frame, other: Frame) -> bool:
    return bool(one.places and other.places) and not (one.places & other.names or other.places & one.names)


def _anchored(one: Frame, other: Frame) -> bool:
    """Tells whether the two are tied to one event: one document, or a telling name in common and days close by."""
    if one.document == other.document:
        return True
    if one.own & other.own:
        return _days_known(one, other) or _apart(one, other) <= FAR
    if one.names & other.names and _days_known(one, other):
        return True
    if _alike_on_one_day(one, other) or _one_large_number(one, other) or _same_wording(one, other):
        return True
    return share(one.anchors, other.anchors) >= OVERLAP and _apart(one, other) <= NEAR


def _one_day(frame: Frame) -> date | None:
    days = frame.days
    return days.start if days and days.start == days.end else None


def _alike_on_one_day(one: Frame, other: Frame) -> bool:
    """Tells whether two claims of the same stated day share most of what they talk about, though they name nothing."""
    common = one.topic & other.topic
    return (
        _one_day(one) is not None
        and _one_day(one) == _one_day(other)
        and len(common) >= ALIKE
        and min(share(one.topic, other.topic), share(one.things, other.things)) >= OVERLAP
        and not (one.own and other.own)
    )


def _same_wording(one: Frame, other: Frame) -> bool:
    """Tells whether one claim's things are all the other's, three at least, in documents of the same days."""
    smaller = min(len(one.things), len(other.things))
    return smaller >= WORDS_ALONE and len(one.things & other.things) == smaller and _apart(one, other) <= NEAR


def _one_large_number(one: Frame, other: Frame) -> bool:
    """Tells whether both give one large number of the same kind and share a name or a thing, within a few days."""
    large = any(a == b and a.low == a.high and (a.low or 0) >= LARGE for a in one.counts for b in other.counts)
    shared = (one.anchors & other.anchors) | (one.things & other.things)
    return large and bool(one.families & other.families) and bool(shared) and _apart(one, other) <= NEAR


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Returns the part of the smaller set that lies in the other, 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _things_fit(one: Frame, other: Frame) -> bool:
    """Tells whether the things talked about agree; names alone tie claims to an event and do not count here.

    It takes half of the longer list, or, where the claims themselves share a telling name, two things and a quarter.
    """
    mine, theirs = one.topic - one.names, other.topic - other.names
    if share(mine, theirs) < OVERLAP:
        return False
    common, longer = len(mine & theirs), max(len(mine), len(theirs))
    if common >= OVERLAP * longer:
        return True
    return bool(one.own & other.own) and common >= COMMON_ACROSS and common >= QUARTER * longer


def _takes_up(one: Frame, other: Frame) -> bool:
    """Tells whether the later of two neighbouring claims of a document takes up the event of the earlier.

    It begins with "the" and shares three words or more: "a bomb hit a patrol ..." and "the bomb hit the patrol ...".
    """
    later = max(one, other, key=lambda frame: frame.order)
    near = one.document == other.document and abs(one.order - other.order) <= NEXT
    return (
        near and later.wording[:1] in {("the",), ("this",), ("that",)} and len(one.stems & other.stems) >= WORDS_ALONE
    )


def _bare(frame: Frame) -> bool:
    return not frame.topic - frame.names


def _topics_fit(one: Frame, other: Frame) -> bool:
    """Tells whether what the two are about agrees: the same count, the same things, or the bare event."""
    if _counts_fit(one, other) or _things_fit(one, other) or _takes_up(one, other):
        return True
    bare = _bare(one), _bare(other)
    alike = all(bare) and one.families == other.families
    blaming = one.blames or other.blames or one.families == other.families
    if not alike and not (any(bare) and blaming and _same_party_named(one, other)):
        return False
    return one.document == other.document or _apart(one, other) <= NEAR


def _same_party_named(one: Frame, other: Frame) -> bool:
    return bool(one.party and other.party and may_be_one(one.party, other.party))


def _counts_fit(one: Frame, other: Frame) -> bool:
    """Tells whether both count the same, so that the number is the topic ("the toll at 14", "14 deaths").

    Across documents that takes little else to be said, or a number too large to be the same by chance.
    """
    pairs = [(a, b) for a in one.counts for b in other.counts if of_one_scope(a, b)]
    if not pairs:
        return False
    if one.document == other.document:
        return _near_tolls(one, other) or share(one.topic, other.topic) >= OVERLAP
    return _terse(one) or _terse(other) or any(a == b and a.low == a.high >= LARGE for a, b in pairs)


def _near_tolls(one: Frame, other: Frame) -> bool:
    """Tells whether one of two claims close by in a document is a number and hardly more ("put the toll at six")."""
    return any(map(_terse, (one, other))) and abs(one.order - other.order) <= TOLLS_APART


def _terse(frame: Frame) -> bool:
    """Tells whether a claim says little beside its number."""
    return len(frame.topic - frame.names) <= 1 and len(frame.wording) <= TERSE


def _words_fit(one: Frame, other: Frame) -> bool:
    """Tells whether words alone, without a shared family, make the two alike."""
    topics = one.topic & other.topic
    return len(topics) >= WORDS_ALONE and share(one.topic, other.topic) >= MOST


def one_happening(one: Frame, other: Frame) -> bool:
    """Tells whether two claims can speak of one event: days, places and names allow it."""
    return not (_days_differ(one, other) or _places_differ(one, other)) and _anchored(one, other)


def same_event(one: Frame, other: Frame) -> bool:
    """Tells whether two claims speak of one event, whatever they say of its numbers and of who did it."""
    if not one_happening(one, other):
        return False
    if one.families & other.families:
        return _topics_fit(one, other)
    return not (one.families and other.families) and _words_fit(one, other)


def _loosely_one_event(one: Frame, other: Frame) -> bool:
    """Tells the same where one of the two names nothing but the deed ("started the fire"): enough for rivals."""
    bare = _bare(one) or _bare(other)
    brief = all(len(f.wording) <= TERSE for f in (one, other))
    close = one.document == other.document or (brief and _apart(one, other) <= NEAR)
    return bare and close and bool(one.families & other.families) and one_happening(one, other)


def _parties_agree(one: Frame, other: Frame) -> bool:
    return one.party is None or other.party is None or may_be_one(one.party, other.party)


def rivalry(one: Frame, other: Frame) -> Reason | None:
    """Returns why two claims of one event cannot both be right, None where they can."""
    if numbers_conflict(one.counts, other.counts) and not _named_apart(one, other):
        return Reason.QUANTITY
    if one.party and other.party and one.deeds & other.deeds and _rival_parties(one, other):
        return Reason.RESPONSIBLE
    if _areas_exclude(one, other) and (one.document == other.document or _one_day(one) == _one_day(other)):
        return Reason.PLACE
    return None


def _rival_parties(one: Frame, other: Frame) -> bool:
    """Tells whether the two hold different parties responsible: by a word of blame, or parties of different camps."""
    if not (one.party and other.party):
        return False
    blamed = any(frame.blames or frame.claim.responsible for frame in (one, other))
    return are_rivals(one.party, other.party) if blamed else differ_plainly(one.party, other.party)


def _named_apart(one: Frame, other: Frame) -> bool:
    """Tells whether both name what tells their event from others, and nothing in common: two events, two numbers."""
    return bool(one.own and other.own) and not one.own & other.own


def _areas_exclude(one: Frame, other: Frame) -> bool:
    """Tells whether both name a province or the like, and none in common: a thing happens in one of them."""
    return bool(one.areas and other.areas) and not one.areas & other.areas


def _opposite_words(one: Frame, other: Frame) -> bool:
    """Tells whether the two say opposite things ("forged", "genuine") of something they share."""
    against = {name for family in one.families for name in families()[family].against}
    if not against & other.families or one.families & other.families or one.negated or other.negated:
        return False
    common, longer = len(one.things & other.things), max(len(one.things), len(other.things))
    return common > 0 and common >= OVERLAP * longer and one_happening(one, other)


def kin(one: Frame, other: Frame) -> tuple[Kin, Reason] | None:
    """Returns what the content of one claim is to the other's, with the reason; None where they are unrelated.

    Both contents are read as affirmed: stance is the caller's business.
    """
    if _opposite_words(one, other):
        return Kin.RIVAL, Reason.DENIAL
    same = same_event(one, other)
    if not same and not _loosely_one_event(one, other):
        return None
    if reason := rivalry(one, other):
        return Kin.RIVAL, reason
    if not same or one.negated != other.negated or not _parties_agree(one, other):
        return None
    return _by_detail(one, other)


def _says_more(one: Frame, other: Frame) -> bool:
    """Tells whether a claim has a number or a party where the other has none, and lacks nothing the other has."""
    more = (one.amounts and not other.amounts) or (one.party and not other.party)
    lacks = (other.amounts and not one.amounts) or (other.party and not one.party)
    return bool(more) and not lacks


def _first_agrees(one: Frame, other: Frame) -> bool:
    """Tells whether the first number of a claim, its main one, agrees with some number of the other."""
    return bool(one.counts) and any(agree(one.counts[0], b) for b in other.counts)


def _by_detail(one: Frame, other: Frame) -> tuple[Kin, Reason] | None:
    """Returns how two claims of one event stand that do not conflict: a number that agrees outweighs the rest."""
    if one.amounts and other.amounts:
        fits = _first_agrees(one, other) and _first_agrees(other, one)
        return (Kin.SAME, Reason.SAME_WORDS) if fits else None
    if _says_more(one, other):
        return Kin.NARROWER, Reason.SAME_WORDS
    if _says_more(other, one):
        return Kin.WIDER, Reason.SAME_WORDS
    alike = bool(one.amounts) == bool(other.amounts) and bool(one.party) == bool(other.party)
    return (Kin.SAME, Reason.SAME_WORDS) if alike else None
