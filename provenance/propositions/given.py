"""Claims whose proposition was given: grouped by that string alone, sides by stance and by conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.propositions.amounts import Amount, numbers_conflict
from provenance.propositions.clusters import Comparison
from provenance.propositions.drafts import Draft
from provenance.propositions.frames import Frame
from provenance.propositions.parties import are_rivals
from provenance.propositions.revisions import Update, Updates, in_time, one_voice
from provenance.records.claim import Stance
from provenance.records.proposition import Reason, RelationKind


def given_groups(frames: Iterable[Frame]) -> dict[str, list[Frame]]:
    """Returns the claims that carry a proposition, by it, in order."""
    groups: dict[str, list[Frame]] = {}
    for frame in frames:
        if frame.claim.proposition is not None:
            groups.setdefault(frame.claim.proposition, []).append(frame)
    return groups


def _only_numbers(one: Frame, other: Frame) -> tuple[Amount, Amount] | None:
    """Returns the numbers of two claims that have one each, of units that may be the same."""
    if len(one.counts) != 1 or len(other.counts) != 1:
        return None
    (a,), (b,) = one.counts, other.counts
    return (a, b) if bool(a.units & b.units) or not (a.units and b.units) else None


def _numbers_conflict(one: Frame, other: Frame) -> bool:
    pair = _only_numbers(one, other)
    if pair and not pair[0].meets(pair[1]):
        return pair[0].of_one_scale(pair[1])
    return numbers_conflict(one.counts, other.counts)


def given_conflict(one: Frame, other: Frame) -> Reason | None:
    """Returns why two affirming claims of one given proposition cannot both be right, None where they can."""
    if one.party and other.party and are_rivals(one.party, other.party):
        return Reason.RESPONSIBLE
    return Reason.QUANTITY if _numbers_conflict(one, other) else None


def given_updates(groups: dict[str, list[Frame]]) -> Updates:
    """Returns every revision of a source's own figure within a given proposition."""
    found = (update for frames in groups.values() for update in _updates_in(frames))
    return {(max(u.newer, u.older), min(u.newer, u.older)): u for u in found}


def _updates_in(frames: list[Frame]) -> Iterator[Update]:
    latest: dict[str, Frame] = {}
    for frame in (f for f in frames if f.affirms and f.counts):
        before = latest.get(frame.origin)
        ordered = in_time(before, frame) if before and _numbers_conflict(before, frame) else None
        if ordered:
            yield Update(ordered[1].order, ordered[0].order, supersedes=True)
        latest[frame.origin] = ordered[1] if ordered else frame


def given_withdrawals(groups: dict[str, list[Frame]]) -> dict[int, list[int]]:
    """Returns for each withdrawal the claims of its proposition that it takes back, by their order."""
    found: dict[int, list[int]] = {}
    for frames in groups.values():
        for frame in (f for f in frames if f.claim.stance is Stance.RETRACTS):
            own = (f for f in frames if f.order < frame.order and one_voice(frame, f))
            found[frame.order] = [f.order for f in own if f.claim.stance not in {Stance.RETRACTS, Stance.OPEN}]
    return found


def _lead(frames: list[Frame], lapsed: frozenset[int]) -> Frame:
    """Returns the claim the others are held against: the first affirming one that stands, else the first."""
    affirming = [f for f in frames if f.affirms]
    standing = [f for f in affirming if f.order not in lapsed]
    return (standing or affirming or frames)[0]


def _place(draft: Draft, frame: Frame, by: Comparison, withdrawn: dict[int, list[int]]) -> None:
    if frame.claim.stance is Stance.OPEN or withdrawn.get(frame.order):
        draft.open[frame.order] = frame
    elif frame.claim.stance is Stance.DENIES:
        _oppose(draft, frame, Reason.DENIAL)
    elif frame.affirms and (reason := _against_lead(draft.leader, frame, by)):
        _oppose(draft, frame, reason)
    else:
        draft.support(frame)


def _against_lead(lead: Frame, frame: Frame, by: Comparison) -> Reason | None:
    if frame is lead or not lead.affirms or frame.order in by.lapsed or frame.origin == lead.origin:
        return None
    return given_conflict(lead, frame)


def _oppose(draft: Draft, frame: Frame, reason: Reason) -> None:
    draft.oppose(frame)
    if draft.leader.affirms:
        draft.relate(RelationKind.CONTRADICTS, frame, draft.leader, reason)


def given_drafts(groups: dict[str, list[Frame]], by: Comparison, withdrawn: dict[int, list[int]]) -> list[Draft]:
    """Returns one draft for each given proposition.

    Args:
        groups: The claims by their given proposition.
        by: What is known of revisions and of claims that no longer stand.
        withdrawn: For each withdrawal the claims it takes back.
    """
    drafts = []
    for key, frames in groups.items():
        draft = Draft(_lead(frames, by.lapsed), key=key)
        for frame in frames:
            _place(draft, frame, by, withdrawn)
        drafts.append(draft)
    return drafts
