"""Why a verdict is what it is, and what would change it, in sentences that name the sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from provenance.assessment.flags import holds_across_sides, is_admitted, reaches_you_through_one_relay
from provenance.assessment.sourcing import Side, Sourcing
from provenance.assessment.verdicts import decide
from provenance.records.assessment import Verdict
from provenance.records.claim import Stance, Status
from provenance.records.identity import unique
from provenance.records.proposition import Reason, RelationKind
from provenance.records.source import Source, SourceKind


def why(sourcing: Sourcing, verdict: Verdict) -> str:
    """Returns one to three sentences on what the verdict rests on, and one on places told differently."""
    places = sourcing.supporting.places
    apart = f" The place is told differently: {listing([f'“{place}”' for place in places])}." if places else ""
    return f"{_WHY[verdict](sourcing)}{apart}"


def would_change(sourcing: Sourcing, verdict: Verdict) -> str:
    """Returns a sentence on what would change the verdict."""
    return _WOULD_CHANGE[verdict](sourcing)


@lru_cache(maxsize=4096)
def named(source: Source) -> str:
    """Returns the name of a source as it stands in a sentence: nameless ones in quotation marks, bodies with "the".

    >>> named(Source("source:sohr", "Syrian Observatory for Human Rights", SourceKind.MONITOR))
    'the Syrian Observatory for Human Rights'
    >>> named(Source("source:x", "local sources", SourceKind.ANONYMOUS_PLURAL))
    '“local sources”'
    """
    if source.kind is SourceKind.UNNAMED:
        return "a source that is not named"
    if source.kind.is_nameless:
        return f"“{source.name}”"
    return f"the {source.name}" if _takes_article(source) else source.name


def listing(names: Sequence[str], most: int = 3) -> str:
    """Returns names in a row, the last after "and", those beyond ``most`` counted.

    >>> listing(["A", "B"]), listing(["A", "B", "C", "D", "E"])
    ('A and B', 'A, B, C and two others')
    """
    beyond = len(names) - most
    if beyond > 0:
        names = [*names[:most], "one other" if beyond == 1 else f"{spelled(beyond)} others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def spelled(number: int) -> str:
    """Returns a number in words to twelve, in figures beyond."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_INSTITUTIONS = frozenset(
    (
        "administration agency army association authority brigade brigades bureau cabinet center centre coalition "
        "command commission commissioner committee council court department directorate embassy federation force "
        "forces foundation front government guard institute league ministry mission movement nations navy network "
        "observatory office organisation organization parliament party police presidency service services state "
        "states union cross crescent military "
    ).split()
)
"""Words that make the name of a body take "the"."""

_WITHOUT_ARTICLE = frozenset(
    {SourceKind.PERSON, SourceKind.OUTLET, SourceKind.PUBLISHER, SourceKind.STATE_MEDIA, SourceKind.GROUP_MEDIA}
)


def _takes_article(source: Source) -> bool:
    words = source.name.lower().split()
    bare = source.kind in _WITHOUT_ARTICLE or len(words) < 2 or words[0] in {"the", "a", "an"}
    return not bare and not re.search(r"['’]s?\b", source.name) and bool(_INSTITUTIONS & set(words))


def _reports(number: int) -> str:
    return f"{spelled(number)} report{'' if number == 1 else 's'}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _names(side: Side, nodes: Iterable[str]) -> str:
    return listing(unique(named(side.evidence.parties[node]) for node in nodes))


def _speakers(side: Side) -> str:
    """Returns the origins of a side by name; a loop by its members."""
    return _names(side, _in_loops(side, side.support.origins))


def _in_loops(side: Side, origins: Iterable[str]) -> list[str]:
    """Returns origins, a loop as its members."""
    loops = {node: loop for loop in side.support.loops for node in loop}
    return [node for origin in origins for node in loops.get(origin, (origin,)) if node in side.evidence.parties]


def _shared_relay(sourcing: Sourcing) -> str:
    """Returns a sentence on the party that several origins pass through; nothing where there is none."""
    if not reaches_you_through_one_relay(sourcing):
        return ""
    side = sourcing.supporting
    relays = [node for node in side.support.choke if node in side.evidence.parties]
    if not relays:
        return " All of it reaches you in one report."
    return f" All of it reaches you through {_names(side, relays[-1:])}."


def _retracted(sourcing: Sourcing) -> str:
    read = [sourcing.claims[name] for name in sourcing.proposition.supporting if name in sourcing.claims]
    who = listing(unique(named(claim.origin) for claim in read))
    if all(claim.stance is Stance.RETRACTS for claim in read):
        return f"Only a withdrawal was read, by {who}; the claim itself was not."
    if all(claim.status is Status.SUPERSEDED for claim in read):
        return f"Replaced since by {who}; nobody else says so."
    return f"Withdrawn by {_withdrawers(sourcing) or who}; nobody is left who says so."


def _withdrawers(sourcing: Sourcing) -> str:
    """Returns who took back what was said for it, as far as it was read."""
    own = set(sourcing.proposition.supporting)
    found = sorted(r for r in sourcing.proposition.relations if r.kind is RelationKind.RETRACTS and r.to_id in own)
    return listing(unique(named(sourcing.claims[r.from_id].origin) for r in found if r.from_id in sourcing.claims))


def _contested(sourcing: Sourcing) -> str:
    denied = all(claim.stance is Stance.DENIES for claim in sourcing.opposing.claims)
    sides = (("for it", sourcing.supporting), ("denied by" if denied else "against it", sourcing.opposing))
    parts = [f"{word}: {_speakers(side)} ({_reports(side.support.reports)})" for word, side in sides]
    grounds = unique(
        _GROUNDS[relation.because]
        for relation in sorted(sourcing.proposition.relations)
        if relation.kind in {RelationKind.CONTRADICTS, RelationKind.REBUTS} and relation.because in _GROUNDS
    )
    return f"{_sentence('; '.join(parts))}{f' They differ on {listing(grounds)}.' if grounds else ''}"


_GROUNDS = {
    Reason.QUANTITY: "the number",
    Reason.RESPONSIBLE: "who is responsible",
    Reason.PLACE: "the place",
    Reason.CAUSE: "the cause",
    Reason.TIME: "the time",
}


def _corroborated(sourcing: Sourcing) -> str:
    side = sourcing.supporting
    support = side.support
    known = f"{_reports(support.reports)}, {spelled(support.floor)} shown origins: {_names(side, _one_a_family(side))}"
    across = ""
    if holds_across_sides(sourcing):
        across = " One of them admits what harms it." if is_admitted(sourcing) else " They stand on different sides."
    return f"{_sentence(known)}{across}{_shared_relay(sourcing)}"


def _unattributed(sourcing: Sourcing) -> str:
    side = sourcing.supporting
    if not side.claims:
        return "Nobody read here puts it forward."
    voices = [node for node in side.support.origins if side.evidence.parties[node].kind is SourceKind.PUBLISHER]
    if not voices:
        return _sentence(f"{_reports(side.support.reports)}, crediting nobody by name")
    who, unread = _voices(side, voices)
    verb = "says" if len(who) == 1 else "say"
    also = "" if len(voices) == len(side.support.origins) else "; elsewhere a source is meant but not named"
    taken = f", having it from {listing(unread)}" if unread else ""
    return f"{listing(who)} {verb} so without crediting anybody{taken} ({_reports(side.support.reports)}){also}."


def _voices(side: Side, origins: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns who says so in what was read, and whom that is taken from where no document of theirs was read."""
    names = unique(named(side.evidence.parties[node]) for node in _in_loops(side, origins))
    read = unique(claim.document.outlet for claim in side.claims)
    unread = tuple(name for name in names if name not in read)
    own = tuple(name for name in names if name in read)
    return (read, unread) if unread else (own, ())


def _single(sourcing: Sourcing) -> str:
    side = sourcing.supporting
    support = side.support
    if len(support.loops) and support.origins[0] in support.loops[0]:
        return _sentence(
            f"{_reports(support.reports)} that lead in a circle, {_speakers(side)} having it from each other"
        )
    origin = _names(side, support.origins)
    if support.reports == 1:
        return _sentence(f"one report, from {origin}{_through(side)}")
    them = "both" if support.reports == 2 else "all of them"
    return _sentence(f"{_reports(support.reports)}, {them} from {origin}{_through(side)}; cutting it leaves none")


def _through(side: Side) -> str:
    """Returns the relays between the outlets and the origin on every chain."""
    parties = side.evidence.parties
    relays = [node for node in side.support.choke[:-1] if node in parties and not _is_outlet(parties[node])]
    return f" by way of {_names(side, relays)}" if relays else ""


def _is_outlet(party: Source) -> bool:
    return party.kind is SourceKind.PUBLISHER


def _apparently(sourcing: Sourcing) -> str:
    side = sourcing.supporting
    support = side.support
    origins = f"{_reports(support.reports)}, {spelled(support.roots)} origins: {_names(side, support.origins)}"
    return f"{_sentence(origins)} But {_what_is_not_shown(side)}.{_shared_relay(sourcing)}"


def _what_is_not_shown(side: Side) -> str:
    shown = side.support.shown
    if len(shown) > 1:
        return f"{_names(side, shown)} may be one, since a name is short for the other"
    return f"{f'only {_names(side, shown)} is' if shown else 'none of them is'} shown to speak for itself"


def _one_a_family(side: Side) -> list[str]:
    """Returns the shown origins, of a family the one it is named after."""
    families = side.evidence.families
    found: dict[str, str] = {}
    for node in side.support.shown:
        found[families[node]] = node if families[node] == node else found.get(families[node], node)
    return list(found.values())


def _if_somebody_stood_by_it(sourcing: Sourcing) -> str:
    return "A source that stands by it would bring it back."


def _if_the_other_side_withdrew(sourcing: Sourcing) -> str:
    would_be = decide(sourcing.unopposed).verdict.value.replace("_", "-").replace("apparently-", "apparently ")
    return f"If {_speakers(sourcing.opposing)} withdrew, it would be {would_be}."


def _if_one_fell_away(sourcing: Sourcing) -> str:
    floor = sourcing.supporting.support.floor
    stays = f"It stays corroborated while two of the {spelled(floor)} stand by it and do not have it from each other."
    if floor == 2:
        stays = "If one of the two withdrew or turned out to have it from the other, it would not be corroborated."
    return f"{stays}{_past_the_relay(sourcing)}"


def _past_the_relay(sourcing: Sourcing) -> str:
    """Returns what would end the reliance on one relay; nothing where there is none."""
    side = sourcing.supporting
    relays = [node for node in side.support.choke if node in side.evidence.parties]
    if not relays or not reaches_you_through_one_relay(sourcing):
        return ""
    return f" A report that does not have it through {_names(side, relays[-1:])} would end the reliance on one relay."


def _if_somebody_were_credited(sourcing: Sourcing) -> str:
    if not sourcing.supporting.claims:
        return "A named origin that puts it forward would make it single-sourced; two, corroborated."
    return "Two named origins that speak for themselves would make it corroborated."


def _if_another_spoke(sourcing: Sourcing) -> str:
    side = sourcing.supporting
    origin = _speakers(side)
    if side.support.shown:
        return f"A second origin that does not reach you through {origin} would make it corroborated."
    return f"Two named origins that do not reach you through {origin} would make it corroborated."


def _if_another_were_shown(sourcing: Sourcing) -> str:
    if sourcing.supporting.support.shown:
        return "One more named origin that speaks for itself would make it corroborated."
    return "Two named origins that speak for themselves would make it corroborated."


_WHY: dict[Verdict, Callable[[Sourcing], str]] = {
    Verdict.RETRACTED: _retracted,
    Verdict.CONTESTED: _contested,
    Verdict.CORROBORATED: _corroborated,
    Verdict.UNATTRIBUTED: _unattributed,
    Verdict.SINGLE_SOURCED: _single,
    Verdict.APPARENTLY_CORROBORATED: _apparently,
}

_WOULD_CHANGE: dict[Verdict, Callable[[Sourcing], str]] = {
    Verdict.RETRACTED: _if_somebody_stood_by_it,
    Verdict.CONTESTED: _if_the_other_side_withdrew,
    Verdict.CORROBORATED: _if_one_fell_away,
    Verdict.UNATTRIBUTED: _if_somebody_were_credited,
    Verdict.SINGLE_SOURCED: _if_another_spoke,
    Verdict.APPARENTLY_CORROBORATED: _if_another_were_shown,
}
