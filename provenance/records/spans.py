"""Where words stand: half-open intervals of Unicode code points in a document text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """The code points ``start`` to ``end``, the last one not included, of a document text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Returns the words of this span.

        >>> Span(4, 8).of("The mayor")
        'mayo'
        """
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Tells whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tells whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def words_of(spans: Iterable[Span], text: str) -> str:
    """Returns the words of the spans, verbatim, the parts of an interrupted passage joined by one space."""
    return " ".join(span.of(text) for span in spans)


def hull(spans: Sequence[Span]) -> Span:
    """Returns the smallest span that holds all of them.

    Raises:
        ValueError: There is none to hold.
    """
    return Span(min(s.start for s in spans), max(s.end for s in spans))
