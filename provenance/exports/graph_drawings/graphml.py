"""GraphML (http://graphml.graphdrawing.org/), as networkx writes and reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from provenance.exports.graph_drawings.drawing import Drawing


def graphml(drawing: Drawing) -> Iterator[str]:
    """Yields a directed graph with every mark as an attribute; nodes have their ids, words stand in full."""
    from networkx import generate_graphml

    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    for line in generate_graphml(net_of(drawing)):
        yield line + "\n"


def net_of(drawing: Drawing) -> Any:
    """Returns the drawing as a networkx graph; two steps of different kinds may join the same nodes."""
    from networkx import MultiDiGraph

    net: Any = MultiDiGraph(id=drawing.id, title=drawing.title, description=drawing.description)
    for node in drawing.nodes:
        net.add_node(
            node.id,
            kind=node.kind.value,
            label=node.label,
            detail=node.detail,
            side=node.stand.value,
            origin=node.origin,
            shown=node.shown,
            choke=node.choke,
            loop=node.loop,
        )
    for number, step in enumerate(drawing.steps):
        attributes = {"kind": step.kind.value, "side": step.stand.value, "inferred": step.kind.is_inferred}
        net.add_edge(step.holder, step.giver, key=f"e{number}", **attributes)
    return net
