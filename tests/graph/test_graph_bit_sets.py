"""The fast numbers are those of networkx, and their proofs hold."""

from __future__ import annotations

from hypothesis import given, settings
from test_graph_measures import evidence

from provenance.assessment.verify import problems
from provenance.exports.report_json import support_object
from provenance.graph.bit_sets import Side
from provenance.graph.measures import measure_graph

NUMBERS = (
    "reports", "roots", "kappa", "floor", "n_eff", "choke", "origins", "shown", "floor_by_side", "edges", "cut",
    "loops",
)  # fmt: skip


@settings(max_examples=2000, deadline=None)
@given(evidence())
def test_bit_sets_and_networkx_give_the_same_numbers(evidence):
    mine, theirs = Side(evidence).support(), measure_graph(evidence)
    assert {name: getattr(mine, name) for name in NUMBERS} == {name: getattr(theirs, name) for name in NUMBERS}
    assert problems(support_object(mine)) == []
    assert [way[-1] for way in mine.shown_chains] == list(mine.shown)
    assert {len(way) for way in mine.shown_chains} == {len(way) for way in theirs.shown_chains}
