"""The numbers of small evidence graphs by their definitions alone, trying everything; and such graphs at random.

A set of nodes is an int with one bit a node. Nothing here is clever: components come from what each node leads to, the
least cut from all sets of nodes, the choke from leaving out each node in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from random import Random

from provenance.graph.evidence import Evidence
from provenance.records.assessment import Edge, Support
from provenance.records.source import Source, SourceKind

KINDS = (SourceKind.MONITOR, SourceKind.OUTLET, SourceKind.ANONYMOUS)


def evidence_at_random(random: Random, most: int = 8) -> Evidence:
    """Some reports on some parties, any edges between parties, loops, families and first-hand parties included."""
    reports = [f"report:{n}" for n in range(random.randint(1, 4))]
    nodes = [
        random.choice(["source", "source", "outlet"]) + f":{n}" for n in range(random.randint(1, most - len(reports)))
    ]
    among = [(a, b) for a in nodes for b in nodes if a != b]
    wired = random.sample(among, min(len(among), random.choice([0, 1, 2, len(nodes), 2 * len(nodes)])))
    pairs = {(report, random.choice(nodes)) for report in reports} | set(wired)
    reached = set().union(*(after(report, pairs) for report in reports))
    pairs = {pair for pair in pairs if pair[0] in reached}
    present = sorted(reached - set(reports))
    families = {node: random.choice([node, node, nodes[0], "source:head"]) for node in present}
    parties = {
        n: Source(n, n, random.choice(KINDS), family=families[n], side=random.choice(["a", "b", None])) for n in present
    }
    first_hand = frozenset(random.sample(present, min(len(present), random.choice([0, 0, 1, 2]))))
    return Evidence(
        reports=tuple(reports),
        edges=tuple(sorted(Edge(*pair) for pair in pairs)),
        ends={r: frozenset(random.choices(sorted(after(r, pairs) - {r}), k=random.choice([1, 1, 2]))) for r in reports},
        parties=parties,
        families=families,
        speaking=frozenset(n for n in present if parties[n].kind is SourceKind.MONITOR) | first_hand,
        first_hand=first_hand,
    )


def after(node: str, pairs: set[tuple[str, str]]) -> set[str]:
    """Everything that a node leads to, itself included."""
    found = {node}
    while new := {b for a, b in pairs if a in found} - found:
        found |= new
    return found


@dataclass(frozen=True)
class Brute:
    """The numbers of one graph, by brute force."""

    evidence: Evidence

    @cached_property
    def nodes(self) -> list[str]:
        pairs = [(edge.holder, edge.giver) for edge in self.evidence.edges]
        return sorted({*self.evidence.reports, *(node for pair in pairs for node in pair)})

    @cached_property
    def givers(self) -> list[int]:
        pairs = [(edge.holder, edge.giver) for edge in self.evidence.edges]
        return [self.mask(giver for holder, giver in pairs if holder == node) for node in self.nodes]

    def mask(self, names) -> int:
        return sum(1 << self.nodes.index(name) for name in set(names))

    def names(self, mask: int) -> frozenset[str]:
        return frozenset(node for i, node in enumerate(self.nodes) if mask >> i & 1)

    def reached(self, starts: int, gone: int = 0) -> int:
        """What is reached from the starts past what is gone."""
        found, new = 0, starts & ~gone
        while new:
            found |= new
            onward = 0
            for i, givers in enumerate(self.givers):
                if new >> i & 1:
                    onward |= givers
            new = onward & ~gone & ~found
        return found

    @cached_property
    def parts(self) -> set[int]:
        """The strongly connected components."""
        onward = [self.reached(1 << i) for i in range(len(self.nodes))]
        return {
            sum(1 << j for j in range(len(onward)) if onward[i] >> j & 1 and onward[j] >> i & 1)
            for i in range(len(onward))
        }

    @cached_property
    def roots(self) -> list[int]:
        """Terminal components in which nobody is first-hand, and each first-hand node alone."""
        first_hand = self.mask(self.evidence.first_hand)
        last = [part for part in self.parts if self.reached(part) == part and not part & first_hand]
        return last + [1 << i for i in range(len(self.nodes)) if first_hand >> i & 1]

    @cached_property
    def answering(self) -> int:
        """One node a root: of a loop, a source before an outlet, then the first by name."""
        order = ("source", "outlet", "report")
        return self.mask(min(self.names(r), key=lambda n: (order.index(n.split(":")[0]), n)) for r in self.roots)

    @cached_property
    def starts(self) -> int:
        return self.mask(self.evidence.reports)

    def holds_without(self, gone: int) -> bool:
        return bool(self.reached(self.starts, gone) & self.answering)

    def kappa(self) -> int:
        """The size of the least set of nodes without which no report leads to an origin."""
        single = [1 << i for i in range(len(self.nodes))]
        return next(
            k for k in range(len(single) + 1) if any(not self.holds_without(sum(g)) for g in combinations(single, k))
        )

    def choke(self) -> frozenset[str]:
        """Nodes without any one of which no report leads to an origin."""
        return frozenset(node for i, node in enumerate(self.nodes) if not self.holds_without(1 << i))

    def families(self, part: int) -> set[str]:
        return {self.evidence.families.get(node, node) for node in self.names(part)}

    @cached_property
    def shown(self) -> list[int]:
        """First-hand nodes, and roots of one family in which somebody speaks for itself."""
        first_hand, speaking = self.mask(self.evidence.first_hand), self.mask(self.evidence.speaking)
        return [r for r in self.roots if r & first_hand or (r & speaking and len(self.families(r)) == 1)]

    def floor(self) -> int:
        return max(1, len(set().union(*map(self.families, self.shown))))

    def floor_by_side(self) -> int:
        """How many sides the families of shown origins stand on; the first side by name where one has several."""
        by_family: dict[str, set[str]] = {}
        for node in self.names(self.answering & sum(self.shown)):
            by_family.setdefault(self.evidence.families[node], set()).update(
                {self.evidence.parties[node].side} - {None}
            )
        return max(1, len({min(sides) for sides in by_family.values() if sides}))

    def n_eff(self) -> float:
        """1 / sum of squared shares, each report split equally among the origins behind the ends of its own chains."""
        share = dict.fromkeys(self.roots, Fraction(0))
        for report in self.evidence.reports:
            mine = [root for root in self.roots if root & self.reached(self.mask(self.evidence.ends[report]))]
            for root in mine:
                share[root] += Fraction(1, len(mine) * len(self.evidence.reports))
        return float(1 / sum(part * part for part in share.values()))

    def loops(self) -> set[frozenset[str]]:
        return {self.names(part) for part in self.parts if len(self.families(part)) > 1}


def wrong(evidence: Evidence, support: Support) -> list[str]:
    """The names of the numbers that are not those of brute force."""
    brute = Brute(evidence)
    answering = brute.names(brute.answering)
    pairs = {
        "reports": (support.reports, len(evidence.reports)),
        "kappa": (support.kappa, brute.kappa()),
        "roots": (support.roots, len(brute.roots)),
        "origins": (set(support.origins), answering),
        "shown": (set(support.shown), brute.names(brute.answering & sum(brute.shown))),
        "floor": (support.floor, brute.floor()),
        "floor_by_side": (support.floor_by_side, brute.floor_by_side()),
        "n_eff": (support.n_eff, brute.n_eff()),
        "choke": (set(support.choke), brute.choke()),
        "loops": (set(map(frozenset, support.loops)), brute.loops()),
    }
    return [name for name, (mine, theirs) in pairs.items() if mine != theirs]
