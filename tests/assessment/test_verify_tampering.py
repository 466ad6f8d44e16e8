"""The checker accepts every report, and rejects it once anything but its sentences was tampered with.

What may be changed without harm is exactly this: another least cut, other disjoint chains and other chains to the shown
origins are as good as those given, if they hold in the same graph. Whether they do is asked of networkx here.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path

import handmade
import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from worlds import PEOPLE, as_report, worlds

from provenance.assessment.assess import assess
from provenance.assessment.retrace import Facts
from provenance.assessment.shape import PROPOSITION, faults
from provenance.assessment.verify import problems_of_proposition, problems_of_report
from provenance.exports.report_json import report_object
from provenance.propositions.group import group
from provenance.records.assessment import Verdict
from provenance.records.claim import Hedging, Manner, Stance, Status
from provenance.records.report import Report
from provenance.workflow import read_report

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/expected/claims.jsonl"))
WITNESSES = {"cut", "chains", "shown_chains"}
CHECKED = ("verdict", "support", "opposition", "flags", "admiralty")


def variants(value):
    """Everything that one small change makes of a value of JSON."""
    match value:
        case dict():
            yield from ({**value, key: other} for key, found in value.items() for other in variants(found))
            yield from ({other: value[other] for other in value if other != key} for key in value)
        case list():
            for place, found in enumerate(value):
                yield [*value[:place], *value[place + 1 :]]
                yield [*value, found]
                yield from ([*value[:place], other, *value[place + 1 :]] for other in variants(found))
            yield [*value, "source:invented"]
            yield [*value, ["report:invented", "source:invented"]]
        case int() | float():
            yield from (value + 1, value - 1, value + 0.01)
        case str():
            yield from (value + "-else", "")
        case None:
            yield from (1, "else", [])


def swapped(support):
    """A side with one node standing for another somewhere in its lists."""
    nodes = sorted({node for step in support["edges"] for node in step[:2]})
    for name in ("cut", "origins", "shown", "choke", "chains", "shown_chains", "loops", "edges"):
        for place, found in enumerate(support[name]):
            for node in nodes:
                rows = (
                    [[*found[:i], node, *found[i + 1 :]] for i in range(len(found))]
                    if isinstance(found, list)
                    else [node]
                )
                yield from (
                    {**support, name: [*support[name][:place], row, *support[name][place + 1 :]]} for row in rows
                )
        yield from ({**support, name: [*support[name], node]} for node in nodes)


def tampered(proposition):
    """The proposition with one thing changed, everything that is checked in turn."""
    for name in CHECKED:
        yield from ({**proposition, name: other} for other in variants(proposition[name]))
    for name in ("support", "opposition"):
        yield from ({**proposition, name: other} for other in (swapped(proposition[name]) if proposition[name] else ()))
    yield from ({**proposition, "verdict": other.value} for other in Verdict if other != proposition["verdict"])
    yield {**proposition, "support": proposition["opposition"], "opposition": proposition["support"]}
    yield {**proposition, "opposition": proposition["support"]}


def is_as_good(proposition, original):
    """Tells whether a proposition says the same, and its proofs hold, if with other cuts and chains."""
    mine, theirs = ([p[name] for name in CHECKED] for p in (proposition, original))
    if mine == theirs:
        return True
    if [_plain(value) for value in mine] != [_plain(value) for value in theirs]:
        return False
    return all(proposition[side] is None or proofs_hold(proposition[side]) for side in ("support", "opposition"))


def _plain(value):
    return {k: v for k, v in value.items() if k not in WITNESSES} if isinstance(value, dict) else value


def proofs_hold(support):
    if not support.keys() >= WITNESSES or not all(isinstance(node, str) for node in support["cut"]):
        return False
    net = nx.DiGraph([step[:2] for step in support["edges"]])
    net.add_edges_from([("top", node) for node in net.nodes if node.startswith("report:")])
    cut, chains, shown = (support[name] for name in ("cut", "chains", "shown_chains"))
    if not all(isinstance(chain, list) and chain and nx.is_path(net, ["top", *chain]) for chain in (*chains, *shown)):
        return False
    left = nx.restricted_view(net, set(cut) & set(net), [])
    return (
        len(cut) == len(set(cut)) == len(chains) == support["kappa"]
        and all(chain[-1] in support["origins"] for chain in chains)
        and len(set().union(*chains)) == sum(map(len, chains))
        and sorted(chain[-1] for chain in shown) == sorted(support["shown"])
        and not any(node in left and nx.has_path(left, "top", node) for node in support["origins"])
    )


def problems_of_judgement(report):
    """What is wrong with the numbers and verdicts of a report, whether or not its claims could stand as they do."""
    facts = Facts(report)
    rows = report["propositions"]
    return [line for row in rows for line in [*faults(row, PROPOSITION)] or problems_of_proposition(row, facts)]


def reject_all_tampered(report):
    for original in report["propositions"]:
        for proposition in tampered(original):
            accepted = not problems_of_judgement({**report, "propositions": [proposition]})
            assert accepted == is_as_good(proposition, original), (original, proposition)


@settings(max_examples=300, deadline=None)
@given(worlds())
def test_every_judgement_is_accepted(world):
    assert problems_of_judgement(as_report(*world)) == []


@settings(max_examples=40, deadline=None)
@given(worlds(largest=5))
def test_every_tampered_judgement_is_rejected(world):
    reject_all_tampered(as_report(*world))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parts[-3])
def test_the_reports_on_the_examples_are_accepted_and_rejected_once_tampered_with(path):
    report = report_object(read_report([str(path)]))
    assert problems_of_report(report) == []
    reject_all_tampered(report)


def test_a_report_on_claims_made_by_hand_is_accepted_and_rejected_once_tampered_with():
    claims, propositions = group(handmade.CLAIMS)
    by_id = {claim.id: claim for claim in claims}
    assessments = tuple(assess(proposition, by_id) for proposition in propositions)
    sources = {source.id: source for claim in claims for source in (claim.source.source, *claim.chain)}
    read = (handmade.HARBOUR, handmade.ISLAND)
    report = report_object(Report(date(2021, 3, 6), read, tuple(sources.values()), claims, assessments))
    assert problems_of_report(report) == []
    reject_all_tampered(report)


def with_another_fact(draw, proposition, made, as_of):
    """The same world with one fact changed: something in a claim, a relation, a side, or the day."""
    place = draw(st.integers(0, len(made) - 1))
    claim = replace(made[place], given_id=made[place].id)
    others = {
        "chain": (PEOPLE[0], PEOPLE[6]),
        "status": Status.RETRACTED,
        "stance": Stance.ACKNOWLEDGES,
        "hedging": Hedging.POSSIBLE,
        "own_evidence": not claim.own_evidence,
        "manner": Manner.VOICE,
        "responsible": "Monitor",
        "document": replace(claim.document, publisher="Another", published=date(2021, 3, 1)),
    }
    what = draw(st.sampled_from([*others, "relations", "sides", "as_of"]))
    if what in others:
        claim = replace(claim, **{what: others[what]})
        return proposition, [*made[:place], claim, *made[place + 1 :]], as_of
    if what == "as_of":
        return proposition, made, None if as_of else date(2021, 3, 2)
    if what == "sides":
        return replace(proposition, supporting=proposition.opposing, opposing=proposition.supporting), made, as_of
    return replace(proposition, relations=proposition.relations[1:]), made, as_of


@settings(max_examples=500, deadline=None)
@given(worlds(), st.data())
def test_a_proof_of_other_facts_is_rejected_unless_it_proves_these_too(world, data):
    theirs, mine = as_report(*world), as_report(*with_another_fact(data.draw, *world))
    (original,), (other,) = theirs["propositions"], mine["propositions"]
    mixed = {**mine, "propositions": [{**other, **{name: original[name] for name in CHECKED}}]}
    assert (not problems_of_judgement(mixed)) == is_as_good(original, other)


@settings(max_examples=300, deadline=None)
@given(worlds(), st.sampled_from(["kind", "family", "side", "id", "name"]), st.data())
def test_a_source_that_the_list_tells_otherwise_is_found(world, field, data):
    report = as_report(*world)
    place = data.draw(st.integers(0, len(report["sources"]) - 1))
    sources = deepcopy(report["sources"])
    sources[place][field] = {"kind": "imagery", "family": "source:x", "side": "east"}.get(field, "source:x")
    assume(sources != report["sources"])
    assert problems_of_report({**report, "sources": sources}) != []


@settings(max_examples=200, deadline=None)
@given(worlds(), st.data())
def test_a_claim_left_out_of_the_report_is_found(world, data):
    report = as_report(*world)
    place = data.draw(st.integers(0, len(report["claims"]) - 1))
    claims = [*report["claims"][:place], *report["claims"][place + 1 :]]
    assert problems_of_report({**report, "claims": claims}) != []
