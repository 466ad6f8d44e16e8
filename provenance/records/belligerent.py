"""A party that is held responsible for harm, in a form in which two of them can be compared."""

from __future__ import annotations

from dataclasses import dataclass

GROUND = frozenset("ground artillery mortar mortars landmine landmines".split())
"""Words that stand for fighting on the ground where no party is named."""


@dataclass(frozen=True)
class Belligerent:
    """A party as some words name it.

    ``keys`` are the ids of the sources it may be (the force and the government it belongs to); they are empty where
    no proper name is in the words ("the regime", "warplanes"). ``words`` are its words in lower case.
    """

    text: str
    keys: frozenset[str]
    words: frozenset[str]

    def is_same(self, other: Belligerent) -> bool:
        """Tells whether the two may be one: a shared id, or one that is not named and whose words the other has."""
        if self.keys and other.keys:
            return bool(self.keys & other.keys)
        short, long = sorted((self.words, other.words), key=len)
        return bool(short) and short <= long

    def competes_with(self, other: Belligerent) -> bool:
        """Tells whether the two are plainly different: both are named, or one is fighting on the ground."""
        named = bool(self.keys and other.keys)
        ground = bool(self.words & GROUND) != bool(other.words & GROUND)
        return (named or ground) and not self.is_same(other)
