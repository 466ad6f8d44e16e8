"""``provenance export``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.options import APPLIES_LEDGER, as_of_option, examples, formatted, ledger_option, reads_documents
from provenance.cli.output import write

if TYPE_CHECKING:
    from provenance.settings import Settings


@click.command(
    epilog=examples(
        "provenance export -o out.ttl dispatches/", "provenance export --format jsonl dispatches/ | jq .source.name"
    )
)
@reads_documents()
@as_of_option
@ledger_option(APPLIES_LEDGER)
@formatted("turtle", "jsonl", "csv", "json")
def export(paths: tuple[str, ...], settings: Settings, form: str, output: str | None) -> None:
    """Write claims and verdicts to a file.

    Turtle carries all: each claim as a triple tagged with its source, never asserted, and the verdicts. JSON is the
    report; JSON lines and CSV are the claims alone. The same input gives the same bytes.
    """
    from provenance.cli.formats import CLAIM_WRITERS, EXPORT_WRITERS, loaded
    from provenance.workflow import read_report

    report = read_report(paths, settings=settings)
    if form in CLAIM_WRITERS:
        return write(loaded(CLAIM_WRITERS[form])(report.claims), output)
    return write(loaded(EXPORT_WRITERS[form])(report), output)
