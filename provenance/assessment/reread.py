"""What a report says was read, held against itself, for the checker: claims, sources, documents and the day.

Sources and documents stand in the report twice, in lists of their own and in each claim: both must say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Row = Mapping[str, Any]

UNSET = {"letter": "F", "set_by": None, "set_on": None, "reason": None}
"""The letter of a source that nobody has assessed."""


def problems_of_records(report: Row) -> Iterator[str]:
    """Yields what the records of a report say otherwise in one place than in another, a line each."""
    for name in ("documents", "sources", "claims", "propositions"):
        counted = Counter(row["id"] for row in report[name])
        yield from (f"{name}: {found} stands there {times} times" for found, times in counted.items() if times > 1)
    yield from _of_day(report)
    yield from _of_documents(report)
    yield from _of_sources(report)
    yield from _of_places(report)


def _of_day(report: Row) -> Iterator[str]:
    """The day is the latest one read where none is asked for."""
    dated = [row["id"] for row in report["documents"] if row["published"] or row["republished"]]
    if report["as_of"] is None and dated:
        yield f"as_of is null, though {dated[0]} has a day"


def _of_documents(report: Row) -> Iterator[str]:
    listed = {row["id"]: row for row in report["documents"]}
    for claim in report["claims"]:
        document = claim["document"]
        row = listed.get(document["id"])
        if row is None:
            yield f"{claim['id']}: document: {document['id']} is not in the list of documents"
        else:
            differing = (name for name in row.keys() - {"credits"} if row[name] != document.get(name))
            yield from (_otherwise(claim, f"document.{name}", "documents") for name in sorted(differing))


def _of_sources(report: Row) -> Iterator[str]:
    listed = {row["id"]: {**row, "aliases": None} for row in report["sources"]}
    credited = set()
    for claim in report["claims"]:
        for where, member in _members(claim):
            credited.add(member["id"])
            row = listed.get(member["id"])
            if row is None:
                yield f"{claim['id']}: {where}: {member['id']} is not in the list of sources"
            else:
                told = _known(member)
                differing = (name for name in told if told[name] != row[name])
                yield from (_otherwise(claim, f"{where}.{name}", "sources") for name in differing)
    yield from (f"sources: no claim credits {name}" for name in listed if name not in credited)


def _members(claim: Row) -> Iterable[tuple[str, Row]]:
    return [("source", claim["source"]), *((f"chain[{n}]", member) for n, member in enumerate(claim["chain"]))]


def _known(member: Row) -> dict[str, Any]:
    """Returns what a claim says of a source, with what it leaves out because it goes without saying."""
    usual = {"family": member["id"], "side": None, "reliability": UNSET, "listed": False}
    return {name: member.get(name, usual.get(name)) for name in ("name", "kind", *usual)}


def _otherwise(claim: Row, field: str, records: str) -> str:
    return f"{claim['id']}: {field} is told otherwise in the list of {records}"


def _of_places(report: Row) -> Iterator[str]:
    """Every claim stands somewhere; one published after the day need not."""
    placed = {name for p in report["propositions"] for side in ("supporting", "opposing", "open") for name in p[side]}
    for claim in report["claims"]:
        day = claim["document"]["published"] or claim["document"].get("republished") or ""
        if claim["id"] not in placed and not (report["as_of"] and day > report["as_of"]):
            yield f"{claim['id']}: stands in no proposition"
