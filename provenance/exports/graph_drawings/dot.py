"""DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.exports.graph_drawings.drawing import Drawing, DrawnNode, DrawnStep, NodeKind, Stand, StepKind, label_of
from provenance.reports.wording import shortened

MOST_LABEL, MOST_DETAIL = 60, 90
COLOURS = {Stand.FOR: "#1b6ca8", Stand.AGAINST: "#b3400c", Stand.BOTH: "#6b4c9a", Stand.NEITHER: "#666666"}
_FILLS = {
    NodeKind.PROPOSITION: "#f3f0e6",
    NodeKind.REPORT: "#ffffff",
    NodeKind.OUTLET: "#eef3f7",
    NodeKind.SOURCE: "#fff8e1",
}
_STYLES = {StepKind.NEAR_COPY: "dashed", StepKind.SAME_FAMILY: "dotted", StepKind.LAPSED: "dotted"}


def dot(drawing: Drawing) -> Iterator[str]:
    """Yields a directed graph from left to right, each node and step on a line of its own.

    Nodes are called n0, n1, ... since no id is safe there; the ids are their tooltips.
    """
    names = {node.id: f"n{number}" for number, node in enumerate(drawing.nodes)}
    yield "digraph evidence {\n"
    yield f"  graph [rankdir=LR, labelloc=t, fontname=Helvetica, label={quoted(drawing.title)}];\n"
    yield "  node [shape=box, style=filled, fontname=Helvetica, fontsize=11];\n"
    yield "  edge [fontname=Helvetica, fontsize=9];\n"
    yield from (f"  {names[node.id]} [{_node(node)}];\n" for node in drawing.nodes)
    yield from (f"  {names[step.holder]} -> {names[step.giver]} [{_step(step)}];\n" for step in drawing.steps)
    yield "}\n"


def quoted(*lines: str) -> str:
    r"""Returns lines as one quoted string; nothing in them is an escape, an entity or an end.

    >>> print(quoted('a "b"', "c\\n & d"))
    "a \"b\"\nc\\n &amp; d"
    """
    safe = (line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines if line)
    return '"' + "\\n".join(safe) + '"'


def _node(node: DrawnNode) -> str:
    label, detail = label_of(node, MOST_LABEL), shortened(node.detail, MOST_DETAIL)
    fields = {
        "label": quoted(label, detail, "; ".join(node.marks)),
        "tooltip": quoted(node.id),
        "color": quoted(COLOURS[node.stand]),
        "fillcolor": quoted(_FILLS[node.kind]),
        "peripheries": "2" if node.shown else "1",
        "penwidth": "3" if node.choke else "1",
    }
    return ", ".join(f"{name}={value}" for name, value in fields.items())


def _step(step: DrawnStep) -> str:
    label = f"{step.kind}, inferred" if step.kind.is_inferred else step.kind.value
    if step.kind is StepKind.SAID_IN:
        label = step.stand.value
    style = _STYLES.get(step.kind, "solid")
    return f"label={quoted(label)}, color={quoted(COLOURS[step.stand])}, style={style}"
