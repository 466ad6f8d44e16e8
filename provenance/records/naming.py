"""What the name of a source is made of."""

from __future__ import annotations

import re
from functools import lru_cache

_SMALL = frozenset("a an and at de del der di el for from in la le of on the to van von".split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


_ONE = {
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "organization": "organisation",
    "st": "saint",
    "minister": "ministry",
    "president": "presidency",
    "governor": "governorate",
    "mayor": "municipality",
    "prefect": "prefecture",
}
"""Spellings of one word, and office-holders with their offices."""


@lru_cache(maxsize=16_384)
def words_of(name: str) -> frozenset[str]:
    """Returns what a name is made of, in lower case, without small words and possessive endings, in one spelling.

    >>> sorted(words_of("the Ministry of Health of Lake Province")), sorted(words_of("Lake's police"))
    (['health', 'lake', 'ministry', 'province'], ['lake', 'police'])
    """
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(name.lower()))
    return frozenset(_ONE.get(word, word) for word in words if word not in _SMALL)


def name_in(node: str) -> str:
    """Returns the name that an id tells, as far as it tells one.

    >>> name_in("source:delta-front")
    'Delta Front'
    """
    return node.partition(":")[2].replace("-", " ").title()
