"""A report as one JSON object, schema ``claim-provenance/report/1``, or as one proposition a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from provenance.exports.json_lines import claim_object, document_object, json_line, plain_number, source_object
from provenance.records.assessment import Assessment, ScaleLabel, Support
from provenance.records.document import Document
from provenance.records.proposition import Relation
from provenance.records.report import Part, Report

SCHEMA = "claim-provenance/report/1"
PROPOSITION_SCHEMA = "claim-provenance/proposition/1"


def report_object(report: Report) -> dict[str, Any]:
    """Returns the object of a report, its lists in the order of the report."""
    return {
        "schema": SCHEMA,
        "as_of": report.as_of and report.as_of.isoformat(),
        "documents": [_read_object(document) for document in report.documents],
        "sources": [source_object(source) for source in report.sources],
        "claims": [claim_object(claim) for claim in report.claims],
        "propositions": [proposition_object(assessment) for assessment in report.assessments],
        "remarks": list(report.remarks),
    }


def _read_object(document: Document) -> dict[str, Any]:
    """Returns what is known of a document, and whom its credit lines name: who has it from whom rests on both."""
    return {**document_object(document), "credits": [credit.name for credit in document.credits]}


def write_report(report: Report) -> Iterator[str]:
    """Yields the report as one JSON object, each record of its lists on a line of its own."""
    fields = [f'"{key}": {_laid_out(value)}' for key, value in report_object(report).items()]
    yield "{"
    yield ",\n ".join(fields)
    yield "}\n"


def write_propositions(report: Report) -> Iterator[str]:
    """Yields one line a proposition, complete in itself: its claims and the as-of day are in it."""
    return map(proposition_line, report.parts)


def proposition_line(part: Part) -> str:
    """Returns the line of a proposition, with its newline."""
    head = {"schema": PROPOSITION_SCHEMA, "as_of": part.as_of and part.as_of.isoformat()}
    claims = [claim_object(part.claims[name]) for name in _claim_ids(part)]
    return json_line({**head, **proposition_object(part.assessment), "claims": claims}) + "\n"


def proposition_object(assessment: Assessment) -> dict[str, Any]:
    """Returns the object of a proposition with its verdict, the numbers behind it and their proof."""
    proposition = assessment.proposition
    return {
        "id": proposition.id,
        "label": proposition.label,
        "verdict": assessment.verdict,
        "supporting": list(proposition.supporting),
        "opposing": list(proposition.opposing),
        "open": list(proposition.open),
        "support": support_object(assessment.support),
        "opposition": assessment.opposition and support_object(assessment.opposition),
        "flags": list(assessment.flags),
        "admiralty": {"letter": assessment.admiralty.letter, "digit": assessment.admiralty.digit},
        "relations": [_relation_object(relation) for relation in proposition.relations],
        "rule": assessment.rule,
        "why": assessment.why,
        "would_change": assessment.would_change,
        **({"scale": scale_object(assessment.scale)} if assessment.scale else {}),
    }


def scale_object(label: ScaleLabel) -> dict[str, Any]:
    """Returns the label of another trade; its terms and their sum, in log-odds, where it has any."""
    terms: list[dict[str, Any]] = [{"name": term.name, "log_odds": round(term.log_odds, 4)} for term in label.terms]
    total = round(sum(term["log_odds"] for term in terms), 4)
    head = {"name": label.scale, "label": label.label, "rule": label.rule}
    return {**head, **({"terms": terms, "total": total} if terms else {})}


def support_object(support: Support) -> dict[str, Any]:
    """Returns the numbers of one side with their proof."""
    return {
        "reports": support.reports,
        "roots": support.roots,
        "kappa": support.kappa,
        "floor": support.floor,
        "n_eff": plain_number(round(support.n_eff, 4)),
        "choke": list(support.choke),
        "origins": list(support.origins),
        "shown": list(support.shown),
        "by_side": {"floor": support.floor_by_side},
        "edges": _lists(support.edges),
        "cut": list(support.cut),
        "chains": _lists(support.chains),
        "shown_chains": _lists(support.shown_chains),
        "loops": _lists(support.loops),
    }


def _relation_object(relation: Relation) -> dict[str, str]:
    return {
        "kind": relation.kind,
        "from": relation.from_id,
        "to": relation.to_id,
        "because": relation.because,
    }


def _lists(rows: Iterable[Iterable[str]]) -> list[list[str]]:
    return list(map(list, rows))


def _claim_ids(part: Part) -> list[str]:
    proposition = part.assessment.proposition
    named = dict.fromkeys((*proposition.supporting, *proposition.opposing, *proposition.open))
    return [name for name in named if name in part.claims]


def _laid_out(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(json_line, value)) + "]"
    return json_line(value)
