"""Who says a proposition and who denies it, grouped by origin: what every form of report draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provenance.records.assessment import Assessment
from provenance.records.claim import Claim, Stance
from provenance.records.identity import unique
from provenance.records.report import Report
from provenance.records.source import Source
from provenance.reports.scales import scale_words
from provenance.reports.wording import (
    claim_notes,
    denies_by_cue,
    mark_words,
    number_words,
    place_of,
    printable,
    words_of,
)


@dataclass(frozen=True)
class Passage:
    """One report of an origin: the way it came, the words and where they stand."""

    claim: Claim
    route: tuple[str, ...]
    """Names of those who passed it on, from the origin outward; the outlet is the last."""
    words: str
    place: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Voice:
    """An origin and the reports of what it says."""

    source: Source
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Entry:
    """A proposition with its voices."""

    assessment: Assessment
    says: tuple[Voice, ...]
    against: tuple[Voice, ...]
    open: tuple[Voice, ...]
    summary: tuple[str, ...]
    """The numbers behind the verdict, its marks, its id: a line each."""

    @property
    def sides(self) -> tuple[tuple[str, tuple[Voice, ...]], ...]:
        """The sides that have voices, each with the word for what they do."""
        named = ((_supporting_word(self.says), self.says), (_opposing_word(self.against), self.against))
        return tuple((word, voices) for word, voices in (*named, ("open", self.open)) if voices)


def entry(assessment: Assessment, report: Report) -> Entry:
    """Returns a proposition with its voices, origins and reports in document order."""
    proposition = assessment.proposition
    sides = (proposition.supporting, proposition.opposing, proposition.open)
    says, against, left_open = (voices(_claims(ids, report)) for ids in sides)
    return Entry(assessment, says, against, left_open, tuple(_summary(assessment)))


def _summary(assessment: Assessment) -> Iterator[str]:
    yield number_words(assessment.support)
    if assessment.opposition:
        yield f"against it: {number_words(assessment.opposition)}"
    yield mark_words(assessment)
    if assessment.scale:
        yield scale_words(assessment.scale)
    yield printable(assessment.proposition.id)


def voices(claims: Iterable[Claim]) -> tuple[Voice, ...]:
    """Returns the claims as voices: one per origin, a nameless one per origin and outlet."""
    heard: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        outlet = claim.document.outlet if claim.origin.kind.is_nameless else ""
        heard.setdefault((claim.origin.id, outlet), []).append(claim)
    return tuple(Voice(group[0].origin, tuple(map(passage, group))) for group in heard.values())


def passage(claim: Claim) -> Passage:
    """Returns the words of a claim with the way they came."""
    return Passage(claim, route_of(claim), words_of(claim), place_of(claim), claim_notes(claim))


def route_of(claim: Claim) -> tuple[str, ...]:
    """Returns the names of those who passed a claim on, from its origin outward; none who passed it to itself."""
    relays = [source.name for source in reversed(claim.chain[:-1])]
    carriers = (claim.document.publisher or claim.document.author, claim.document.republisher)
    outward = (claim.origin.name, *relays, *filter(None, carriers))
    return unique(printable(name) for name in outward)[1:]


def _claims(ids: Iterable[str], report: Report) -> list[Claim]:
    return [report.claims_by_id[name] for name in ids if name in report.claims_by_id]


def _supporting_word(says: Iterable[Voice]) -> str:
    """What the supporters do with the words shown: they may all have denied or withdrawn them."""
    claims = [passage.claim for voice in says for passage in voice.passages]
    if claims and all(claim.stance is Stance.RETRACTS for claim in claims):
        return "withdraws"
    return "denies" if claims and all(map(denies_by_cue, claims)) else "says"


def _opposing_word(against: Iterable[Voice]) -> str:
    claims = [passage.claim for voice in against for passage in voice.passages]
    return "denies" if any(map(denies_by_cue, claims)) else "against"
