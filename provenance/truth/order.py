"""What comes first: the values of an object, the sources."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs
from provenance.truth.table import ClaimTable, Codes, Numbers

DIGITS = 9
"""Beliefs that agree to so many digits, as shares of the best of their object, are tied."""


def ranked_claims(table: ClaimTable, found: Beliefs) -> Codes:
    """Returns all claims by object, the best of each object first; tied ones by the name of the value."""
    return np.lexsort((-_share_of_best(table, found), table.claim_object))


def ranked_sources(found: Beliefs) -> Codes:
    """Returns all sources, the most trusted first; tied ones by name."""
    return np.argsort(-np.round(found.trust, DIGITS), kind="stable")


def sole_best(table: ClaimTable, found: Beliefs) -> Codes:
    """Returns the best claim of each object, -1 where several are tied."""
    is_best = _share_of_best(table, found) >= 1
    count = np.add.reduceat(is_best.astype(np.int64), table.object_starts[:-1])
    first = np.full(len(table.objects), -1, dtype=np.int64)
    first[table.claim_object[is_best]] = np.flatnonzero(is_best)
    return np.where(count == 1, first, -1)


def _share_of_best(table: ClaimTable, found: Beliefs) -> Numbers:
    """Returns beliefs as shares of the best of the object, rounded; 1 where all are 0."""
    best = table.to_claims(np.maximum.reduceat(found.belief, table.object_starts[:-1]))
    share: Numbers = np.divide(found.belief, best, out=np.ones_like(best), where=best > 0)
    return share.round(DIGITS)
