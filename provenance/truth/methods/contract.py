"""What a method of ranking values takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from provenance.truth.table import ClaimTable, Codes, Numbers

UNCHECKED, UNSAID = -1, -2
"""In place of the checked claim of an object: nobody checked it; what was found is none of the values named."""


@dataclass(frozen=True, eq=False, slots=True)
class Given:
    """What a method is given beside the table; each takes of it what its definition knows.

    Attributes:
        rounds: How many rounds to go, or at most if the method ends by itself; None leaves it to the method.
        checked: Per object, the claim that people found to hold, else ``UNCHECKED`` or ``UNSAID``; None if nobody
            checked any.
        letters: Per source its Admiralty letter, A to F; None if none was set.
    """

    rounds: int | None = None
    checked: Codes | None = None
    letters: tuple[str, ...] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Terms:
    """Why a source is trusted, per source: log-odds that add up to those of its accuracy."""

    prior: Numbers
    right: Numbers
    wrong: Numbers
    agreement: Numbers

    @property
    def total(self) -> Numbers:
        """The log-odds of the accuracy."""
        return self.prior + self.right + self.wrong + self.agreement


@dataclass(frozen=True, eq=False, slots=True)
class Beliefs:
    """What a method says: ranks within an object mean something, numbers of different methods do not compare.

    Attributes:
        belief: Per claim, from 0 to 1.
        trust: Per source, from 0 to 1.
        rounds: How many rounds it went.
        terms: The trust taken apart, by a method that can.
    """

    belief: Numbers
    trust: Numbers
    rounds: int
    terms: Terms | None = None


Method = Callable[[ClaimTable, Given], Beliefs]


def by_largest(numbers: Numbers) -> Numbers:
    """Returns the numbers divided by the largest, or as they are if that is 0.

    >>> by_largest(np.array([1.0, 4.0])).tolist()
    [0.25, 1.0]
    """
    largest = numbers.max()
    return numbers / largest if largest > 0 else numbers


def ratio(numbers: Numbers, to: Numbers) -> Numbers:
    """Returns the quotients; 0 where the divisor is 0."""
    return np.divide(numbers, to, out=np.zeros_like(to), where=to != 0)
