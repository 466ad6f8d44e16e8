"""Organs of a state, one id for each however it is written: "Chad's army", "the Chadian army", "the army of Chad"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.records.identity import slug
from provenance.records.source import SourceKind
from provenance.sources.countries import Country, load_countries
from provenance.sources.kinds import kind_of
from provenance.sources.names import bare

_LONGEST_COUNTRY = 6
_THE_STATE = frozenset("government regime administration".split())
_FORCES = frozenset("forces troops soldiers".split())
_TOPICS = {
    "foreign": "foreign-affairs",
    "external affairs": "foreign-affairs",
    "foreign relations": "foreign-affairs",
    "external relations": "foreign-affairs",
    "national defence": "defence",
    "internal affairs": "interior",
    "the interior": "interior",
    "public health": "health",
    "emergencies": "emergency-situations",
    "emergency": "emergency-situations",
}
_MINISTRY = re.compile(
    r"(?:ministry|department) (?:of|for) (?:the )?(?P<after>.+)|(?P<before>.+) (?:ministry|department)"
)


@dataclass(frozen=True)
class PublicBody:
    """An organ of a state: the country and a slug for what it is; an empty slug for the government itself."""

    country: Country
    organ: str

    @property
    def id(self) -> str:
        """The id of the source, the same for every wording."""
        if not self.organ:
            return self.country.government.id
        return f"source:{self.organ}-of-{self.country.slug}"


def public_body(text: str) -> PublicBody | None:
    """Returns the organ of a state that the words name; None where they name no country or no organ of it.

    A country or the capital it is governed from, by itself, is its government.

    >>> public_body("Chad's defense ministry").id, public_body("the Chadian Ministry of Defence").id
    ('source:ministry-of-defence-of-chad', 'source:ministry-of-defence-of-chad')
    >>> public_body("N'Djamena").id, public_body("Chadian officials")
    ('source:government-of-chad', None)
    """
    words = bare(text)
    countries = load_countries()
    if country := countries.named(words) or countries.with_capital(words):
        return PublicBody(country, "")
    country, organ = _split(words)
    if country is None or not organ:
        return None
    name = re.sub(r"\bdefense\b", "defence", organ.lower().replace("’", "'"))
    if name in _THE_STATE:
        return PublicBody(country, "")
    if name in _FORCES:
        return PublicBody(country, "armed-forces")
    if kind_of(organ) is not SourceKind.GOVERNMENT:
        return None
    return PublicBody(country, _ministry(name) or slug(name))


def country_in(text: str) -> Country | None:
    """Returns the country that the words begin with, or end with after "of": "Chad's", "Chadian", "of Chad"."""
    return _split(bare(text))[0]


def _split(words: str) -> tuple[Country | None, str]:
    """Returns the country and the rest of the words."""
    countries = load_countries()
    tokens = words.split()
    for size in range(min(_LONGEST_COUNTRY, len(tokens) - 1), 0, -1):
        first = " ".join(tokens[:size])
        if country := countries.named(first) or countries.with_adjective(first):
            return country, " ".join(tokens[size:])
    for size in range(min(_LONGEST_COUNTRY, len(tokens) - 2), 0, -1):
        last, link = " ".join(tokens[-size:]), tokens[-size - 1]
        country = countries.named(last) or countries.with_capital(last)
        if country and link in {"of", "in"} and not last.startswith("The "):
            return country, re.sub(r" of the$", "", " ".join(tokens[: -size - 1]))
    return None, ""


def _ministry(name: str) -> str:
    """Returns the slug of a ministry, the same for "health ministry" and "Ministry of Public Health"."""
    if name == "foreign office":
        return "ministry-of-foreign-affairs"
    found = _MINISTRY.fullmatch(name)
    if found is None:
        return ""
    topic = (found["after"] or found["before"]).strip()
    return f"ministry-of-{_TOPICS.get(topic) or slug(topic)}"
