"""Findings: the propositions whose verdict is at or above a threshold, each at a place in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from provenance.records.assessment import Assessment, Verdict
from provenance.records.claim import Claim
from provenance.records.identity import unique
from provenance.records.report import Report
from provenance.reports.wording import VERDICT_WORDS, place_of, position_of, printable, shortened

THRESHOLDS = (Verdict.APPARENTLY_CORROBORATED, Verdict.SINGLE_SOURCED, Verdict.UNATTRIBUTED, Verdict.CONTESTED)
"""The verdicts that are thresholds, the lowest first; the others are found only when named."""


@dataclass(frozen=True)
class Finding:
    """A verdict that was to be found, at the words it is about; line and column from 1."""

    path: str
    line: int
    column: int
    rule: Verdict
    message: str
    proposition_id: str
    claim_id: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.rule.value}: {self.message}"


def failing(named: Collection[Verdict]) -> frozenset[Verdict]:
    """Returns the verdicts that are findings: those named, and every threshold above the lowest one named.

    >>> sorted(failing([Verdict.UNATTRIBUTED, Verdict.RETRACTED]))
    [<Verdict.CONTESTED: 'contested'>, <Verdict.RETRACTED: 'retracted'>, <Verdict.UNATTRIBUTED: 'unattributed'>]
    """
    lowest = min((THRESHOLDS.index(verdict) for verdict in named if verdict in THRESHOLDS), default=len(THRESHOLDS))
    return frozenset(named) | frozenset(THRESHOLDS[lowest:])


def find(report: Report, named: Collection[Verdict]) -> Iterator[Finding]:
    """Yields one finding per proposition, at its first words in document order, by file, line and column.

    A claim read in without its document stands at line 1, column 1 of the file it names.
    """
    wanted = failing(named)
    found = [finding(a, report) for a in report.assessments if a.verdict in wanted]
    yield from sorted(found, key=lambda f: (f.path, f.line, f.column, f.proposition_id))


def finding(assessment: Assessment, report: Report) -> Finding:
    """Returns the finding of one proposition; the other places of its supporting claims stand in the message."""
    claims = [report.claims_by_id[n] for n in assessment.proposition.supporting if n in report.claims_by_id]
    path, line, column = position_of(claims[0]) if claims else ("-", None, None)
    return Finding(
        path=path,
        line=line or 1,
        column=column or 1,
        rule=assessment.verdict,
        message=_message(assessment, claims),
        proposition_id=assessment.proposition.id,
        claim_id=claims[0].id if claims else "",
    )


def _message(assessment: Assessment, claims: list[Claim]) -> str:
    label = shortened(printable(assessment.proposition.label), 120)
    places = unique(place_of(claim) for claim in claims)[1:]
    also = f"; also at {', '.join(places[:3])}{' and elsewhere' if places[3:] else ''}" if places else ""
    why = printable(assessment.why) or VERDICT_WORDS[assessment.verdict]
    return f"“{label}”: {why.rstrip('.')}{also} [{printable(assessment.proposition.id)}]"
