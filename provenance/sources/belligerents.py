"""Which party some words hold responsible: forces, governments and armed groups as reports name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.records.belligerent import Belligerent
from provenance.records.identity import slug
from provenance.records.source import Source
from provenance.sources.countries import load_countries
from provenance.sources.names import bare
from provenance.sources.registry import Registry

_NOBODY = re.compile(r"(?i)\b(?:unknown|unidentified|unclear|unspecified|not known|undetermined|none)\b|^\W*$")
_ALTERNATIVES = re.compile(r"\s*(?:[;/,]|\b(?:and/)?or\b)\s*(?:the\s+)?", re.I)
_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_FORCES = re.compile(
    r"(?i)\s+(?:ministry of (?:defen[cs]e|foreign affairs|information)|(?:defen[cs]e|foreign|information) ministry"
    r"|(?:armed|security|defen[cs]e|ground|special|government) forces|air ?force|air ?strikes?|air ?craft"
    r"|warplanes?|jets?|drones?|forces?|military|army|navy|troops|soldiers|artillery|regime|government|state|authorities)$"
)
"""What may stand behind the name of a country and means its forces or its government."""

_GENERIC = frozenset(
    "coalition regime government army forces rebels rebel militants militia military opposition warplanes "
    "aircraft jets drones airstrike airstrikes strikes troops soldiers allies ground armed security air state "
    "authorities".split()
)
"""Words that name nobody in particular, even with a capital."""

_LED = re.compile(r"(?i)^(?P<leader>[\w. ]+?)[- ]led\b")


def belligerents_in(text: str, registry: Registry) -> tuple[Belligerent, ...]:
    """Returns the parties that some words name as alternatives ("X or Y", "X / Y"); none where it is unknown who.

    >>> from provenance.sources.registry import load_registry
    >>> first, second = belligerents_in("Russian Armed Forces or Assad regime", load_registry())
    >>> sorted(first.keys)[0], sorted(second.keys)[0], first.competes_with(second)
    ('source:government-of-russia', 'source:government-of-syria', True)
    """
    whole = _listed(text, registry)
    parts = [text] if whole else _ALTERNATIVES.split(text)
    return tuple(belligerent(part, registry) for part in parts if not _NOBODY.search(part))


def belligerent(text: str, registry: Registry) -> Belligerent:
    """Returns the party that some words name."""
    return Belligerent(" ".join(text.split()), frozenset(_keys(text, registry)), _words(text))


def belligerent_speaking(source: Source, registry: Registry) -> Belligerent:
    """Returns a source as a party: itself, its family, and what its name says."""
    named = belligerent(source.name, registry)
    return Belligerent(source.name, named.keys | {source.id, source.family}, named.words)


def _keys(text: str, registry: Registry) -> Iterator[str]:
    listed = _listed(text, registry)
    if listed is not None:
        yield from (listed.id, registry.family_of(listed).id)
    plain = bare(_IN_BRACKETS.sub("", text))
    named = any(word[:1].isupper() and word.lower() not in _GENERIC for word in plain.split())
    if led := _LED.match(plain):
        yield from _government(led["leader"])
    if listed is None and named:
        stem = _without_forces(plain)
        yield from _government(stem)
        yield from (f"source:{slug(name)}" for name in (plain, stem))


def _listed(text: str, registry: Registry) -> Source | None:
    """Returns the source of the registry that is meant, tried with less and less of the words."""
    tried = (text, _IN_BRACKETS.sub("", text), *_IN_BRACKETS.findall(text))
    forces = _without_forces(bare(_IN_BRACKETS.sub("", text)))
    found = (registry.lookup(words) for words in (*tried, forces) if words.strip())
    return next(filter(None, found), None)


def _without_forces(text: str) -> str:
    while (shorter := _FORCES.sub("", text)) != text:
        text = shorter
    return text


def _government(words: str) -> Iterator[str]:
    countries = load_countries()
    country = countries.meant_by(words) or countries.of_people(words)
    if country is not None:
        yield country.government.id


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", bare(text).lower())) - {"the", "of", "and", "forces"}
