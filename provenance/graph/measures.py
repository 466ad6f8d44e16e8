"""The numbers of one side of a proposition, with their proof (DESIGN, section 3).

Two choices that the table of definitions leaves open:

- A loop of reporting in which nobody is first-hand is one root, and one of its members answers for it: chains end
  there. It is a shown origin only where the loop is one family quoting itself.
- By side, shown origins of one side count once, and those without a side count for none, since what is not known to
  be another side is not counted as one. So 2 means that two named sides agree. It is at least 1, as the floor is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from provenance.graph.bit_sets import Side, answering, is_family, sides_of
from provenance.graph.evidence import Evidence
from provenance.graph.flow import least_cut
from provenance.records.assessment import Support

NOBODY = Support(
    reports=0,
    roots=0,
    kappa=0,
    floor=0,
    n_eff=0.0,
    choke=(),
    origins=(),
    shown=(),
    floor_by_side=0,
    edges=(),
    cut=(),
    chains=(),
    shown_chains=(),
)
"""The numbers of a side that nobody takes."""


def measure(evidence: Evidence) -> Support:
    """Returns the numbers of one side: read off a single chain, else over bit sets."""
    if not evidence.reports:
        return NOBODY
    if line := single_chain(evidence):
        return measure_line(evidence, line)
    return Side(evidence).support()


def single_chain(evidence: Evidence) -> tuple[str, ...]:
    """Returns the nodes of a side that is one chain from one report to one origin; nothing where it is more."""
    if len(evidence.reports) != 1:
        return ()
    givers = {edge.holder: edge.giver for edge in evidence.edges}
    if len(givers) != len(evidence.edges):
        return ()
    line = [evidence.reports[0]]
    while line[-1] in givers and len(line) <= len(givers):
        line.append(givers[line[-1]])
    is_line = line[-1] not in givers and evidence.first_hand <= {line[-1]}
    return tuple(line) if is_line else ()


def measure_line(evidence: Evidence, line: tuple[str, ...]) -> Support:
    """Returns the numbers of one chain: one of each, and every node on it a choke."""
    origin = line[-1]
    is_shown = origin in evidence.speaking
    return Support(
        reports=1,
        roots=1,
        kappa=1,
        floor=1,
        n_eff=1.0,
        choke=line,
        origins=(origin,),
        shown=(origin,) if is_shown else (),
        floor_by_side=1,
        edges=evidence.edges,
        cut=(origin,),
        chains=(line,),
        shown_chains=(line,) if is_shown else (),
    )


def measure_graph(evidence: Evidence) -> Support:
    """Returns the numbers of any side that somebody takes, by networkx: what the faster ways are held against."""
    graph = _Graph(evidence)
    cut, chains = least_cut(graph.pairs, evidence.reports, graph.origins)
    return Support(
        reports=len(evidence.reports),
        roots=len(graph.origins),
        kappa=len(cut),
        floor=max(1, len({evidence.families[node] for node in graph.shown})),
        n_eff=graph.effective_number(),
        choke=graph.choke() if len(cut) == 1 else (),
        origins=graph.origins,
        shown=graph.shown,
        floor_by_side=max(1, len(sides_of(evidence, graph.shown))),
        edges=evidence.edges,
        cut=cut,
        chains=tuple(sorted(graph.restated(chain) for chain in chains)),
        shown_chains=tuple(graph.way_to(node) for node in graph.shown),
        loops=graph.loops,
    )


@dataclass(frozen=True)
class _Graph:
    """The evidence graph with what is derived from it once."""

    evidence: Evidence
    pairs: tuple[tuple[str, str], ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pairs", tuple((edge.holder, edge.giver) for edge in self.evidence.edges))

    @cached_property
    def net(self) -> Any:
        import networkx as nx

        net: Any = nx.DiGraph()
        net.add_nodes_from(sorted({*self.evidence.reports, *(node for pair in self.pairs for node in pair)}))
        net.add_edges_from(self.pairs)
        return net

    @cached_property
    def components(self) -> tuple[frozenset[str], ...]:
        """The strongly connected components."""
        import networkx as nx

        return tuple(sorted(map(frozenset, nx.strongly_connected_components(self.net)), key=min))

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """One node for each terminal component, and every first-hand node."""
        last = (part for part in self.components if all(giver in part for node in part for giver in self.net[node]))
        found = {answering(part) for part in last if not part & self.evidence.first_hand}
        return tuple(sorted(found | (self.evidence.first_hand & set(self.net))))

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The origins that are shown."""
        return tuple(node for node in self.origins if self._is_shown(node))

    @cached_property
    def loops(self) -> tuple[tuple[str, ...], ...]:
        """The components of several families, sorted."""
        return tuple(
            tuple(sorted(part)) for part in self.components if len(part) > 1 and not is_family(self.evidence, part)
        )

    @cached_property
    def _onward(self) -> Mapping[str, frozenset[str]]:
        """The origins that each end of a report leads to."""
        import networkx as nx

        ends = sorted({end for ends in self.evidence.ends.values() for end in ends})
        return {end: frozenset({end, *nx.descendants(self.net, end)} & set(self.origins)) for end in ends}

    def origins_of(self, report: str) -> frozenset[str]:
        """Returns the origins at which the report's own chains end."""
        return frozenset[str]().union(*(self._onward[end] for end in self.evidence.ends[report]))

    def effective_number(self) -> float:
        """Returns the Hill number of order 2 of the shares of the origins (M. O. Hill, Ecology 54, 1973)."""
        shares: Counter[str] = Counter()
        for report in self.evidence.reports:
            origins = self.origins_of(report)
            for node in origins:
                shares[node] += Fraction(1, len(origins))  # type: ignore[assignment]
        total = sum(shares.values())
        return float(1 / sum((Fraction(share) / total) ** 2 for share in shares.values()))

    def choke(self) -> tuple[str, ...]:
        """Returns the nodes on every chain, from the reports inward: the dominators of the origins."""
        import networkx as nx

        rooted = self.net.copy()
        rooted.add_edges_from(("top", report) for report in self.evidence.reports)
        rooted.add_edges_from((origin, "bottom") for origin in self.origins)
        above = nx.immediate_dominators(rooted, "top")
        found: list[str] = []
        node = above["bottom"]
        while node != "top":
            found.append(node)
            node = above[node]
        return tuple(reversed(found))

    def restated(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        """Returns the chain from a report that itself credits its end, where one hangs on the same party."""
        if len(chain) < 2 or chain[-1] in self.origins_of(chain[0]):
            return chain
        beside = (r for r in self.evidence.reports if set(self.net[r]) == {chain[1]} == set(self.net[chain[0]]))
        stating = (report for report in beside if chain[-1] in self.origins_of(report))
        return (next(stating, chain[0]), *chain[1:])

    def way_to(self, origin: str) -> tuple[str, ...]:
        """Returns a shortest chain to an origin, from a report that credits it where one does."""
        import networkx as nx

        leading = nx.single_target_shortest_path(self.net, origin)
        ways = [tuple(leading[report]) for report in self.evidence.reports if report in leading]
        return min(ways, key=lambda way: (origin not in self.origins_of(way[0]), len(way), way))

    def _is_shown(self, origin: str) -> bool:
        if origin in self.evidence.first_hand:
            return True
        part = next(part for part in self.components if origin in part)
        return is_family(self.evidence, part) and bool(part & self.evidence.speaking)
