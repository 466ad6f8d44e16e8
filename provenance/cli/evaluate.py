"""``provenance evaluate``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from provenance.cli.commands import fail, note
from provenance.cli.options import examples, formatted, reads_documents
from provenance.cli.output import draw, write

if TYPE_CHECKING:
    from provenance.evaluation.agreement import Agreement
    from provenance.evaluation.run import Scored
    from provenance.settings import Settings

EXAMPLES = examples(
    "provenance evaluate marked.txt",
    "provenance evaluate brat-folder/ dispatches/ --misses",
    "provenance evaluate corrected-claims.jsonl dispatches/ --format json",
)


@click.command(epilog=EXAMPLES)
@click.argument("gold", metavar="GOLD")
@reads_documents(required=False)
@click.option("--misses", is_flag=True, help="List what was missed and what was found without being marked.")
@formatted("table", "json")
def evaluate(
    gold: str, paths: tuple[str, ...], settings: Settings, misses: bool, form: str, output: str | None
) -> None:
    """Score the attributions found against your own marks.

    GOLD holds the marks: a folder of brat files, a text with marks in it, JSON lines of spans, or claims that you
    corrected. PATH... are the texts, matched by file name; they may be left out where GOLD holds them.
    """
    from provenance import workflow

    results = list(workflow.evaluate(gold, paths, settings=settings))
    if not results:
        fail(f"{gold}: none of the marked texts is among the documents; name files alike, or give more paths")
    note(f"{len(results):,} marked text{'' if len(results) == 1 else 's'} scored")
    if form == "json":
        return write(_json(results, misses), output)
    from provenance.reports.evaluation import draw_evaluation

    return draw(lambda console: draw_evaluation(results, console, misses=misses), output)


def _json(results: list[Scored], misses: bool) -> Iterator[str]:
    from provenance.evaluation.run import total
    from provenance.exports.json_lines import json_line

    whole = {"schema": "claim-provenance/evaluation/1", **_counts(total(results))}
    texts = [{"name": r.name, **_counts(r.agreement), **(_misses(r.agreement) if misses else {})} for r in results]
    yield json_line({**whole, "texts": texts}) + "\n"


def _counts(found: Agreement) -> dict[str, object]:
    return {
        name.replace(", ", "_").replace(" ", "_"): {
            "precision": round(count.precision, 4),
            "recall": round(count.recall, 4),
            "f1": round(count.f1, 4),
            "right": count.right,
            "found": count.found,
            "marked": count.marked,
        }
        for name, count in found.counts.items()
    }


def _misses(found: Agreement) -> dict[str, object]:
    return {"missed": [m._asdict() for m in found.missed], "spurious": [m._asdict() for m in found.spurious]}
