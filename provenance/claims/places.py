"""The place named for what is claimed.

The first place that a preposition ties to the main predicate ("killed in X"), else to a noun of the main clause
("strikes on X"), else a place that the predicate itself takes ("seized the town of X"). Only capitalised names count,
as they stand in the text; organisations, persons and days are told by their form. None when unsure. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.claims.calendar_words import ANY_MONTH, ANY_WEEKDAY
from provenance.claims.predicates import VERBAL, clauses_around, is_of_speech, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PREPOSITIONS = frozenset(
    "in at near around outside inside across throughout over off above along beside opposite within".split()
)
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest outskirts centre center".split())
"""Before "of" they speak of a place ("east of X")."""
_AIMED = frozenset(
    "strike airstrike attack raid assault shelling bombing bombardment offensive fire ambush siege".split()
)
"""With "on" these are aimed at a place; elsewhere "on" seldom names one."""
_PLACE_NOUNS = frozenset(
    """
    town village city hamlet province district governorate region county state valley camp island port capital
    suburb area neighbourhood neighborhood municipality settlement township enclave border peninsula republic
    department bay gulf strait coast shore oblast canton commune prefecture river lake mountain street square
    road quarter territory locality
    """.split()
)
_ISLAND_WORDS = frozenset("island islands street road highway square coast river border".split())
_BODIES = frozenset(
    """
    ministry army forces force party council agency news committee court union organization organisation
    association observatory front brigade battalion division movement government company corp inc ltd bank
    times post tv radio twitter facebook telegram whatsapp youtube instagram parliament assembly commission
    senate congress police guard department office group team cup league nations god internet war accord
    agreement treaty conference summit challenge olympics championship festival games prix amendment
    """.split()
)
_LANGUAGES = frozenset("english french arabic spanish russian chinese german turkish persian hebrew".split())
_TITLES = frozenset("mr mrs ms dr president minister general colonel captain sheikh king queen prince pope sir".split())
_SHORT_COUNTRIES = frozenset("US USA UK UAE DRC CAR U.S. U.K. U.A.E. DPRK".split())
"""Acronyms that are places; others are organisations."""
_DAY = re.compile(rf"(?:{ANY_WEEKDAY}|{ANY_MONTH})\Z")
_LINKS = frozenset(
    "of al el ez es ed ad de del da do dos du la le les los au aux sur sous am an der bin the and".split()
)
_POINTED = frozenset("northern southern eastern western central north south east west northeastern northwestern "
                     "southeastern southwestern upper lower".split())  # fmt: skip


def place_of(content: Sequence[Span]) -> str | None:
    """Returns the place named for the event, in the words of the text; None when none is, or when unsure.

    Args:
        content: The words of the claim, in text order, several spans where other words interrupt them.
    """
    found = sorted(_candidates(content), key=lambda item: item[0])
    return next((name for _, name in found), None)


def _candidates(content: Sequence[Span]) -> Iterator[tuple[tuple[int, int, int], str]]:
    """Yields places with their rank: depth of clause, kind of tie, place in the text; the lowest is the answer."""
    inside = {token.i for token in tokens_of(content)}
    for token in tokens_of(content):
        tie = _tie(token)
        name = _name_under(token, inside) if tie is not None else None
        if tie is None or name is None or is_of_speech(token):
            continue
        clauses = clauses_around(token, content)
        # a relative clause tells where somebody had been before
        if not any(clause.dep_ == "relcl" for clause in clauses):
            yield (len(clauses), tie, token.i), name


def _tie(token: Token) -> int | None:
    """Returns 0 for a preposition of place on a verb, 1 on a noun, 2 for a place that is an object; else None."""
    if token.dep_ in {"dobj", "nsubjpass"} and token.lemma_.lower() in _PLACE_NOUNS:
        return 2
    if token.dep_ not in {"prep", "pcomp"} or not _is_of_place(token):
        return None
    return 0 if token.head.pos_ in VERBAL or token.head.pos_ == "ADV" else 1


def _is_of_place(preposition: Token) -> bool:
    word, head = preposition.lower_, preposition.head
    if word == "on":
        objects = [child for child in preposition.children if child.dep_ == "pobj"]
        return head.lemma_.lower() in _AIMED or any(o.lower_ in _ISLAND_WORDS for o in objects)
    if word == "of":
        return head.lower_ in _DIRECTIONS
    return word in _PREPOSITIONS


def _name_under(token: Token, inside: set[int]) -> str | None:
    """Returns the name that the preposition, or the place noun itself, brings in."""
    heads = [token] if token.dep_ in {"dobj", "nsubjpass"} else [c for c in token.children if c.dep_ == "pobj"]
    for head in heads:
        name = _name_of(head, inside)
        if name is not None:
            return name
    return None


def _name_of(head: Token, inside: set[int]) -> str | None:
    """Returns the name that the noun phrase is or holds: "Bayt Nur", "the town of Bayt Nur", "Nur province"."""
    if head.i not in inside:
        return None
    if _is_name(head):
        return _checked(_name_around(head, inside))
    if head.lemma_.lower() not in _PLACE_NOUNS:
        return None
    links = (child for child in head.children if child.dep_ == "prep" and child.lower_ == "of")
    below = (child for link in links for child in link.children if child.dep_ == "pobj")
    name = next((c for c in below if _is_name(c) and c.i in inside), None)
    before = next((c for c in reversed(list(head.lefts)) if c.dep_ in {"compound", "nmod"} and _is_name(c)), None)
    after = next((c for c in head.rights if c.dep_ == "appos" and c.i == head.i + 1 and _is_name(c)), None)
    chosen = before or name or after
    return _checked(_name_around(chosen, inside)) if chosen is not None else None


def _is_name(token: Token) -> bool:
    # the tagger takes a strange name in -s for a common plural
    return token.text[:1].isupper() and token.tag_ in {"NNP", "NNPS", "FW", "NNS"}


def _name_around(head: Token, inside: set[int]) -> list[Token]:
    """Returns the capitalised words around the head, with the small words and hyphens that link them."""
    run = [head]
    for step in (-1, 1):
        i = head.i + step
        gap: list[Token] = []
        while i in inside and (token := head.doc[i]) is not None:
            if token.text[:1].isupper() and _belongs(token, run):
                run += [*gap, token]
                gap = []
            elif len(gap) < 3 and (token.lower_ in _LINKS or token.text in {"-", "’", "'"}):
                gap.append(token)
            else:
                break
            i += step
    words = sorted(run, key=lambda token: token.i)
    first = words[0]
    if first.i - 1 in inside and first.nbor(-1).lower_ in _POINTED:
        words.insert(0, first.nbor(-1))
    return words


def _belongs(token: Token, run: list[Token]) -> bool:
    """Tells whether a capitalised word is part of the same phrase, not of the next one."""
    is_noun = token.tag_ in {"NNP", "NNPS", "NN", "NNS", "FW"}
    return is_noun and any(
        token.head in run or (token in other.head.subtree and other.head.i != other.i) for other in run
    )


def _checked(words: list[Token]) -> str | None:
    """Returns the words, or None where their form is that of an organisation, a person or a day."""
    plain = [word.lower_.strip(".") for word in words]
    text = words[0].doc[words[0].i : words[-1].i + 1].text
    if (
        (_BODIES | _LANGUAGES).intersection(plain)
        or plain[0] in _TITLES
        or any(_DAY.match(word.text) for word in words)
    ):
        return None
    is_acronym = len(words) == 1 and len(text) > 1 and text.isupper()
    return None if is_acronym and text not in _SHORT_COUNTRIES else " ".join(text.split())
