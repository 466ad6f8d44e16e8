"""A checker of a report, from its JSON alone: it shares no code with what computed it.

Questions, one after the other, each answered with lines that say what is wrong:

1. Is everything laid out as a report has it? :mod:`provenance.assessment.shape`
2. Do its claims, sources and documents say the same wherever they stand? :mod:`provenance.assessment.reread`
3. Could its claims stand on the sides they stand on? :mod:`provenance.assessment.regroup`
4. Do the cut and the chains prove the numbers, in the graph that the edges draw? :func:`problems`
5. Is that graph the one that the claims draw, and are all numbers those of it? :func:`problems_of_side`
6. Do verdict, flags and marks follow from both sides? :mod:`provenance.assessment.rejudge`
7. Do the sentences say what the numbers say? :mod:`provenance.assessment.reword`

So a report is accepted only where everything follows from what its claims say. Which least cut and which chains are
given is free: any that hold are as good.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from provenance.assessment.regroup import problems_of_grouping
from provenance.assessment.rejudge import Judged, problems_of_verdict
from provenance.assessment.reread import problems_of_records
from provenance.assessment.retrace import Facts, Retraced, Side, reached_from
from provenance.assessment.reword import problems_of_words
from provenance.assessment.shape import REPORT, faults

Row = Mapping[str, Any]
Givers = dict[str, set[str]]


def problems_of_report(report: Row) -> list[str]:
    """Returns what is wrong with a report object, a line each; nothing where all holds."""
    found = list(faults(report, REPORT)) or list(problems_of_records(report))
    if found:
        return found
    facts = Facts(report)
    return [line for row in report["propositions"] for line in _problems_in_report(row, facts)]


def _problems_in_report(proposition: Row, facts: Facts) -> list[str]:
    found = [f"{proposition['id']}: {line}" for line in problems_of_grouping(proposition, facts)]
    return found or problems_of_proposition(proposition, facts)


def problems_of_proposition(proposition: Row, facts: Facts | None = None) -> list[str]:
    """Returns what is wrong with the proofs of a proposition object and what follows from them, a line each.

    Args:
        proposition: An element of ``propositions``, as the interface promises it.
        facts: The claims it is about. Without them only the proofs are held against the edges.
    """
    try:
        found = _problems(proposition, facts)
    except KeyError as missing:
        found = [f"cannot be checked: {missing} is missing"]
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        found = [f"cannot be checked: {error}"]
    return [f"{proposition['id']}: {line}" for line in found]


def _problems(proposition: Row, facts: Facts | None) -> list[str]:
    """Returns what is wrong; each question is asked where the one before it found nothing."""
    sides = {name: proposition[name] for name in ("support", "opposition") if proposition[name] is not None}
    found = [f"{name}: {line}" for name, side in sides.items() for line in problems(side)]
    if found or facts is None:
        return found
    retraced = Retraced(proposition, facts)
    traced = {"support": retraced.supporting, "opposition": retraced.opposing}
    found = [f"{name}: {line}" for name, side in traced.items() for line in problems_of_side(sides.get(name), side)]
    if not retraced.opposing.claims and "opposition" in sides:
        found.append("opposition: is given, though no claim takes this side")
    judged = Judged(proposition, retraced)
    return found or list(problems_of_verdict(proposition, judged)) or list(problems_of_words(proposition, judged))


def problems(support: Row) -> list[str]:
    """Returns what is wrong with the proofs of one side, held against its edges, a line each.

    By Menger's theorem a cut of k nodes and k chains that share none prove each other: no cut is smaller, and no more
    chains can be found.
    """
    givers = givers_of(support)
    reports = {node for step in support["edges"] for node in step[:2] if node.startswith("report:")}
    checks = (_of_counts, _of_ends, _of_chains, _of_cut, _of_choke)
    return [line for check in checks for line in check(support, givers, reports)]


def givers_of(support: Row) -> Givers:
    """Returns by node whom it has it from."""
    givers: Givers = {node: set() for step in support["edges"] for node in step[:2]}
    for holder, giver, _ in support["edges"]:
        givers[holder].add(giver)
    return givers


def _of_counts(support: Row, givers: Givers, reports: set[str]) -> Iterator[str]:
    counted = {
        "reports": len(reports),
        "roots": len(set(support["origins"])),
        "kappa": len(set(support["cut"])),
    }
    yield from (f"{name} is {support[name]}, not {n}" for name, n in counted.items() if support[name] != n)
    for name in ("origins", "shown", "cut", "choke"):
        if len(support[name]) != len(set(support[name])):
            yield f"{name} names a node twice"
    if not set(support["shown"]) <= set(support["origins"]):
        yield "a shown node is no origin"
    floor, by_side = support["floor"], support["by_side"]["floor"]
    if not bool(reports) <= by_side <= floor <= max(bool(reports), len(support["shown"])):
        yield f"floor is {floor}, by side {by_side}, but {len(support['shown'])} origins are shown"
    if not bool(reports) <= support["n_eff"] <= support["roots"]:
        yield f"n_eff is {support['n_eff']}, but roots {support['roots']}"


def _of_ends(support: Row, givers: Givers, reports: set[str]) -> Iterator[str]:
    """Every node lies on a way from a report to an origin."""
    holders: Givers = {}
    for holder, found in givers.items():
        for giver in found:
            holders.setdefault(giver, set()).add(holder)
    astray = set(givers) - reached_from(set(support["origins"]) & set(givers), holders)
    yield from (f"{node} leads to no origin" for node in sorted(astray))
    yield from (f"no report leads to {node}" for node in sorted(set(givers) - reached_from(reports, givers)))
    yield from (f"{node} is an origin without a chain" for node in sorted(set(support["origins"]) - set(givers)))


def _of_chains(support: Row, givers: Givers, reports: set[str]) -> Iterator[str]:
    for chain in (*support["chains"], *support["shown_chains"]):
        steps_hold = all(giver in givers.get(holder, ()) for holder, giver in pairwise(chain))
        if not chain or not steps_hold or chain[0] not in reports or chain[-1] not in support["origins"]:
            yield f"no chain from a report to an origin: {' '.join(chain)}"
    passed = [node for chain in support["chains"] for node in chain]
    if len(passed) != len(set(passed)):
        yield "two chains share a node"
    if len(support["chains"]) != support["kappa"]:
        yield f"kappa is {support['kappa']}, but there are {len(support['chains'])} chains"
    if sorted(chain[-1] for chain in support["shown_chains"]) != sorted(support["shown"]):
        yield "not one chain for each shown origin"


def _of_cut(support: Row, givers: Givers, reports: set[str]) -> Iterator[str]:
    past = reached_from(reports, givers, without=support["cut"]) & set(support["origins"])
    yield from (f"{node} is reached past the cut" for node in sorted(past))


def _of_choke(support: Row, givers: Givers, reports: set[str]) -> Iterator[str]:
    """Every choke lies on every chain, hence on the first, and in its order."""

    def is_choke(node: str) -> bool:
        return not reached_from(reports, givers, without=[node]) & set(support["origins"])

    chain = support["chains"][0] if len(support["chains"]) == 1 else []
    expected = [node for node in chain if is_choke(node)]
    if list(support["choke"]) != expected:
        yield f"choke is {' '.join(support['choke']) or 'empty'}, not {' '.join(expected) or 'empty'}"


def problems_of_side(support: Row | None, side: Side) -> Iterator[str]:
    """Yields what is wrong with one side, held against its claims.

    Args:
        support: The numbers with their proof.
        side: What the claims say.
    """
    if support is None or not side.claims:
        if side.claims:
            yield "is missing, though claims take this side"
        elif support and (support["reports"] or support["loops"]):
            yield "has reports or loops, though no claim takes this side"
        return
    stated = sorted(tuple(edge) for edge in support["edges"])
    traced = sorted((*step, kind) for step, kind in side.edges.items())
    if stated != traced:
        differ = sorted(set(stated) ^ set(traced)) or [("an", "edge", "twice")]
        yield f"the edges are not those of the claims: {' '.join(differ[0])}"
        return
    found = list(_of_origins(support, side, givers_of(support)))
    yield from found or _of_numbers(support, side, givers_of(support))


def _of_numbers(support: Row, side: Side, givers: Givers) -> Iterator[str]:
    shown = sorted(node for node in support["origins"] if _is_shown(node, side, givers))
    number = effective_number(support["origins"], side, givers)
    expected = {
        "shown": (sorted(support["shown"]), shown),
        "floor": (support["floor"], max(1, len({side.families[node] for node in shown}))),
        "floor by side": (support["by_side"]["floor"], max(1, len(_sides(shown, side)))),
        "loops": (sorted(map(sorted, support["loops"])), loops_of(givers, side)),
        "n_eff": (support["n_eff"], support["n_eff"] if _is_rounded(support["n_eff"], number) else round(number, 4)),
    }
    yield from (f"{name} is {given}, not {value}" for name, (given, value) in expected.items() if given != value)


def _is_rounded(given: float, number: float) -> bool:
    """Tells whether a number is another one rounded to four decimals."""
    return given == round(given, 4) and abs(given - number) <= 0.00005 + 1e-9


def _of_origins(support: Row, side: Side, givers: Givers) -> Iterator[str]:
    """First-hand nodes are origins, and one of each set of nodes that have it from each other and from nobody else."""
    missing = side.first_hand - set(support["origins"])
    yield from (f"{node} is first-hand, but no origin" for node in sorted(missing))
    for node in sorted(set(support["origins"]) - side.first_hand):
        part = reached_from([node], givers)
        if any(node not in reached_from([other], givers) for other in part) or part & side.first_hand:
            yield f"{node} has it from somebody else"
        elif node != min(part, key=lambda name: (name.startswith("report:"), name.startswith("outlet:"), name)):
            yield f"{node} does not stand for its loop"


def _is_shown(node: str, side: Side, givers: Givers) -> bool:
    """First-hand, or speaking for itself; in a loop, where all of it is one family."""
    if node in side.first_hand:
        return True
    part = reached_from([node], givers)
    return bool(part & side.speaking) and len({side.families.get(other, other) for other in part}) == 1


def _sides(shown: Iterable[str], side: Side) -> set[str]:
    """Returns the sides of the shown origins, one a family."""
    stands: dict[str, set[str]] = {}
    for node in shown:
        if side.parties[node]["side"]:
            stands.setdefault(side.families[node], set()).add(side.parties[node]["side"])
    return {min(sides) for sides in stands.values()}


def loops_of(givers: Givers, side: Side) -> list[list[str]]:
    """Returns the sets of nodes of several families that have it from each other, sorted."""
    circling = {node: found for node, found in givers.items() if found}
    while ended := {node for node, found in circling.items() if not found & circling.keys()}:
        circling = {node: found for node, found in circling.items() if node not in ended}
    onward = {node: reached_from([node], circling) for node in circling}
    parts = {frozenset(other for other in onward[node] if node in onward.get(other, ())) for node in circling}
    return sorted(sorted(part) for part in parts if len({side.families.get(node, node) for node in part}) > 1)


def effective_number(origins: Collection[str], side: Side, givers: Givers) -> float:
    """Returns 1 / sum of squared shares, each report's share split equally among the origins its chains end at."""
    shares = dict.fromkeys(origins, Fraction(0))
    for ends in side.ends.values():
        mine = reached_from(ends, givers) & set(origins)
        for node in mine:
            shares[node] += Fraction(1, len(mine) * len(side.ends))
    return float(1 / sum(share**2 for share in shares.values()))
