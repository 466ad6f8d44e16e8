"""The checker accepts every proof and rejects every one that was tampered with."""

from __future__ import annotations

import subprocess
import sys

import pytest

from provenance.assessment.verify import problems, problems_of_proposition

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
    "loops": [],
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
    "shown_chains": [],
    "loops": [],
}


@pytest.mark.parametrize("support", [TWO_WAYS, ONE_WAY])
def test_a_sound_proof_is_accepted(support):
    assert problems(support) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cut": ["source:a"]}, "kappa is 2, not 1"),
        ({"cut": ["source:a", "outlet:y"]}, "source:b is reached past the cut"),
        ({"chains": TWO_WAYS["chains"][:1]}, "there are 1 chains"),
        ({"chains": [["report:1", "source:a"], TWO_WAYS["chains"][1]]}, "no chain from a report to an origin"),
        ({"chains": [["report:1", "outlet:x"], TWO_WAYS["chains"][1]]}, "no chain from a report to an origin"),
        ({"chains": [["outlet:x", "source:a"], TWO_WAYS["chains"][1]]}, "no chain from a report to an origin"),
        ({"chains": [["report:3", "outlet:z", "source:b"], TWO_WAYS["chains"][1]]}, "two chains share a node"),
        ({"edges": TWO_WAYS["edges"][1:]}, "leads to no origin"),
        ({"origins": ["source:a"], "roots": 1}, "leads to no origin"),
        ({"roots": 3}, "roots is 3, not 2"),
        ({"floor": 3}, "floor is 3"),
        ({"floor": 0}, "floor is 0"),
        ({"by_side": {"floor": 3}}, "by side 3"),
        ({"n_eff": 2.1}, "n_eff is 2.1"),
        ({"n_eff": 0.9}, "n_eff is 0.9"),
        ({"shown": ["source:a", "source:c"]}, "a shown node is no origin"),
        ({"shown": ["source:a"]}, "not one chain for each shown origin"),
        ({"shown_chains": TWO_WAYS["chains"][:1]}, "not one chain for each shown origin"),
        ({"choke": ["source:a"]}, "choke is source:a, not empty"),
        ({"reports": 4}, "reports is 4, not 3"),
        ({"kappa": 3}, "kappa is 3"),
        ({"cut": ["source:a", "source:b", "source:b"]}, "cut names a node twice"),
        ({"origins": ["source:a", "source:b", "source:c"], "roots": 3}, "source:c is an origin without a chain"),
        ({"edges": [*TWO_WAYS["edges"], ["outlet:w", "source:a", "stated"]]}, "no report leads to outlet:w"),
    ],
)
def test_a_proof_that_was_tampered_with_is_rejected(change, said):
    assert any(said in line for line in problems(TWO_WAYS | change))


@pytest.mark.parametrize("choke", [["outlet:w"], ["source:a"], [], ["source:a", "outlet:x", "report:1"]])
def test_a_choke_that_is_not_every_node_on_all_chains_in_their_order_is_rejected(choke):
    (line,) = problems(ONE_WAY | {"choke": choke})
    assert line.endswith("not report:1 outlet:x source:a")


def test_problems_name_the_proposition_and_the_side():
    proposition = {"id": "prop:1", "support": ONE_WAY, "opposition": TWO_WAYS | {"reports": 4}}
    assert problems_of_proposition(proposition) == ["prop:1: opposition: reports is 4, not 3"]


@pytest.mark.parametrize(
    ("change", "said"),
    [({"cut": None}, "'NoneType' object is not iterable"), ({"edges": [["report:1"]]}, "not enough values to unpack")],
)
def test_what_is_not_laid_out_as_a_side_is_rejected(change, said):
    (line,) = problems_of_proposition({"id": "prop:1", "support": ONE_WAY | change, "opposition": None})
    assert line.startswith(f"prop:1: cannot be checked: {said}")


def test_a_field_that_was_left_out_is_named():
    support = {name: value for name, value in ONE_WAY.items() if name != "cut"}
    found = problems_of_proposition({"id": "prop:1", "support": support, "opposition": None})
    assert found == ["prop:1: cannot be checked: 'cut' is missing"]


def test_the_checker_shares_no_code_with_what_it_checks():
    """The standard library and the checker itself are all that it loads; so it starts at once, too."""
    code = (
        "import sys; before = set(sys.modules); import provenance.assessment.verify;"
        "print(*(name for name in set(sys.modules) - before if not name.partition('.')[0] in sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    own = ("regroup", "rejudge", "reread", "retrace", "reword", "shape", "verify")
    assert set(done.stdout.split()) == {"provenance", "provenance.assessment"} | {
        f"provenance.assessment.{n}" for n in own
    }
