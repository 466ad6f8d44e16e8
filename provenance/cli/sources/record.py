"""``provenance sources record``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.options import TEXT, examples, formatted, ledger_option, reads_documents
from provenance.cli.output import draw, write

if TYPE_CHECKING:
    from provenance.settings import Settings


@click.command(
    "record",
    epilog=examples(
        "provenance sources record SOHR --ledger desk.jsonl",
        "provenance sources record SOHR --ledger desk.jsonl dispatches/",
    ),
)
@click.argument("name", type=TEXT)
@reads_documents(required=False)
@ledger_option("The ledger with letters and checked claims.", required=True)
@click.option("--scores", is_flag=True, help="Print probabilities in percent as well, with their terms.")
@formatted("table", "json")
def record(name: str, paths: tuple[str, ...], settings: Settings, scores: bool, form: str, output: str | None) -> None:
    """Print the track record of a source.

    The letter with who set it, when and why; and for each kind of claim how likely such a claim of this source is
    right: log-odds whose terms add up (the prior of the letter, each checked claim in full), in the words of ICD 203.
    With PATH, claims that another shown origin corroborates and nobody checked count too, up to a cap.
    """
    from provenance.cli.commands import note
    from provenance.cli.sources.decisions import named_source
    from provenance.reports.track_record import draw_record, record_object
    from provenance.workflow import read_track_record

    source = named_source(name, settings.sources)
    found = read_track_record(source, paths, settings=settings)
    if not (found.letters or found.checks):
        note(f"the ledger holds nothing that stands on {source.name} ({source.id})")
    if form == "json":
        from provenance.exports.json_lines import json_line

        return write([json_line(record_object(found, scores=scores)) + "\n"], output)
    return draw(lambda console: draw_record(found, console, scores=scores), output)
