"""The agreement of found attributions with marked ones.

An attribution is *found* when its content and its source both overlap those of a marked one by a Dice coefficient of
one half or more, counted in words, one to one; it is *exact* when source, cue and content are the same words. These
are the partial and strict measures of Pareti (2015), Attribution: A Computational Approach, at attribution level.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.records.marks import Marks, Spans

ENOUGH = 0.5
_WORD = re.compile(r"\w+|[^\w\s]")
_LEADING = frozenset({"that"})

Words = frozenset[int]


@dataclass(frozen=True)
class Count:
    """How many were right, of how many found and how many marked."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.marked + other.marked)

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked that was found; 0 where nothing is marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0


@dataclass(frozen=True)
class Agreement:
    """Agreement on one text or several, by measure; ``missed`` and ``spurious`` are what no partner was found for."""

    counts: dict[str, Count]
    missed: tuple[Marks, ...] = ()
    spurious: tuple[Marks, ...] = ()

    def __add__(self, other: Agreement) -> Agreement:
        names = [*self.counts, *(name for name in other.counts if name not in self.counts)]
        counts = {name: self.counts.get(name, Count()) + other.counts.get(name, Count()) for name in names}
        return Agreement(counts, (*self.missed, *other.missed), (*self.spurious, *other.spurious))


def agreement(text: str, marked: Sequence[Marks], found: Sequence[Marks]) -> Agreement:
    """Returns how far the found attributions of a text agree with the marked ones.

    Args:
        text: What the offsets count in.
        marked: The attributions somebody marked.
        found: The attributions to score; one that is a lone span of one role says nothing and is left out.
    """
    words = _Words(text)
    gold = [_Sets(words, marks) for marks in marked]
    other = [_Sets(words, marks) for marks in found if sum(map(bool, marks)) > 1]
    pairs = dict(_paired(gold, other))
    right = {i: j for i, j in pairs.items() if gold[i].meets(other[j])}
    exact = sum(gold[i].trimmed == other[j].trimmed for i, j in pairs.items())
    counts = {
        "attributions": Count(len(right), len(other), len(gold)),
        "attributions, exact": Count(exact, len(other), len(gold)),
    }
    for role in Marks._fields:
        mine, theirs = (words.spoken(_union(sets, role)) for sets in (gold, other))
        counts[f"words of {role}"] = Count(len(mine & theirs), len(theirs), len(mine))
    return Agreement(
        counts,
        tuple(g.marks for i, g in enumerate(gold) if i not in right),
        tuple(o.marks for j, o in enumerate(other) if j not in right.values()),
    )


@dataclass(frozen=True)
class _Words:
    """The words of a text and where they stand."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [found.start() for found in _WORD.finditer(self.text)]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return [found.end() for found in _WORD.finditer(self.text)]

    def inside(self, spans: Spans) -> Words:
        """Returns the numbers of the words that lie in the spans, at least in part."""
        return frozenset(
            i for start, end in spans for i in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )

    def spoken(self, words: Words) -> Words:
        """Returns the words without punctuation."""
        return frozenset(i for i in words if self._word(i)[0].isalnum())

    def trimmed(self, words: Words) -> Words:
        """Returns the words without punctuation at the edges and a leading "that"."""
        order = sorted(words)
        while order and not self._word(order[-1])[0].isalnum():
            order.pop()
        while order and (not self._word(order[0])[0].isalnum() or self._word(order[0]).lower() in _LEADING):
            order.pop(0)
        return frozenset(order)

    def _word(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]


class _Sets:
    """The words of one attribution by role."""

    def __init__(self, words: _Words, marks: Marks) -> None:
        self.marks = marks
        self.source, self.cue, self.content = (words.inside(spans) for spans in marks)
        self.trimmed = tuple(words.trimmed(role) for role in (self.source, self.cue, self.content))

    def meets(self, other: _Sets) -> bool:
        return dice(self.content, other.content) >= ENOUGH and dice(self.source, other.source) >= ENOUGH

    def likeness(self, other: _Sets) -> float:
        if not (self.content & other.content or self.cue & other.cue):
            return 0.0
        return sum(dice(getattr(self, role), getattr(other, role)) for role in Marks._fields)


def dice(one: Words, other: Words) -> float:
    """Returns twice the shared over the sum of both sizes; 1 where both are empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _paired(gold: Sequence[_Sets], found: Sequence[_Sets]) -> Iterator[tuple[int, int]]:
    """Yields pairs one to one, the likest first."""
    scored = [(g.likeness(f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    used: tuple[set[int], set[int]] = (set(), set())
    for likeness, i, j in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def _union(sets: Iterable[_Sets], role: str) -> Words:
    return frozenset(word for one in sets for word in getattr(one, role))
