"""Acronyms and the long names that introduce them."""

from __future__ import annotations

import re

from provenance.sources.names import bare
from provenance.sources.persons import person_name

_BRACKETED = re.compile(
    r"""(?P<long>.+?)\s*[(\[]\s*(?:(?:or|also|known\ as|hereafter|henceforth|in\ short|for\ short:?)\s+)*
    ["“'‘]?(?P<short>[^\W\d_][\w&./-]{0,9}?)["”'’]?(?:\s+for\ short)?\s*[)\]]\s*$""",
    re.VERBOSE,
)


def acronym_of(text: str) -> str:
    """Returns the initials of the capitalised words of a name; empty where there are fewer than two.

    >>> acronym_of("Northern Observatory for Human Rights"), acronym_of("Asia-Pacific Trade Forum")
    ('NOHR', 'APTF')
    """
    words = re.split(r"[\s\-–]+", bare(text))
    initials = "".join(word[0] for word in words if word[:1].isupper())
    return initials if len(initials) > 1 else ""


def introduces_acronym(text: str) -> tuple[str, str] | None:
    """Returns the long and the short name where the words give both, as in "Long Name (LN)"; None otherwise.

    A bracket after a person ("Ann Lee (CDU)") gives a party, not an acronym.

    >>> introduces_acronym("the Northern Relief Fund (NRF)")
    ('Northern Relief Fund', 'NRF')
    """
    found = _BRACKETED.match(text.strip())
    if found is None:
        return None
    long, short = bare(found["long"]), found["short"]
    capitals = sum(c.isupper() for c in short)
    if capitals < 2 or (short.count("-") and not _spells(short, long)):
        return None
    if not _spells(short, long) and (person_name(long)[1] or len(long.split()) < 2):
        return None
    return long, short


def _spells(short: str, long: str) -> bool:
    """Tells whether the letters of the short form occur in order in the long one, the first at the start of a word.

    After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (PSB 2003).
    """
    letters = [c for c in short.lower() if c.isalnum()]
    words = long.lower()
    at = len(words)
    for i, letter in reversed(list(enumerate(letters))):
        at = words.rfind(letter, 0, at)
        while i == 0 and at > 0 and words[at - 1].isalnum():
            at = words.rfind(letter, 0, at)
        if at < 0:
            return False
    return True
