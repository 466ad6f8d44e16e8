"""An assessment of a proposition: verdict, numbers, marks and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from provenance.assessment.admiralty import mark
from provenance.assessment.explain import why, would_change
from provenance.assessment.flags import flags_of
from provenance.assessment.sourcing import weigh
from provenance.assessment.verdicts import decide
from provenance.records.assessment import Assessment
from provenance.records.claim import Claim
from provenance.records.proposition import Proposition


def assess(proposition: Proposition, claims: Mapping[str, Claim], *, as_of: date | None = None) -> Assessment:
    """Returns how a proposition is sourced. It never says whether it is true.

    Args:
        proposition: What is said, with the ids of the claims for, against and neither, and their relations.
        claims: Claims by id, those of the proposition among them; an id that is not there is passed over.
        as_of: The day the verdict holds for: what was published later is not counted, and a later withdrawal has not
            happened. None counts everything.
    """
    sourcing = weigh(proposition, claims, as_of)
    row = decide(sourcing)
    return Assessment(
        proposition=proposition,
        verdict=row.verdict,
        support=sourcing.supporting.support,
        opposition=sourcing.opposing.support if sourcing.opposing.claims else None,
        flags=flags_of(sourcing),
        admiralty=mark(sourcing, row.verdict),
        rule=row.rule,
        why=why(sourcing, row.verdict),
        would_change=would_change(sourcing, row.verdict),
    )
