"""The evidence graph of one side of a proposition: who has it from whom.

Nodes are reports (``report:``, one per document and credited source), outlets (``outlet:``) and sources
(``source:``); :mod:`provenance.graph.parties` says which of them are one party. An edge a -> b says "a has it from
b". Each claim lays one path: report -> republisher -> outlet -> outlet or agency it reprints -> sources of its chain
-> origin. Every report hangs on one party alone, so that cutting an outlet cuts all its reports.

What is decided here, beyond the paths:

- **A publisher's voice** ends at the outlet. Where its document credits somebody on the same side, it rests on what
  that document's other reports rest on, and adds nothing.
- **A copied passage** (a ``relays`` relation because of a near-copy or a stated republication) hangs on the report
  that it copies. Where both credit the same origin, or the copy credits nobody, its own way there is dropped: it
  hears the origin through what it copies. Where claims copy each other in a circle, none is dropped.
- **An origin that denies having said it** (a ``rebuts`` relation from a claim of its family) leaves the chain:
  whoever relayed it answers as origin, and is not shown.
- **A family** whose member is an origin hangs on the family's head by a ``same-family`` edge, where another member
  is an origin too or the head itself is in the graph. So it counts once.
- A first-hand claim (``own_evidence``) makes its origin a root, even where it cites others.

**Shared parties.** One party credited in two reports is one node, so the graph holds paths that no report states
(R1: Reuters citing A; R2: Reuters citing B; hence R2 -> Reuters -> B and -> A). What that can do: *roots* and
*floor* depend on which parties have givers and which are reached, and no path makes a party reached that was not;
*n_eff* takes the origins of a report from where its own chains end (:attr:`Evidence.ends`), never from such paths.
For *kappa*, paths crossing at an outlet are harmless: a report hangs on one party alone, so a stated chain can stand
in for the crossed one, and kappa is the least number of parties that meet every stated chain (tested by brute
force). Paths crossing at a relay further in can exceed that number, where an outlet that told us of the crossing
also carries a third origin: "Reuters has it from A" is then taken as known, whoever told us.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from provenance.graph.namesakes import namesakes
from provenance.graph.parties import Cast, cast_of, chain_of, is_voice, speaks_for_itself
from provenance.records.assessment import Edge, EdgeKind
from provenance.records.claim import Claim, Stance, Status
from provenance.records.document import Document
from provenance.records.identity import digest, slug, unique
from provenance.records.naming import name_in
from provenance.records.proposition import Proposition, Reason, RelationKind
from provenance.records.source import Source

Links = dict[tuple[str, str], EdgeKind]
"""Edges by holder and giver: the kind met first stays."""

Copied = dict[str, dict[str, EdgeKind]]
"""By id of a copying claim, the claims that it copies, with the kind of the step."""

_COPIED = {
    (RelationKind.RELAYS, Reason.NEAR_COPY): EdgeKind.NEAR_COPY,
    (RelationKind.RELAYS, Reason.STATED): EdgeKind.STATED,
}
_TAKES_NO_SIDE = frozenset({Stance.OPEN, Stance.RETRACTS})


class Evidence(NamedTuple):
    """One side of a proposition as a graph; ids are sorted wherever they stand in a row."""

    reports: tuple[str, ...]
    edges: tuple[Edge, ...]
    ends: Mapping[str, frozenset[str]]
    """By report, the parties at which its own chains end, and first-hand ones on the way."""
    parties: Mapping[str, Source]
    """What is known of each node that is no report."""
    families: Mapping[str, str]
    """The node of the family of each party: its own where it belongs to nobody."""
    speaking: frozenset[str]
    """Parties that count as shown where they are origins: by their kind, or first-hand."""
    first_hand: frozenset[str] = frozenset()


class Path(NamedTuple):
    """The way of one claim: its report, the outlets that carry it, the sources it credits."""

    claim: Claim
    report: str
    carriers: tuple[str, ...]
    chain: tuple[str, ...]
    disowned: bool
    """Whether its origin denies having said it and has left the chain."""

    @property
    def end(self) -> str:
        """The origin of the claim."""
        return self.chain[-1] if self.chain else self.carriers[-1]


def gather(
    proposition: Proposition, claims: Mapping[str, Claim], side: Collection[str], cast: Cast | None = None
) -> Evidence:
    """Returns the evidence graph of one side of a proposition.

    Args:
        proposition: What is said, with the relations between its claims.
        claims: The claims by id, as far as known on the day asked for; others are passed over.
        side: The ids of the claims on that side. Only active ones that take sides are counted.
        cast: The parties of the proposition, as :func:`cast_in` gives them; they are made out here without it.
    """
    counted = [claims[name] for name in sorted(set(side)) if name in claims and is_counted(claims[name])]
    if not counted:
        return Evidence((), (), {}, {}, {}, frozenset())
    cast = cast or cast_in(proposition, claims)
    copied = _copies(proposition, counted)
    disowned = _disowned(proposition, claims)
    reprints = _reprints(proposition, claims, counted, copied)
    paths = {claim.id: _path(claim, cast, reprints.get(claim.document.id, ()), disowned) for claim in counted}
    alone = _alone(next(iter(paths.values())), cast) if len(paths) == 1 else None
    return alone or _joined(paths, copied, cast)


def cast_in(proposition: Proposition, claims: Mapping[str, Claim]) -> Cast:
    """Returns the parties of a proposition, of both its sides, as far as known."""
    return cast_of(claims[name] for name in _listed(proposition) if name in claims)


def is_counted(claim: Claim) -> bool:
    """Tells whether a claim counts: it stands, and takes a side."""
    return claim.status is Status.ACTIVE and claim.stance not in _TAKES_NO_SIDE


def report_node(claim: Claim) -> str:
    """Returns the node of the report that a claim belongs to: one per document and credited source."""
    return "report:" + digest(claim.document.id, claim.source.source.id)


def _listed(proposition: Proposition) -> tuple[str, ...]:
    return (*proposition.supporting, *proposition.opposing, *proposition.open)


def _alone(path: Path, cast: Cast) -> Evidence | None:
    """Returns the graph of one path, where its origin is of no other's family: what several would give, at once."""
    parties = _parties((path,), cast)
    families = {node: cast.family(party) for node, party in parties.items()}
    end = path.end
    if families[end] != end:
        return None
    first_hand = frozenset({end} if path.claim.own_evidence else ())
    speaks = not path.disowned and speaks_for_itself(parties[end])
    return Evidence(
        reports=(path.report,),
        edges=_edges(dict.fromkeys(_steps(path, drops_chain=False), EdgeKind.STATED)),
        ends={path.report: frozenset({end})},
        parties=parties,
        families=families,
        speaking=frozenset({end}) if speaks else first_hand,
        first_hand=first_hand,
    )


def _edges(links: Links) -> tuple[Edge, ...]:
    return tuple(sorted([Edge(holder, giver, kind) for (holder, giver), kind in links.items()]))


def _joined(paths: Mapping[str, Path], copied: Copied, cast: Cast) -> Evidence:
    """Returns the graph of all paths together."""
    behind = _behind(copied)
    resting = _resting(paths, behind, copied)
    ends = _ends(paths, behind, resting)
    first_hand = {path.end for path in paths.values() if path.claim.own_evidence}
    steps = (step for name, path in paths.items() for step in _steps(path, drops_chain=name in resting))
    links: Links = dict.fromkeys(steps, EdgeKind.STATED)
    for name, originals in sorted(copied.items()):
        for original, kind in sorted(originals.items()):
            _hang(links, paths[name], paths[original], kind)
    reports = tuple(sorted({path.report for path in paths.values()}))
    parties = _parties(paths.values(), cast)
    speaking = {path.end for path in paths.values() if not path.disowned and speaks_for_itself(parties[path.end])}
    if resting:
        _keep_reached(links, reports)
    _join_families(links, parties, speaking, first_hand, cast)
    return Evidence(
        reports=reports,
        edges=_edges(links),
        ends=ends,
        parties=parties,
        families=_families(parties, links, speaking | first_hand, paths.values(), cast),
        speaking=frozenset(speaking | first_hand),
        first_hand=frozenset(first_hand),
    )


def _families(
    parties: Mapping[str, Source], links: Links, speaking: Collection[str], paths: Iterable[Path], cast: Cast
) -> dict[str, str]:
    """Returns the family of each party; origins whose names may mean one count as of one."""
    families = {node: cast.family(party) for node, party in parties.items()}
    holders = {holder for holder, _ in links}
    shown = {
        node: parties[node] for node in sorted(speaking) if node not in holders and not parties[node].kind.is_nameless
    }
    if len(shown) < 2:
        return families
    written: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        written[path.claim.source.source.id].append(path.claim.source.text or "")
    return families | {node: families[other] for node, other in namesakes(shown, written).items()}


def _path(claim: Claim, cast: Cast, reprints: Iterable[str], disowned: Collection[str]) -> Path:
    chain = cast.chain(claim)
    upstream = [node for node in map(cast.outlet, reprints) if node not in chain] if reprints else ()
    carriers = unique((*map(cast.outlet, _carriers(claim.document)), *upstream))
    left = claim.id in disowned
    return Path(claim, report_node(claim), carriers, chain[:-1] if left else chain, left)


def _hang(links: Links, copy: Path, original: Path, kind: EdgeKind) -> None:
    """Adds the step from a copy to the report it copies; to the outlet itself where both share a republisher."""
    shared = set(copy.carriers) & set(original.carriers)
    giver = original.carriers[-1] if shared else original.report
    if copy.carriers[-1] != giver:
        links.setdefault((copy.carriers[-1], giver), kind)


def _carriers(document: Document) -> tuple[str, ...]:
    return (document.republisher, document.outlet) if document.republisher else (document.outlet,)


def _reprints(
    proposition: Proposition, claims: Mapping[str, Claim], counted: Iterable[Claim], copied: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Returns, by document id, the names of what it says it reprints, as far as that was not read.

    Where the reprinted document was read, what is found in both is a relation, and the rest is the document's own.
    """
    stated = {claim.document.id: upstream for claim in counted if (upstream := _upstream(claim.document))}
    if not stated:
        return {}
    matched = {claim.document.id for claim in counted if claim.id in copied}
    known = _documents(claims[name].document for name in _listed(proposition) if name in claims)
    return {
        name: tuple([up for up in named if slug(up) not in known])
        for name, named in stated.items()
        if name not in matched
    }


def _upstream(document: Document) -> tuple[str, ...]:
    """Returns what a document says it reprints and the agency it credits, unless it credits several."""
    stated = (document.derived_from,) if document.derived_from else ()
    if not document.credits:
        return stated
    names = {slug(credit.name): credit.name for credit in document.credits}
    return (*stated, *names.values()) if len(names) == 1 else stated


def runs_forward(claims: Iterable[Claim]) -> bool:
    """Tells whether a document says that it reprints what appeared after it: no such step is laid."""
    documents = {claim.document.id: claim.document for claim in claims}
    stating = [document for document in documents.values() if _upstream(document)]
    called = [(document, _documents([document])) for document in documents.values()] if stating else []
    return any(_reprints_the_future(document, called) for document in stating)


def _reprints_the_future(document: Document, called: Iterable[tuple[Document, frozenset[str]]]) -> bool:
    named = {slug(name) for name in _upstream(document)}
    meant = [other for other, names in called if other.id != document.id and named & names]
    day = document.published
    return bool(meant and day) and all(other.published and other.published > day for other in meant if day)


def _documents(documents: Iterable[Document]) -> frozenset[str]:
    """Returns everything by which a document that was read may be named, as slugs."""
    names = (
        name for doc in {doc.id: doc for doc in documents}.values() for name in (doc.id, doc.title, doc.url, doc.path)
    )
    return frozenset(slug(name) for name in names if name)


def _copies(proposition: Proposition, counted: Iterable[Claim]) -> Copied:
    """Returns the claims that are copied from other documents; a near-copy that is stated too is a near-copy."""
    told = [(r, kind) for r in proposition.relations if (kind := _COPIED.get((r.kind, r.because)))]
    here = {claim.id: claim.document.id for claim in counted} if told else {}
    found: Copied = {}
    for relation, kind in told:
        copy, original = here.get(relation.from_id), here.get(relation.to_id)
        if copy and original and copy != original:
            kinds = found.setdefault(relation.from_id, {})
            kinds[relation.to_id] = min(kind, kinds.get(relation.to_id, kind))
    return found


def _disowned(proposition: Proposition, claims: Mapping[str, Claim]) -> frozenset[str]:
    """Returns the ids of claims whose alleged origin denies having said it."""
    pairs = [(r.from_id, r.to_id) for r in proposition.relations if r.kind is RelationKind.REBUTS]
    met = [(claims[a], claims[b]) for a, b in pairs if a in claims and b in claims]
    return frozenset(
        said.id for denial, said in met if is_counted(denial) and denial.origin.family == said.origin.family
    )


def _resting(paths: Mapping[str, Path], behind: Mapping[str, Collection[str]], copied: Copied) -> frozenset[str]:
    """Returns the ids of claims that have their origin through what they copy, and no way of their own."""
    return frozenset(
        name
        for name, originals in copied.items()
        if (is_voice(paths[name].claim) or any(_one_end(paths[name], paths[original]) for original in originals))
        and name not in behind[name]
    )


def _one_end(copy: Path, original: Path) -> bool:
    """Tells whether a copied passage has the origin of the original: its "local sources" are the original's."""
    if copy.end == original.end:
        return True
    one, other = copy.claim.origin, original.claim.origin
    if not (one.kind.is_nameless and other.kind.is_nameless) or copy.claim.own_evidence:
        return False
    return one.id.split("@")[0] == other.id.split("@")[0]


def _behind(copied: Copied) -> dict[str, set[str]]:
    """Returns, by id of a copying claim, the ids of everything it copies, directly or not (Warshall, JACM 9, 1962)."""
    found = {name: set(originals) for name, originals in copied.items()}
    for between, beyond in found.items():
        for reached in found.values():
            if between in reached:
                reached |= beyond
    return found


def _steps(path: Path, *, drops_chain: bool) -> list[tuple[str, str]]:
    """Returns the steps of a path; what lies between the sources of a dropped chain still holds."""
    before = (path.report, *path.carriers)
    pairs = (*pairwise(before), *pairwise(path.chain)) if drops_chain else pairwise((*before, *path.chain))
    return [pair for pair in pairs if pair[0] != pair[1]]


def _ends(
    paths: Mapping[str, Path], behind: Mapping[str, Collection[str]], resting: Collection[str]
) -> dict[str, frozenset[str]]:
    """Returns, by report, the parties at which its own chains end."""
    if not behind and all(path.chain for path in paths.values()):
        return _stated_ends(paths.values())
    by_document: dict[str, list[str]] = defaultdict(list)
    for name, path in paths.items():
        by_document[path.claim.document.id].append(name)

    def of(name: str) -> set[str]:
        found = {paths[one].end for one in (name, *behind.get(name, ())) if one not in resting}
        return found | {paths[name].end} if paths[name].claim.own_evidence else found

    def rests_on(name: str) -> set[str]:
        beside = [other for other in by_document[paths[name].claim.document.id] if paths[other].chain]
        if paths[name].chain or not beside:
            return of(name)
        return set().union(*map(of, beside)) | ({paths[name].end} if paths[name].claim.own_evidence else set())

    found: dict[str, set[str]] = defaultdict(set)
    for name, path in paths.items():
        found[path.report] |= rests_on(name)
    return {report: frozenset(ends) for report, ends in sorted(found.items())}


def _stated_ends(paths: Iterable[Path]) -> dict[str, frozenset[str]]:
    """Returns the same where nothing is copied and every claim credits somebody."""
    found: dict[str, set[str]] = {}
    for path in paths:
        found.setdefault(path.report, set()).add(path.end)
    return {report: frozenset(ends) for report, ends in sorted(found.items())}


def _parties(paths: Iterable[Path], cast: Cast) -> dict[str, Source]:
    """Returns what is known of each party on the paths."""
    names: dict[str, str] = {}
    for path in paths:
        for name in (*_carriers(path.claim.document), *_upstream(path.claim.document)):
            names[cast.outlet(name)] = name
        names.update(zip(path.chain, [source.name for source in chain_of(path.claim)], strict=False))
    return {node: cast.party(node, name) for node, name in sorted(names.items())}


def _keep_reached(links: Links, reports: Iterable[str]) -> None:
    """Removes what no report leads to."""
    givers: dict[str, list[str]] = defaultdict(list)
    for holder, giver in links:
        givers[holder].append(giver)
    reached = set(reports)
    ahead = list(reached)
    while ahead:
        new = [giver for giver in givers[ahead.pop()] if giver not in reached]
        reached.update(new)
        ahead.extend(new)
    for pair in [pair for pair in links if pair[0] not in reached]:
        del links[pair]


def _join_families(
    links: Links, parties: dict[str, Source], speaking: set[str], first_hand: set[str], cast: Cast
) -> None:
    """Hangs origins on the head of their family, so that the family counts once, with what its members know."""
    holders = {holder for holder, _ in links}
    givers = {giver for _, giver in links}
    present = holders | givers
    families: dict[str, list[str]] = defaultdict(list)
    for node in sorted(givers - holders | present & first_hand):
        if node in parties:
            families[cast.family(parties[node])].append(node)
    for head, members in families.items():
        under = [node for node in members if node != head]
        if not under or (len(members) == 1 and head not in present):
            continue
        parties.setdefault(head, _head(head, [parties[node] for node in under], cast))
        links.update({(node, head): EdgeKind.SAME_FAMILY for node in under if (node, head) not in links})
        if first_hand & set(under):
            first_hand.difference_update(under)
            first_hand.add(head)
        if speaking & set(under):
            speaking.add(head)


def _head(node: str, members: Iterable[Source], cast: Cast) -> Source:
    """Returns the head of a family, by what is known of it, else by its id and the side that its members share."""
    sides = {member.side for member in members}
    known = cast.party(node, name_in(node))
    if known.side or len(sides) != 1:
        return known
    return Source(known.id, known.name, known.kind, family=known.family, side=sides.pop())
