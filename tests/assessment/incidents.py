"""Incidents as claims read in: one proposition each, given; for the tests of scales."""

from __future__ import annotations

from datetime import date

from provenance.assessment.assess import assess
from provenance.assessment.scales.contract import Case
from provenance.assessment.scales.table import SCALES
from provenance.assessment.sourcing import weigh
from provenance.labelling import Reader
from provenance.propositions.group import group
from provenance.records.claim import Bound, Claim, Quantity, Stance, Wording
from provenance.records.decisions import Ledger
from provenance.records.document import Document
from provenance.records.identity import slug
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.sources.registry import load_registry

STRIKE = "civilians were killed in an airstrike"
READER = Reader(load_registry())


def said(name, words=STRIKE, *, kind="outlet", stance="asserts", letter="F", family="", side=None, dead=None, **fields):
    """A claim of one source in a document of its own, about the incident."""
    reliability = Reliability(letter, "A. Ruiz" if letter != "F" else None)
    source = Source(f"source:{slug(name)}", name, SourceKind(kind), family=family, side=side, reliability=reliability)
    place = f"{slug(name)}-{slug(words)}-{fields.get('responsible')}.txt"
    document = Document(path=place, publisher=name, published=date(2017, 3, 17))
    fields.setdefault("quantities", (Quantity(f"{dead} dead", Bound.EXACT, dead, dead),) if dead else ())
    return Claim(
        document, Credited(source, name), Wording(words), (source,), stance=Stance(stance), proposition="i", **fields
    )


def labelled(scale, *claims, ledger=None):
    """The label of an incident on a scale."""
    known, (proposition,) = group(claims)
    by_id = {claim.id: claim for claim in known}
    assessment = assess(proposition, by_id)
    return SCALES[scale].judge(Case(weigh(proposition, by_id), assessment, ledger or Ledger(), READER))
