"""The arithmetic of track records: terms add up, and the words are those of the directive."""

from __future__ import annotations

from datetime import date
from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.assessment.track_record import (
    LIKELIHOODS,
    PRIORS,
    likelihood_words,
    probability,
    record_terms,
    total,
    track_record,
)
from provenance.records.decisions import Check, ClaimKind, Decided, Ledger, Letter, Tally
from provenance.records.source import Reliability, Source

LETTERS = st.sampled_from(sorted(PRIORS))
COUNTS = st.integers(0, 10_000)
BY = Decided("A. Ruiz", date(2026, 1, 31), "checked against two hospitals")


@given(LETTERS, COUNTS, COUNTS)
def test_the_terms_of_checked_claims_add_up_to_the_log_odds_of_the_posterior_mean(letter, right, wrong):
    prior_right, prior_wrong = PRIORS[letter]
    mean = (prior_right + right) / (prior_right + prior_wrong + right + wrong)
    assert isclose(total(record_terms(letter, Tally(right, wrong))), log(mean / (1 - mean)), abs_tol=1e-9)


@given(LETTERS, COUNTS, COUNTS, COUNTS)
def test_unchecked_agreement_never_weighs_more_than_two_checked_claims(letter, right, wrong, agreed):
    without, with_it = (total(record_terms(letter, Tally(right, wrong), n)) for n in (0, agreed))
    two_more = total(record_terms(letter, Tally(right + 2, wrong)))
    assert without - 1e-9 <= with_it <= two_more + 1e-9


@given(LETTERS, COUNTS, COUNTS)
def test_a_right_claim_raises_and_a_wrong_one_lowers(letter, right, wrong):
    here = total(record_terms(letter, Tally(right, wrong)))
    assert (
        total(record_terms(letter, Tally(right + 1, wrong)))
        > here
        > total(record_terms(letter, Tally(right, wrong + 1)))
    )


def test_a_better_letter_is_never_worth_less():
    worth = [total(record_terms(letter, Tally())) for letter in "ABCDE"]
    assert worth == sorted(worth, reverse=True)


def test_the_letter_f_says_nothing_either_way():
    assert total(record_terms("F", Tally())) == 0


@given(st.floats(-700, 700))
def test_a_probability_is_one_and_turns_around_with_the_sign(log_odds):
    assert 0 <= probability(log_odds) <= 1
    assert isclose(probability(log_odds) + probability(-log_odds), 1)


@pytest.mark.parametrize(("words", "low", "high"), LIKELIHOODS)
def test_every_word_of_the_directive_stands_between_its_bounds(words, low, high):
    assert likelihood_words((low + high) / 2) == words


def test_a_bound_takes_the_word_nearer_to_even():
    found = [likelihood_words(bound) for bound in (0.05, 0.2, 0.45, 0.55, 0.8, 0.95)]
    assert found == ["very unlikely", "unlikely", *["roughly even chance"] * 2, "likely", "very likely"]


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_words_never_fall_when_the_probability_rises(one, other):
    order = [words for words, _, _ in LIKELIHOODS]
    low, high = sorted((one, other))
    assert order.index(likelihood_words(low)) <= order.index(likelihood_words(high))


def test_the_record_keeps_kinds_apart_and_takes_the_letter_of_the_ledger():
    source = Source("source:sohr", "SOHR", reliability=Reliability("E"))
    entries = (
        Letter(source.id, source.name, "B", BY),
        Check(source.id, source.name, "claim:1", ClaimKind.CASUALTIES, True, BY),
        Check(source.id, source.name, "claim:2", ClaimKind.TERRITORY, False, BY),
    )
    record = track_record(source, Ledger(entries), {ClaimKind.STATEMENT: 3})
    assert (record.source.reliability.letter, record.source.reliability.set_by) == ("B", "A. Ruiz")
    known = {kind.kind: (kind.tally.right, kind.tally.wrong, kind.agreed) for kind in record.kinds}
    assert known == {
        ClaimKind.CASUALTIES: (1, 0, 0),
        ClaimKind.RESPONSIBILITY: (0, 0, 0),
        ClaimKind.TERRITORY: (0, 1, 0),
        ClaimKind.STATEMENT: (0, 0, 3),
    }
    assert [kind.likelihood for kind in record.kinds] == ["very likely", "likely", "likely", "very likely"]
