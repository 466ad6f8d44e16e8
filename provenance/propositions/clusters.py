"""Affirming claims brought together, one cluster for each thing said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from provenance.propositions.frames import Frame
from provenance.propositions.kinship import Kin, kin
from provenance.propositions.names import name_words
from provenance.propositions.revisions import Updates, one_origin
from provenance.records.claim import Manner
from provenance.records.proposition import Reason

COMPARED = 12
"""How many members of a cluster a claim is compared with."""

Tie = tuple[Kin, Reason]


@dataclass(eq=False)
class Cluster:
    """Claims that say the same, while they are being gathered; the first one leads."""

    members: list[Frame] = field(default_factory=list)


@dataclass(frozen=True)
class Comparison:
    """What deciding on a pair needs to know beside the two frames."""

    near: dict[int, list[int]]
    """For each claim the ones, earlier and later, that it is compared with, in order."""
    copies: frozenset[tuple[int, int]]
    updates: Updates
    lapsed: frozenset[int]
    """Orders of claims that were superseded or withdrawn: they conflict with nothing."""


def compare(one: Frame, other: Frame, by: Comparison) -> Tie | None:
    """Returns what one claim's content is to the other's, copies and revisions taken into account."""
    pair = max(one.order, other.order), min(one.order, other.order)
    if pair in by.updates:
        return Kin.SAME, Reason.SAME_SOURCE
    tie = kin(one, other)
    if pair in by.copies and _same_numbers(one, other):
        return Kin.SAME, Reason.NEAR_COPY
    if tie and tie[0] is Kin.RIVAL and _cannot_conflict(one, other, tie[1], by):
        return None
    return tie


def _same_numbers(one: Frame, other: Frame) -> bool:
    """Tells whether the numbers are the same: copy that is used again with a new figure says something new."""
    mine, theirs = ({(a.low, a.high) for a in f.amounts} for f in (one, other))
    return mine == theirs


def _cannot_conflict(one: Frame, other: Frame, reason: Reason, by: Comparison) -> bool:
    """Tells whether a conflict is none: one side has lapsed, or both are the same source."""
    lapsed = one.order in by.lapsed or other.order in by.lapsed
    named = _names_origin(one, other) or _names_origin(other, one)
    one_source = one_origin(one, other) or named or _is_one_with_its_sources(one, other)
    return lapsed or (reason is not Reason.DENIAL and one_source)


def _is_one_with_its_sources(one: Frame, other: Frame) -> bool:
    """Tells whether one source speaks in both, though it quotes somebody without a name in one of them."""
    nameless = one.claim.origin.kind.is_nameless or other.claim.origin.kind.is_nameless
    return nameless and one.claim.source.source.id == other.claim.source.source.id


def _names_origin(voice: Frame, frame: Frame) -> bool:
    """Tells whether what an outlet says in its own voice names the other's origin ("..., the Observatory said")."""
    if voice.claim.manner is not Manner.VOICE or frame.claim.manner is Manner.VOICE:
        return False
    origin = name_words(f"of {frame.claim.origin.name}")
    return bool(origin) and origin <= voice.names


def _welcome(frame: Frame, cluster: Cluster, by: Comparison) -> int:
    """Returns how many members say the same as the claim; 0 when it does not belong."""
    ties = [compare(frame, member, by) for member in cluster.members[:COMPARED]]
    same = sum(1 for tie in ties if tie and tie[0] is Kin.SAME)
    rival = any(tie and tie[0] is Kin.RIVAL for tie in ties)
    standing = sum(1 for member in cluster.members[:COMPARED] if member.order not in by.lapsed)
    return 0 if rival or 2 * same < standing else same


def gather(frames: Iterable[Frame], by: Comparison) -> list[Cluster]:
    """Returns the clusters of claims that say the same, in the order of their first claims.

    Args:
        frames: The claims to place, in order.
        by: What pairs are compared by.
    """
    clusters: list[Cluster] = []
    home: dict[int, Cluster] = {}
    for frame in frames:
        near = dict.fromkeys(home[o] for o in by.near[frame.order] if o in home)
        fits = {cluster: welcome for cluster in near if (welcome := _welcome(frame, cluster, by))}
        standing = [cluster for cluster in fits if not _has_lapsed(cluster, by)]
        best = max(standing or fits, key=lambda c: (fits[c], -c.members[0].order), default=None)
        if best is None:
            best = Cluster()
            clusters.append(best)
        for lapsed in fits.keys() - standing if standing else ():
            _move(lapsed, best, home)
        home[frame.order] = best
        best.members.append(frame)
    found = [Cluster(sorted(c.members, key=lambda frame: frame.order)) for c in clusters if c.members]
    return sorted(found, key=lambda cluster: cluster.members[0].order)


def _has_lapsed(cluster: Cluster, by: Comparison) -> bool:
    """Tells whether nothing in a cluster stands any more."""
    return all(member.order in by.lapsed for member in cluster.members)


def _move(cluster: Cluster, into: Cluster, home: dict[int, Cluster]) -> None:
    """Moves claims that have lapsed to where what replaced them is."""
    into.members.extend(cluster.members)
    home.update({member.order: into for member in cluster.members})
    cluster.members.clear()
