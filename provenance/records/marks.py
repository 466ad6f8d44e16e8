"""Marks: where a text says who says what, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Spans = tuple[tuple[int, int], ...]
"""Half-open intervals in code points of one text, in order."""


class Marks(NamedTuple):
    """The words of one attribution by role; several spans where other words interrupt them, or none."""

    source: Spans
    cue: Spans
    content: Spans

    def shifted(self, by: int) -> Marks:
        """Returns the marks with every offset moved."""
        return Marks(*(tuple((start + by, end + by) for start, end in spans) for spans in self))

    def whole(self) -> Iterator[tuple[int, int]]:
        """Yields the spans of all roles."""
        for spans in self:
            yield from spans
