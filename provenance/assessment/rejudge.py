"""Verdict, flags and Admiralty marks, judged again from both sides of a proposition in a report, for the checker.

The tables are those of DESIGN, section 3, told a second time; nothing is shared with what computed the report. The
numbers are taken as given: whether they hold is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import Any

from provenance.assessment.retrace import Retraced, Side, slug

Row = Mapping[str, Any]

PARTIES = {"party", "armed_group", "group_media"}
PARTIES_WITH_A_SIDE = {"government", "state_media", "body", "person", "unknown"}
SELF = {"it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "i", "my"}
NOBODY: Row = {"reports": 0, "floor": 0, "origins": [], "shown": [], "loops": []}


def problems_of_verdict(proposition: Row, judged: Judged) -> Iterator[str]:
    """Yields what does not follow from the two sides of a proposition, a line each."""
    expected = {
        "verdict": judged.verdict(),
        "flags": [flag for flag, applies in judged.flags.items() if applies],
        "admiralty": {"letter": judged.letter(), "digit": judged.digit()},
    }
    for name, value in expected.items():
        if proposition[name] != value:
            yield f"{name} is {proposition[name]}, not {value}"


class Judged:
    """A proposition with both sides, and what follows."""

    def __init__(self, proposition: Row, retraced: Retraced) -> None:
        self.relations = proposition["relations"]
        self.listed: list[str] = proposition["supporting"]
        self.support: Row = proposition["support"]
        self.opposition: Row = proposition["opposition"] or NOBODY
        self.retraced = retraced
        self.supporting, self.opposing = retraced.supporting, retraced.opposing

    def verdict(self) -> str:
        """Returns the first row of the table that fits."""
        return next(verdict for verdict, fits in self._rows().items() if fits)

    def unopposed(self) -> str:
        """Returns what the verdict would be, had nobody spoken against it."""
        return next(verdict for verdict, fits in self._rows().items() if fits and verdict != "contested")

    def _rows(self) -> dict[str, bool]:
        kinds = {self.supporting.parties[node]["kind"] for node in self.support["origins"]}
        credits_nobody = kinds <= {"publisher", "unnamed"} and not self.supporting.first_hand
        return {
            "retracted": not self.supporting.claims and any(c["stance"] != "open" for c in self.retraced.read),
            "contested": self._is_contested(),
            "corroborated": self.support["floor"] >= 2,
            "unattributed": credits_nobody,
            "single_sourced": self.support["roots"] == 1,
            "apparently_corroborated": True,
        }

    @cached_property
    def flags(self) -> dict[str, bool]:
        """Every flag, and whether it applies."""
        counted = {claim["id"] for claim in self.supporting.claims}
        sides = {self._side_of(node) for node in self.support["origins"]}
        return {
            "one-relay": self.support["roots"] >= 2 and self.support["kappa"] == 1,
            "one-sided": len(sides) == 1 and None not in sides,
            "hedged": bool(counted) and all(claim["hedging"] != "none" for claim in self.supporting.claims),
            "party": any(self._is_party(node) for node in self.support["origins"]),
            "across-sides": self._holds_across_sides(),
            "admission": self._is_admitted(),
            "loop": bool(self.support["loops"] or self.opposition["loops"]),
            "divergent": any(r["kind"] == "contradicts" and {r["from"], r["to"]} <= counted for r in self.relations)
            or bool(self.places),
            "forward": self.retraced.runs_forward([*self.supporting.claims, *self.opposing.claims]),
        }

    def letter(self) -> str:
        """Returns the best letter of the supporting origins and their families; of who withdrew where none is left."""
        found = [party for node in self.support["origins"] for party in members(self.supporting, node)]
        found = found or [self.retraced.origin(claim) for claim in self.retraced.read]
        return min((party["reliability"]["letter"] for party in found if "reliability" in party), default="F")

    def digit(self) -> int | None:
        """Returns the information digit."""
        verdict = self.verdict()
        if verdict == "contested":
            outweighed = self.opposition["floor"] >= max(2, self.support["floor"] + 1)
            only_parties = all(self._is_party(node) for node in self.support["origins"])
            return 5 if outweighed or (only_parties and self.opposition["shown"]) else 3
        fixed = {"retracted": None, "unattributed": 6}
        if verdict in fixed:
            return fixed[verdict]
        if self._is_admitted() or self._holds_across_sides():
            return 1
        single = 3 if self.letter() in "ABC" else 4
        return {"corroborated": 2, "single_sourced": single}.get(verdict, 3)

    def _is_contested(self) -> bool:
        one = {self.supporting.families[node] for node in self.support["origins"]}
        other = {self.opposing.families[node] for node in self.opposition["origins"]}
        return any(a != b for a in one for b in other)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Two places that supporting claims tell by different things nearby; nothing where none do."""
        counted = {claim["id"]: claim["content"]["text"] for claim in self.supporting.claims}
        texts = dict.fromkeys(counted[name] for name in self.listed if name in counted)
        told = [(beside(text), named(text)) for text in texts if beside(text)]
        for (one, mine), (other, words) in combinations(told, 2):
            if not (named(one) & words or named(other) & mine):
                return one, other
        return ()

    def _holds_across_sides(self) -> bool:
        agreed = self.support["floor"] >= 2 and not self._is_contested()
        return agreed and (self.support["by_side"]["floor"] >= 2 or self._is_admitted())

    def _is_admitted(self) -> bool:
        return any(self._is_admission(claim) for claim in self.supporting.claims)

    def _is_admission(self, claim: Row) -> bool:
        origin = self.retraced.origin(claim)
        held = claim.get("responsible") and slug(claim["responsible"]) in map(
            slug, (origin["name"], *origin["aliases"])
        )
        subject = claim["triple"]["subject"].lower().split()[:1] if claim["triple"] else []
        concerned = is_party(origin) or origin["kind"] == "government" or held or bool(SELF & set(subject))
        return claim["stance"] == "acknowledges" and bool(concerned)

    def _is_party(self, node: str) -> bool:
        return any(map(is_party, members(self.supporting, node)))

    def _side_of(self, node: str) -> str | None:
        sides = {party["side"] for party in members(self.supporting, node)} - {None}
        return self.supporting.parties[node]["side"] or min(sides, default=None)


def beside(text: str) -> str:
    """Returns the places told by what they are near, in a row."""
    return ", ".join(found.group() for found in NEAR.finditer(text))


def named(text: str) -> set[str]:
    """Returns the capitalised words of a text in lower case, without what spellings of one name differ in."""
    words = re.findall(r"[^\W\d_a-z][\w-]+", text)
    return {re.sub(r"(?<=.)[aeiouy]|(.)(?=\1)", "", word.lower()) for word in words}


NEAR = re.compile(
    r"\b(?:(?:(?:north|south)[ -]?(?:east|west)|north|south|east|west) of|near|close to|outside|off"
    r"|(?:km|kilomet(?:re|er)s|miles) from)"
    r" (?:the )?(?:(?:[\w'’-]+ ){0,2}(?:town|village|city|port|island) of )?"
    r"[^\W\d_a-z][\w'’]*(?:[ -][^\W\d_a-z][\w'’]*)*(?![-\w])"
)


def members(side: Side, node: str) -> list[Row]:
    """Returns the parties of the family of a node, itself included."""
    return [party for other, party in side.parties.items() if side.families[other] == side.families[node]]


def is_party(party: Row) -> bool:
    """Tells whether somebody is a party to the events."""
    return party["kind"] in PARTIES or (party["kind"] in PARTIES_WITH_A_SIDE and party["side"] is not None)
