"""``provenance extract``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from provenance.cli.commands import note
from provenance.cli.options import examples, formatted, reads_documents
from provenance.cli.output import draw, write

if TYPE_CHECKING:
    from provenance.records.claim import Claim
    from provenance.records.document import Document
    from provenance.records.report import Report
    from provenance.settings import Settings


EXAMPLES = examples(
    "provenance extract dispatches/ --format jsonl > claims.jsonl",
    "cat article.txt | provenance extract - --published 2018-05-02",
    "provenance extract page.html --text",
)


@click.command(epilog=EXAMPLES)
@reads_documents()
@click.option("--text", is_flag=True, help="Print the text that offsets count in, instead of claims.")
@formatted("table", "jsonl", "csv", "turtle")
def extract(paths: tuple[str, ...], settings: Settings, text: bool, form: str, output: str | None) -> None:
    """Print the claims with their sources.

    One claim for each statement that somebody is credited with, and for each statement of fact that nobody is: who
    said it, the chain to the origin, the words and where they stand, stance, hedging, numbers and dates.
    """
    from provenance import workflow

    if output is None and sys.stdout is not None and sys.stdout.isatty():
        settings = replace(settings, progress=None)
    if text:
        return write(_texts(workflow.read_texts(paths, settings=settings), form), output)
    return _print(workflow.extract_claims(paths, settings=settings), form, output)


def _print(claims: Iterable[Claim], form: str, output: str | None) -> None:
    from provenance.cli.formats import CLAIM_WRITERS, EXPORT_WRITERS, loaded

    if form in CLAIM_WRITERS:
        return write(loaded(CLAIM_WRITERS[form])(claims), output)
    if form in EXPORT_WRITERS:
        return write(loaded(EXPORT_WRITERS[form])(_unassessed(tuple(claims))), output)
    from provenance.reports.terminal import draw_claims

    return draw(lambda console: draw_claims(claims, console), output)


def _unassessed(claims: tuple[Claim, ...]) -> Report:
    """Returns the claims as a report that judges nothing."""
    from provenance.records.report import Report

    documents = {claim.document.id: claim.document for claim in claims}
    sources = {s.id: s for claim in claims for s in (claim.source.source, *claim.chain)}
    return Report(None, tuple(documents.values()), tuple(sources.values()), claims, ())


def _texts(documents: Iterable[Document], form: str) -> Iterator[str]:
    """Yields the text of one document as it is, of several each below a line with its name."""
    if form == "jsonl":
        yield from map(_text_line, _noted(documents))
        return
    known = list(_noted(documents))
    for document in known:
        yield document.text if len(known) == 1 else f"==> {document.path or document.id} <==\n{document.text}\n"


def _noted(documents: Iterable[Document]) -> Iterator[Document]:
    """Yields the documents; a note says so where there are none."""
    none = True
    for document in documents:
        none = False
        yield document
    if none:
        note("there is no text to print: exports and claims made elsewhere hold none")


def _text_line(document: Document) -> str:
    from provenance.exports.json_lines import document_object, json_line

    head = {"schema": "claim-provenance/document/1"}
    return json_line({**head, **document_object(document), "text": document.text}) + "\n"
