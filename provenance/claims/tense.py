"""Whether a verb speaks of what is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.claims.predicates import governing_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset(
    """plan expect schedule set due intend hope promise pledge vow agree order threaten prepare likely unlikely
    certain ready bound poised slate want aim""".split()
)
"""What is said of things to come, when it governs an infinitive or stands as the predicate ("is set for Monday")."""
_SET = frozenset("plan expect schedule set slate due".split())
"""The same as passives ("is planned for Monday"); "was agreed on Monday" is past."""
_TIMETABLE = frozenset("start begin open resume end expire meet vote convene conclude".split())
"""Verbs whose present tense speaks of the timetable ("the trial starts on Monday")."""


def looks_ahead(token: Token) -> bool:
    """Tells whether the verb above the token speaks of what is still to come."""
    verb = governing_verb(token)
    for _ in range(4):
        if verb is None:
            return False
        if _verb_looks_ahead(verb):
            return True
        if verb.dep_ not in {"xcomp", "ccomp"} or "TO" not in {child.tag_ for child in verb.children}:
            return False
        verb = verb.head
    return False


def _verb_looks_ahead(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers} | ({verb.lower_} if verb.tag_ == "MD" else set())
    negated = any(child.dep_ == "neg" for child in verb.children)
    has_perfect = any(child.lemma_ == "have" for child in helpers)
    if words & {"will", "shall", "’ll", "'ll", "wo", "would", "may", "might"} or ("could" in words and not negated):
        return not has_perfect
    if verb.lemma_ in _TIMETABLE and verb.tag_ in {"VBZ", "VBP"} and not helpers:
        return True
    state = {child.lower_ for child in verb.children if child.dep_ in {"acomp", "oprd"} and verb.lemma_ == "be"}
    is_passive = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in helpers)
    # "to be freed" under "expects", whoever expects standing outside the content
    ordered = "TO" in {child.tag_ for child in verb.children} and verb.head.lemma_ in _AHEAD
    return ordered or bool(_AHEAD.intersection(state)) or (is_passive and verb.lemma_ in _SET)
