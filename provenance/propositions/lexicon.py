"""Words with their family: predicates that say the same, nouns that stand for one another, names that are too broad.

The tables are data files beside this module. Stems are those of the Snowball English stemmer (Porter 2001).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import snowballstemmer
import yaml

HERE = files("provenance.propositions")
WORD = re.compile(r"[^\W_](?:[\w’'.,-]*[^\W_])?")

STOP = frozenset(
    """
    a an the this that these those it its he his him she her they their them we our us i my me you your and
    or but nor if then than as at by for from in into of off on onto out over to under up upon with within
    without between among against before after during until through across be is are was were been being am
    has have had having do does did done will would shall should may might must can could not no none
    neither never who whom whose which what when where why how there here so too very all any both each
    every own same some such themselves itself himself herself more most less least about because while
    though although however yet also just only even alone behind
    """.split()
)
"""Words that say nothing of what a claim is about."""

_SafeLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_stemmer = snowballstemmer.stemmer("english")

APART = frozenset(
    """
    office offices executive executives department departments author authors authored body clearly closely handful
    handfuls inflation fabric fabrics hospitality detente commentator commentators correspondence medical medication
    minority minorities major positive positively negative response responses responsive severe severely severity
    resistant opposite opposites liberal liberals protestant protestants personal personally personality personalities
    regularly recording recordings general generally
    """.split()
)
"""Words that only the stemmer takes for forms of another: an office is no officer, the executive executes nobody."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Returns the stem of a word, lower-case and without a possessive ending.

    >>> stem("Shelling"), stem("army’s"), stem("office") == stem("officer")
    ('shell', 'armi', False)
    """
    bare = re.sub(r"['’]s?$", "", word.lower())
    return f"{bare}'" if bare in APART else str(_stemmer.stemWord(bare))


def words_in(text: str) -> list[str]:
    """Returns the words of a text as written, in order; a number with its marks is one word."""
    return list(_words_in(text))


@lru_cache(maxsize=4096)
def _words_in(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text))


@lru_cache(maxsize=4096)
def wording_of(text: str) -> tuple[str, ...]:
    """Returns the words of a text in lower case, in order."""
    return tuple([word.lower() for word in _words_in(text)])


@dataclass(frozen=True)
class Family:
    """A family of predicates: ``acts`` are the stems whose subject is the one who did it."""

    name: str
    stems: frozenset[str]
    acts: frozenset[str]
    harmful: bool
    against: frozenset[str]


def _stems(words: Iterable[object]) -> frozenset[str]:
    return frozenset(stem(str(word)) for word in words)


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = yaml.load((HERE / name).read_text(encoding="utf-8"), _SafeLoader)
    return table


def _family(name: str, row: dict[str, Any]) -> Family:
    acts = _stems(row.get("acts", ()))
    return Family(
        name=name,
        stems=acts | _stems(row.get("words", ())),
        acts=acts,
        harmful=bool(row.get("harmful")),
        against=frozenset(row.get("against", ())),
    )


@lru_cache(maxsize=1)
def families() -> dict[str, Family]:
    """Returns the families of predicates by name."""
    return {name: _family(name, row) for name, row in _table("predicates.yaml").items()}


@lru_cache(maxsize=1)
def _families_by_stem() -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for family in families().values():
        for each in family.stems:
            index.setdefault(each, set()).add(family.name)
    return {each: frozenset(names) for each, names in index.items()}


def families_of(stems: Iterable[str]) -> frozenset[str]:
    """Returns the names of the families that any of the stems belongs to."""
    index = _families_by_stem()
    return frozenset[str]().union(*[index[each] for each in stems if each in index])


@lru_cache(maxsize=4096)
def families_in(text: str) -> frozenset[str]:
    """Returns the names of the families that any word of a text belongs to."""
    return families_of(map(stem, _words_in(text)))


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Any]:
    return _table("nouns.yaml")


@lru_cache(maxsize=1)
def _things() -> dict[str, str]:
    return {stem(word): name for name, words in _nouns()["things"].items() for word in words}


@lru_cache(maxsize=1)
def _parties() -> dict[str, str]:
    return {stem(word): camp for camp, words in _nouns()["parties"].items() for word in words}


def thing(stemmed: str) -> str:
    """Returns the one noun that stands for all its near-equals, or the stem itself."""
    return _things().get(stemmed, stemmed)


def is_thing(stemmed: str) -> bool:
    """Tells whether the stem is a noun of the table of things, even where it is a predicate's word too."""
    return stemmed in _things()


def camp(stemmed: str) -> str | None:
    """Returns the camp (state, rebel, gang) that a noun for a party names, if it is one."""
    return _parties().get(stemmed)


@lru_cache(maxsize=8)
def listed(name: str) -> frozenset[str]:
    """Returns the stems of one of the plain lists of the noun table: said, judged, part, figure, common."""
    return _stems(_nouns()[name])


@lru_cache(maxsize=1)
def broad_names() -> frozenset[str]:
    """Returns names in lower case that are too broad to tell one event from another."""
    lines = (HERE / "broad_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
