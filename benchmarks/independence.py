"""Independence numbers with proof: propositions of 20 reports per second of CPU, beside networkx on the same graphs.

    python benchmarks/independence.py [--propositions N] [--reports N] [--seed N] [--networkx N]

Each graph has outlets that cite agencies, agencies that cite named sources, copies of other reports, and families.
Both give the same numbers; the fast way is used wherever no reports run in a loop.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence

from provenance.graph.evidence import Evidence
from provenance.graph.measures import measure, measure_graph
from provenance.records.assessment import Edge, EdgeKind, Support
from provenance.records.source import Source, SourceKind

KINDS = (SourceKind.MONITOR, SourceKind.GOVERNMENT, SourceKind.ANONYMOUS_PLURAL, SourceKind.PERSON)


def evidence(reports: int, chance: random.Random) -> Evidence:
    """Returns a graph: each report hangs on an outlet, or copies another; outlets cite agencies or sources."""
    sources = [f"source:{n}" for n in range(chance.randint(2, 8))]
    agencies = [f"source:agency-{n}" for n in range(chance.randint(1, 3))]
    links: dict[tuple[str, str], EdgeKind] = {}
    ends: dict[str, frozenset[str]] = {}
    for n in range(reports):
        report, outlet = f"report:{n:03}", f"outlet:{chance.randrange(reports):03}"
        links[report, outlet] = EdgeKind.STATED
        end = chance.choice(sources)
        if n and chance.random() < 0.2:
            links[outlet, f"report:{chance.randrange(n):03}"] = EdgeKind.NEAR_COPY
        if chance.random() < 0.4:
            agency = chance.choice(agencies)
            links[outlet, agency] = links[agency, end] = EdgeKind.STATED
        else:
            links[outlet, end] = EdgeKind.STATED
        ends[report] = frozenset({end})
    nodes = sorted({node for pair in links for node in pair if not node.startswith("report:")})
    parties = {node: Source(node, node, chance.choice(KINDS)) for node in nodes}
    speaking = frozenset(n for n in nodes if n.startswith("source:") and not parties[n].kind.is_nameless)
    return Evidence(
        reports=tuple(sorted(ends)),
        edges=tuple(sorted(Edge(*pair, kind) for pair, kind in links.items())),
        ends=ends,
        parties=parties,
        families={node: node for node in nodes},
        speaking=speaking,
    )


def per_second(graphs: Sequence[Evidence], measured: Callable[[Evidence], Support]) -> float:
    """Returns how many graphs are measured in a second of CPU."""
    begun = time.process_time()
    for graph in graphs:
        measured(graph)
    return len(graphs) / (time.process_time() - begun)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--propositions", type=int, default=4000)
    options.add_argument("--reports", type=int, default=20)
    options.add_argument("--networkx", type=int, default=200, help="how many of them networkx measures too")
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    chance = random.Random(given.seed)
    graphs = [evidence(given.reports, chance) for _ in range(given.propositions)]
    loops = sum(bool(measure(graph).loops) for graph in graphs)
    same = sum(_numbers(measure(graph)) == _numbers(measure_graph(graph)) for graph in graphs[: given.networkx])
    ours, theirs = per_second(graphs, measure), per_second(graphs[: given.networkx], measure_graph)
    nodes = sum(len(graph.parties) + len(graph.reports) for graph in graphs) / len(graphs)
    size = f"{given.propositions} propositions of {given.reports} reports, {nodes:.0f} nodes on average"
    print(f"{size}, {loops} with loops")
    print(f"ours     {ours:8.0f} a second of CPU")
    print(f"networkx {theirs:8.0f} a second of CPU, ours {ours / theirs:.1f} times as many")
    print(f"the same numbers in {same} of {min(given.networkx, len(graphs))}")


def _numbers(support: Support) -> tuple[object, ...]:
    return (support.roots, support.kappa, support.floor, support.n_eff, support.choke, support.cut, support.shown)


if __name__ == "__main__":
    main()
