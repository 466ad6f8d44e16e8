"""PooledInvestment: what is invested in an object is shared out among its values, the strong ones getting more."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs, Given, by_largest, ratio
from provenance.truth.methods.investing import earned, invested
from provenance.truth.table import ClaimTable

ROUNDS = 20
GROWTH = 1.4


def pooled_investment(table: ClaimTable, given: Given) -> Beliefs:
    """Returns beliefs and trust after ``given.rounds`` rounds, 20 by default.

    In each round the trust is what the claims pay back (``earned``), and with M_c the claims of the object of c ::

        H_i(c) = sum of T_i(s) / |C_s| over s in S_c
        B_i(c) = H_i(c) * H_i(c) ** 1.4 / (sum of H_i(d) ** 1.4 over d in M_c)

    Then both are divided by their largest, which changes their scale alone. B_0 is 1 / |M_c|, T_0 is 1.

    Source: Pasternack and Roth, COLING 2010, section 3.2, *PooledInvestment*, with the prior B_uniform of section 3.1.
    """
    belief, trust = 1 / table.to_claims(table.claims_of_object.astype(float)), np.ones(len(table.sources))
    rounds = given.rounds or ROUNDS
    for _ in range(rounds):
        trust = earned(table, trust, belief)
        held = invested(table, trust)
        grown = held**GROWTH
        shared = held * ratio(grown, table.to_claims(table.per_object(grown)))
        belief, trust = by_largest(shared), by_largest(trust)
    return Beliefs(belief, trust, rounds)
