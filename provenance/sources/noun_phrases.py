"""The parts of a noun phrase, by its words alone: what comes before the head, the head, what comes after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from provenance.sources.names import bare, without_possessive

ARTICLES = frozenset({"the", "a", "an"})
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "certain"})
DEMONSTRATIVES = frozenset({"the", "this", "that", "these", "those"})
PRONOUNS = frozenset("he she it they we i you him her them us who these those this that".split())
POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my", "your"})

NUMERALS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands several many some few
    other both various numerous multiple
    """.split()
)
"""Words that count people who are not named."""

PREPOSITIONS = frozenset(
    """
    of in for from with at on to by about near inside outside around across along among within without under over
    against between via through into after before during since as behind above below beside opposite
    """.split()
)
_RELATIVES = frozenset("who which that whose where whom when".split())
_AFTER_HEAD = frozenset(
    """
    close familiar privy loyal aligned allied linked opposed sympathetic based present responsible speaking working
    living seen known shown held given written drawn called named dated briefed quoted cited calling claiming
    """.split()
)
"""Adjectives and participles that stand after the noun they describe."""

_PARTICIPLE = re.compile(r"\w{3,}(?:ed|ing)$|^(?:seen|known|shown|taken|held|made|sent|given|written|shot|drawn|put)$")


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase as written; its parts are worked out when asked for."""

    text: str

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words without bracketed ones, each without the punctuation around it."""
        without_brackets = re.sub(r"\s*[(\[][^)\]]*[)\]]?", "", self.text)
        stripped = (word.strip("\"'“”‘’«»,;:!?") for word in without_brackets.split())
        return tuple(word.rstrip(".") if word.islower() else word for word in stripped if word)

    @cached_property
    def determiner(self) -> str:
        """The article or other determiner it begins with, in lower case; empty where there is none."""
        first = self.tokens[0].lower() if self.tokens else ""
        return first if first in ARTICLES | INDEFINITE | DEMONSTRATIVES | POSSESSIVES else ""

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The words from after the determiner up to the head: nothing that follows it is left."""
        tokens = _before_comma(self.text, self.tokens)
        tokens = tokens[1:] if self.determiner and len(tokens) > 1 else tokens
        for i, token in enumerate(tokens):
            if i and (token in PREPOSITIONS or token in _RELATIVES or token in _AFTER_HEAD or _introduces(tokens, i)):
                tokens = tokens[:i]
                break
        return tokens

    @cached_property
    def modifiers(self) -> tuple[str, ...]:
        """The words of the core before the head, in lower case."""
        return tuple(word.lower() for word in self.core[:-1])

    @cached_property
    def head(self) -> str:
        """The noun it is about, in lower case and without possessive; empty where there are no words."""
        return without_possessive(self.core[-1]).lower() if self.core else ""

    @cached_property
    def is_definite(self) -> bool:
        """Tells whether it begins as something already known: "the", "this", "its"."""
        return self.determiner in DEMONSTRATIVES | POSSESSIVES

    @cached_property
    def is_indefinite(self) -> bool:
        """Tells whether it begins as something new: "a", "one", "another"."""
        return self.determiner in INDEFINITE

    @cached_property
    def is_counted(self) -> bool:
        """Tells whether a number stands before the head: "two", "several", "12"."""
        words = (self.determiner, *self.modifiers)
        return any(word in NUMERALS or word.isdigit() for word in words)


def head_noun(text: str) -> str:
    """Returns the head of a noun phrase in lower case, by its words alone.

    >>> head_noun("the Oslo-based group"), head_noun("two officials at the port"), head_noun("Kenya's ministry")
    ('group', 'officials', 'ministry')
    >>> head_noun("footage released by the army"), head_noun("one of the drivers")
    ('footage', 'drivers')
    """
    partitive = re.match(
        r"(?i)(?:the |an? )?(?:one|some|two|three|several|many|most|none|both|\w*dozens?|number) of (.+)", text
    )
    return head_noun(partitive[1]) if partitive else NounPhrase(text).head


def is_capitalised(word: str) -> bool:
    """Tells whether a word begins as a name does ("Oslo", "al-Amin", "d'Ivoire", "iPhone" does not).

    >>> [w for w in ("Oslo", "al-Amin", "oslo", "L'Aquila", "7") if is_capitalised(w)]
    ['Oslo', 'al-Amin', "L'Aquila"]
    """
    if word[:1].isupper():
        return True
    return re.match(r"(?:[aeu][lnrstdz]h?|[dl]|bin|ul)[-'’](?=(.))", word) is not None and any(
        c.isupper() for c in word
    )


def names_somebody(text: str) -> bool:
    """Tells whether a word other than the first is capitalised, or the first where nothing else tells its case.

    >>> names_somebody("the Riga Trust"), names_somebody("Local residents"), names_somebody("Acme")
    (True, False, True)
    """
    tokens = bare(text).split()
    if text.strip().lower() in PRONOUNS:
        return False
    if tokens and tokens[0] != text.split()[0]:
        return any(map(is_capitalised, tokens))
    return any(map(is_capitalised, tokens[1:])) or (len(tokens) == 1 and is_capitalised(tokens[0]))


def _before_comma(text: str, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the tokens before the first comma that has something before it."""
    first, comma, _ = text.partition(",")
    if not comma:
        return tokens
    return NounPhrase(first).tokens or tokens


def _introduces(tokens: tuple[str, ...], i: int) -> bool:
    """Tells whether a participle opens what follows the head: "released by", "broadcast on"."""
    follows = tokens[i + 1] if i + 1 < len(tokens) else ""
    return (follows in PREPOSITIONS or follows.endswith(("self", "selves"))) and bool(_PARTICIPLE.match(tokens[i]))
