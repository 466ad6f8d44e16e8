"""Propositions in the making: sides are filled in step by step, by the order of the claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from provenance.propositions.frames import Frame
from provenance.propositions.placed import Place, Placed, place_of
from provenance.records.claim import Claim, Status
from provenance.records.identity import digest
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind

LABEL_LENGTH = 120
P = TypeVar("P", bound=Placed)


class Settled(NamedTuple):
    """A proposition, where it stands among others, and how its claims stand, by their ids."""

    place: Place
    proposition: Proposition
    statuses: Mapping[str, Status]


@dataclass
class Draft(Generic[P]):
    """A proposition being put together; ``leader`` is its first claim, whose frame gives it its id."""

    leader: P
    supporting: dict[int, P] = field(default_factory=dict)
    opposing: dict[int, P] = field(default_factory=dict)
    open: dict[int, P] = field(default_factory=dict)
    relations: set[Relation] = field(default_factory=set)
    denied: bool = False
    """Whether it is a denial that nobody's claim answers to: what is put forward is the negative."""
    key: str | None = None
    """The string that names it, where it was given with the claims."""

    def support(self, frame: P) -> None:
        """Puts a claim on the supporting side, unless it opposes already."""
        if frame.order not in self.opposing:
            self.supporting[frame.order] = frame

    def drop(self, frame: P) -> None:
        """Takes a claim off the supporting side; where it led, the next one leads."""
        del self.supporting[frame.order]
        if self.leader is frame:
            self.leader = self.supporting[min(self.supporting)]

    def oppose(self, frame: P) -> bool:
        """Puts a claim on the opposing side and tells whether it stands there."""
        if frame.order not in self.supporting:
            self.opposing[frame.order] = frame
        return frame.order in self.opposing

    def relate(self, kind: RelationKind, one: P, other: P, because: Reason) -> None:
        """Notes how one claim stands to another."""
        self.relations.add(Relation(kind, one.claim.id, other.claim.id, because))


def draft_of(frames: Iterable[P], *, denied: bool = False) -> Draft[P]:
    """Returns a draft that the frames support, led by the first of them."""
    members = list(frames)
    return Draft(members[0], {f.order: f for f in members}, denied=denied)


def given_id(key: str) -> str:
    """Returns the id of a proposition that was given by this string."""
    return f"prop:{digest('given', key)}"


def _frame_digest(draft: Draft[Frame]) -> str:
    lead = draft.leader
    numbers = sorted((a.low, a.high, sorted(a.units)) for a in lead.amounts)
    party = sorted(lead.party.names | lead.party.camps) if lead.party else []
    words = sorted(lead.families), sorted(lead.things), sorted(lead.names)
    plain = lead.claim.content.text if not any(words) else ""
    return digest(words, numbers, party, lead.days and (lead.days.start, lead.days.end), plain, draft.denied)


def identified(drafts: Iterable[Draft[Frame]]) -> list[tuple[str, Draft[Frame]]]:
    """Returns each draft with its id: a digest of the leading claim's frame.

    The id stays the same when claims are added after the leading one. Where two drafts share a frame, the later one
    also takes the id of its leading claim into the digest.
    """
    taken: set[str] = set()
    found: list[tuple[str, Draft[Frame]]] = []
    for draft in drafts:
        name = _frame_digest(draft)
        if name in taken:
            name = digest(name, draft.leader.claim.id)
        taken.add(name)
        found.append((f"prop:{name}", draft))
    return found


def _words(claim: Claim) -> str:
    triple = claim.triple
    if triple and len(claim.content.text.split()) < 3:
        return " ".join(filter(None, (triple.subject, triple.predicate, triple.object)))
    return claim.content.text


def shortened(text: str) -> str:
    """Returns the text on one line, cut at a word where it is too long for a label.

    >>> shortened("a  b")
    'a b'
    """
    line = " ".join(text.split())
    if len(line) <= LABEL_LENGTH:
        return line
    return line[: LABEL_LENGTH - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"


_POINTERS = r"(?:the|this|that|these|those|such|its|his|her|their|any)"
POINTING = re.compile(rf"(?:it|this|that|they|so|them|these|those|{_POINTERS}(?: \w+){{1,2}})\W*", re.I)
"""Words that name nothing by themselves: "it", "the attack", "such a claim"."""


def _fullness(words: str) -> int:
    """Returns how much a wording says: its words, as far as a label holds them."""
    return len(shortened(words).split())


def label_of(draft: Draft[P], statuses: Mapping[int, Status]) -> str:
    """Returns the words of the first supporting claim that stands and credits somebody, else of the first.

    Where these only point ("the attack", "it"), the fullest words on the side stand for them.
    """
    if draft.key is not None and not draft.supporting:
        return shortened(draft.key)
    side = list(draft.supporting.values()) or list(draft.opposing.values()) or list(draft.open.values())
    standing = [f for f in side if statuses[f.order] is Status.ACTIVE] or side
    direct = [f for f in standing if f.claim.stance.affirms] or standing
    credited = [f for f in direct if f.claim.source.text is not None] or direct
    words = _words(credited[0].claim)
    if POINTING.fullmatch(words.strip()):
        words = max((words, *(_words(f.claim) for f in (*credited, *direct))), key=_fullness)
    text = shortened(words) or draft.key or "(no words)"
    # a negative wording says by itself that it denies
    return shortened(f"denied: {text}") if draft.denied and not draft.leader.negated else text


def finished(name: str, draft: Draft[P], statuses: Mapping[int, Status]) -> Proposition:
    """Returns the record of a draft, its claims in order."""

    def ids(side: dict[int, P]) -> tuple[str, ...]:
        return tuple([side[order].claim.id for order in sorted(side)])

    return Proposition(
        id=name,
        label=label_of(draft, statuses),
        supporting=ids(draft.supporting),
        opposing=ids(draft.opposing),
        open=ids(draft.open),
        relations=tuple(sorted(draft.relations)),
    )


def settled_draft(draft: Draft[P], name: str, statuses: Mapping[int, Status]) -> Settled:
    """Returns a draft to which nothing will be added.

    Args:
        draft: The proposition.
        name: Its id.
        statuses: How claims stand, by their order.
    """
    sides = (draft.supporting, draft.opposing, draft.open)
    standing = {frame.claim.id: statuses[order] for side in sides for order, frame in side.items()}
    return Settled(place_of(draft.leader.claim), finished(name, draft, statuses), standing)
