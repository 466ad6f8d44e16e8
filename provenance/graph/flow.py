"""Node-disjoint chains and the cut that bounds them (Menger's theorem), by networkx.

Every node may be passed once: it is split into an entry and an exit with one unit between them (Even's construction;
Ahuja, Magnanti and Orlin, *Network Flows*, 1993, section 6.5). Steps between nodes are unbounded, so a least cut is
made of nodes alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

TOP, BOTTOM = ("", "top"), ("", "bottom")


def least_cut(
    pairs: Iterable[tuple[str, str]], starts: Collection[str], ends: Collection[str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Returns the least set of nodes that meets every chain from a start to an end, and as many disjoint chains.

    Of several least cuts it is the one nearest to the ends, sorted. Starts and ends can be cut too. The same input in
    another order gives the same result.
    """
    residual = _flow(sorted(pairs), sorted(starts), sorted(ends))
    return _cut(residual), tuple(sorted(_chains(residual)))


def _flow(pairs: Iterable[tuple[str, str]], starts: Iterable[str], ends: Iterable[str]) -> Any:
    import networkx as nx

    split: Any = nx.DiGraph()
    split.add_nodes_from((TOP, BOTTOM))
    for node in dict.fromkeys((*starts, *ends, *(node for pair in pairs for node in pair))):
        split.add_edge((node, "in"), (node, "out"), capacity=1)
    split.add_edges_from(((holder, "out"), (giver, "in")) for holder, giver in pairs)
    split.add_edges_from((TOP, (node, "in")) for node in starts)
    split.add_edges_from(((node, "out"), BOTTOM) for node in ends)
    return nx.algorithms.flow.edmonds_karp(split, TOP, BOTTOM)


def _cut(residual: Any) -> tuple[str, ...]:
    """Returns the nodes whose exit can still reach the bottom, and whose entry cannot."""
    open_to_bottom = {BOTTOM}
    ahead = [BOTTOM]
    while ahead:
        here = ahead.pop()
        for before in residual.pred[here]:
            edge = residual[before][here]
            if edge["flow"] < edge["capacity"] and before not in open_to_bottom:
                open_to_bottom.add(before)
                ahead.append(before)
    return tuple(sorted(n for n, part in open_to_bottom if part == "out" and (n, "in") not in open_to_bottom))


def _chains(residual: Any) -> Iterable[tuple[str, ...]]:
    """Yields the chains along which one unit flows each."""
    for start in sorted(_fed(residual, TOP)):
        chain, here = [start[0]], start
        while here != BOTTOM:
            here = _fed(residual, here)[0]
            if here[1] == "in":
                chain.append(here[0])
        yield tuple(chain)


def _fed(residual: Any, node: tuple[str, str]) -> list[tuple[str, str]]:
    return [after for after, edge in residual[node].items() if edge["flow"] > 0]
