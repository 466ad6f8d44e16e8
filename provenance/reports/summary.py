"""The head of a report: what was read, how many of each verdict, and who is credited most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from provenance.records.assessment import Assessment, Verdict
from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.identity import unique
from provenance.records.report import Report
from provenance.records.source import Source, SourceKind
from provenance.reports.wording import VERDICT_WORDS, counted, day_words, name_of, printable


@dataclass(frozen=True)
class SourceLine:
    """How much rests on one source: its claims, the documents they stand in, and what it alone is the origin of."""

    source: Source
    claims: int
    documents: int
    sole_origin: int
    contested: int


def scope_words(report: Report) -> str:
    """Returns what was read and found, in a line."""
    return ", ".join(
        (
            counted(len(report.documents), "document"),
            counted(len(report.claims), "claim"),
            counted(sum(1 for line in source_lines(report)), "credited source"),
            counted(len(report.assessments), "proposition"),
        )
    )


def as_of_words(report: Report) -> str:
    """Returns the day the verdicts hold for."""
    return f"as of {day_words(report.as_of)}" if report.as_of else "no date known"


def verdict_counts(report: Report) -> tuple[tuple[Verdict, int], ...]:
    """Returns the verdicts that occur with their number, in the order of reports."""
    found = Counter(assessment.verdict for assessment in report.assessments)
    return tuple((verdict, found[verdict]) for verdict in VERDICT_WORDS if found[verdict])


def source_lines(report: Report) -> tuple[SourceLine, ...]:
    """Returns the sources somebody credits, those with most claims first; an outlet's own voice is not among them.

    Nameless ones are a source of their own in each outlet; here those of one wording share a line.
    """
    credits = [(source, claim) for claim in report.claims for source in _credited(claim)]
    keys = {source.id: _key(source) for source, _ in credits}
    claims = Counter(key for key, _ in {(_key(source), claim.id) for source, claim in credits})
    documents = Counter(key for key, _ in {(_key(source), claim.document.id) for source, claim in credits})
    alone = (a.support.origins[0] for a in report.assessments if len(a.support.origins) == 1)
    sole = Counter(keys.get(origin, origin) for origin in alone)
    disputes = [a for a in report.assessments if a.verdict is Verdict.CONTESTED]
    contested = Counter(key for a in disputes for key in {keys.get(origin, origin) for origin in _origins(a)})
    named = {_key(source): source for source, _ in reversed(credits)}
    lines = (SourceLine(s, claims[k], documents[k], sole[k], contested[k]) for k, s in named.items())
    return tuple(sorted(lines, key=lambda line: (-line.claims, line.source.name, line.source.id)))


def document_words(document: Document) -> tuple[str, str, str]:
    """Returns path, publisher and day of a document; what is unknown is empty."""
    day = day_words(document.published) if document.published else ""
    return name_of(document), printable(document.publisher or document.author or ""), day


def publishers_words(report: Report) -> str:
    """Returns how many publishers were read and the days they span."""
    publishers = unique(document.publisher for document in report.documents if document.publisher)
    days = sorted(document.published for document in report.documents if document.published)
    span = f", published {day_words(days[0])} to {day_words(days[-1])}" if days else ""
    return counted(len(publishers), "publisher") + span


def _credited(claim: Claim) -> list[Source]:
    chain = claim.chain or (claim.source.source,)
    return [source for source in chain if source.kind is not SourceKind.PUBLISHER]


def _key(source: Source) -> str:
    return source.name.casefold() if source.kind.is_nameless else source.id


def _origins(assessment: Assessment) -> tuple[str, ...]:
    against = assessment.opposition.origins if assessment.opposition else ()
    return unique((*assessment.support.origins, *against))
