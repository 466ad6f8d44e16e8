"""What comes first, and how often it is what people found."""

from __future__ import annotations

import pytest
from tables import claims, table_of

from provenance.truth.matching import match_checked
from provenance.truth.methods.contract import Beliefs, Given
from provenance.truth.methods.table import METHODS
from provenance.truth.order import ranked_claims, ranked_sources, sole_best
from provenance.truth.scoring import Score, score
from provenance.truth.table import ClaimTable

THREE = [("a", "o", "x"), ("b", "o", "x"), ("c", "o", "y"), ("a", "p", "x"), ("b", "p", "y"), ("c", "q", "z")]


def scored(method: str, checked: dict[str, str]) -> Score:
    table = table_of(THREE)
    return score(table, METHODS[method], Given(checked=match_checked(table, checked).claims))


def test_values_are_ranked_by_belief_within_their_object_and_by_name_where_tied() -> None:
    table = table_of([("a", "o", "y"), ("b", "o", "y"), ("c", "o", "x"), ("a", "p", "z"), ("b", "p", "x")])
    order = ranked_claims(table, METHODS["voting"](table, Given()))
    assert [claims(table)[place] for place in order.tolist()] == [
        *(("o", "y"), ("o", "x")),
        *(("p", "x"), ("p", "z")),
    ]


def test_an_object_on_which_the_best_are_tied_has_no_sole_best() -> None:
    table = table_of(THREE)
    best = sole_best(table, METHODS["voting"](table, Given())).tolist()
    assert [claims(table)[place] if place >= 0 else None for place in best] == [("o", "x"), None, ("q", "z")]


def test_sources_are_ranked_by_trust_and_by_name_where_tied() -> None:
    table = table_of(THREE)
    found = METHODS["sums"](table, Given())
    assert [table.sources[place] for place in ranked_sources(found).tolist()] == ["a", "b", "c"]


def test_a_score_tells_right_tied_and_unsaid_apart() -> None:
    assert scored("voting", {"o": "x", "p": "x", "q": "w"}) == Score(objects=3, right=1, tied=1, unsaid=1)


def test_an_object_is_never_judged_with_its_own_check() -> None:
    """Told of it, accu would rank y first on o."""
    table = table_of(THREE)
    given = Given(checked=match_checked(table, {"o": "y"}).claims)
    told = sole_best(table, METHODS["accu"](table, given)).tolist()
    assert claims(table)[told[0]] == ("o", "y")
    assert scored("accu", {"o": "y"}) == Score(objects=1, right=0, tied=0, unsaid=0)


def test_the_checks_of_the_other_objects_do_count() -> None:
    """Every method sees them; accu learns from ten of them whom to believe on the eleventh."""
    table = table_of([(s, f"o{n}", s) for s in "ab" for n in range(11)])
    given = Given(checked=match_checked(table, {f"o{n}": "b" for n in range(11)}).claims)
    assert score(table, METHODS["accu"], given).right == 11
    assert score(table, METHODS["voting"], given).right == 0


def test_the_method_is_run_once_per_fifth_of_the_checked_objects() -> None:
    runs = []

    def counting(table: ClaimTable, given: Given) -> Beliefs:
        runs.append(int((given.checked >= 0).sum()))  # type: ignore[operator]
        return METHODS["voting"](table, given)

    table = table_of([("a", f"o{n:02}", "x") for n in range(12)])
    assert (
        score(table, counting, Given(checked=match_checked(table, {f"o{n:02}": "x" for n in range(12)}).claims)).right
        == 12
    )
    assert sorted(runs) == [9, 9, 10, 10, 10]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_can_be_scored(method: str) -> None:
    assert scored(method, {"o": "x"}).objects == 1
