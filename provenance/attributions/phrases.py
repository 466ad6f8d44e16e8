"""Phrases of a passage that name somebody: whoever a later "the group", surname or "it" can point back to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.syntax import Stretch, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def phrases_of(doc: Doc) -> Iterator[Stretch]:
    """Yields, in text order, noun phrases with a proper name at their head or beside it, and definite subjects."""
    brackets = _bracketed(doc)
    heads = (t for t in doc if t.pos_ in {"PROPN", "NOUN"} and t.i not in brackets)
    yield from sorted({noun_phrase(t) for t in heads if _is_named(t) or _is_definite_subject(t)})


def _is_time(noun: Token) -> bool:
    """Tells whether a noun behind a preposition is a month or a day: "in May"."""
    return noun.dep_ in {"pobj", "npadvmod", "nmod"} and noun.lower_ in cues.TIMES


def is_subject(head: Token) -> bool:
    """Tells whether a noun is the subject of its clause."""
    return head.dep_ in {"nsubj", "nsubjpass"}


def _is_named(noun: Token) -> bool:
    if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.pos_ in {"PROPN", "NOUN"}:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"} and noun.head.head.pos_ == "PROPN":
        return False  # part of a longer name: "the Front for the Liberation of the Delta"
    if noun.pos_ == "PROPN":
        alone = noun.left_edge.i == noun.i and noun.right_edge.i == noun.i
        return noun.dep_ != "appos" and not noun.text.lower().endswith("day") and not (alone and _is_time(noun))
    return any(c.dep_ in {"appos", "compound"} and c.pos_ == "PROPN" and c.i != noun.i for c in noun.children)


def _is_definite_subject(noun: Token) -> bool:
    return is_subject(noun) and any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)


def _bracketed(doc: Doc) -> frozenset[int]:
    """The tokens inside round brackets: an acronym there belongs to the name before it."""
    inside: set[int] = set()
    depth = 0
    for token in doc:
        depth += token.text == "("
        if depth > 0:
            inside.add(token.i)
        depth -= token.text == ")" and depth > 0
    return frozenset(inside)
