"""Groups claims into propositions and says how they relate, from the claims alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.propositions.clusters import Comparison
from provenance.propositions.derivation import near_copies
from provenance.propositions.drafts import Draft, finished, identified
from provenance.propositions.frames import Frame, frames_of
from provenance.propositions.free import Board, free_drafts
from provenance.propositions.given import given_drafts, given_groups, given_updates, given_withdrawals
from provenance.propositions.match import neighbours
from provenance.propositions.relations import note_derivations, note_supports, note_updates
from provenance.propositions.revisions import updates_among, withdrawals
from provenance.records.claim import Claim, Stance, Status
from provenance.records.proposition import Proposition


@dataclass(frozen=True)
class Reading:
    """What is known of the claims before they are put on sides."""

    frames: list[Frame]
    given: dict[str, list[Frame]]
    by: Comparison
    withdrawn: dict[int, list[int]]
    """For each withdrawal the claims it takes back."""
    statuses: dict[int, Status]


def group(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Proposition, ...]]:
    """Returns the claims with their status brought up to date, and the propositions they are about.

    Claims that carry a ``proposition`` are grouped by it and by nothing else. Every claim is in at least one
    proposition, and on one side of it only. The order of the claims given changes nothing.

    Args:
        claims: Claims of any number of documents; a claim given twice counts once.

    Returns:
        The claims in the order given, and the propositions in the order of their first claims: by day of
        publication, then document, then place in it.
    """
    reading = _read(claims)
    drafts = sorted(_drafts(reading), key=lambda draft: draft.leader.order)
    for draft in drafts:
        _note_relations(draft, reading.by)
    by_id = {frame.claim.id: reading.statuses[frame.order] for frame in reading.frames}
    propositions = tuple(finished(name, draft, reading.statuses) for name, draft in identified(drafts))
    return tuple(_with_status(claim, by_id[claim.id]) for claim in claims), propositions


def _with_status(claim: Claim, status: Status) -> Claim:
    return claim if claim.status is status else replace(claim, status=status)


def _read(claims: Iterable[Claim]) -> Reading:
    frames = frames_of(claims)
    given = given_groups(frames)
    free = [f for f in frames if f.claim.proposition is None]
    copies = frozenset(near_copies(frames))
    near = _near(frames, free, copies)
    updates = updates_among(frames, near) | given_updates(given)
    withdrawn = {w: taken for w, taken in withdrawals(frames) if frames[w].claim.proposition is None}
    withdrawn |= given_withdrawals(given)
    superseded = frozenset(u.older for u in updates.values() if u.supersedes)
    statuses = {f.order: _status(f, superseded, withdrawn) for f in frames} | _taken_back(withdrawn)
    lapsed = frozenset(order for order, status in statuses.items() if status is not Status.ACTIVE)
    return Reading(frames, given, Comparison(near, copies, updates, lapsed), withdrawn, statuses)


def _near(frames: list[Frame], free: list[Frame], copies: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    near = {frame.order: set[int]() for frame in frames} | neighbours(free)
    for later, earlier in copies:
        near[later].add(earlier)
        near[earlier].add(later)
    return {order: sorted(others) for order, others in near.items()}


def _status(frame: Frame, superseded: frozenset[int], withdrawn: dict[int, list[int]]) -> Status:
    """Returns the status of a claim; a withdrawal whose claim was not read is itself what was retracted."""
    if frame.claim.stance is Stance.RETRACTS and not withdrawn.get(frame.order):
        return Status.RETRACTED
    return Status.SUPERSEDED if frame.order in superseded else frame.claim.status


def _taken_back(withdrawn: dict[int, list[int]]) -> dict[int, Status]:
    return {order: Status.RETRACTED for taken in withdrawn.values() for order in taken}


def _drafts(reading: Reading) -> list[Draft]:
    free = [f for f in reading.frames if f.claim.proposition is None]
    board = Board(reading.frames, free, reading.by)
    drafts = free_drafts(board, reading.withdrawn)
    return drafts + given_drafts(reading.given, reading.by, reading.withdrawn)


def _note_relations(draft: Draft, by: Comparison) -> None:
    note_derivations(draft, by.copies)
    note_updates(draft, by.updates.values())
    note_supports(draft)
