"""Named phrases of a passage: whoever a later "the group" or surname can point back to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions.syntax import Stretch, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def phrases_of(doc: Doc) -> Iterator[Stretch]:
    """Yields noun phrases with a proper name at their head or in apposition to it, in text order."""
    found = {noun_phrase(t) for t in doc if t.pos_ in {"PROPN", "NOUN"} and _is_named(t)}
    yield from sorted(found)


def _is_named(noun: Token) -> bool:
    if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.pos_ in {"PROPN", "NOUN"}:
        return False
    if noun.pos_ == "PROPN":
        return noun.dep_ != "appos" and not noun.text.lower().endswith("day")
    return any(c.dep_ in {"appos", "compound"} and c.pos_ == "PROPN" and c.i != noun.i for c in noun.children)
