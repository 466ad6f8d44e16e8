"""The methods: hand-worked examples, their published definitions written out densely, and what holds for all."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tables import Row, claims, rows, table_of

from provenance.truth.methods.accu import accu_with
from provenance.truth.methods.contract import Beliefs, Given
from provenance.truth.methods.table import METHODS
from provenance.truth.table import ClaimTable

TWO = [("s1", "o1", "x"), ("s1", "o2", "y"), ("s2", "o1", "x")]
"""Two sources; both say x of o1, the first alone says y of o2."""


def beliefs(method: str, table: ClaimTable, rounds: int | None) -> dict[tuple[str, str], float]:
    return dict(zip(claims(table), METHODS[method](table, Given(rounds)).belief.tolist(), strict=True))


# -------------------------------------------------------------------------------------------------- worked by hand

BY_HAND = [
    ("voting", 1, [1, 1], [1, 1]),
    ("sums", 1, [1, 2 / 3], [1, 0.5]),
    ("sums", 2, [1, 5 / 8], [1, 0.6]),
    ("average-log", 1, [1, 1], [1, 0]),
    ("investment", 1, [1, 0.5**1.2], [1, 0.5]),
    ("pooled-investment", 1, [1, 0.5], [1, 0.5]),
    ("truthfinder", 1, [1 / (1 + 0.1**0.6), 1 / (1 + 0.1**0.3)], [0.7326897, 1 / (1 + 0.1**0.6)]),
]


@pytest.mark.parametrize(("method", "rounds", "belief", "trust"), BY_HAND)
def test_a_method_gives_what_its_definition_gives_by_hand(
    method: str, rounds: int, belief: list[float], trust: list[float]
) -> None:
    found = METHODS[method](table_of(TWO), Given(rounds))
    assert found.belief.tolist() == pytest.approx(belief, abs=1e-7)
    assert found.trust.tolist() == pytest.approx(trust, abs=1e-7)


def test_voting_is_the_share_of_the_votes_on_the_object() -> None:
    table = table_of([("a", "o", "x"), ("b", "o", "x"), ("c", "o", "y"), ("c", "p", "y")])
    assert beliefs("voting", table, None) == pytest.approx({("o", "x"): 2 / 3, ("o", "y"): 1 / 3, ("p", "y"): 1})


def test_accu_weighs_votes_by_the_odds_of_accuracy_against_five_false_values() -> None:
    table = table_of([("a", "o", "x"), ("b", "o", "x"), ("c", "o", "y")])
    total = 5**2 + 5 + 4
    assert beliefs("accu", table, 1) == pytest.approx({("o", "x"): 25 / total, ("o", "y"): 5 / total})


def test_accu_believes_a_lone_claim_as_far_as_its_source_is_accurate() -> None:
    assert beliefs("accu", table_of([("a", "o", "x")]), 1) == pytest.approx({("o", "x"): 0.5})


def test_average_log_trusts_nobody_where_every_source_says_one_thing() -> None:
    found = METHODS["average-log"](table_of([("a", "o", "x"), ("b", "o", "y")]), Given())
    assert (found.belief.tolist(), found.trust.tolist()) == ([0, 0], [0, 0])


def test_truthfinder_ends_when_trust_settles() -> None:
    assert METHODS["truthfinder"](table_of(TWO), Given()).rounds < 20


def test_truthfinder_is_certain_where_trust_comes_to_1_in_floating_point() -> None:
    table = table_of([(f"s{number}", "o", "x") for number in range(200)])
    assert METHODS["truthfinder"](table, Given(5)).belief.tolist() == [1]


# --------------------------------------------------------------------------------- the definitions, written densely


def dense(table: ClaimTable) -> tuple[np.ndarray, np.ndarray]:
    """Who makes which claim, and which claims are on one object."""
    says = np.zeros((len(table.sources), len(table.claim_object)))
    for claim in range(says.shape[1]):
        says[[table.sources.index(name) for name in table.sources_of(claim)], claim] = 1
    return says, (table.claim_object[:, None] == table.claim_object[None, :]).astype(float)


def dense_sums(says: np.ndarray, same: np.ndarray, rounds: int) -> np.ndarray:
    belief = np.full(says.shape[1], 0.5)
    for _ in range(rounds):
        belief = says.T @ (says @ belief)
        belief = belief / belief.max()
    return belief


def dense_average_log(says: np.ndarray, same: np.ndarray, rounds: int) -> np.ndarray:
    belief, count = np.full(says.shape[1], 0.5), says.sum(axis=1)
    for _ in range(rounds):
        belief = says.T @ (np.log(count) * (says @ belief) / count)
        belief = belief / (belief.max() or 1)
    return belief


def dense_investment(says: np.ndarray, same: np.ndarray, rounds: int, *, pooled: bool = False) -> np.ndarray:
    votes, count = says.sum(axis=0), says.sum(axis=1)
    belief, trust = (1 / same.sum(axis=1) if pooled else votes / (same @ votes)), np.ones(len(says))
    for _ in range(rounds):
        stake = says * (trust / count)[:, None]
        trust = (stake / stake.sum(axis=0) * belief).sum(axis=1)
        held = says.T @ (trust / count)
        belief = held * held**1.4 / (same @ held**1.4) if pooled else held**1.2
        belief, trust = belief / belief.max(), trust / trust.max()
    return belief


def dense_truthfinder(says: np.ndarray, same: np.ndarray, rounds: int) -> np.ndarray:
    belief, trust = np.zeros(says.shape[1]), np.full(len(says), 0.9)
    for _ in range(rounds):
        belief = 1 / (1 + np.exp(-0.3 * (says.T @ -np.log(1 - trust))))
        trust = says @ belief / says.sum(axis=1)
    return belief


def dense_accu(says: np.ndarray, same: np.ndarray, rounds: int) -> np.ndarray:
    """As published: the accuracy, at first 0.8, is the mean probability of the claims; 10 false values."""
    accuracy, named = np.full(len(says), 0.8), same.sum(axis=1)
    probability = np.zeros(says.shape[1])
    for _ in range(rounds):
        score = says.T @ np.log(10 * accuracy / (1 - accuracy))
        probability = np.exp(score) / (same @ np.exp(score) + 11 - named)
        accuracy = says @ probability / says.sum(axis=1)
    return probability


DENSE: dict[str, Callable[[np.ndarray, np.ndarray, int], np.ndarray]] = {
    "sums": dense_sums,
    "average-log": dense_average_log,
    "investment": dense_investment,
    "pooled-investment": lambda says, same, rounds: dense_investment(says, same, rounds, pooled=True),
    "truthfinder": dense_truthfinder,
}


@settings(max_examples=60, deadline=None)
@given(rows=rows, rounds=st.integers(1, 6), method=st.sampled_from(sorted(DENSE)))
def test_a_method_equals_its_published_definition(rows: list[Row], rounds: int, method: str) -> None:
    table = table_of(rows)
    expected = DENSE[method](*dense(table), rounds)
    np.testing.assert_allclose(METHODS[method](table, Given(rounds)).belief, expected, rtol=1e-9, atol=1e-12)


@settings(max_examples=60, deadline=None)
@given(rows=rows, rounds=st.integers(1, 5))
def test_accu_without_prior_and_cap_equals_the_published_definition(rows: list[Row], rounds: int) -> None:
    table = table_of(rows)
    with np.errstate(all="ignore"):
        expected = dense_accu(*dense(table), rounds)
    assume(np.isfinite(expected).all())
    found = accu_with(
        table, Given(rounds), priors={"F": (8e-9, 2e-9)}, most_agreement=float("inf"), false_values=10
    ).belief
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-9)


# ------------------------------------------------------------------------------------------------- what all must keep


def same(left: Beliefs, right: Beliefs) -> bool:
    return left.belief.tolist() == right.belief.tolist() and left.trust.tolist() == right.trust.tolist()


@settings(max_examples=80, deadline=None)
@given(data=st.data(), rows=rows, method=st.sampled_from(sorted(METHODS)))
def test_the_order_and_repetition_of_rows_change_nothing(data: st.DataObject, rows: list[Row], method: str) -> None:
    other = data.draw(st.permutations(rows + data.draw(st.lists(st.sampled_from(rows), max_size=5))))
    assert same(METHODS[method](table_of(rows), Given()), METHODS[method](table_of(other), Given()))


@settings(max_examples=80, deadline=None)
@given(rows=rows, method=st.sampled_from(sorted(METHODS)))
def test_other_names_of_the_sources_change_nothing(rows: list[Row], method: str) -> None:
    renamed = [(f"r{9 - int(source[1:])}", object_, value) for source, object_, value in rows]
    before, after = METHODS[method](table_of(rows), Given(8)), METHODS[method](table_of(renamed), Given(8))
    np.testing.assert_allclose(before.belief, after.belief, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(before.trust, after.trust[::-1], rtol=1e-9, atol=1e-12)


@settings(max_examples=80, deadline=None)
@given(rows=rows, method=st.sampled_from(sorted(METHODS)), rounds=st.none() | st.integers(1, 60))
def test_belief_and_trust_are_numbers_from_0_to_1(rows: list[Row], method: str, rounds: int | None) -> None:
    found = METHODS[method](table_of(rows), Given(rounds))
    for numbers in (found.belief, found.trust):
        assert np.isfinite(numbers).all()
        assert ((numbers >= 0) & (numbers <= 1)).all()


@settings(max_examples=60, deadline=None)
@given(rows=rows, method=st.sampled_from(["accu", "voting"]))
def test_beliefs_in_the_values_of_an_object_add_up_to_at_most_1(rows: list[Row], method: str) -> None:
    table = table_of(rows)
    assert (table.per_object(METHODS[method](table, Given()).belief) <= 1 + 1e-9).all()


@pytest.mark.parametrize("method", METHODS)
def test_a_value_that_more_sources_name_is_believed_more(method: str) -> None:
    table = table_of([(s, "o", v) for s, v in zip("abcd", "xxxy", strict=True)] + [(s, "p", "z") for s in "abcd"])
    found = beliefs(method, table, None)
    assert found["o", "x"] > found["o", "y"]


@pytest.mark.parametrize("method", METHODS)
def test_one_object_with_ten_thousand_values_takes_no_pairs_of_values(method: str) -> None:
    import tracemalloc

    table = table_of([(f"s{number}", "o", f"v{number}") for number in range(10_000)])
    tracemalloc.start()
    METHODS[method](table, Given())
    assert tracemalloc.get_traced_memory()[1] < 20e6
    tracemalloc.stop()
