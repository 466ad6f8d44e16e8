"""Where results go: standard output, or a file that is replaced only when the result is complete."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from provenance.cli.progress import finish
from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 40
"""Columns below which nothing can be set out; COLUMNS=0 asks for none."""
WIDEST = 120
"""Columns beyond which lines would be hard to read."""


@contextmanager
def result(output: str | None) -> Iterator[TextIO]:
    """Yields the stream for a result: UTF-8, line ends as written.

    A file is written beside its final place and moved there at the end, so that an error leaves what was there. A
    reader who closes the pipe early ends the writing quietly.

    Raises:
        ProvenanceError: The file cannot be written.
    """
    finish()
    if output is None or output == "-":
        with _standard_output() as stream:
            yield stream
        return
    with _as_failure(output), _opened(Path(output)) as raw, _text(raw) as stream:
        yield stream


def write(pieces: Iterable[str], output: str | None) -> None:
    """Writes the pieces as the result."""
    with result(output) as stream:
        stream.writelines(pieces)


def write_encoded(pieces: Iterable[bytes], output: str | None) -> None:
    """Writes pieces that are in UTF-8 already as the result."""
    with result(output) as stream:
        stream.flush()
        stream.buffer.writelines(pieces)


def draw(paint: Callable[[Console], None], output: str | None) -> None:
    """Draws the result with rich: in colours on a terminal, plain and without trailing blanks elsewhere."""
    with result(output) as stream:
        if stream.isatty():
            paint(_console(stream))
        else:
            drawn = io.StringIO()
            paint(_console(drawn))
            stream.writelines(line.rstrip() + "\n" for line in drawn.getvalue().splitlines())


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    console.width = max(NARROWEST, min(console.width, WIDEST))
    return console


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise ProvenanceError("standard output", "is closed", "give --output")
    sys.stdout.flush()
    try:
        with _text(sys.stdout.buffer) as stream:
            yield stream
    except BrokenPipeError:
        _close_quietly()


@contextmanager
def _text(raw: BinaryIO) -> Iterator[TextIO]:
    stream = io.TextIOWrapper(raw, "utf-8", errors="backslashreplace", newline="")
    try:
        yield stream
        stream.flush()
    finally:
        _let_go(stream)


def _let_go(stream: io.TextIOWrapper) -> None:
    """Takes the wrapper off without closing what is below, even where a last flush fails."""
    try:
        stream.detach()
    except BrokenPipeError:
        _close_quietly()


def _close_quietly() -> None:
    """Sends what is still buffered to nowhere, or the interpreter would complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


@contextmanager
def _opened(target: Path) -> Iterator[BinaryIO]:
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    target = target.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Returns the permissions the file has, or those a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def _as_failure(output: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        return
    except OSError as error:
        if isinstance(error, ProvenanceError):
            raise
        raise ProvenanceError(
            output, f"cannot be written ({error.strerror})", "name a file in a folder that exists"
        ) from error
