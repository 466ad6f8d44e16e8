"""Turtle files as triples, parsed by pyoxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from provenance.errors import UnreadableInput


def turtle_quads(path: Path) -> Iterator[Quad]:
    """Yields the triples of a Turtle file, in its order.

    Raises:
        UnreadableInput: The file cannot be opened, or is not Turtle; the message names the line.
    """
    try:
        yield from parse(path.read_bytes(), format=RdfFormat.TURTLE)
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or "cannot be read", "check the path") from error
    except SyntaxError as error:
        what = f"not Turtle: {_reason(error)}"
        raise UnreadableInput(f"{path}:{error.lineno or 1}", what, "check the file") from error


def _reason(error: SyntaxError) -> str:
    """Returns what the parser says, in one line, without the place it begins with."""
    said = " ".join(str(error.msg).split())
    return re.sub(r"^Parser error at .*?: ?| ?at line .*? column \d+: ?", "", said) or said
