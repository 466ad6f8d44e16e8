"""The numbers of one side over bit sets: the same as networkx gives in :mod:`provenance.graph.measures`, faster.

A set of nodes is an int with one bit a node. Chains are found from the origins outward, so that the last, failing
search marks the least cut nearest to the origins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain, pairwise
from math import lcm
from operator import and_

from provenance.graph.evidence import Evidence
from provenance.records.assessment import Support

Way = tuple[int, ...]
"""Nodes from a report to an origin."""


class Side:
    """The evidence of one side as bit sets; ``parts`` are its loops and single nodes, origins first."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        pairs = [(holder, giver) for holder, giver, _ in evidence.edges]
        self.nodes = nodes = sorted({*evidence.reports, *chain.from_iterable(pairs)})
        self.at = at = {node: i for i, node in enumerate(nodes)}
        givers: list[list[int]] = [[] for _ in nodes]
        holders: list[list[int]] = [[] for _ in nodes]
        self.givers, self.holders = givers, holders
        for held, given in pairs:
            holder, giver = at[held], at[given]
            givers[holder].append(giver)
            holders[giver].append(holder)
        self.reports = [at[node] for node in evidence.reports]
        self.first_hand = {at[node] for node in evidence.first_hand if node in at}
        self.parts = _in_order(self.givers, self.holders) or list(_components(self.givers))

    def support(self) -> Support:
        """Returns the numbers with their proof."""
        evidence = self.evidence
        ends = self._ends()
        origins = sorted(ends)
        shown = [i for i in origins if i in self.first_hand or self._speaks(ends[i])]
        leads_to = self._origins_of_reports(origins)
        cut, chains = self._least_cut(origins)
        return Support(
            reports=len(self.reports),
            roots=len(origins),
            kappa=len(cut),
            floor=max(1, len({evidence.families[self.nodes[i]] for i in shown})),
            n_eff=_effective_number(leads_to.values()),
            choke=self._named(self._choke(origins)) if len(cut) == 1 else (),
            origins=self._named(origins),
            shown=self._named(shown),
            floor_by_side=max(1, len(sides_of(evidence, self._named(shown)))),
            edges=evidence.edges,
            cut=self._named(cut),
            chains=tuple(sorted(self._named(self._restated(chain, leads_to)) for chain in chains)),
            shown_chains=tuple(self._named(self._way_to(i, leads_to)) for i in shown),
            loops=self._loops(),
        )

    def _named(self, found: Iterable[int]) -> tuple[str, ...]:
        return tuple(map(self.nodes.__getitem__, found))

    def _ends(self) -> dict[int, list[int]]:
        """Returns the origins with the part each answers for: one a terminal part, and every first-hand node."""
        found = {i: [i] for i in self.first_hand}
        for part in self.parts:
            if len(part) == 1:
                if not self.givers[part[0]]:
                    found[part[0]] = part
            elif not self.first_hand.intersection(part) and all(g in part for node in part for g in self.givers[node]):
                found[self.at[answering(self._named(part))]] = part
        return found

    def _speaks(self, part: Iterable[int]) -> bool:
        names = self._named(part)
        return is_family(self.evidence, names) and not self.evidence.speaking.isdisjoint(names)

    def _loops(self) -> tuple[tuple[str, ...], ...]:
        found = (self._named(sorted(part)) for part in self.parts if len(part) > 1)
        return tuple(sorted(names for names in found if not is_family(self.evidence, names)))

    def _origins_of_reports(self, origins: Iterable[int]) -> dict[int, int]:
        """Returns, by report, the set of origins at which its own chains end."""
        behind = [0] * len(self.nodes)
        for origin in origins:
            behind[origin] = 1 << origin
        for part in self.parts:
            found = 0
            for node in part:
                found |= behind[node]
                for giver in self.givers[node]:
                    found |= behind[giver]
            for node in part:
                behind[node] = found
        ends, at, nodes = self.evidence.ends, self.at, self.nodes
        leads_to = dict.fromkeys(self.reports, 0)
        for report in self.reports:
            for end in ends[nodes[report]]:
                leads_to[report] |= behind[at[end]]
        return leads_to

    def _choke(self, origins: Iterable[int]) -> Way:
        """Returns the nodes on every chain, from the reports inward: the dominators of the origins.

        Found as the greatest solution of the data-flow equations (Cooper, Harvey and Kennedy, 2001, section 2).
        """
        reports = set(self.reports)
        every = [-1] * len(self.nodes)
        inward = [node for part in reversed(self.parts) for node in part]
        changed = True
        while changed:
            changed = False
            for node in inward:
                above = 0 if node in reports else reduce(and_, [every[holder] for holder in self.holders[node]])
                if every[node] != above | 1 << node:
                    every[node] = above | 1 << node
                    changed = len(self.parts) < len(self.nodes)
        common = reduce(and_, [every[i] for i in origins])
        return tuple(sorted((i for i in inward if common >> i & 1), key=lambda i: every[i].bit_count()))

    def _least_cut(self, origins: list[int]) -> tuple[list[int], list[Way]]:
        """Returns the least cut nearest to the origins, sorted, and as many node-disjoint chains (Menger)."""
        flow = _Flow(self.holders, frozenset(self.reports), origins)
        flow.begin()
        while flow.grow():
            pass
        return flow.cut(), list(flow.chains())

    def _restated(self, chain: Way, leads_to: dict[int, int]) -> Way:
        """Returns the chain from a report that itself credits its end, where one hangs on the same party."""
        if len(chain) < 2 or leads_to[chain[0]] >> chain[-1] & 1:
            return chain
        beside = (r for r in self.reports if self.givers[r] == [chain[1]] == self.givers[chain[0]])
        stating = (report for report in beside if leads_to[report] >> chain[-1] & 1)
        return (next(stating, chain[0]), *chain[1:])

    def _way_to(self, origin: int, leads_to: dict[int, int]) -> Way:
        """Returns a shortest chain to an origin, from a report that credits it where one does."""
        toward = {origin: origin}
        ahead = [origin]
        first = -1
        for node in ahead:
            if node in leads_to:
                first = node if first < 0 else first
                if leads_to[node] >> origin & 1:
                    first = node
                    break
            for holder in self.holders[node]:
                if holder not in toward:
                    toward[holder] = node
                    ahead.append(holder)
        way = [first]
        while way[-1] != origin:
            way.append(toward[way[-1]])
        return tuple(way)


class _Flow:
    """Node-disjoint chains, grown one at a time from the origins outward.

    Every node is passed once at most: it is split into an entry, on the side of the origins, and an exit (Even's
    construction; Ahuja, Magnanti and Orlin, *Network Flows*, 1993, section 6.5). A place is ``2 * node`` for the
    entry and ``2 * node + 1`` for the exit.
    """

    def __init__(self, holders: list[list[int]], reports: frozenset[int], origins: list[int]) -> None:
        self.holders = holders
        self.reports = reports
        self.origins = origins
        self.before: dict[int, int] = {}
        """By node on a chain, the node of the chain nearer to the origin; -1 at the origin."""
        self.after: dict[int, int] = {}
        """By node on a chain, the node nearer to the report; -1 at the report."""
        self.came: dict[int, int] = {}
        """By place reached in the last search, the place it was reached from."""

    def begin(self) -> None:
        """Lays chains that need no rerouting, depth first; a node tried in vain is not tried again."""
        tried: set[int] = set()
        for origin in self.origins:
            if origin not in tried:
                tried.add(origin)
                way = self._free_way(origin, tried)
                self.before.update(zip(way, [-1, *way], strict=False))
                self.after.update(zip(way, [*way[1:], -1], strict=False))

    def _free_way(self, origin: int, tried: set[int]) -> list[int]:
        """Returns the nodes from an origin to a report past untried nodes, none where there is no such way."""
        way, onward = [origin], [iter(self.holders[origin])]
        while way and way[-1] not in self.reports:
            for holder in onward[-1]:
                if holder not in tried:
                    tried.add(holder)
                    way.append(holder)
                    onward.append(iter(self.holders[holder]))
                    break
            else:
                way.pop()
                onward.pop()
        return way

    def grow(self) -> bool:
        """Adds a chain, rerouting others where need be; False where there is none."""
        end = self._search()
        if end is None:
            return False
        self._trace(end)
        return True

    def _search(self) -> int | None:
        """Returns the report that one more chain can end at, searching breadth first."""
        before, holders, reports = self.before, self.holders, self.reports
        came = self.came = {2 * node: -1 for node in self.origins}
        ahead = list(came)
        for place in ahead:
            node = place >> 1
            if not place & 1:
                onward = [2 * before.get(node, node) + 1]  # nothing behind an origin: -1 gives -1
            elif node in reports and self.after.get(node) != -1:
                return node
            else:
                onward = [2 * holder for holder in holders[node]]
                if node in before:
                    onward.append(2 * node)
            for to in onward:
                if to not in came and to >= 0:
                    came[to] = place
                    ahead.append(to)
        return None

    def _trace(self, report: int) -> None:
        """Turns the way found into chains: new steps are added, steps taken backward are given up."""
        places = [2 * report + 1]
        while self.came[places[-1]] != -1:
            places.append(self.came[places[-1]])
        places.reverse()
        gained, lost = [(-1, places[0] >> 1)], []
        for one, other in pairwise(places):
            if one & 1 and not other & 1 and one >> 1 != other >> 1:
                gained.append((one >> 1, other >> 1))
            elif not one & 1 and other & 1 and one >> 1 != other >> 1:
                lost.append((other >> 1, one >> 1))
        gained.append((report, -1))
        for nearer, farther in lost:
            del self.after[nearer], self.before[farther]
        for nearer, farther in gained:
            if nearer >= 0:
                self.after[nearer] = farther
            if farther >= 0:
                self.before[farther] = nearer

    def cut(self) -> list[int]:
        """Returns the nodes whose entry the last search reached, and whose exit it did not."""
        return sorted(place >> 1 for place in self.came if not place & 1 and place + 1 not in self.came)

    def chains(self) -> Iterator[Way]:
        """Yields the chains, each from a report to an origin."""
        for node, after in self.after.items():
            if after == -1:
                way = [node]
                while self.before[way[-1]] != -1:
                    way.append(self.before[way[-1]])
                yield tuple(way)


def _in_order(givers: list[list[int]], holders: list[list[int]]) -> list[list[int]] | None:
    """Returns the nodes one by one, each after everything it has it from (Kahn, CACM 5, 1962); None with a loop."""
    waiting = [len(found) for found in givers]
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:
        for holder in holders[node]:
            waiting[holder] -= 1
            if not waiting[holder]:
                order.append(holder)
    return [[node] for node in order] if len(order) == len(givers) else None


def _components(givers: list[list[int]]) -> Iterator[list[int]]:
    """Yields the strongly connected components, each after what it has it from (Tarjan, SIAM J. Comput. 1, 1972)."""
    met: dict[int, int] = {}
    low: dict[int, int] = {}
    held: list[int] = []
    for root in range(len(givers)):
        ways = [] if root in met else [(root, iter(givers[root]))]
        if ways:
            met[root] = low[root] = len(met)
            held.append(root)
        while ways:
            node, onward = ways[-1]
            for giver in onward:
                if giver not in met:
                    met[giver] = low[giver] = len(met)
                    held.append(giver)
                    ways.append((giver, iter(givers[giver])))
                    break
                if giver in low:
                    low[node] = min(low[node], met[giver])
            else:
                ways.pop()
                if ways and node in low:
                    low[ways[-1][0]] = min(low[ways[-1][0]], low[node])
                if low[node] == met[node]:
                    at = held.index(node)
                    part, held[at:] = held[at:], []
                    for member in part:
                        del low[member]
                    yield part


def _effective_number(found: Iterable[int]) -> float:
    """Returns the Hill number of order 2 of the shares of the origins (M. O. Hill, Ecology 54, 1973)."""
    sets = list(found)
    parts = lcm(*(origins.bit_count() for origins in sets))
    shares: dict[int, int] = {}
    for origins in sets:
        share = parts // origins.bit_count()
        while origins:
            low = origins & -origins
            shares[low] = shares.get(low, 0) + share
            origins ^= low
    return sum(shares.values()) ** 2 / sum(share * share for share in shares.values())


def sides_of(evidence: Evidence, shown: Iterable[str]) -> set[str]:
    """Returns the sides of the shown origins, one a family."""
    by_family: dict[str, set[str]] = {}
    for node in shown:
        side = evidence.parties[node].side
        by_family.setdefault(evidence.families[node], set()).update([side] if side else [])
    return {min(sides) for sides in by_family.values() if sides}


def is_family(evidence: Evidence, part: Iterable[str]) -> bool:
    """Tells whether all nodes of a part belong to one family."""
    return len({evidence.families.get(node, node) for node in part}) == 1


def answering(part: Iterable[str]) -> str:
    """Returns the member that stands for a component: a source before an outlet, an outlet before a report."""
    return min(part, key=lambda node: (node.startswith("report:"), node.startswith("outlet:"), node))
