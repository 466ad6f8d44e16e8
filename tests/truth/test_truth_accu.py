"""Accu: what people checked, what they set, and how far agreement alone can go."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import Row, claims, rows, table_of

from provenance.assessment.track_record import PRIORS
from provenance.errors import UnreadableInput
from provenance.truth.matching import match_checked, match_letters
from provenance.truth.methods.accu import MOST_AGREEMENT, accu
from provenance.truth.methods.contract import UNCHECKED, UNSAID, Beliefs, Given
from provenance.truth.table import ClaimTable


def run(table: ClaimTable, checked: dict[str, str] | None = None, letters: dict[str, str] | None = None) -> Beliefs:
    found = match_checked(table, checked).claims if checked else None
    given = match_letters(table, letters, "letters") if letters else None
    return accu(table, Given(checked=found, letters=given))


@settings(max_examples=80, deadline=None)
@given(rows=rows, data=st.data())
def test_a_checked_value_has_belief_1_and_the_others_of_its_object_0(rows: list[Row], data: st.DataObject) -> None:
    _, object_, value = data.draw(st.sampled_from(rows))
    table = table_of(rows)
    found = run(table, {object_: value})
    for (name, said), belief in zip(claims(table), found.belief.tolist(), strict=True):
        if name == object_:
            assert belief == (said == value)


@settings(max_examples=80, deadline=None)
@given(rows=rows, data=st.data())
def test_the_terms_of_a_source_add_up_to_its_log_odds(rows: list[Row], data: st.DataObject) -> None:
    table = table_of(rows)
    checked = {o: v for _, o, v in data.draw(st.lists(st.sampled_from(rows), max_size=5))}
    found = run(table, checked, {"s0": "A", "s1": "E"})
    assert found.terms
    np.testing.assert_allclose(found.terms.total, np.log(found.trust / (1 - found.trust)), atol=1e-9)
    np.testing.assert_allclose(1 / (1 + np.exp(-found.terms.total)), found.trust)


@settings(max_examples=80, deadline=None)
@given(rows=rows, copies=st.integers(1, 30))
def test_agreement_moves_the_odds_only_as_far_as_eight_checked_claims_could(rows: list[Row], copies: int) -> None:
    more = [(source, f"{object_} {copy}", value) for source, object_, value in rows for copy in range(copies)]
    terms = run(table_of(more)).terms
    right, wrong = PRIORS["F"]
    assert terms
    assert (terms.agreement <= np.log((right + MOST_AGREEMENT) / right) + 1e-9).all()
    assert (terms.agreement >= -np.log((wrong + MOST_AGREEMENT) / wrong) - 1e-9).all()


def test_checked_claims_count_in_full() -> None:
    table = table_of([("a", f"o{n}", "x") for n in range(30)] + [("b", f"o{n}", "y") for n in range(30)])
    found = run(table, {f"o{n}": "x" if n < 20 else "y" for n in range(30)})
    right, wrong = PRIORS["F"]
    assert found.trust.tolist() == pytest.approx(
        [(right + 20) / (right + wrong + 30), (right + 10) / (right + wrong + 30)]
    )


def moved(found: Beliefs) -> float:
    """How far agreement moved the accuracy of the first source from what prior and checks say."""
    assert found.terms
    return float(found.trust[0] - 1 / (1 + np.exp(found.terms.agreement - found.terms.total))[0])


def test_the_more_was_checked_the_less_agreement_moves_the_accuracy() -> None:
    rows = [("a", f"o{n}", "x") for n in range(80)] + [(s, f"o{n}", "y") for s in "bcd" for n in range(40)]
    few, many = (run(table_of(rows), {f"o{n}": "x" for n in range(40, 40 + count)}) for count in (2, 40))
    assert moved(few) < moved(many) < 0


def test_one_checked_source_outweighs_two_that_were_found_wrong() -> None:
    rows = [("good", f"o{n}", "x") for n in range(11)] + [
        (s, f"o{n}", "y") for s in ("bad", "worse") for n in range(11)
    ]
    table = table_of(rows)
    checked = run(table, {f"o{n}": "x" for n in range(10)})
    last = dict(zip(claims(table), checked.belief.tolist(), strict=True))
    assert last["o9", "x"] == 1
    assert last["o10", "x"] > 0.9 > 0.1 > last["o10", "y"]


def test_letters_order_the_sources_that_differ_in_nothing_else() -> None:
    table = table_of([(source, f"only {source}", "x") for source in "abcdef"])
    trust = run(table, letters=dict(zip("abcde", "ABCDE", strict=True))).trust
    assert (np.diff(trust[:5]) < 0).all()


def test_a_checked_value_that_nobody_names_makes_all_wrong() -> None:
    table = table_of([("a", "o", "x"), ("b", "p", "x")])
    checked = match_checked(table, {"o": "z", "elsewhere": "x"})
    assert checked.claims.tolist() == [UNSAID, UNCHECKED]
    assert checked.unknown == 1
    assert run(table, {"o": "z"}).belief.tolist()[0] == 0


def test_a_letter_beyond_f_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="letters: gives 'a' the letter 'G'; use A to F"):
        match_letters(table_of([("a", "o", "x")]), {"a": "G"}, "letters")
