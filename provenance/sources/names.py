"""The form in which names are compared: letters and digits only, without case, marks, article or possessive."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"(?i)^(?:the|an?)\s+(?=\S)")
_POSSESSIVE = re.compile(r"(?:['’ʼ`]s|(?<=s)['’ʼ`])$")
_NOT_WORD = re.compile(r"[\W_]+")
_UNDECOMPOSED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "&": " and "})
_LONGEST_ACRONYM = 4


def bare(name: str) -> str:
    """Returns the name without surrounding punctuation and leading article.

    >>> bare("the United Nations,"), bare("“Reuters”")
    ('United Nations', 'Reuters')
    """
    text = " ".join(name.split()).strip(" \"'“”‘’«»,;:")
    return _ARTICLE.sub("", text)


def without_possessive(name: str) -> str:
    """Returns the name without a possessive ending.

    >>> without_possessive("Kenya's"), without_possessive("Reuters’")
    ('Kenya', 'Reuters')
    """
    return _POSSESSIVE.sub("", name)


def key(name: str) -> str:
    """Returns what two spellings of one name have in common: their letters and digits, without case and marks.

    >>> key("the Agence France-Presse") == key("Agence France Presse"), key("U.N."), key("Ha’aretz")
    (True, 'un', 'haaretz')
    """
    text = bare(name).translate(_UNDECOMPOSED)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub("", text).casefold()


def is_acronym(name: str) -> bool:
    """Tells whether the name is up to four capitals, which mean it only when written in capitals.

    >>> is_acronym("WHO"), is_acronym("U.N."), is_acronym("Who"), is_acronym("UNICEF")
    (True, True, False, False)
    """
    letters = _NOT_WORD.sub("", name)
    return len(letters) <= _LONGEST_ACRONYM and letters.isupper()
