"""A checker of the proofs in a report, from its JSON alone: it shares no code with what computed them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

Steps = frozenset[tuple[str, str]]


def problems_of_report(report: Mapping[str, Any]) -> list[str]:
    """Returns what is wrong with the proofs of a report object, a line each; nothing where all hold."""
    return [line for proposition in report["propositions"] for line in problems_of_proposition(proposition)]


def problems_of_proposition(proposition: Mapping[str, Any]) -> list[str]:
    """Returns what is wrong with the proofs of a proposition object, a line each."""
    sides = [(side, proposition.get(side)) for side in ("support", "opposition")]
    return [f"{proposition['id']}: {side}: {line}" for side, found in sides if found for line in problems(found)]


def problems(support: Mapping[str, Any]) -> list[str]:
    """Returns what is wrong with the proofs of one side, a line each.

    Args:
        support: The ``support`` or ``opposition`` of a proposition, as the interface promises it.
    """
    steps = frozenset((holder, giver) for holder, giver, *_ in support["edges"])
    reports = {node for step in steps for node in step if node.startswith("report:")}
    checks = (_of_roots, _of_chains, _of_cut, _of_choke, _of_shown)
    found = [line for check in checks for line in check(support, steps, reports)]
    return found + ([] if len(reports) == support["reports"] else [f"{len(reports)} reports in the edges"])


def _of_roots(support: Mapping[str, Any], steps: Steps, reports: Collection[str]) -> Iterator[str]:
    origins = set(support["origins"])
    if len(origins) != support["roots"]:
        yield f"{support['roots']} roots, but {len(origins)} origins"
    for node in sorted(_reached(reports, steps)):
        if not _reached([node], steps) & origins:
            yield f"{node} leads to no origin"


def _of_chains(support: Mapping[str, Any], steps: Steps, reports: Collection[str]) -> Iterator[str]:
    chains = [*support["chains"], *support.get("shown_chains", ())]
    for chain in chains:
        missing = [step for step in pairwise(chain) if step not in steps]
        if missing or not chain or chain[0] not in reports or chain[-1] not in support["origins"]:
            yield f"no chain from a report to an origin: {' '.join(chain)}"
    passed = [node for chain in support["chains"] for node in chain]
    if len(passed) != len(set(passed)):
        yield "two chains share a node"
    if len(support["chains"]) != support["kappa"]:
        yield f"kappa is {support['kappa']}, but there are {len(support['chains'])} chains"


def _of_cut(support: Mapping[str, Any], steps: Steps, reports: Collection[str]) -> Iterator[str]:
    if len(set(support["cut"])) != support["kappa"]:
        yield f"kappa is {support['kappa']}, but the cut has {len(set(support['cut']))} nodes"
    for node in sorted(_reached(reports, steps, without=support["cut"]) & set(support["origins"])):
        yield f"{node} is reached past the cut"


def _of_choke(support: Mapping[str, Any], steps: Steps, reports: Collection[str]) -> Iterator[str]:
    if support["choke"] and support["kappa"] != 1:
        yield f"a choke, but kappa is {support['kappa']}"
    for node in support["choke"]:
        if _reached(reports, steps, without=[node]) & set(support["origins"]):
            yield f"{node} is no choke"


def _of_shown(support: Mapping[str, Any], steps: Steps, reports: Collection[str]) -> Iterator[str]:
    for node in sorted(set(support["shown"]) - (_reached(reports, steps) & set(support["origins"]))):
        yield f"{node} is shown, but no origin with a chain"
    if support["floor"] > max(1, len(set(support["shown"]))):
        yield f"floor is {support['floor']}, but {len(set(support['shown']))} origins are shown"


def _reached(starts: Iterable[str], steps: Steps, without: Collection[str] = ()) -> set[str]:
    found = set(starts) - set(without)
    while new := {giver for holder, giver in steps if holder in found} - found - set(without):
        found |= new
    return found
