"""``provenance report``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from provenance.cli.options import (
    APPLIES_LEDGER,
    as_of_option,
    examples,
    formatted,
    ledger_option,
    reads_documents,
    scale_option,
    verdicts_option,
)
from provenance.cli.output import draw, write, write_encoded

if TYPE_CHECKING:
    from provenance.records.assessment import Verdict
    from provenance.settings import Settings


@click.command(
    epilog=examples(
        "provenance report dispatches/",
        "provenance report a.txt b.html --as-of 2020-08-31 --only contested",
        "provenance report dispatches/ --format markdown -o report.md",
        "provenance report dispatches/ --ledger desk.jsonl --scale icd203",
    )
)
@reads_documents()
@as_of_option
@ledger_option(APPLIES_LEDGER)
@scale_option
@verdicts_option("--only", "Show only propositions of this verdict; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Leave nothing out of the table.")
@formatted("table", "json", "jsonl", "csv", "markdown")
def report(
    paths: tuple[str, ...],
    settings: Settings,
    only: tuple[Verdict, ...],
    everything: bool,
    form: str,
    output: str | None,
) -> None:
    """Print the credibility report.

    What was read, who is credited, and every proposition by verdict: contested, single-sourced, unattributed,
    apparently corroborated, corroborated, retracted. Each says who says it and who denies it, the way to the origin,
    the words with file and line, why the verdict is what it is and what would change it.

    The table leaves out propositions that outlets state in their own voice alone, and the tail of long sections; it
    says how many. All other formats are complete.
    """
    from provenance.cli.formats import PART_WRITERS, REPORT_WRITERS, loaded
    from provenance.reports.order import only as narrowed
    from provenance.reports.order import ordered
    from provenance.workflow import read_report

    if form in PART_WRITERS:
        return write_encoded(_in_parts(paths, settings, only, form), output)
    found = ordered(narrowed(read_report(paths, settings=settings), only))
    if form != "table":
        return write(loaded(REPORT_WRITERS[form])(found), output)
    from provenance.reports.terminal import draw_report

    return draw(lambda console: draw_report(found, console, everything=everything or bool(only)), output)


def _in_parts(paths: tuple[str, ...], settings: Settings, only: tuple[Verdict, ...], form: str) -> Iterator[bytes]:
    """Returns the report in a form that is written proposition by proposition; all are judged by then."""
    from itertools import chain

    from provenance.cli.formats import PART_HEADS, PART_WRITERS, loaded
    from provenance.reports.order import ordered_texts
    from provenance.workflow import read_parts

    texts = ordered_texts(read_parts(paths, settings=settings), loaded(PART_WRITERS[form]), only)
    first = next(texts, b"")
    head = loaded(PART_HEADS[form])() if form in PART_HEADS else ""
    return chain((head.encode(), first), texts)
