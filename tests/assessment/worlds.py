"""Small reports of any kind, for tests of what must hold for all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from provenance.assessment.assess import assess
from provenance.exports.report_json import report_object
from provenance.records.claim import Claim, Hedging, Manner, Stance, Status, Triple, Wording
from provenance.records.document import Credit, Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.report import Report
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.records.spans import Span


def source(name, kind, family="", side=None, letter="F", aliases=()):
    return Source(f"source:{name.lower().replace(' ', '-')}", name, kind, aliases, family, side, Reliability(letter))


PEOPLE = (
    source("Monitor", SourceKind.MONITOR, letter="B"),
    source("Ministry", SourceKind.GOVERNMENT, side="south"),
    source("South TV", SourceKind.STATE_MEDIA, family="source:ministry", side="south"),
    source("Spokesman", SourceKind.PERSON, family="source:south-tv"),
    source("Brigade", SourceKind.ARMED_GROUP, side="north"),
    source("Brigade News", SourceKind.GROUP_MEDIA, family="source:brigade-command", side="north"),
    source("Brigade Radio", SourceKind.GROUP_MEDIA, family="source:brigade-command", side="north"),
    source("Weekly", SourceKind.OUTLET, aliases=("The Weekly",)),
    source("Institute", SourceKind.UNKNOWN),
    source("Locals", SourceKind.ANONYMOUS_PLURAL),
    source("Nobody", SourceKind.UNNAMED),
)
OUTLETS = ("Daily", "The Weekly", "Evening", "South TV")


@st.composite
def documents(draw):
    number = draw(st.integers(0, 2))
    outlet = draw(st.sampled_from(OUTLETS))
    credits = draw(st.sampled_from([(), (), ("Agency",), ("Agency", "Weekly")]))
    day = draw(st.sampled_from([None, 1, 2, 3]))
    return Document(
        path=f"{outlet}-{number}.txt",
        publisher=outlet if number else None,
        author=outlet,
        published=day and date(2021, 3, day),
        republisher=draw(st.sampled_from([None, None, "Mirror"])),
        derived_from=draw(st.sampled_from([None, None, None, "Distant Post", "Daily-1.txt"])),
        credits=tuple(Credit(name, Span(0, 1)) for name in credits),
        given_id=f"doc:{outlet}-{number}-{day}",
    )


@st.composite
def claims(draw, read):
    document = draw(st.sampled_from(read))
    chain = tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=3)))
    voice = source(document.outlet, SourceKind.PUBLISHER)
    credited = chain[0] if chain else next((s for s in PEOPLE if s.id == voice.id), voice)
    return Claim(
        document,
        Credited(credited),
        Wording(draw(st.sampled_from(["so", "just so"]))),
        chain,
        manner=Manner.INDIRECT if chain else Manner.VOICE,
        stance=draw(st.sampled_from([*[Stance.ASSERTS] * 4, *Stance])),
        hedging=draw(st.sampled_from([Hedging.NONE, Hedging.ALLEGED])),
        triple=draw(st.sampled_from([None, Triple("It", "did", "so"), Triple("Rebels", "did", "so")])),
        responsible=draw(st.sampled_from([None, None, "Institute"])),
        status=draw(st.sampled_from([*[Status.ACTIVE] * 5, Status.SUPERSEDED, Status.RETRACTED])),
        own_evidence=draw(st.sampled_from([False, False, False, True])),
    )


def relations(made):
    return st.builds(
        lambda kind, a, b, because: Relation(kind, a.id, b.id, because),
        st.sampled_from([RelationKind.RELAYS, *RelationKind]),
        st.sampled_from(made),
        st.sampled_from(made),
        st.sampled_from([Reason.NEAR_COPY, Reason.STATED, Reason.DENIAL]),
    ).filter(lambda relation: relation.from_id != relation.to_id)


@st.composite
def worlds(draw, largest=7):
    """A proposition with its claims, and the day it is judged for."""
    read = draw(st.lists(documents(), min_size=1, max_size=5, unique_by=lambda document: document.id))
    made = draw(st.lists(claims(read), min_size=1, max_size=largest, unique_by=lambda claim: claim.id))
    sides = [draw(st.sampled_from("ssssoon")) for _ in made]
    related = draw(st.lists(relations(made), max_size=4)) if len(made) > 1 else []
    listed = [tuple(c.id for c, side in zip(made, sides, strict=True) if side == which) for which in "son"]
    as_of = draw(st.sampled_from([None, None, date(2021, 3, 3), date(2021, 3, 2)]))
    return Proposition("prop:1", "so", *listed, tuple(related)), made, as_of


def as_report(proposition, made, as_of=None):
    """The report of one proposition, as its object."""
    assessment = assess(proposition, {claim.id: claim for claim in made}, as_of=as_of)
    found = {s.id: s for claim in made for s in (claim.source.source, *claim.chain)}
    read = {claim.document.id: claim.document for claim in made}
    return report_object(Report(as_of, tuple(read.values()), tuple(found.values()), tuple(made), (assessment,)))
