"""``provenance query``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli.options import as_of_option, examples, formatted, reads_documents
from provenance.cli.output import draw, write

if TYPE_CHECKING:
    from provenance.settings import Settings

Rows = Sequence[tuple[str, ...]]

EXAMPLES = examples(
    "provenance query single-sourced.rq out.ttl",
    "provenance query single-sourced.rq dispatches/ --format csv -o answer.csv",
)


@click.command(epilog=EXAMPLES)
@click.argument("query", metavar="FILE.rq")
@reads_documents()
@as_of_option
@formatted("table", "csv", "json")
def query(query: str, paths: tuple[str, ...], settings: Settings, form: str, output: str | None) -> None:
    """Ask a SPARQL question.

    FILE.rq holds the question; the prefixes of exports need not be declared. PATH is a Turtle export, or documents,
    which are exported first.
    """
    columns, rows = _answer(Path(query), paths, settings)
    if form == "csv":
        from provenance.exports.csv_tables import rows_csv

        return write(rows_csv(columns, rows), output)
    if form == "json":
        return write(_json(columns, rows), output)
    from provenance.reports.terminal import draw_rows

    return draw(lambda console: draw_rows(columns, rows, console), output)


def _answer(query: Path, paths: tuple[str, ...], settings: Settings) -> tuple[tuple[str, ...], Rows]:
    from tempfile import TemporaryDirectory

    from provenance.exports.sparql import run_query

    if len(paths) == 1 and paths[0].endswith(".ttl"):
        return run_query(query, Path(paths[0]))
    with TemporaryDirectory() as folder:
        export = Path(folder, "export.ttl")
        with export.open("w", encoding="utf-8", newline="") as file:
            file.writelines(_turtle(paths, settings))
        return run_query(query, export)


def _turtle(paths: tuple[str, ...], settings: Settings) -> Iterator[str]:
    from provenance.exports.turtle import turtle_blocks
    from provenance.workflow import read_report

    return turtle_blocks(read_report(paths, settings=settings))


def _json(columns: Iterable[str], rows: Rows) -> Iterator[str]:
    from provenance.exports.json_lines import json_line

    names = tuple(columns)
    found = [dict(zip(names, row, strict=True)) for row in rows]
    yield json_line({"schema": "claim-provenance/query/1", "columns": names, "rows": found}) + "\n"
