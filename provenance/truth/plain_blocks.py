"""Reads plain CSV by whole blocks: finds, compares and orders cells with array operations instead of one at a time.

A block is *plain* if it has no quotation mark and every line has the same number of cells. What is not plain is left
to the csv module; both find the same cells. A cell is held as words of 8 bytes, whose order as numbers is that of the
text, so that a million different names are never a million objects before they are in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.truth.table import Codes, Column

Words = NDArray[np.uint64]

WIDEST = 64
"""Cells longer than this, in bytes, are left to the csv module."""

_WORD = 8
_BREAK = 10
_KEEP = np.array([(1 << 8 * count) - 1 for count in range(_WORD + 1)], dtype=np.uint64)
"""Per number of bytes, the mask that keeps so many of a little-endian word."""
_BLANK = np.array([byte < 128 and chr(byte).isspace() for byte in range(256)])
_AT_ONCE = 1 << 16


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """The cells of one column of a block, without blanks around them.

    Attributes:
        words: Each distinct cell once, in no order: a row of big-endian words of UTF-8, zeros behind the end.
        codes: Per line the place of its cell.
    """

    words: Words
    codes: Codes


def plain_cells(block: bytes, *, delimiter: str, width: int, wanted: Sequence[int]) -> list[Cells] | None:
    """Returns the cells of the wanted columns, or None if the block is not plain.

    Args:
        block: Whole lines in UTF-8, the last of which ends in a line feed.
        delimiter: One character of ASCII.
        width: The number of cells of every line.
        wanted: The columns to read, counted from 0.
    """
    ends = _line_grid(block, ord(delimiter), width)
    if ends is None or not _is_text(block):
        return None
    starts = np.append(0, ends.ravel()[:-1] + 1).reshape(ends.shape)
    words = np.ndarray(len(block), "<u8", block + bytes(WIDEST + _WORD), strides=(1,))
    found = (_column(words, *_trimmed(block, starts[:, column], ends[:, column])) for column in wanted)
    cells = [column for column in found if column]
    return cells if len(cells) == len(wanted) else None


def merged(blocks: Sequence[Cells]) -> Column:
    """Returns the cells of one column of successive blocks, names in order and each once."""
    if not blocks:
        return Column((), np.empty(0, dtype=np.int64))
    firsts = np.cumsum([0] + [len(cells.words) for cells in blocks]).tolist()
    words = np.zeros((firsts[-1], max(cells.words.shape[1] for cells in blocks)), dtype=np.uint64)
    for first, cells in zip(firsts, blocks, strict=False):
        words[first : first + len(cells.words), : cells.words.shape[1]] = cells.words
    names, places = _in_order(words)
    codes = [places[first:][cells.codes] for first, cells in zip(firsts, blocks, strict=False)]
    return Column(tuple(_names(names)), np.concatenate(codes))


def _in_order(words: Words) -> tuple[Words, Codes]:
    """Returns the distinct rows in order, and per row its place among them."""
    order = np.lexsort(words.T[::-1])
    ordered = words[order]
    is_new = np.append(True, (ordered[1:] != ordered[:-1]).any(axis=1))
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.cumsum(is_new) - 1
    return ordered[is_new], places


def _names(words: Words) -> Iterator[str]:
    """Yields the text of the cells; a batch at a time, since as an array they take the width of the widest each."""
    for start in range(0, len(words), _AT_ONCE):
        batch = words[start : start + _AT_ONCE].astype(">u8")
        for name in batch.view(f"S{_WORD * words.shape[1]}").ravel().tolist():
            yield name.decode("utf-8")


def _line_grid(block: bytes, delimiter: int, width: int) -> Codes | None:
    """Returns where the cells end, a row per line; None if some line has fewer or more of them."""
    data = np.frombuffer(block, np.uint8)
    ends = np.flatnonzero((data == delimiter) | (data == _BREAK))
    if not len(ends) or len(ends) % width:
        return None
    grid = ends.reshape(-1, width)
    is_regular = (data[grid[:, -1]] == _BREAK).all() and (data[grid[:, :-1]] == delimiter).all()
    return grid if is_regular else None


def _is_text(block: bytes) -> bool:
    """Tells whether it is UTF-8 without quotation marks, zero bytes, or line ends other than LF and CR LF."""
    if b'"' in block or b"\0" in block or (b"\r" in block and block.count(b"\r") != block.count(b"\r\n")):
        return False
    try:
        return block.isascii() or bool(block.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _trimmed(block: bytes, start: Codes, end: Codes) -> tuple[Codes, Codes]:
    """Returns the places without blanks of ASCII around the cells, the carriage return of a line end among them."""
    data = np.frombuffer(block, np.uint8)
    while (blank := (start < end) & _BLANK[data[start]]).any():
        start = start + blank
    while (blank := (start < end) & _BLANK[data[end - 1]]).any():
        end = end - blank
    return start, end


def _column(words: Words, start: Codes, end: Codes) -> Cells | None:
    """Returns the cells between the places, told apart by their bytes; None if one is too long."""
    lengths = end - start
    longest = int(lengths.max())
    if longest > WIDEST:
        return None
    parts = [
        words[np.minimum(start + at, len(words) - 1)] & _KEEP[np.clip(lengths - at, 0, _WORD)]
        for at in range(0, max(longest, 1), _WORD)
    ]
    example, codes = _numbered(_mixed(parts))
    distinct = np.stack([part[example] for part in parts])
    if not all((part == known[codes]).all() for part, known in zip(parts, distinct, strict=True)):
        return None
    return Cells(distinct.T.byteswap(), codes)


def _mixed(parts: Sequence[Words]) -> Words:
    """Returns one number per cell, equal for equal cells; the caller checks that it differs for different ones."""
    mixed = parts[0]
    for part in parts[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15) + part
    return mixed


def _numbered(keys: Words) -> tuple[Codes, Codes]:
    """Returns a place of each distinct key, and per key its number among the distinct ones."""
    order = np.argsort(keys)
    ordered = keys[order]
    is_new = np.append(True, ordered[1:] != ordered[:-1])
    codes = np.empty(len(keys), dtype=np.int64)
    codes[order] = np.cumsum(is_new) - 1
    return order[is_new], codes
