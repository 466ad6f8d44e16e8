"""Finding a claim or a proposition by its id, or by a beginning of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.errors import UnknownRecord
from provenance.records.assessment import Assessment
from provenance.records.claim import Claim
from provenance.records.report import Report
from provenance.reports.order import claim_ids
from provenance.reports.wording import VERDICT_WORDS


@dataclass(frozen=True)
class Found:
    """What an id asks for: a claim with the propositions it belongs to, or a proposition alone."""

    claim: Claim | None
    assessments: tuple[Assessment, ...]


def look_up(name: str, report: Report) -> Found:
    """Returns the claim or proposition of this id, or of an id that alone begins so; the kind may be left out.

    Raises:
        UnknownRecord: None has the id, or several begin so.
    """
    ids = [*report.claims_by_id, *(a.proposition.id for a in report.assessments)]
    fits = [name] if name in ids else [i for i in ids if i.startswith(name) or i.partition(":")[2].startswith(name)]
    if len(fits) != 1 or not name:
        raise _unknown(name, fits)
    claim = report.claims_by_id.get(fits[0])
    return Found(claim, tuple(a for a in report.assessments if fits[0] in (a.proposition.id, *claim_ids(a))))


def the_proposition(name: str, report: Report) -> Assessment:
    """Returns the proposition of this id, or the one that the claim of this id belongs to.

    Raises:
        UnknownRecord: None has the id, several begin so, or the claim belongs to several propositions or to none.
    """
    found = look_up(name, report).assessments
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownRecord(name, "this claim belongs to no proposition", "name another")
    listed = ", ".join(f"{a.proposition.id} ({VERDICT_WORDS[a.verdict]})" for a in found)
    raise UnknownRecord(name, f"this claim belongs to {len(found)} propositions: {listed}", "name one of them")


def _unknown(name: str, fits: Sequence[str]) -> UnknownRecord:
    if not fits or not name:
        return UnknownRecord(name or "''", "no claim or proposition has this id", "`provenance extract` prints them")
    shown = ", ".join(fits[:4]) + (", …" if len(fits) > 4 else "")
    return UnknownRecord(name, f"{len(fits)} ids begin so ({shown})", "write more of it")
