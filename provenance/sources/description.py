"""The source for words that name nobody met before in their document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from provenance.records.identity import slug, unique
from provenance.records.source import Source, SourceKind
from provenance.sources.acronyms import introduces_acronym
from provenance.sources.kinds import body_spoken_for, kind_of
from provenance.sources.names import bare, without_possessive
from provenance.sources.noun_phrases import PREPOSITIONS, NounPhrase, is_capitalised, names_somebody
from provenance.sources.persons import person_name
from provenance.sources.public_bodies import country_in, public_body
from provenance.sources.registry import Registry
from provenance.sources.vocabulary import (
    ARMED_GROUP,
    GOVERNMENT_MODIFIERS,
    MONITOR,
    OUTLET_IN_LOWER_CASE,
    PEOPLE,
    PEOPLE_PLURAL,
)

_EVIDENCE = {SourceKind.DOCUMENT, SourceKind.IMAGERY}
_MEDIA_WORDS = OUTLET_IN_LOWER_CASE | frozenset("news media press agency satellite".split())
_TRAILING = ARMED_GROUP | MONITOR | _MEDIA_WORDS
_TRAILING |= frozenset(
    "group movement organisation organization charity company firm ngo militant jihadist rebel".split()
)
_TRAILING |= frozenset("insurgent extremist terrorist armed islamist rights human monitoring".split())
"""Words that may follow a name only to say what it is: "Hamas group", "Reuters news agency"."""
_ORDINARY = frozenset("official local opposition private independent former public leading".split())
_MEDIA = {SourceKind.OUTLET, SourceKind.STATE_MEDIA, SourceKind.GROUP_MEDIA}
_SUPPLIED = re.compile(
    r"(?i)\b(?:released|supplied|published|provided|issued|posted|distributed|taken|filmed|shot|produced|compiled|collected|"
    r"written|prepared|commissioned|made|conducted|recorded|put out) by (?P<who>.+)"
)
_BY = r"(?i)\b{head} (?:by|from|of) (?P<who>.+)"
_COMPOUND = re.compile(r"(?i).+-(?:based|led|backed|linked|affiliated|aligned|run|owned|controlled|designated)$")
_STATE_OFFICES = frozenset(
    """
    president premier minister chancellor ambassador envoy general colonel admiral brigadier marshal undersecretary
    secretary spokesman spokeswoman spokesperson
    """.split()
)
_NOT_IN_OFFICE = frozenset("former ex opposition exiled ousted retired late deposed".split())


def describe(text: str, outlet: str, registry: Registry, context: str = "") -> Source:
    """Returns the source that the words stand for, when they join no earlier one.

    A name of the registry is that source. A country, or the capital that stands for it, is its government; an organ
    of a state has one id however it is written. An unnamed spokesperson is the body spoken for. What has no name
    (anonymous people, footage, documents) is a source per phrase and outlet.

    Args:
        text: The words, as written.
        outlet: Who publishes them.
        registry: The sources known by name.
        context: The text around, for names that several bear.
    """
    known = registry.lookup(text, context)
    if known is not None:
        return known
    if body := body_spoken_for(text):
        return _unless_nameless(describe(body, outlet, registry, context), body, outlet)
    kind = kind_of(text)
    if kind in _EVIDENCE:
        return replace(_per_outlet(text, outlet, kind), family=_supplier(text, outlet, registry, context))
    if kind.is_nameless:
        return _per_outlet(text, outlet, kind)
    return (
        _person(text, outlet, registry, context)
        or _organ_of_state(text, registry)
        or _listed_within(text, registry, context)
        or _named(text, kind, outlet)
    )


def _unless_nameless(source: Source, body: str, outlet: str) -> Source:
    """A spokesman for somebody unnamed ("a company spokesman") still speaks for one body."""
    if not (source.kind.is_nameless or source.kind is SourceKind.UNKNOWN):
        return source
    return (
        _per_outlet(body, outlet, SourceKind.BODY)
        if not names_somebody(body)
        else replace(source, kind=SourceKind.BODY)
    )


def _per_outlet(text: str, outlet: str, kind: SourceKind) -> Source:
    phrase = bare(text)
    return Source(f"source:{slug(phrase)}@{slug(outlet)}", phrase, kind)


def _person(text: str, outlet: str, registry: Registry, context: str) -> Source | None:
    title, name = person_name(text)
    if not name:
        return None
    if known := registry.lookup(name, context):
        return known
    source_id = f"source:{slug(name)}"
    titled = bare(text) if title and text.rstrip().endswith(name) else ""
    aliases = unique(filter(None, (titled,)))
    family, side = _affiliation(title, outlet, registry, context) or (source_id, None)
    return Source(source_id, name, SourceKind.PERSON, aliases, family, side)


def _affiliation(title: str, outlet: str, registry: Registry, context: str) -> tuple[str, str | None] | None:
    """Returns family and side of the body or state that a title speaks for."""
    words = {word.lower() for word in re.findall(r"\w+", title)}
    if not words & _STATE_OFFICES or words & _NOT_IN_OFFICE:
        return None
    if body := body_spoken_for(title):
        source = describe(body, outlet, registry, context)
        return None if source.kind.is_nameless or source.kind is SourceKind.UNKNOWN else (source.family, source.side)
    country = country_in(title)
    government = country and registry.get(country.government.id)
    return (government.id, government.side) if government else None


def _organ_of_state(text: str, registry: Registry) -> Source | None:
    """The government of a country, or one of its organs under the name it is given here."""
    body = public_body(_first_piece(text))
    if body is None:
        return None
    listed = registry.get(body.id)
    if listed is not None:
        return listed
    government = registry.get(body.country.government.id) or body.country.government
    name = without_possessive(bare(_first_piece(text)))
    return Source(body.id, name, SourceKind.GOVERNMENT, (), government.id, government.side)


def _listed_within(text: str, registry: Registry, context: str) -> Source | None:
    """A listed name with describing words around it: "the militant group Hamas", "Reuters news agency"."""
    if pair := introduces_acronym(text):
        known = registry.lookup(pair[0], context) or registry.lookup(pair[1], context)
        if known is not None:
            return known
    pieces = re.split(r",\s+|\b(?:known as|called|named|calling itself)\s+", re.sub(r"\s*\([^)]*\)?", "", text))[:2]
    for name, said in (found for piece in pieces for found in _without_description(_as_within(piece))):
        known = registry.lookup(" ".join(name), context)
        if known is not None and (known.kind in _MEDIA or not _MEDIA_WORDS & {word.lower() for word in said}):
            return known
    return None


def _without_description(tokens: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yields the words that may be the name, longest first, with the describing words after them."""
    for start in range(len(tokens)):
        if start and not _describes(tokens[:start], tokens[start]):
            continue
        yield tokens[start:], []
        end = len(tokens)
        while end > start + 1 and (tokens[end - 1] in _TRAILING or tokens[end - 1] in {"TV", "Television", "Radio"}):
            end -= 1
            yield tokens[start:end], tokens[end:]


def _as_within(text: str) -> list[str]:
    """Returns the words as they stand within a sentence: "State news agency" at its start has no capital there."""
    tokens = bare(text).split()
    if len(tokens) > 1 and tokens[1].islower() and tokens[0].lower() in _TRAILING | GOVERNMENT_MODIFIERS | _ORDINARY:
        return [tokens[0].lower(), *tokens[1:]]
    return tokens


def _describes(lead: list[str], name: str) -> bool:
    """Tells whether words before a name only say what it is: no preposition, no people, no other name."""
    if not is_capitalised(name):
        return False
    last = without_possessive(lead[-1]).lower()
    if last in (PEOPLE | PEOPLE_PLURAL) - {"official"} or any(word.lower() in PREPOSITIONS for word in lead):
        return False
    based = next((i for i in reversed(range(len(lead))) if _COMPOUND.match(lead[i])), -1)  # "New York-based"
    others = [word for word in lead[based + 1 :] if is_capitalised(word)]
    if not others:
        return True
    if lead[-1].endswith(("'s", "’s")):
        return True
    is_country = len(others) == 1 and country_in(f"{others[0]} army") is not None
    return is_country and (lead[-1].islower() or _COMPOUND.match(lead[-1]) is not None)


def _named(text: str, kind: SourceKind, outlet: str) -> Source:
    """A source under its own name, in a family of its own; a phrase without name or kind is kept to its outlet."""
    pair = introduces_acronym(text)
    name = without_possessive(_proper_part(pair[0] if pair else _first_piece(text)))
    if kind is SourceKind.UNKNOWN and not names_somebody(text):
        return _per_outlet(text, outlet, kind)
    return Source(f"source:{slug(name)}", name, kind, (pair[1],) if pair else ())


def _first_piece(text: str) -> str:
    """Returns the words before a bracket or an apposition; the name where the description comes first."""
    pieces = [bare(re.sub(r"\s*\([^)]*\)?", "", piece)) for piece in re.split(r",\s+", text.strip(" ,"))]
    first = next((p for p in pieces if p and any(map(is_capitalised, p.split()[1:] or p.split()))), pieces[0])
    return first if first and not names_somebody(pieces[0]) else pieces[0]


def _proper_part(text: str) -> str:
    """Returns the name after common words that say what it is: "broadcaster Riga One" is "Riga One"."""
    tokens = _as_within(text)
    start = next((i for i, token in enumerate(tokens) if is_capitalised(token) and not _COMPOUND.match(token)), 0)
    lead, name = tokens[:start], tokens[start:]
    leads_on = any(word in PREPOSITIONS or word.endswith(("'s", "’s")) for word in lead)
    proper = all(is_capitalised(word) or word in PREPOSITIONS | {"the", "and"} for word in name)
    says_more = {word.lower() for word in name} - _MEDIA_WORDS
    return " ".join(name) if proper and says_more and not leads_on else " ".join(tokens)


def _supplier(text: str, outlet: str, registry: Registry, context: str) -> str:
    """Returns the family of whoever released, wrote or owns the evidence; empty where nobody is named."""
    for words in _suppliers(text):
        source = describe(words, outlet, registry, context)
        named = names_somebody(words) or source.kind is SourceKind.GOVERNMENT
        if named and not source.kind.is_nameless and source.kind not in _EVIDENCE:
            return source.family
    return ""


def _suppliers(text: str) -> Iterator[str]:
    """Yields the words that may say whose the evidence is: after "released by", after "by", before the noun."""
    phrase = NounPhrase(text)
    if supplied := _SUPPLIED.search(text):
        yield supplied["who"]
    elif by := re.search(_BY.format(head=re.escape(phrase.head)), text):
        yield by["who"]
    owner = without_possessive(" ".join(phrase.core[:-1]))
    if owner:
        yield owner
