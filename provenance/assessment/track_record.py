"""The track record of a source in one kind of claim, as log-odds whose terms add up.

After ACCU (Dong, Berti-Equille, Srivastava: Integrating conflicting data, VLDB 2009), where a source counts by the
log-odds of its accuracy. The accuracy is the mean of a Beta distribution: a prior for the letter, then every checked
claim in full. All logarithms are natural; 0 means as often right as wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp, log

from provenance.records.assessment import Term
from provenance.records.decisions import Check, ClaimKind, Ledger, Letter, Tally
from provenance.records.source import Source

PRIORS: dict[str, tuple[float, float]] = {
    "A": (9, 1),
    "B": (4, 1),
    "C": (3, 2),
    "D": (2, 3),
    "E": (1, 4),
    "F": (1, 1),
}
"""The Beta prior of each letter, as claims right and wrong: what the letter is worth before anything was checked.

A convention of this program, not measured: 90, 80, 60, 40 and 20 in a hundred, worth five to ten checked claims; F
says nothing either way.
"""

AGREEMENT_WEIGHT = 0.25
"""What one agreement that nobody checked is worth, in checked claims."""

AGREEMENT_CAP = 2.0
"""What all such agreement together is worth at most, in checked claims."""


@dataclass(frozen=True)
class KindRecord:
    """The record of a source in one kind of claim."""

    kind: ClaimKind
    tally: Tally
    agreed: int
    terms: tuple[Term, ...]

    @property
    def likelihood(self) -> str:
        """How likely a claim of this kind is right, in the words of ICD 203."""
        return likelihood_words(probability(total(self.terms)))


@dataclass(frozen=True)
class TrackRecord:
    """A source with the letter in force, and its record by kind of claim; every kind, in the order of the kinds."""

    source: Source
    letters: tuple[Letter, ...]
    checks: tuple[Check, ...]
    kinds: tuple[KindRecord, ...]


def track_record(source: Source, ledger: Ledger, agreed: Mapping[ClaimKind, int] | None = None) -> TrackRecord:
    """Returns the record of a source.

    Args:
        source: The source, with the letter of the registry; a letter of the ledger goes before it.
        ledger: The decisions of people.
        agreed: By kind, in how many propositions another shown origin agrees, checked by nobody.
    """
    lettered = replace(source, reliability=ledger.reliability(source))
    counts = agreed or {}
    kinds = (_kind_record(lettered, ledger, kind, counts.get(kind, 0)) for kind in ClaimKind)
    return TrackRecord(lettered, ledger.letters(source.id), ledger.checks(source.id), tuple(kinds))


def _kind_record(source: Source, ledger: Ledger, kind: ClaimKind, agreed: int) -> KindRecord:
    tally = ledger.tally(source.id, kind)
    return KindRecord(kind, tally, agreed, record_terms(source.reliability.letter, tally, agreed))


def record_terms(letter: str, tally: Tally, agreed: int = 0) -> tuple[Term, ...]:
    """Returns the terms of the log-odds that a claim of this source and kind is right; their sum is the total.

    Args:
        letter: The Admiralty letter of the source.
        tally: What people have checked.
        agreed: How many claims were corroborated by a shown origin of another family and checked by nobody.

    >>> [(term.name, round(term.log_odds, 2)) for term in record_terms("B", Tally(right=4, wrong=1))]
    [('prior of letter B', 1.39), ('4 checked, right', 0.69), ('1 checked, wrong', -0.69)]
    """
    return tuple(_terms(letter, tally, agreed))


def _terms(letter: str, tally: Tally, agreed: int) -> Iterator[Term]:
    right, wrong = PRIORS[letter]
    yield Term(f"prior of letter {letter}", log(right / wrong))
    if tally.right:
        yield Term(f"{tally.right:,} checked, right", log((right + tally.right) / right))
    if tally.wrong:
        yield Term(f"{tally.wrong:,} checked, wrong", -log((wrong + tally.wrong) / wrong))
    if agreed:
        known = right + tally.right
        worth = min(AGREEMENT_CAP, AGREEMENT_WEIGHT * agreed)
        capped = ", capped" if AGREEMENT_WEIGHT * agreed > AGREEMENT_CAP else ""
        yield Term(f"{agreed:,} agreed with, unchecked{capped}", log((known + worth) / known))


def total(terms: tuple[Term, ...]) -> float:
    """Returns the sum of the terms."""
    return sum(term.log_odds for term in terms)


def probability(log_odds: float) -> float:
    """Returns the probability, from 0 to 1, of log-odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds >= 0 else exp(log_odds) / (1 + exp(log_odds))


LIKELIHOODS: tuple[tuple[str, float, float], ...] = (
    ("almost no chance", 0.01, 0.05),
    ("very unlikely", 0.05, 0.20),
    ("unlikely", 0.20, 0.45),
    ("roughly even chance", 0.45, 0.55),
    ("likely", 0.55, 0.80),
    ("very likely", 0.80, 0.95),
    ("almost certain", 0.95, 0.99),
)
"""Words for probabilities: Intelligence Community Directive 203, Analytic Standards (2015), section D.6.e(2)(a).

The directive gives each word both its bounds. Here a probability on a bound takes the word nearer to even, and what
lies beyond the table takes its outermost word.
"""

_EVEN, _CLOSE = 0.5, 1e-9


def likelihood_words(chance: float) -> str:
    """Returns the words of the directive for a probability.

    >>> likelihood_words(0.5), likelihood_words(0.8), likelihood_words(0.81), likelihood_words(0.999)
    ('roughly even chance', 'likely', 'very likely', 'almost certain')
    """
    if chance < _EVEN:
        return next((w for w, low, _ in reversed(LIKELIHOODS) if chance >= low - _CLOSE), LIKELIHOODS[0][0])
    return next((w for w, _, high in LIKELIHOODS if chance <= high + _CLOSE), LIKELIHOODS[-1][0])
