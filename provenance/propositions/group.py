"""Groups claims into propositions and says how they relate, from the claims alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.propositions.blocking import neighbours
from provenance.propositions.clusters import Comparison
from provenance.propositions.derivation import near_copies
from provenance.propositions.drafts import Settled, identified, settled_draft
from provenance.propositions.frames import Frame, frames_of
from provenance.propositions.free import Board, free_drafts
from provenance.propositions.given import by_proposition, settled
from provenance.propositions.placed import in_order
from provenance.propositions.relations import by_later, by_newer, note_derivations, note_supports, note_updates
from provenance.propositions.revisions import updates_among, with_copies, withdrawals
from provenance.records.claim import Claim, Stance, Status
from provenance.records.proposition import Proposition


@dataclass(frozen=True)
class Reading:
    """What is known of the claims before they are put on sides."""

    frames: list[Frame]
    by: Comparison
    withdrawn: dict[int, list[int]]
    """For each withdrawal the claims it takes back."""
    statuses: dict[int, Status]


def group(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Proposition, ...]]:
    """Returns the claims with their status brought up to date, and the propositions they are about.

    Claims that carry a ``proposition`` are grouped by it and by nothing else, each such proposition by itself. Every
    claim is in at least one proposition, and on one side of it only. The order of the claims given changes nothing.

    Args:
        claims: Claims of any number of documents; a claim given twice counts once.

    Returns:
        The claims in the order given, and the propositions in the order of their first claims: by day of
        publication, then document, then place in it.
    """
    ordered = in_order(claims)
    found = _free([claim for claim in ordered if claim.proposition is None])
    found += [settled(key, members) for key, members in by_proposition(ordered).items()]
    found.sort(key=lambda each: each.place)
    statuses = {name: status for each in found for name, status in each.statuses.items()}
    return tuple(with_status(c, statuses[c.id]) for c in claims), tuple(each.proposition for each in found)


def with_status(claim: Claim, status: Status) -> Claim:
    """Returns the claim with this status."""
    return claim if claim.status is status else replace(claim, status=status)


def _free(claims: Sequence[Claim]) -> list[Settled]:
    """Returns the propositions of the claims that carry none."""
    reading = _read(claims)
    drafts = sorted(
        free_drafts(Board(reading.frames, reading.frames, reading.by), reading.withdrawn),
        key=lambda draft: draft.leader.order,
    )
    updates, copied = by_newer(reading.by.updates.values()), by_later(reading.by.copies)
    for draft in drafts:
        note_derivations(draft, copied)
        note_updates(draft, updates)
        note_supports(draft)
    return [settled_draft(draft, name, reading.statuses) for name, draft in identified(drafts)]


def _read(claims: Iterable[Claim]) -> Reading:
    frames = frames_of(claims)
    copies = frozenset(near_copies(frames))
    near = _near(frames, copies)
    updates = updates_among(frames, near)
    withdrawn = with_copies(withdrawals(frames), copies, frames)
    superseded = frozenset(u.older for u in updates.values() if u.supersedes)
    statuses = {f.order: _status(f, superseded, withdrawn) for f in frames} | _taken_back(withdrawn)
    lapsed = frozenset(order for order, status in statuses.items() if status is not Status.ACTIVE)
    return Reading(frames, Comparison(near, copies, updates, lapsed), withdrawn, statuses)


def _near(frames: list[Frame], copies: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    near = {frame.order: set[int]() for frame in frames} | neighbours(frames)
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
