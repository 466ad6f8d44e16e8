"""Where something is said to be, as far as it is told by what is near: "east of Arda", "near Belin"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from provenance.records.claim import Claim

_COMPASS = r"(?:(?:north|south)[ -]?(?:east|west)|north|south|east|west)"
_NAME = r"[^\W\d_a-z][\w'’]*(?:[ -][^\W\d_a-z][\w'’]*)*(?![-\w])"
BESIDE = re.compile(
    rf"\b(?:{_COMPASS} of|near|close to|outside|off|(?:km|kilomet(?:re|er)s|miles) from)"
    rf" (?:the )?(?:(?:[\w'’-]+ ){{0,2}}(?:town|village|city|port|island) of )?{_NAME}"
)
"""A place told by what it is near: the words for it and the name."""
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w-]+")


def told_beside(text: str) -> tuple[str, ...]:
    """Returns the places told by what they are near, in the order of the text.

    >>> told_beside("the drone fell near Belin, in the west of Corum")
    ('near Belin', 'west of Corum')
    """
    return tuple(found.group() for found in BESIDE.finditer(text))


def places_told_apart(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Returns the places that two claims which agree tell by different things nearby; nothing where none do.

    A place is the same where a name of it is among the words of the other claim. Those that exclude each other are
    no business of this: they contradict.
    """
    texts = dict.fromkeys(claim.content.text for claim in claims)
    told = [(", ".join(places), _names(text)) for text in texts if (places := told_beside(text))]
    for (one, its_words), (other, words) in combinations(told, 2):
        if not (_names(one) & words or _names(other) & its_words):
            return one, other
    return ()


def _names(text: str) -> frozenset[str]:
    return frozenset(_SPELT.sub("", name.lower()) for name in _CAPITALISED.findall(text))


_SPELT = re.compile(r"(?<=.)[aeiouy]|(.)(?=\1)")
"""What spellings of one name differ in: vowels behind the first letter, and letters written twice."""
