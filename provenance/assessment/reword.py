"""The sentences on a verdict, told again from the numbers and names of a report, for the checker.

So that no reader is told in words what the numbers do not say. The wording is that of this version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from provenance.assessment.rejudge import Judged
from provenance.assessment.retrace import NAMELESS, Side, outlet_of

Row = Mapping[str, Any]

RULES = {
    "retracted": "every supporting claim was withdrawn or replaced, or only a withdrawal was read",
    "contested": "an origin of another family denies what an origin asserts, or holds an incompatible value",
    "corroborated": "at least two shown origins of different families (floor >= 2)",
    "unattributed": "every origin is a publisher's voice or unnamed, and none is first-hand",
    "single_sourced": "one root, however many outlets (roots = 1)",
    "apparently_corroborated": "several roots, but no two of them are shown to be independent (roots >= 2, floor <= 1)",
}
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
GROUNDS = {
    "quantity": "the number",
    "responsible": "who is responsible",
    "place": "the place",
    "cause": "the cause",
    "time": "the time",
}
INSTITUTIONS = set(
    "administration agency army association authority brigade brigades bureau cabinet center centre coalition command"
    " commission commissioner committee council court department directorate embassy federation force forces foundation"
    " front government guard institute league ministry mission movement nations navy network observatory office"
    " organisation organization parliament party police presidency service services state states union cross crescent"
    " military".split()
)
WITHOUT_ARTICLE = {"person", "outlet", "publisher", "state_media", "group_media"}


def problems_of_words(proposition: Row, judged: Judged) -> Iterator[str]:
    """Yields the sentences of a proposition that say anything else than its numbers and names, a line each."""
    told = Told(judged)
    expected = {"rule": RULES[proposition["verdict"]], "why": told.why(), "would_change": told.would_change()}
    yield from (
        f"{name} says something else than “{words}”" for name, words in expected.items() if proposition[name] != words
    )


class Told:
    """What is to be told of a proposition, in sentences."""

    def __init__(self, judged: Judged) -> None:
        self.judged, self.verdict = judged, judged.verdict()
        self.support, self.opposition = judged.support, judged.opposition
        self.supporting, self.opposing = judged.supporting, judged.opposing
        self.reports = reports(self.support["reports"])

    def why(self) -> str:
        """Returns what the verdict rests on, and the places that are told differently."""
        places = self.judged.places
        apart = f" The place is told differently: {listing(f'“{place}”' for place in places)}." if places else ""
        return f"{getattr(self, f'_{self.verdict}')()}{apart}"

    def would_change(self) -> str:
        """Returns what would change the verdict."""
        origin, shown = speakers(self.supporting, self.support), self.support["shown"]
        if self.verdict == "retracted":
            return "A source that stands by it would bring it back."
        if self.verdict == "contested":
            others = speakers(self.opposing, self.opposition)
            would_be = self.judged.unopposed().replace("_", "-").replace("apparently-", "apparently ")
            return f"If {others} withdrew, it would be {would_be}."
        if self.verdict == "corroborated":
            return self._if_one_fell_away()
        if self.verdict == "unattributed" and not self.supporting.claims:
            return "A named origin that puts it forward would make it single-sourced; two, corroborated."
        if self.verdict == "single_sourced":
            which = "A second origin that does" if shown else "Two named origins that do"
            return f"{which} not reach you through {origin} would make it corroborated."
        if shown and self.verdict == "apparently_corroborated":
            return "One more named origin that speaks for itself would make it corroborated."
        return "Two named origins that speak for themselves would make it corroborated."

    def _if_one_fell_away(self) -> str:
        floor = self.support["floor"]
        stays = "If one of the two withdrew or turned out to have it from the other, it would not be corroborated."
        if floor > 2:
            many = spelled(floor)
            stays = f"It stays corroborated while two of the {many} stand by it and do not have it from each other."
        relay = self._relay()
        past = f" A report that does not have it through {relay} would end the reliance on one relay."
        return stays + (past if relay else "")

    def _retracted(self) -> str:
        read = self.judged.retraced.read
        who = listing(named(self.judged.retraced.origin(claim)) for claim in read)
        if all(claim["stance"] == "retracts" for claim in read):
            return f"Only a withdrawal was read, by {who}; the claim itself was not."
        if all(claim["status"] == "superseded" for claim in read):
            return f"Replaced since by {who}; nobody else says so."
        claims, own = self.judged.retraced.claims, set(self.judged.listed)
        found = sorted(
            (r["from"], r["to"]) for r in self.judged.relations if r["kind"] == "retracts" and r["to"] in own
        )
        by = listing(named(self.judged.retraced.origin(claims[name])) for name, _ in found if name in claims)
        return f"Withdrawn by {by or who}; nobody is left who says so."

    def _contested(self) -> str:
        denied = all(claim["stance"] == "denies" for claim in self.opposing.claims)
        against = f"{'denied by' if denied else 'against it'}: {speakers(self.opposing, self.opposition)}"
        whom = f"For it: {speakers(self.supporting, self.support)} ({self.reports}); {against}"
        relations = sorted((r["kind"], r["from"], r["to"], r["because"]) for r in self.judged.relations)
        found = [GROUNDS[r[3]] for r in relations if r[0] in {"contradicts", "rebuts"} and r[3] in GROUNDS]
        grounds = f" They differ on {listing(found)}." if found else ""
        return f"{whom} ({reports(self.opposition['reports'])}).{grounds}"

    def _corroborated(self) -> str:
        families = self.supporting.families
        heads: dict[str, str] = {}
        for node in self.support["shown"]:
            heads[families[node]] = node if families[node] == node else heads.get(families[node], node)
        shown = self._names(heads.values())
        told = sentence(f"{self.reports}, {spelled(self.support['floor'])} shown origins: {shown}")
        flags = self.judged.flags
        across = " One of them admits what harms it." if flags["admission"] else " They stand on different sides."
        return told + (across if flags["across-sides"] else "") + self._through_one()

    def _unattributed(self) -> str:
        if not self.supporting.claims:
            return "Nobody read here puts it forward."
        origins = self.support["origins"]
        voices = [node for node in origins if self.supporting.parties[node]["kind"] == "publisher"]
        if not voices:
            return sentence(f"{self.reports}, crediting nobody by name")
        also = "" if len(voices) == len(origins) else "; elsewhere a source is meant but not named"
        who, unread = self._voices(voices)
        verb = "says" if len(who) == 1 else "say"
        taken = f", having it from {listing(unread)}" if unread else ""
        return f"{listing(who)} {verb} so without crediting anybody{taken} ({self.reports}){also}."

    def _voices(self, origins: Sequence[str]) -> tuple[list[str], list[str]]:
        """Returns who says so in what was read, and whom that is taken from where nothing of theirs was read."""
        loops = {node: loop for loop in self.support["loops"] for node in loop}
        nodes = [node for origin in origins for node in loops.get(origin, (origin,))]
        names = [named(self.supporting.parties[node]) for node in nodes if node in self.supporting.parties]
        counted = {claim["id"]: claim for claim in self.supporting.claims}
        read = [outlet_of(counted[name]) for name in self.judged.listed if name in counted]
        unread = [name for name in names if name not in read]
        own = list(dict.fromkeys(name for name in names if name in read))
        return (list(dict.fromkeys(read)), unread) if unread else (own, [])

    def _single_sourced(self) -> str:
        origins, loops = self.support["origins"], self.support["loops"]
        if loops and origins[0] in loops[0]:
            circle = speakers(self.supporting, self.support)
            return sentence(f"{self.reports} that lead in a circle, {circle} having it from each other")
        parties = self.supporting.parties
        relays = [n for n in self.support["choke"][:-1] if n in parties and parties[n]["kind"] != "publisher"]
        origin = self._names(origins) + (f" by way of {self._names(relays)}" if relays else "")
        if self.support["reports"] == 1:
            return sentence(f"{self.reports}, from {origin}")
        them = "both" if self.support["reports"] == 2 else "all of them"
        return sentence(f"{self.reports}, {them} from {origin}; cutting it leaves none")

    def _apparently_corroborated(self) -> str:
        told = f"{self.reports}, {spelled(self.support['roots'])} origins: {self._names(self.support['origins'])}"
        shown = self.support["shown"]
        what = f"{f'only {self._names(shown)} is' if shown else 'none of them is'} shown to speak for itself"
        if len(shown) > 1:
            what = f"{self._names(shown)} may be one, since a name is short for the other"
        return f"{sentence(told)} But {what}.{self._through_one()}"

    def _through_one(self) -> str:
        """Returns a sentence on what all of several origins pass through; nothing where there is none."""
        if not self.judged.flags["one-relay"]:
            return ""
        relay = self._relay()
        return f" All of it reaches you through {relay}." if relay else " All of it reaches you in one report."

    def _relay(self) -> str:
        """Returns the last party that all of several origins pass through; nothing where there is none."""
        relays = [node for node in self.support["choke"] if node in self.supporting.parties]
        return self._names(relays[-1:]) if self.judged.flags["one-relay"] else ""

    def _names(self, nodes: Iterable[str]) -> str:
        return listing(named(self.supporting.parties[node]) for node in nodes)


def speakers(side: Side, support: Row) -> str:
    """Returns the origins of a side by name; a loop by its members."""
    loops = {node: loop for loop in support["loops"] for node in loop}
    nodes = [node for origin in support["origins"] for node in loops.get(origin, (origin,))]
    return listing(named(side.parties[node]) for node in nodes if node in side.parties)


def named(party: Row) -> str:
    """Returns the name of a party in a sentence: nameless ones in quotation marks, bodies with "the"."""
    name, kind = party["name"], party["kind"]
    if kind in NAMELESS:
        return "a source that is not named" if kind == "unnamed" else f"“{name}”"
    words = name.lower().split()
    bare = kind in WITHOUT_ARTICLE or len(words) < 2 or words[0] in {"the", "a", "an"}
    is_body = not bare and not re.search(r"['’]s?\b", name) and bool(INSTITUTIONS & set(words))
    return f"the {name}" if is_body else str(name)


def listing(names: Iterable[str]) -> str:
    """Returns names in a row, each once, the last after "and", those beyond three counted."""
    row: Sequence[str] = list(dict.fromkeys(names))
    beyond = len(row) - 3
    if beyond > 0:
        row = [*row[:3], "one other" if beyond == 1 else f"{spelled(beyond)} others"]
    return " and ".join(filter(None, (", ".join(row[:-1]), *row[-1:])))


def reports(number: int) -> str:
    """Returns a number of reports in words."""
    return f"{spelled(number)} report{'' if number == 1 else 's'}"


def spelled(number: int) -> str:
    """Returns a number in words to twelve, in figures beyond."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def sentence(text: str) -> str:
    """Returns a text as a sentence."""
    return text[:1].upper() + text[1:] + "."
