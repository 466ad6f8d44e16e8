"""Turtle files as triples, parsed by pyoxigraph."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from provenance.errors import UnreadableInput


def turtle_bytes(path: Path) -> bytes:
    """Returns the bytes of a file, without a byte order mark.

    Raises:
        UnreadableInput: The file cannot be opened.
    """
    try:
        return path.read_bytes().removeprefix(BOM_UTF8)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "cannot be read"
        raise UnreadableInput(str(path), reason, "check the path") from error


def turtle_quads(path: Path, content: bytes | None = None) -> Iterator[Quad]:
    """Yields the triples of a Turtle file, in its order.

    Args:
        path: The file, or the name of a stream.
        content: What a stream held; the file is not opened then.

    Raises:
        UnreadableInput: The file cannot be opened, or is not Turtle; the message names the line.
    """
    data = turtle_bytes(path) if content is None else content.removeprefix(BOM_UTF8)
    try:
        yield from parse(data, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        what = f"not Turtle: {_reason(error)}"
        raise UnreadableInput(f"{path}:{error.lineno or 1}", what, "check the file") from error


def _reason(error: SyntaxError) -> str:
    """Returns what the parser says, in one line, without the place it begins with."""
    said = " ".join(str(error.msg).split())
    return re.sub(r"^Parser error at .*?: ?| ?at line .*? column \d+: ?", "", said) or said
