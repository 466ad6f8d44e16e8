"""Sums, which is Hubs and Authorities on sources and claims."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs, Given, by_largest
from provenance.truth.table import ClaimTable

ROUNDS = 20
PRIOR = 0.5


def sums(table: ClaimTable, given: Given) -> Beliefs:
    """Returns beliefs and trust after ``given.rounds`` rounds, 20 by default.

    In each round i, with C_s the claims of source s and S_c the sources of claim c::

        T_i(s) = sum of B_(i-1)(c) over c in C_s
        B_i(c) = sum of T_i(s)     over s in S_c

    Then both are divided by their largest. B_0 is 0.5 for every claim.

    Source: Pasternack and Roth, COLING 2010, section 3.2, *Sums*, with the prior B_fixed of section 3.1; after
    Kleinberg, *Authoritative Sources in a Hyperlinked Environment*, JACM 1999.
    """
    belief, trust = np.full(len(table.claim_object), PRIOR), np.ones(len(table.sources))
    rounds = given.rounds or ROUNDS
    for _ in range(rounds):
        trust = table.per_source(belief)
        belief, trust = by_largest(table.per_claim(trust)), by_largest(trust)
    return Beliefs(belief, trust, rounds)
