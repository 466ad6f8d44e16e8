"""Paragraphs as windows of word pieces, the form in which the span model reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 256
"""Word pieces in a window, with the marks at its ends."""

OVERLAP = 96
"""Word pieces that two windows of one long paragraph share."""

FIRST, BORDER = 101, 102
"""Ids of ``[CLS]`` and ``[SEP]`` in the vocabulary of BERT; a border stands after every paragraph."""


_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A word piece: which paragraph it stands in and where, in half-open code points of that paragraph.

    ``opens`` tells whether a word begins with it.
    """

    paragraph: int
    start: int
    end: int
    opens: bool = True


@dataclass
class Window:
    """Word pieces to read at once. ``pieces`` has one entry an id, None for a mark between paragraphs."""

    ids: list[int] = field(default_factory=lambda: [FIRST])
    pieces: list[Piece | None] = field(default_factory=lambda: [None])

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, ids: Sequence[int], pieces: Sequence[Piece]) -> None:
        """Appends a paragraph, or a part of one, with its border."""
        self.ids += [*ids, BORDER]
        self.pieces += [*pieces, None]


def windows(tokenizer: Tokenizer, paragraphs: Sequence[str]) -> Iterator[Window]:
    """Yields the paragraphs packed into windows, in order.

    Paragraphs share a window as long as they fit, since a speaker is often named in the one before. A paragraph
    longer than a window is read in overlapping parts.
    """
    open_window = Window()
    for number, text in enumerate(paragraphs):  # one by one: the codes of a whole book would take much memory
        coded = tokenizer.encode(text, add_special_tokens=False)
        begins = {word.start() for word in _WORD.finditer(text)}
        pieces = [Piece(number, start, end, start in begins) for start, end in coded.offsets]
        for start, end in _parts(len(pieces)):
            if len(open_window) + end - start + 1 > LONGEST:
                yield open_window
                open_window = Window()
            open_window.add(coded.ids[start:end], pieces[start:end])
    if len(open_window) > 1:
        yield open_window


def _parts(length: int) -> Iterator[tuple[int, int]]:
    """Yields the overlapping parts of a paragraph of so many pieces; one part where it fits.

    >>> list(_parts(100)), list(_parts(500))
    ([(0, 100)], [(0, 254), (158, 412), (316, 500)])
    """
    room = LONGEST - 2
    start = 0
    while length:
        yield start, min(length, start + room)
        if start + room >= length:
            return
        start += room - OVERLAP
