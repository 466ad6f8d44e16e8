"""The table of claims as sparse arrays: who says which value of which object.

Here a *claim* is a value of an object, whoever says it; a *row* is a source saying it. Codes follow the order of the
names, so that neither the order of the rows nor their repetition changes anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class ClaimTable:
    """Rows sorted by object, value and source, each once.

    Attributes:
        sources: Names in order; a source's code is its place here. So with ``objects`` and ``values``.
        objects: What is spoken of.
        values: What is said of any object.
        claim_object: Per claim, its object; ascending.
        claim_value: Per claim, its value; ascending within an object.
        row_source: Per row, its source; ascending within a claim.
        claim_starts: Per claim, its first row; one more entry, the number of rows, stands at the end.
        object_starts: Per object, its first claim; one more entry, the number of claims, stands at the end.
    """

    sources: tuple[str, ...]
    objects: tuple[str, ...]
    values: tuple[str, ...]
    claim_object: Codes
    claim_value: Codes
    row_source: Codes
    claim_starts: Codes
    object_starts: Codes

    @property
    def rows_of_claim(self) -> Codes:
        """How many sources say it, per claim; never 0."""
        return np.diff(self.claim_starts)

    @property
    def claims_of_object(self) -> Codes:
        """How many values were named, per object; never 0."""
        return np.diff(self.object_starts)

    @property
    def claims_of_source(self) -> Codes:
        """How many claims it makes, per source; never 0."""
        return np.bincount(self.row_source, minlength=len(self.sources))

    def per_claim(self, of_source: Numbers) -> Numbers:
        """Returns the sum over the sources of each claim."""
        return np.add.reduceat(of_source[self.row_source], self.claim_starts[:-1])

    def per_source(self, of_claim: Numbers) -> Numbers:
        """Returns the sum over the claims of each source."""
        rows = np.repeat(of_claim, self.rows_of_claim)
        return np.bincount(self.row_source, rows, minlength=len(self.sources)).astype(np.float64, copy=False)

    def per_object(self, of_claim: Numbers) -> Numbers:
        """Returns the sum over the claims of each object."""
        return np.add.reduceat(of_claim, self.object_starts[:-1])

    def to_claims(self, of_object: Numbers) -> Numbers:
        """Returns the number of its object for each claim."""
        return np.repeat(of_object, self.claims_of_object)

    def sources_of(self, claim: int) -> tuple[str, ...]:
        """Returns who says it, by name."""
        rows = self.row_source[self.claim_starts[claim] : self.claim_starts[claim + 1]]
        return tuple(self.sources[source] for source in rows.tolist())

    def doubled(self) -> int:
        """Returns how many times a source names a further value of an object of which it named one."""
        row_object = np.repeat(self.claim_object, self.rows_of_claim)
        pairs = np.sort(row_object * len(self.sources) + self.row_source)
        return int((pairs[1:] == pairs[:-1]).sum())


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """A column of names: ``names`` in order, each once, and per row the place of its name there."""

    names: tuple[str, ...]
    codes: Codes


def picked(names: Sequence[str], codes: Codes) -> list[str]:
    """Returns the name of each code."""
    found: list[str] = np.array(names, dtype=object)[codes].tolist()
    return found


def claim_table(sources: Column, objects: Column, values: Column) -> ClaimTable:
    """Returns the table of rows given by column; at least one row, no cell empty.

    >>> from provenance.truth.table import Column, claim_table
    >>> code = lambda *codes: np.array(codes)
    >>> table = claim_table(Column(("a", "b"), code(1, 0)), Column(("o",), code(0, 0)), Column(("9",), code(0, 0)))
    >>> table.sources_of(0)
    ('a', 'b')
    """
    row_object, row_value, row_source = _sorted_rows(objects, values, sources)
    claim_starts = _starts(row_object, row_value)
    claim_object, claim_value = row_object[claim_starts], row_value[claim_starts]
    return ClaimTable(
        sources=sources.names,
        objects=objects.names,
        values=values.names,
        claim_object=claim_object,
        claim_value=claim_value,
        row_source=row_source,
        claim_starts=np.append(claim_starts, len(row_source)),
        object_starts=np.append(_starts(claim_object), len(claim_object)),
    )


def _sorted_rows(first: Column, second: Column, third: Column) -> tuple[Codes, Codes, Codes]:
    """Returns the rows in order, each once; as one number a row where it fits, since numbers sort fastest."""
    if len(first.names) * len(second.names) * len(third.names) >= 2**63:
        return _lexically_sorted(first, second, third)
    keys = np.sort((first.codes * len(second.names) + second.codes) * len(third.names) + third.codes)
    pairs, last = np.divmod(keys[_starts(keys)], len(third.names))
    return (*np.divmod(pairs, len(second.names)), last)


def _lexically_sorted(first: Column, second: Column, third: Column) -> tuple[Codes, Codes, Codes]:
    order = np.lexsort((third.codes, second.codes, first.codes))
    rows = tuple(column.codes[order] for column in (first, second, third))
    kept = _starts(*rows)
    return rows[0][kept], rows[1][kept], rows[2][kept]


def _starts(*columns: Codes) -> Codes:
    """Returns the places where a row of sorted columns differs from the one before; 0 is always one."""
    new = np.ones(len(columns[0]), dtype=bool)
    new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.flatnonzero(new)
