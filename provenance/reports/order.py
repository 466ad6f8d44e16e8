"""Which propositions a report shows, and in which order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from provenance.records.assessment import Assessment, Verdict
from provenance.records.report import Report
from provenance.records.source import SourceKind
from provenance.reports.wording import VERDICT_WORDS

MOST_SHOWN = 50
"""Propositions of one verdict that the overview shows before it says how many more there are."""


@dataclass(frozen=True)
class Section:
    """The propositions of one verdict: those shown, and how many are left out for which reason."""

    verdict: Verdict
    shown: tuple[Assessment, ...]
    voice_only: int = 0
    cut: int = 0

    @property
    def size(self) -> int:
        """How many propositions have this verdict, shown or not."""
        return len(self.shown) + self.voice_only + self.cut


def only(report: Report, verdicts: Collection[Verdict]) -> Report:
    """Returns the report with the propositions of these verdicts and their claims; all of it where none is named."""
    if not verdicts:
        return report
    kept = tuple(a for a in report.assessments if a.verdict in verdicts)
    spoken_of = {name for a in kept for name in claim_ids(a)}
    return replace(report, assessments=kept, claims=tuple(c for c in report.claims if c.id in spoken_of))


def claim_ids(assessment: Assessment) -> tuple[str, ...]:
    """Returns the ids of the claims for, against and about a proposition."""
    proposition = assessment.proposition
    return (*proposition.supporting, *proposition.opposing, *proposition.open)


def ordered(report: Report) -> Report:
    """Returns the report with its propositions in the order of the sections, each section as it was."""
    rank = {verdict: place for place, verdict in enumerate(VERDICT_WORDS)}
    return replace(report, assessments=tuple(sorted(report.assessments, key=lambda a: rank[a.verdict])))


def sections(report: Report, *, everything: bool) -> tuple[Section, ...]:
    """Returns the sections that have propositions, in the order of reports.

    The overview (not ``everything``) leaves out propositions that outlets state in their own voice alone, and what
    goes beyond ``MOST_SHOWN`` of one verdict. Contested ones are always shown.
    """
    found = (_section(verdict, report, everything=everything) for verdict in VERDICT_WORDS)
    return tuple(section for section in found if section.size)


def _section(verdict: Verdict, report: Report, *, everything: bool) -> Section:
    found = [a for a in report.assessments if a.verdict is verdict]
    if everything or verdict is Verdict.CONTESTED:
        return Section(verdict, tuple(found))
    credited = [a for a in found if verdict is not Verdict.UNATTRIBUTED or not is_voice_only(a, report)]
    shown = credited[:MOST_SHOWN]
    return Section(verdict, tuple(shown), voice_only=len(found) - len(credited), cut=len(credited) - len(shown))


def is_voice_only(assessment: Assessment, report: Report) -> bool:
    """Tells whether outlets alone say it, crediting nobody."""
    claims = (report.claims_by_id.get(name) for name in claim_ids(assessment))
    return all(claim is None or claim.origin.kind is SourceKind.PUBLISHER for claim in claims)
