"""TruthFinder: a value is as sure as it is unlikely that all its sources err."""

from __future__ import annotations

import numpy as np

from provenance.truth.methods.contract import Beliefs, Given
from provenance.truth.table import ClaimTable, Numbers

FIRST_TRUST = 0.9
DAMPENING = 0.3
CLOSE = 1e-5
MOST_ROUNDS = 100


def truthfinder(table: ClaimTable, given: Given) -> Beliefs:
    """Returns beliefs (the confidence of facts) and trust when the trust settles, or after ``given.rounds`` rounds.

    In each round, with t the trust of the round before, at first 0.9::

        tau(s)   = -ln(1 - t(s))
        sigma(c) = sum of tau(s) over s in S_c
        B(c)     = 1 / (1 + exp(-0.3 * sigma(c)))
        t(s)     = mean of B(c) over c in C_s

    It ends when 1 less the cosine of the trust before and after is below 0.001 %. The paper adds to sigma what
    similar values of the object contribute, weighted by rho = 0.5; values are words here, alike or not, so that
    nothing is added. Trust that comes to 1 in floating point makes what the source says certain.

    Source: Yin, Han and Yu, *Truth Discovery with Multiple Conflicting Information Providers on the Web*, IEEE TKDE
    2008, section 4, with its values of gamma, delta and the first trust.
    """
    trust, claims, rounds = np.full(len(table.sources), FIRST_TRUST), table.claims_of_source, 0
    belief = np.zeros(len(table.claim_object))
    for rounds in range(1, (given.rounds or MOST_ROUNDS) + 1):  # noqa: B007
        before = trust
        belief = 1 / (1 + np.exp(-DAMPENING * table.per_claim(_score(before))))
        trust = np.minimum(table.per_source(belief) / claims, 1)
        if given.rounds is None and _distance(before, trust) < CLOSE:
            break
    return Beliefs(belief, trust, rounds)


def _score(trust: Numbers) -> Numbers:
    with np.errstate(divide="ignore"):
        return -np.log1p(-trust)


def _distance(before: Numbers, after: Numbers) -> float:
    cosine = before @ after / (np.linalg.norm(before) * np.linalg.norm(after))
    return float(1 - cosine)
