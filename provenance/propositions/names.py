"""Names in a text: words with a capital that is not owed to the beginning of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.propositions.lexicon import STOP, WORD, broad_names, camp, families_of, listed, stem, words_in

SENTENCE_END = re.compile(r"[.!?:]['\"”’)]*\s+['\"“‘(]*$")
SHORTEST = 4


def is_broad(name: str) -> bool:
    """Tells whether a name is a country, a people, a day, a title or the like, be its apostrophe lost ("Mondays")."""
    return name in broad_names() or (name.endswith("s") and name[:-1] in broad_names())


def _is_plain_word(word: str) -> bool:
    stemmed = stem(word)
    return word.lower() in STOP or bool(families_of([stemmed])) or camp(stemmed) is not None or stemmed in _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return listed("common") | listed("said")


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).strip(".,").lower()


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip("\"“'‘(")
    return not before.strip() or bool(SENTENCE_END.search(before[-6:] if before else ""))


def _counts(word: str, phrase_words: int) -> bool:
    """Tells whether one word of a name can stand for it: short ones only in capitals or alone."""
    return len(word) >= SHORTEST or word.isupper() or phrase_words == 1


def _phrases(text: str) -> list[list[re.Match[str]]]:
    """Returns runs of capitalised words, a number within a run included ("Brigade 12")."""
    runs: list[list[re.Match[str]]] = []
    end = -2
    for match in WORD.finditer(text):
        word = match.group()
        joins = bool(runs) and text[end : match.start()].isspace()
        if word[0].isupper() or (joins and word.isdigit()) or (word[:3] in {"al-", "el-", "as-", "an-", "ad-"}):
            if joins:
                runs[-1].append(match)
            else:
                runs.append([match])
            end = match.end()
    return runs


@lru_cache(maxsize=50_000)
def name_words(text: str, *, initial: bool = False) -> frozenset[str]:
    """Returns the words of the names in a text, in lower case and without possessive endings.

    A lone capitalised word at the beginning of a sentence is taken for a name only on ``initial``, and never when it
    is an ordinary word.

    >>> sorted(name_words("Gunmen stormed the port of Santa Rosalia."))
    ['rosalia', 'santa']
    """
    found: set[str] = set()
    for run in _phrases(text):
        if len(run) == 1 and _is_plain_word(run[0].group()):
            continue
        lone_start = len(run) == 1 and _begins_sentence(text, run[0].start()) and not run[0].group().isupper()
        if lone_start and not initial:
            continue
        kept = run[1:] if len(run) > 1 and _is_plain_word(run[0].group()) else run
        found.update(_bare(m.group()) for m in kept if _counts(m.group(), len(run)))
    return frozenset(found - {""})


@lru_cache(maxsize=100_000)
def words_of_long_names(text: str) -> frozenset[str]:
    """Returns the words of names of several words, in lower case: in "Delta Liberation Front" nobody is freed.

    >>> sorted(words_of_long_names("Troops said the Delta Liberation Front fired"))
    ['delta', 'front', 'liberation']
    """
    return frozenset(_bare(m.group()) for run in _phrases(text) if len(run) > 1 for m in run)


def may_name_one(one: str, other: str) -> bool:
    """Tells whether one name may be short for the other: its initials, or some of its words.

    >>> may_name_one("ICRC", "International Committee of the Red Cross"), may_name_one("Brandt", "Anna Brandt")
    (True, True)
    """
    short, long = sorted((one, other), key=len)
    if short.islower():
        return False
    if short.isupper() and short.lower() == "".join(w[0] for w in words_in(long) if w[0].isupper()).lower():
        return True
    mine, theirs = (frozenset(w.lower() for w in words_in(name)) - STOP for name in (short, long))
    return bool(mine) and mine <= theirs and not any(is_broad(w) or _is_plain_word(w) for w in mine)


def telling_names(text: str) -> frozenset[str]:
    """Returns the words of names that can tell one event from another: no countries, peoples, days or titles."""
    return frozenset(name for name in name_words(text) if not is_broad(name))
