"""What the rules look at: both sides of a proposition on one day, counted and measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from provenance.graph.evidence import Evidence, cast_in, gather, is_counted
from provenance.graph.measures import NOBODY, measure
from provenance.graph.parties import Cast
from provenance.records.assessment import Support
from provenance.records.claim import Claim, Status
from provenance.records.proposition import Proposition, RelationKind
from provenance.records.source import Source
from provenance.records.whereabouts import places_told_apart


@dataclass(frozen=True)
class Side:
    """One side of a proposition: the claims that count, their graph and its numbers."""

    claims: tuple[Claim, ...]
    evidence: Evidence
    support: Support

    @cached_property
    def origins(self) -> tuple[Source, ...]:
        """What is known of the origins, in the order of the support."""
        return tuple(self.evidence.parties[node] for node in self.support.origins)

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of the origins."""
        return frozenset(self.evidence.families[node] for node in self.support.origins)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Two places that claims of the side tell by different things nearby; none where none do."""
        return places_told_apart(self.claims)

    def members(self, origin: str) -> Sequence[Source]:
        """Returns the parties of the family of an origin, itself included."""
        return self._by_family[self.evidence.families[origin]]

    @cached_property
    def _by_family(self) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = {}
        for node, party in self.evidence.parties.items():
            found.setdefault(self.evidence.families[node], []).append(party)
        return found


@dataclass(frozen=True)
class Sourcing:
    """A proposition with its claims as known on the day asked for."""

    proposition: Proposition
    claims: Mapping[str, Claim]
    supporting: Side
    opposing: Side

    @property
    def unopposed(self) -> Sourcing:
        """The same, had nobody spoken against it."""
        return replace(self, opposing=NO_SIDE)


NO_SIDE = Side((), Evidence((), (), {}, {}, {}, frozenset()), NOBODY)


def weigh(proposition: Proposition, claims: Mapping[str, Claim], as_of: date | None = None) -> Sourcing:
    """Returns both sides of a proposition as known on a day; everything read, where no day is given."""
    known = known_on(proposition, claims, as_of)
    cast = cast_in(proposition, known)
    return Sourcing(
        proposition,
        known,
        supporting=_side(proposition, known, proposition.supporting, cast),
        opposing=_side(proposition, known, proposition.opposing, cast),
    )


def known_on(proposition: Proposition, claims: Mapping[str, Claim], as_of: date | None) -> dict[str, Claim]:
    """Returns the claims of a proposition by id, without those published after the day.

    A withdrawal or revision published after the day has not happened yet: what it concerns is active. A claim without
    any date is taken to be known.
    """
    listed = (*proposition.supporting, *proposition.opposing, *proposition.open)
    known = {name: claims[name] for name in listed if name in claims and is_out(claims[name], as_of)}
    if as_of is None:
        return known
    return {name: _as_it_stood(claim, proposition, claims, as_of) for name, claim in known.items()}


_ENDED_BY = {Status.RETRACTED: RelationKind.RETRACTS, Status.SUPERSEDED: RelationKind.UPDATES}


def _as_it_stood(claim: Claim, proposition: Proposition, claims: Mapping[str, Claim], as_of: date) -> Claim:
    kind = _ENDED_BY.get(claim.status)
    if kind is None:
        return claim
    by = [claims.get(r.from_id) for r in proposition.relations if r.kind is kind and r.to_id == claim.id]
    later = [ending is not None and not is_out(ending, as_of) for ending in by]
    return replace(claim, status=Status.ACTIVE) if later and all(later) else claim


def is_out(claim: Claim, as_of: date | None) -> bool:
    """Tells whether a claim was published by a day; one without any date is taken to be."""
    day = claim.document.published or claim.document.republished
    return as_of is None or day is None or day <= as_of


def _side(proposition: Proposition, claims: Mapping[str, Claim], side: tuple[str, ...], cast: Cast) -> Side:
    counted = tuple(claims[name] for name in side if name in claims and is_counted(claims[name]))
    if not counted:
        return NO_SIDE
    evidence = gather(proposition, claims, side, cast)
    return Side(counted, evidence, measure(evidence))
