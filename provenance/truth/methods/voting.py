"""Voting: the share of an object's sources that name a value."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs, Given
from provenance.truth.table import ClaimTable


def voting(table: ClaimTable, given: Given) -> Beliefs:
    r"""Returns for each claim c its share of the votes on its object, :math:`|S_c| / \sum_{d \in M_c} |S_d|`.

    S_c are the sources of c, M_c the claims of its object. All sources are trusted alike, 1. There are no rounds.

    Source: the prior B\ :sub:`voted` of Pasternack and Roth, *Knowing What to Believe (when you already know
    something)*, COLING 2010, section 3.1.
    """
    votes = table.rows_of_claim.astype(float)
    return Beliefs(votes / table.to_claims(table.per_object(votes)), np.ones(len(table.sources)), 0)
