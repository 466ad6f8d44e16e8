"""Countries as news names them: by name, by adjective, and by the capital that stands for the government."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from provenance.records.identity import slug
from provenance.records.source import Source, SourceKind
from provenance.sources.names import bare, is_acronym, key, without_possessive
from provenance.sources.plain_yaml import read_plain


@dataclass(frozen=True)
class Country:
    """A state or territory; ``ambiguous`` lists those of its names that more often mean something else."""

    name: str
    article: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name as it stands in ids."""
        return slug(self.name)

    @property
    def government(self) -> Source:
        """Its government as a source."""
        adjectives = (f"{adjective} government" for adjective in self.adjectives)
        aliases = (*adjectives, f"{self.name}'s government", f"{self.name} government")
        name = " ".join(filter(None, ("Government of", self.article, self.name)))
        return Source(f"source:government-of-{self.slug}", name, SourceKind.GOVERNMENT, aliases)


class Countries:
    """The countries, found by what news calls them. Every name must be capitalised; abbreviations in capitals."""

    def __init__(self, countries: Iterable[Country]) -> None:
        self._all = tuple(countries)
        self._named = _table((name, c) for c in self._all for name in (c.name, *c.aliases))
        self._adjectives = _table((name, c) for c in self._all for name in c.adjectives)
        self._people = _table((name, c) for c in self._all for name in (*c.people, *_plurals(c)))
        self._capitals = _table((name, c) for c in self._all for name in c.capitals if name not in c.ambiguous)

    def __iter__(self) -> Iterator[Country]:
        return iter(self._all)

    def named(self, text: str) -> Country | None:
        """Returns the country of this name, possessive or not ("Kenya", "Kenya's", "the UK")."""
        return _find(self._named, text)

    def with_adjective(self, text: str) -> Country | None:
        """Returns the country of this adjective ("Kenyan")."""
        return _find(self._adjectives, text)

    def of_people(self, text: str) -> Country | None:
        """Returns the country whose people are called so ("Kenyans")."""
        return _find(self._people, text)

    def with_capital(self, text: str) -> Country | None:
        """Returns the country governed from this town, unless the town's name more often means something else."""
        return _find(self._capitals, text)

    def meant_by(self, text: str) -> Country | None:
        """Returns the country by name, possessive, adjective or capital."""
        return self.named(text) or self.with_adjective(text) or self.with_capital(text)


@cache
def load_countries() -> Countries:
    """Returns the countries that ship with the package."""
    sections: Any = read_plain(Path(__file__).with_name("countries.yaml").read_text("utf-8"))
    return Countries(_country(entry) for entries in sections.values() for entry in entries)


def _country(entry: dict[str, Any]) -> Country:
    names: dict[str, Any] = {field: value if isinstance(value, str) else tuple(value) for field, value in entry.items()}
    return Country(**names)


def _plurals(country: Country) -> Iterator[str]:
    for adjective in country.adjectives:
        if not adjective.endswith(("sh", "ch", "ese", "s", "z", "x", " Zealand", " Islands")):
            yield adjective + "s"


def _table(pairs: Iterable[tuple[str, Country]]) -> dict[str, tuple[str, Country]]:
    return {key(name): (name, country) for name, country in pairs}


def _find(table: dict[str, tuple[str, Country]], text: str) -> Country | None:
    words = bare(text)
    if not words[:1].isupper():
        return None
    name, country = table.get(key(words)) or table.get(key(without_possessive(words))) or ("", None)
    if country is not None and is_acronym(name) and not is_acronym(without_possessive(words)):
        return None
    return country
