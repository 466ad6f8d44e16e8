"""Investment: beliefs grow with the trust invested in them, faster than in proportion."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs, Given, by_largest
from provenance.truth.methods.investing import earned, invested
from provenance.truth.table import ClaimTable

ROUNDS = 20
GROWTH = 1.2


def investment(table: ClaimTable, given: Given) -> Beliefs:
    """Returns beliefs and trust after ``given.rounds`` rounds, 20 by default.

    In each round the trust is what the claims pay back (``earned``), and ::

        B_i(c) = (sum of T_i(s) / |C_s| over s in S_c) ** 1.2

    Then both are divided by their largest. That changes their scale alone: T_i is of degree 0 in T_(i-1) and of degree
    1 in B_(i-1). B_0 is the share of votes, T_0 is 1.

    Source: Pasternack and Roth, COLING 2010, section 3.2, *Investment*, with the prior B_voted of section 3.1.
    """
    votes = table.rows_of_claim.astype(float)
    belief, trust = votes / table.to_claims(table.per_object(votes)), np.ones(len(table.sources))
    rounds = given.rounds or ROUNDS
    for _ in range(rounds):
        trust = earned(table, trust, belief)
        belief, trust = by_largest(invested(table, trust) ** GROWTH), by_largest(trust)
    return Beliefs(belief, trust, rounds)
