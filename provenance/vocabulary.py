"""The RDF terms written here, one closed namespace a standard, in the order of the standard; ours comes last.

Terms are plain strings, so nothing heavy is imported. A misspelt term fails at once: in the type checker, and as an
AttributeError when run. A test holds ``CP`` and ``ontology/claims.ttl`` equal, both ways.
"""
# ruff: noqa: N815  the names are those of the standards

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from provenance.errors import UnreadableInput
from provenance.records.assessment import Verdict
from provenance.records.claim import Bound, Hedging, Manner, Stance, Status
from provenance.records.proposition import Reason, RelationKind
from provenance.records.source import SourceKind

Member = TypeVar("Member", bound=StrEnum)

RECORDS = "https://w3id.org/claim-provenance/id/"
"""Where the IRIs of records begin; see ``provenance.exports.iris``."""

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "cp": "https://w3id.org/claim-provenance/ns#",
    "claim": RECORDS + "claim/",
    "doc": RECORDS + "doc/",
    "outlet": RECORDS + "outlet/",
    "predicate": RECORDS + "predicate/",
    "prop": RECORDS + "prop/",
    "report": RECORDS + "report/",
    "source": RECORDS + "source/",
}
"""The prefixes of every export, each with the start of the IRIs it stands for."""


class Namespace:
    """A closed list of terms: each annotated name becomes the IRI of that term."""

    def __init_subclass__(cls, prefix: str) -> None:
        super().__init_subclass__()
        for term in cls.__annotations__:
            setattr(cls, term, PREFIXES[prefix] + term)


def terms(namespace: type[Namespace]) -> tuple[str, ...]:
    """Returns the IRIs of a namespace, in the order of its standard."""
    return tuple(getattr(namespace, term) for term in namespace.__annotations__)


class RDF(Namespace, prefix="rdf"):
    """RDF 1.1 concepts; reification is RDF Schema 1.1, section 5.3."""

    type: str
    Property: str
    Statement: str
    subject: str
    predicate: str
    object: str


class RDFS(Namespace, prefix="rdfs"):
    """RDF Schema 1.1."""

    label: str


class XSD(Namespace, prefix="xsd"):
    """XML Schema datatypes."""

    string: str
    boolean: str
    decimal: str
    integer: str
    double: str
    date: str


class PROV(Namespace, prefix="prov"):
    """PROV-O, in the order of its starting point, expanded and qualified terms."""

    Entity: str
    Agent: str
    wasAttributedTo: str
    actedOnBehalfOf: str
    wasDerivedFrom: str
    wasRevisionOf: str
    wasQuotedFrom: str
    hadPrimarySource: str


class OA(Namespace, prefix="oa"):
    """Web Annotation Vocabulary: a resource narrowed down by selectors (section 3)."""

    SpecificResource: str
    hasSource: str
    hasSelector: str
    TextQuoteSelector: str
    exact: str
    prefix: str
    suffix: str
    TextPositionSelector: str
    start: str
    end: str


class SKOS(Namespace, prefix="skos"):
    """SKOS Core."""

    Concept: str
    ConceptScheme: str
    altLabel: str
    inScheme: str
    notation: str


class SCHEMA(Namespace, prefix="schema"):
    """schema.org, classes then properties."""

    NewsArticle: str
    author: str
    datePublished: str
    headline: str
    inLanguage: str
    maxValue: str
    minValue: str
    publisher: str
    unitText: str
    url: str


class CP(Namespace, prefix="cp"):
    """What the standards lack, in the order of ``ontology/claims.ttl``."""

    # Classes
    Claim: str
    Subject: str
    Proposition: str
    Source: str
    Document: str
    ChainStep: str
    Quantity: str
    Relation: str
    Credit: str
    Support: str
    # From a claim to what it is about
    about: str
    supports: str
    opposes: str
    leavesOpen: str
    # From a claim to another
    supportsClaim: str
    contradicts: str
    updates: str
    relays: str
    rebuts: str
    retracts: str
    # Of a claim: who
    step: str
    source: str
    position: str
    origin: str
    sourceText: str
    inferred: str
    inferredBecause: str
    ownEvidence: str
    # Of a claim: the words and where they stand
    mention: str
    contentMention: str
    sourceMention: str
    cueMention: str
    sentenceMention: str
    quantityMention: str
    contentText: str
    cueText: str
    predicateText: str
    # Of a claim: how it is put
    stance: str
    hedging: str
    manner: str
    status: str
    # Of a claim: how many, when, where, by whom
    quantity: str
    quantityText: str
    bound: str
    exclusive: str
    subset: str
    eventFrom: str
    eventTo: str
    saidOn: str
    place: str
    responsible: str
    givenProposition: str
    # Of a source
    sourceKind: str
    family: str
    side: str
    listed: str
    reliability: str
    reliabilitySetBy: str
    reliabilitySetOn: str
    reliabilityReason: str
    # Of a document
    path: str
    republishedOn: str
    republisher: str
    derivedFromText: str
    contentDigest: str
    credit: str
    # Of a proposition
    verdict: str
    rule: str
    why: str
    wouldChange: str
    flag: str
    letter: str
    digit: str
    asOf: str
    support: str
    opposition: str
    # Of one side of a proposition
    reports: str
    roots: str
    floor: str
    kappa: str
    effectiveNumber: str
    floorBySide: str
    shownOrigin: str
    choke: str
    # Of a relation between claims
    relation: str
    relationKind: str
    because: str
    fromClaim: str
    toClaim: str
    # Concept schemes
    SourceKinds: str
    Manners: str
    Stances: str
    Hedgings: str
    Statuses: str
    Bounds: str
    Verdicts: str
    RelationKinds: str
    Reasons: str


SCHEMES: dict[type[StrEnum], tuple[str, str]] = {
    SourceKind: (CP.SourceKinds, "kind"),
    Manner: (CP.Manners, "manner"),
    Stance: (CP.Stances, "stance"),
    Hedging: (CP.Hedgings, "hedging"),
    Status: (CP.Statuses, "status"),
    Bound: (CP.Bounds, "bound"),
    Verdict: (CP.Verdicts, "verdict"),
    RelationKind: (CP.RelationKinds, "relation"),
    Reason: (CP.Reasons, "because"),
}
"""For each closed set of the records: its concept scheme, and the word its concepts begin with."""


def concept(member: StrEnum) -> str:
    """Returns the IRI of the SKOS concept for a member of a closed set.

    >>> concept(Stance.ASSERTS)
    'https://w3id.org/claim-provenance/ns#stance-asserts'
    """
    _, stem = SCHEMES[type(member)]
    return f"{PREFIXES['cp']}{stem}-{member.value}"


def concepts(members: type[Member]) -> dict[str, Member]:
    """Returns the members of a closed set by the IRI of their concept, in the order of the set."""
    return {concept(member): member for member in members}


def shortened(iri: str) -> str:
    """Returns the IRI with its prefix, or as it is where none fits.

    >>> shortened("http://www.w3.org/ns/prov#Agent"), shortened("https://example.org/")
    ('prov:Agent', 'https://example.org/')
    """
    fitting = (f"{prefix}:{iri[len(start) :]}" for prefix, start in PREFIXES.items() if iri.startswith(start))
    return next(fitting, iri)


def ontology_file(name: str) -> Path:
    """Returns where a file of the ontology stands, such as ``claims.ttl`` or ``queries/single-sourced.rq``.

    An installed wheel holds the ontology inside the package, a source checkout beside it.

    Raises:
        UnreadableInput: The ontology has no file of that name.
    """
    package = Path(str(files("provenance")))
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / name).is_file():
            return folder / name
    raise UnreadableInput(f"ontology/{name}", "no such file", "install the package again, or check the name")
