"""The numbers of small graphs against brute force over all sets of nodes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.graph.evidence import Evidence
from provenance.graph.measures import measure, measure_graph, single_chain
from provenance.records.assessment import Edge
from provenance.records.source import Source, SourceKind

KINDS = (SourceKind.MONITOR, SourceKind.OUTLET, SourceKind.ANONYMOUS)


@st.composite
def evidence(draw):
    """Up to three reports on up to five parties, with any edges between parties, loops included."""
    reports = [f"report:{n}" for n in range(draw(st.integers(1, 3)))]
    nodes = [f"source:{n}" for n in range(draw(st.integers(1, 7 - len(reports))))]
    wired = draw(st.sets(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda p: p[0] != p[1])))
    hung = {(report, draw(st.sampled_from(nodes))) for report in reports}
    pairs = kept(hung | wired, reports)
    present = sorted({node for pair in pairs for node in pair} - set(reports))
    parties = {
        n: Source(n, n, draw(st.sampled_from(KINDS)), side=draw(st.sampled_from("ab") | st.none())) for n in present
    }
    first_hand = draw(st.frozensets(st.sampled_from(present), max_size=2))
    return Evidence(
        reports=tuple(reports),
        edges=tuple(sorted(Edge(*pair) for pair in pairs)),
        ends={r: frozenset({draw(st.sampled_from(sorted(after(r, pairs) - {r})))}) for r in reports},
        parties=parties,
        families={node: node for node in present},
        speaking=frozenset(n for n in present if parties[n].kind is SourceKind.MONITOR) | first_hand,
        first_hand=first_hand,
    )


def after(node, pairs, gone=frozenset()):
    """Everything that a node leads to, itself included."""
    found = {node} - gone
    while new := {b for a, b in pairs if a in found} - found - gone:
        found |= new
    return found


def kept(pairs, reports):
    reached = set().union(*(after(report, pairs) for report in reports))
    return {pair for pair in pairs if pair[0] in reached}


def pairs_of(evidence):
    return {(edge.holder, edge.giver) for edge in evidence.edges}


def nodes_of(evidence):
    return sorted({*evidence.reports, *(node for pair in pairs_of(evidence) for node in pair)})


def terminal_parts(evidence):
    pairs = pairs_of(evidence)
    parts = {frozenset(b for b in after(a, pairs) if a in after(b, pairs)) for a in nodes_of(evidence)}
    return [part for part in parts if all(after(node, pairs) <= part for node in part)]


def brute_kappa(evidence):
    """The least set of nodes without which no report leads to a first-hand node or to all of a terminal component."""
    pairs, parts = pairs_of(evidence), [part for part in terminal_parts(evidence) if not part & evidence.first_hand]
    answering = [max(part) for part in parts]

    def holds(gone):
        left = set().union(*(after(report, pairs, gone) for report in evidence.reports))
        return bool(left & (evidence.first_hand | set(answering)))

    nodes = nodes_of(evidence)
    return next(k for k in range(len(nodes) + 1) if any(not holds(set(g)) for g in combinations(nodes, k)))


@settings(max_examples=300, deadline=None)
@given(evidence())
def test_kappa_is_the_least_cut_and_roots_are_terminal_components_with_first_hand_nodes(evidence):
    parts = terminal_parts(evidence)
    support = measure(evidence)
    assert support.kappa == brute_kappa(evidence)
    assert support.roots == sum(not part & evidence.first_hand for part in parts) + len(evidence.first_hand)


@settings(max_examples=300, deadline=None)
@given(evidence())
def test_the_floor_counts_monitors_that_cite_nobody_and_first_hand_nodes(evidence):
    alone = {min(part) for part in terminal_parts(evidence) if len(part) == 1}
    shown = {node for node in alone if evidence.parties[node].kind is SourceKind.MONITOR} | evidence.first_hand
    sides = {evidence.parties[node].side for node in shown} - {None}
    support = measure(evidence)
    assert set(support.shown) == shown
    assert support.floor == max(1, len(shown)) <= max(1, support.roots)
    assert support.floor_by_side == max(1, len(sides))


@settings(max_examples=300, deadline=None)
@given(evidence())
def test_the_effective_number_splits_each_report_equally_among_its_origins(evidence):
    pairs = pairs_of(evidence)
    parts = [part for part in terminal_parts(evidence) if not part & evidence.first_hand]
    roots = [*parts, *(frozenset({node}) for node in evidence.first_hand)]
    share = dict.fromkeys(roots, Fraction(0))
    for report in evidence.reports:
        (end,) = evidence.ends[report]
        mine = [root for root in roots if root & after(end, pairs)]
        for root in mine:
            share[root] += Fraction(1, len(mine) * len(evidence.reports))
    assert measure(evidence).n_eff == float(1 / sum(part * part for part in share.values()))


@settings(max_examples=200, deadline=None)
@given(evidence())
def test_the_choke_holds_the_nodes_without_any_one_of_which_nothing_is_left(evidence):
    support = measure(evidence)
    pairs = pairs_of(evidence)

    def falls(node):
        left = set().union(*(after(report, pairs, {node}) for report in evidence.reports))
        return not left & set(support.origins)

    assert set(support.choke) == {node for node in nodes_of(evidence) if falls(node)}
    assert bool(support.choke) == (support.kappa == 1)


@settings(max_examples=200, deadline=None)
@given(evidence())
def test_chains_are_disjoint_walks_from_a_report_to_an_origin(evidence):
    support = measure(evidence)
    steps = pairs_of(evidence)
    passed = [node for chain in support.chains for node in chain]
    assert len(support.chains) == len(support.cut) == support.kappa
    assert len(passed) == len(set(passed))
    for chain in (*support.chains, *support.shown_chains):
        assert chain[0] in evidence.reports
        assert chain[-1] in support.origins
        assert set(pairwise(chain)) <= steps
    assert tuple(chain[-1] for chain in support.shown_chains) == support.shown


@settings(max_examples=2000, deadline=None)
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
