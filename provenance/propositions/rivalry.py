"""Why two claims of one event cannot both be right: number, party, place, cause, hour, opposite words."""

from __future__ import annotations

import math
import re

from provenance.propositions.amounts import MEASURES, conflicting, numbers_conflict
from provenance.propositions.circumstances import hours_apart
from provenance.propositions.frames import Frame
from provenance.propositions.happening import EVENT_NOUN, OVERLAP, in_other_scenes, one_day, one_happening
from provenance.propositions.lexicon import families, words_in
from provenance.propositions.match import NEXT, is_bare, is_terse, one_deed
from provenance.propositions.parties import are_rivals, differ_plainly
from provenance.propositions.revisions import around, told_as
from provenance.records.claim import Manner
from provenance.records.proposition import Reason


def rivalry(one: Frame, other: Frame) -> Reason | None:
    """Returns why two claims of one event cannot both be right, None where they can."""
    if _areas_exclude(one, other) and (one.document == other.document or one_day(one) == one_day(other)):
        return Reason.PLACE
    if in_other_scenes(one, other):
        return None
    if numbers_conflict(one.counts, other.counts) and _of_one_matter(one, other):
        return Reason.QUANTITY
    if one.party and other.party and one_deed(one, other) and _rival_parties(one, other):
        return Reason.RESPONSIBLE
    if one.cause and other.cause and not one.cause & other.cause and _are_told_of_one(one, other):
        return Reason.CAUSE
    if _hours_differ(one, other) and (bool(one.own & other.own) or one.document == other.document):
        return Reason.TIME
    return None


def _are_told_of_one(one: Frame, other: Frame) -> bool:
    """Tells whether both name what tells their event from others, or point at one told before."""
    return bool(one.own & other.own) or (_is_definite(one) and _is_definite(other))


def _hours_differ(one: Frame, other: Frame) -> bool:
    hours = one.hour, other.hour
    return None not in hours and hours_apart(*hours) >= HOURS  # type: ignore[arg-type]


HOURS = 2
"""From how far apart two hours cannot be two people's guesses at one."""


def _of_one_matter(one: Frame, other: Frame) -> bool:
    """Tells whether two numbers that differ are of one matter, so that both cannot be right.

    A text about several raids gives several numbers: within it, the later claim has to take up the event of the
    earlier, by "the raid", "the toll", by hardly saying more than its number, or by a telling name in common.
    """
    if _sets_itself_against(one, other):
        return True
    doubts = (
        _is_its_summary,
        _accounts_for,
        _named_apart,
        _has_grown_since,
        _one_grew,
        _one_is_earlier,
        _one_sums_up,
        _one_is_part,
        _hardly_one_story,
        _measure_other_things,
    )
    if any(doubt(one, other) for doubt in doubts):
        return False
    later = max(one, other, key=lambda frame: frame.order)
    return one.document != other.document or is_terse(later) or _takes_up_its_event(one, other)


def _sets_itself_against(one: Frame, other: Frame) -> bool:
    """Tells whether the later of two claims of a document calls its figure lower or higher than the one before it."""
    later = max(one, other, key=lambda frame: frame.order)
    found = COMPARED.search(later.claim.content.text) if one.document == other.document else None
    return found is not None and bool(found["less"]) == (_by_figure(one, other)[0] is later)


COMPARED = re.compile(
    r"\b(?:(?P<less>lower|smaller)|higher|larger) (?:\w+ )?(?:toll|figure|number|count|estimate)\b", re.I
)


def _takes_up_its_event(one: Frame, other: Frame) -> bool:
    """Tells whether the later claim points at an event told before, or both give a telling name in common."""
    later = max(one, other, key=lambda frame: frame.order)
    return bool(TAKEN_UP.search(later.claim.content.text)) or bool(one.own & other.own)


TAKEN_UP = re.compile(
    r"\b(?:the|that|this|those|these|its|their) (?:\w+ ){0,2}?(?:(?:toll|tally|count|number|figure|dead|wounded|injured"
    r"|victims|casualties)\b|" + EVENT_NOUN + r")|\b(?:in|of|from|after|by) (?:it|them)\b",
    re.I,
)
"""Words that take up an event told before."""


def _is_its_summary(one: Frame, other: Frame) -> bool:
    """Tells whether one is what the outlet says itself, crediting nobody, in a document that credits the other."""
    voices = [frame for frame in (one, other) if frame.claim.manner is Manner.VOICE]
    if one.document != other.document or len(voices) != 1:
        return False
    return not CREDITS.search(voices[0].claim.content.text)


CREDITS = re.compile(r"\b(?:said|says|saying|according to|reported|told|confirmed|announced)\b", re.I)
"""Words by which an outlet credits somebody."""


def _has_grown_since(one: Frame, other: Frame) -> bool:
    """Tells whether the larger of two counts of victims is of a later day and less than twice the other."""
    pair = conflicting(one.counts, other.counts)
    if pair is None or one.document == other.document or not pair[0].families & pair[1].families & VICTIMS:
        return False
    small, large = _by_figure(one, other)
    days = small.claim.said_on, large.claim.said_on
    return None not in days and days[0] < days[1] and pair[0].of_one_scale(pair[1], GROWTH)  # type: ignore[operator]


VICTIMS = frozenset({"kill", "injure", "casualties", "infect", "displace", "missing"})
"""Families of predicates whose counts rise while bodies are found and the injured die."""
GROWTH = 2
"""How many times a toll may be the one of an earlier day without anybody contradicting it."""


def _accounts_for(one: Frame, other: Frame) -> bool:
    """Tells whether one gives the other's figure as a part, or parts that add up to it."""
    return _sums_to(one, other) or _sums_to(other, one)


def _sums_to(frame: Frame, other: Frame) -> bool:
    """Tells whether a claim's figures add up to one of another's, or a part of its is that."""
    parts = [amount for amount in frame.amounts if amount.part]
    whole = [a for a in frame.amounts if math.isfinite(a.middle) and not a.is_measure]
    total = sum(a.middle for a in whole)
    added = len(whole) > 1 and any(total == amount.middle for amount in other.counts)
    return added or any(
        part.is_closed and amount.is_closed and part.meets(amount) for part in parts for amount in other.counts
    )


def _one_sums_up(one: Frame, other: Frame) -> bool:
    """Tells whether one of them is a sum over more than one event ("the total number of soldiers killed")."""
    return bool(SUM.search(one.claim.content.text)) != bool(SUM.search(other.claim.content.text))


SUM = re.compile(r"\bthe (?:\w+ )?total\b|\btotal number\b|\boverall\b|\baltogether\b", re.I)


def _measure_other_things(one: Frame, other: Frame) -> bool:
    """Tells whether both only measure, and nothing but the unit is common to them: two shares of different wholes."""
    measures = all(a.is_measure for frame in (one, other) for a in frame.counts)
    return measures and not (one.things & other.things) - MEASURES


def _one_is_part(one: Frame, other: Frame) -> bool:
    """Tells whether the smaller figure may be a part of the larger: of one place, or of one raid among several."""
    small, large = _by_figure(one, other)
    texts = small.claim.content.text, large.claim.content.text
    if LOCAL.search(texts[0]) and WIDE.search(texts[1]):
        return True
    if is_terse(large) or is_terse(small):
        return False
    named = small.names - large.names - large.worn - large.scene
    return bool(named or (PLURAL_EVENT.search(texts[1]) and not PLURAL_EVENT.search(texts[0])))


LOCAL = re.compile(
    r"\b(?:the|this|that|his|her|its|their|one) (?:\w+ )?(?:town|village|city|neighbou?rhood|suburb|camp|street|school"
    r"|hospital)\b",
    re.I,
)
WIDE = re.compile(
    r"\b(?:across|throughout|nationwide|countrywide|province|region|state|country|governorate|county|island)\b", re.I
)
PLURAL_EVENT = re.compile(
    r"\b(?:attacks|strikes|raids|blasts|explosions|bombings|bombs|shells|rockets|shelling|clashes|shootings|neighbou?rhoods"
    r"|villages|towns|areas|cities|several|various)\b",
    re.I,
)


def _by_figure(one: Frame, other: Frame) -> tuple[Frame, Frame]:
    """Returns the claim with the smaller of the two figures that conflict, then the other."""
    pair = conflicting(one.counts, other.counts)
    return (other, one) if pair and pair[0].middle > pair[1].middle else (one, other)


def _hardly_one_story(one: Frame, other: Frame) -> bool:
    """Tells whether two claims of different documents that name nothing have little around them in common."""
    if one.document == other.document or one.own or other.own:
        return False
    mine, theirs = one.anchors, other.anchors
    return len(mine & theirs) < min(STORY, len(mine), len(theirs))


STORY = 2
"""Telling names that two openings must share, where the claims name nothing."""


GROWN = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|jumped|grew|grown|increased|updated?|revised|has become|new toll"
    r"|now (?:stands?|stood|at)|up from)\b",
    re.I,
)


def _one_grew(one: Frame, other: Frame) -> bool:
    """Tells whether the larger figure says itself that it has grown, so that the smaller is its earlier state."""
    _, large = _by_figure(one, other)
    return bool(GROWN.search(around(large)))


def _one_is_earlier(one: Frame, other: Frame) -> bool:
    """Tells whether one of two figures is told as an earlier state ("an initial toll of 34")."""
    return any(INITIAL.search(told_as(frame)) for frame in (one, other))


INITIAL = re.compile(
    r"\b(?:initial(?:ly)?|preliminary|previous(?:ly)?|earlier|at first|so far|to date|until now"
    r"|as of|by (?:night|nightfall|noon|midday|midnight|dawn|dusk|(?:early |late )?(?:morning|afternoon|evening)))\b",
    re.I,
)


def _rival_parties(one: Frame, other: Frame) -> bool:
    """Tells whether the two hold different parties responsible: by a word of blame, or parties of different camps."""
    tied = bool(one.own & other.own) or (_is_tied(one, other) and _is_tied(other, one))
    if not (one.party and other.party and tied):
        return False
    named = any(f.blames or f.claim.responsible or _speaks_of_itself(f) for f in (one, other))
    return are_rivals(one.party, other.party) if named else differ_plainly(one.party, other.party)


def _speaks_of_itself(frame: Frame) -> bool:
    return frame.party is not None and frame.party.text == frame.claim.origin.name


def _is_tied(frame: Frame, other: Frame) -> bool:
    """Tells whether a claim is of one deed with the other: "accused X of using ..." is of many, and so of none."""
    if frame.blames and OF_DEEDS.search(frame.claim.content.text):
        return bool(TAKEN_UP.search(frame.claim.content.text))
    if frame.blames:
        return _is_definite(frame)
    return bool(frame.things & other.things) or _is_definite(frame)


OF_DEEDS = re.compile(r" of (?!the\b|this\b|that\b)", re.I)


def _is_definite(frame: Frame) -> bool:
    """Tells whether the deed is one told of before ("the attack", "it"), or the claim names none of its own."""
    text = frame.claim.content.text
    brief = len(frame.wording) <= BRIEF and bool({"the", "this", "that", "these", "those"} & {*frame.wording[1:]})
    return bool(TAKEN_UP.search(text) or DEED_POINTED_AT.search(text)) or brief or is_bare(frame)


BRIEF = 8
"""Words up to which "the" or "this" points at what was told before ("insurgents burned the village")."""
DEED_POINTED_AT = re.compile(r"^(?:it|this|that)\b|\b(?:did|done|do|carried out|behind) (?:it|this|that|so)\b", re.I)


def _named_apart(one: Frame, other: Frame) -> bool:
    """Tells whether both name what tells their event from others, and nothing in common: two events, two numbers."""
    if one.document == other.document and one.names and other.names:
        return not (one.names <= other.names or other.names <= one.names)
    return bool(one.own and other.own) and not one.own & other.own


def _areas_exclude(one: Frame, other: Frame) -> bool:
    """Tells whether both name a province or the like, and none in common: a thing happens in one of them."""
    mine, theirs = (frozenset(w for area in f.areas for w in words_in(area.lower())) for f in (one, other))
    return bool(mine and theirs) and not mine & theirs


def in_two_areas(one: Frame, other: Frame) -> bool:
    """Tells whether claims that stand together put one thing told of ("the plane crashed") in two provinces."""
    near = one.document == other.document and abs(one.order - other.order) <= NEXT
    alike = bool(one.families & other.families) and one.things == other.things and bool(one.things)
    definite = all(frame.wording[:1] in {("the",), ("this",), ("that",)} for frame in (one, other))
    return near and alike and definite and _areas_exclude(one, other)


def opposite_words(one: Frame, other: Frame) -> bool:
    """Tells whether the two say opposite things ("forged", "genuine") of something they share."""
    against = {name for family in one.families for name in families()[family].against}
    if not against & other.families or one.families & other.families or one.negated or other.negated:
        return False
    common, longer = len(one.things & other.things), max(len(one.things), len(other.things))
    related = common > 0 and common >= OVERLAP * longer and not in_other_scenes(one, other)
    return related and one_happening(one, other)
