"""A small report made by hand, with every verdict, for tests that need no language pipeline."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from provenance.graph.evidence import report_node
from provenance.records.assessment import Admiralty, Assessment, Edge, Support, Verdict
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
from provenance.records.document import Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.report import Report
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.records.spans import Span

HARBOUR = Document(
    text=(
        "Ferries to the outer islands stopped on Tuesday.\n\n"
        "The port authority said at least 40 passengers were taken off a stranded ferry, Reuters reported.\n"
        "It later said the engine room had burned. The seafarers' union denied that any passengers were taken off.\n"
        "Two deckhands said the captain left first.\n"
    ),
    path="harbour.txt",
    publisher="Harbour Courier",
    title="Ferries stop",
    published=date(2021, 3, 4),
)
ISLAND = Document(
    text=(
        "According to the port authority, 40 passengers were taken off the ferry.\n"
        "A tug may have reached the ferry at noon, the pilots' office said.\n"
        "The coast guard withdrew its statement that the ferry had sunk.\n"
        "Quays were empty.\n"
    ),
    path="island.md",
    publisher="Island Post",
    published=date(2021, 3, 6),
    first_line=5,
)

PORT = Source(
    "source:port-authority", "Port authority", SourceKind.GOVERNMENT, reliability=Reliability("B", "A. Editor")
)
REUTERS = Source("source:reuters", "Reuters", SourceKind.OUTLET, aliases=("Thomson Reuters",), listed=True)
UNION = Source("source:seafarers-union", "Seafarers' union", SourceKind.PARTY, side="crew")
HANDS = Source("source:two-deckhands", "Two deckhands", SourceKind.ANONYMOUS_PLURAL)
PILOTS = Source("source:pilots-office", "Pilots' office", SourceKind.BODY)
GUARD = Source("source:coast-guard", "Coast guard", SourceKind.GOVERNMENT, family="source:navy")
COURIER = Source("source:harbour-courier", "Harbour Courier", SourceKind.PUBLISHER)
POST = Source("source:island-post", "Island Post", SourceKind.PUBLISHER)


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def wording(document: Document, words: str) -> Wording:
    return Wording(words, (span(document, words),))


def credited(document: Document, source: Source, words: str, because: str | None = None) -> Credited:
    return Credited(source, words, span(document, words), inferred=bool(because), because=because)


RESCUE = Claim(
    document=HARBOUR,
    source=credited(HARBOUR, PORT, "The port authority"),
    content=wording(HARBOUR, "at least 40 passengers were taken off a stranded ferry"),
    chain=(REUTERS, PORT),
    cue=wording(HARBOUR, "said"),
    triple=Triple("at least 40 passengers", "were taken off", "a stranded ferry"),
    quantities=(
        Quantity(
            "at least 40 passengers", Bound.AT_LEAST, 40, None, "passengers", span(HARBOUR, "at least 40 passengers")
        ),
    ),
    event_date=Interval(date(2021, 3, 2), date(2021, 3, 2)),
    sentence=Span(50, 148),
)
RESCUE_TOO = Claim(
    document=ISLAND,
    source=credited(ISLAND, PORT, "the port authority"),
    content=wording(ISLAND, "40 passengers were taken off the ferry"),
    chain=(PORT,),
    cue=wording(ISLAND, "According to"),
)
DENIAL = Claim(
    document=HARBOUR,
    source=credited(HARBOUR, UNION, "The seafarers' union"),
    content=wording(HARBOUR, "any passengers were taken off"),
    chain=(UNION,),
    cue=wording(HARBOUR, "denied"),
    stance=Stance.DENIES,
)
FIRE = Claim(
    document=HARBOUR,
    source=credited(HARBOUR, PORT, "It", "pronoun, the last source named"),
    content=wording(HARBOUR, "the engine room had burned"),
    chain=(PORT,),
    cue=wording(HARBOUR, "said the engine"),
)
CAPTAIN = Claim(
    document=HARBOUR,
    source=credited(HARBOUR, HANDS, "Two deckhands"),
    content=wording(HARBOUR, "the captain left first"),
    chain=(HANDS,),
)
TUG = Claim(
    document=ISLAND,
    source=credited(ISLAND, PILOTS, "the pilots' office"),
    content=wording(ISLAND, "A tug may have reached the ferry at noon"),
    chain=(PILOTS,),
    hedging=Hedging.POSSIBLE,
)
SUNK = Claim(
    document=ISLAND,
    source=credited(ISLAND, GUARD, "The coast guard"),
    content=wording(ISLAND, "the ferry had sunk"),
    chain=(GUARD,),
    stance=Stance.RETRACTS,
    status=Status.RETRACTED,
)
STOPPED = Claim(
    document=HARBOUR,
    source=Credited(COURIER),
    content=wording(HARBOUR, "Ferries to the outer islands stopped on Tuesday"),
    manner=Manner.VOICE,
)
EMPTY = Claim(document=ISLAND, source=Credited(POST), content=wording(ISLAND, "Quays were empty"), manner=Manner.VOICE)
CLAIMS = (STOPPED, RESCUE, FIRE, DENIAL, CAPTAIN, RESCUE_TOO, TUG, SUNK, EMPTY)


def support(*claims: Claim, floor: int = 1, kappa: int = 1) -> Support:
    """The numbers of claims that share no party but those at the ends of their chains."""
    routes = {claim.id: (report_node(claim), *(source.id for source in claim.chain)) for claim in claims}
    edges = {Edge(a, b) for route in routes.values() for a, b in pairwise(route)}
    origins = tuple(sorted({claim.origin.id for claim in claims}))
    return Support(
        reports=len(claims),
        roots=len(origins),
        kappa=kappa,
        floor=floor,
        n_eff=float(len(origins)),
        choke=origins if len(origins) == 1 else (),
        origins=origins,
        shown=origins[:floor],
        floor_by_side=min(floor, 1),
        edges=tuple(sorted(edges)),
        cut=origins[:kappa],
        chains=tuple(sorted(routes.values()))[:kappa],
        shown_chains=tuple(sorted(routes.values()))[:floor],
    )


def assessed(
    verdict: Verdict, label: str, *claims: Claim, against: Claim | None = None, flags: tuple[str, ...] = ()
) -> Assessment:
    opposing = (against.id,) if against else ()
    relations = tuple(
        Relation(RelationKind.CONTRADICTS, against.id, claim.id, Reason.DENIAL) for claim in claims if against
    )
    return Assessment(
        proposition=Proposition(
            f"prop:{verdict.value}-{claims[0].id[-6:]}", label, tuple(c.id for c in claims), opposing, (), relations
        ),
        verdict=verdict,
        support=support(*claims, floor=2 if verdict is Verdict.CORROBORATED else 1),
        opposition=support(against) if against else None,
        flags=flags,
        admiralty=Admiralty("B", 3),
        rule=f"the row {verdict.value}",
        why=f"The reasons why it is {verdict.value}.",
        would_change="A second origin of another family.",
    )


ASSESSMENTS = (
    assessed(Verdict.RETRACTED, "the ferry had sunk", SUNK),
    assessed(Verdict.CORROBORATED, "the tug came at noon", TUG, RESCUE_TOO, flags=("across-sides",)),
    assessed(Verdict.APPARENTLY_CORROBORATED, "the captain left and the engine burned", CAPTAIN, FIRE),
    assessed(Verdict.UNATTRIBUTED, "ferries stopped on Tuesday", STOPPED),
    assessed(Verdict.UNATTRIBUTED, "quays were empty", EMPTY),
    assessed(Verdict.UNATTRIBUTED, "the captain left first", CAPTAIN),
    assessed(Verdict.SINGLE_SOURCED, "the engine room had burned", FIRE, flags=("one-sided", "party")),
    assessed(Verdict.CONTESTED, "40 passengers were taken off a ferry", RESCUE, RESCUE_TOO, against=DENIAL),
)


@pytest.fixture
def report() -> Report:
    """Two documents, nine claims, and propositions of every verdict, in an order of no meaning."""
    sources = (PORT, REUTERS, UNION, HANDS, PILOTS, GUARD, COURIER, POST)
    return Report(
        date(2021, 3, 6), (HARBOUR, ISLAND), sources, CLAIMS, ASSESSMENTS, ("harbour.txt: one passage was skipped",)
    )
