"""The registry: which names are one source, of what kind it is, for whom it speaks and on which side it stands.

Names are compared exactly, after case, articles, punctuation and marks are taken away. Nothing is merged because it
looks alike.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from reprlib import repr as shown
from typing import Any

from provenance.errors import InvalidRegistry, UnknownRecord
from provenance.records.identity import slug, unique
from provenance.records.source import Reliability, Source, SourceKind
from provenance.sources.countries import load_countries
from provenance.sources.names import bare, is_acronym, key, without_possessive
from provenance.sources.persons import person_name
from provenance.sources.plain_yaml import read_plain

USER_FILE = "PROVENANCE_SOURCES"
"""The environment variable that names the reader's own file."""

_FIELDS = frozenset("id name kind aliases weak_aliases context cased family side reliability".split())
_LISTS = ("aliases", "weak_aliases", "context")
_RELIABILITY = frozenset({"letter", "set_by", "set_on", "reason"})
_KINDS = frozenset(SourceKind) - {SourceKind.PUBLISHER, SourceKind.UNNAMED, SourceKind.UNKNOWN}
_ID = re.compile(r"source:[\w.@-]+")


@dataclass(frozen=True)
class Listing:
    """A source as the registry lists it.

    ``weak`` names mean it only where the text holds its full name or a word of ``context``. ``cased`` says that a
    name is also an ordinary word.
    """

    source: Source
    weak: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    cased: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names that mean it wherever they stand."""
        return unique(name for name in (self.source.name, *self.source.aliases) if name not in self.weak)

    def fits(self, context: str) -> bool:
        """Tells whether the text holds the full name or a word of the context."""
        return any(_has_words(context, words) for words in (self.source.name, *self.context))

    def accepts(self, alias: str, written: str) -> bool:
        """Tells whether the name may be written so: acronyms in capitals, ordinary words with a capital."""
        if is_acronym(alias):
            return is_acronym(written)
        return not self.cased or written[:1].isupper()


class Registry:
    """The sources known by name, sorted by id."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self._listings = {listing.source.id: listing for listing in sorted(listings, key=lambda x: x.source.id)}

    def __iter__(self) -> Iterator[Source]:
        return (listing.source for listing in self._listings.values())

    def __len__(self) -> int:
        return len(self._listings)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """What is listed, sorted by id."""
        return tuple(self._listings.values())

    def get(self, source_id: str) -> Source | None:
        """Returns the source of an id, None where it is not listed."""
        listing = self._listings.get(source_id)
        return listing.source if listing else None

    def family_of(self, source: Source) -> Source:
        """Returns the source it belongs to or speaks for, up to the last owner; itself where there is none."""
        seen = {source.id}
        while source.is_mouthpiece and (owner := self.get(source.family)) and owner.id not in seen:
            seen.add(owner.id)
            source = owner
        return source

    def lookup(self, name: str, context: str = "") -> Source | None:
        """Returns the source that a name means, None where none or more than one is meant.

        Args:
            name: As written: articles, case, punctuation and a possessive ending do not matter, but abbreviations
                of up to four letters must stand in capitals.
            context: The text around it. Names that several bear ("SDF") need it, and mean the one whose full name or
                context words it holds.
        """
        words = bare(name)
        for written in (words, without_possessive(words)):
            listed = [x for alias, x in self._names.get(key(written), ()) if x.accepts(alias, written)]
            if listed:
                return listed[0].source
            weak = [x for alias, x in self._weak_names.get(key(written), ()) if x.accepts(alias, written)]
            fitting = {x.source.id: x.source for x in weak if context and x.fits(context)}
            if len(fitting) == 1:
                return next(iter(fitting.values()))
        return None

    def candidates(self, name: str) -> tuple[Source, ...]:
        """Returns the sources that a name may mean where nothing else is known, sorted by id."""
        words = bare(name)
        both = (*self._names.get(key(words), ()), *self._weak_names.get(key(words), ()))
        found = {x.source.id: x.source for alias, x in both if x.accepts(alias, words)}
        return tuple(found[source_id] for source_id in sorted(found))

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, Listing]]]:
        return _by_key((name, listing) for listing in self._listings.values() for name in listing.names)

    @cached_property
    def _weak_names(self) -> dict[str, list[tuple[str, Listing]]]:
        return _by_key((name, listing) for listing in self._listings.values() for name in listing.weak)


def _by_key(pairs: Iterable[tuple[str, Listing]]) -> dict[str, list[tuple[str, Listing]]]:
    table: dict[str, list[tuple[str, Listing]]] = {}
    for name, listing in pairs:
        table.setdefault(key(name), []).append((name, listing))
    return table


def load_registry(user_file: Path | None = None) -> Registry:
    """Returns the registry that ships, with the reader's own file on top of it.

    Args:
        user_file: The reader's own file; by default the one that ``$PROVENANCE_SOURCES`` names, if any.

    Raises:
        InvalidRegistry: The file cannot be read, or an entry does not have the form it should.
    """
    named = os.environ.get(USER_FILE)
    path = user_file or (Path(named) if named else None)
    if path is None:
        return _shipped()
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidRegistry(str(path), f"cannot be read ({_reason(error)})", "give a YAML file in UTF-8") from error
    return Registry(read_listings(text, str(path), onto=_shipped().listings))


@cache
def _shipped() -> Registry:
    text = Path(__file__).with_name("registry.yaml").read_text("utf-8")
    return Registry(read_listings(text, "registry.yaml", onto=governments()))


def sought(name: str, registry: Registry) -> Source:
    """Returns the source of the registry that a reader asks for by name, alias or id.

    Raises:
        UnknownRecord: None is meant, or more than one may be.
    """
    found = as_written(name, registry)
    if not found.listed:
        raise UnknownRecord(name, "no source of the registry has this name", "`provenance sources list` prints them")
    return found


def as_written(name: str, registry: Registry) -> Source:
    """Returns the source that a reader writes by name, alias or id; one that is not listed has the id of its name.

    A person has the id that texts give him, whatever title stands before the name.

    Raises:
        UnknownRecord: The name may mean more than one source of the registry.
    """
    found = registry.lookup(name) or registry.get(name)
    if found is None and (meant := registry.candidates(name)):
        said = " or ".join(f"{source.name} ({source.id})" for source in meant)
        raise UnknownRecord(name, f"may mean {said}", "give the id of one")
    if found or _ID.fullmatch(name):
        return found or Source(name, name)
    person = person_name(name)[1]
    listed = registry.lookup(person) if person else None
    bare_name = person or " ".join(name.split())
    return listed or Source(f"source:{slug(bare_name)}", bare_name)


def governments() -> tuple[Listing, ...]:
    """Returns the governments of all countries."""
    return tuple(Listing(replace(country.government, listed=True)) for country in load_countries())


def read_listings(text: str, where: str, onto: Iterable[Listing] = ()) -> tuple[Listing, ...]:
    """Returns the listings of a registry file, on top of others.

    Args:
        text: YAML: a list of entries, or sections that hold such lists.
        where: The name of the file, for messages.
        onto: Listings that the file adds to. An entry that repeats an id changes the fields it gives and adds names;
            a name that the file gives to another source is taken from the one that had it.

    Raises:
        InvalidRegistry: An entry does not have the form it should; names the file and the entry.
    """
    listings = {listing.source.id: listing for listing in onto}
    given: dict[str, str] = {}
    met: set[str] = set()
    for place, entry in _entries(_parse(text, where), where):
        source_id = _check(entry, place, known=listings)
        if source_id in met:
            raise InvalidRegistry(place, "the id is given twice", "join the two entries")
        met.add(source_id)
        listings[source_id] = listing = _amend(listings.get(source_id), entry, source_id, place)
        _claim_names(listing, entry, given, place)
    for listing in listings.values():
        _check_family(listing.source, listings, where)
    return tuple(x if x.source.id in met else _without_names_of_others(x, given) for x in listings.values())


def _check_family(source: Source, known: Mapping[str, Listing], where: str) -> None:
    if source.family not in known:
        raise InvalidRegistry(f"{where}: {source.id}", f"family {source.family} is not listed", "list it too")


def _parse(text: str, where: str) -> object:
    import yaml

    try:
        return read_plain(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = " ".join(str(getattr(error, "problem", None) or error or "not YAML").split())
        raise InvalidRegistry(where + line, f"cannot be read as YAML ({problem})", "correct that line") from error


def _entries(content: object, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yields where an entry stands, and the entry, in file order."""
    sections = content if isinstance(content, dict) else {"": content or []}
    for section, entries in sections.items():
        if entries == "":
            continue
        if not isinstance(entries, list):
            place = f"{where}: {section}" if section else where
            raise InvalidRegistry(place, "is not a list", "write one `- {id: .., name: .., kind: ..}` a line")
        for number, entry in enumerate(entries, 1):
            place = f"{where}: {section + ', ' if section else ''}entry {number}"
            if not isinstance(entry, dict):
                raise InvalidRegistry(place, "is not a mapping", "write `- {id: source:.., name: .., kind: ..}`")
            yield (f"{where}: {entry['id']}" if isinstance(entry.get("id"), str) else place), entry


def _check(entry: Mapping[str, Any], place: str, known: Mapping[str, Listing]) -> str:
    """Returns the id of an entry that has the right form."""
    source_id = entry.get("id")
    if not isinstance(source_id, str) or not _ID.fullmatch(source_id):
        raise InvalidRegistry(place, "has no proper id", "give one such as `id: source:red-cross`")
    if strange := sorted(set(entry) - _FIELDS):
        raise InvalidRegistry(place, f"has the unknown field {shown(strange[0])}", f"use {', '.join(sorted(_FIELDS))}")
    if source_id not in known and (missing := [f for f in ("name", "kind") if not entry.get(f)]):
        raise InvalidRegistry(place, f"has no {missing[0]}", "new sources need `name` and `kind`")
    if "kind" in entry and entry["kind"] not in (*_KINDS,):
        raise InvalidRegistry(place, f"has the unknown kind {shown(entry['kind'])}", f"use {', '.join(sorted(_KINDS))}")
    for field in entry.keys() & {*_LISTS}:
        if not isinstance(entry[field], list) or not all(isinstance(x, str) and x for x in entry[field]):
            raise InvalidRegistry(place, f"has {field} that are not a list of names", f"write `{field}: [One, Two]`")
    for field in entry.keys() & {"name", "family", "side"}:
        if not _is_word(entry[field]):
            raise InvalidRegistry(place, f"has a {field} that is not a word", "leave it out or give one")
    if entry.get("cased", "false") not in ("true", "false"):
        raise InvalidRegistry(place, "has `cased` neither true nor false", "write `cased: true` or leave it out")
    return source_id


def _is_word(value: object) -> bool:
    """Tells whether a value is text; ``null`` and ``~``, which stay as written, say that nothing is given."""
    return isinstance(value, str) and value.strip().lower() not in {"", "~", "null"}


def _amend(before: Listing | None, entry: Mapping[str, Any], source_id: str, place: str) -> Listing:
    """Returns the listing with the fields that an entry gives; its names are added to the old ones."""
    old = before or Listing(Source(source_id, str(entry.get("name")), listed=True))
    name = entry.get("name", old.source.name)
    former = () if name == old.source.name else (old.source.name,)
    source = replace(
        old.source,
        name=name,
        kind=SourceKind(entry.get("kind", old.source.kind)),
        aliases=unique((*old.source.aliases, *former, *entry.get("aliases", ()), *entry.get("weak_aliases", ()))),
        family=entry.get("family", old.source.family),
        side=entry.get("side", old.source.side),
        reliability=_reliability(entry["reliability"], place) if "reliability" in entry else old.source.reliability,
    )
    weak = unique((*old.weak, *entry.get("weak_aliases", ())))
    weak = tuple(name for name in weak if name not in entry.get("aliases", ()))
    cased = entry["cased"] == "true" if "cased" in entry else old.cased
    return Listing(source, weak, unique((*old.context, *entry.get("context", ()))), cased)


def _reliability(value: object, place: str) -> Reliability:
    given: dict[str, Any] = dict(value) if isinstance(value, dict) else {"letter": value}
    words_fit = all(_is_word(given[field]) for field in given.keys() & {"set_by", "reason"})
    if given.get("letter") not in tuple("ABCDEF") or given.keys() - _RELIABILITY or not words_fit:
        raise InvalidRegistry(place, "has no proper reliability", "write `{letter: B, set_by: .., set_on: 2025-03-20}`")
    try:
        set_on = date.fromisoformat(given["set_on"]) if given.get("set_on") else None
    except (TypeError, ValueError):
        raise InvalidRegistry(
            place, f"has `set_on` {shown(given['set_on'])}", "write a day such as 2025-03-20"
        ) from None
    return Reliability(given["letter"], given.get("set_by"), set_on, given.get("reason"))


def _claim_names(listing: Listing, entry: Mapping[str, Any], given: dict[str, str], place: str) -> None:
    """Notes the names that this file gives to a source.

    Raises:
        InvalidRegistry: The file gives the same name to two of them.
    """
    names = [entry["name"]] if "name" in entry else []
    for name in (*names, *entry.get("aliases", ())):
        if name in listing.weak:
            continue
        owner = given.setdefault(key(name), listing.source.id)
        if owner != listing.source.id:
            raise InvalidRegistry(
                place, f"the name {shown(name)} is also that of {owner}", "make it a weak alias of both"
            )


def _without_names_of_others(listing: Listing, given: Mapping[str, str]) -> Listing:
    """Returns the listing without the aliases that a later file gives to somebody else."""
    source = listing.source
    kept = tuple(a for a in source.aliases if a in listing.weak or given.get(key(a), source.id) == source.id)
    return listing if len(kept) == len(source.aliases) else replace(listing, source=replace(source, aliases=kept))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or "not UTF-8"


def _has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None
