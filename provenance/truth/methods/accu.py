"""Accu, the default: the accuracy of each source, from its letter, its checked claims and, capped, agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.assessment.track_record import PRIORS
from provenance.truth.methods.contract import UNCHECKED, Beliefs, Given, Terms
from provenance.truth.table import ClaimTable, Numbers

MOST_AGREEMENT = 8.0
"""How many checked claims all agreement that nobody checked may weigh like."""
FALSE_VALUES = 5
"""How many false values an object has at least; more if more were named. The paper takes 100, by which two sources that
agree are all but certain; accounts of one event differ in fewer ways."""
CLOSE = 1e-4
MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class _Counts:
    """Claims right and wrong, per source."""

    right: Numbers
    wrong: Numbers

    def __add__(self, other: _Counts) -> _Counts:
        return _Counts(self.right + other.right, self.wrong + other.wrong)

    @property
    def odds(self) -> Numbers:
        return np.log(self.right / self.wrong)

    @property
    def accuracy(self) -> Numbers:
        return self.right / (self.right + self.wrong)


def accu(table: ClaimTable, given: Given) -> Beliefs:
    """Returns the probability of each claim and the accuracy of each source, under the model below.

    *Model.* An object has one true value and n false ones, equally likely. A source names the true one with its
    accuracy A(s), independently of the others, so that ::

        C(c) = sum over s in S_c of ln(n * A(s) / (1 - A(s)))
        P(c) = exp(C(c)) / sum over the n + 1 values of the object, named or not, of exp(C)

    where a value that nobody names has C = 0. n is 5, or the number of named values less one if that is more.

    *Accuracy.* A(s) is right / (right + wrong), counted from three things: the prior of its letter, the same as in
    ``provenance sources record``, that of F without one; its claims on checked objects, in full; and its other claims,
    each right by P and wrong by 1 - P, but all of them together like 8 checked claims at most. What nobody checked can
    so move a source only as far as 8 checks could.

    A checked value has belief 1 and the others of its object 0. It ends when no accuracy moves by more than 0.0001,
    after 20 rounds, or after ``given.rounds``.

    *Not modelled:* copying. Sources that copy each other count as if they did not; give a family of outlets one name.

    Source: Dong, Berti-Equille and Srivastava, *Integrating Conflicting Data: The Role of Source Dependence*, VLDB
    2009, section 4, without the detection of dependence. There A(s) is the mean of P; prior, checks and cap are ours.
    """
    return accu_with(table, given)


def accu_with(
    table: ClaimTable,
    given: Given,
    *,
    priors: Mapping[str, tuple[float, float]] = PRIORS,
    most_agreement: float = MOST_AGREEMENT,
    false_values: int = FALSE_VALUES,
) -> Beliefs:
    """Returns what ``accu`` returns, under other numbers; a vanishing prior and no cap give the published A(s)."""
    prior = _prior(table, given, priors)
    checked, is_open = _checked_counts(table, given)
    known = prior + checked
    open_claims = table.per_source(is_open.astype(float))
    counts, belief, rounds = known, np.zeros(0), 0
    for rounds in range(1, (given.rounds or MOST_ROUNDS) + 1):  # noqa: B007
        before = counts.accuracy
        belief = _certain(table, given, _probability(table, counts.odds, false_values))
        counts = known + _agreement(table, belief * is_open, open_claims, most_agreement)
        if given.rounds is None and np.abs(counts.accuracy - before).max() < CLOSE:
            break
    return Beliefs(belief, counts.accuracy, rounds, _terms(prior, checked, counts))


def _prior(table: ClaimTable, given: Given, priors: Mapping[str, tuple[float, float]]) -> _Counts:
    letters = given.letters or ("F",) * len(table.sources)
    both = np.array([priors[letter] for letter in letters])
    return _Counts(both[:, 0], both[:, 1])


def _checked_counts(table: ClaimTable, given: Given) -> tuple[_Counts, NDArray[np.bool_]]:
    """Returns the checked claims of each source, and which claims are on objects that nobody checked."""
    if given.checked is None:
        none = np.zeros(len(table.sources))
        return _Counts(none, none), np.ones(len(table.claim_object), dtype=bool)
    found = np.repeat(given.checked, table.claims_of_object)
    is_open = found == UNCHECKED
    is_right = found == np.arange(len(found))
    return _Counts(table.per_source(1.0 * is_right), table.per_source(1.0 * ~(is_right | is_open))), is_open


def _probability(table: ClaimTable, odds: Numbers, false_values: int) -> Numbers:
    """Returns P of each claim, from the log-odds of the accuracies."""
    named = table.claims_of_object
    false = np.maximum(named - 1, false_values)
    score = table.per_claim(odds) + table.rows_of_claim * table.to_claims(np.log(false))
    unnamed = false + 1 - named
    best = np.maximum.reduceat(score, table.object_starts[:-1])
    best = np.where(unnamed > 0, np.maximum(best, 0), best)
    weight = np.exp(score - table.to_claims(best))
    return weight / table.to_claims(table.per_object(weight) + unnamed * np.exp(-best))


def _certain(table: ClaimTable, given: Given, belief: Numbers) -> Numbers:
    """Returns the beliefs with those on checked objects set to 1 and 0."""
    if given.checked is None:
        return belief
    found = np.repeat(given.checked, table.claims_of_object)
    return np.where(found == UNCHECKED, belief, found == np.arange(len(found)))


def _agreement(table: ClaimTable, belief: Numbers, claims: Numbers, most: float) -> _Counts:
    """Returns the open claims, right and wrong as far as they are believed, weighing like ``most`` claims at most."""
    right = np.minimum(table.per_source(belief), claims)
    weight = np.divide(np.minimum(claims, most), claims, out=np.zeros_like(claims), where=claims > 0)
    return _Counts(weight * right, weight * (claims - right))


def _terms(prior: _Counts, checked: _Counts, counts: _Counts) -> Terms:
    known = prior + checked
    return Terms(
        prior=prior.odds,
        right=np.log(known.right / prior.right),
        wrong=np.log(prior.wrong / known.wrong),
        agreement=counts.odds - known.odds,
    )
