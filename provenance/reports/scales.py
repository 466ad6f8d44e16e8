"""The words of labels of other trades, and of sums of log-odds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.records.assessment import ScaleLabel, Term
from provenance.reports.wording import printable

SCALE_TITLES = {"admiralty": "Admiralty", "airwars": "Airwars", "icd203": "ICD 203"}


def scale_words(label: ScaleLabel) -> str:
    """Returns a label with its rule and terms in a line.

    >>> scale_words(ScaleLabel("airwars", "Weak", "Single source claim: the mayor alone"))
    'Airwars: Weak. Single source claim: the mayor alone'
    """
    said = f"{label.label}. " if label.label else ""
    terms = f": {sum_words(label.terms)}" if label.terms else ""
    return printable(f"{SCALE_TITLES[label.scale]}: {said}{label.rule}{terms}")


def sum_words(terms: Sequence[Term]) -> str:
    """Returns terms as a sum that adds up as printed, in log-odds of two decimals.

    >>> sum_words([Term("prior", 1.386), Term("2 checked, wrong", -1.099)])
    '+1.39 prior, -1.10 2 checked, wrong = +0.29'
    """
    parts = ", ".join(f"{signed(term.log_odds)} {term.name}" for term in terms)
    return f"{parts} = {signed(shown_total(terms))}"


def shown_total(terms: Iterable[Term]) -> float:
    """Returns the sum of the terms as they are printed."""
    return sum(round(term.log_odds, 2) for term in terms)


def signed(number: float) -> str:
    """Returns log-odds with sign and two decimals."""
    return f"{round(number, 2) + 0.0:+.2f}"
