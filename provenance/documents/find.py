"""Finds what there is to read below the paths a reader names."""

from __future__ import annotations

import io
import json
import os
import reprlib
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from provenance.documents.formats.table import READERS, format_of
from provenance.errors import UnknownFormat, UnreadableInput

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".provenanceignore"
CLAIM_SCHEMA = "claim-provenance/claim/"
STREAM = "-"


class InputKind(StrEnum):
    """Which reader an input is for."""

    DOCUMENTS = "documents"
    CLAIMS = "claims"
    """Claims made elsewhere, one JSON object a line."""
    EXPORT = "export"
    """Turtle that an earlier run wrote."""


@dataclass(frozen=True)
class Input:
    """A file or a stream to read.

    ``path`` is as the reader named it, with ``/`` between its parts; ``-`` for standard input. ``content`` holds the
    bytes of a stream, which can be read only once; it is None for a file.
    """

    path: str
    kind: InputKind = InputKind.DOCUMENTS
    content: bytes | None = None

    @property
    def size(self) -> int:
        """How many bytes there are; 0 for a file that cannot be looked at."""
        if self.content is not None:
            return len(self.content)
        return Path(self.path).stat().st_size if os.path.exists(self.path) else 0

    def opened(self) -> BinaryIO:
        """Returns the bytes as an open file; the caller closes it.

        Raises:
            UnreadableInput: The file cannot be opened.
        """
        if self.content is not None:
            return io.BytesIO(self.content)
        try:
            return Path(self.path).open("rb")
        except OSError as error:
            raise _unopened(self.path, error) from error


@dataclass(frozen=True)
class Found:
    """The inputs below some paths, in the order named and sorted inside folders, each file once.

    ``skipped`` are the files in folders that nothing here reads; ``remarks`` are one-line notes about them.
    """

    inputs: tuple[Input, ...]
    skipped: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """Notes for the reader, none when everything found can be read."""
        notes = [] if self.inputs else ["nothing to read was found below the paths given"]
        if self.skipped:
            notes.append(f"{len(self.skipped)} file(s) skipped, not of a kind read here, such as {self.skipped[0]}")
        return tuple(notes)


def find_inputs(paths: Iterable[str | os.PathLike[str]], stream: BinaryIO | None = None) -> Found:
    """Returns the inputs below the paths.

    A folder is searched with all folders in it; hidden files, links to folders and what its ``.provenanceignore``
    files exclude (gitignore syntax, for the folder they lie in and below) are left out. A file named explicitly is
    always read.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        stream: Read in place of standard input.

    Raises:
        UnreadableInput: A path does not exist or cannot be opened, or an ignore file holds a bad pattern.
        UnknownFormat: A file named explicitly is of no kind that is read here.
    """
    inputs: dict[str, Input] = {}
    skipped: list[str] = []
    for path in paths:
        for found in _below(os.fspath(path), stream):
            if isinstance(found, Input):
                inputs.setdefault(_identity(found.path), found)
            else:
                skipped.append(found.as_posix())
    return Found(tuple(inputs.values()), tuple(dict.fromkeys(skipped)))


def _identity(path: str) -> str:
    return path if path == STREAM else os.path.realpath(path)


def _below(name: str, stream: BinaryIO | None) -> Iterator[Input | Path]:
    """Yields inputs, and the bare paths of files that nothing reads."""
    if name == STREAM:
        yield _streamed(STREAM, _all_of(stream))
        return
    if not name:
        raise UnreadableInput("PATH", "is empty", "name a file or a folder, or . for this one")
    path = Path(name)
    try:
        mode = path.stat().st_mode
        content = None if stat.S_ISDIR(mode) or stat.S_ISREG(mode) else path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unopened(name, error) from error
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, ())
    else:
        yield _file(path) if content is None else _streamed(path.as_posix(), content)


def _all_of(stream: BinaryIO | None) -> bytes:
    """Returns what a stream, by default standard input, holds."""
    try:
        if stream is None and sys.stdin is None:  # as Python has it where the stream was closed before the start
            raise OSError("closed")
        return (stream or sys.stdin.buffer).read()
    except (OSError, ValueError) as error:
        raise UnreadableInput("standard input", "is closed", "pipe a text into it or name a file") from error


def _file(path: Path) -> Input:
    if format_of(path.name) is None:
        known = ", ".join(sorted(READERS))
        raise UnknownFormat(
            path.as_posix(),
            f"files of kind {path.suffix or 'without suffix'} are not read",
            f"known are {known}, .ttl",
        )
    return Input(path.as_posix(), _kind(path))


def _in_folder(folder: Path, ignored: tuple[tuple[Path, GitIgnoreSpec], ...]) -> Iterator[Input | Path]:
    if (folder / IGNORE_FILE).is_file():
        ignored = (*ignored, (folder, _patterns(folder / IGNORE_FILE)))
    for path in _listing(folder):
        if path.name.startswith(".") or _is_ignored(path, ignored):
            continue
        if path.is_dir():
            if not path.is_symlink():  # a link may lead back up
                yield from _in_folder(path, ignored)
        elif path.is_file():
            yield path if format_of(path.name) is None else _file(path)


def _listing(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise _unopened(folder.as_posix(), error) from error


def _patterns(path: Path) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError as error:
            where = f"{path.as_posix()}:{number}"
            what = f"{reprlib.repr(line)} is not a pattern"
            raise UnreadableInput(where, what, "write it as in a .gitignore file") from error
    return GitIgnoreSpec.from_lines(lines)


def _is_ignored(path: Path, ignored: tuple[tuple[Path, GitIgnoreSpec], ...]) -> bool:
    """Tells what the innermost ignore file that speaks of the path says."""
    for folder, patterns in reversed(ignored):
        name = path.relative_to(folder).as_posix() + ("/" if path.is_dir() else "")
        verdict = patterns.check_file(name).include
        if verdict is not None:
            return verdict
    return False


def _kind(path: Path) -> InputKind:
    suffix = path.suffix.lower()
    if suffix == ".ttl":
        return InputKind.EXPORT
    if suffix != ".jsonl":
        return InputKind.DOCUMENTS
    try:
        with path.open("rb") as lines:
            return _kind_of_lines(lines)
    except OSError as error:
        raise _unopened(path.as_posix(), error) from error


def _kind_of_lines(lines: Iterable[bytes]) -> InputKind:
    first = next((line for line in lines if line.strip(b"\xef\xbb\xbf \t\r\n")), b"")
    return InputKind.CLAIMS if _is_claim(first) else InputKind.DOCUMENTS


def _is_claim(line: bytes) -> bool:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and CLAIM_SCHEMA.encode() in line  # a damaged one
    return isinstance(record, dict) and str(record.get("schema", "")).startswith(CLAIM_SCHEMA)


def _streamed(name: str, content: bytes) -> Input:
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:7].lower() in {b"@prefix", b"prefix "}:
        return Input(name, InputKind.EXPORT, content)
    return Input(name, _kind_of_lines(io.BytesIO(start)), content)


def _unopened(name: str, error: Exception) -> UnreadableInput:
    if isinstance(error, FileNotFoundError):
        return UnreadableInput(name, "there is no such file or folder", "check the path")
    reason = getattr(error, "strerror", None) or error
    return UnreadableInput(name, f"cannot be opened ({reason})", "check the path and who may read it")
