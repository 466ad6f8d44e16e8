"""Claims whose proposition was given: grouped by that string alone, sides by stance and by conflict.

A proposition is worked out from its own claims, so that many can be worked out one after another. What comparing
wordings needs (amounts, the party held responsible) is looked at only where two claims are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from provenance.propositions.amounts import Amount, amounts_of, numbers_conflict
from provenance.propositions.derivation import Copies, near_copies
from provenance.propositions.drafts import Draft, Settled, given_id, settled_draft
from provenance.propositions.frames import NEGATION, families_said, said
from provenance.propositions.lexicon import wording_of
from provenance.propositions.parties import Party, are_rivals, responsible_in
from provenance.propositions.placed import in_order, may_precede
from provenance.propositions.relations import by_later, by_newer, note_derivations, note_supports, note_updates
from provenance.propositions.revisions import Update, in_time, one_voice_on_it, update_between, with_copies
from provenance.records.claim import Claim, Stance, Status
from provenance.records.proposition import Reason, RelationKind


@dataclass(frozen=True)
class Member:
    """A claim of a given proposition; what is compared is worked out when it is asked for."""

    claim: Claim
    order: int

    @property
    def affirms(self) -> bool:
        """Whether it puts its content forward."""
        return self.claim.stance.affirms

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.claim.document.id

    @property
    def origin(self) -> str:
        """The id of the origin's family."""
        return self.claim.origin.family

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The words of the content in lower case."""
        return wording_of(self.claim.content.text)

    @cached_property
    def negated(self) -> bool:
        """Whether the wording of the content is negative."""
        return bool(NEGATION.search(said(self.claim)))

    @cached_property
    def counts(self) -> tuple[Amount, ...]:
        """The amounts that number something as a whole."""
        claim = self.claim
        return tuple(a for a in amounts_of(claim, lambda: families_said(claim)) if not a.part)

    @cached_property
    def party(self) -> Party | None:
        """Whom the claim holds responsible."""
        blame = responsible_in(self.claim)
        return blame.party if blame else None

    @cached_property
    def can_conflict(self) -> bool:
        """Whether it says anything that another may contradict: a figure, or who is responsible."""
        return bool(self.claim.quantities) or self.party is not None


def by_proposition(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Returns the claims that carry a proposition, by it."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.proposition is not None:
            groups.setdefault(claim.proposition, []).append(claim)
    return groups


def settled(key: str, claims: Iterable[Claim]) -> Settled:
    """Returns a given proposition with the sides of its claims and how they relate.

    Args:
        key: The string that names it.
        claims: All of its claims, at least one, in any order; one given twice counts once.
    """
    members = [Member(claim, order) for order, claim in enumerate(in_order(claims))]
    copies = frozenset(near_copies(members))
    updates = updates_in(members, copies) if len(members) > 1 else []
    withdrawn = with_copies(withdrawals_in(members), copies, members)
    statuses = _statuses(members, updates, withdrawn)
    draft = Draft(_lead(members, statuses), key=key)
    for member in members:
        _place(draft, member, statuses, withdrawn)
        for taken in withdrawn.get(member.order, ()):
            draft.relate(RelationKind.RETRACTS, member, members[taken], Reason.WITHDRAWN)
    note_derivations(draft, by_later(copies))
    note_updates(draft, by_newer(updates))
    note_supports(draft)
    return settled_draft(draft, given_id(key), statuses)


def _statuses(
    members: Iterable[Member], updates: Iterable[Update], withdrawn: Mapping[int, Sequence[int]]
) -> dict[int, Status]:
    superseded = {update.older for update in updates if update.supersedes}
    taken = {order for orders in withdrawn.values() for order in orders}
    return {m.order: _status(m, superseded, withdrawn, taken) for m in members}


def _status(member: Member, superseded: set[int], withdrawn: Mapping[int, Sequence[int]], taken: set[int]) -> Status:
    """Returns the status of a claim; a withdrawal whose claim was not read is itself what was retracted."""
    unread = member.claim.stance is Stance.RETRACTS and not withdrawn.get(member.order)
    if unread or member.order in taken:
        return Status.RETRACTED
    return Status.SUPERSEDED if member.order in superseded else member.claim.status


def _only_numbers(one: Member, other: Member) -> tuple[Amount, Amount] | None:
    """Returns the numbers of two claims that have one each, of units that may be the same."""
    if len(one.counts) != 1 or len(other.counts) != 1:
        return None
    (a,), (b,) = one.counts, other.counts
    return (a, b) if bool(a.units & b.units) or not (a.units and b.units) else None


def _numbers_conflict(one: Member, other: Member) -> bool:
    if not (one.claim.quantities and other.claim.quantities):
        return False
    pair = _only_numbers(one, other)
    if pair and not pair[0].meets(pair[1]):
        return pair[0].of_one_scale(pair[1])
    return numbers_conflict(one.counts, other.counts)


def given_conflict(one: Member, other: Member) -> Reason | None:
    """Returns why two affirming claims of one given proposition cannot both be right, None where they can."""
    if one.party and other.party and are_rivals(one.party, other.party):
        return Reason.RESPONSIBLE
    return Reason.QUANTITY if _numbers_conflict(one, other) else None


def updates_in(members: Sequence[Member], copies: Copies) -> list[Update]:
    """Returns the revisions of an origin's own figure: of its latest one, and of those its near-copies give.

    Args:
        members: The claims of one proposition, in order.
        copies: Which are near-copies of which.
    """
    by_origin: dict[str, list[Member]] = {}
    for member in (m for m in members if m.affirms and m.claim.quantities):
        by_origin.setdefault(member.origin, []).append(member)
    revised = [u for figures in by_origin.values() if len(figures) > 1 for u in _updates_of(figures)]
    pairs = ((members[later], members[earlier]) for later, earlier in copies)
    copied = (update_between(a, b) for a, b in pairs if a.affirms and a.claim.quantities and b.claim.quantities)
    return list({frozenset((u.newer, u.older)): u for u in (*filter(None, copied), *revised)}.values())


def _updates_of(figures: Iterable[Member]) -> Iterator[Update]:
    """Yields the revisions among the figures of one origin."""
    latest: Member | None = None
    for member in (m for m in figures if m.counts):
        ordered = in_time(latest, member) if latest and _numbers_conflict(latest, member) else None
        if ordered:
            yield Update(ordered[1].order, ordered[0].order, supersedes=True)
        latest = ordered[1] if ordered else member


def withdrawals_in(members: Sequence[Member]) -> Iterator[tuple[int, list[int]]]:
    """Yields each withdrawal with the claims that it takes back, by their order; none that surely came after it.

    Args:
        members: The claims of one proposition, in order.
    """
    withdrawals = [m for m in members if m.claim.stance is Stance.RETRACTS]
    said = [m for m in members if m.claim.stance not in {Stance.RETRACTS, Stance.OPEN}] if withdrawals else []
    for withdrawal in withdrawals:
        yield withdrawal.order, [m.order for m in said if _takes_back(withdrawal, m)]


def _takes_back(withdrawal: Member, member: Member) -> bool:
    other_figure = numbers_conflict(withdrawal.counts, member.counts)
    return one_voice_on_it(withdrawal, member) and may_precede(member, withdrawal) and not other_figure


def _lead(members: Sequence[Member], statuses: Mapping[int, Status]) -> Member:
    """Returns the claim the others are held against: the first affirming one that stands, else the first."""
    affirming = [m for m in members if m.affirms]
    standing = (m for m in affirming if statuses[m.order] is Status.ACTIVE)
    return next(standing, (affirming or members)[0])


def _place(
    draft: Draft[Member], member: Member, statuses: Mapping[int, Status], withdrawn: Mapping[int, Sequence[int]]
) -> None:
    if member.claim.stance is Stance.OPEN or withdrawn.get(member.order):
        draft.open[member.order] = member
    elif member.claim.stance is Stance.DENIES:
        _oppose(draft, member, Reason.DENIAL)
    elif member.affirms and (found := _against(draft, member, statuses)):
        _oppose(draft, member, found[1], found[0])
    else:
        draft.support(member)


def _against(draft: Draft[Member], member: Member, statuses: Mapping[int, Status]) -> tuple[Member, Reason] | None:
    """Returns the first supporting claim that a claim cannot be right beside, with the reason.

    The leader need not say a figure or a party, so one that does not must not hide the conflict of those who do.
    """
    if not draft.supporting or statuses[member.order] is not Status.ACTIVE or not member.can_conflict:
        return None
    for one in islice(draft.supporting.values(), COMPARED):
        if one.affirms and one.origin != member.origin and statuses[one.order] is Status.ACTIVE and one.can_conflict:
            reason = given_conflict(one, member)
            if reason:
                return one, reason
    return None


COMPARED = 40
"""How many supporting claims a claim is held against: keeps the work linear."""


def _oppose(draft: Draft[Member], member: Member, reason: Reason, against: Member | None = None) -> None:
    draft.oppose(member)
    other = against or draft.leader
    if other.affirms:
        draft.relate(RelationKind.CONTRADICTS, member, other, reason)
