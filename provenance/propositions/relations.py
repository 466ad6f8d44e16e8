"""The relations within a proposition that follow from who is on which side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from provenance.propositions.derivation import stated_sources
from provenance.propositions.drafts import Draft, P
from provenance.propositions.revisions import Update
from provenance.records.proposition import Reason, RelationKind

EARLIER_NOTED = 40
"""From how many earlier claims, the first ones, a claim is noted to be taken."""


def note_supports(draft: Draft[P]) -> None:
    """Notes that each supporting claim supports the first one, unless it relays or revises that one."""
    first, *others = [draft.supporting[order] for order in sorted(draft.supporting)] or [draft.leader]
    related = {(r.from_id, r.to_id) for r in draft.relations}
    for frame in others:
        if not related & {(frame.claim.id, first.claim.id), (first.claim.id, frame.claim.id)}:
            own = frame.claim.source.source.id == first.claim.source.source.id
            draft.relate(RelationKind.SUPPORTS, frame, first, Reason.SAME_SOURCE if own else Reason.SAME_WORDS)


def by_later(copies: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Returns, by the order of a claim, those of the earlier ones that it is a near-copy of."""
    found: dict[int, list[int]] = defaultdict(list)
    for later, earlier in copies:
        found[later].append(earlier)
    return dict(found)


def note_derivations(draft: Draft[P], copied: Mapping[int, Sequence[int]]) -> None:
    """Notes which claims of one side are taken from earlier ones of it.

    Args:
        draft: The proposition.
        copied: Near-copies, by the order of the later claim.
    """
    for side in (draft.supporting, draft.opposing):
        members = [side[order] for order in sorted(side)]
        stated = stated_sources(members) if len(members) > 1 else {}
        for frame in members if stated or copied else ():
            near = {order: Reason.NEAR_COPY for order in copied.get(frame.order, ()) if order in side}
            given = {other.order: Reason.STATED for other in stated.get(frame.order, ())}
            for order, reason in sorted({**near, **given}.items())[:EARLIER_NOTED] if near or given else ():
                draft.relate(RelationKind.RELAYS, frame, side[order], reason)


def by_newer(updates: Iterable[Update]) -> dict[int, list[Update]]:
    """Returns the updates by the order of the newer claim."""
    found: dict[int, list[Update]] = defaultdict(list)
    for update in updates:
        found[update.newer].append(update)
    return dict(found)


def note_updates(draft: Draft[P], updates: Mapping[int, Sequence[Update]]) -> None:
    """Notes which supporting claims revise others of their source.

    Args:
        draft: The proposition.
        updates: All updates, by the order of the newer claim.
    """
    for order, newer in draft.supporting.items() if updates else ():
        for update in updates.get(order, ()):
            if older := draft.supporting.get(update.older):
                draft.relate(RelationKind.UPDATES, newer, older, Reason.SAME_SOURCE)
