"""Reads columns of a CSV table by their names in the head.

UTF-8, with or without byte order mark; commas, semicolons or tabs, whichever the head has; quoted cells as in
RFC 4180. Blanks around a cell are no part of it. Blank lines are passed over.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from operator import lt
from typing import BinaryIO

import numpy as np

from provenance.errors import UnreadableInput
from provenance.truth.plain_blocks import Cells, merged, plain_cells
from provenance.truth.table import Column

BLOCK = 8 << 20
"""Bytes read at a time."""
BATCH = 4096
"""Rows taken from the csv module at a time."""
DELIMITERS = ",;\t"

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """The columns asked for, in that order, without the rows in which one of them is empty.

    Attributes:
        columns: All of one length, which is at least 1.
        left_out: How many rows had an empty cell.
    """

    columns: tuple[Column, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Head:
    width: int
    delimiter: str
    wanted: tuple[int, ...]


def read_columns(file: BinaryIO, where: str, names: Sequence[str], *, next_step: str = "") -> Columns:
    """Returns the columns of these names, which are matched without regard to case.

    Args:
        file: Open at its beginning.
        where: Names the input in errors.
        names: What the head calls the columns wanted.
        next_step: What to do if the head lacks one of them.

    Raises:
        UnreadableInput: It is empty, is not UTF-8, lacks a column, or a row has fewer or more cells than the head.
    """
    head = _head(file.readline(), where, names, next_step)
    blocks, rows = _read(file, where, head)
    plain = [merged([block[at] for block in blocks]) for at in range(len(names))]
    return _without_empty(_extended(plain, rows, head.wanted), where)


def _head(line: bytes, where: str, names: Sequence[str], next_step: str) -> _Head:
    text = _text(line.removeprefix(_MARK), where, 1)
    if not text.strip():
        raise UnreadableInput(where, "is empty" if not line else "begins with a blank line", "begin with a head")
    wanted = [name.strip().casefold() for name in names]
    heads = {delimiter: _cells(text, delimiter) for delimiter in DELIMITERS}
    for delimiter, cells in heads.items():
        if set(wanted) <= set(cells):
            return _Head(len(cells), delimiter, tuple(map(cells.index, wanted)))
    cells = max(heads.values(), key=len)
    missing = next(name for name in names if name.strip().casefold() not in cells)
    raise UnreadableInput(f"{where}:1", f"has no column {missing!r} (it has {', '.join(cells[:8])})", next_step)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        row = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))
    except csv.Error:
        return []
    return [cell.strip().casefold() for cell in row]


def _text(line: bytes, where: str, number: int) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableInput(f"{where}:{number}", "is not UTF-8", "save the table as UTF-8") from None


# ------------------------------------------------------------------------------------------------------------- rows


def _read(file: BinaryIO, where: str, head: _Head) -> tuple[list[list[Cells]], Iterator[list[str]]]:
    """Returns the blocks at the beginning that are plain, and the rows behind them, not read yet."""
    blocks: list[list[Cells]] = []
    line, rest = 2, b""
    while read := file.read(BLOCK):
        block, cut, rest = (rest + read).rpartition(b"\n")
        if not cut:
            continue
        found = plain_cells(block + cut, delimiter=head.delimiter, width=head.width, wanted=head.wanted)
        if found is None:
            rest = block + cut + rest
            break
        blocks.append(found)
        line += len(found[0].codes)
    return blocks, _rows(_lines(rest, file), where, head, line)


def _lines(begun: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Yields the lines of what was read and of what the file still holds."""
    lines = begun.splitlines(keepends=True)
    yield from lines[:-1]
    if lines:
        yield lines[-1] + (b"" if lines[-1].endswith(b"\n") else file.readline())
    yield from file


def _rows(lines: Iterable[bytes], where: str, head: _Head, first: int) -> Iterator[list[str]]:
    """Yields the rows that are not blank; ``first`` is the number of the first line."""
    texts = (_text(line, where, number) for number, line in enumerate(lines, first))
    reader = csv.reader(texts, delimiter=head.delimiter, skipinitialspace=True, strict=True)
    try:
        for row in reader:
            if len(row) == head.width:
                yield row
            elif len(row) > 1 or "".join(row).strip():
                what = f"has {len(row)} cell{'' if len(row) == 1 else 's'}, the head has {head.width}"
                raise UnreadableInput(f"{where}:{first + reader.line_num - 1}", what, "quote cells that hold commas")
    except csv.Error as error:
        place = f"{where}:{first + max(reader.line_num, 1) - 1}"
        raise UnreadableInput(place, f"is not CSV ({error})", "look for a quotation mark left open") from None


# ---------------------------------------------------------------------------------------------------------- columns


def _extended(columns: Sequence[Column], rows: Iterator[list[str]], wanted: Sequence[int]) -> Sequence[Column]:
    """Returns the columns with further rows below them; cells new there are numbered as they come."""
    batch = list(islice(rows, BATCH))
    if not batch:
        return columns
    codes = [_numbering(column.names) for column in columns]
    parts = [[column.codes] for column in columns]
    while batch:
        cells = tuple(zip(*batch, strict=True))
        for code, part, place in zip(codes, parts, wanted, strict=True):
            part.append(np.fromiter(map(code.__getitem__, cells[place]), np.int64, len(batch)))
        batch = list(islice(rows, BATCH))
    return [Column(tuple(code), np.concatenate(part)) for code, part in zip(codes, parts, strict=True)]


def _numbering(names: Sequence[str]) -> defaultdict[str, int]:
    return defaultdict(count(len(names)).__next__, zip(names, range(len(names)), strict=True))


def _without_empty(read: Iterable[Column], where: str) -> Columns:
    columns = [_stripped(column) for column in read]
    kept = np.logical_and.reduce([column.codes >= 0 for column in columns])
    left_out = int(len(kept) - kept.sum())
    if left_out == len(kept):
        what = "has no row below the head" if not left_out else "has no row without an empty cell"
        raise UnreadableInput(where, what, "give at least one")
    if left_out:
        columns = [_only_used(Column(column.names, column.codes[kept])) for column in columns]
    return Columns(tuple(columns), left_out)


def _stripped(column: Column) -> Column:
    """Returns the column with its names in order and without blanks around them; the code of an empty one is -1."""
    stripped = list(map(str.strip, column.names))
    if stripped == list(column.names) and "" not in stripped:
        return _ordered(column)
    names = sorted({*stripped} - {""})
    place = {name: at for at, name in enumerate(names)}
    codes = np.fromiter((place.get(name, -1) for name in stripped), np.int64, len(stripped))
    return Column(tuple(names), codes[column.codes])


def _ordered(column: Column) -> Column:
    """Returns the column with its names, all different, in order."""
    if all(map(lt, column.names, column.names[1:])):
        return column
    order = sorted(range(len(column.names)), key=column.names.__getitem__)
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return Column(tuple(map(column.names.__getitem__, order)), places[column.codes])


def _only_used(column: Column) -> Column:
    """Returns the column without names that no row has any more."""
    used, codes = np.unique(column.codes, return_inverse=True)
    return Column(tuple(column.names[at] for at in used.tolist()), codes)
