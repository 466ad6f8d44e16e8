"""A Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), for Markdown pages that draw it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.exports.graph_drawings.dot import COLOURS, MOST_DETAIL, MOST_LABEL
from provenance.exports.graph_drawings.drawing import (
    Drawing,
    DrawnNode,
    DrawnStep,
    NodeKind,
    Stand,
    StepKind,
    label_of,
    readable,
)
from provenance.reports.wording import shortened

_ARROWS = {StepKind.SAID_IN: "==>", StepKind.NEAR_COPY: "-.->", StepKind.SAME_FAMILY: "-.->", StepKind.LAPSED: "-.->"}
_NAMELESS = "…"
"""Mermaid refuses a label without any words."""
_FRAMES = {NodeKind.PROPOSITION: ("([", "])"), NodeKind.REPORT: ("[", "]"), NodeKind.OUTLET: ("[[", "]]")}


def mermaid(drawing: Drawing) -> Iterator[str]:
    """Yields a flowchart from left to right; shown origins have a thick border, chokes a thicker one."""
    drawing = readable(drawing)
    names = {node.id: f"n{number}" for number, node in enumerate(drawing.nodes)}
    yield "flowchart LR\n"
    yield f"  accTitle: {_plain(drawing.title)}\n"
    yield f"  accDescr: {_plain(drawing.description)}\n"
    yield from (f"  {names[node.id]}{_node(node)}\n" for node in drawing.nodes)
    yield from (f"  {names[step.holder]} {_arrow(step)} {names[step.giver]}\n" for step in drawing.steps)
    if drawing.left_out:
        yield f"  %% {drawing.left_out} near-copy steps are not drawn\n"
    yield from (f"  style {names[node.id]} {_style(node)}\n" for node in drawing.nodes)
    for stand in Stand:
        numbers = [str(number) for number, step in enumerate(drawing.steps) if step.stand is stand]
        if numbers:
            yield f"  linkStyle {','.join(numbers)} stroke:{COLOURS[stand]}\n"


def escaped(text: str) -> str:
    """Returns text for a quoted label; what could mean something there is written as a numbered entity.

    >>> escaped('say "end"; --> <b>')
    'say #34;end#34;#59; --#62; #60;b#62;'
    """
    return re.sub(r"[^\w \-.,:/()'’“”–—…→]", lambda match: f"#{ord(match[0])};", text)


def _plain(text: str) -> str:
    """Returns text where entities are not read: without what could mean something."""
    return " ".join(re.sub(r"[^\w \-.,/()'’“”–—…→]", " ", text).split()) or "evidence"


def _node(node: DrawnNode) -> str:
    before, after = _FRAMES.get(node.kind, ("(", ")"))
    lines = (label_of(node, MOST_LABEL), shortened(node.detail, MOST_DETAIL), "; ".join(node.marks))
    label = "<br/>".join(escaped(line) for line in lines if line) or _NAMELESS
    return f'{before}"{label}"{after}'


def _arrow(step: DrawnStep) -> str:
    label = f"{step.kind}, inferred" if step.kind.is_inferred else step.kind.value
    return f"{_ARROWS.get(step.kind, '-->')}|{step.stand.value if step.kind is StepKind.SAID_IN else label}|"


def _style(node: DrawnNode) -> str:
    width = 4 if node.choke else 2 if node.shown else 1
    dashes = ",stroke-dasharray:4 3" if node.origin and not node.shown else ""
    return f"stroke:{COLOURS[node.stand]},stroke-width:{width}px{dashes}"
