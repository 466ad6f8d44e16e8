"""``provenance explain``."""

from __future__ import annotations

import click

from provenance.cli.options import SCALES, examples, formatted
from provenance.cli.output import draw, write


@click.command(epilog=examples("provenance explain", "provenance explain --scale airwars"))
@click.option("--scale", type=click.Choice(SCALES), help="The scale whose labels are explained.")
@formatted("table", "json")
def explain(scale: str | None, form: str, output: str | None) -> None:
    """Print the rules of verdicts and scales.

    Without --scale: the rows of the verdict table, and the scales there are. With it: each label of that scale with
    the rule for it, and where the scale judges what claims cannot show.
    """
    from provenance.assessment.scales.table import SCALES as TABLE
    from provenance.reports.rules import draw_overview, draw_scale, explain_object

    chosen = [TABLE[scale]] if scale else list(TABLE.values())
    if form == "json":
        from provenance.exports.json_lines import json_line

        return write([json_line(explain_object(chosen)) + "\n"], output)
    return draw(lambda console: draw_scale(chosen[0], console) if scale else draw_overview(chosen, console), output)
