"""Which claims are compared at all: those that share a key, so that a corpus never compares all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.propositions.frames import Frame
from provenance.propositions.happening import LARGE, is_telling, one_day

BUCKET_NEIGHBOURS = 40
"""How many earlier claims of one key a claim is compared with: keeps the work linear."""


PAIRED = 5
"""How many of its things a claim is looked up by in pairs."""


def keys_of(frame: Frame) -> Iterator[tuple[object, ...]]:
    """Yields the keys under which a claim is looked up: what happened with where, then within its document.

    A name that many documents share is a key only together with the days of the event.
    """
    about = sorted(frame.families) or [f"thing {t}" for t in sorted(frame.things)]
    about += ["deed"] if frame.party and frame.deeds else []
    for name in sorted(frame.own | frame.anchors):
        for what in about:
            yield name, what
    if frame.days and frame.days.end:
        for name in sorted(frame.names & frame.worn):
            for what in about:
                yield name, what, frame.days.end
    for what in [*about, *(f"thing {t}" for t in sorted(frame.things) if frame.families)]:
        yield frame.document, what
    if not frame.own or frame.days:
        yield from combinations(sorted(frame.things)[:PAIRED], 2)
    if day := one_day(frame):
        for thing in sorted(frame.things):
            yield day, thing
    for amount in frame.counts:
        if is_telling(amount):
            yield from ((name, amount.low, amount.high) for name in sorted(frame.anchors))
        if amount.low == amount.high and (amount.low or 0) >= LARGE:
            for family in sorted(frame.families):
                yield amount.low, family


def neighbours(frames: Sequence[Frame]) -> dict[int, set[int]]:
    """Returns for each frame those it shares a key with, by ``order``; of a common key only the nearest."""
    buckets: dict[tuple[object, ...], list[int]] = {}
    found: dict[int, set[int]] = {frame.order: set() for frame in frames}
    for frame in frames:
        for key in keys_of(frame):
            bucket = buckets.setdefault(key, [])
            for earlier in bucket[-BUCKET_NEIGHBOURS:]:
                found[frame.order].add(earlier)
                found[earlier].add(frame.order)
            bucket.append(frame.order)
        found[frame.order].discard(frame.order)
    return found
