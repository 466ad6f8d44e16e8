"""Marks in brat's stand-off form (https://brat.nlplab.org/standoff.html), as PolNeAR publishes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.records.marks import Marks, Spans

_SPAN = re.compile(r"(T\d+)\t\S+ ([\d; ]+)\t")
_EVENT = re.compile(r"(?m)^E\d+\t(.+)$")


def read_brat(lines: str) -> Iterator[Marks]:
    """Yields the attributions of an ``.ann`` file: events with the roles Source, Cue and Content."""
    spans = {found[1]: _spans(found[2]) for line in lines.splitlines() if (found := _SPAN.match(line))}
    for event in _EVENT.findall(lines):
        roles: dict[str, set[tuple[int, int]]] = {"source": set(), "cue": set(), "content": set()}
        for pair in event.split():
            role, _, target = pair.partition(":")
            roles.setdefault(re.sub(r"\d+$", "", role).lower(), set()).update(spans.get(target, ()))
        if any(roles.values()):
            yield Marks(*(tuple(sorted(roles[role])) for role in Marks._fields))


def _spans(parts: str) -> Spans:
    return tuple((int(start), int(end)) for start, end in (part.split() for part in parts.split(";")))
