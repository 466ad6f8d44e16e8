"""Persons: the name, and the office or title before it."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.sources.countries import load_countries
from provenance.sources.noun_phrases import PREPOSITIONS, NounPhrase, is_capitalised
from provenance.sources.vocabulary import (
    ARMED_GROUP,
    BODY,
    GOVERNMENT,
    MEDIA_FIRST,
    MONITOR,
    NOT_IN_PERSONS,
    OUTLET_IN_LOWER_CASE,
    PARTICLES,
    PEOPLE,
    RANKS_AND_TITLES,
)

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "qc", "kc", "xiv", "xvi"})
_NAME = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_][^\W\d_.]*(?:[-'’`][^\W\d_]+)*\.?")
_LONGEST = 6
_ARTICLES_IN_NAMES = frozenset("El La Le Les Los Las Il Der Die Das O Os As".split())
"""Articles that open the name of a newspaper rather than of a person."""
_NOT_IN_PERSONS = NOT_IN_PERSONS | BODY | GOVERNMENT | ARMED_GROUP | OUTLET_IN_LOWER_CASE


@lru_cache(maxsize=50_000)
def person_name(text: str) -> tuple[str, str]:
    """Returns the office or title and the bare name of the person that the words name; two empty strings if none.

    >>> person_name("Deputy Prime Minister Jane Q. Roe"), person_name("Omar al-Hadi, a lawyer for the union")
    (('Deputy Prime Minister', 'Jane Q. Roe'), ('a lawyer for the union', 'Omar al-Hadi'))
    >>> person_name("the Riga Trust")
    ('', '')
    """
    pieces = [piece for piece in re.split(r",\s+|\s+[–—]\s+", text.strip(" ,")) if piece]
    for i, piece in enumerate(pieces):
        beside = ", ".join(pieces[:i] + pieces[i + 1 :])
        if _is_collective(beside):
            continue
        title, name = _in_piece(piece, apposed=bool(beside) and is_office(beside))
        if name:
            return ", ".join(filter(None, (title, beside))), name
    return "", ""


def is_person(text: str) -> bool:
    """Tells whether the words name a person."""
    return person_name(text)[1] != ""


def _in_piece(text: str, apposed: bool) -> tuple[str, str]:
    """Returns title and name in words without comma."""
    tokens = NounPhrase(text).tokens
    for end in (len(tokens), *_ends_before_preposition(tokens)):
        title, name = _split(tokens[:end], apposed)
        if name:
            return " ".join(filter(None, (title, " ".join(tokens[end:])))), name
    return "", ""


def _ends_before_preposition(tokens: tuple[str, ...]) -> tuple[int, ...]:
    """ "Ann Lee of the health ministry": where the name ends."""
    first = next((i for i, token in enumerate(tokens) if token in PREPOSITIONS or token == "who"), 0)
    return (first,) if first >= 2 else ()


def _split(tokens: tuple[str, ...], apposed: bool) -> tuple[str, str]:
    """Returns title and name in words that end with the name."""
    suffixes = 1 if len(tokens) > 2 and tokens[-1].strip(".").lower() in _SUFFIXES else 0
    end = len(tokens) - suffixes
    start = end
    while start and end - start < _LONGEST and _may_be_in_name(tokens[start - 1], last=start == end):
        start -= 1
    start = _after_titles(tokens, start, end)
    start = _after_country(tokens, start, end)
    while start < end and not is_capitalised(tokens[start]) and tokens[start].lower() not in PARTICLES:
        start += 1
    title, name = tokens[:start], tokens[start:end]
    return (" ".join(title), " ".join(tokens[start:])) if _is_name(name, title, apposed) else ("", "")


def _after_titles(tokens: tuple[str, ...], start: int, end: int) -> int:
    """Returns where the name begins once the titles among the capitalised words are passed."""
    titles = [i for i in range(start, end - 1) if _is_title(tokens[i])]
    return titles[-1] + 1 if titles else start


def _after_country(tokens: tuple[str, ...], start: int, end: int) -> int:
    """ "President of Chad Ann Lee": the country belongs to the office."""
    if not start or tokens[start - 1].lower() != "of":
        return start
    ends = range(start + 1, end)
    return next((i for i in ends if load_countries().meant_by(" ".join(tokens[start:i]))), start)


def _may_be_in_name(token: str, last: bool) -> bool:
    word = token.lower().strip(".")
    if word in PARTICLES:
        return not last
    if not last and token.endswith(("'s", "’s")):
        return False
    if not is_capitalised(token) or word in _NOT_IN_PERSONS or not _NAME.fullmatch(token):
        return False
    return not (len(token) > 1 and token.isupper() and "." not in token)


def _is_name(name: tuple[str, ...], title: tuple[str, ...], apposed: bool) -> bool:
    """Tells whether a run of capitalised words is a person's, given what leads to it."""
    if not name or not any(map(is_capitalised, name)):
        return False
    countries = load_countries()
    whole = " ".join(name)
    if countries.meant_by(whole) or any(countries.with_adjective(word) for word in name):
        return False
    if not title:
        first = " ".join(name[:2])
        if name[0] in _ARTICLES_IN_NAMES or name[0].lower() in MEDIA_FIRST:
            return False
        return (len(name) > 1 or apposed) and not countries.meant_by(name[0]) and not countries.meant_by(first)
    if title[-1].endswith(("'s", "’s")):
        return len(name) > 1  # "the Post's Ann Lee"
    return is_office(" ".join(title))


def is_office(words: str) -> bool:
    """Tells whether words describe one person: they end with a title, or a noun for a person heads them."""
    phrase = NounPhrase(words)
    if not phrase.tokens or phrase.tokens[-1].lower() in PREPOSITIONS or _is_of_somebody(phrase.tokens):
        return False
    return _is_title(phrase.tokens[-1]) or _is_title(phrase.head) or phrase.head in PEOPLE


def _is_of_somebody(tokens: tuple[str, ...]) -> bool:
    """Tells whether the title belongs to somebody the words only mention: "the killer of Mayor" Roe is not Roe."""
    prepositions = [i for i, token in enumerate(tokens) if token in PREPOSITIONS]
    if not prepositions or prepositions[0] == 0:
        return False
    after = [token for token in tokens[prepositions[-1] + 1 :] if token.lower() != "the"]
    return bool(after) and all(map(_is_title, after)) and not _is_title(tokens[prepositions[0] - 1])


def _is_collective(words: str) -> bool:
    return bool(words) and NounPhrase(words).head in BODY | MONITOR | OUTLET_IN_LOWER_CASE | ARMED_GROUP


def _is_title(word: str) -> bool:
    return all(part in RANKS_AND_TITLES for part in word.lower().strip(".").split("-"))
