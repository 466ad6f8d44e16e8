"""Claims that are listed and not counted: withdrawn, superseded, or not yet out on the day asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.assessment.sourcing import known_on
from provenance.records.assessment import Assessment
from provenance.records.claim import Claim, Stance, Status
from provenance.records.proposition import RelationKind
from provenance.records.report import Report
from provenance.reports.order import claim_ids
from provenance.reports.wording import day_words

_ENDINGS = {Status.RETRACTED: RelationKind.RETRACTS, Status.SUPERSEDED: RelationKind.UPDATES}
_WORDS = {Status.RETRACTED: "withdrawn", Status.SUPERSEDED: "superseded"}


@dataclass(frozen=True)
class Lapsed:
    """A claim that is not counted: the word for it, and the claims that ended it, as far as they were read."""

    claim: Claim
    word: str
    by: tuple[Claim, ...] = ()


def lapsed(assessment: Assessment, report: Report) -> Iterator[Lapsed]:
    """Yields the claims for and against a proposition that do not count on the day of the report."""
    proposition = assessment.proposition
    known = known_on(proposition, report.claims_by_id, report.as_of)
    for name in (*proposition.supporting, *proposition.opposing):
        claim = known.get(name)
        if claim is None and name in report.claims_by_id:
            yield Lapsed(report.claims_by_id[name], f"after {day_words(report.as_of)}")
        elif claim is not None and claim.stance is Stance.RETRACTS:
            yield Lapsed(claim, "withdrawal")
        elif claim is not None and claim.status is not Status.ACTIVE:
            yield Lapsed(claim, _WORDS[claim.status], _ended_by(claim, assessment, report))


def _ended_by(claim: Claim, assessment: Assessment, report: Report) -> tuple[Claim, ...]:
    """Returns what ended a claim by the relations; else the withdrawals that its own family makes there."""
    kind = _ENDINGS[claim.status]
    relations = sorted(r for r in assessment.proposition.relations if r.kind is kind and r.to_id == claim.id)
    found = [report.claims_by_id[r.from_id] for r in relations if r.from_id in report.claims_by_id]
    if found or kind is not RelationKind.RETRACTS:
        return tuple(found)
    listed = (report.claims_by_id[name] for name in claim_ids(assessment) if name in report.claims_by_id)
    return tuple(c for c in listed if c.stance is Stance.RETRACTS and c.origin.family == claim.origin.family)
