"""Numbers with what they count, as intervals that meet or do not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from provenance.propositions.lexicon import camp, families_of, listed, stem, thing, words_in
from provenance.records.claim import Bound, Claim, Quantity

APPROX_TOLERANCE = 0.10
"""How far, as a share of the number written, "about" may be off."""

OTHER_SCALE = 10
"""Figures further apart than this factor are taken to count different things."""

OPEN_SCALE = 4
"""The same for figures that agree because one is open: "at least 60" says little about 470."""

PEOPLE = frozenset(
    map(
        stem,
        ("people", "person", "persons", "other", "subset", "man", "men", "inhabitant", "patient", "victim", "casualty"),
    )
)
MEASURES = frozenset(
    map(
        stem,
        """
        percent per cent day days hour hours week weeks month months year years minute minutes km
        kilometre kilometres kilometer kilometers mile miles metre metres meter meters ton tons tonne
        tonnes kg dollar dollars euro euros pound pounds usd eur gbp
        """.split(),
    )
)
"""Units that measure rather than count."""

CORPSES = frozenset(map(stem, ("bodies", "corpse", "remains")))
"""Units of which nobody claims to have counted all: at least so many died."""

PART_BEFORE = re.compile(r"(including|among (?:them|those|whom|which)|of (?:them|whom|which)|comprising)\W+$", re.I)
PART_AFTER = re.compile(r"\W+(?:of (?:the|them|those|these|whom|its|his|their)|more|another|others|further)\b", re.I)
PART_INSIDE = re.compile(
    r"\b(?:more|another|others|further|subset)\b|\bof (?:the|them|those|these|whom|its|his|their)\b", re.I
)
NEXT_PART = re.compile(r"[,;]| and | while | but ")
BOUND_WORDS = re.compile(r"\b(?:no|not|more|fewer|less) (?:more|fewer|less|than)\b|\bmore than\b", re.I)
MORE_THAN = re.compile(r"\b(?:more than|over|at least|no fewer than) (?:an? )?$", re.I)
"""Words before a number that leave it open upwards, where they were not taken for part of it."""
NEARBY_WORDS = 7


@dataclass(frozen=True)
class Amount:
    """A number as an interval, the families of predicates it counts under, and the stems of what is counted."""

    low: float
    high: float
    families: frozenset[str]
    units: frozenset[str]
    part: bool = False
    """Whether it counts a part of something, or something added to it."""

    @property
    def is_measure(self) -> bool:
        """Tells whether the unit measures rather than counts (days, percent, dollars)."""
        return bool(self.units & MEASURES)

    @property
    def is_closed(self) -> bool:
        """Tells whether it has a least and a greatest number."""
        return math.isfinite(self.low) and math.isfinite(self.high)

    @property
    def middle(self) -> float:
        """A single number that stands for it: its bound, or the middle of both."""
        bounds = [b for b in (self.low, self.high) if math.isfinite(b)]
        return sum(bounds) / len(bounds) if bounds else 0.0

    def same_figure(self, other: Amount) -> bool:
        """Tells whether the number written is the same, whatever bound it is."""
        mine, theirs = ({round(b, 6) for b in (a.low, a.high) if math.isfinite(b)} for a in (self, other))
        return bool(mine & theirs)

    def of_one_scale(self, other: Amount, factor: float = OTHER_SCALE) -> bool:
        """Tells whether the two are close enough to be figures for the same thing."""
        small, large = sorted((abs(self.middle), abs(other.middle)))
        return large < factor * small or small == large

    def meets(self, other: Amount) -> bool:
        """Tells whether some number lies in both intervals."""
        return max(self.low, other.low) <= min(self.high, other.high)


def interval_of(quantity: Quantity) -> tuple[float, float] | None:
    """Returns the least and the greatest number meant, infinite where open; None for a vague quantity.

    >>> interval_of(Quantity("about 60", Bound.APPROX, 60, 60))
    (54.0, 66.0)
    """
    if quantity.kind is Bound.VAGUE or (quantity.min is None and quantity.max is None):
        return None
    low = -math.inf if quantity.min is None else float(quantity.min)
    high = math.inf if quantity.max is None else float(quantity.max)
    if quantity.kind is Bound.APPROX:
        low, high = round(low * (1 - APPROX_TOLERANCE), 9), round(high * (1 + APPROX_TOLERANCE), 9)
    if quantity.exclusive:
        low = math.nextafter(low, math.inf) if math.isfinite(low) else low
        high = math.nextafter(high, -math.inf) if math.isfinite(high) else high
    return low, high


def _around(content: str, quantity: Quantity, others: list[str]) -> tuple[str, str]:
    """Returns the words before and after the quantity, up to the next quantity on each side."""
    start = content.find(quantity.text)
    if start < 0:
        return "", ""
    before, after = content[:start], content[start + len(quantity.text) :]
    for other in others:
        before = before[max(before.rfind(other), 0) :] if other in before else before
        after = after[: after.find(other)] if other in after else after
        after = NEXT_PART.split(after, maxsplit=1)[0]
    return before, after


def _near_families(before: str, after: str) -> frozenset[str]:
    """Returns the families of the predicate nearest to the number, the one after it where both are as near."""
    sides = words_in(after)[:NEARBY_WORDS], words_in(before)[: -NEARBY_WORDS - 1 : -1]
    for pair in zip_longest(*sides):
        for found in (families_of([stem(word)]) for word in pair if word):
            if found:
                return found
    return frozenset()


def _counted_before(before: str) -> frozenset[str]:
    """Returns the families of what a figure is named to be of ("the number of dead", "the death toll")."""
    words = [stem(word) for word in words_in(before)]
    at = max((i for i, word in enumerate(words) if word in listed("figure")), default=None)
    if at is None:
        return frozenset()
    of_what = words[at + 1 : at + 1 + NEARBY_WORDS] if words[at + 1 : at + 2] == ["of"] else []
    return families_of(of_what) | families_of(words[max(at - 1, 0) : at + 1])


def _unit_stems(quantity: Quantity) -> list[str]:
    text = quantity.unit if quantity.unit else BOUND_WORDS.sub(" ", quantity.text)
    return [stem(w) for w in words_in(text) if not w[0].isdigit()]


def _units(stems: list[str]) -> frozenset[str]:
    counted = {thing(s) for s in stems if not (families_of([s]) and camp(s) is None and thing(s) == s)}
    return frozenset(counted - PEOPLE - listed("common")) | (MEASURES & set(stems))


def _is_part(quantity: Quantity, before: str, after: str) -> bool:
    inside = BOUND_WORDS.sub(" ", f"{quantity.text} {quantity.unit or ''}")
    if MEASURES & set(map(stem, words_in(inside))):
        return False
    return bool(quantity.subset or PART_BEFORE.search(before) or PART_AFTER.match(after) or PART_INSIDE.search(inside))


def amounts_of(claim: Claim, families: Callable[[], frozenset[str]]) -> Iterator[Amount]:
    """Yields the amounts of a claim in the order of its quantities; vague ones are left out.

    Args:
        claim: The claim.
        families: Gives the families of the whole claim, for numbers with no predicate of their own nearby.
    """
    for quantity in claim.quantities:
        interval = interval_of(quantity)
        if interval is None:
            continue
        others = [q.text for q in claim.quantities if q is not quantity and not q.subset]
        before, after = _around(claim.content.text, quantity, others)
        stems = _unit_stems(quantity)
        if MORE_THAN.search(before) or CORPSES & set(stems):
            interval = (interval[0], math.inf)
        counted = families_of(stems) or _counted_before(before) or _near_families(before, after) or families()
        yield Amount(*interval, counted, _units(stems), _is_part(quantity, before, after))


def of_one_scope(one: Amount, other: Amount) -> bool:
    """Tells whether two amounts count the same: same predicate, same unit, the whole rather than a part."""
    if one.part or other.part or one.is_measure != other.is_measure:
        return False
    if one.is_measure or not (one.families or other.families):
        return bool(one.units & other.units)
    if not one.families & other.families:
        return False
    if one.units and other.units:
        return bool(one.units & other.units)
    return bool(one.units) == bool(other.units) or one.same_figure(other)


def conflict(one: Amount, other: Amount) -> bool:
    """Tells whether two amounts of one scope cannot both be right.

    A number with a narrower unit than the other's ("soldiers" beside "people") conflicts with nothing, nor does the
    same figure with another bound ("33", "more than 33"), and figures a scale apart are taken to count different
    things.
    """
    apart = not one.meets(other) and not one.same_figure(other)
    return apart and of_one_scope(one, other) and one.of_one_scale(other)


def agree(one: Amount, other: Amount) -> bool:
    """Tells whether two amounts of one scope can both be right, and are near enough to be figures for one thing."""
    return of_one_scope(one, other) and one.meets(other) and one.of_one_scale(other, OPEN_SCALE)


def conflicting(ones: Sequence[Amount], others: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Returns a pair of amounts that conflict, neither of which agrees with anything else; None where none does."""
    for a in ones:
        for b in others:
            if conflict(a, b) and not any(agree(a, o) for o in others) and not any(agree(o, b) for o in ones):
                return a, b
    return None


def numbers_conflict(ones: Sequence[Amount], others: Sequence[Amount]) -> bool:
    """Tells whether two lists of amounts conflict."""
    return conflicting(ones, others) is not None
