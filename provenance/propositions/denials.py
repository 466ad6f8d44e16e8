"""Which claims a denial, or a claim that takes no side, speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from provenance.propositions.amounts import agree
from provenance.propositions.frames import Frame
from provenance.propositions.lexicon import families_of, stem, words_in
from provenance.propositions.match import one_happening, same_event, share
from provenance.propositions.parties import are_rivals, may_be_one
from provenance.propositions.reference import REACH, blames_speaker, denied_by_reference

OVERLAP = 0.5
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
    if denial.party and frame.party and _denies_for_itself(denial):
        return may_be_one(denial.party, frame.party)
    return not (denial.party and frame.party and are_rivals(denial.party, frame.party))


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
        return _near_in_text(denial, frame) and share(denial.things, frame.things) >= OVERLAP
    if abs(denial.order - frame.order) <= NEIGHBOURS and _says_nobody(denial) and _near_in_text(denial, frame):
        shared = min(share(denial.things, frame.things), share(frame.things, denial.things))
        return bool(denial.things & frame.things) and shared >= OVERLAP
    blanket = BLANKET.match(denial.claim.content.text) and one_happening(denial, frame)
    return bool(blanket and denial.families & frame.families and _near_in_text(denial, frame))


def _says_nobody(denial: Frame) -> bool:
    return denial.wording[:1] in {("nobody",), ("none",)} or denial.wording[:2] == ("no", "one")


def matches(denial: Frame, frame: Frame) -> bool:
    """Tells whether the content that is denied, read as affirmed, is what the claim says."""
    if not (_amounts_allow(denial, frame) and _parties_allow(denial, frame)) or not _of_what_is_denied(denial, frame):
        return False
    return same_event(denial, frame) or _close_by(denial, frame) or _answers_blame(denial, frame)


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
    denied = next((found for word in words_in(text[blanket.end() :]) if (found := families_of([stem(word)]))), None)
    return denied is None or bool(denied & frame.families)


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
    if not denial.refers:
        return matched(denial, near), False
    meant = denied_by_reference(denial, document)
    return ([meant] if meant else []), True
