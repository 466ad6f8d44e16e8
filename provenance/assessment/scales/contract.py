"""What a scale is, and what it is shown of a proposition."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from provenance.assessment.sourcing import Side, Sourcing, weigh
from provenance.records.assessment import Assessment, ScaleLabel
from provenance.records.belligerent import Belligerent
from provenance.records.claim import Claim, Status
from provenance.records.decisions import ClaimKind, Ledger
from provenance.records.source import Source


class Reader(Protocol):
    """What other stages know of claims and sources, handed in."""

    def accused(self, claim: Claim) -> tuple[Belligerent, ...]:
        """Returns the parties a claim holds responsible, as alternatives; none where it names nobody."""

    def speaking(self, source: Source) -> Belligerent:
        """Returns a source as a party."""

    def kind(self, claims: Iterable[Claim]) -> ClaimKind:
        """Returns what most of the claims are about."""


@dataclass(frozen=True)
class Case:
    """A proposition as a scale is shown it: both sides as known on the day asked for, the verdict, the ledger."""

    sourcing: Sourcing
    assessment: Assessment
    ledger: Ledger
    reader: Reader

    @cached_property
    def standing(self) -> tuple[Claim, ...]:
        """The claims for and against it that stand, in the order of the proposition."""
        both = (*self.sourcing.proposition.supporting, *self.sourcing.proposition.opposing)
        known = self.sourcing.claims
        return tuple(known[name] for name in both if name in known and known[name].status is Status.ACTIVE)

    def side_of(self, claims: Iterable[Claim]) -> Side:
        """Returns some of its claims, weighed as if they were all there is on one side."""
        chosen = tuple(claim.id for claim in claims)
        proposition = replace(self.sourcing.proposition, supporting=chosen, opposing=())
        return weigh(proposition, self.sourcing.claims).supporting


@dataclass(frozen=True)
class Row:
    """A label and the rule for it, as ``provenance explain`` prints them.

    ``rule`` is that of the trade; ``here`` says what is looked at for it in claims, where that is something else.
    """

    label: str
    rule: str
    here: str = ""


@dataclass(frozen=True)
class Scale:
    """The labels of one trade.

    ``rows`` stand in the order in which they are tried, or in the order of the published table. ``notes`` say where
    the scale judges what claims cannot show, one sentence each.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    judge: Callable[[Case], ScaleLabel]
