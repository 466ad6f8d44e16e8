"""Which propositions a report shows, and in which order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from provenance.records.assessment import Assessment, Verdict
from provenance.records.report import Part, Report
from provenance.records.source import SourceKind
from provenance.reports.wording import VERDICT_WORDS
from provenance.temporary import room

KEPT_IN_MEMORY = 16_000_000
"""Bytes of a report that wait in memory rather than in a temporary file."""

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
    """Returns the report with the propositions of these verdicts, their claims and whom these credit.

    All of it where no verdict is named.
    """
    if not verdicts:
        return report
    kept = tuple(a for a in report.assessments if a.verdict in verdicts)
    spoken_of = {name for a in kept for name in claim_ids(a)}
    claims = tuple(claim for claim in report.claims if claim.id in spoken_of)
    credited = {source.id for claim in claims for source in (claim.source.source, *claim.chain)}
    sources = tuple(source for source in report.sources if source.id in credited)
    return replace(report, assessments=kept, claims=claims, sources=sources)


def claim_ids(assessment: Assessment) -> tuple[str, ...]:
    """Returns the ids of the claims for, against and about a proposition."""
    proposition = assessment.proposition
    return (*proposition.supporting, *proposition.opposing, *proposition.open)


def ordered(report: Report) -> Report:
    """Returns the report with its propositions in the order of the sections, each section as it was."""
    return replace(report, assessments=tuple(sorted(report.assessments, key=lambda a: _RANK[a.verdict])))


_RANK = {verdict: bytes([place]) for place, verdict in enumerate(VERDICT_WORDS)}


def ordered_texts(
    parts: Iterable[Part], text: Callable[[Part], str], verdicts: Collection[Verdict] = ()
) -> Iterator[bytes]:
    """Yields the texts of the propositions, in UTF-8, in the order of the report that :func:`ordered` gives.

    They wait in a temporary file, so that memory holds no more than where each begins.

    Args:
        parts: The propositions, in any order.
        text: Writes one.
        verdicts: Those to keep; all where none is named.

    Raises:
        NoRoom: The temporary file cannot be written.
    """
    places: list[bytes] = []
    with tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as waiting:
        begin = 0
        for part in parts:
            if not verdicts or part.assessment.verdict in verdicts:
                content = text(part).encode("utf-8", "backslashreplace")
                places.append(_RANK[part.assessment.verdict] + part.place + begin.to_bytes(8, "big"))
                with room():
                    begin += waiting.write(len(content).to_bytes(8, "big") + content)
        for place in sorted(places):
            with room():
                waiting.seek(int.from_bytes(place[-8:], "big"))
                content = waiting.read(int.from_bytes(waiting.read(8), "big"))
            yield content


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
