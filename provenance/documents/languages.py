"""The language of a text: English at a glance, any other by a detector that is loaded only in doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

COMMON = frozenset(
    """
    the of and to that is with by from were had his said has have not who their its but they which this been more would
    """.split()
)
"""Of the commonest words of written English (Francis and Kucera 1982, Frequency Analysis of English Usage) those that
its neighbours do not write: "a", "as", "at", "for", "he", "in", "on" and "was" are words of other languages too."""

ENGLISH = "en"
PLAIN_SHARE = 0.12
"""Share of these words from which a text is English without a closer look. English news has 20 to 35 in a hundred."""

SURE = 0.6
"""Probability from which the detector is believed: Arabic shares its letters with a dozen languages."""

LIKE_ENGLISH = frozenset({"pcm", "sco"})
"""Nigerian Pidgin and Scots: what the detector takes English headlines for."""

FEWEST_LETTERS = 60
READ = 4000
"""Code points from the beginning that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code of the language, None where the text is too short or too mixed to tell.

    py3langid (Barbaresi 2022, after Lui and Baldwin 2012, "langid.py") decides where common English words are few.

    >>> language_of("The ministry said on Monday that two bridges in the valley had been closed for repairs.")
    'en'
    """
    words = _WORD.findall(text[:READ].lower())
    if sum(map(len, words)) < FEWEST_LETTERS:
        return None
    if "the" in words and sum(word in COMMON for word in words) >= PLAIN_SHARE * len(words):
        return ENGLISH
    code, chance = _detector().classify(text[:READ])
    return str(code) if chance >= SURE and code not in LIKE_ENGLISH else None


def is_english(language: str | None) -> bool:
    """Tells whether a language is English or not known: ``en``, ``en-GB``, ``English``."""
    return language is None or language.lower().startswith(ENGLISH)


@cache
def _detector() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
