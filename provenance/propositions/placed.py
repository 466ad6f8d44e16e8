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


def may_precede(one: Placed, other: Placed) -> bool:
    """Tells whether nothing says that a claim came after another: its place in their document, else both their days.

    Claims read in without places stand in no order within a document.
    """
    if one.document == other.document:
        told = one.claim.content.spans and other.claim.content.spans
        return not told or one.order < other.order
    days = one.claim.document.published, other.claim.document.published
    return not (days[0] and days[1]) or days[0] <= days[1]


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Returns the claims by their places, each id once: the same whatever the order given."""
    return list({claim.id: claim for claim in sorted(claims, key=place_of)}.values())


def sort_key(place: Place) -> bytes:
    """Returns bytes that sort as places do.

    >>> places = [(date.max, "", 0, ""), (date.min, "a", 5, "y"), (date.min, "a", 5, "x"), (date.min, "a.b", 0, "")]
    >>> sorted(places) == sorted(places, key=sort_key)
    True
    """
    day, document, at, name = place
    numbers = day.toordinal().to_bytes(4, "big"), min(at, 2**64 - 1).to_bytes(8, "big")
    return numbers[0] + _sorting(document) + numbers[1] + _sorting(name)


def _sorting(text: str) -> bytes:
    """Returns the text in UTF-8, whose order is that of code points, with an end that sorts before everything."""
    return text.encode("utf-8", "surrogatepass").replace(b"\0", b"\0\xff") + b"\0\0"
