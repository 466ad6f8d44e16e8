"""Words for likelihood after ICD 203, from the track records of the shown origins."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from provenance.assessment.explain import named
from provenance.assessment.scales.contract import Case, Row, Scale
from provenance.assessment.sourcing import Side
from provenance.assessment.track_record import LIKELIHOODS, likelihood_words, probability, record_terms, total
from provenance.records.assessment import ScaleLabel, Term, Verdict
from provenance.records.decisions import ClaimKind, Tally

HIGHEST_FOR_ONE = log(0.80 / 0.20)
"""The most that one shown origin can bring: the upper bound of "likely"."""


def judge(case: Case) -> ScaleLabel:
    """Returns the word for the sum of the track records, for it and against it; none where nobody has a record."""
    for_it, against = case.sourcing.supporting, case.sourcing.opposing
    if case.assessment.verdict is Verdict.RETRACTED:
        return _unjudged("everything was withdrawn")
    if not for_it.support.shown:
        return _unjudged("no origin is shown")
    kind = case.reader.kind(for_it.claims)
    if not any(_has_record(case, side, node, kind) for side in (for_it, against) for node in side.support.shown):
        return _unjudged(f"no track record in claims of {kind}")
    terms = (*_terms(case, for_it, kind), *(_against(term) for term in _terms(case, against, kind)))
    terms = (*terms, *_held(terms, for_it))
    label = likelihood_words(probability(total(terms)))
    return ScaleLabel("icd203", label, f"Track records of the shown origins in claims of {kind}", terms)


def _unjudged(because: str) -> ScaleLabel:
    return ScaleLabel("icd203", None, f"not judged: {because}")


def _record(case: Case, side: Side, node: str, kind: ClaimKind) -> tuple[str, Tally]:
    """Returns letter and tally of an origin; of the head of its family where it has none of its own."""
    party = side.evidence.parties[node]
    letter, tally = party.reliability.letter, case.ledger.tally(party.id, kind)
    head = case.ledger.letter(party.family)
    if letter == "F" and head is not None:
        letter = head.letter
    return letter, tally if tally != Tally() else case.ledger.tally(party.family, kind)


def _has_record(case: Case, side: Side, node: str, kind: ClaimKind) -> bool:
    return _record(case, side, node, kind) != ("F", Tally())


def _terms(case: Case, side: Side, kind: ClaimKind) -> Iterator[Term]:
    for node in side.support.shown:
        name = named(side.evidence.parties[node])
        for term in record_terms(*_record(case, side, node, kind)):
            yield Term(f"{name}: {term.name}", term.log_odds)


def _against(term: Term) -> Term:
    return Term(f"against it, {term.name}", -term.log_odds)


def _held(terms: tuple[Term, ...], side: Side) -> Iterator[Term]:
    """Yields what is taken off where one origin alone would make it more than likely."""
    beyond = total(terms) - HIGHEST_FOR_ONE
    if side.support.floor <= 1 and beyond > 0:
        yield Term("held at likely, one shown origin", -beyond)


ICD203 = Scale(
    name="icd203",
    title="Words for likelihood, Intelligence Community Directive 203 (2015)",
    rows=tuple(Row(words, f"{low:.0%} to {high:.0%}".replace("%", " %")) for words, low, high in LIKELIHOODS),
    notes=(
        "The sum of the log-odds of the shown origins for it, less those against it; 0 is even, nothing else goes in.",
        "Each origin brings its record in that kind of claim: the prior of its letter, and every checked claim.",
        "No more than likely where one origin is shown (floor 1). On a bound, the word nearer to even.",
        "Not judged without a shown origin, and where no shown origin has a letter or a checked claim.",
        "The sum takes shown origins for independent and the checked claims for typical. It is no measured frequency.",
    ),
    judge=judge,
)
