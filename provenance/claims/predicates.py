"""The main predicate of some words, and which words belong to it rather than to a subordinate clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis"})
"""Relations of the ClearNLP scheme under which a clause of its own begins."""
VERBAL = frozenset({"VERB", "AUX"})
_CLIMB = 40  # an arc beyond which a parse of running text is not worth following


def tokens_of(content: Sequence[Span]) -> list[Token]:
    """Returns the tokens of all parts, in text order."""
    return [token for part in content for token in part]


def main_predicates(content: Sequence[Span]) -> list[Token]:
    """Returns the tokens that nothing else in the content governs: verbs where there are any, else all of them.

    In text order. An interrupted content has one for each of its parts at most.
    """
    inside = {token.i for token in tokens_of(content)}
    tops = [token for token in tokens_of(content) if token.head.i not in inside or token.head.i == token.i]
    words = [token for token in tops if not token.is_punct and not token.is_space]
    return [token for token in words if token.pos_ in VERBAL] or words


def ancestors_within(token: Token, inside: set[int]) -> Iterator[Token]:
    """Yields the token and those above it, as long as they stand inside."""
    for _ in range(_CLIMB):
        if token.i not in inside:
            return
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def clauses_around(token: Token, content: Sequence[Span]) -> list[Token]:
    """Returns the heads of the subordinate clauses inside the content that hold the token, innermost first."""
    inside = {other.i for other in tokens_of(content)}
    return [step for step in list(ancestors_within(token, inside))[:-1] if step.dep_ in SUBORDINATE]


def clause_depth(token: Token, content: Sequence[Span]) -> int:
    """Returns how many clauses inside the content the token is below the main one; 0 in the main one."""
    return len(clauses_around(token, content))


def governing_verb(token: Token) -> Token | None:
    """Returns the nearest verb above the token, None where there is none."""
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in VERBAL:
            return token
    return None


def is_of_speech(token: Token) -> bool:
    """Tells whether the verb above the token has a clause for its object, as verbs of speech have.

    What is told of such a verb ("said on Monday in X that ...") is the time and place of speaking.
    """
    verb = governing_verb(token)
    return verb is not None and any(
        child.dep_ == "ccomp" and child.i > verb.i and child.i > token.i for child in verb.children
    )
