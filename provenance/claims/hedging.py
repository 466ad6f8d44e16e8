"""How far the wording of a claim holds back, and sentences that say that nothing could be checked.

Four degrees, looked for in this order; the first that the words carry is the answer:

1. *unconfirmed*: the words say that nobody has confirmed it;
2. *alleged*: they keep it at arm's length;
3. *reported*: they say that it is going round, not who has it;
4. *possible*: whoever is credited offers it as what may be, is expected or is believed.

So "reportedly may have fled" is reported: what is unknown about the origin outweighs the modal, which is the origin's
own. A plain verb of saying hedges nothing, "claim" included. Only what governs the main predicate of the content
counts: a modal in a relative clause says nothing about the claim as a whole. English only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.claims.predicates import clause_depth, main_predicates, tokens_of
from provenance.records.claim import Hedging

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_UNCONFIRMED_WORDS = frozenset("unconfirmed unverified uncorroborated unsubstantiated".split())
_CHECKING = frozenset("confirm verify corroborate substantiate authenticate check".split())
_CHECKED = frozenset("confirmation verification corroboration".split())

_ALLEGED_WORDS = frozenset("allegedly purportedly supposedly".split())
_ALLEGING = frozenset({"allege"})

_REPORTED_WORDS = frozenset({"reportedly", "apocryphally"})
_GOING_ROUND = frozenset("say report whisper rumour rumor".split())
"""Reported when impersonal: "it is said that", "he is reported to have"."""
_RUMOURS = frozenset("rumour rumor".split())

_MODALS = frozenset({"may", "might", "could"})
_POSSIBLE_WORDS = frozenset(
    "possibly perhaps maybe probably likely apparently presumably seemingly conceivably".split()
)
_POSSIBLE_STATES = frozenset("possible likely probable unlikely conceivable plausible expected".split())
"""Predicates: "is likely to", "it is possible that"."""
_SEEMING = frozenset({"appear", "seem"})
_BELIEF = frozenset(
    """believe think suspect guess presume assume suppose speculate fear worry
    expect anticipate predict forecast foresee project hope hint""".split()
)
"""Belief and expectation: hedges as the cue of a claim ("fears that") and as a passive ("is believed to")."""


def hedging_of(cue_lemma: str | None, content: Sequence[Span]) -> Hedging:
    """Returns how far a claim holds back.

    Args:
        cue_lemma: The lower-case lemma of the verb that ties the content to its source; None where there is none.
        content: The words of the claim, several spans where other words interrupt them. The words that govern them
            ("it is rumoured that") are looked at too, where they stand in the same passage.
    """
    if not tokens_of(content):
        return Hedging.NONE
    return next((degree for degree, test in _DEGREES if test(cue_lemma or "", content)), Hedging.NONE)


def is_disclaimer(sentence: Span) -> bool:
    """Tells whether a sentence says that something is not, or not yet, confirmed.

    "The footage could not be independently verified.", "If this is confirmed, ...", "has yet to be confirmed". Such a
    sentence casts its doubt on what stands in it or directly before it. "The ministry did not confirm it" is the
    refusal of one source and no disclaimer.
    """
    return any(map(_is_unchecked, sentence)) or _without_confirmation(sentence)


def _is_unconfirmed(_: str, content: Sequence[Span]) -> bool:
    words = tokens_of(content)
    above = set(_governors(content))
    return (
        any(t.lower_ in _UNCONFIRMED_WORDS and _is_about_the_claim(t, content) for t in words)
        or any(t.lemma_.lower() in _CHECKING and _is_negated(t) for t in above)
        or any(map(_is_unchecked, words))
        or any(t.lemma_.lower() in _UNCONFIRMED_WORDS for g in above for t in g.lefts)
    )


def _is_alleged(cue: str, content: Sequence[Span]) -> bool:
    if cue in _ALLEGING or any(t.lemma_.lower() in _ALLEGING and _is_passive(t) for t in _raised(content)):
        return True
    return any(_is_main(t, content) for t in tokens_of(content) if t.lower_ in _ALLEGED_WORDS) or any(
        t.lower_ in {"alleged", "purported"} and t.dep_ == "amod" and t.head in main_predicates(content)
        for t in tokens_of(content)
    )


def _is_reported(cue: str, content: Sequence[Span]) -> bool:
    if any(_is_main(t, content) for t in tokens_of(content) if t.lower_ in _REPORTED_WORDS):
        return True
    near = [*_raised(content), *_governors(content)]
    near += [child for verb in main_predicates(content) for child in verb.children if child.dep_ == "attr"]
    if any(t.lemma_.lower() in _GOING_ROUND and _is_impersonal(t) for t in near):
        return True
    return any(t.lemma_.lower() in _RUMOURS for t in near) or cue in _RUMOURS


def _is_possible(cue: str, content: Sequence[Span]) -> bool:
    if cue in _BELIEF | _SEEMING:
        return True
    return any(_offers_a_possibility(t) for t in _raised(content)) or any(
        _is_main(t, content) for t in tokens_of(content) if t.lower_ in _POSSIBLE_WORDS and t.dep_ == "advmod"
    )


_DEGREES: tuple[tuple[Hedging, Callable[[str, Sequence[Span]], bool]], ...] = (
    (Hedging.UNCONFIRMED, _is_unconfirmed),
    (Hedging.ALLEGED, _is_alleged),
    (Hedging.REPORTED, _is_reported),
    (Hedging.POSSIBLE, _is_possible),
)


def _offers_a_possibility(verb: Token) -> bool:
    """Tells whether the verb stands under a modal, seems, is believed, or has "likely" for its predicate."""
    negated = any(child.dep_ == "neg" for child in verb.children)
    modals = {child.lower_ for child in verb.children if child.tag_ == "MD"}
    # "could not find" is ability, "could not have fled" a guess
    is_ability = "could" in modals and negated and not any(child.lemma_ == "have" for child in verb.children)
    states = {child.lower_ for child in verb.children if child.dep_ in {"acomp", "oprd", "attr"}}
    return (
        (bool(modals & _MODALS) and not is_ability)
        or (verb.lemma_ in _SEEMING and _has_clause(verb))
        or (verb.lemma_ in _BELIEF and _is_passive(verb) and _has_clause(verb))
        or (verb.lemma_ == "be" and bool(states & (_POSSIBLE_STATES - {"possible"} if negated else _POSSIBLE_STATES)))
    )


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ in {"xcomp", "ccomp", "oprd", "acomp"} for child in verb.children)


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def _is_impersonal(verb: Token) -> bool:
    """Tells whether nobody is named who says it: "it is said that", "he is said to have"."""
    agents = {child.dep_ for child in verb.children}
    subject = {child.lower_ for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}}
    raised = any(child.dep_ == "xcomp" for child in verb.children)
    return _is_passive(verb) and "agent" not in agents and ("it" in subject or raised)


def _is_main(token: Token, content: Sequence[Span]) -> bool:
    return clause_depth(token, content) == 0


def _is_about_the_claim(token: Token, content: Sequence[Span]) -> bool:
    """Tells whether "unconfirmed" is said of reports or accounts, or is the predicate of the main clause."""
    return token.dep_ in {"amod", "acomp", "oprd"} and _is_main(token, content)


def _raised(content: Sequence[Span]) -> Iterator[Token]:
    """Yields the main predicates, and the verbs over them or outside the content that share their subject.

    In "appears to show a wreck" the content may be "a wreck": "show" and "appears" are over it.
    """
    for predicate in main_predicates(content):
        yield predicate
        step = predicate
        while step.dep_ in {"xcomp", "oprd"} and step.head.i != step.i:
            step = step.head
            yield step
    for governor in _governors(content):
        step = governor
        while step.dep_ == "xcomp" and step.head.i != step.i:
            step = step.head
            if step.lemma_ in _SEEMING or _is_passive(step):
                yield step


def _governors(content: Sequence[Span]) -> Iterator[Token]:
    """Yields the words outside the content that its main predicates hang on ("it is rumoured that")."""
    for predicate in main_predicates(content):
        if predicate.dep_ in {"ccomp", "acl", "xcomp", "dobj", "nsubjpass", "pobj"} and predicate.head.i != predicate.i:
            yield predicate.head
            # "neither confirmed nor denied that": the clause hangs on the second verb
            if predicate.head.dep_ == "conj":
                yield predicate.head.head


_NOT = frozenset({"not", "n't", "never", "neither", "unable", "cannot", "without", "impossible"})


def _is_negated(verb: Token) -> bool:
    """Tells whether a verb of checking is negated, itself or through "unable", "not able", "yet", "neither"."""
    above = [verb, verb.head] if verb.dep_ in {"xcomp", "advcl", "ccomp"} else [verb]
    above += [step.head for step in above if step.dep_ in {"acomp", "xcomp"}]
    near = {child.lower_ for step in above for child in (step, *step.children)}
    near |= {word.lower_ for child in verb.children if child.dep_ == "nsubjpass" for word in child.lefts}
    return bool(near & _NOT) or ("yet" in near and any(step.lemma_ in {"have", "be"} for step in above))


def _is_unchecked(token: Token) -> bool:
    """Tells whether the token is a verb that says "could not be checked", "unable to verify", "if confirmed"."""
    if token.lemma_.lower() not in _CHECKING or token.tag_ not in {"VB", "VBN", "VBD", "VBG"}:
        return token.lower_ in _UNCONFIRMED_WORDS and token.dep_ in {"acomp", "oprd"}
    if token.lemma_.lower() == "check" and not _is_negated(token):
        return False
    if any(child.lower_ == "if" for child in token.children) and token.tag_ == "VBN":
        return True
    return _is_negated(token) and _is_inability(token)


def _is_inability(verb: Token) -> bool:
    """Tells "could not", "unable to" and passives from the refusal of one source ("did not confirm")."""
    words = {child.lower_ for child in verb.children}
    above = {verb.head.lower_} | {child.lower_ for child in verb.head.children}
    if any(child.dep_ == "auxpass" for child in verb.children) or words & {"could", "can", "ca", "cannot"}:
        return True
    is_below = verb.dep_ in {"xcomp", "advcl", "ccomp"}
    return is_below and bool(above & {"unable", "able", "impossible", "possible", "yet"})


def _without_confirmation(sentence: Span) -> bool:
    """Tells whether there is "no independent confirmation"."""
    return any(
        token.lemma_.lower() in _CHECKED
        and any(child.lower_ in {"no", "any"} for child in token.lefts)
        and _is_lacking(token)
        for token in sentence
    )


def _is_lacking(noun: Token) -> bool:
    negated = {child.lower_ for child in (*noun.lefts, noun.head, *noun.head.children)}
    return bool(negated & {"no", "not", "n't", "without"})
