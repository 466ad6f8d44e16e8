"""``provenance truth``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import click

from provenance.cli.commands import fail, note
from provenance.cli.options import examples, formatted
from provenance.cli.output import write

if TYPE_CHECKING:
    from provenance.truth.matching import Checked
    from provenance.truth.ranking import Ranking
    from provenance.truth.reading import Columns
    from provenance.truth.table import ClaimTable

METHODS = ("accu", "voting", "sums", "average-log", "investment", "pooled-investment", "truthfinder")
"""As in ``provenance.truth.methods.table``, which is too heavy for ``--help``."""

EXAMPLES = examples(
    "provenance truth claims.csv",
    "provenance truth claims.csv --checked checked.csv --show sources",
    "provenance truth claims.csv --method truthfinder --format csv -o beliefs.csv",
    "provenance truth - --source Outlet --object Question --value Answer < answers.csv",
)


@click.command(epilog=EXAMPLES)
@click.argument("claims", metavar="CLAIMS.csv")
@click.option("--checked", metavar="FILE", help="CSV with the columns object and value: what people found.")
@click.option("--letters", metavar="FILE", help="CSV with the columns source and letter: Admiralty A to F.")
@click.option("--method", type=click.Choice(METHODS), default="accu", show_default=True, help="How to rank.")
@click.option("--iterations", metavar="N", type=click.IntRange(1), help="Go N rounds (default: the method's own rule).")
@click.option(
    "--show",
    type=click.Choice(["objects", "sources"]),
    default="objects",
    show_default=True,
    help="Values by object, or sources with their trust.",
)
@click.option("--source", default="source", show_default=True, help="The column that says who.")
@click.option("--object", "object_", default="object", show_default=True, help="The column that says of what.")
@click.option("--value", default="value", show_default=True, help="The column that says what.")
@formatted("table", "csv", "json", "jsonl")
def truth(
    claims: str,
    checked: str | None,
    letters: str | None,
    method: str,
    iterations: int | None,
    show: str,
    source: str,
    object_: str,
    value: str,
    form: str,
    output: str | None,
) -> None:
    """Rank the values in a table by how sources agree.

    CLAIMS.csv has a row for each value that a source gives of an object, with the columns source, object and value;
    `-` is standard input. It does NOT say what is true: it ranks values by who agrees with whom, and sources that copy
    each other count as if they did not. What people checked counts in full and is never outvoted by accu; what nobody
    checked moves the trust in a source no further than eight checks could. The other methods are there for comparison,
    as published.
    """
    if letters and method != "accu":
        raise click.BadParameter("is for --method accu alone.", param_hint="--letters")
    if [claims, checked, letters].count("-") > 1:
        raise click.UsageError("Standard input can be read but once.")
    from provenance.truth.ranking import rank

    names = (source, object_, value)
    table = _claims(claims, names)
    found = _checked(checked, names[1:], table) if checked else None
    given = _letters(letters, source, table) if letters else None
    ranking = rank(table, method, rounds=iterations, checked=found, letters=given)
    write(_writer(form, show)(ranking), output)
    _tell_scores(ranking, form)


def _claims(path: str, names: Sequence[str]) -> ClaimTable:
    from provenance.truth.table import claim_table

    read = _columns(path, names, "name the columns with --source, --object and --value")
    source, object_, value = read.columns
    table = claim_table(source, object_, value)
    if doubled := table.doubled():
        rows = "row gives" if doubled == 1 else "rows give"
        note(f"{path}: {doubled:,} {rows} an object a further value of the same source; each counts")
    return table


def _checked(path: str, names: Sequence[str], table: ClaimTable) -> Checked:
    from provenance.truth.matching import by_name, match_checked

    checked = match_checked(table, by_name(_columns(path, names, "name the columns as in the claims"), path))
    if checked.unknown:
        objects = "object is" if checked.unknown == 1 else "objects are"
        note(f"{path}: {checked.unknown:,} checked {objects} not in the claims")
    return checked


def _letters(path: str, source: str, table: ClaimTable) -> tuple[str, ...]:
    from provenance.truth.matching import by_name, match_letters

    return match_letters(table, by_name(_columns(path, (source, "letter"), "add it"), path), path)


def _columns(path: str, names: Sequence[str], next_step: str) -> Columns:
    from provenance.truth.reading import read_columns

    with _opened(path) as file:
        read = read_columns(file, path, names, next_step=next_step)
    if read.left_out:
        note(f"{path}: {read.left_out:,} row{'' if read.left_out == 1 else 's'} with an empty cell left out")
    return read


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path != "-":
        with open(path, "rb") as file:
            yield file
    elif sys.stdin is None:
        fail("standard input is closed; name a file")
    else:
        yield sys.stdin.buffer


def _writer(form: str, show: str) -> Callable[[Ranking], Iterator[str]]:
    if form == "table":
        from provenance.reports import truth as lines

        return lines.objects_text if show == "objects" else lines.sources_text
    from provenance.exports import truth_tables as tables

    return {
        ("csv", "objects"): tables.objects_csv,
        ("csv", "sources"): tables.sources_csv,
        ("json", "objects"): tables.objects_json,
        ("json", "sources"): tables.sources_json,
        ("jsonl", "objects"): tables.objects_jsonl,
        ("jsonl", "sources"): tables.sources_jsonl,
    }[form, show]


def _tell_scores(ranking: Ranking, form: str) -> None:
    """Says on standard error how the checked objects come out, where the result has no place for it."""
    if form in ("csv", "jsonl"):
        from provenance.reports.truth import score_words

        for name, score in ranking.scores.items():
            note(f"with its check hidden, {score_words(name, score)}")
