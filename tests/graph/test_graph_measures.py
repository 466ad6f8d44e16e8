"""The numbers of small graphs against brute force over all sets of nodes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from brute import evidence_at_random, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.graph.evidence import Evidence
from provenance.graph.measures import measure, measure_graph, single_chain
from provenance.records.assessment import Edge
from provenance.records.source import Source, SourceKind


def evidence():
    """Graphs of up to eight nodes, with loops, families and first-hand parties."""
    return st.randoms(use_true_random=False).map(evidence_at_random)


@settings(max_examples=2000, deadline=None)
@given(evidence())
def test_every_number_is_that_of_brute_force(evidence):
    assert wrong(evidence, measure(evidence)) == []


@settings(max_examples=200, deadline=None)
@given(evidence())
def test_every_number_that_networkx_gives_is_that_of_brute_force(evidence):
    assert wrong(evidence, measure_graph(evidence)) == []


@settings(max_examples=100, deadline=None)
@given(evidence())
def test_brute_force_finds_every_number_that_is_wrong(evidence):
    support = measure(evidence)
    for name in ("reports", "kappa", "roots", "floor", "floor_by_side", "n_eff"):
        assert wrong(evidence, replace(support, **{name: getattr(support, name) + 1})) == [name]
    for name in ("origins", "shown", "choke", "loops"):
        other = (("source:0", "source:invented"),) if name == "loops" else ("source:invented",)
        assert wrong(evidence, replace(support, **{name: getattr(support, name) + other})) == [name]


@settings(max_examples=200, deadline=None)
@given(evidence())
def test_chains_are_disjoint_walks_from_a_report_to_an_origin(evidence):
    support = measure(evidence)
    steps = {(edge.holder, edge.giver) for edge in evidence.edges}
    passed = [node for chain in support.chains for node in chain]
    assert len(support.chains) == len(support.cut) == support.kappa
    assert len(passed) == len(set(passed))
    for chain in (*support.chains, *support.shown_chains):
        assert chain[0] in evidence.reports
        assert chain[-1] in support.origins
        assert set(pairwise(chain)) <= steps
    assert tuple(chain[-1] for chain in support.shown_chains) == support.shown


@settings(max_examples=300, deadline=None)
@given(evidence())
def test_a_single_chain_has_the_same_numbers_read_off_as_computed(evidence):
    """One graph in eight is a single chain; the others must agree but for which of several proofs is given."""
    mine, theirs = measure(evidence), measure_graph(evidence)
    if not single_chain(evidence):
        mine, theirs = (replace(found, chains=(), shown_chains=()) for found in (mine, theirs))
    assert mine == theirs


@given(st.integers(1, 6), st.sampled_from(SourceKind), st.booleans())
def test_a_line_of_any_length_has_the_same_numbers_read_off_as_computed(length, kind, first_hand):
    line = ("report:0", *(f"source:{n}" for n in range(length)))
    made = Evidence(
        reports=("report:0",),
        edges=tuple(Edge(*pair) for pair in pairwise(line)),
        ends={"report:0": frozenset({line[-1]})},
        parties={node: Source(node, node, kind) for node in line[1:]},
        families={node: node for node in line[1:]},
        speaking=frozenset({line[-1]}) if first_hand or kind is SourceKind.MONITOR else frozenset(),
        first_hand=frozenset({line[-1]}) if first_hand else frozenset(),
    )
    assert single_chain(made) == line
    assert measure(made) == measure_graph(made)


@pytest.mark.parametrize("size", [2, 3, 6])
def test_a_loop_of_reporting_is_at_most_one_origin_and_is_listed(size):
    ring = [f"source:{n}" for n in range(size)]
    made = Evidence(
        reports=tuple(f"report:{n}" for n in range(size)),
        edges=tuple(
            sorted(Edge(a, b) for n in range(size) for a, b in ((f"report:{n}", ring[n]), (ring[n], ring[n - 1])))
        ),
        ends={f"report:{n}": frozenset({ring[n]}) for n in range(size)},
        parties={node: Source(node, node, SourceKind.MONITOR) for node in ring},
        families={node: node for node in ring},
        speaking=frozenset(ring),
    )
    support = measure(made)
    assert (support.roots, support.kappa, support.floor, support.n_eff) == (1, 1, 1, 1.0)
    assert support.shown == ()
    assert support.loops == (tuple(ring),)
