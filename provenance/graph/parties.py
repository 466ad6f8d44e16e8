"""Who is one party in the evidence graph of a proposition.

A party is one node, whatever it does, so that it can be cut once and for all:

- An outlet is ``outlet:<slug of its name>``. Where claims of the proposition credit a source of the same name or
  alias, outlet and source are the same party and stand as that source: a report from Radio X and a document that
  Radio X published meet in one node, which is how circular reporting is seen.
- A source is its own id.
- Nobody in particular ("local sources") is a node per phrase and per party that quotes the phrase: two outlets that
  each have it from "local sources" may or may not have the same ones in mind, so they are two roots at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from provenance.records.claim import Claim, Manner
from provenance.records.identity import slug
from provenance.records.source import Source, SourceKind

SPEAKS_FOR_ITSELF = frozenset(
    {
        SourceKind.MONITOR,
        SourceKind.PARTY,
        SourceKind.GOVERNMENT,
        SourceKind.ARMED_GROUP,
        SourceKind.BODY,
        SourceKind.PERSON,
        SourceKind.DOCUMENT,
        SourceKind.IMAGERY,
    }
)
"""Kinds that are shown origins where they cite nobody (DESIGN, section 3, rule 3)."""

MOUTHPIECES = frozenset({SourceKind.STATE_MEDIA, SourceKind.GROUP_MEDIA})
"""Kinds that are shown origins only where they speak for another: they count for its family."""


class Cast(NamedTuple):
    """The parties of one proposition."""

    by_name: Mapping[str, str]
    """Node of the source that has this name, by slug."""
    quoted_by: Mapping[str, frozenset[str]]
    """Names of those who quote a nameless source, by its id, where they are several."""
    sources: Mapping[str, Source]
    """The fullest record of each source credited, by id."""
    voices: Mapping[str, Source]
    """The record of an outlet that speaks for itself, by slug of its name."""
    by_voice: Mapping[str, str]
    """Node of the outlet that speaks for itself, by id of its source."""

    def outlet(self, name: str) -> str:
        """Returns the node of an outlet."""
        bare = slug(name)
        return self.by_name.get(bare) or f"outlet:{bare}"

    def source(self, source: Source, quoted_by: str) -> str:
        """Returns the node of a source that a party of that name quotes."""
        return f"{source.id}@{slug(quoted_by)}" if source.id in self.quoted_by else source.id

    def chain(self, claim: Claim) -> tuple[str, ...]:
        """Returns the nodes of the sources of a claim, the origin last; none for a publisher's own voice."""
        if not self.quoted_by:
            return tuple([source.id for source in chain_of(claim)])
        return tuple([self.source(source, holder) for source, holder in _quotations(claim)])

    def party(self, node: str, name: str) -> Source:
        """Returns what is known of a node, ``name`` being the name by which it was met."""
        known = self.sources.get(node)
        if known is not None:
            return known
        if node.startswith("outlet:"):
            voice = self.voices.get(node.removeprefix("outlet:"))
            return voice or _bare_outlet(node, name)
        nameless = self.sources.get(node.rpartition("@")[0])
        return replace(nameless, id=node, family=node) if nameless else Source(node, name)

    def family(self, party: Source) -> str:
        """Returns the node of the family of a party, the party's own where it belongs to nobody."""
        return self.by_voice.get(party.family, party.family)


def cast_of(claims: Iterable[Claim]) -> Cast:
    """Returns the parties of a proposition; ``claims`` are all of its claims, on both sides."""
    sources: dict[str, Source] = {}
    voices: dict[str, Source] = {}
    quoted_by: dict[str, set[str]] = {}
    for claim in claims:
        if is_voice(claim):
            _keep_fuller(voices, slug(claim.document.outlet), claim.source.source)
        for source, holder in _quotations(claim):
            if sources.setdefault(source.id, source) is not source:
                _keep_fuller(sources, source.id, source)
            if source.kind.is_nameless:
                quoted_by.setdefault(source.id, set()).add(slug(holder))
    by_name = _by_name(sources, voices)
    return Cast(
        by_name=by_name,
        quoted_by={source_id: frozenset(names) for source_id, names in quoted_by.items() if len(names) > 1},
        sources=sources,
        voices={name: _as_outlet(name, voice) for name, voice in voices.items()},
        by_voice={voice.id: by_name.get(name, f"outlet:{name}") for name, voice in voices.items()},
    )


def is_voice(claim: Claim) -> bool:
    """Tells whether a claim is its publisher's own: nobody is credited with it."""
    return not claim.chain and (claim.manner is Manner.VOICE or claim.source.source.kind is SourceKind.PUBLISHER)


def chain_of(claim: Claim) -> tuple[Source, ...]:
    """Returns the sources of a claim from the outermost relay to the origin; none for a publisher's own voice."""
    if claim.chain:
        return claim.chain
    return () if is_voice(claim) else (claim.source.source,)


def fuller(one: Source, other: Source) -> Source:
    """Returns the record that says more of a source: what it is before that it published, listed before unlisted."""
    if one is other or one == other:
        return one
    return min(one, other, key=lambda source: (source.kind is SourceKind.PUBLISHER, not source.listed, repr(source)))


def _keep_fuller(records: dict[str, Source], name: str, source: Source) -> None:
    records[name] = fuller(records.setdefault(name, source), source)


def speaks_for_itself(source: Source) -> bool:
    """Tells whether a source that cites nobody is a shown origin."""
    return source.kind in SPEAKS_FOR_ITSELF or (source.kind in MOUTHPIECES and source.is_mouthpiece)


def _quotations(claim: Claim) -> Iterable[tuple[Source, str]]:
    holder = claim.document.outlet
    for source in chain_of(claim):
        yield source, holder
        holder = source.name


def _by_name(sources: Mapping[str, Source], voices: Mapping[str, Source]) -> dict[str, str]:
    """Returns the node of each name; an outlet whose own record is credited elsewhere is that source."""
    found: dict[str, str] = {}
    for source in sources.values():
        for name in (source.name, *source.aliases) if not source.kind.is_nameless else ():
            bare = slug(name)
            found[bare] = min(found.get(bare, source.id), source.id)
    return found | {name: voice.id for name, voice in voices.items() if voice.id in sources}


@lru_cache(maxsize=8192)
def _bare_outlet(node: str, name: str) -> Source:
    """Returns what is known of an outlet that nobody credits."""
    return Source(node, name, SourceKind.PUBLISHER)


def _as_outlet(name: str, voice: Source) -> Source:
    node = f"outlet:{name}"
    return replace(voice, id=node, family=voice.family if voice.is_mouthpiece else node)
