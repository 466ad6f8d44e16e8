"""Average·Log: the mean belief in a source's claims, times the logarithm of their number."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs, Given, by_largest
from provenance.truth.table import ClaimTable

ROUNDS = 20
PRIOR = 0.5


def average_log(table: ClaimTable, given: Given) -> Beliefs:
    """Returns beliefs and trust after ``given.rounds`` rounds, 20 by default.

    As Sums, but for the trust::

        T_i(s) = log |C_s| * (sum of B_(i-1)(c) over c in C_s) / |C_s|

    So a source with a single claim has no trust at all, and where all are such, every belief is 0.

    Source: Pasternack and Roth, COLING 2010, section 3.2, *Average·Log*, with the prior B_fixed of section 3.1.
    """
    claims = table.claims_of_source
    weight = np.log(claims) / claims
    belief, trust = np.full(len(table.claim_object), PRIOR), np.ones(len(table.sources))
    rounds = given.rounds or ROUNDS
    for _ in range(rounds):
        trust = weight * table.per_source(belief)
        belief, trust = by_largest(table.per_claim(trust)), by_largest(trust)
    return Beliefs(belief, trust, rounds)
