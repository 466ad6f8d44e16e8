"""Whether a source affirms, denies or leaves open what its words are about, seen from the positive sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.found import Act
from provenance.claims.predicates import main_predicates
from provenance.records.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

IGNORANCE = frozenset(
    """
    aware record information knowledge comment sign detail word idea indication confirmation data clue know recall
    remember say discuss disclose reveal elaborate name identify specify understand certain sure clear evidence report
    plan doubt need reason choice
    """.split()
)
"""With a negation they tell of not knowing, not of a denial."""

SAYING = frozenset("say discuss disclose reveal".split())

CHECKING = frozenset("confirm verify corroborate authenticate substantiate ascertain check".split())

QUALITIES = frozenset(
    "possible easy enough sufficient necessary likely safe viable realistic feasible fair good".split()
)
"""With a negation they describe ("not possible"), and nothing said is denied."""

_NO = frozenset({"no", "neither", "none", "nobody", "nothing", "never", "not", "n't", "nowhere"})
_BOUNDS = frozenset({"fewer", "less", "more", "later", "earlier", "sooner", "longer", "matter", "doubt", "one"})


def stance_of(act: Act, content: Sequence[Span]) -> Stance:
    """Returns the stance of an attribution: its cue and the polarity of its main clause taken together.

    "No comment", "not aware" and "cannot confirm" are no denials.
    """
    if act is Act.RETRACTS:
        return Stance.RETRACTS
    if act is Act.LEAVES_OPEN:
        return Stance.OPEN
    predicate = next(iter(main_predicates(content)), None)
    negated = predicate is not None and is_denied(predicate, content) != _calls_it_false(predicate)
    if act is Act.DENIES:
        return Stance.ASSERTS if negated else Stance.DENIES
    if predicate is not None and _is_unchecked(predicate, content):
        return Stance.OPEN
    if negated:
        return Stance.DENIES
    return Stance.ACKNOWLEDGES if act is Act.ADMITS else Stance.ASSERTS


_POINTERS = frozenset("that this it these those they".split())
_STATEMENTS = frozenset(
    "report claim allegation accusation statement rumour rumor story account charge suggestion assertion figure".split()
)


def _calls_it_false(predicate: Token) -> bool:
    """Tells whether something said before is called untrue: "That is a lie", "those reports were false"."""
    subject = next((c for c in predicate.children if c.dep_ == "nsubj"), None)
    told = [c for c in predicate.children if c.dep_ in {"attr", "acomp"}]
    if subject is None or predicate.lemma_ != "be":
        return False
    clause = any(c.dep_ in {"relcl", "acl", "prep"} for c in subject.children)
    pointing = subject.lower_ in _POINTERS or (subject.lemma_.lower() in _STATEMENTS and not clause)
    return pointing and any(word.lemma_.lower() in cues.FALSE for word in told)


def is_denied(predicate: Token, content: Sequence[Span]) -> bool:
    """Tells whether the main clause is negative: by its verb, its subject or its object."""
    inside = {t.i for span in content for t in span}
    if _is_of_ignorance(predicate):
        return False
    return any(_negates(t) for t in _near(predicate) if t.i in inside)


def _near(predicate: Token) -> list[Token]:
    """The words whose "no" or "not" turns the clause: of the verb, and of its subject and objects."""
    near = list(predicate.children)
    for c in predicate.children:
        if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "expl"} or c.dep_ == "acomp":
            near += [t for t in c.children if t.dep_ in {"det", "neg", "advmod", "preconj", "predet"}]
            near += [t for d in c.children if d.dep_ == "nummod" for t in d.children if t.dep_ == "neg"]
    if predicate.dep_ in {"xcomp"}:
        near += list(predicate.head.children)
    return near


def _negates(token: Token) -> bool:
    if token.lower_ not in _NO or (token.dep_ in {"cc", "preconj"} and token.lower_ == "not"):
        return False
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    # "no fewer than 26" is a bound and "58 homes, not 70" a contrast
    return not (
        token.lower_ in {"no", "not"} and after in _BOUNDS - {"one"} and token.dep_ != "neg"
    ) and not _is_contrast(token)


def _is_contrast(token: Token) -> bool:
    doc = token.doc
    return (
        token.lower_ == "not"
        and token.i > 0
        and doc[token.i - 1].text == ","
        and token.dep_ == "neg"
        and (token.head.i > token.i or token.nbor(1).like_num)
    )


def _is_of_ignorance(predicate: Token) -> bool:
    if predicate.lemma_.lower() in SAYING and _denies_words(predicate):
        return False
    if predicate.lemma_.lower() in IGNORANCE | QUALITIES:
        return True
    return any(c.lemma_.lower() in IGNORANCE for c in predicate.children if c.dep_ in {"dobj", "attr", "acomp"}) or any(
        c.lemma_.lower() in QUALITIES for c in predicate.children if c.dep_ == "acomp"
    )


def _denies_words(saying: Token) -> bool:
    """ "We never said that", "it had said no such thing"; "has never said how many" is silence."""
    clause = next((c for c in saying.children if c.dep_ in {"ccomp", "advcl"}), None)
    asks = clause is not None and any(t.tag_ in _ASKING or t.lower_ in {"whether", "if"} for t in clause.subtree)
    return not asks and any(c.lower_ == "never" or _is_such(c) for c in saying.children)


_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})


def _is_such(thing: Token) -> bool:
    return thing.dep_ == "dobj" and {"no", "such"} <= {c.lower_ for c in thing.children}


_IN_POSITION = re.compile(
    r"\bnot (?:yet )?in a position to (?:confirm|verify|comment)|\bno (?:way|means) (?:of|to) (?:confirm|verif)"
)


def _is_unchecked(predicate: Token, content: Sequence[Span]) -> bool:
    words = [predicate, *(c for c in predicate.children if c.dep_ in {"xcomp", "acomp"})]
    words += [g for c in words[1:] for g in c.children if g.dep_ == "xcomp"]
    if any(_IN_POSITION.search(span.text.lower()) for span in content):
        return True
    checks = any(w.lemma_.lower() in CHECKING for w in words)
    return checks and any(
        t.lower_ in {"not", "n't", "unable", "cannot", "never"} for w in words for t in (w, *w.children)
    )
