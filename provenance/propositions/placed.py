"""What putting claims on sides and relating them needs to know of each, whether its proposition was given or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from provenance.propositions.amounts import Amount
from provenance.records.claim import Claim

Place = tuple[date, str, int, str]
"""Where a claim stands among all: its day of publication, its document, its place in it, its id."""


class Placed(Protocol):
    """A claim with its place among the others read; everything beyond may be worked out when it is asked for."""

    @property
    def claim(self) -> Claim:
        """The claim."""

    @property
    def order(self) -> int:
        """Its place, which decides what came first."""

    @property
    def affirms(self) -> bool:
        """Whether it puts its content forward."""

    @property
    def negated(self) -> bool:
        """Whether the wording of its content is negative."""

    @property
    def document(self) -> str:
        """The id of the document."""

    @property
    def origin(self) -> str:
        """The id of the origin's family."""

    @property
    def wording(self) -> tuple[str, ...]:
        """The words of the content in lower case."""

    @property
    def counts(self) -> tuple[Amount, ...]:
        """The amounts that number something as a whole."""


def place_of(claim: Claim) -> Place:
    """Returns where a claim stands among all; what has no date stands last."""
    spans = claim.content.spans
    document = claim.document
    return document.published or date.max, document.path or document.id, spans[0].start if spans else 0, claim.id


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Returns the claims by their places, each id once: the same whatever the order given."""
    return list({claim.id: claim for claim in sorted(claims, key=place_of)}.values())
