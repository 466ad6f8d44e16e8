"""What there is to draw of one proposition: nodes and steps of both sides, with their marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from provenance.graph.evidence import report_node
from provenance.records.assessment import Assessment, EdgeKind, Support
from provenance.records.report import Report
from provenance.records.source import SourceKind
from provenance.reports.lapsed import lapsed
from provenance.reports.nodes import Nodes, nodes_of
from provenance.reports.wording import (
    VERDICT_WORDS,
    attribution_words,
    number_words,
    printable,
    shortened,
    source_words,
)


class NodeKind(StrEnum):
    """What a node is."""

    PROPOSITION = "proposition"
    REPORT = "report"
    OUTLET = "outlet"
    SOURCE = "source"


class StepKind(StrEnum):
    """How the first node of a step has it from the second."""

    SAID_IN = "said in"
    LAPSED = "no longer said in"
    STATED = "stated"
    NEAR_COPY = "near-copy"
    SAME_FAMILY = "same family"

    @property
    def is_inferred(self) -> bool:
        """Tells whether no text states it."""
        return self is StepKind.NEAR_COPY


class Stand(StrEnum):
    """On which side of the proposition a node or step stands."""

    FOR = "for"
    AGAINST = "against"
    BOTH = "both"
    NEITHER = "neither"


@dataclass(frozen=True)
class DrawnNode:
    """A node; ``label`` and ``detail`` are one line each, in full, as the texts have them."""

    id: str
    kind: NodeKind
    label: str
    detail: str = ""
    stand: Stand = Stand.NEITHER
    origin: bool = False
    shown: bool = False
    choke: bool = False
    """Whether every chain of a side with several reports passes it."""
    loop: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """What a reader should see of its part in the graph, in words."""
        origin = ("origin, shown" if self.shown else "origin, not shown") if self.origin else ""
        marks = (origin, "every chain passes here" if self.choke else "", "in a loop" if self.loop else "")
        return tuple(filter(None, marks))


@dataclass(frozen=True, order=True)
class DrawnStep:
    """``holder`` has it from ``giver``; the proposition has it from the reports."""

    holder: str
    giver: str
    kind: StepKind
    stand: Stand


@dataclass(frozen=True)
class Drawing:
    """A graph to be drawn: the proposition first, then reports in document order, then parties by name."""

    id: str
    title: str
    description: str
    nodes: tuple[DrawnNode, ...]
    steps: tuple[DrawnStep, ...]
    """In the order of their nodes."""
    left_out: int = 0
    """Near-copy steps that are not among the steps."""


def drawing_of(assessment: Assessment, report: Report) -> Drawing:
    """Returns the drawing of a proposition, both sides together, as it stood on the day of the report.

    A node stands once, whatever sides it is on; its marks hold on either. Reports whose claims were withdrawn or
    superseded hang on the proposition alone.
    """
    nodes = nodes_of(assessment, report)
    sides = _sides(assessment)
    ended = {report_node(item.claim): item.word for item in lapsed(assessment, report)}
    present = {stand: {n for e in support.edges for n in (e.holder, e.giver)} for stand, support in sides.items()}
    counted = set[str]().union(*present.values())
    gone = {node: word for node, word in ended.items() if node not in counted and node in nodes.claims}
    order = {node: place for place, node in enumerate(nodes.claims)}
    names = sorted(counted | gone.keys(), key=lambda node: (order.get(node, len(order)), nodes.name(node), node))
    stands = {node: _together(stand for stand, found in present.items() if node in found) for node in names}
    drawn = [_node(node, stands[node], sides.values(), nodes, gone.get(node, "")) for node in names]
    proposition = assessment.proposition
    top = DrawnNode(proposition.id, NodeKind.PROPOSITION, proposition.label, VERDICT_WORDS[assessment.verdict])
    steps = (*_steps(sides, proposition.id, order), *(_lapsed_step(proposition.id, node) for node in gone))
    place = {node: number for number, node in enumerate((proposition.id, *names))}
    ordered = sorted(steps, key=lambda step: (place[step.holder], place[step.giver], step))
    return _cleaned(Drawing(proposition.id, proposition.label, _described(assessment), (top, *drawn), tuple(ordered)))


def readable(drawing: Drawing) -> Drawing:
    """Returns the drawing with one near-copy step a holder: copies of one text are copies of each other, too."""
    order = {node.id: place for place, node in enumerate(drawing.nodes)}
    first: dict[tuple[str, Stand], str] = {}
    for step in sorted(drawing.steps, key=lambda step: order[step.giver]):
        if step.kind is StepKind.NEAR_COPY:
            first.setdefault((step.holder, step.stand), step.giver)
    kept = tuple(
        step
        for step in drawing.steps
        if step.kind is not StepKind.NEAR_COPY or first[step.holder, step.stand] == step.giver
    )
    return replace(drawing, steps=kept, left_out=len(drawing.steps) - len(kept))


def _sides(assessment: Assessment) -> dict[Stand, Support]:
    against = {Stand.AGAINST: assessment.opposition} if assessment.opposition else {}
    return {Stand.FOR: assessment.support, **against}


def _node(node: str, stand: Stand, found: Collection[Support], nodes: Nodes, gone: str) -> DrawnNode:
    return DrawnNode(
        id=node,
        kind=_kind(node, nodes),
        label=nodes.name(node),
        detail=_detail(node, nodes, gone),
        stand=stand,
        origin=any(node in support.origins for support in found),
        shown=any(node in support.shown for support in found),
        choke=any(node in support.choke for support in found if support.reports > 1),
        loop=any(node in loop for support in found for loop in support.loops),
    )


def _kind(node: str, nodes: Nodes) -> NodeKind:
    if node in nodes.claims:
        return NodeKind.REPORT
    return NodeKind.OUTLET if node.startswith("outlet:") else NodeKind.SOURCE


def _detail(node: str, nodes: Nodes, gone: str) -> str:
    if node in nodes.claims:
        words = "; ".join(f"{attribution_words(c)}“{printable(c.content.text)}”" for c in nodes.claims[node])
        return f"{gone}: {words}" if gone else words
    party = nodes.parties.get(node)
    if party is None:
        return ""
    return "outlet" if party.kind is SourceKind.PUBLISHER else source_words(party)


def _together(stands: Iterable[Stand]) -> Stand:
    found = set(stands)
    return Stand.BOTH if len(found) > 1 else found.pop() if found else Stand.NEITHER


_KINDS = {
    EdgeKind.STATED: StepKind.STATED,
    EdgeKind.NEAR_COPY: StepKind.NEAR_COPY,
    EdgeKind.SAME_FAMILY: StepKind.SAME_FAMILY,
}


def _steps(sides: Mapping[Stand, Support], top: str, reports: Iterable[str]) -> Iterator[DrawnStep]:
    """Yields each step once; one that both sides take is marked so."""
    stands: dict[tuple[str, str, StepKind], list[Stand]] = {}
    listed = set(reports)
    for stand, support in sides.items():
        for edge in support.edges:
            stands.setdefault((edge.holder, edge.giver, _KINDS[edge.kind]), []).append(stand)
        for node in sorted({edge.holder for edge in support.edges} & listed):
            stands.setdefault((top, node, StepKind.SAID_IN), []).append(stand)
    for (holder, giver, kind), found in stands.items():
        yield DrawnStep(holder, giver, kind, _together(found))


def _lapsed_step(top: str, node: str) -> DrawnStep:
    return DrawnStep(top, node, StepKind.LAPSED, Stand.NEITHER)


def _described(assessment: Assessment) -> str:
    """Returns the verdict, why, and the numbers of each side, in sentences."""
    verdict = VERDICT_WORDS[assessment.verdict].capitalize()
    against = f" Against it: {number_words(assessment.opposition)}." if assessment.opposition else ""
    return f"{verdict}. {assessment.why} For it: {number_words(assessment.support)}.{against}"


# ------------------------------------------------------------------------------------------------------------- words


def label_of(node: DrawnNode, most: int) -> str:
    """Returns the label of a node in at most that many characters; of ``file:line`` the end is kept.

    >>> label_of(DrawnNode("report:1", NodeKind.REPORT, "some/long/folder/wire.txt:12"), 20)
    '…/folder/wire.txt:12'
    """
    if node.kind is not NodeKind.REPORT or len(node.label) <= most:
        return shortened(node.label, most)
    kept = node.label[1 - most :]
    return "…" + (kept[kept.index("/") :] if "/" in kept else kept)


def clean(text: str) -> str:
    """Returns text on one line with only what every format can carry: no control characters, nothing XML forbids."""
    return "".join(character for character in printable(text) if character not in "\ufffe\uffff")


def _cleaned(drawing: Drawing) -> Drawing:
    """Returns the drawing with clean words, and ids that stay apart."""
    ids: dict[str, str] = {}
    for node in drawing.nodes:
        name = clean(node.id)
        while name in ids.values():
            name += "~"
        ids[node.id] = name
    return Drawing(
        id=clean(drawing.id),
        title=clean(drawing.title),
        description=clean(drawing.description),
        nodes=tuple(
            replace(node, id=ids[node.id], label=clean(node.label), detail=clean(node.detail)) for node in drawing.nodes
        ),
        steps=tuple(replace(step, holder=ids[step.holder], giver=ids[step.giver]) for step in drawing.steps),
    )
