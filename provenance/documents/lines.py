"""Lines and blocks of a text, with where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provenance.records.spans import Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphen, zero-width characters and marks of writing direction."""
BLANK = INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
ENDINGS = ".!?:;…\"”’'»“)]؟。！？।۔"
"""What a finished sentence or paragraph ends with, quotation marks and brackets included."""


class Line(NamedTuple):
    """A line without the blanks around it; ``start`` and ``end`` are code points of the whole text."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


def lines_of(text: str) -> Iterator[Line]:
    """Yields every line, blank ones too, in order."""
    position = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip(BLANK)
        start = position + (len(raw) - len(raw.lstrip(BLANK)) if bare else 0)
        yield Line(start, start + len(bare), bare)
        position += len(raw)


def blocks_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yields the runs of lines between blank ones."""
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def ends_like_a_sentence(words: str) -> bool:
    """Tells whether the words end in the punctuation of a finished sentence."""
    return words[-1:] in set(ENDINGS)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Returns the spans sorted, those that touch or overlap made one, empty ones left out.

    >>> merged([Span(5, 9), Span(0, 2), Span(8, 12)])
    (Span(start=0, end=2), Span(start=5, end=12))
    """
    result: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
