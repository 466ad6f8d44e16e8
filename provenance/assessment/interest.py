"""Who has an interest in what is said: parties to the events, and what a party admits against itself."""

from __future__ import annotations

from provenance.assessment.sourcing import Side
from provenance.records.claim import Claim, Stance
from provenance.records.identity import slug
from provenance.records.source import Source, SourceKind

PARTIES = frozenset({SourceKind.PARTY, SourceKind.ARMED_GROUP, SourceKind.GROUP_MEDIA})
"""Kinds that are parties to the events whatever they say."""

PARTIES_WITH_A_SIDE = frozenset(
    {SourceKind.GOVERNMENT, SourceKind.STATE_MEDIA, SourceKind.BODY, SourceKind.PERSON, SourceKind.UNKNOWN}
)
"""Kinds that are parties where they stand on a side of the conflict."""


def is_party(source: Source) -> bool:
    """Tells whether a source is a party to the events."""
    return source.kind in PARTIES or (source.kind in PARTIES_WITH_A_SIDE and source.side is not None)


def is_party_origin(side: Side, origin: str) -> bool:
    """Tells whether an origin, or a member of its family, is a party to the events."""
    return any(map(is_party, side.members(origin)))


def is_admission(claim: Claim) -> bool:
    """Tells whether a party, a government, whoever is held responsible, or whom it concerns, acknowledges it."""
    if claim.stance is not Stance.ACKNOWLEDGES:
        return False
    origin = claim.origin
    concerned = is_party(origin) or origin.kind is SourceKind.GOVERNMENT or _is_held_responsible(origin, claim)
    return concerned or _speaks_of_itself(claim)


_SELF = frozenset({"it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "i", "my"})


def _speaks_of_itself(claim: Claim) -> bool:
    """Tells whether what is acknowledged is the source's own doing: "admitted that it had known"."""
    subject = claim.triple.subject.lower().split() if claim.triple else []
    return bool(subject) and subject[0] in _SELF


def _is_held_responsible(source: Source, claim: Claim) -> bool:
    return claim.responsible is not None and slug(claim.responsible) in map(slug, (source.name, *source.aliases))
