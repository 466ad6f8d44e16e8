"""A source that denies having said something: what that was, and which earlier claim it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance.propositions.frames import Frame, frame_of
from provenance.propositions.happening import one_happening
from provenance.propositions.reference import POINTERS
from provenance.records.claim import Stance, Wording

_WORDS = (
    r"(?:claims?|statements?|announcements?|comments?|remarks?|admissions?|confessions?|interviews?|communiqu[eé]s?"
    r"|declarations?|posts?|messages?|words)"
)
_SELF = (
    r"(?:it|they|he|she|we|I|(?:its|his|her|their|our|my) (?:own )?(?:\w+ )?"
    r"(?:spokes\w+|leaders?|leadership|office|media|commanders?|members?|ministry))"
)
_AUXILIARIES = r"(?:(?:that|ever|never|not|had|has|have|having|did|been|being|at any time|also|n['’]t) )*"
_SAID = (
    r"(?:sa(?:y|id|ying)|claim(?:ed|ing)?|stat(?:e|ed|ing)|announc(?:e|ed|ing)|declar(?:e|ed|ing)|told"
    r"|admitt(?:ed|ing))"
)
_ISSUED = (
    r"(?:ma[kd](?:e|ing)|issu(?:e|ed|ing)|releas(?:e|ed|ing)|publish(?:ed|ing)?|g[ia]v(?:e|en|ing)|post(?:ed|ing)?"
    r"|sent|sending|writ(?:e|ten|ing)|wrote|used|using|(?:the )?author of|behind|authorship of)"
)
DISOWNING = re.compile(
    rf"\W*(?:(?:that )?{_SELF} (?:(?!{_SAID}\b)\w+ed )?)?{_AUXILIARIES}"
    rf"(?:{_SAID}\b(?: (?:any )?responsibility(?: for)?)?"
    rf"|(?P<deed>{_ISSUED}) (?:(?!{_WORDS}\b)\w+ ){{0,3}}?{_WORDS}\b"
    rf"(?: (?:of|for|responsibility|attributed to \w+|that|which|in which (?:it|he|she|they)|claim(?:ed|ing)?"
    rf"|sa(?:id|ying)|tak(?:en|ing)))*)\s*(?:that )?",
    re.I,
)
"""Words by which somebody denies words of its own: "having claimed", "it had never said", "making any statement"."""


def disowns(denial: Frame) -> re.Match[str] | None:
    """Returns the words by which a source denies words of its own; None where it does not."""
    return DISOWNING.match(denial.claim.content.text) if denial.claim.stance is Stance.DENIES else None


def disowned(denial: Frame) -> Frame | None:
    """Returns what a source denies having said, as if it denied that; None where it denies no words of its own."""
    found = disowns(denial)
    if found is None:
        return None
    claim = replace(denial.claim, content=Wording(found.string[found.end() :]), triple=None)
    return frame_of(claim, denial.order, denial.setting, denial.worn)


_POINTING = frozenset("no so such thing things anything of kind".split())


def is_of_a_deed(denial: Frame) -> bool:
    """Tells whether what it denies is a deed too that others may tell of: "making racist remarks"."""
    found = disowns(denial)
    return found is not None and found["deed"] is not None


def points_back(words: Frame) -> bool:
    """Tells whether what was not said is not told but pointed at: "denied saying so", "such a statement"."""
    return not words.names and set(words.wording) <= POINTERS | _POINTING


def own_before(denial: Frame, document: Sequence[Frame]) -> list[Frame]:
    """Returns the last claim of the denier before the denial in its document, as a list of one or none."""
    return [f for f in document if f.order < denial.order and f.affirms and f.origin == denial.origin][-1:]


def looser(words: Frame, own: Iterable[Frame]) -> list[Frame]:
    """Returns the denier's claims of the same deed, which may be worded more loosely than another's would be."""
    return [f for f in own if f.families & words.families and one_happening(words, f)]
