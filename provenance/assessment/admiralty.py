"""The two Admiralty marks, kept apart: the source's letter, set by a person, and the information's digit, derived.

After AJP-2.1 (NATO STANAG 2511): A to F for the source, 1 to 6 for the information. What each digit means here is
DESIGN, section 3.
"""

from __future__ import annotations

from provenance.assessment.flags import holds_across_sides, is_admitted
from provenance.assessment.interest import is_party_origin
from provenance.assessment.sourcing import Side, Sourcing
from provenance.records.assessment import Admiralty, Verdict


def mark(sourcing: Sourcing, verdict: Verdict) -> Admiralty:
    """Returns the letter of the best supporting origin and the digit that follows from the verdict."""
    letter = best_letter(sourcing)
    return Admiralty(letter, digit(sourcing, verdict, letter))


def best_letter(sourcing: Sourcing) -> str:
    """Returns the best letter of the supporting origins; of those who withdrew it where nobody is left."""
    side = sourcing.supporting
    if side.support.origins:
        return min([party.reliability.letter for node in side.support.origins for party in side.members(node)])
    read = [sourcing.claims[name] for name in sourcing.proposition.supporting if name in sourcing.claims]
    return min([claim.origin.reliability.letter for claim in read], default="F")


def digit(sourcing: Sourcing, verdict: Verdict, letter: str) -> int | None:
    """Returns the information digit; None where everything was withdrawn."""
    if verdict in _FIXED:
        return _FIXED[verdict]
    if verdict is Verdict.CONTESTED:
        return 5 if is_outweighed(sourcing) or is_self_interested(sourcing) else 3
    if is_admitted(sourcing) or holds_across_sides(sourcing):
        return 1
    if verdict is Verdict.SINGLE_SOURCED:
        return 3 if letter in "ABC" else 4
    return 2 if verdict is Verdict.CORROBORATED else 3


def is_outweighed(sourcing: Sourcing) -> bool:
    """Tells whether more origins are shown against it than for it, two at least."""
    return sourcing.opposing.support.floor >= max(2, sourcing.supporting.support.floor + 1)


def is_self_interested(sourcing: Sourcing) -> bool:
    """Tells whether only parties to the events support it, and a named origin does not."""
    return bool(sourcing.opposing.support.shown) and _only_parties(sourcing.supporting)


_FIXED: dict[Verdict, int | None] = {Verdict.RETRACTED: None, Verdict.UNATTRIBUTED: 6}


def _only_parties(side: Side) -> bool:
    return all(is_party_origin(side, node) for node in side.support.origins)
