"""The day or days on which what is claimed happened, and the day on which it was said.

A small grammar over the words: an expression ("next week", "5 May", "Monday") gives days, and the word in front of it
("since", "by", "until") opens the interval. Where several days are stated, the one nearest to the main predicate of
the content stands: main clause before subordinate ones, verb before noun, then text order. The days of relative
clauses and of "since", "before" or "because" clauses belong to other events; so does the day on which somebody in the
content spoke ("the ministry said on Monday that ..."). They are never taken, even where there is no other.

An own grammar, since days must be counted from the publication with the tense of the verb in view, and only certain
forms may count; general date readers guess the missing parts from today's clock. English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from provenance.claims.days import Anchor, StatedDay, opened, stated_days
from provenance.claims.predicates import VERBAL, clause_depth, clauses_around, governing_verb, is_of_speech
from provenance.claims.tense import looks_ahead
from provenance.records.claim import Interval

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def event_interval(content: Sequence[Span], published: date | None, future: bool | None = None) -> Interval | None:
    """Returns the days on which the event happened or will happen, both included; None when none is stated.

    Args:
        content: The words of the claim, in text order, several spans where other words interrupt them.
        published: What relative days are counted from; without it "on Monday" stays unresolved, unlike "5 May 2018".
        future: Whether the words look ahead; None to judge by the verb above each date.
    """
    found = sorted(
        ((_distance(token, content), day, token) for part in content for day, token in _days_in(part) if token),
        key=lambda item: item[0],
    )
    for _, day, token in found:
        ahead = looks_ahead(token) or _lasts(day, token) if future is None else future
        days = opened(day, Anchor(published, ahead))
        if days is not None and not _dates_another_event(day, token, content):
            return days
    return None


def said_day(cue_clause: Sequence[Token | Span], published: date | None) -> date | None:
    """Returns the day on which something was said, from the words around the cue ("confirmed late on Friday").

    Only a single day counts; None when the words state none.
    """
    for text in _stretches(cue_clause):
        for day in stated_days(text):
            days = opened(day, Anchor(published))
            if days is not None and days.start is not None and days.start == days.end:
                return days.start
    return None


def _stretches(cue_clause: Sequence[Token | Span]) -> list[str]:
    """Returns the words given as texts, tokens that follow each other joined."""
    tokens = sorted({token.i: token for piece in cue_clause for token in _tokens_in(piece)}.items())
    texts: list[str] = []
    last = None
    for i, token in tokens:
        if last is not None and i == last + 1:
            texts[-1] += token.text_with_ws
        else:
            texts.append(token.text_with_ws)
        last = i
    return texts


def _tokens_in(piece: Token | Span) -> list[Token]:
    from spacy.tokens import Token

    return [piece] if isinstance(piece, Token) else list(piece)


def _days_in(part: Span) -> Iterator[tuple[StatedDay, Token | None]]:
    """Yields the expressions of one part, each with the token at its end, through which it is attached."""
    text = part.text
    base = part.start_char
    for day in stated_days(text):
        yield day, _top_token(part, base + day.start, base + day.end)


def _top_token(part: Span, start: int, end: int) -> Token | None:
    """Returns the token of the stretch whose head lies outside it."""
    inside = [token for token in part if token.idx < end and token.idx + len(token) > start]
    tops = (token for token in inside if token.head not in inside or token.head.i == token.i)
    return next(tops, inside[0] if inside else None)


def _distance(token: Token, content: Sequence[Span]) -> tuple[int, bool, int]:
    holder = token.head if token.dep_ == "pobj" else token
    return clause_depth(token, content), holder.head.pos_ not in VERBAL, token.i


def _dates_another_event(day: StatedDay, token: Token, content: Sequence[Span]) -> bool:
    """Tells whether the day belongs to something else: what was said then, a vote before it, a clause beside it."""
    # "after Monday's vote", "before the 5 May vote"
    is_of_noun = day.opening in {"before", "after"} and token.dep_ in {"poss", "compound", "nmod", "amod", "nummod"}
    return is_of_noun or is_of_speech(token) or _stands_beside(token, content)


def _stands_beside(token: Token, content: Sequence[Span]) -> bool:
    """Tells whether a relative clause, or an adverbial one of another time, holds the token inside the content."""
    for clause in clauses_around(token, content):
        marks = {child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"}}
        if clause.dep_ == "relcl" or (clause.dep_ == "advcl" and marks & _OTHER_TIME):
            return True
    return False


_OTHER_TIME = frozenset("since before after until till because if unless once although though whereas".split())


def _lasts(day: StatedDay, token: Token) -> bool:
    """Tells whether the present lasts until that day ("is closed until Friday")."""
    verb = governing_verb(token)
    words = [verb, *verb.children] if verb is not None and day.opening in {"until", "till"} else []
    return any(word.tag_ in {"VBZ", "VBP"} and word.lemma_ != "have" for word in words)
