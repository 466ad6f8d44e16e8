"""``provenance graph``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from provenance.cli.commands import note
from provenance.cli.options import TEXT, as_of_option, examples, formatted, reads_documents
from provenance.cli.output import write

if TYPE_CHECKING:
    from provenance.settings import Settings

READABLE = 300
"""How many boxes of a picture a reader may follow."""


@click.command(
    epilog=examples(
        "provenance graph prop:51aa dispatches/ --format svg -o evidence.svg",
        "provenance graph claim:9f2c dispatches/ | dot -Tpdf -o evidence.pdf",
    )
)
@click.argument("proposition", type=TEXT)
@reads_documents()
@as_of_option
@formatted("dot", "mermaid", "graphml", "svg")
def graph(proposition: str, paths: tuple[str, ...], settings: Settings, form: str, output: str | None) -> None:
    """Draw the evidence for one proposition.

    PROPOSITION is its id, a beginning of it that no other shares, or the id of a claim that belongs to it alone. The
    drawing has both sides: the reports, the outlets and sources that each has it from, and the origins, with a mark
    on those that are shown and on what every chain passes.

    dot and graphml have every step; mermaid and svg leave out near-copies between copies of one text, and say so.
    """
    from provenance.cli.formats import GRAPH_WRITERS, loaded
    from provenance.exports.graph_drawings.drawing import drawing_of
    from provenance.reports.lookup import the_proposition
    from provenance.workflow import read_report

    report = read_report(paths, settings=settings)
    drawing = drawing_of(the_proposition(proposition, report), report)
    if form in {"mermaid", "svg"} and len(drawing.nodes) > READABLE:
        note(f"the drawing has {len(drawing.nodes)} boxes; for one that can be searched, take --format graphml or dot")
    return write(loaded(GRAPH_WRITERS[form])(drawing), output)
