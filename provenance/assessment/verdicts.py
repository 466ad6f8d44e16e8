"""The verdict table (DESIGN, section 3): the first row that fits is the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from provenance.assessment.sourcing import Sourcing
from provenance.records.assessment import Verdict
from provenance.records.claim import Stance
from provenance.records.source import SourceKind

NOBODY_CREDITED = frozenset({SourceKind.PUBLISHER, SourceKind.UNNAMED})
"""Kinds of origin that leave a claim unattributed: a publisher's voice, "reportedly"."""


@dataclass(frozen=True)
class Row:
    """A verdict and when it fits."""

    verdict: Verdict
    fits: Callable[[Sourcing], bool]
    rule: str


def decide(sourcing: Sourcing) -> Row:
    """Returns the first row that fits."""
    return next(row for row in ROWS if row.fits(sourcing))


def is_withdrawn(sourcing: Sourcing) -> bool:
    """Tells whether claims for it were read, and none of them stands."""
    if sourcing.supporting.claims:
        return False
    read = [sourcing.claims[name] for name in sourcing.proposition.supporting if name in sourcing.claims]
    return any(claim.stance is not Stance.OPEN for claim in read)


def is_contested(sourcing: Sourcing) -> bool:
    """Tells whether an origin for it and one against it are of different families."""
    return any(a != b for a in sourcing.supporting.families for b in sourcing.opposing.families)


def is_corroborated(sourcing: Sourcing) -> bool:
    """Tells whether two origins are shown."""
    return sourcing.supporting.support.floor >= 2


def is_unattributed(sourcing: Sourcing) -> bool:
    """Tells whether nobody is credited for it, and nobody is first-hand."""
    side = sourcing.supporting
    return not side.evidence.first_hand and all(origin.kind in NOBODY_CREDITED for origin in side.origins)


def is_single_sourced(sourcing: Sourcing) -> bool:
    """Tells whether everything has one root."""
    return sourcing.supporting.support.roots == 1


ROWS = (
    Row(
        Verdict.RETRACTED,
        is_withdrawn,
        "every supporting claim was withdrawn or replaced, or only a withdrawal was read",
    ),
    Row(
        Verdict.CONTESTED,
        is_contested,
        "an origin of another family denies what an origin asserts, or holds an incompatible value",
    ),
    Row(Verdict.CORROBORATED, is_corroborated, "at least two shown origins of different families (floor >= 2)"),
    Row(
        Verdict.UNATTRIBUTED,
        is_unattributed,
        "every origin is a publisher's voice or unnamed, and none is first-hand",
    ),
    Row(Verdict.SINGLE_SOURCED, is_single_sourced, "one root, however many outlets (roots = 1)"),
    Row(
        Verdict.APPARENTLY_CORROBORATED,
        lambda sourcing: True,
        "several roots, but no two of them are shown to be independent (roots >= 2, floor <= 1)",
    ),
)
"""The table, in order. A proposition that nobody puts forward has no origin, so it is unattributed."""
