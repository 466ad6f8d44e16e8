"""A layered layout: every step leads to the right, as far as there are no loops, and no box lies on another.

K. Sugiyama, S. Tagawa, M. Toda (1981), "Methods for visual understanding of hierarchical system structures": columns by
longest path, boxes in a column ordered by the barycentre of their neighbours, a place of its own wherever a step
passes a column. Nothing is random, so that the same graph is laid out the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Node = str | tuple[str, str, int]
"""A box by its id, or the place where a step passes a column: holder, giver, column."""
Point = tuple[float, float]

SWEEPS = 8


@dataclass(frozen=True)
class Size:
    """Width and height of a box."""

    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """Middle points of boxes, and for each step the points that its line goes through, from its holder on."""

    boxes: Mapping[str, Point]
    routes: Mapping[tuple[str, str], tuple[Point, ...]]
    width: float
    height: float


def lay_out(sizes: Mapping[str, Size], steps: Iterable[tuple[str, str]], *, across: float, between: float) -> Layout:
    """Returns where boxes and lines go; the upper left corner is at 0, 0.

    Args:
        sizes: The boxes by id, in the order that they should keep where nothing else orders them.
        steps: Pairs of ids. One that closes a loop is drawn to the left.
        across: Room between columns, for lines.
        between: Room between boxes of a column.
    """
    pairs = [pair for pair in dict.fromkeys(steps) if pair[0] != pair[1]]
    column = _columns(sizes, pairs)
    ways = {pair: _way(pair, column) for pair in pairs}
    order = _ordered(sizes, column, [*ways.values()])
    heights = {node: sizes[node].height if isinstance(node, str) else between for nodes in order for node in nodes}
    middle = _middles(order, heights, [*ways.values()], between)
    widths = [max((sizes[node].width for node in nodes if isinstance(node, str)), default=0.0) for nodes in order]
    left = [sum(widths[:number]) + across * number for number in range(len(order))]
    boxes = {node: (left[place] + widths[place] / 2, middle[node]) for node, place in column.items()}

    def points(node: Node, outward: int) -> list[Point]:
        """The line at one node: at the right side of a box (1) or the left (-1), or straight through a column."""
        if isinstance(node, str):
            return [(boxes[node][0] + outward * sizes[node].width / 2, middle[node])]
        return [(left[node[2]], middle[node]), (left[node[2]] + widths[node[2]], middle[node])]

    routes = {}
    for pair, way in ways.items():
        ends = [1, *[0] * (len(way) - 2), -1]
        line = tuple(point for node, end in zip(way, ends, strict=True) for point in points(node, end))
        routes[pair] = line if way[0] == pair[0] else line[::-1]
    bottom = max((middle[node] + heights[node] / 2 for node in middle), default=0.0)
    return Layout(boxes, routes, max((x + width for x, width in zip(left, widths, strict=True)), default=0.0), bottom)


def _columns(nodes: Iterable[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Returns the length of the longest way to each node, a step that closes a loop being turned round.

    Such a step is one that leads to a node which a search in depth has not left yet.
    """
    import networkx as nx

    net: Any = nx.DiGraph()
    net.add_nodes_from(nodes)
    net.add_edges_from(pairs)
    left = {node: number for number, node in enumerate(nx.dfs_postorder_nodes(net))}
    forward = nx.DiGraph((one, other) if left[other] < left[one] else (other, one) for one, other in pairs)
    column = dict.fromkeys(net, 0)
    for node in nx.topological_sort(forward):
        column[node] = max((column[holder] + 1 for holder in forward.pred[node]), default=0)
    return column


def _way(pair: tuple[str, str], column: Mapping[str, int]) -> tuple[Node, ...]:
    """Returns the nodes that a step passes, from left to right."""
    first, last = sorted(pair, key=lambda node: column[node])
    return (first, *((*pair, number) for number in range(column[first] + 1, column[last])), last)


def _ordered(nodes: Iterable[str], column: Mapping[str, int], ways: Sequence[tuple[Node, ...]]) -> list[list[Node]]:
    """Returns the columns, each ordered by the mean place of its neighbours, swept to and fro."""
    passed = dict.fromkeys(node for way in ways for node in way[1:-1])
    order: list[list[Node]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for node in (*nodes, *passed):
        order[column[node] if isinstance(node, str) else node[2]].append(node)
    near = _neighbours(ways)
    for sweep in range(SWEEPS):
        place = {node: float(number) for members in order for number, node in enumerate(members)}
        for members in order if sweep % 2 == 0 else reversed(order):
            wished = {node: _mean([place[n] for n in near[sweep % 2][node]], place[node]) for node in members}
            members.sort(key=wished.__getitem__)
            place |= {node: float(number) for number, node in enumerate(members)}
    return order


def _neighbours(ways: Iterable[tuple[Node, ...]]) -> tuple[dict[Node, list[Node]], dict[Node, list[Node]]]:
    """Returns the nodes to the left of each node, and those to the right."""
    before: dict[Node, list[Node]] = defaultdict(list)
    after: dict[Node, list[Node]] = defaultdict(list)
    for way in ways:
        for one, other in pairwise(way):
            after[one].append(other)
            before[other].append(one)
    return before, after


def _mean(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _middles(
    order: Sequence[Sequence[Node]], heights: Mapping[Node, float], ways: Sequence[tuple[Node, ...]], between: float
) -> dict[Node, float]:
    """Returns the middle of each node: near the mean of its neighbours, in the order of its column, apart."""
    middle: dict[Node, float] = dict.fromkeys(heights, 0.0)
    near = _neighbours(ways)
    for sweep in range(SWEEPS):
        for nodes in order if sweep % 2 == 0 else reversed(order):
            wished = {node: _mean([middle[n] for n in near[sweep % 2][node]], middle[node]) for node in nodes}
            middle |= _apart(nodes, heights, wished, between)
    top = min((middle[node] - heights[node] / 2 for node in middle), default=0.0)
    return {node: place - top for node, place in middle.items()}


def _apart(
    nodes: Sequence[Node], heights: Mapping[Node, float], wished: Mapping[Node, float], between: float
) -> dict[Node, float]:
    """Returns places as near to the wished ones as order and heights allow: blocks that touch are joined."""
    blocks: list[tuple[float, float, list[Node]]] = []
    for node in nodes:
        room = heights[node] + between
        start, size, members = wished[node] - room / 2, room, [node]
        while blocks and blocks[-1][0] + blocks[-1][1] > start:
            above = blocks.pop()
            count = len(above[2]) + len(members)
            start = (above[0] * len(above[2]) + (start - above[1]) * len(members)) / count
            size, members = above[1] + size, [*above[2], *members]
        blocks.append((start, size, members))
    found: dict[Node, float] = {}
    for start, _, members in blocks:
        for node in members:
            room = heights[node] + between
            found[node] = start + room / 2
            start += room
    return found
