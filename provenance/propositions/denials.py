"""Which claims a denial, or a claim that takes no side, speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from provenance.propositions.amounts import agree
from provenance.propositions.disowning import disowned, is_of_a_deed, looser, own_before, points_back
from provenance.propositions.frames import Frame
from provenance.propositions.happening import one_happening, share
from provenance.propositions.lexicon import families_of, stem, thing, words_in
from provenance.propositions.match import same_event
from provenance.propositions.parties import are_rivals, may_be_one, of_two_states
from provenance.propositions.reference import PARTAKING, REACH, blames_speaker, denied_by_reference
from provenance.records.claim import Manner

OVERLAP = 0.5
ALL_OF_IT = 2
"""Things and names that a denial must name to be known again away from what it answers."""

FEW = 2
"""Things up to which a claim says hardly more than its predicate."""

CURT = 5
"""Words up to which a blanket denial is all about its predicate ("no helicopter had come")."""

HEAD_WORDS = 2
"""Words behind "no" or "any" among which the noun stands that is denied."""

GOOD_PART = 0.4
"""And the part of what the other says that this has to be."""

NEIGHBOURS = 2
"""How near, in claims, "nobody left" must stand to what it answers."""

BLANKET = re.compile(
    r"\W*(?:there (?:was|were|had been|is|are) )?(?:any|no|not one|not a single|a single|ever)\b", re.I
)


def _amounts_allow(denial: Frame, frame: Frame) -> bool:
    if not (denial.counts and frame.counts):
        return True
    return any(agree(a, b) for a in denial.counts for b in frame.counts)


def _parties_allow(denial: Frame, frame: Frame) -> bool:
    if not (denial.party and frame.party):
        return True
    if of_two_states(denial.party, frame.party):
        return False
    may_be = may_be_one(denial.party, frame.party) or not _denies_for_itself(denial)
    return may_be and not are_rivals(denial.party, frame.party)


def _denies_for_itself(denial: Frame) -> bool:
    """Tells whether the denier speaks of its own deeds ("denied that its forces had ..."): others' deeds stand."""
    return bool({"its", "their", "our", "it", "they", "we", "his", "her"} & set(denial.wording[:2]))


def _near_in_text(denial: Frame, frame: Frame) -> bool:
    near = denial.document == frame.document and abs(denial.order - frame.order) <= REACH
    return near and not frame.names - denial.names - denial.setting


def _close_by(denial: Frame, frame: Frame) -> bool:
    """Tells whether a claim of the same document, a little before or after, is what a looser wording denies.

    Either the denial has no predicate of a known family and shares most of the things, or it is a blanket one ("no
    patrol", "any soldier") of the same family.
    """
    if not denial.families:
        one_thing = len(denial.things & frame.things) < ALL_OF_IT and bool(frame.families)
        return not one_thing and _near_in_text(denial, frame) and share(denial.things, frame.things) > OVERLAP
    if abs(denial.order - frame.order) <= NEIGHBOURS and _says_nobody(denial) and _near_in_text(denial, frame):
        shared = min(share(denial.things, frame.things), share(frame.things, denial.things))
        return bool(denial.things & frame.things) and shared >= OVERLAP
    near = denial.document == frame.document and abs(denial.order - frame.order) <= REACH
    return near and _is_blanket_of(denial, frame) and _near_in_text(denial, frame) and one_happening(denial, frame)


def _is_blanket_of(denial: Frame, frame: Frame) -> bool:
    """Tells whether the noun behind "no" or "any" is the claim's ("no injuries", "no helicopter reached us")."""
    blanket = BLANKET.match(denial.claim.content.text)
    words = words_in(denial.claim.content.text[blanket.end() :])[:HEAD_WORDS] if blanket else []
    if families_of(map(stem, words)) & frame.families:
        return True
    curt = blanket is not None and len(denial.wording) <= CURT
    related = bool(denial.families & frame.families)
    return related and (curt or _denies_the_noun(denial, denial.things & frame.things))


def _says_nobody(denial: Frame) -> bool:
    return denial.wording[:1] in {("nobody",), ("none",)} or denial.wording[:2] == ("no", "one")


def matches(denial: Frame, frame: Frame) -> bool:
    """Tells whether the content that is denied, read as affirmed, is what the claim says."""
    if _is_of_responsibility(denial) and not (frame.party or frame.blames):
        return False
    if _is_no_denial(denial) or _is_told_as_said(frame) or _says_it_is_not_so(frame) != _says_it_is_not_so(denial):
        return False
    if _does_another_thing(denial, frame):
        return False
    if not (_amounts_allow(denial, frame) and _parties_allow(denial, frame)) or not _of_what_is_denied(denial, frame):
        return False
    ways = (same_event, _close_by, _answers_blame, _answers, _answers_nearby)
    return any(way(denial, frame) for way in ways)


def _does_another_thing(denial: Frame, frame: Frame) -> bool:
    """Tells whether one of the predicates is nowhere in the other: who "did not fly" denies nothing "destroyed"."""
    if not (denial.predicate and frame.predicate):
        return False
    return not (denial.predicate & frame.families and frame.predicate & denial.families)


def _is_of_responsibility(denial: Frame) -> bool:
    """Tells whether the denier denies having had a part in it: that opposes only who says that somebody had one."""
    return bool(PARTAKING & {stem(word) for word in denial.wording})


def _is_no_denial(denial: Frame) -> bool:
    """Tells whether negative words deny nothing: nobody has claimed it yet, it cannot be tolerated, not without.

    "There were no injuries" in the outlet's own voice is said of the event it tells last, which may be any.
    """
    text = denial.claim.content.text
    told_by_outlet = denial.claim.manner is Manner.VOICE and BLANKET.match(text)
    if NOT_CLAIMED.search(text) or NOT_ALONE.search(text) or DEMAND.match(text) or told_by_outlet:
        return True
    cue = {stem(word) for word in words_in(denial.claim.cue.text if denial.claim.cue else "")}
    return not cue & DENY and bool(JUDGED.search(text))


NOT_CLAIMED = re.compile(
    r"\b(?:no|not|nobody|none)\b.*\b(?:\w+ (?:of )?(?:the )?responsibility|claimed|mention(?:ed)?)\b", re.I
)
"""Nobody has taken it upon himself yet, or speaks of it: silence is no denial."""
NOT_ALONE = re.compile(
    r"\bnot (?:an? |the )?(?:isolated|first|only|last|new)\b|\bsaid\W*$"
    r"|\b(?:not|never) (?:yet )?(?:been )?(?:able to )?(?:documented?|record(?:ed)?|verif(?:y|ied)|establish(?:ed)?)\b",
    re.I,
)
"""Not the first of its kind, or not shown yet, or somebody else's words: none of these says that it was not so."""
DEMAND = re.compile(
    r"\W*(?:(?:the|this|that|these|those|any|all|a|an|\w+['’]s?) )?(?:\w+ )?"
    r"(?:demands?|calls?|requests?|offers?|proposals?|invitations?|ultimatum|appeals?|bid|ideas?|plans?|terms)\b",
    re.I,
)
"""What is asked for or offered: to reject it denies no fact."""
JUDGED = re.compile(
    r"\b(?:can(?:not|['’]t| not)|(?:should|must|may|need)(?: not|n['’]t)|not? .*\bwithout"
    r"|(?:not|n['’]t) (?:enough|accept))\b",
    re.I,
)
"""Negative words that judge or argue ("cannot be tolerated", "not enough", "not possible without")."""


def _says_it_is_not_so(frame: Frame) -> bool:
    """Tells whether words deny by themselves: "has not reached its goal" agrees with "failed to reach its goal"."""
    return bool(FAILED.search(frame.claim.content.text))


FAILED = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|refus(?:ed|es|ing)|unable) to\b|\bno longer\b"
    r"|\b(?:stop(?:ped)?|ceas(?:ed?|ing)|halt(?:ed)?|suspend(?:ed)?|end(?:ed)?) \w+ing\b",
    re.I,
)


def _is_told_as_said(frame: Frame) -> bool:
    """Tells whether a claim only tells that somebody says so ("were accused of", "a pretext for accusing")."""
    return not frame.blames and bool(SAID_OF.search(frame.claim.content.text))


SAID_OF = re.compile(r"\baccus(?:ed|ing|ation)|\balleged(?:ly)?\b|\ballegations?\b|\bpretext\b", re.I)
DENY = frozenset(
    map(stem, "deny denied denies reject rejected dismiss dismissed refute rebut dispute disputed denial".split())
)


def _answers(denial: Frame, frame: Frame) -> bool:
    """Tells whether all that is denied, two things at least, is what another says of the same happening."""
    denied = denial.things | denial.own
    told = frame.things | frame.names
    whole = len(denied) >= ALL_OF_IT and denied <= told and len(denied) >= GOOD_PART * len(told)
    return whole and one_happening(denial, frame)


def _answers_nearby(denial: Frame, frame: Frame) -> bool:
    """Tells whether a denial beside a claim in the text shares its things, or its predicate where it names no thing."""
    beside = denial.document == frame.document and abs(denial.order - frame.order) <= NEIGHBOURS
    if not beside or not one_happening(denial, frame) or denial.own - frame.names - frame.setting:
        return False
    if not denial.things:
        return bool(denial.families & frame.families) and len(frame.things) <= FEW
    related = bool(denial.families & frame.families) or not (denial.families and frame.families)
    shared = denial.things & frame.things
    if not (shared and related):
        return False
    whole = denial.families or not frame.families or len(shared) >= ALL_OF_IT
    halves = bool(whole) and 2 * len(shared) >= max(len(denial.things), len(frame.things))
    return halves or _denies_the_noun(denial, shared)


def _denies_the_noun(denial: Frame, shared: frozenset[str]) -> bool:
    """Tells whether a blanket denial is of a thing that the other names ("no warning reached the houses")."""
    blanket = BLANKET.match(denial.claim.content.text)
    first = words_in(denial.claim.content.text[blanket.end() :])[:1] if blanket else []
    return bool(first) and thing(stem(first[0])) in shared


def _answers_blame(denial: Frame, frame: Frame) -> bool:
    """Tells whether who was blamed denies that very thing, in whatever document."""
    blamed = frame.blames and blames_speaker(frame, denial)
    return blamed and share(denial.things, frame.things) >= OVERLAP and one_happening(denial, frame)


def _of_what_is_denied(denial: Frame, frame: Frame) -> bool:
    """Tells whether a claim speaks of what a blanket denial is about: "no deaths in the raid" denies no raid."""
    text = denial.claim.content.text
    blanket = BLANKET.match(text)
    if not blanket:
        return True
    denied = families_of(stem(word) for word in words_in(text[blanket.end() :])[:HEAD_WORDS])
    return not denied or bool(denied & frame.families)


def matched(denial: Frame, frames: Iterable[Frame]) -> list[Frame]:
    """Returns the claims whose content is denied; where some of them blame the denier, only those."""
    found = [f for f in frames if matches(denial, f)]
    blaming = [f for f in found if blames_speaker(f, denial)]
    return blaming or found


def targets(denial: Frame, near: Iterable[Frame], document: Sequence[Frame]) -> tuple[list[Frame], bool]:
    """Returns the affirming claims that a denial opposes, and whether it does so by reference.

    Args:
        denial: The denial, or a claim that takes no side.
        near: Affirming claims it shares a key with.
        document: All claims of its document, in order.
    """
    words = disowned(denial)
    if words is not None:
        own = [f for f in near if f.origin == denial.origin]
        found = own_before(denial, document) if points_back(words) else matched(words, own) or looser(words, own)
        if found or not is_of_a_deed(denial):
            return found, True
    if not denial.refers:
        return matched(denial, near), False
    return denied_by_reference(denial, document), True
