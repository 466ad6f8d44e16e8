"""The values of each object, best first, with who says them; and the sources, with what they are trusted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np

from provenance.truth.matching import Checked
from provenance.truth.methods.contract import UNCHECKED, Beliefs, Given
from provenance.truth.methods.table import METHODS
from provenance.truth.order import ranked_claims, ranked_sources
from provenance.truth.scoring import Score, score
from provenance.truth.table import ClaimTable, Codes, picked

BASELINE = "voting"
"""The method that every other is scored beside."""


class RankedValue(NamedTuple):
    """A value of an object with its belief, and who says it, by name."""

    value: str
    belief: float
    sources: tuple[str, ...]


class RankedObject(NamedTuple):
    """An object with its values, best first; ``checked`` is what people found, if they looked."""

    name: str
    checked: str | None
    values: tuple[RankedValue, ...]


class SourceTerms(NamedTuple):
    """Log-odds that add up to ``total``, those of the accuracy."""

    total: float
    prior: float
    right: float
    wrong: float
    agreement: float


class RankedSource(NamedTuple):
    """A source with its trust.

    ``right`` and ``wrong`` count its claims on checked objects. ``letter`` and ``terms`` are there if the method
    takes letters and takes the trust apart.
    """

    name: str
    trust: float
    claims: int
    right: int
    wrong: int
    letter: str | None
    terms: SourceTerms | None


@dataclass(frozen=True, eq=False, slots=True)
class Ranking:
    """What a method makes of a table.

    Attributes:
        method: Its name.
        scores: By name of the method, how the checked objects come out; the method and the baseline. Empty if no
            object of the table was checked.
    """

    table: ClaimTable
    method: str
    found: Beliefs
    checked: Checked | None
    letters: tuple[str, ...] | None
    scores: dict[str, Score]

    def objects(self) -> Iterator[RankedObject]:
        """Yields the objects by name."""
        table, values = self.table, self._values()
        checked = self.checked.values if self.checked else {}
        for place, (name, count) in enumerate(zip(table.objects, table.claims_of_object.tolist(), strict=True)):
            yield RankedObject(name, checked.get(place), tuple(islice(values, count)))

    def sources(self) -> Iterator[RankedSource]:
        """Yields the sources, the most trusted first."""
        claims, (right, wrong) = self.table.claims_of_source, self._checked_counts()
        for at in ranked_sources(self.found).tolist():
            yield RankedSource(
                name=self.table.sources[at],
                trust=float(self.found.trust[at]),
                claims=int(claims[at]),
                right=right[at],
                wrong=wrong[at],
                letter=(self.letters[at] if self.letters else "F") if self.found.terms else None,
                terms=self._terms(at),
            )

    def _values(self) -> Iterator[RankedValue]:
        """Yields the values of all objects, object by object, the best first."""
        table, order = self.table, ranked_claims(self.table, self.found)
        values = picked(table.values, table.claim_value[order])
        return map(RankedValue._make, zip(values, self.found.belief[order].tolist(), self.said_by(order), strict=True))

    def said_by(self, claims: Codes) -> Iterator[tuple[str, ...]]:
        """Yields the names of the sources of each of the claims."""
        named = tuple(picked(self.table.sources, self.table.row_source))
        starts, ends = self.table.claim_starts[claims].tolist(), self.table.claim_starts[claims + 1].tolist()
        return (named[start:end] for start, end in zip(starts, ends, strict=True))

    def _checked_counts(self) -> tuple[list[int], list[int]]:
        """Returns the claims on checked objects, right and wrong, per source."""
        table = self.table
        if not self.checked:
            return [0] * len(table.sources), [0] * len(table.sources)
        found = np.repeat(self.checked.claims, table.claims_of_object)
        is_right = found == np.arange(len(found))
        both = (is_right, ~is_right & (found != UNCHECKED))
        right, wrong = (table.per_source(part.astype(float)).astype(int).tolist() for part in both)
        return right, wrong

    def _terms(self, at: int) -> SourceTerms | None:
        terms = self.found.terms
        if terms is None:
            return None
        parts = (terms.total, terms.prior, terms.right, terms.wrong, terms.agreement)
        return SourceTerms(*(float(part[at]) for part in parts))


def rank(
    table: ClaimTable,
    method: str,
    *,
    rounds: int | None = None,
    checked: Checked | None = None,
    letters: tuple[str, ...] | None = None,
) -> Ranking:
    """Returns what the method of that name makes of the table; see ``METHODS`` and ``Given``."""
    given = Given(rounds, checked.claims if checked else None, letters)
    names = dict.fromkeys((method, BASELINE)) if checked and checked.values else ()
    scores = {name: score(table, METHODS[name], given) for name in names}
    return Ranking(table, method, METHODS[method](table, given), checked, letters, scores)
