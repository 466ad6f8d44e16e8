"""Airwars' grading of reports of civilian harm, as far as claims show it.

The labels and their definitions are those printed with every incident on airwars.org ("Airwars civilian harm
grading"). People apply them there, with more than claims at hand; what each row looks at here stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from provenance.assessment.explain import listing, named, spelled
from provenance.assessment.interest import is_admission
from provenance.assessment.scales.contract import Case, Row, Scale
from provenance.assessment.sourcing import Side
from provenance.records.assessment import ScaleLabel
from provenance.records.belligerent import Belligerent
from provenance.records.claim import Claim, Stance
from provenance.records.identity import unique
from provenance.records.naming import name_in
from provenance.records.proposition import Reason, RelationKind
from provenance.records.source import Source, SourceKind
from provenance.sources.kinds import kind_of

DISTRUSTED = frozenset("DE")
"""Letters that make a source no credible one."""

_FIGHTERS = r"(?:combatants?|fighters?|militants?|gunm[ae]n|insurgents?|terrorists?|jihadists?|militiam[ae]n|soldiers?)"
_ANY = r"(?:(?!by\b)\S+\s+)"
_ONLY_FIGHTERS = re.compile(
    rf"\b(?:killed|killing|kills|deaths? of|eliminated|targeted)\s+{_ANY}{{0,6}}?{_FIGHTERS}\b"
    rf"|\b{_FIGHTERS}\s+{_ANY}{{0,4}}?(?:killed|died|dead|slain)\b"
    rf"|\b(?:dead|killed|victims?|casualties|those)\b[^.]{{0,40}}?\b(?:were|was|are|as)\s+{_ANY}{{0,6}}?{_FIGHTERS}\b",
    re.I,
)
_CIVILIANS = re.compile(
    r"\b(?:civilians?|non-?combatants?|wom[ae]n|child(?:ren)?|famil(?:y|ies)|residents?|bystanders?|villagers?)\b", re.I
)
_NO_CIVILIANS = re.compile(
    r"\b(?:no|not|without|nor|never)\s+(?:\w+\s+){0,2}?civilians?\b|n['’]t\s+(?:\w+\s+)?civilians?\b", re.I
)
_NO_BELLIGERENTS = frozenset(
    {
        SourceKind.BODY,
        SourceKind.MONITOR,
        SourceKind.OUTLET,
        SourceKind.PUBLISHER,
        SourceKind.DOCUMENT,
        SourceKind.IMAGERY,
    }
)
"""Kinds that treat, count and report: they harm nobody unless a claim says so outright."""

_HARM = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?|die|fatal\w*|wound\w*|injur\w*|hurt|maim\w*|casualt\w+|victims?|civilians?|harm\w*"
    r"|bodies|people|wom[ae]n|child(?:ren)?|famil(?:y|ies)|residents?|villagers?|patients?)\b",
    re.I,
)

_ATTACK = re.compile(
    r"\b(?:air-?)?(?:strikes?|struck|raids?|shell(?:s|ed|ing)?|bomb\w*|missiles?|rockets?|drones?|artillery|mortars?"
    r"|attack\w*|barrel|munitions?|warplanes?|explosi\w+|airstrikes?|gunfire|sniper|civilian harm|civilians?)\b",
    re.I,
)


def judge(case: Case) -> ScaleLabel:
    """Returns the first label that fits; none where no claim stands, or none speaks of an attack."""
    incident = Incident(case)
    if not incident.affirming:
        return ScaleLabel("airwars", None, "not graded: no claim for it stands")
    if not incident.is_attack:
        return ScaleLabel("airwars", None, "not graded: no claim speaks of an attack or holds a party responsible")
    row, because = next((row, because) for row, fits in _ROWS if (because := fits(incident)))
    return ScaleLabel("airwars", row.label, f"{row.rule}: {because}")


@dataclass(frozen=True)
class Incident:
    """A proposition looked at as an incident of harm."""

    case: Case

    @cached_property
    def affirming(self) -> tuple[Claim, ...]:
        """The claims that stand and say that it happened, whatever number or party they name."""
        return tuple(claim for claim in self.case.standing if claim.stance.affirms)

    @cached_property
    def accused(self) -> tuple[tuple[Claim, Belligerent], ...]:
        """The parties held responsible, each with the claim that does so."""
        return tuple((claim, party) for claim in self.affirming for party in self.case.reader.accused(claim))

    @property
    def is_attack(self) -> bool:
        """Tells whether a party is held responsible, or an attack or its civilian victims are spoken of."""
        words = (self.case.sourcing.proposition.label, *(claim.content.text for claim in self.affirming))
        return bool(self.accused) or any(map(_ATTACK.search, words))

    def is_of_the_accused(self, claim: Claim) -> bool:
        """Tells whether the origin of a claim is a party that is held responsible."""
        speaker = self.case.reader.speaking(claim.origin)
        return any(speaker.is_same(party) for _, party in self.accused)

    def accepts(self, claim: Claim) -> bool:
        """Tells whether the origin of a claim takes the responsibility on itself, for more than combatants."""
        speaker = self.case.reader.speaking(claim.origin)
        fights = claim.responsible is not None or _may_fight(claim.origin)
        itself = fights and any(speaker.is_same(party) for party in self.case.reader.accused(claim))
        if claim.stance is Stance.ACKNOWLEDGES:
            itself = itself or (self._may_answer(claim) if self.accused else is_admission(claim))
        return itself and not says_combatants(claim)

    @cached_property
    def harms_people(self) -> bool:
        """Tells whether somebody is said to have come to harm, or a claim names who is responsible for it."""
        words = (self.case.sourcing.proposition.label, *(claim.content.text for claim in self.affirming))
        return any(claim.responsible for claim in self.affirming) or any(map(_HARM.search, words))

    def _may_answer(self, claim: Claim) -> bool:
        """Tells whether the origin of a claim is accused, or a government where a coalition is."""
        member = claim.origin.kind is SourceKind.GOVERNMENT
        return self.is_of_the_accused(claim) or (member and any("coalition" in p.words for _, p in self.accused))

    @cached_property
    def reporting(self) -> tuple[Claim, ...]:
        """The affirming claims that a credible source makes which is not itself held responsible."""
        return tuple(c for c in self.affirming if _is_credible(c) and not self.is_of_the_accused(c))

    def origins(self, claims: Iterable[Claim]) -> Side:
        """Returns some of the claims weighed as one side."""
        return self.case.side_of(claims)


def says_combatants(claim: Claim) -> bool:
    """Tells whether a claim says that those killed were combatants, and speaks of no civilians among them."""
    text = claim.content.text
    if _NO_CIVILIANS.search(text):
        return True
    return bool(_ONLY_FIGHTERS.search(text)) and not _CIVILIANS.search(text)


def _is_credible(claim: Claim) -> bool:
    origin = claim.origin
    return origin.kind is not SourceKind.UNNAMED and origin.reliability.letter not in DISTRUSTED


def _may_fight(origin: Source) -> bool:
    """Tells whether somebody, or the body a person speaks for, may fight; the "we" of a hospital's head does not."""
    if origin.kind is SourceKind.PERSON:
        return origin.is_mouthpiece and kind_of(name_in(origin.family)) not in _NO_BELLIGERENTS
    return origin.kind not in _NO_BELLIGERENTS


def _names(side: Side) -> str:
    return listing(unique(named(origin) for origin in side.origins))


def _sources(number: int) -> str:
    return f"{spelled(number)} source{'' if number == 1 else 's'}"


# ------------------------------------------------------------------------------------------------------------ rows


def _confirmed(incident: Incident) -> str:
    if not incident.harms_people:
        return ""
    accepting = unique(named(claim.origin) for claim in incident.affirming if incident.accepts(claim))
    return listing(accepting)


def _discounted(incident: Incident) -> str:
    others = [claim for claim in incident.affirming if not incident.is_of_the_accused(claim)]
    combatants = [claim for claim in others if says_combatants(claim)]
    rest = [claim for claim in others if not says_combatants(claim)]
    if most := _more(incident, combatants, rest, least=1):
        return f"combatants according to {most}"
    if most := _more(incident, _denials(incident), others, least=2):
        return f"denied by {most}, more than report it"
    return ""


def _more(incident: Incident, some: list[Claim], rest: list[Claim], *, least: int) -> str:
    """Returns the origins of some claims where they are more than those of the rest, and at least so many."""
    if len(some) < least:
        return ""
    side = incident.origins(some)
    more = side.support.roots >= least and side.support.roots > incident.origins(rest).support.roots
    return _names(side) if more else ""


def _denials(incident: Incident) -> list[Claim]:
    denials = (claim for claim in incident.case.standing if claim.stance is Stance.DENIES)
    return [claim for claim in denials if not incident.is_of_the_accused(claim)]


def _contested(incident: Incident) -> str:
    rivals = [(a, b) for (_, a), (_, b) in combinations(incident.accused, 2) if a.competes_with(b)]
    if rivals:
        return f"held responsible are {listing(unique(party.text for pair in rivals for party in pair))}"
    return "the claims differ on who or what caused it" if _differ_on_cause(incident) else ""


def _differ_on_cause(incident: Incident) -> bool:
    """Tells whether two claims contradict each other in cause or party, where the parties are not the same by name."""
    ids = {claim.id for claim in incident.affirming}
    found = (r for r in incident.case.sourcing.proposition.relations if {r.from_id, r.to_id} <= ids)
    grounds = {Reason.CAUSE, Reason.RESPONSIBLE}
    differing = (r for r in found if r.kind is RelationKind.CONTRADICTS and r.because in grounds)
    return any(not _same_party(incident, r.from_id, r.to_id) for r in differing)


def _same_party(incident: Incident, one: str, other: str) -> bool:
    first, second = ([party for claim, party in incident.accused if claim.id == name] for name in (one, other))
    return any(a.keys and b.keys and a.is_same(b) for a in first for b in second)


def _fair(incident: Incident) -> str:
    side = incident.origins(incident.reporting)
    if side.support.roots < 2:
        return ""
    parties = unique(party.text for _, party in incident.accused)
    blamed = f"held responsible: {listing(parties)}" if parties else "no party is held responsible"
    return f"{_sources(side.support.roots)} ({_names(side)}), {blamed}"


def _weak(incident: Incident) -> str:
    side = incident.origins(incident.reporting)
    if side.support.roots:
        return f"{_names(side)} alone"
    return f"no credible source but {_names(incident.origins(incident.affirming))}"


_ROWS: tuple[tuple[Row, Callable[[Incident], str]], ...] = (
    (
        Row(
            "Confirmed",
            "A specific belligerent has accepted responsibility for civilian harm",
            "a party held responsible acknowledges it, or names itself, and not for combatants alone",
        ),
        _confirmed,
    ),
    (
        Row(
            "Discounted",
            "Those killed were combatants, or other parties most likely responsible",
            "more origins say combatants than not; or two origins or more deny it, and more than report it;"
            " the party held responsible does not count",
        ),
        _discounted,
    ),
    (
        Row(
            "Contested",
            "Competing claims of responsibility, e.g. multiple belligerents, or casualties also attributed to ground"
            " forces",
            "claims that stand hold different parties responsible, or fighting on the ground; a mere denial is none",
        ),
        _contested,
    ),
    (
        Row(
            "Fair",
            "Reported by two or more credible sources, with likely or confirmed near actions by a belligerent",
            "two origins or more (roots), none of letter D or E, unnamed, or held responsible itself",
        ),
        _fair,
    ),
    (
        Row(
            "Weak",
            "Single source claim, though sometimes featuring significant information",
            "one such origin, however many outlets, or none",
        ),
        _weak,
    ),
)

AIRWARS = Scale(
    name="airwars",
    title="Airwars civilian harm grading (airwars.org, methodology)",
    rows=tuple(row for row, _ in _ROWS),
    notes=(
        "Near actions: Airwars compares with strike records. Claims do not hold them; an attack or a party that is"
        " named is all that is asked for.",
        "Credible: Airwars judges each source. Here a source is credible unless a person gave it D or E.",
        "Most likely responsible: Airwars weighs it. Here rival attributions are Contested, whatever their number.",
        "Not graded where no claim stands, or none speaks of an attack. The first row that fits is the label.",
    ),
    judge=judge,
)
