"""Where results go: standard output, or a file that is replaced only when the result is complete."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from provenance.cli.progress import finish
from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from rich.console import Console


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
    target = Path(output).resolve()
    with _as_failure(output), _opened(target) as raw, _text(raw) as stream:
        yield stream


def write(pieces: Iterable[str], output: str | None) -> None:
    """Writes the pieces as the result."""
    with result(output) as stream:
        stream.writelines(pieces)


def console_on(stream: TextIO) -> Console:
    """Returns a rich console on a stream; colours only on a terminal, and NO_COLOR is kept."""
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
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
    except OSError as error:
        if isinstance(error, ProvenanceError):
            raise
        raise ProvenanceError(
            output, f"cannot be written ({error.strerror})", "name a file in a folder that exists"
        ) from error
