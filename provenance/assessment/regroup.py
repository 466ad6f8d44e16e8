"""Who stands on which side of a proposition and why, held against the claims, for the checker.

Whether two claims are about one thing is a reading of their words, which nothing here repeats. What any such reading
leaves behind is checked: each claim on one side, each side with the stances it may have, each claim against a
proposition tied to one for it, and relations of known kinds, whose ends stand where that kind has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from provenance.assessment.retrace import Facts, digest, slug

Row = Mapping[str, Any]

SIDES = ("supporting", "opposing", "open")
AFFIRMS = {"asserts", "acknowledges"}
REASONS = {
    "supports": {"same_source", "same_words"},
    "contradicts": {"denial", "quantity", "responsible", "place", "cause", "time"},
    "updates": {"same_source"},
    "relays": {"near_copy", "stated"},
    "rebuts": {"denial"},
    "retracts": {"withdrawn"},
}
"""The kinds of relations, and why each may hold."""
AGAINST = {"contradicts", "rebuts"}
MOST_RELAYED = 40
"""How many claims one is at most said to be relayed from."""


def problems_of_grouping(proposition: Row, facts: Facts) -> list[str]:
    """Returns what no grouping of these claims would have made, a line each.

    Args:
        proposition: An element of ``propositions``.
        facts: The claims of the report, with their sources and documents.
    """
    claims = facts.claims
    listed = Counter(name for side in SIDES for name in proposition[side])
    found = [f"{name} is no claim of the report" for name in listed if name not in claims]
    found += [f"{name} stands in it {times} times" for name, times in listed.items() if times > 1]
    if not listed:
        found.append("no claim stands in it")
    return found or list(Grouped(proposition, facts).problems())


def _place(claim: Row) -> tuple[str, str, int, str]:
    """Returns where a claim stands among all: its day, its document, its place in it, its id."""
    document, spans = claim["document"], claim["content"]["spans"]
    return (
        document["published"] or "9999-12-31",
        document["path"] or document["id"],
        spans[0][0] if spans else 0,
        claim["id"],
    )


def _called(document: Row) -> set[tuple[str, str]]:
    """Returns everything by which a document may be named, and its outlet."""
    names = (document["id"], document.get("url"), document["path"], document["title"])
    slugs = {("slug", slug(name)) for name in (document["publisher"], document["title"]) if name}
    outlet = {("outlet", slug(document["publisher"]))} if document["publisher"] else set()
    return {("name", name) for name in names if name} | slugs | outlet


def _apart(key: tuple[str, str], claim: Row, other: Row) -> bool:
    """Tells whether a name that a claim gives another is not its own document's or outlet's."""
    if key[0] == "outlet":
        return bool(claim["document"]["publisher"] != other["document"]["publisher"])
    return bool(claim["document"]["id"] != other["document"]["id"])


class Grouped:
    """A proposition with its claims, each on one side."""

    def __init__(self, proposition: Row, facts: Facts) -> None:
        self.facts, claims = facts, facts.claims
        self.id, self.label = proposition["id"], proposition["label"]
        self.relations: list[Row] = proposition["relations"]
        self.relayed: dict[str, dict[str, str]] = {}
        for relation in self.relations:
            if relation["kind"] == "relays":
                self.relayed.setdefault(relation["from"], {})[relation["to"]] = relation["because"]
        self.stated = Counter(tuple(relation.values()) for relation in self.relations)
        self.side = {name: side for side in SIDES for name in proposition[side]}
        self.claims = {name: claims[name] for name in self.side}
        self.on = {side: [claims[name] for name in proposition[side]] for side in SIDES}
        self.keys = {claim.get("proposition") for claim in self.claims.values()}

    def problems(self) -> Iterator[str]:
        """Yields what is wrong, a line each."""
        yield from self._of_name()
        yield from self._of_stances()
        for place, relation in enumerate(self.relations):
            yield from self._of_relation(f"relations[{place}]", relation)
        yield from self._of_derivations()
        yield from self._of_support()
        yield from self._of_label()

    def _of_name(self) -> Iterator[str]:
        """Claims of a given proposition are those of its string alone, which gives the id."""
        if len(self.keys) > 1:
            yield "its claims have different strings in proposition"
        (key, *_) = self.keys
        if key is not None and self.id != f"prop:{digest('given', key)}":
            yield "its id is not that of the string in proposition of its claims"

    def _of_relation(self, where: str, relation: Row) -> Iterator[str]:
        kind, ends = relation["kind"], (relation["from"], relation["to"])
        if relation["because"] not in REASONS.get(kind, ()):
            yield f"{where}: {kind} because of {relation['because']} is no relation"
        elif not set(ends) <= self.claims.keys() or ends[0] == ends[1]:
            yield f"{where}: its ends are not two claims of the proposition"
        elif self.stated[tuple(relation.values())] > 1:
            yield f"{where}: stands there twice"
        elif not self._fits(relation, *(self.claims[name] for name in ends)):
            yield f"{where}: {kind} because of {relation['because']} is not between such claims"

    def _of_derivations(self) -> Iterator[str]:
        """A claim is relayed from the earlier ones of its side that its document names, or whose outlet it credits."""
        for side in SIDES[:2]:
            called: dict[tuple[str, str], list[Row]] = {}
            for claim in sorted(self.on[side], key=_place):
                relayed = self.relayed.get(claim["id"], {})
                stated = {name for name, because in relayed.items() if because == "stated"}
                met = ((key, other) for key in self._names(claim) for other in called.get(key, ()))
                named = {other["id"] for key, other in met if _apart(key, claim, other)}
                if stated - named or (len(relayed) < MOST_RELAYED and named - stated):
                    yield f"{claim['id']}: what it is relayed from is not what its document and its words name"
                for key in _called(claim["document"]):
                    called.setdefault(key, []).append(claim)

    def _names(self, claim: Row) -> set[tuple[str, str]]:
        """Returns what the document of a claim says it reprints, and whom the claim credits."""
        document = claim["document"]
        reprinted = filter(None, [document.get("derived_from"), *self.facts.credits.get(document["id"], ())])
        told = {key for name in reprinted for key in (("name", name), ("slug", slug(name)))}
        credited = [self.facts.sources[row["id"]] for row in (claim["source"], *claim["chain"])]
        return told | {("outlet", slug(name)) for row in credited for name in (row["name"], *row["aliases"])}

    def _fits(self, relation: Row, one: Row, other: Row) -> bool:
        """Tells whether the ends of a relation stand where its kind has them."""
        sides = self.side[one["id"]], self.side[other["id"]]
        both_affirm = {one["stance"], other["stance"]} <= AFFIRMS
        own = one["source"]["id"] == other["source"]["id"]
        match relation["kind"]:
            case "supports":
                return sides == ("supporting", "supporting") and own == (relation["because"] == "same_source")
            case "contradicts" | "rebuts":
                return sides == ("opposing", "supporting") and self._is_opposed(relation, one, other)
            case "updates":
                return sides == ("supporting", "supporting") and both_affirm
            case "relays":
                apart = one["document"]["id"] != other["document"]["id"]
                return sides[0] == sides[1] != "open" and apart
            case _:
                taken_back = other["status"] == "retracted" and sides[1] != "open"
                return sides[0] == "open" and one["stance"] == "retracts" and taken_back

    def _is_opposed(self, relation: Row, one: Row, other: Row) -> bool:
        """Tells whether a claim may oppose another: it denies, says the opposite, or both stand and differ."""
        affirms = one["stance"] in AFFIRMS
        if relation["because"] == "denial":
            may = one["stance"] == "denies" or (affirms and self.keys == {None})
        else:
            may = affirms and one["status"] == other["status"] == "active"
        return may and other["stance"] in AFFIRMS

    def _of_stances(self) -> Iterator[str]:
        against = {r["from"] for r in self.relations if r["kind"] in AGAINST}
        takes_back = {r["from"] for r in self.relations if r["kind"] == "retracts"}
        stances = {claim["stance"] for claim in self.on["supporting"]}
        unanswered = stances == {"denies"} and not self.on["opposing"] and self.keys == {None}
        nobody_affirms = not {claim["stance"] for claim in self.claims.values()} & AFFIRMS and self.keys != {None}
        for name, claim in self.claims.items():
            stance, status = claim["stance"], claim["status"]
            may_stand = {
                "supporting": stance in AFFIRMS
                or (stance == "retracts" and status == "retracted")
                or (stance == "denies" and unanswered),
                "opposing": name in against or (stance == "denies" and nobody_affirms),
                "open": stance == "open" or name in takes_back,
            }
            if (stance == "open" and self.side[name] != "open") or not may_stand[self.side[name]]:
                yield f"{name} ({stance}, {status}) stands in {self.side[name]} without ground"

    def _of_support(self) -> Iterator[str]:
        """One supporting claim is the first; each other one supports it, or has another relation with it."""
        names = [claim["id"] for claim in self.on["supporting"]]
        first = {r["to"] for r in self.relations if r["kind"] == "supports"}
        tied: dict[str, set[str]] = {name: {name} for name in names}
        for r in self.relations:
            if r["from"] in tied and r["to"] in tied:
                tied[r["from"]].add(r["to"])
                tied[r["to"]].add(r["from"])
        if names and not any(len(tied[name]) == len(names) and first <= {name} for name in names):
            yield "no claim in supporting has a relation with all others there"

    def _of_label(self) -> Iterator[str]:
        if self.label not in self._labels():
            yield "label is not the words of a claim that may stand for it"

    def _labels(self) -> Iterator[str]:
        """Yields the words of the claims that stand; those of a denial may say so."""
        (key, *_) = self.keys
        if key is not None and not self.on["supporting"]:
            yield shortened(key)
            return
        side = self.on["supporting"] or self.on["opposing"] or self.on["open"]
        standing = [claim for claim in side if claim["status"] == "active"] or side
        direct = [claim for claim in standing if claim["stance"] in AFFIRMS] or standing
        for claim in direct:
            text = shortened(words_of(claim)) or key or "(no words)"
            yield from (text, shortened(f"denied: {text}")) if claim["stance"] == "denies" else (text,)


def words_of(claim: Row) -> str:
    """Returns the words of a claim; its triple where they are hardly any."""
    triple = claim["triple"]
    if triple and len(claim["content"]["text"].split()) < 3:
        return " ".join(filter(None, (triple["subject"], triple["predicate"], triple["object"])))
    return str(claim["content"]["text"])


def shortened(text: str) -> str:
    """Returns a text on one line, cut at a word to 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:118].rsplit(" ", 1)[0].rstrip(",;:") + " …"
