"""A source that takes back or revises what it said itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from provenance.propositions.amounts import Amount, conflict, of_one_scope
from provenance.propositions.frames import Frame
from provenance.propositions.happening import share
from provenance.propositions.lexicon import listed, words_in
from provenance.propositions.match import same_event
from provenance.propositions.names import may_name_one
from provenance.propositions.placed import Placed, may_precede
from provenance.records.claim import Stance
from provenance.records.identity import slug
from provenance.records.naming import words_of
from provenance.records.source import Source

EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|at first|formerly|before that)\b", re.I
)
PLUPERFECT = re.compile(r"^(?:had|has previously)\b", re.I)
REPLACED = re.compile(
    r"\b(?:not|from|instead of|rather than|down from|up from)\s+(?:the\s+)?(?P<number>\d[\d,.]*\d|\d)"
)
OWN_WORDS_SHARED = 0.5


@dataclass(frozen=True)
class Update:
    """A later figure of one source (``newer``) for an earlier one, by the order of their frames."""

    newer: int
    older: int
    supersedes: bool


Updates = dict[tuple[int, int], Update]
P = TypeVar("P", bound=Placed)


def around(frame: Placed) -> str:
    """Returns the words of a claim's sentence, cue and content."""
    claim = frame.claim
    return f"{claim.sentence_text} {claim.cue.text if claim.cue else ''} {claim.content.text}"


def told_as(frame: Placed) -> str:
    """Returns the words from the source on that put a claim forward, and the claim itself."""
    claim, credited = frame.claim, frame.claim.source.span
    spans = claim.content.spans
    before = claim.document.text[credited.end : spans[0].start] if credited and spans else ""
    return f"{before} {claim.cue.text if claim.cue else ''} {claim.content.text}"


def _looks_back(frame: Placed) -> bool:
    cue = frame.claim.cue.text if frame.claim.cue else ""
    return bool(PLUPERFECT.search(cue) or EARLIER.search(around(frame)))


def _in_one_sentence(one: Placed, other: Placed) -> bool:
    return one.document == other.document and one.claim.sentence == other.claim.sentence is not None


def _looks_back_itself(frame: Placed) -> bool:
    """Tells the same by the words directly at the cue: "which had earlier said"."""
    cue, text = frame.claim.cue, frame.claim.document.text
    if cue is None or not cue.spans:
        return False
    words = text[max(cue.spans[0].start - BEFORE_CUE, 0) : cue.spans[-1].end].rpartition(",")[2]
    return bool(EARLIER.search(words) or re.search(r"\bhad\b", words))


BEFORE_CUE = 24
"""Characters before a cue in which its auxiliaries and adverbs stand."""


def in_time(one: P, other: P) -> tuple[P, P] | None:
    """Returns (older, newer) by the day it was said, then by words such as "earlier"; None where nothing tells."""
    days = one.claim.said_on, other.claim.said_on
    if days[0] and days[1] and days[0] != days[1]:
        return (one, other) if days[0] < days[1] else (other, one)
    looks = _looks_back_itself if _in_one_sentence(one, other) else _looks_back
    back = looks(one), looks(other)
    if back[0] != back[1]:
        return (one, other) if back[0] else (other, one)
    return None


def _numbers_replaced(frame: Placed) -> set[float]:
    found = REPLACED.finditer(around(frame))
    return {float(m["number"].replace(",", "")) for m in found if m["number"].replace(",", "").count(".") <= 1}


def _replaces(newer: Placed, older: Placed) -> bool:
    """Tells whether the newer claim names the older figure as the one it replaces ("41, not 50")."""
    bounds = {b for a in older.counts for b in (a.low, a.high)}
    return bool(_numbers_replaced(newer) & bounds)


def one_origin(one: Placed, other: Placed) -> bool:
    """Tells whether two claims of one event come from one origin, a short form of its name included.

    It decides only that a source does not contradict itself; nobody's sources are merged by it.
    """
    names = one.claim.origin.name, other.claim.origin.name
    return one.origin == other.origin or may_name_one(*names) or _is_shortened(one.claim.origin, other.claim.origin)


def _is_shortened(one: Source, other: Source) -> bool:
    """Tells whether one of two bodies of a kind is called by some of the other's words: "the administration"."""
    words = words_of(one.name), words_of(other.name)
    bodies = one.kind is other.kind and not (one.kind.is_nameless or one.listed or other.listed)
    return bodies and all(words) and (words[0] <= words[1] or words[1] <= words[0])


def update_between(one: Placed, other: Placed) -> Update | None:
    """Returns how one of two claims of one source and one event revises the other; None where neither does."""
    if not one_origin(one, other):
        return None
    pairs = [(a, b) for a in one.counts for b in other.counts if of_one_scope(a, b) or _of_one_toll(a, b)]
    changed = any((a.low, a.high) != (b.low, b.high) for a, b in pairs)
    ordered = in_time(one, other) if changed else None
    if ordered is None:
        return None
    older, newer = ordered
    superseded = any(conflict(a, b) or _outgrows(a, b) for a, b in pairs) or _replaces(newer, older)
    return Update(newer.order, older.order, superseded)


def _of_one_toll(one: Amount, other: Amount) -> bool:
    """Tells whether one is a bare toll and the other says of whom: "nine workers killed", "the toll rose to 12"."""
    bare = bool(one.units) != bool(other.units) and not (one.part or other.part or one.is_measure or other.is_measure)
    return bare and bool(one.families & other.families)


def _outgrows(one: Amount, other: Amount) -> bool:
    return _of_one_toll(one, other) and not one.meets(other) and one.of_one_scale(other)


def updates_among(frames: Sequence[Frame], near: Mapping[int, Iterable[int]]) -> Updates:
    """Returns every revision of a source's own figure, by the orders (higher first) of the two claims.

    Args:
        frames: All frames, by their order.
        near: The frames each one may be compared with.
    """
    pairs = ((a, frames[b]) for a in frames if a.affirms and a.counts for b in near[a.order] if b < a.order)
    alike = ((a, b) for a, b in pairs if b.affirms and one_origin(a, b) and same_event(a, b))
    found = (((a.order, b.order), update_between(a, b)) for a, b in alike)
    return {pair: update for pair, update in found if update}


def one_voice(withdrawal: Frame, frame: Frame) -> bool:
    """Tells whether the withdrawer said it, or published it and withdraws it in its own voice."""
    if _credits_one(withdrawal, frame):
        return True
    if _may_credit_one(withdrawal, frame):
        return bool((withdrawal.names | withdrawal.setting) & (frame.names | frame.setting))
    return _publishes(withdrawal, frame)


def one_voice_on_it(withdrawal: Placed, frame: Placed) -> bool:
    """Tells the same of two claims that are known to be about one thing: a name may then be a short form."""
    return _credits_one(withdrawal, frame) or _may_credit_one(withdrawal, frame) or _publishes(withdrawal, frame)


def _credits_one(withdrawal: Placed, frame: Placed) -> bool:
    return withdrawal.claim.source.source.id in {frame.claim.source.source.id, frame.claim.origin.id}


def _may_credit_one(withdrawal: Placed, frame: Placed) -> bool:
    elsewhere = withdrawal.document != frame.document
    return elsewhere and may_name_one(withdrawal.claim.source.source.name, frame.claim.origin.name)


def _publishes(withdrawal: Placed, frame: Placed) -> bool:
    """Tells whether an outlet withdraws what it put forward, in its own voice or as another tells.

    A denial that it printed stays the denier's.
    """
    return frame.affirms and slug(withdrawal.claim.source.source.name) == slug(frame.claim.document.outlet)


def _content_fits(withdrawal: Frame, frame: Frame) -> bool:
    pointing = listed("said") | listed("part")
    if withdrawal.counts and frame.counts and not _same_figure_in(withdrawal, frame):
        return False
    told = withdrawal.things - pointing
    if told and frame.things and not told & frame.things:
        return False  # "took back that the outbreak had ended" leaves its number of infections standing
    mine = ((withdrawal.topic | withdrawal.names) - pointing) | {f"family {f}" for f in withdrawal.families}
    theirs = ((frame.topic | frame.names) - pointing) | {f"family {f}" for f in frame.families}
    return share(mine, theirs) >= OWN_WORDS_SHARED


def _same_figure_in(withdrawal: Frame, frame: Frame) -> bool:
    return any(a.same_figure(b) for a in withdrawal.counts for b in frame.counts)


def _withdrawn_by(withdrawal: Frame, said: Iterable[Frame]) -> list[Frame]:
    own = [f for f in said if may_precede(f, withdrawal) and one_voice(withdrawal, f)]
    if withdrawal.refers:
        here = [f for f in own if f.document == withdrawal.document]
        elsewhere = [f for f in own if (f.names | f.setting) & (withdrawal.names | withdrawal.setting)]
        return here[-1:] or (elsewhere if len(elsewhere) == 1 else [])
    return [f for f in own if _content_fits(withdrawal, f)]


def withdrawals(frames: Sequence[Frame]) -> Iterator[tuple[int, list[int]]]:
    """Yields each withdrawal with the claims it takes back, none where they were not read, by their order.

    What surely came after it stands; where nothing tells, it is taken back.
    """
    voices = _Voices()
    for frame in frames:
        if frame.claim.stance not in {Stance.RETRACTS, Stance.OPEN}:
            voices.add(frame)
    for frame in frames:
        if frame.claim.stance is Stance.RETRACTS:
            yield frame.order, [f.order for f in _withdrawn_by(frame, voices.of(frame))]


def with_copies(
    withdrawn: Iterable[tuple[int, list[int]]], copies: Iterable[tuple[int, int]], claims: Sequence[Placed]
) -> dict[int, list[int]]:
    """Returns the withdrawals, each with the later copies of what it takes back: a reprint revives nothing.

    Args:
        withdrawn: Each withdrawal with the claims it takes back.
        copies: Which claim (first) is a near-copy of which before it.
        claims: All claims, by their order.
    """
    found = {withdrawal: list(orders) for withdrawal, orders in withdrawn}
    of_one = sorted(pair for pair in copies if _says_the_same(*(claims[order] for order in pair))) if found else ()
    for taken in found.values():
        for copy, original in of_one:
            if original in taken and copy not in taken:
                taken.append(copy)
    return found


def _says_the_same(copy: Placed, original: Placed) -> bool:
    return (copy.origin, copy.claim.stance) == (original.origin, original.claim.stance)


@dataclass(frozen=True)
class _Voices:
    """What was said, by who may withdraw it."""

    said: dict[str, list[Frame]] = field(default_factory=dict)
    """By the ids of source and origin, and by the outlet."""
    names: dict[str, dict[str, list[Frame]]] = field(default_factory=dict)
    """By a key and the name of the origin, so that each name is looked at once."""

    def add(self, frame: Frame) -> None:
        """Adds a claim."""
        claim = frame.claim
        for key in {claim.source.source.id, claim.origin.id, slug(claim.document.outlet)}:
            self.said.setdefault(key, []).append(frame)
        for key in _voices(frame):
            self.names.setdefault(key, {}).setdefault(claim.origin.name, []).append(frame)

    def of(self, withdrawal: Frame) -> Iterable[Frame]:
        """Returns the claims, in order, that somebody who may be the withdrawer said or published."""
        source = withdrawal.claim.source.source
        found = [*self.said.get(source.id, ()), *self.said.get(slug(source.name), ())]
        for key in _voices(withdrawal):
            for name, said in self.names.get(key, {}).items():
                found += said if may_name_one(source.name, name) else ()
        by_order = {frame.order: frame for frame in found}
        return (by_order[order] for order in sorted(by_order))


def _voices(frame: Frame) -> set[str]:
    """Returns the keys under which what one voice said is looked up: ids, the outlet, and the last word of a name."""
    claim = frame.claim
    words = words_in(claim.origin.name)
    initials = "".join(w[0] for w in words if w[0].isupper())
    return {claim.source.source.id, claim.origin.id, claim.document.outlet, *words[-1:], initials}
