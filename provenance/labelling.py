"""Letters of a ledger put on sources, and labels of other trades put on assessments: stages brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from provenance.assessment.scales.contract import Case
from provenance.assessment.scales.table import SCALES
from provenance.assessment.sourcing import weigh
from provenance.propositions.kinds import kind_of_all
from provenance.propositions.parties import responsible_in
from provenance.records.assessment import Assessment, Verdict
from provenance.records.belligerent import Belligerent
from provenance.records.claim import Claim
from provenance.records.decisions import ClaimKind, Ledger
from provenance.records.report import Report
from provenance.records.source import Source
from provenance.sources.belligerents import belligerent_speaking, belligerents_in
from provenance.sources.registry import Registry


def with_letters(claims: Iterable[Claim], ledger: Ledger) -> list[Claim]:
    """Returns the claims with the letters that the ledger gives their sources; ids stay as they are."""
    known: dict[Source, Source] = {}

    def lettered(source: Source) -> Source:
        if source not in known:
            known[source] = replace(source, reliability=ledger.reliability(source))
        return known[source]

    return [_with(claim, lettered(claim.source.source), tuple(map(lettered, claim.chain))) for claim in claims]


def _with(claim: Claim, source: Source, chain: tuple[Source, ...]) -> Claim:
    if source == claim.source.source and chain == claim.chain:
        return claim
    return replace(claim, source=replace(claim.source, source=source), chain=chain)


def with_label(
    assessment: Assessment,
    claims: Mapping[str, Claim],
    scale: str,
    *,
    as_of: date | None,
    ledger: Ledger,
    reader: Reader,
) -> Assessment:
    """Returns the assessment with its label on a scale.

    Args:
        assessment: What was judged already.
        claims: The claims by id.
        scale: The name of the scale.
        as_of: The day the label holds for, the same as that of the verdict.
        ledger: What people have decided on sources.
        reader: What is known of parties and kinds of claims.
    """
    sourcing = weigh(assessment.proposition, claims, as_of)
    return replace(assessment, scale=SCALES[scale].judge(Case(sourcing, assessment, ledger, reader)))


def agreements(report: Report, source: Source, ledger: Ledger) -> dict[ClaimKind, int]:
    """Returns by kind in how many propositions a shown origin of another family agrees with a source, unchecked.

    Contested and withdrawn propositions do not count, nor those where a claim of the source has been checked.
    """
    checked = {check.claim for check in ledger.checks(source.id)}
    kinds = Counter(
        kind_of_all(said)
        for assessment in report.assessments
        if assessment.verdict is Verdict.CORROBORATED and source.id in assessment.support.shown
        if (said := _said_by(source, assessment, report)) and not checked & {claim.id for claim in said}
    )
    return dict(kinds)


def _said_by(source: Source, assessment: Assessment, report: Report) -> list[Claim]:
    claims = (report.claims_by_id[name] for name in assessment.proposition.supporting if name in report.claims_by_id)
    return [claim for claim in claims if claim.origin.id == source.id]


@dataclass(frozen=True)
class Reader:
    """Reads parties and kinds out of claims, with the registry at hand."""

    registry: Registry

    def accused(self, claim: Claim) -> tuple[Belligerent, ...]:
        """Returns the parties a claim holds responsible, as given or as its wording has it."""
        if claim.id not in self._accused:
            blame = None if claim.responsible else responsible_in(claim)
            words = claim.responsible or (blame.party.text if blame else "")
            self._accused[claim.id] = belligerents_in(words, self.registry) if words else ()
        return self._accused[claim.id]

    def speaking(self, source: Source) -> Belligerent:
        """Returns a source as a party."""
        if source not in self._speaking:
            self._speaking[source] = belligerent_speaking(source, self.registry)
        return self._speaking[source]

    def kind(self, claims: Iterable[Claim]) -> ClaimKind:
        """Returns what most of the claims are about."""
        return kind_of_all(claims)

    @cached_property
    def _accused(self) -> dict[str, tuple[Belligerent, ...]]:
        return {}

    @cached_property
    def _speaking(self) -> dict[Source, Belligerent]:
        return {}
