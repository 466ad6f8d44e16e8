"""How often a method ranks first what people found to hold, without having been told."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from provenance.truth.methods.contract import UNCHECKED, UNSAID, Given, Method
from provenance.truth.order import sole_best
from provenance.truth.table import ClaimTable, Codes

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the checked objects.

    Attributes:
        objects: How many were checked and are in the table.
        right: The checked value alone ranks first.
        tied: Several values rank first.
        unsaid: No source names the checked value; such an object is never right.
    """

    objects: int
    right: int
    tied: int
    unsaid: int


def score(table: ClaimTable, method: Method, given: Given) -> Score:
    """Returns how the checked objects come out, a fifth of them at a time, while the checks of that fifth are hidden.

    So no object is judged with its own check. Objects are dealt out in turn, in the order of their names.
    """
    assert given.checked is not None
    checked = np.flatnonzero(given.checked != UNCHECKED)
    first = np.concatenate([_first(table, method, given, checked[fold::FOLDS]) for fold in range(FOLDS)])
    meant = given.checked[np.concatenate([checked[fold::FOLDS] for fold in range(FOLDS)])]
    return Score(
        objects=len(checked),
        right=int((first == meant).sum()),
        tied=int((first == -1).sum()),
        unsaid=int((meant == UNSAID).sum()),
    )


def _first(table: ClaimTable, method: Method, given: Given, hidden: Codes) -> Codes:
    """Returns the claims that rank first on the hidden objects."""
    assert given.checked is not None
    if not len(hidden):
        return hidden
    shown = given.checked.copy()
    shown[hidden] = UNCHECKED
    return sole_best(table, method(table, replace(given, checked=shown)))[hidden]
