"""The relations within a proposition that follow from who is on which side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from provenance.propositions.derivation import Copies, derivation
from provenance.propositions.drafts import Draft, P
from provenance.propositions.revisions import Update
from provenance.records.proposition import Reason, RelationKind

EARLIER_COMPARED = 40
"""How many earlier claims of a proposition each one is held against for derivation: keeps the work linear."""


def note_supports(draft: Draft[P]) -> None:
    """Notes that each supporting claim supports the first one, unless it relays or revises that one."""
    first, *others = [draft.supporting[order] for order in sorted(draft.supporting)] or [draft.leader]
    related = {(r.from_id, r.to_id) for r in draft.relations}
    for frame in others:
        if not related & {(frame.claim.id, first.claim.id), (first.claim.id, frame.claim.id)}:
            own = frame.claim.source.source.id == first.claim.source.source.id
            draft.relate(RelationKind.SUPPORTS, frame, first, Reason.SAME_SOURCE if own else Reason.SAME_WORDS)


def note_derivations(draft: Draft[P], copies: Copies) -> None:
    """Notes which claims of one side are taken from earlier ones of it."""
    for side in (draft.supporting, draft.opposing):
        members = [side[order] for order in sorted(side)]
        for at, frame in enumerate(members):
            _note_sources(draft, frame, members[max(0, at - EARLIER_COMPARED) : at], copies)


def _note_sources(draft: Draft[P], frame: P, earlier: Iterable[P], copies: Copies) -> None:
    for other in earlier:
        if reason := derivation(frame, other, copies):
            draft.relate(RelationKind.RELAYS, frame, other, reason)


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
