"""Lines of styled words for long listings: the same lines as rich's own tables, at a tenth of their price.

Rich measures every cell of a table, and every table within it, to learn how wide the columns are. Where the widths are
known beforehand that is not needed: words are broken here, and rich is given segments that it only writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from rich.text import Text

Piece = tuple[str, str]
"""Words and the name of a rich style; an empty name for none."""
Line = Sequence[Piece]

_NARROW = re.compile("[ -~“”‘’→…–—·]*")
"""Words of which each character is known to fill one cell; others are looked up one by one."""
_WORD = re.compile(r"\s*\S+\s*")


def wrapped(pieces: Line, width: int, *, indent: str = "") -> Iterator[Line]:
    """Yields the pieces as lines, broken between words, each behind an indent; a word that is too long is folded.

    Args:
        pieces: What stands on one line if it fits. No line breaks.
        width: Cells to be had, the indent among them.
        indent: Blanks in front of every line.

    >>> list(wrapped([("one two", "bold"), (" three", "")], 10, indent="  "))
    [[('  ', ''), ('one two', 'bold')], [('  ', ''), ('three', '')]]
    """
    plain = "".join(words for words, _ in pieces)
    room = width - len(indent)
    for line in [pieces] if _cells(plain) <= room else _broken(pieces, plain, room):
        yield [(indent, ""), *line]


def put(lines: Iterable[Line], console: Console) -> None:
    """Prints the lines as they are."""
    known: dict[str, Style | None] = {"": None}
    found = []
    for line in lines:
        for words, name in line:
            if name not in known:
                known[name] = console.get_style(name)
            found.append(Segment(words, known[name]))
        found.append(Segment.line())
    console.print(Segments(found), end="", crop=False)


def in_columns(rows: Sequence[Line], width: int) -> Iterator[Line] | None:
    """Returns the rows, a piece a column, two blanks apart; nothing where they are wider than ``width``."""
    sizes = [max(map(_cells, column)) for column in zip(*([words for words, _ in row] for row in rows), strict=True)]
    if sum(sizes) + 2 * (len(sizes) - 1) > width:
        return None
    return ([*map(_padded, row[:-1], sizes), row[-1]] for row in rows)


def _padded(piece: Piece, size: int) -> Piece:
    words, style = piece
    return words + " " * (size - _cells(words) + 2), style


def _cells(words: str) -> int:
    return len(words) if _NARROW.fullmatch(words) else cell_len(words)


def _broken(pieces: Line, plain: str, room: int) -> list[Line]:
    breaks = _breaks(plain, room)
    if breaks is None:
        return _folded(pieces, room)
    ends = (len(plain[:end].rstrip()) for end in (*breaks, len(plain)))
    return [list(_part(pieces, start, end)) for start, end in zip((0, *breaks), ends, strict=True)]


def _breaks(plain: str, room: int) -> list[int] | None:
    """Returns where lines begin after the first; nothing where a word alone is too long."""
    found: list[int] = []
    used = 0
    for match in _WORD.finditer(plain):
        word = match[0]
        bare = _cells(word.rstrip())
        if bare > room:
            return None
        if used + bare > room:
            found.append(match.start())
            used = 0
        used += _cells(word)
    return found


def _part(pieces: Line, start: int, end: int) -> Iterator[Piece]:
    """Yields what of the pieces lies between two offsets."""
    place = 0
    for words, style in pieces:
        kept = words[max(0, start - place) : max(0, end - place)]
        if kept:
            yield kept, style
        place += len(words)


def _folded(pieces: Line, room: int) -> list[Line]:
    """Returns the lines that rich makes where a word has to be cut."""
    console = Console(width=max(1, room), color_system=None)
    lines = Text.assemble(*pieces).wrap(console, max(1, room), overflow="fold")
    return [[(words.plain, str(words.style)) for words in _runs(line)] for line in lines]


def _runs(line: Text) -> Iterable[Text]:
    """Returns the parts of a line that have one style each."""
    edges = sorted({0, len(line), *(edge for span in line.spans for edge in (span.start, span.end))})
    for part in line.divide(edges[1:-1]):
        part.style = part.spans[0].style if part.spans else ""
        yield part
