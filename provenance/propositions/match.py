"""Whether two claims speak of one event, whatever they say of its numbers and of who did it."""

from __future__ import annotations

import re

from provenance.propositions.amounts import of_one_scope
from provenance.propositions.frames import Frame
from provenance.propositions.happening import (
    LARGE,
    NEAR,
    OVERLAP,
    WORDS_ALONE,
    apart,
    is_telling,
    one_happening,
    same_figure,
    share,
)
from provenance.propositions.lexicon import listed, stem, thing, words_in
from provenance.propositions.parties import may_be_one

MOST = 0.8


TERSE = 12
"""Words up to which a claim may be no more than its number."""


BEGINNING = 3
"""How many words a claim begins with."""


TOLLS_APART = 4
"""How many claims may stand between two numbers of one event in a document."""


NEXT = 2
"""How far apart, in claims, neighbours may stand."""


COMMON_ACROSS = 2


QUARTER = 0.25
"""What claims of two documents that name one place must share: so many things, and this part of the longer list."""


def same_event(one: Frame, other: Frame) -> bool:
    """Tells whether two claims speak of one event, whatever they say of its numbers and of who did it."""
    if not one_happening(one, other) or _say_other_things(one, other):
        return False
    if one.families & other.families:
        return _topics_fit(one, other) or _one_exact_figure(one, other)
    if _one_exact_figure(one, other) or _one_blamed_deed(one, other):
        return True
    return not (one.families and other.families) and _words_fit(one, other)


def _say_other_things(one: Frame, other: Frame) -> bool:
    """Tells whether neither says anywhere what the other's predicate does ("took off from X", "destroyed two at X")."""
    if not (one.predicate and other.predicate):
        return False
    return not (one.predicate & other.families or other.predicate & one.families)


def _one_blamed_deed(one: Frame, other: Frame) -> bool:
    """Tells whether one blames a party for "the attack", and the other says of that party what it did."""
    bare = any(frame.blames and is_bare(frame) for frame in (one, other))
    close = one.document == other.document or apart(one, other) <= NEAR
    return bare and close and _same_party_named(one, other) and one_deed(one, other)


def loosely_one_event(one: Frame, other: Frame) -> bool:
    """Tells the same where one of the two names nothing but the deed ("started the fire"): enough for rivals."""
    bare = is_bare(one) or is_bare(other)
    brief = all(len(f.wording) <= TERSE for f in (one, other))
    close = one.document == other.document or (brief and apart(one, other) <= NEAR)
    related = bool(one.families & other.families) or (one.party is not None and one_deed(one, other))
    return bare and close and related and one_happening(one, other)


def _one_exact_figure(one: Frame, other: Frame) -> bool:
    """Tells whether both give one figure that is hardly the same by chance, with the same bounds, of what both name."""
    telling = any(is_telling(a) and same_figure(a, b) for a in one.counts for b in other.counts)
    return telling and bool(one.own & other.own or ((is_terse(one) or is_terse(other)) and one.anchors & other.anchors))


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


def is_bare(frame: Frame) -> bool:
    """Tells whether a claim names nothing but the deed and those it names."""
    return not frame.topic - frame.names


def _topics_fit(one: Frame, other: Frame) -> bool:
    """Tells whether what the two are about agrees: the same count, the same things, or the bare event."""
    if _counts_fit(one, other) or _things_fit(one, other) or _takes_up(one, other):
        return True
    bare = is_bare(one), is_bare(other)
    alike = all(bare) and one.families == other.families
    blaming = one.blames or other.blames or one.families == other.families
    if not alike and not (any(bare) and blaming and _same_party_named(one, other)):
        return False
    return one.document == other.document or apart(one, other) <= NEAR


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
    return is_terse(one) or is_terse(other) or any(a == b and a.low == a.high >= LARGE for a, b in pairs)


def _near_tolls(one: Frame, other: Frame) -> bool:
    """Tells whether one of two claims close by in a document is a number and hardly more ("put the toll at six")."""
    later = max(one, other, key=lambda frame: frame.order)
    terse = is_terse(one) or is_terse(other) or _is_a_count(later)
    return terse and abs(one.order - other.order) <= TOLLS_APART


def is_terse(frame: Frame) -> bool:
    """Tells whether a claim says little beside its number, or begins with it ("the toll of the fire rose to 9")."""
    brief = len(frame.wording) <= TERSE or bool({stem(w) for w in frame.wording[:BEGINNING]} & listed("figure"))
    return len(frame.topic - frame.names) <= 1 and brief


def _is_a_count(frame: Frame) -> bool:
    """Tells whether a claim that names nothing says little beside its number and who those counted were."""
    head = words_in(WHO_THEY_ARE.split(frame.claim.content.text, maxsplit=1)[0])
    topic = {thing(stem(word)) for word in head} & frame.topic
    return not frame.names and len(topic) <= 1 and len(head) <= TERSE


WHO_THEY_ARE = re.compile(
    r",? (?:including|among (?:them|whom)|mostly|(?:\d+|\w+) of (?:them|whom)|as well as)\b", re.I
)
"""Behind these a claim tells who those counted are."""


def _words_fit(one: Frame, other: Frame) -> bool:
    """Tells whether words alone, without a shared family, make the two alike."""
    topics = one.topic & other.topic
    return len(topics) >= WORDS_ALONE and share(one.topic, other.topic) >= MOST


def one_deed(one: Frame, other: Frame) -> bool:
    """Tells whether two parties are held responsible for one deed; an attack may be any of the harmful ones."""
    return bool(one.deeds & other.deeds) or (bool(one.deeds and other.deeds) and ATTACK in one.deeds | other.deeds)


ATTACK = "attack"
