"""``provenance verify``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from provenance.cli.commands import note, one_line
from provenance.cli.options import examples, formatted
from provenance.cli.output import write
from provenance.errors import UnreadableInput

NEXT = "write one with `provenance report --format json`"


@click.command(
    epilog=examples("provenance verify report.json", "provenance report dispatches/ -f json | provenance verify -")
)
@click.argument("path", metavar="REPORT.json", type=click.Path(allow_dash=True))
@formatted("text", "json")
def verify(path: str, form: str, output: str | None) -> None:
    """Check the proofs in a report.

    Traces who has it from whom from the claims in the report, and holds everything else in it against that: edges,
    numbers, cuts, chains, verdicts, flags, marks and sentences. Nothing but the report is read, and nothing that
    computed it is used. Not checked: whether the claims are what the documents say.

    Prints one line for each thing that does not hold: which proposition or claim, where in it, what. Exit code 0 where
    all holds, 1 where something does not, 3 where the file cannot be read or is no report.
    """
    from provenance.assessment.verify import problems_of_report

    name = "standard input" if path == "-" else path
    report = _report(_read(path, name), name)
    found = problems_of_report(report)
    write(_WRITERS[form](found), output)
    if found:
        sys.exit(1)
    note(f"{name}: {len(report['propositions'])} propositions, all proofs hold")


def _read(path: str, name: str) -> bytes:
    try:
        if path == "-" and sys.stdin is None:  # as Python has it where the stream was closed before the start
            raise OSError(None, "closed")
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(name, f"cannot be read ({error.strerror})", "name a report") from error


def _report(content: bytes, name: str) -> Any:
    """Returns the object of a report.

    Raises:
        UnreadableInput: It is not JSON, or no report.
    """
    import json

    try:
        text = content.decode("utf-8-sig")
        report = json.loads(text, object_pairs_hook=_with_each_key_once, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(name, f"not JSON ({error})", NEXT) from error
    if not isinstance(report, dict) or report.get("schema") != "claim-provenance/report/1":
        raise UnreadableInput(name, "schema is not that of a report", NEXT)
    for key in ("documents", "sources", "claims", "propositions"):
        if not isinstance(report.get(key), list):
            raise UnreadableInput(name, f"not laid out as a report ({key} is missing, or no list)", NEXT)
    return report


def _with_each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Returns an object; of a key that stands twice, readers would take one or the other."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at]))
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _text(found: Sequence[str]) -> Iterator[str]:
    return (f"{one_line(line)}\n" for line in found)


def _json(found: Sequence[str]) -> Iterator[str]:
    from provenance.exports.json_lines import json_line

    yield json_line({"schema": "claim-provenance/verify/1", "holds": not found, "findings": found}) + "\n"


_WRITERS = {"text": _text, "json": _json}
