"""Marks that stand beside the verdict and are not mixed into it."""

from __future__ import annotations

from collections.abc import Callable

from provenance.assessment.interest import is_admission, is_party_origin
from provenance.assessment.sourcing import Side, Sourcing
from provenance.assessment.verdicts import is_contested, is_corroborated
from provenance.graph.evidence import runs_forward
from provenance.records.claim import Hedging
from provenance.records.proposition import RelationKind


def flags_of(sourcing: Sourcing) -> tuple[str, ...]:
    """Returns the flags that apply, in the order of the table."""
    return tuple(flag for flag, applies in FLAGS.items() if applies(sourcing))


def reaches_you_through_one_relay(sourcing: Sourcing) -> bool:
    """Tells whether several origins share a party that they all pass through."""
    support = sourcing.supporting.support
    return support.roots >= 2 and support.kappa == 1


def is_one_sided(sourcing: Sourcing) -> bool:
    """Tells whether every supporting origin stands on the same side of the conflict."""
    side = sourcing.supporting
    sides = {_side_of(side, node) for node in side.support.origins}
    return len(sides) == 1 and None not in sides


def is_hedged(sourcing: Sourcing) -> bool:
    """Tells whether no supporting claim is put flatly."""
    claims = sourcing.supporting.claims
    return bool(claims) and all(claim.hedging is not Hedging.NONE for claim in claims)


def rests_on_a_party(sourcing: Sourcing) -> bool:
    """Tells whether a supporting origin is a party to the events."""
    side = sourcing.supporting
    return any(is_party_origin(side, node) for node in side.support.origins)


def holds_across_sides(sourcing: Sourcing) -> bool:
    """Tells whether two sides corroborate it, or a party that admits what harms it; not where it is contested."""
    by_side = sourcing.supporting.support.floor_by_side >= 2
    agreed = is_corroborated(sourcing) and not is_contested(sourcing)
    return agreed and (by_side or is_admitted(sourcing))


def is_admitted(sourcing: Sourcing) -> bool:
    """Tells whether a party acknowledges it."""
    return any(map(is_admission, sourcing.supporting.claims))


def has_a_loop(sourcing: Sourcing) -> bool:
    """Tells whether parties have it from each other, on either side."""
    return bool(sourcing.supporting.support.loops or sourcing.opposing.support.loops)


def is_divergent(sourcing: Sourcing) -> bool:
    """Tells whether two supporting claims contradict each other in something, or tell the place differently."""
    if sourcing.supporting.places:
        return True
    counted = {claim.id for claim in sourcing.supporting.claims}
    relations = sourcing.proposition.relations
    return any(r.kind is RelationKind.CONTRADICTS and {r.from_id, r.to_id} <= counted for r in relations)


def runs_forward_in_time(sourcing: Sourcing) -> bool:
    """Tells whether a document says that it has it from one published later; that step is not counted."""
    return runs_forward((*sourcing.supporting.claims, *sourcing.opposing.claims))


FLAGS: dict[str, Callable[[Sourcing], bool]] = {
    "one-relay": reaches_you_through_one_relay,
    "one-sided": is_one_sided,
    "hedged": is_hedged,
    "party": rests_on_a_party,
    "across-sides": holds_across_sides,
    "admission": is_admitted,
    "loop": has_a_loop,
    "divergent": is_divergent,
    "forward": runs_forward_in_time,
}


def _side_of(side: Side, origin: str) -> str | None:
    sides = {member.side for member in side.members(origin)} - {None}
    return side.evidence.parties[origin].side or min(filter(None, sides), default=None)
