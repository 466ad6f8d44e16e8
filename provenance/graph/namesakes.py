"""Origins whose names may mean one: "Okafor" and "Ada Okafor", "the health ministry" and "the health ministry of X".

Outlets shorten names each in its own way. What cannot be shown to be two is counted as one (DESIGN, section 3, rule 5),
so the shorter name counts as of the longer one's family: the floor falls, the roots, an upper bound, stay. Nobody's
words are credited to another by this.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from provenance.records.naming import name_in, words_of
from provenance.records.source import Source, SourceKind

_FIRM = frozenset(
    {
        SourceKind.MONITOR,
        SourceKind.PARTY,
        SourceKind.GOVERNMENT,
        SourceKind.ARMED_GROUP,
        SourceKind.DOCUMENT,
        SourceKind.IMAGERY,
    }
)
"""Kinds that are surely not each other."""


def namesakes(origins: Mapping[str, Source], written: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Returns, by node, the origin that its name may be short for, the longest where there are several.

    Every word of the short name stands in some form of the long one. A source that the registry lists is nobody's short
    form; one that speaks for another goes by the name of that one.

    Args:
        origins: The origins of one side that may be shown, by node.
        written: By node, how the texts write it ("Mayor Ada Okafor").
    """
    short = [node for node, origin in origins.items() if not origin.listed]
    if not short or len(origins) < 2:
        return {}
    forms = {node: _forms(origin, written.get(node, ())) for node, origin in origins.items()}
    found: dict[str, str] = {}
    for node in sorted(short):
        mine = words_of(_spoken_for(origins[node]))
        longer = [
            (-len(form), other)
            for other, origin in origins.items()
            if other != node and mine and found.get(other) != node and _may_be_one(origins[node], origin)
            for form in forms[other]
            if mine <= form
        ]
        if longer:
            found[node] = min(longer)[1]
    return {node: _last(node, found) for node in found}


def _spoken_for(origin: Source) -> str:
    """Returns the name of whoever an origin speaks for, as far as the id tells; its own where it speaks for itself."""
    return name_in(origin.family) if origin.is_mouthpiece else origin.name


def _forms(origin: Source, written: Collection[str]) -> list[frozenset[str]]:
    return [words_of(name) for name in (_spoken_for(origin), origin.name, *origin.aliases, *written)]


def _may_be_one(one: Source, other: Source) -> bool:
    return one.kind is other.kind or not {one.kind, other.kind} <= _FIRM


def _last(node: str, found: Mapping[str, str]) -> str:
    """Returns where the steps from a node lead; of a circle, the least."""
    way = [node]
    while (node := found.get(node, "")) and node not in way:
        way.append(node)
    return min(way[way.index(node) :]) if node else way[-1]
