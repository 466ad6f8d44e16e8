"""Names for the nodes of an evidence graph."""

from __future__ import annotations

from provenance.graph.evidence import report_node
from provenance.records.assessment import Assessment
from provenance.records.identity import slug
from provenance.records.report import Report
from provenance.reports.order import claim_ids
from provenance.reports.wording import place_of, printable


def node_names(assessment: Assessment, report: Report) -> dict[str, str]:
    """Returns readable names for the nodes of the evidence graph of a proposition, as far as they are known."""
    claims = [report.claims_by_id[i] for i in claim_ids(assessment) if i in report.claims_by_id]
    reports = {report_node(c): place_of(c) for c in reversed(claims)}
    outlets = {f"outlet:{slug(c.document.outlet)}": printable(c.document.outlet) for c in claims}
    members = (s for c in claims for s in (*c.chain, c.source.source))
    sources = {s.id: printable(s.name) for s in (*report.sources, *members)}
    return {**reports, **outlets, **sources}
