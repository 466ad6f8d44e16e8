"""Claims and propositions read back from Turtle, as ``provenance.exports.turtle`` writes them.

Kept: every field of a claim, its document and sources with them; of a proposition its label, its claims on either
side and those that take none, and the relations between them.

Lost, because the format does not hold it:

- the text of a document, its boilerplate and the line it begins on: only quoted words are exported. Ids stay as
  they were, ``given_id`` holds them;
- the order in which claims, propositions, aliases and relations were listed: claims come back by document and place,
  the others sorted;
- an event date with both ends open, which says what no event date says;
- of two records of one kind with the same id, the second;
- a lone surrogate in words, which UTF-8 cannot hold: it comes back as U+FFFD.

Verdicts and their numbers are not read: whoever reads claims assesses them anew.

A file of another making is read where it uses the same terms. A claim needs its document, its source and the words of
its content; everything else takes the default of the record.
"""

from __future__ import annotations

import math
import re
import reprlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from pyoxigraph import Literal

from provenance.errors import UnreadableInput
from provenance.exports.graph_files import turtle_bytes, turtle_quads
from provenance.exports.iris import record_id
from provenance.records.claim import (
    Bound,
    Claim,
    Hedging,
    Interval,
    Manner,
    Quantity,
    Stance,
    Status,
    Triple,
    Wording,
)
from provenance.records.document import Credit, Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.records.spans import Span
from provenance.vocabulary import CP, OA, PROV, RDF, RDFS, SCHEMA, SKOS, concepts, shortened

Member = TypeVar("Member", bound=StrEnum)
Value = TypeVar("Value")


class Exported(NamedTuple):
    """What a Turtle file holds: claims by document and place in it, propositions by id, all documents by path."""

    claims: tuple[Claim, ...]
    propositions: tuple[Proposition, ...]
    documents: tuple[Document, ...]


def read_turtle(path: Path, content: bytes | None = None) -> Exported:
    """Returns the claims, propositions and documents of a Turtle file; documents need hold no claim.

    Args:
        path: The file, or the name of a stream.
        content: What a stream held; the file is not opened then.

    Raises:
        UnreadableInput: It is not Turtle, holds neither claim nor document, or a record in it lacks what it needs;
            the message names the file, the line and what is wrong.
    """
    graph = _graph(path, content)
    claims = sorted(map(_claim, graph.of_type(CP.Claim)), key=_place)
    documents = {d.id: d for d in (node.once("doc", _document) for node in graph.of_type(CP.Document))}
    documents |= {claim.document.id: claim.document for claim in claims}
    if not documents:
        raise UnreadableInput(str(path), "no claim in it", f"claims are of the type <{CP.Claim}>")
    by_path = sorted(documents.values(), key=lambda document: (document.path or "", document.id))
    return Exported(tuple(claims), _propositions(graph, claims), tuple(by_path))


def _place(claim: Claim) -> tuple[str, str, Span, str]:
    spans = claim.content.spans or (Span(0, 0),)
    return claim.document.path or "", claim.document.id, spans[0], claim.id


# The graph


@dataclass
class _Graph:
    """A parsed file: for each subject its facts, and each record read from it, once."""

    path: Path
    content: bytes
    facts: Mapping[str, Mapping[str, list[str]]]
    read: dict[tuple[str, str], object] = field(default_factory=dict)

    def of_type(self, kind: str) -> Iterator[_Node]:
        """Yields the nodes of a type, in the order of the file."""
        return (_Node(self, subject) for subject, facts in self.facts.items() if kind in facts.get(RDF.type, ()))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, wanted only where something is wrong."""
        return self.content.decode("utf-8", "replace").split("\n")


def _graph(path: Path, content: bytes | None) -> _Graph:
    content = turtle_bytes(path) if content is None else content
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in turtle_quads(path, content):
        facts[_bare(quad.subject)][quad.predicate.value].append(_bare(quad.object))
    return _Graph(path, content, {subject: dict(of) for subject, of in facts.items()})


def _bare(term: object) -> str:
    return term.value if isinstance(term, Literal) else str(getattr(term, "value", term))


@dataclass(frozen=True)
class _Node:
    """One subject of the graph, with its facts as records want them."""

    graph: _Graph
    iri: str

    def all(self, predicate: str) -> list[str]:
        """Every object of a predicate, sorted: literals by their words, nodes by their IRI."""
        return sorted(self.graph.facts.get(self.iri, {}).get(predicate, ()))

    def one(self, predicate: str) -> str | None:
        """The object of a predicate that has one at most."""
        found = self.all(predicate)
        if len(found) > 1:
            raise self.wrong(f"{len(found)} values of {shortened(predicate)} where one is expected")
        return found[0] if found else None

    def needed(self, predicate: str) -> str:
        """The object of a predicate that must be there."""
        found = self.one(predicate)
        if found is None:
            raise self.wrong(f"no {shortened(predicate)}")
        return found

    def parsed(self, predicate: str, read: Callable[[str], Value]) -> Value | None:
        """The object of a predicate, read by a function that raises a ValueError where it cannot."""
        found = self.one(predicate)
        try:
            return None if found is None else read(found)
        except ValueError as error:
            raise self.wrong(f"{shortened(predicate)} cannot be {reprlib.repr(found)}") from error

    def day(self, predicate: str) -> date | None:
        return self.parsed(predicate, date.fromisoformat)

    def number(self, predicate: str) -> float | None:
        return self.parsed(predicate, _number)

    def holds(self, predicate: str) -> bool:
        return self.one(predicate) in {"true", "1"}

    def member(self, predicate: str, default: Member) -> Member:
        """The member of a closed set that the concept of a predicate stands for."""
        found = self.one(predicate)
        known = concepts(type(default))
        if found is not None and found not in known:
            raise self.wrong(f"{shortened(predicate)} cannot be {shortened(found)}")
        return default if found is None else known[found]

    def node(self, predicate: str) -> _Node | None:
        found = self.one(predicate)
        return None if found is None else _Node(self.graph, found)

    def nodes(self, predicate: str) -> list[_Node]:
        """The objects of a predicate as nodes, by their ``cp:position``, then by IRI."""
        found = [_Node(self.graph, iri) for iri in self.all(predicate)]
        return sorted(found, key=lambda node: node.number(CP.position) or 0)

    def once(self, kind: str, read: Callable[[_Node], Value]) -> Value:
        """The record of this node, the same object each time."""
        kept = self.graph.read
        if (kind, self.iri) not in kept:
            kept[kind, self.iri] = read(self)
        return kept[kind, self.iri]  # type: ignore[return-value]  # what ``read`` gave for this kind

    def wrong(self, what: str) -> UnreadableInput:
        """The error for something wrong here, with the line on which this subject begins, where it can be found."""
        starts = (f"{shortened(self.iri)} ", f"<{self.iri}> ")
        lines = (n for n, line in enumerate(self.graph.lines, 1) if line.startswith(starts))
        where = f"{self.graph.path}:{next(lines, 1)}"
        return UnreadableInput(where, f"{shortened(self.iri)}: {what}", "validate the file against the SHACL shapes")


def _number(written: str) -> float:
    if not math.isfinite(float(written)):
        raise ValueError("not a finite number")
    return int(written) if re.fullmatch(r"[+-]?\d+", written) else float(written)


# Records


def _claim(node: _Node) -> Claim:
    claim = Claim(
        document=_needed(node, PROV.wasQuotedFrom).once("doc", _document),
        source=_credited(node),
        content=Wording(node.needed(CP.contentText), _spans(node, CP.contentMention)),
        chain=tuple(_needed(step, CP.source).once("source", _source) for step in node.nodes(CP.step)),
        cue=_cue(node),
        manner=node.member(CP.manner, Manner.INDIRECT),
        triple=_triple(node),
        quantities=tuple(map(_quantity, node.nodes(CP.quantity))),
        event_date=_event_date(node),
        said_date=node.day(CP.saidOn),
        place=node.one(CP.place),
        sentence=next(iter(_spans(node, CP.sentenceMention)), None),
        given_id=record_id("claim", node.iri),
    )
    return _with_stance(claim, node)


def _with_stance(claim: Claim, node: _Node) -> Claim:
    return replace(
        claim,
        stance=node.member(CP.stance, Stance.ASSERTS),
        hedging=node.member(CP.hedging, Hedging.NONE),
        status=node.member(CP.status, Status.ACTIVE),
        responsible=node.one(CP.responsible),
        proposition=node.one(CP.givenProposition),
        own_evidence=node.holds(CP.ownEvidence),
    )


def _needed(node: _Node, predicate: str) -> _Node:
    return _Node(node.graph, node.needed(predicate))


def _credited(node: _Node) -> Credited:
    return Credited(
        source=_needed(node, PROV.wasAttributedTo).once("source", _source),
        text=node.one(CP.sourceText),
        span=next(iter(_spans(node, CP.sourceMention)), None),
        inferred=node.holds(CP.inferred),
        because=node.one(CP.inferredBecause),
    )


def _cue(node: _Node) -> Wording | None:
    words = node.one(CP.cueText)
    return None if words is None else Wording(words, _spans(node, CP.cueMention))


def _triple(node: _Node) -> Triple | None:
    subject, predicate = node.node(RDF.subject), node.node(RDF.predicate)
    if not subject or not predicate:
        return None
    words = node.one(CP.predicateText)
    return Triple(
        subject=subject.one(RDFS.label) or "",
        predicate=(predicate.one(RDFS.label) or "") if words is None else words,
        object=node.one(RDF.object) or "",
    )


def _event_date(node: _Node) -> Interval | None:
    start, end = node.day(CP.eventFrom), node.day(CP.eventTo)
    return Interval(start, end) if start or end else None


def _quantity(node: _Node) -> Quantity:
    return Quantity(
        text=node.needed(CP.quantityText),
        kind=node.member(CP.bound, Bound.EXACT),
        min=node.number(SCHEMA.minValue),
        max=node.number(SCHEMA.maxValue),
        unit=node.one(SCHEMA.unitText),
        span=next(iter(_spans(node, CP.quantityMention)), None),
        exclusive=node.holds(CP.exclusive),
        subset=node.holds(CP.subset),
    )


def _spans(node: _Node, predicate: str) -> tuple[Span, ...]:
    return tuple(span for mention in node.nodes(predicate) for span in _positions(mention))


def _positions(mention: _Node) -> Iterator[Span]:
    for selector in mention.nodes(OA.hasSelector):
        if OA.TextPositionSelector in selector.all(RDF.type):
            start, end = selector.parsed(OA.start, int), selector.parsed(OA.end, int)
            if start is None or end is None or not 0 <= start <= end:
                raise selector.wrong("oa:start and oa:end do not hold a span")
            yield Span(start, end)


def _document(node: _Node) -> Document:
    return Document(
        path=node.one(CP.path),
        publisher=node.one(SCHEMA.publisher),
        author=node.one(SCHEMA.author),
        title=node.one(SCHEMA.headline),
        published=node.day(SCHEMA.datePublished),
        republished=node.day(CP.republishedOn),
        republisher=node.one(CP.republisher),
        language=node.one(SCHEMA.inLanguage),
        url=node.one(SCHEMA.url),
        derived_from=node.one(CP.derivedFromText),
        credits=tuple(_credit(credit) for credit in node.nodes(CP.credit)),
        given_id=record_id("doc", node.iri),
    )


def _credit(node: _Node) -> Credit:
    span = next(iter(_spans(node, CP.mention)), None)
    if span is None:
        raise node.wrong("no span")
    return Credit(node.needed(RDFS.label), span)


def _source(node: _Node) -> Source:
    family = node.one(CP.family)
    return Source(
        id=record_id("source", node.iri),
        name=node.needed(RDFS.label),
        kind=node.member(CP.sourceKind, SourceKind.UNKNOWN),
        aliases=tuple(node.all(SKOS.altLabel)),
        family=record_id("source", family) if family else "",
        side=node.one(CP.side),
        reliability=_reliability(node),
        listed=node.holds(CP.listed),
    )


def _reliability(node: _Node) -> Reliability:
    return Reliability(
        letter=node.one(CP.reliability) or "F",
        set_by=node.one(CP.reliabilitySetBy),
        set_on=node.day(CP.reliabilitySetOn),
        reason=node.one(CP.reliabilityReason),
    )


def _propositions(graph: _Graph, claims: list[Claim]) -> tuple[Proposition, ...]:
    nodes = {record_id("claim", node.iri): node for node in graph.of_type(CP.Claim)}
    about: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        for side in (CP.supports, CP.opposes, CP.leavesOpen):
            for proposition in nodes[claim.id].all(side):
                about[side, proposition].append(claim.id)
    found = (_proposition(node, about) for node in graph.of_type(CP.Proposition))
    return tuple(sorted(found, key=lambda proposition: proposition.id))


def _proposition(node: _Node, about: Mapping[tuple[str, str], list[str]]) -> Proposition:
    return Proposition(
        id=record_id("prop", node.iri),
        label=node.one(RDFS.label) or "",
        supporting=tuple(about.get((CP.supports, node.iri), ())),
        opposing=tuple(about.get((CP.opposes, node.iri), ())),
        open=tuple(about.get((CP.leavesOpen, node.iri), ())),
        relations=tuple(sorted(map(_relation, node.nodes(CP.relation)))),
    )


def _relation(node: _Node) -> Relation:
    return Relation(
        kind=node.member(CP.relationKind, RelationKind.SUPPORTS),
        from_id=record_id("claim", node.needed(CP.fromClaim)),
        to_id=record_id("claim", node.needed(CP.toClaim)),
        because=node.member(CP.because, Reason.STATED),
    )
