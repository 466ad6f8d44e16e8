"""Claims whose proposition was not given: gathered by what they say, then put on sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from provenance.propositions.amounts import agree
from provenance.propositions.clusters import COMPARED, Comparison, compare, gather
from provenance.propositions.denials import targets
from provenance.propositions.disowning import disowns
from provenance.propositions.drafts import Draft, draft_of
from provenance.propositions.frames import Frame
from provenance.propositions.kinship import Kin
from provenance.propositions.reference import answered, repeated, retorts
from provenance.records.claim import Stance
from provenance.records.proposition import Reason, RelationKind


@dataclass
class Board:
    """The drafts so far, and where each affirming claim is at home."""

    frames: Sequence[Frame]
    free: list[Frame]
    by: Comparison
    documents: dict[str, list[Frame]] = field(default_factory=dict)
    drafts: list[Draft[Frame]] = field(default_factory=list)
    homes: dict[int, list[Draft[Frame]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for frame in self.free:
            self.documents.setdefault(frame.document, []).append(frame)

    def around(self, frame: Frame) -> Iterator[Frame]:
        """Yields the free claims a claim is compared with, in order."""
        return (self.frames[o] for o in self.by.near[frame.order] if self.frames[o].claim.proposition is None)

    def open_draft(self, draft: Draft[Frame]) -> None:
        """Adds a draft; the claims that support it now are at home in it."""
        self.drafts.append(draft)
        for order in draft.supporting:
            self.homes.setdefault(order, []).append(draft)


def _plain(frame: Frame) -> bool:
    return frame.affirms and not frame.repeats_a_figure


def add_affirming(board: Board) -> None:
    """Gathers the affirming claims into drafts."""
    for cluster in gather(filter(_plain, board.free), board.by):
        board.open_draft(draft_of(cluster.members))


def add_repeated_figures(board: Board) -> None:
    """Puts "the same figure" where the total it means is."""
    for frame in (f for f in board.free if f.affirms and f.repeats_a_figure):
        meant = repeated(frame, board.documents[frame.document])
        homes = board.homes.get(meant.order, []) if meant else []
        for draft in homes:
            draft.support(frame)
        if not homes:
            board.open_draft(draft_of([frame]))


def add_narrower(board: Board) -> None:
    """Lets claims with a number or a party support what others say without one; the reverse does not follow."""
    for draft in board.drafts:
        members = list(draft.supporting.values())[:COMPARED]
        for frame in filter(_plain, board.around(draft.leader)):
            ties = [compare(frame, member, board.by) for member in members]
            if ties[0] and ties[0][0] is Kin.NARROWER and not any(t and t[0] is Kin.RIVAL for t in ties):
                draft.support(frame)


def add_rivals(board: Board) -> None:
    """Puts rival accounts on the opposing side of one another's drafts."""
    for draft in board.drafts:
        for member in [m for m in draft.supporting.values() if draft in board.homes.get(m.order, ())]:
            for frame in filter(_plain, board.around(member)):
                tie = compare(frame, member, board.by)
                if tie and tie[0] is Kin.RIVAL and draft.oppose(frame):
                    draft.relate(RelationKind.CONTRADICTS, frame, member, tie[1])


def part_open_figures(board: Board) -> None:
    """Lets an open figure that fits both sides of a draft stand by itself, backed by both ("at least 14").

    So nobody is set against himself, and no bound backs one of two rival figures rather than the other.
    """
    for draft in list(board.drafts):
        torn = [f for f in draft.supporting.values() if _fits_both_sides(f, draft)]
        if not torn or len(torn) == len(draft.supporting):
            continue
        backing = [f for f in (*draft.supporting.values(), *draft.opposing.values()) if f.affirms]
        backed = [f for f in backing if f in torn or _bears_out(f, torn[0], board)]
        for frame in torn:
            draft.drop(frame)
            board.homes[frame.order] = [home for home in board.homes.get(frame.order, ()) if home is not draft]
        board.open_draft(draft_of(sorted(backed, key=lambda frame: frame.order)))


def _fits_both_sides(frame: Frame, draft: Draft[Frame]) -> bool:
    """Tells whether a claim whose figure is open agrees with an opposing one and contradicts none."""
    tied = {name for relation in draft.relations for name in (relation.from_id, relation.to_id)}
    bounds = [amount for amount in frame.counts if not amount.is_closed]
    theirs = [amount for other in draft.opposing.values() for amount in other.counts]
    return frame.claim.id not in tied and any(agree(a, b) for a in bounds for b in theirs)


def _bears_out(frame: Frame, bound: Frame, board: Board) -> bool:
    tie = compare(frame, bound, board.by)
    return tie is not None and tie[0] is not Kin.RIVAL


def add_retorts(board: Board) -> None:
    """Lets a retort oppose the claim it answers."""
    for frame in (f for f in board.free if f.affirms and retorts(f)):
        meant = answered(frame, board.documents[frame.document])
        for draft in board.homes.get(meant.order, []) if meant and meant.affirms else []:
            if meant and draft.oppose(frame):
                draft.relate(RelationKind.REBUTS, frame, meant, Reason.DENIAL)


def _near_affirming(board: Board, frame: Frame) -> list[Frame]:
    of_itself = disowns(frame) is not None
    return [f for f in board.around(frame) if _plain(f) and (of_itself or not _own_words(frame, f))]


def _own_words(frame: Frame, other: Frame) -> bool:
    """Tells whether one document credits both to the same source directly: nobody is made to contradict himself."""
    if frame.document == other.document and _overlap(frame, other):
        return True
    same = frame.claim.source.source.id == other.claim.source.source.id
    return same and frame.document == other.document and len(other.claim.chain) < 2


def _overlap(frame: Frame, other: Frame) -> bool:
    """Tells whether two claims of a document stand on the same words."""
    spans = frame.claim.content.spans, other.claim.content.spans
    return any(a.start < b.end and b.start < a.end for a in spans[0] for b in spans[1])


def _meant(board: Board, frame: Frame) -> tuple[list[tuple[Draft[Frame], Frame]], bool]:
    """Returns the drafts a claim speaks of, each with the claim it was found by, and whether by reference."""
    found, by_reference = targets(frame, _near_affirming(board, frame), board.documents[frame.document])
    return [(draft, f) for f in found for draft in board.homes.get(f.order, [])], by_reference


def add_denials(board: Board) -> None:
    """Puts denials against what they deny; those that nobody's claim answers to are gathered by themselves."""
    alone = []
    for frame in (f for f in board.free if f.claim.stance is Stance.DENIES):
        meant, by_reference = _meant(board, frame)
        kind = RelationKind.REBUTS if by_reference else RelationKind.CONTRADICTS
        placed = [(draft, member) for draft, member in meant if draft.oppose(frame)]
        for draft, member in placed:
            draft.relate(kind, frame, member, Reason.DENIAL)
        if not placed:
            alone.append(frame)
    for cluster in gather(alone, board.by):
        board.open_draft(draft_of(cluster.members, denied=True))


def add_open(board: Board) -> None:
    """Notes claims that take no side beside what they speak of."""
    for frame in (f for f in board.free if f.claim.stance is Stance.OPEN):
        meant, _ = _meant(board, frame)
        for draft, _ in meant:
            draft.open[frame.order] = frame
        if not meant:
            board.open_draft(Draft(frame, open={frame.order: frame}))


def add_withdrawals(board: Board, withdrawn: dict[int, list[int]]) -> None:
    """Notes withdrawals beside what they take back; one whose claim was not read stands for it."""
    holding = _holding(board.drafts)
    for frame in (f for f in board.free if f.claim.stance is Stance.RETRACTS):
        taken = [board.frames[order] for order in withdrawn.get(frame.order, ())]
        placed = [_withdraw(draft, frame, f) for f in taken for draft in holding.get(f.order, ())]
        if not placed:
            board.open_draft(draft_of([frame]))


def _holding(drafts: Iterable[Draft[Frame]]) -> dict[int, list[Draft[Frame]]]:
    """Returns for each claim the drafts that have it on a side."""
    found: dict[int, list[Draft[Frame]]] = {}
    for draft in drafts:
        for order in draft.supporting.keys() | draft.opposing.keys():
            found.setdefault(order, []).append(draft)
    return found


def _withdraw(draft: Draft[Frame], withdrawal: Frame, frame: Frame) -> bool:
    draft.open[withdrawal.order] = withdrawal
    draft.relate(RelationKind.RETRACTS, withdrawal, frame, Reason.WITHDRAWN)
    return True


def free_drafts(board: Board, withdrawn: dict[int, list[int]]) -> list[Draft[Frame]]:
    """Returns the drafts of all claims whose proposition was not given.

    Args:
        board: The claims, nothing placed yet.
        withdrawn: For each withdrawal the claims it takes back.
    """
    add_affirming(board)
    add_repeated_figures(board)
    add_narrower(board)
    add_rivals(board)
    part_open_figures(board)
    add_retorts(board)
    add_denials(board)
    add_open(board)
    add_withdrawals(board, withdrawn)
    return board.drafts
