"""Countries by name, adjective and capital, and the organs of their states."""

from __future__ import annotations

from collections import Counter

import pytest

from provenance.sources.countries import Country, load_countries
from provenance.sources.names import key
from provenance.sources.public_bodies import public_body

COUNTRIES = load_countries()


@pytest.mark.parametrize("country", list(COUNTRIES), ids=lambda country: country.name)
def test_every_country_is_found_by_each_of_its_names(country: Country) -> None:
    assert all(COUNTRIES.named(name) == country for name in (country.name, *country.aliases))
    assert all(COUNTRIES.with_adjective(word) == country for word in country.adjectives)
    assert all(COUNTRIES.of_people(word) == country for word in country.people)
    unambiguous = set(country.capitals) - set(country.ambiguous)
    assert all(COUNTRIES.with_capital(town) == country for town in unambiguous)


def test_no_name_and_no_adjective_means_two_countries() -> None:
    names = Counter(name for c in COUNTRIES for name in {key(name) for name in (c.name, *c.aliases)})
    adjectives = Counter(word for c in COUNTRIES for word in {key(word) for word in c.adjectives})
    capitals = Counter(town for c in COUNTRIES for town in {key(town) for town in c.capitals})
    assert [word for count in (names, adjectives, capitals) for word, times in count.items() if times > 1] == []


def test_ambiguous_names_are_among_the_names() -> None:
    assert all(set(c.ambiguous) <= {c.name, *c.aliases, *c.capitals} for c in COUNTRIES)


@pytest.mark.parametrize("text", ["turkey", "us", "chad", "polish", "male", "", "the"])
def test_words_without_capital_are_no_countries(text: str) -> None:
    assert COUNTRIES.meant_by(text) is None


@pytest.mark.parametrize(
    ("text", "source_id"),
    [
        ("Chile", "source:government-of-chile"),
        ("the US", "source:government-of-united-states"),
        ("Nairobi", "source:government-of-kenya"),
        ("Washington", "source:government-of-united-states"),
        ("the Ghanaian government", "source:government-of-ghana"),
        ("Ghana's government", "source:government-of-ghana"),
        ("the government of Ghana", "source:government-of-ghana"),
        ("the government in Accra", "source:government-of-ghana"),
        ("the Belarusian regime", "source:government-of-belarus"),
    ],
)
def test_a_country_and_its_capital_stand_for_the_government(text: str, source_id: str) -> None:
    body = public_body(text)
    assert body is not None
    assert body.id == source_id


@pytest.mark.parametrize(
    "wordings",
    [
        (
            "Ghana's defence ministry",
            "the Ghanaian Ministry of Defence",
            "Ghanaian Defense Ministry",
            "the Ministry of Defense of Ghana",
            "Ghana’s Ministry of National Defence",
        ),
        (
            "Peru's foreign ministry",
            "the Peruvian Foreign Ministry",
            "the Ministry of Foreign Affairs of Peru",
            "the Peruvian Ministry for External Affairs",
        ),
        ("the Chadian army", "Chad's army", "the army of Chad"),
        ("Nepal's Supreme Court", "the Supreme Court of Nepal", "Nepalese supreme court"),
        ("Kenyan health ministry", "Kenya's Ministry of Public Health"),
    ],
)
def test_an_organ_of_a_state_has_one_id_however_it_is_written(wordings: tuple[str, ...]) -> None:
    bodies = [public_body(wording) for wording in wordings]
    assert len({body.id if body else None for body in bodies}) == 1
    assert bodies[0] is not None


@pytest.mark.parametrize(
    "text",
    [
        "Syrian government sources",
        "two Kenyan officials",
        "Brussels",
        "Sofia",
        "the Norwegian Refugee Council",
        "the army",
    ],
)
def test_what_names_no_organ_of_a_state_is_none(text: str) -> None:
    assert public_body(text) is None


def test_ministries_of_two_countries_differ() -> None:
    one, other = public_body("Kenya's health ministry"), public_body("Uganda's health ministry")
    assert one is not None
    assert other is not None
    assert one.id != other.id
