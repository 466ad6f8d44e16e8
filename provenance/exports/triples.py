"""A report as RDF triples: which terms say what. How they are written is for the formats that use them.

A claim is a node typed ``rdf:Statement`` and tagged with its source; what it claims is never itself a triple. Its
subject is a node of its own, labelled with the words ("the army" of two texts need not be one army), its predicate
a shared node for the words, its object the words. Nothing of a document is kept but the words a claim quotes and, on
either side of them, as many code points as ``CONTEXT`` says. There are no blank nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple, Protocol, TypeVar

from pyoxigraph import Triple

from provenance.exports.iris import node_iri, part, record_iri
from provenance.exports.terms import Fact, day, iri, member, number, resource, text, truth, whole
from provenance.records.assessment import Assessment, Support
from provenance.records.claim import Claim, Quantity, Stance, Wording
from provenance.records.document import Credit, Document
from provenance.records.identity import digest, slug
from provenance.records.proposition import Proposition, Relation, RelationKind
from provenance.records.report import Report
from provenance.records.source import Reliability, Source, SourceKind
from provenance.records.spans import Span
from provenance.vocabulary import CP, OA, PROV, RDF, RDFS, SCHEMA, SKOS

CONTEXT = 24
"""Code points of the text kept before and after quoted words, to find them again where the text has moved."""


class Identified(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """The id."""


Named = TypeVar("Named", bound=Identified)
Links = Mapping[str, Sequence[Fact]]
"""What is said of claims outside their own record, by claim id."""

CLAIM_LINKS = {
    RelationKind.SUPPORTS: (CP.supportsClaim,),
    RelationKind.CONTRADICTS: (CP.contradicts,),
    RelationKind.UPDATES: (CP.updates, PROV.wasRevisionOf),
    RelationKind.RELAYS: (CP.relays, PROV.wasDerivedFrom),
    RelationKind.REBUTS: (CP.rebuts,),
    RelationKind.RETRACTS: (CP.retracts,),
}

FIRST_HAND = {
    SourceKind.MONITOR,
    SourceKind.PARTY,
    SourceKind.GOVERNMENT,
    SourceKind.ARMED_GROUP,
    SourceKind.BODY,
    SourceKind.PERSON,
    SourceKind.DOCUMENT,
    SourceKind.IMAGERY,
}
MOUTHPIECES = {SourceKind.STATE_MEDIA, SourceKind.GROUP_MEDIA}


def records(report: Report) -> Iterator[list[Triple]]:
    """Yields the triples of each record: documents, sources, claims, predicates, propositions.

    Within a kind they are sorted by IRI; within a record each part follows what it is part of, and the triples of one
    subject stand together, types first. The order in which the report lists anything does not matter.
    """
    documents, links = documents_of(report), links_of(report)
    stated = stated_addresses(documents)
    for _, document in sorted(documents.items()):
        yield [*document_triples(document, stated)]
    for _, source in sorted(sources_of(report).items()):
        yield source_triples(source)
    for _, claim in sorted(by_iri("claim", report.claims).items()):
        yield [*claim_triples(claim, links.get(claim.id, ()))]
    for predicate, label in sorted({predicate_of(c.triple.predicate) for c in report.claims if c.triple}):
        yield resource(predicate, (RDF.Property,), [(RDFS.label, text(label))])
    for _, assessment in sorted({record_iri("prop", a.proposition.id): a for a in report.assessments}.items()):
        yield [*proposition_triples(assessment, report.as_of)]


def by_iri(kind: str, named: Iterable[Named]) -> dict[str, Named]:
    """Returns the records of a kind by IRI; of several with one id, the first."""
    found: dict[str, Named] = {}
    for record in named:
        found.setdefault(record_iri(kind, record.id), record)
    return found


def documents_of(report: Report) -> dict[str, Document]:
    """Returns every document of a report by its IRI, those that only a claim names too."""
    return by_iri("doc", (*report.documents, *(claim.document for claim in report.claims)))


def sources_of(report: Report) -> dict[str, Source]:
    """Returns every source of a report by its IRI, those that only a claim names too."""
    credited = (source for claim in report.claims for source in (claim.source.source, *claim.chain))
    return by_iri("source", (*report.sources, *credited))


def links_of(report: Report) -> Links:
    """Returns what each claim is about, on which side, and how it stands to other claims, by claim id."""
    links = defaultdict(list)
    for proposition in (assessment.proposition for assessment in report.assessments):
        for predicate, ids in sides(proposition):
            for claim_id in ids:
                links[claim_id].append((predicate, iri(record_iri("prop", proposition.id))))
        for relation in proposition.relations:
            other = iri(record_iri("claim", relation.to_id))
            links[relation.from_id] += [(predicate, other) for predicate in CLAIM_LINKS[relation.kind]]
    return links


def sides(proposition: Proposition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yields the ids of the claims for, against and undecided, each with the property that says so."""
    yield CP.supports, proposition.supporting
    yield CP.opposes, proposition.opposing
    yield CP.leavesOpen, proposition.open


# Documents


def document_triples(document: Document, stated: Mapping[str, str | None]) -> Iterator[Triple]:
    """Yields what is known of a document, without its text, then its credit lines."""
    me = record_iri("doc", document.id)
    origin = stated.get(document.derived_from or "")
    credits = [(part(me, "credit", n), n, credit) for n, credit in enumerate(document.credits, 1)]
    facts = [
        (SCHEMA.headline, text(document.title)),
        (SCHEMA.publisher, text(document.publisher)),
        (SCHEMA.author, text(document.author)),
        (SCHEMA.datePublished, day(document.published)),
        (SCHEMA.inLanguage, text(document.language)),
        (SCHEMA.url, text(document.url)),
        (CP.path, text(document.path)),
        (CP.republishedOn, day(document.republished)),
        (CP.republisher, text(document.republisher)),
        (CP.derivedFromText, text(document.derived_from)),
        (PROV.wasDerivedFrom, iri(origin) if origin and origin != me else None),
        (CP.contentDigest, text(content_digest(document.text) if document.text else None)),
        *((CP.credit, iri(node)) for node, _, _ in credits),
    ]
    yield from resource(me, (CP.Document, SCHEMA.NewsArticle, PROV.Entity), facts)
    for node, n, credit in credits:
        yield from credit_triples(node, n, credit, document)


def credit_triples(node: str, n: int, credit: Credit, document: Document) -> Iterator[Triple]:
    """Yields a credit line: whom it names, and where it stands."""
    place = part(node, "at")
    facts = [(RDFS.label, text(credit.name)), (CP.position, whole(n)), (CP.mention, iri(place))]
    yield from resource(node, (CP.Credit,), facts)
    yield from mention_triples(place, document, Mention(CP.mention, "at", credit.span))


def stated_addresses(documents: Mapping[str, Document]) -> dict[str, str | None]:
    """Returns the document that an id, address or title stands for; None where it stands for several."""
    found: dict[str, str | None] = {}
    for node, document in documents.items():
        for name in {document.id, document.url, document.title} - {None, ""}:
            found[str(name)] = None if name in found else node
    return found


def content_digest(words: str) -> str:
    """Returns the SHA-256 of a text in UTF-8, so that the text read can be recognised without being kept."""
    return "sha256:" + sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


# Sources


def source_triples(source: Source) -> list[Triple]:
    """Returns what is known of a source."""
    family = iri(record_iri("source", source.family))
    facts = [
        (RDFS.label, text(source.name)),
        (CP.sourceKind, member(source.kind)),
        *((SKOS.altLabel, text(alias)) for alias in source.aliases),
        (CP.family, family),
        (PROV.actedOnBehalfOf, family if source.is_mouthpiece else None),
        (CP.side, text(source.side)),
        (CP.listed, truth(source.listed)),
        *reliability_facts(source.reliability),
    ]
    return resource(record_iri("source", source.id), (CP.Source, PROV.Agent), facts)


def reliability_facts(reliability: Reliability) -> Iterator[Fact]:
    """Yields the Admiralty letter of a source, who set it, when and why."""
    yield CP.reliability, text(reliability.letter)
    yield CP.reliabilitySetBy, text(reliability.set_by)
    yield CP.reliabilitySetOn, day(reliability.set_on)
    yield CP.reliabilityReason, text(reliability.reason)


# Claims


def claim_triples(claim: Claim, links: Sequence[Fact] = ()) -> Iterator[Triple]:
    """Yields a claim with its tags, then its subject, the steps of its chain, its quantities and its places."""
    me = record_iri("claim", claim.id)
    mentions = [(part(me, mention.name), mention) for mention in mentions_of(claim)]
    facts = [
        *who_facts(me, claim),
        *wording_facts(me, claim),
        *circumstance_facts(claim),
        *((CP.quantity, iri(part(me, "quantity", n))) for n, _ in enumerate(claim.quantities, 1)),
        *((mention.predicate, iri(node)) for node, mention in mentions),
        *links,
    ]
    yield from resource(me, (CP.Claim, RDF.Statement, PROV.Entity), facts)
    if claim.triple:
        yield from resource(part(me, "subject"), (CP.Subject,), [(RDFS.label, text(claim.triple.subject))])
    for n, source in enumerate(claim.chain, 1):
        facts = [(CP.position, whole(n)), (CP.source, iri(record_iri("source", source.id)))]
        yield from resource(part(me, "chain", n), (CP.ChainStep,), facts)
    for n, quantity in enumerate(claim.quantities, 1):
        yield from quantity_triples(part(me, "quantity", n), n, quantity, claim.document)
    for node, mention in mentions:
        yield from mention_triples(node, claim.document, mention)


def who_facts(me: str, claim: Claim) -> Iterator[Fact]:
    """Yields who is credited, in which words, whom they cite, and the document that says so."""
    origin = iri(record_iri("source", claim.origin.id))
    yield PROV.wasAttributedTo, iri(record_iri("source", claim.source.source.id))
    yield PROV.wasQuotedFrom, iri(record_iri("doc", claim.document.id))
    yield PROV.hadPrimarySource, origin if is_first_hand(claim) else None
    yield CP.origin, origin
    yield CP.sourceText, text(claim.source.text)
    yield CP.inferred, truth(claim.source.inferred)
    yield CP.inferredBecause, text(claim.source.because)
    yield CP.ownEvidence, truth(claim.own_evidence)
    for n, _ in enumerate(claim.chain, 1):
        yield CP.step, iri(part(me, "chain", n))


def is_first_hand(claim: Claim) -> bool:
    """Tells whether the origin is shown to speak for itself: what ``prov:hadPrimarySource`` asks for.

    That is a named person or body that nobody stands before and that cites nobody, a document or images, a mouthpiece
    for its family, or evidence of one's own. What is left open has no primary source.
    """
    if claim.own_evidence:
        return True
    if len(claim.chain) != 1 or claim.stance is Stance.OPEN:
        return False
    return claim.origin.kind in FIRST_HAND or (claim.origin.kind in MOUTHPIECES and claim.origin.is_mouthpiece)


def wording_facts(me: str, claim: Claim) -> Iterator[Fact]:
    """Yields the words: content, cue, and subject, predicate and object as that source put it."""
    yield CP.contentText, text(claim.content.text)
    yield CP.cueText, text(claim.cue.text if claim.cue else None)
    if claim.triple:
        predicate, _ = predicate_of(claim.triple.predicate)
        yield RDF.subject, iri(part(me, "subject"))
        yield RDF.predicate, iri(predicate)
        yield RDF.object, text(claim.triple.object)
        yield CP.predicateText, text(claim.triple.predicate)


def circumstance_facts(claim: Claim) -> Iterator[Fact]:
    """Yields how it is put, and when, where and by whom it is said to have happened."""
    yield CP.stance, member(claim.stance)
    yield CP.hedging, member(claim.hedging)
    yield CP.manner, member(claim.manner)
    yield CP.status, member(claim.status)
    yield CP.eventFrom, day(claim.event_date.start if claim.event_date else None)
    yield CP.eventTo, day(claim.event_date.end if claim.event_date else None)
    yield CP.saidOn, day(claim.said_date)
    yield CP.place, text(claim.place)
    yield CP.responsible, text(claim.responsible)
    yield CP.givenProposition, text(claim.proposition)


def predicate_of(words: str) -> tuple[str, str]:
    """Returns the IRI and the label of the predicate that some words stand for.

    >>> predicate_of("Were killed in")
    ('https://w3id.org/claim-provenance/id/predicate/were-killed-in', 'were killed in')
    """
    name = slug(words)
    return record_iri("predicate", f"predicate:{name}"), name.replace("-", " ")


def quantity_triples(me: str, n: int, quantity: Quantity, document: Document) -> Iterator[Triple]:
    """Yields a quantity as an interval, open where a bound is missing, and where it stands."""
    place = part(me, "at")
    facts: list[Fact] = [
        (CP.position, whole(n)),
        (CP.quantityText, text(quantity.text)),
        (CP.bound, member(quantity.kind)),
        (SCHEMA.minValue, number(quantity.min)),
        (SCHEMA.maxValue, number(quantity.max)),
        (SCHEMA.unitText, text(quantity.unit)),
        (CP.exclusive, truth(quantity.exclusive)),
        (CP.subset, truth(quantity.subset)),
        (CP.quantityMention, iri(place) if quantity.span else None),
    ]
    yield from resource(me, (CP.Quantity,), facts)
    if quantity.span:
        yield from mention_triples(place, document, Mention(CP.quantityMention, "at", quantity.span))


# Where words stand


class Mention(NamedTuple):
    """A place a claim points to: by which property, under which name, and the words if they are kept."""

    predicate: str
    name: str
    span: Span
    words: str | None = None
    position: int | None = None


def mentions_of(claim: Claim) -> Iterator[Mention]:
    """Yields each place a claim points to: content, cue, source, and the sentence around them without its words."""
    credited = Wording(claim.source.text or "", (claim.source.span,) if claim.source.span else ())
    yield from wording_mentions(CP.contentMention, "content", claim.content, claim.document)
    yield from wording_mentions(CP.cueMention, "cue", claim.cue or Wording(""), claim.document)
    yield from wording_mentions(CP.sourceMention, "source", credited, claim.document)
    if claim.sentence:
        yield Mention(CP.sentenceMention, "sentence", claim.sentence)


def wording_mentions(predicate: str, name: str, wording: Wording, document: Document) -> Iterator[Mention]:
    """Yields a place for each span, with its words: cut from the text, or the wording where there is no text."""
    unread = wording.text if len(wording.spans) == 1 else None
    for n, span in enumerate(wording.spans, 1):
        yield Mention(predicate, f"{name}.{n}", span, span.of(document.text) or unread, n)


def mention_triples(me: str, document: Document, mention: Mention) -> Iterator[Triple]:
    """Yields a place in a document: a position, half-open in code points, and the words with what stands around."""
    span, position, quote = mention.span, part(me, "position"), part(me, "quote")
    facts = [
        (OA.hasSource, iri(record_iri("doc", document.id))),
        (OA.hasSelector, iri(position)),
        (OA.hasSelector, iri(quote) if mention.words else None),
        (CP.position, whole(mention.position)),
    ]
    yield from resource(me, (OA.SpecificResource,), facts)
    yield from resource(
        position, (OA.TextPositionSelector,), [(OA.start, whole(span.start)), (OA.end, whole(span.end))]
    )
    if mention.words:
        yield from resource(quote, (OA.TextQuoteSelector,), quote_facts(mention.words, span, document.text))


def quote_facts(words: str, span: Span, document_text: str) -> Iterator[Fact]:
    """Yields the words of a span and a little of what stands before and after them."""
    yield OA.exact, text(words)
    yield OA.prefix, text(document_text[max(0, span.start - CONTEXT) : span.start] or None)
    yield OA.suffix, text(document_text[span.end : span.end + CONTEXT] or None)


# Propositions


def proposition_triples(assessment: Assessment, as_of: date | None) -> Iterator[Triple]:
    """Yields a proposition with its verdict, then the numbers of either side, then how its claims relate."""
    me = record_iri("prop", assessment.proposition.id)
    numbers = [(CP.support, assessment.support), (CP.opposition, assessment.opposition)]
    counted = [(p, part(me, p.rpartition("#")[2]), side) for p, side in numbers if side]
    relations = {relation_iri(me, relation): relation for relation in assessment.proposition.relations}
    facts = [
        *verdict_facts(assessment),
        (CP.asOf, day(as_of)),
        *((predicate, iri(node)) for predicate, node, _ in counted),
        *((CP.relation, iri(node)) for node in relations),
    ]
    yield from resource(me, (CP.Proposition, PROV.Entity), facts)
    for _, node, side in counted:
        yield from resource(node, (CP.Support,), support_facts(side))
    for node, relation in sorted(relations.items()):
        yield from resource(node, (CP.Relation,), relation_facts(relation))


def verdict_facts(assessment: Assessment) -> Iterator[Fact]:
    """Yields the label, the verdict, the rule that fired and the marks that stand beside it."""
    yield RDFS.label, text(assessment.proposition.label)
    yield CP.verdict, member(assessment.verdict)
    yield CP.rule, text(assessment.rule)
    yield CP.why, text(assessment.why)
    yield CP.wouldChange, text(assessment.would_change)
    yield CP.letter, text(assessment.admiralty.letter)
    yield CP.digit, whole(assessment.admiralty.digit)
    for flag in assessment.flags:
        yield CP.flag, text(flag)


def support_facts(support: Support) -> Iterator[Fact]:
    """Yields the numbers of one side, its origins, and what all of it rests on."""
    yield CP.reports, whole(support.reports)
    yield CP.roots, whole(support.roots)
    yield CP.floor, whole(support.floor)
    yield CP.kappa, whole(support.kappa)
    yield CP.effectiveNumber, number(support.n_eff)
    yield CP.floorBySide, whole(support.floor_by_side)
    for predicate, nodes in (
        (CP.origin, support.origins),
        (CP.shownOrigin, support.shown),
        (CP.choke, support.choke),
    ):
        for node in nodes:
            yield predicate, iri(node_iri(node))


def relation_iri(proposition: str, relation: Relation) -> str:
    """Returns the IRI of a relation, within its proposition."""
    return part(proposition, relation.kind, digest(relation.from_id, relation.to_id, relation.because))


def relation_facts(relation: Relation) -> Iterator[Fact]:
    """Yields the kind of a relation, its reason and its two claims."""
    yield CP.relationKind, member(relation.kind)
    yield CP.because, member(relation.because)
    yield CP.fromClaim, iri(record_iri("claim", relation.from_id))
    yield CP.toClaim, iri(record_iri("claim", relation.to_id))
