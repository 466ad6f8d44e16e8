"""The checker accepts every proof and rejects every one that was tampered with."""

from __future__ import annotations

import pytest

from provenance.assessment.verify import problems, problems_of_proposition, problems_of_report

TWO_WAYS = {
    "reports": 3,
    "roots": 2,
    "kappa": 2,
    "floor": 2,
    "n_eff": 1.8,
    "choke": [],
    "origins": ["source:a", "source:b"],
    "shown": ["source:a", "source:b"],
    "by_side": {"floor": 1},
    "edges": [
        ["outlet:x", "source:a", "stated"],
        ["outlet:y", "source:b", "stated"],
        ["outlet:z", "source:b", "stated"],
        ["report:1", "outlet:x", "stated"],
        ["report:2", "outlet:y", "stated"],
        ["report:3", "outlet:z", "stated"],
    ],
    "cut": ["source:a", "source:b"],
    "chains": [["report:1", "outlet:x", "source:a"], ["report:2", "outlet:y", "source:b"]],
    "shown_chains": [["report:1", "outlet:x", "source:a"], ["report:2", "outlet:y", "source:b"]],
}
ONE_WAY = {
    "reports": 1,
    "roots": 1,
    "kappa": 1,
    "floor": 1,
    "n_eff": 1,
    "choke": ["report:1", "outlet:x", "source:a"],
    "origins": ["source:a"],
    "shown": [],
    "by_side": {"floor": 1},
    "edges": [["outlet:x", "source:a", "stated"], ["report:1", "outlet:x", "stated"]],
    "cut": ["source:a"],
    "chains": [["report:1", "outlet:x", "source:a"]],
}


@pytest.mark.parametrize("support", [TWO_WAYS, ONE_WAY])
def test_a_sound_proof_is_accepted(support):
    assert problems(support) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cut": ["source:a"]}, "the cut has 1 nodes"),
        ({"cut": ["source:a", "outlet:y"]}, "source:b is reached past the cut"),
        ({"chains": TWO_WAYS["chains"][:1]}, "there are 1 chains"),
        ({"chains": [["report:1", "source:a"], TWO_WAYS["chains"][1]]}, "no chain from a report to an origin"),
        ({"chains": [["report:1", "outlet:x"], TWO_WAYS["chains"][1]]}, "no chain from a report to an origin"),
        ({"chains": [["outlet:x", "source:a"], TWO_WAYS["chains"][1]]}, "no chain from a report to an origin"),
        ({"chains": [["report:3", "outlet:z", "source:b"], TWO_WAYS["chains"][1]]}, "two chains share a node"),
        ({"edges": TWO_WAYS["edges"][1:]}, "leads to no origin"),
        ({"origins": ["source:a"], "roots": 1}, "leads to no origin"),
        ({"roots": 3}, "3 roots, but 2 origins"),
        ({"floor": 3}, "floor is 3"),
        ({"shown": ["source:a", "source:c"]}, "source:c is shown"),
        ({"choke": ["source:a"]}, "a choke, but kappa is 2"),
        ({"reports": 4}, "3 reports in the edges"),
        ({"kappa": 3}, "kappa is 3"),
    ],
)
def test_a_proof_that_was_tampered_with_is_rejected(change, said):
    assert any(said in line for line in problems(TWO_WAYS | change))


def test_a_choke_that_can_be_passed_by_is_rejected():
    assert problems(ONE_WAY | {"choke": ["outlet:w"]}) == ["outlet:w is no choke"]


def test_problems_name_the_proposition_and_the_side():
    proposition = {"id": "prop:1", "support": ONE_WAY, "opposition": TWO_WAYS | {"reports": 4}}
    expected = ["prop:1: opposition: 3 reports in the edges"]
    assert problems_of_proposition(proposition) == expected
    assert problems_of_report({"propositions": [proposition, proposition | {"opposition": None}]}) == expected
