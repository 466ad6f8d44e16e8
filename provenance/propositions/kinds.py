"""What a claim is about, for the record of its source: casualties, responsibility, territory, or another statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from provenance.propositions.lexicon import families_in
from provenance.propositions.parties import blames
from provenance.records.claim import Claim
from provenance.records.decisions import ClaimKind

_CASUALTIES = frozenset({"kill", "injure", "casualties"})


def kind_of(claim: Claim) -> ClaimKind:
    """Returns the kind of a claim: the first row that fits.

    Casualties: a word of killing or wounding together with a number, or where nobody is blamed. Responsibility: a
    party is blamed or given as responsible. Territory: a word of control, capture or loss. Statement: the rest.
    """
    found = families_in(claim.content.text)
    blamed = blames(claim) or claim.responsible is not None
    if found & _CASUALTIES and (claim.quantities or not blamed):
        return ClaimKind.CASUALTIES
    if blamed:
        return ClaimKind.RESPONSIBILITY
    return ClaimKind.TERRITORY if "control" in found else ClaimKind.STATEMENT


def kind_of_all(claims: Iterable[Claim]) -> ClaimKind:
    """Returns the kind that most of the claims are of; of equally many the first in the order of the kinds."""
    counts = Counter(map(kind_of, claims))
    return max(ClaimKind, key=lambda kind: counts[kind])
