"""What Investment and PooledInvestment share: sources invest their trust in their claims and earn from the beliefs."""

from __future__ import annotations

from provenance.truth.methods.contract import ratio
from provenance.truth.table import ClaimTable, Numbers


def invested(table: ClaimTable, trust: Numbers) -> Numbers:
    """Returns per claim what its sources put in, each an equal part of its trust: sum of T(s) / |C_s| over s in S_c."""
    return table.per_claim(trust / table.claims_of_source)


def earned(table: ClaimTable, trust: Numbers, belief: Numbers) -> Numbers:
    """Returns per source what its claims pay back, in proportion to what it put into each.

    With T and B those of the round before::

        T_i(s) = sum over c in C_s of B(c) * (T(s) / |C_s|) / (sum over r in S_c of T(r) / |C_r|)

    A claim in which nothing is left pays nothing; the definition would divide 0 by 0 there.
    """
    return trust / table.claims_of_source * table.per_source(ratio(belief, invested(table, trust)))
