"""What one claim's content is to another's: the same, narrower, wider, a rival."""

from __future__ import annotations

from enum import StrEnum

from provenance.propositions.amounts import agree
from provenance.propositions.frames import Frame
from provenance.propositions.happening import is_telling, same_figure
from provenance.propositions.match import loosely_one_event, same_event
from provenance.propositions.parties import may_be_one
from provenance.propositions.rivalry import in_two_areas, opposite_words, rivalry
from provenance.records.proposition import Reason


class Kin(StrEnum):
    """What one claim's content is to another's."""

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    RIVAL = "rival"


def kin(one: Frame, other: Frame) -> tuple[Kin, Reason] | None:
    """Returns what the content of one claim is to the other's, with the reason; None where they are unrelated.

    Both contents are read as affirmed: stance is the caller's business.
    """
    if opposite_words(one, other):
        return Kin.RIVAL, Reason.DENIAL
    if in_two_areas(one, other):
        return Kin.RIVAL, Reason.PLACE
    same = same_event(one, other)
    if not same and not loosely_one_event(one, other):
        return None
    if reason := rivalry(one, other):
        return Kin.RIVAL, reason
    if not same or one.negated != other.negated or not _parties_agree(one, other):
        return None
    return _by_detail(one, other)


def _parties_agree(one: Frame, other: Frame) -> bool:
    return one.party is None or other.party is None or may_be_one(one.party, other.party)


def _says_more(one: Frame, other: Frame) -> bool:
    """Tells whether a claim has a number or a party where the other has none, and lacks nothing the other has."""
    more = (one.amounts and not other.amounts) or (one.party and not other.party)
    lacks = (other.amounts and not one.amounts) or (other.party and not one.party)
    return bool(more) and not lacks


def _first_agrees(one: Frame, other: Frame) -> bool:
    """Tells whether the first number of a claim, its main one, agrees with some number of the other."""
    first = one.counts[:1]
    return any(agree(a, b) or (is_telling(a) and same_figure(a, b)) for a in first for b in other.counts)


def _digits_differ(one: Frame, other: Frame) -> bool:
    """Tells whether two claims that came without quantities write different numbers: they may say different things."""
    numbers = [frozenset(w for w in f.wording if w[0].isdigit()) for f in (one, other)]
    return bool(numbers[0] or numbers[1]) and numbers[0] != numbers[1]


def _by_detail(one: Frame, other: Frame) -> tuple[Kin, Reason] | None:
    """Returns how two claims of one event stand that do not conflict: a number that agrees outweighs the rest."""
    if one.amounts and other.amounts:
        fits = _first_agrees(one, other), _first_agrees(other, one)
        if all(fits) or not any(fits):
            return (Kin.SAME, Reason.SAME_WORDS) if all(fits) else None
        return Kin.WIDER if fits[0] else Kin.NARROWER, Reason.SAME_WORDS
    if _says_more(one, other):
        return Kin.NARROWER, Reason.SAME_WORDS
    if _says_more(other, one):
        return Kin.WIDER, Reason.SAME_WORDS
    if not (one.amounts or other.amounts) and _digits_differ(one, other):
        return None
    alike = bool(one.amounts) == bool(other.amounts) and bool(one.party) == bool(other.party)
    return (Kin.SAME, Reason.SAME_WORDS) if alike else None
