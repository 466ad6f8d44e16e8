"""One side of an evidence graph as branches: from each origin outward, through those who relay it, to the reports."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.records.assessment import Edge, EdgeKind, Support
from provenance.reports.nodes import Nodes

Holders = Mapping[str, Sequence[Edge]]
"""By node, the edges of those who have it from there."""

_COPY = EdgeKind.NEAR_COPY


@dataclass(frozen=True)
class Rest:
    """What is left out of a branch: how many parties, and the reports behind them."""

    parties: int = 0
    reports: int = 0


@dataclass(frozen=True)
class Branch:
    """A node with those who have it from there."""

    node: str
    kind: EdgeKind | None = None
    """How it has it from the node before; None for an origin."""
    onward: tuple[Branch, ...] = ()
    rest: Rest | None = None
    closes: bool = False
    """Whether it stands further up on this very branch: a loop."""
    elsewhere: bool = False
    """Whether its branches are drawn elsewhere."""


@dataclass(frozen=True)
class Growth:
    """The branches of one side."""

    branches: tuple[Branch, ...]
    copies_left_out: int
    """Near-copy steps that are not drawn, between nodes that stand on other branches already."""


def grow(support: Support, nodes: Nodes, *, most: int | None, deepest: int) -> Growth:
    """Returns a branch for each origin, shown ones and those with most reports first.

    Every report is drawn once, below whom it credits; an outlet below each of those whom its reports credit, and every
    other node as near to an origin as it stands. A further step to a node is drawn as a mention, unless it is a
    near-copy: copies of one wire are copies of each other, too.

    Args:
        support: The side, with its edges.
        nodes: What is known of the nodes; gives the order of reports.
        most: How many of those who have it from one node are drawn; None for all.
        deepest: How many steps from an origin are drawn.
    """
    holders = _holders(support, nodes)
    origins = sorted(support.origins, key=lambda node: (node not in support.shown, nodes.name(node), node))
    placed = _placed(origins, holders)
    grower = _Grower(holders, placed, _homes(holders, placed, nodes), nodes, most, deepest)
    grown = [grower.branch(origin, None, ()) for origin in origins]
    size = {origin: -grower.behind((origin,)).reports for origin in origins}
    grown.sort(key=lambda branch: (branch.node not in support.shown, size[branch.node]))
    return Growth(tuple(grown), sum(1 for edge in support.edges if _is_spare(edge, placed)))


def _is_spare(edge: Edge, placed: Mapping[str, Edge | None]) -> bool:
    return edge.kind is _COPY and placed.get(edge.holder) != edge


def _holders(support: Support, nodes: Nodes) -> dict[str, list[Edge]]:
    """Returns the holders of each node: reports first, then in the order of the reports that they carry."""
    place = {node: number for number, node in enumerate(nodes.claims)}
    first = dict(place)
    for edge in support.edges:
        if edge.holder in place:
            first[edge.giver] = min(place[edge.holder], first.get(edge.giver, len(place)))

    def order(edge: Edge) -> tuple[bool, int, str, str]:
        return edge.holder not in place, first.get(edge.holder, len(place)), nodes.name(edge.holder), edge.holder

    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(support.edges, key=order):
        found[edge.giver].append(edge)
    return found


def _placed(origins: Iterable[str], holders: Holders) -> dict[str, Edge | None]:
    """Returns, by node, the step by which it stands nearest to an origin; None for origins."""
    found: dict[str, Edge | None] = dict.fromkeys(origins)
    ahead = deque(found)
    while ahead:
        for edge in holders.get(ahead.popleft(), ()):
            if edge.holder not in found:
                found[edge.holder] = edge
                ahead.append(edge.holder)
    return found


def _homes(holders: Holders, placed: Mapping[str, Edge | None], nodes: Nodes) -> dict[str, dict[str, list[str]]]:
    """Returns, by outlet and by whom it has it from, the reports that credit those themselves.

    A report that others copy stays where its outlet stands nearest to an origin, with all that hangs on it.
    """
    givers: dict[str, set[str]] = defaultdict(set)
    for edge in (edge for edges in holders.values() for edge in edges if edge.kind is EdgeKind.STATED):
        givers[edge.holder].add(edge.giver)
    found: dict[str, dict[str, list[str]]] = {}
    for outlet, usual in placed.items():
        if usual is None:
            continue
        found[outlet] = {usual.giver: []}
        able = {giver for giver in givers[outlet] if giver in placed and outlet not in _way(giver, placed)}
        for report in (edge.holder for edge in holders.get(outlet, ()) if edge.holder in nodes.claims):
            credited = (party for party in nodes.credited[report] if party in able and not holders.get(report))
            found[outlet].setdefault(next(credited, usual.giver), []).append(report)
    return found


def _way(node: str, placed: Mapping[str, Edge | None]) -> Iterator[str]:
    """Yields a node and those between it and its origin, where it stands."""
    yield node
    while edge := placed[node]:
        node = edge.giver
        yield node


@dataclass(frozen=True)
class _Grower:
    holders: Holders
    placed: Mapping[str, Edge | None]
    homes: Mapping[str, Mapping[str, Sequence[str]]]
    """By outlet and by whom it has it from, the reports drawn there."""
    nodes: Nodes
    most: int | None
    deepest: int

    def branch(self, node: str, kind: EdgeKind | None, way: tuple[str, ...]) -> Branch:
        """Returns the branch of a node that is reached from an origin on this way."""
        way = (*way, node)
        most = 0 if len(way) > self.deepest else self.most
        steps = self._own(way)
        kept, left_out = steps[:most], steps[len(steps[:most]) :]
        mentions = self._mentions(node, way)[: None if most is None else most - len(kept)]
        onward = (*(self.branch(edge.holder, edge.kind, way) for edge in kept), *mentions)
        return Branch(node, kind, onward, self._behind_all(way, left_out))

    def behind(self, way: tuple[str, ...]) -> Rest:
        """Returns how much stands behind the last node of a way on its branches, itself included."""
        ahead, parties, reports = [way], 0, 0
        while ahead:
            way = ahead.pop()
            reports += way[-1] in self.nodes.claims
            parties += way[-1] not in self.nodes.claims
            ahead.extend((*way, edge.holder) for edge in self._own(way))
        return Rest(parties, reports)

    def _behind_all(self, way: tuple[str, ...], edges: Iterable[Edge]) -> Rest | None:
        rests = [self.behind((*way, edge.holder)) for edge in edges]
        return Rest(sum(rest.parties for rest in rests), sum(rest.reports for rest in rests)) if rests else None

    def _own(self, way: tuple[str, ...]) -> list[Edge]:
        """Returns the steps to the last node of a way that are drawn there."""
        return [edge for edge in self.holders.get(way[-1], ()) if self._is_drawn(edge, way)]

    def _is_drawn(self, edge: Edge, way: tuple[str, ...]) -> bool:
        if edge.holder in way:
            return False
        usual = self.placed[edge.giver]
        if usual and edge.holder in self.nodes.claims:
            return edge.holder in self.homes[edge.giver].get(way[-2], ())
        if usual and way[-2] != usual.giver:
            return False
        return self.placed[edge.holder] == edge or edge.giver in self.homes.get(edge.holder, ())

    def _mentions(self, node: str, way: tuple[str, ...]) -> list[Branch]:
        """Returns those who have it from a node and stand on a branch of their own, or further up."""
        steps = (edge for edge in self.holders.get(node, ()) if not self._is_drawn(edge, way))
        return [
            Branch(edge.holder, edge.kind, closes=edge.holder in way, elsewhere=edge.holder not in way)
            for edge in steps
            if edge.kind is not _COPY and edge.holder not in self.nodes.claims
        ]
