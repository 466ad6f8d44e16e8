"""``provenance validate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from provenance.cli.commands import fail, note
from provenance.cli.options import examples, formatted
from provenance.cli.output import write


@click.command(epilog=examples("provenance validate out.ttl"))
@click.argument("path", metavar="FILE.ttl")
@formatted("text", "json")
def validate(path: str, form: str, output: str | None) -> None:
    """Check a Turtle export against the shapes.

    Prints one line for each thing that does not have the shape it should, by pyshacl, and ends with exit code 3 where
    there is one.
    """
    from provenance.exports.shacl import validate as violations

    conforms, found = violations(Path(path))
    write(_WRITERS[form](conforms, found), output)
    if not conforms:
        fail(f"{path}: does not conform to the shapes ({len(found)} found); export it anew")
    note(f"{path}: conforms to the shapes")


def _text(conforms: bool, found: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in found)


def _json(conforms: bool, found: Iterable[str]) -> Iterator[str]:
    from provenance.exports.json_lines import json_line

    yield json_line({"schema": "claim-provenance/validate/1", "conforms": conforms, "findings": list(found)}) + "\n"


_WRITERS = {"text": _text, "json": _json}
