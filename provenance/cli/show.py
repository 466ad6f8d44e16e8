"""``provenance show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.options import (
    APPLIES_LEDGER,
    TEXT,
    as_of_option,
    examples,
    formatted,
    ledger_option,
    reads_documents,
    scale_option,
)
from provenance.cli.output import draw, write

if TYPE_CHECKING:
    from provenance.records.report import Report
    from provenance.reports.lookup import Found
    from provenance.settings import Settings


@click.command(
    epilog=examples("provenance show claim:9f2c dispatches/", "provenance show prop:51aa dispatches/ --format json")
)
@click.argument("claim", type=TEXT)
@reads_documents()
@as_of_option
@ledger_option(APPLIES_LEDGER)
@scale_option
@click.option("--all", "everything", is_flag=True, help="Leave nothing out of the trees.")
@formatted("table", "json")
def show(
    claim: str, paths: tuple[str, ...], settings: Settings, everything: bool, form: str, output: str | None
) -> None:
    """Explain one claim or proposition.

    CLAIM is the id of a claim or proposition, or a beginning of it that no other shares. Prints the sentence with
    source, cue and content marked, how the source was recognised, the verdict, why, and what would change it.

    Then each side as a tree: its origins, those who relay them, the reports with their words, how each has it from
    the one above it (stated, near-copy, same family), loops, and what every chain passes. Below it the proof: chains
    that share nobody, and what the side falls with. Withdrawn and superseded claims point to what ended them.
    """
    from provenance.reports.lookup import look_up
    from provenance.workflow import read_report

    report = read_report(paths, settings=settings)
    found = look_up(claim, report)
    if form == "json":
        return write(_object(found, report), output)
    from provenance.reports.claim_page import draw_found

    return draw(lambda console: draw_found(found, report, console, everything=everything), output)


def _object(found: Found, report: Report) -> list[str]:
    from provenance.exports.json_lines import claim_object, json_line
    from provenance.exports.report_json import proposition_object
    from provenance.reports.order import claim_ids

    ids = dict.fromkeys(i for a in found.assessments for i in claim_ids(a) if i in report.claims_by_id)
    row = {
        "schema": "claim-provenance/show/1",
        "claim": found.claim and claim_object(found.claim),
        "propositions": [proposition_object(assessment) for assessment in found.assessments],
        "claims": [claim_object(report.claims_by_id[i]) for i in ids],
    }
    return [json_line(row) + "\n"]
