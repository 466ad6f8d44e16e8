"""Which function writes which format. Each takes a report, or claims, and yields text; it is imported when used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

REPORT_WRITERS = {
    "json": "provenance.exports.report_json:write_report",
    "jsonl": "provenance.exports.report_json:write_propositions",
    "csv": "provenance.exports.csv_tables:report_csv",
    "markdown": "provenance.reports.markdown:report_markdown",
}
"""For people and scripts: propositions with their verdicts. Each takes a report."""

PART_WRITERS = {
    "jsonl": "provenance.exports.report_json:proposition_line",
    "csv": "provenance.exports.csv_tables:part_rows",
}
"""The same, proposition by proposition. Each takes a part of a report and returns text."""

PART_HEADS = {"csv": "provenance.exports.csv_tables:report_head"}
"""What stands above the parts. Each takes nothing and returns text."""

CLAIM_WRITERS = {
    "jsonl": "provenance.exports.json_lines:write_claims",
    "csv": "provenance.exports.csv_tables:claims_csv",
}
"""Claims alone. Each takes claims."""

EXPORT_WRITERS = {
    "turtle": "provenance.exports.turtle:turtle_blocks",
    "json": REPORT_WRITERS["json"],
}
"""All there is, to be read again. Each takes a report."""

GRAPH_WRITERS = {
    "dot": "provenance.exports.graph_drawings.dot:dot",
    "mermaid": "provenance.exports.graph_drawings.mermaid:mermaid",
    "graphml": "provenance.exports.graph_drawings.graphml:graphml",
    "svg": "provenance.exports.graph_drawings.svg:svg",
}
"""The evidence graph of one proposition. Each takes a drawing."""


def loaded(name: str) -> Any:
    """Returns the function of a ``module:function`` name."""
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)
