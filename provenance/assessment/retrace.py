"""Who has it from whom, retraced from the claims of a report's JSON, for the checker.

The rules are those of :mod:`provenance.graph.evidence` and :mod:`provenance.graph.parties`, told a second time over
plain dictionaries, so that an error in one of the two shows. Nothing is shared with what computed the report.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

Row = Mapping[str, Any]

NAMELESS = {"anonymous", "anonymous_plural", "unnamed"}
SPEAK_FOR_THEMSELVES = {"monitor", "party", "government", "armed_group", "body", "person", "document", "imagery"}
FIRM = {"monitor", "party", "government", "armed_group", "document", "imagery"}
SMALL = set("a an and at de del der di el for from in la le of on the to van von".split())
ONE = {
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "organization": "organisation",
    "st": "saint",
    "minister": "ministry",
    "president": "presidency",
    "governor": "governorate",
    "mayor": "municipality",
    "prefect": "prefecture",
}
MEDIA_OF_OTHERS = {"state_media", "group_media"}


@dataclass
class Side:
    """One side of a proposition, as its claims have it."""

    claims: list[Row] = field(default_factory=list)
    """The claims that count."""
    edges: dict[tuple[str, str], str] = field(default_factory=dict)
    """The kind of each step, by holder and giver."""
    ends: dict[str, set[str]] = field(default_factory=dict)
    """By report, where its own chains end."""
    parties: dict[str, Row] = field(default_factory=dict)
    """What is known of each node that is no report."""
    families: dict[str, str] = field(default_factory=dict)
    speaking: set[str] = field(default_factory=set)
    """Nodes that are shown where they are origins."""
    first_hand: set[str] = field(default_factory=set)


class Facts:
    """What a report says was read: its claims, sources and documents by id, and the day it holds for."""

    def __init__(self, report: Row) -> None:
        self.claims: dict[str, Row] = {row["id"]: row for row in report["claims"]}
        self.sources: dict[str, Row] = {row["id"]: row for row in report["sources"]}
        self.credits: dict[str, list[str]] = {row["id"]: row.get("credits") or [] for row in report["documents"]}
        self.as_of: str | None = report["as_of"]

    def is_out(self, claim: Row) -> bool:
        """Tells whether a claim was published by the day."""
        day = claim["document"].get("published") or claim["document"].get("republished")
        return not (self.as_of and day) or str(day) <= self.as_of

    def known(self, proposition: Row) -> dict[str, Row]:
        """Returns the claims of a proposition by id, as they stood on the day."""
        listed = [*proposition["supporting"], *proposition["opposing"], *proposition["open"]]
        related = by_end(proposition["relations"])
        return {name: self._as_it_stood(name, related) for name in listed if self.is_out(self.claims[name])}

    def _as_it_stood(self, name: str, related: Mapping[tuple[str, str], list[str]]) -> Row:
        """Returns a claim; active where all that ended it was published after the day."""
        claim = self.claims[name]
        by = related.get((_ENDED_BY.get(claim["status"], ""), name), ())
        is_later = by and not any(one not in self.claims or self.is_out(self.claims[one]) for one in by)
        return {**claim, "status": "active"} if self.as_of and is_later else claim


_ENDED_BY = {"retracted": "retracts", "superseded": "updates"}


def by_end(relations: Iterable[Row]) -> dict[tuple[str, str], list[str]]:
    """Returns by kind and by the claim that relations of this kind lead to, the claims that they come from."""
    found: dict[tuple[str, str], list[str]] = {}
    for relation in relations:
        found.setdefault((relation["kind"], relation["to"]), []).append(relation["from"])
    return found


def _slugs(document: Row) -> set[str]:
    """Returns everything by which a document may be named."""
    return {slug(document[key]) for key in ("id", "title", "url", "path") if document.get(key)}


class Retraced:
    """The parties of a proposition, and its two sides."""

    def __init__(self, proposition: Row, facts: Facts) -> None:
        self.facts = facts
        self.relations: list[Row] = proposition["relations"]
        self.related = by_end(self.relations)
        self.claims = facts.known(proposition)
        rows = [claim["document"] for claim in self.claims.values()]
        self.documents_read = set().union(*map(_slugs, rows))
        self._name_the_parties()
        self.read = [self.claims[name] for name in proposition["supporting"] if name in self.claims]
        self.supporting = self._side(proposition["supporting"])
        self.opposing = self._side(proposition["opposing"])

    # Parties: an outlet that is also credited is that source; a nameless source is one node for each who quotes it.

    def _name_the_parties(self) -> None:
        self.credited: dict[str, Row] = {}
        self.quoted_by: dict[str, set[str]] = {}
        self.voices: dict[str, Row] = {}
        for claim in self.claims.values():
            for source, holder in self.quotations(claim):
                self.credited[source["id"]] = source
                self.quoted_by.setdefault(source["id"], set()).add(slug(holder))
            if is_voice(claim):
                name, voice = slug(outlet_of(claim)), self.source(claim["source"])
                self.voices[name] = min(voice, self.voices.get(name, voice), key=_weight)
        self.by_name: dict[str, str] = {}
        for source in (row for _, row in sorted(self.credited.items()) if row["kind"] not in NAMELESS):
            for name in (source["name"], *source["aliases"]):
                self.by_name.setdefault(slug(name), source["id"])
        self.by_name |= {name: voice["id"] for name, voice in self.voices.items() if voice["id"] in self.credited}
        self.by_voice = {voice["id"]: self.by_name.get(n, f"outlet:{n}") for n, voice in self.voices.items()}

    def source(self, member: Row) -> Row:
        """Returns everything the report knows of a source that a claim credits."""
        return self.facts.sources[member["id"]]

    def chain(self, claim: Row) -> list[Row]:
        """Returns the sources of a claim, the origin last; none for a publisher's voice."""
        members = claim["chain"] or ([] if is_voice(claim) else [claim["source"]])
        return [self.source(member) for member in members]

    def origin(self, claim: Row) -> Row:
        """Returns the innermost source of a claim."""
        return self.source((claim["chain"] or [claim["source"]])[-1])

    def quotations(self, claim: Row) -> list[tuple[Row, str]]:
        """Returns the sources of a claim, each with the name of who quotes it."""
        chain = self.chain(claim)
        holders = [outlet_of(claim), *(source["name"] for source in chain)]
        return list(zip(chain, holders, strict=False))

    def outlet(self, name: str) -> str:
        """Returns the node of an outlet."""
        return self.by_name.get(slug(name), f"outlet:{slug(name)}")

    def nodes(self, claim: Row) -> list[str]:
        """Returns the nodes of the sources of a claim."""

        def node(source: Row, holder: str) -> str:
            is_split = source["kind"] in NAMELESS and len(self.quoted_by[source["id"]]) > 1
            return f"{source['id']}@{slug(holder)}" if is_split else str(source["id"])

        return [node(source, holder) for source, holder in self.quotations(claim)]

    def party(self, node: str, name: str) -> Row:
        """Returns what is known of a node that was met by a name."""
        if node in self.credited:
            return self.credited[node]
        bare: dict[str, Any] = {
            "id": node,
            "name": name,
            "kind": "unknown",
            "aliases": [],
            "family": node,
            "side": None,
            "listed": False,
        }
        if node.startswith("outlet:"):
            voice = self.voices.get(node.removeprefix("outlet:"))
            family = voice["family"] if voice and voice["family"] != voice["id"] else node
            return {**bare, "kind": "publisher", **(voice or {}), "id": node, "family": family}
        nameless = self.credited.get(node.rpartition("@")[0])
        return {**nameless, "id": node, "family": node} if nameless else bare

    def family(self, party: Row) -> str:
        """Returns the node of the family of a party."""
        return self.by_voice.get(party["family"], str(party["family"]))

    # Sides: each claim lays one path, report -> outlets -> sources; copies hang on what they copy; families join.

    def _side(self, listed: Iterable[str]) -> Side:
        counted = {n: self.claims[n] for n in sorted(listed) if n in self.claims and counts(self.claims[n])}
        copied = self._copied(counted)
        matched = {counted[name]["document"]["id"] for name in copied}
        paths = {name: self._path(claim, matched) for name, claim in counted.items()}
        resting = {name for name in copied if self._rests(name, paths, copied)}
        side = Side(claims=list(counted.values()), ends=_ends(paths, copied, resting))
        side.edges = dict.fromkeys(_stated(paths, resting), "stated")
        for copy, original in sorted((one, other) for one in copied for other in copied[one]):
            _hang(side, paths[copy], paths[original], copied[copy][original])
        for path in paths.values():
            side.parties |= {node: self.party(node, met) for node, met in path.names.items()}
        side.first_hand = {path.end for path in paths.values() if path.claim.get("own_evidence")}
        side.speaking = {p.end for p in paths.values() if not p.disowned and speaks_for_itself(side.parties[p.end])}
        _drop_unreached(side)
        self._join_families(side)
        side.speaking |= side.first_hand
        side.families = {node: self.family(party) for node, party in side.parties.items()}
        _count_namesakes_once(side)
        return side

    def _copied(self, counted: Mapping[str, Row]) -> Copies:
        """Returns the claims that each claim copies from other documents, with the kind of the step."""
        found: dict[str, dict[str, str]] = {}
        for because, kind in (("stated", "stated"), ("near_copy", "near-copy")):
            for r in self.relations:
                copy, original = counted.get(r["from"]), counted.get(r["to"])
                if (r["kind"], r["because"]) != ("relays", because) or not copy or not original:
                    continue
                if copy["document"]["id"] != original["document"]["id"]:
                    found.setdefault(r["from"], {})[r["to"]] = kind
        return found

    def _path(self, claim: Row, matched: Collection[str]) -> Path:
        """Returns the way of a claim; what its document reprints is on it unless that was read or is matched."""
        document, chain, sources = claim["document"], self.nodes(claim), self.chain(claim)
        carriers = [document["republisher"]] if document.get("republisher") else []
        carriers.append(outlet_of(claim))
        upstream = self._upstream(document)
        unread = [] if document["id"] in matched else [n for n in upstream if slug(n) not in self.documents_read]
        beyond = [node for node in map(self.outlet, unread) if node not in chain]
        disowned = self._is_disowned(claim)
        kept = chain[:-1] if disowned else chain
        return Path(
            claim=claim,
            report="report:" + digest(document["id"], claim["source"]["id"]),
            outlets=list(dict.fromkeys([*map(self.outlet, carriers), *beyond])),
            sources=kept,
            disowned=disowned,
            names={self.outlet(name): name for name in (*carriers, *upstream)}
            | {node: source["name"] for node, source in zip(kept, sources, strict=False)},
        )

    def _upstream(self, document: Row) -> list[str]:
        """Returns what a document says it reprints, and the agency it credits where it is one."""
        credits = {slug(name): name for name in self.facts.credits.get(document["id"], ())}
        stated = [document["derived_from"]] if document.get("derived_from") else []
        return stated + (list(credits.values()) if len(credits) == 1 else [])

    def runs_forward(self, claims: Iterable[Row]) -> bool:
        """Tells whether a document names as its original only documents that were published after it."""
        documents = {claim["document"]["id"]: claim["document"] for claim in claims}.values()
        upstream = [(document, {slug(name) for name in self._upstream(document)}) for document in documents]
        named_so = [(d, _slugs(d)) for d in documents] if any(named for _, named in upstream) else []
        for document, named in upstream:
            meant = [d for d, slugs in named_so if d["id"] != document["id"] and named & slugs] if named else []
            day = document.get("published")
            if meant and day and all((other.get("published") or "") > day for other in meant):
                return True
        return False

    def _is_disowned(self, claim: Row) -> bool:
        """Tells whether somebody of the family of its origin denies having said it."""
        by = self.related.get(("rebuts", claim["id"]), ())
        denials = [self.claims[name] for name in by if name in self.claims and counts(self.claims[name])]
        return any(self.origin(denial)["family"] == self.origin(claim)["family"] for denial in denials)

    def _rests(self, name: str, paths: Mapping[str, Path], copied: Copies) -> bool:
        """Tells whether a copy has no way of its own: it credits nobody, or whom the original credits."""
        if name in behind(name, copied):
            return False
        return is_voice(paths[name].claim) or any(self._end_alike(paths[name], paths[o]) for o in copied[name])

    def _end_alike(self, copy: Path, original: Path) -> bool:
        one, other = self.origin(copy.claim), self.origin(original.claim)
        same_phrase = one["id"].split("@")[0] == other["id"].split("@")[0] and {one["kind"], other["kind"]} <= NAMELESS
        return copy.end == original.end or (same_phrase and not copy.claim.get("own_evidence"))

    def _join_families(self, side: Side) -> None:
        """Hangs the origins of a family on its head, where there are several or the head is in the graph."""
        holders, present = {holder for holder, _ in side.edges}, {node for step in side.edges for node in step}
        members: dict[str, list[str]] = {}
        for node in sorted(present & set(side.parties)):
            if node not in holders or node in side.first_hand:
                members.setdefault(self.family(side.parties[node]), []).append(node)
        for head, found in members.items():
            under = [node for node in found if node != head]
            if not under or (len(found) == 1 and head not in present):
                continue
            side.parties.setdefault(head, self._head(head, [side.parties[node] for node in under]))
            for node in under:
                side.edges.setdefault((node, head), "same-family")
            side.speaking |= {head} if side.speaking & set(under) else set()
            if side.first_hand & set(under):
                side.first_hand = side.first_hand - set(under) | {head}

    def _head(self, head: str, members: Iterable[Row]) -> Row:
        """Returns what is known of a head, with the side that its members share."""
        known = self.party(head, head.partition(":")[2].replace("-", " ").title())
        sides = {member["side"] for member in members}
        return known if known["side"] or len(sides) > 1 else {**known, "side": sides.pop()}


def _count_namesakes_once(side: Side) -> None:
    """Puts each shown origin whose name may be short for another's into the family of that one."""
    holders = {holder for holder, _ in side.edges}
    shown = {n: side.parties[n] for n in sorted(side.speaking - holders) if side.parties[n]["kind"] not in NAMELESS}
    forms = {node: [name_words(name) for name in _names_of(party, side)] for node, party in shown.items()}
    means: dict[str, str] = {}
    for node, party in shown.items():
        mine = set() if party["listed"] else name_words(_spoken_for(party))
        others = [o for o in shown if o != node and means.get(o) != node and mine and _may_be_one(party, shown[o])]
        longer = [(-len(form), other) for other in others for form in forms[other] if mine <= form]
        means |= {node: min(longer)[1]} if longer else {}
    for node in means:
        way = [node]
        while means.get(way[-1]) and means[way[-1]] not in way:
            way.append(means[way[-1]])
        circle = way[way.index(means[way[-1]]) :] if way[-1] in means else way[-1:]
        side.families[node] = side.families[min(circle)]


def _names_of(party: Row, side: Side) -> list[str]:
    """Returns the names of a party, and how the claims write it."""
    texts = [claim["source"].get("text") or "" for claim in side.claims if claim["source"]["id"] == party["id"]]
    return [_spoken_for(party), party["name"], *party["aliases"], *texts]


def _spoken_for(party: Row) -> str:
    """Returns the name of whoever a party speaks for, by the id; its own where it speaks for itself."""
    speaks = party["family"] != party["id"]
    return str(party["family"].partition(":")[2].replace("-", " ") if speaks else party["name"])


def _may_be_one(one: Row, other: Row) -> bool:
    return one["kind"] == other["kind"] or not {one["kind"], other["kind"]} <= FIRM


def name_words(name: str) -> set[str]:
    """Returns the words of a name in lower case, without small ones and possessive endings."""
    found = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", name.lower())
    bare = {re.sub(r"['’]s?$", "", word) for word in found} - SMALL
    return {ONE.get(word, word) for word in bare}


Copies = Mapping[str, Mapping[str, str]]
"""By claim, the claims that it copies, with the kind of the step."""


@dataclass(frozen=True)
class Path:
    """The way of one claim."""

    claim: Row
    report: str
    outlets: list[str]
    sources: list[str]
    disowned: bool
    names: dict[str, str]
    """The name by which each party was met."""

    @property
    def end(self) -> str:
        """Where it ends."""
        return [*self.outlets, *self.sources][-1]


def _stated(paths: Mapping[str, Path], resting: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yields the steps of all paths; a copy that rests on its original has none from its outlets to its sources."""
    for name, path in paths.items():
        carried = [path.report, *path.outlets]
        runs = (carried, path.sources) if name in resting else ([*carried, *path.sources],)
        yield from (step for run in runs for step in pairwise(run) if step[0] != step[1])


def _hang(side: Side, copy: Path, original: Path, kind: str) -> None:
    """Adds the step from a copy to the report it copies; to its outlet where both share one."""
    giver = original.outlets[-1] if set(copy.outlets) & set(original.outlets) else original.report
    if copy.outlets[-1] != giver:
        side.edges.setdefault((copy.outlets[-1], giver), kind)


def _ends(paths: Mapping[str, Path], copied: Copies, resting: Collection[str]) -> dict[str, set[str]]:
    """Returns, by report, where its own chains end; a voice ends where what its document credits ends."""
    credited: dict[str, list[str]] = {}
    for name, path in paths.items():
        if path.sources:
            credited.setdefault(path.claim["document"]["id"], []).append(name)
    found: dict[str, set[str]] = {}
    for name, path in paths.items():
        beside = [] if path.sources else credited.get(path.claim["document"]["id"], [])
        for one in beside or [name]:
            ends = {paths[other].end for other in {one, *behind(one, copied)} - set(resting)}
            found.setdefault(path.report, set()).update(ends)
        for one in (name, *beside):
            found[path.report] |= {paths[one].end} if paths[one].claim.get("own_evidence") else set()
    return found


def _drop_unreached(side: Side) -> None:
    givers: dict[str, list[str]] = {}
    for holder, giver in side.edges:
        givers.setdefault(holder, []).append(giver)
    reached = reached_from(side.ends, givers)
    side.edges = {step: kind for step, kind in side.edges.items() if step[0] in reached}


def reached_from(starts: Iterable[str], givers: Mapping[str, Iterable[str]], without: Collection[str] = ()) -> set[str]:
    """Returns everything that the starts lead to, themselves included, past what is left out."""
    found = set(starts) - set(without)
    ahead = list(found)
    while ahead:
        new = set(givers.get(ahead.pop(), ())) - found - set(without)
        found |= new
        ahead.extend(new)
    return found


def _weight(source: Row) -> tuple[bool, bool, str]:
    """What a voice is before that it published, listed before unlisted."""
    return source["kind"] == "publisher", not source["listed"], source["id"]


def behind(name: str, copied: Mapping[str, Iterable[str]]) -> set[str]:
    """Returns everything a claim copies, directly or not."""
    found: set[str] = set()
    ahead = set(copied.get(name, ()))
    while ahead:
        found |= ahead
        ahead = {original for one in ahead for original in copied.get(one, ())} - found
    return found


def counts(claim: Row) -> bool:
    """Tells whether a claim stands and takes a side."""
    return claim["status"] == "active" and claim["stance"] not in {"open", "retracts"}


def is_voice(claim: Row) -> bool:
    """Tells whether nobody is credited."""
    return not claim["chain"] and bool(claim["manner"] == "voice" or claim["source"]["kind"] == "publisher")


def outlet_of(claim: Row) -> str:
    """Returns the name of whoever speaks in the document of a claim."""
    row = claim["document"]
    return str(row["publisher"] or row["author"] or f"unnamed publisher of {row['path'] or row['id']}")


def speaks_for_itself(party: Row) -> bool:
    """Tells whether a party that cites nobody is a shown origin."""
    speaks_for_another = party["kind"] in MEDIA_OF_OTHERS and party["family"] != party["id"]
    return party["kind"] in SPEAK_FOR_THEMSELVES or speaks_for_another


def digest(*parts: object) -> str:
    """Returns 16 hexadecimal digits of the SHA-256 of the parts as compact JSON."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=16_384)
def slug(name: str) -> str:
    """Returns the lower-case words of a name, joined by hyphens."""
    bare = re.sub(r"['’`ʼ]", "", unicodedata.normalize("NFKC", name)).lower()
    return "-".join(re.findall(r"\w+", bare)) or digest(name)
