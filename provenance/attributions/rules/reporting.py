"""Verbs of saying and believing with a clause: before it, after it, or inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.citing import cited_by, quoted_by
from provenance.attributions.clauses import (
    can_listen,
    channel_of,
    content_after,
    content_left,
    content_right,
    cue_clause,
    listener_of,
    speaker_of,
    with_office,
)
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.syntax import (
    Stretch,
    Subject,
    chain_of_heads,
    child,
    has_finite_verb,
    is_negated,
    is_verb,
    lemma,
    noun_phrase,
    subject_of,
    trim,
)
from provenance.records.claim import Manner

if TYPE_CHECKING:
    from spacy.tokens import Token

_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_NO_SOURCE = frozenset(
    {"it", "there", "this", "that", "what", "which", "these", "those", "one", "nothing", "something"}
)
_CLASSES = cues.SPEECH | cues.BELIEF | cues.DENIAL_WITH_CLAUSE | cues.DIRECTIVE | cues.CONFIRMING
_CAUTIOUS = frozenset(
    "find discover learn know show mean document establish determine understand feel see rule".split()
)
"""Their subjects are often no speakers, so they need a "that"."""


def find_reporting(reading: Reading) -> Iterator[Found]:
    """Yields attributions by a verb of saying or believing with a clause, in token order.

    The complement may follow ("said that ..."), precede ("..., she said") or surround the cue ("The truce, he
    warned, will end"). Quotations with a clause of their own are left to the rule for speech.
    """
    for verb in reading.doc:
        if not is_verb(verb) or verb.i in reading.spoken:
            continue
        found = _reported(reading, verb)
        if found is not None:
            yield found


def _reported(reading: Reading, verb: Token) -> Found | None:
    base = lemma(verb)
    complement = _complement(verb)
    attitude = _attitude(verb)
    if not (
        attitude is not None or base in _CLASSES or verb.lemma_.lower() in _CLASSES or _is_open_class(verb, complement)
    ):
        return None
    if child(verb, "nsubjpass", "auxpass") is not None or is_unsaid(verb):
        return None
    subject = speaker_of(verb)
    if subject is None or not can_speak(subject.noun, verb):
        return None
    act = act_of(verb, base, complement)
    if attitude is not None and act is not None:
        act = Act(cues.ATTITUDES[attitude.lower_]) if complement is not None else None
    if act is None:
        return None
    if complement is not None:
        if complement.i in reading.spoken and reading.doc[complement.i].text != '"':
            inside = next(s for s in reading.full_speeches if s.inside.start <= complement.i < s.inside.end)
            if not _clause_reaches_out(inside.inside, complement):
                return None
        content = content_right(verb, complement)
        if content is None or _is_bare_wh(reading, content, act):
            return None
        return _make(
            reading, "reporting verb", act, verb, subject, (content,), Stretch(verb.left_edge.i, content.start)
        )
    return _postposed(reading, verb, subject, act)


def _clause_reaches_out(speech: Stretch, complement: Token) -> bool:
    """Tells whether a clause with quoted words in it begins outside the marks."""
    return complement.left_edge.i < speech.start - 1


def _complement(verb: Token) -> Token | None:
    """Returns the head of the clause that follows the verb and is said with it."""
    for c in verb.children:
        if c.i > verb.i and c.dep_ == "ccomp":
            return c
    for c in verb.children:
        if c.i > verb.i and c.dep_ == "xcomp" and _is_clause_with_subject(c):
            return c
    # "reported, citing two officials, that ...": the clause hangs on the participle
    for c in verb.children:
        inner = child(c, "ccomp") if c.tag_ == "VBG" and c.lemma_.lower() in cues.CITING else None
        if inner is not None and _begins_with_that(inner):
            return inner
    attitude = _attitude(verb)
    if attitude is not None:
        return child(attitude, "ccomp")
    # "disclosed to the paper that ...", "told investors that ...": the clause hangs on the listener
    for c in verb.subtree:
        if (
            c.i > verb.i
            and c.dep_ in {"relcl", "acl", "ccomp"}
            and _begins_with_that(c)
            and _hangs_on_listener(c, verb)
        ):
            return c
    return None


def _attitude(verb: Token) -> Token | None:
    """Returns the adjective of "is adamant that"."""
    adjective = child(verb, "acomp") if verb.lemma_ == "be" else None
    return adjective if adjective is not None and adjective.lower_ in cues.ATTITUDES else None


def _is_clause_with_subject(clause: Token) -> bool:
    return child(clause, "nsubj", "nsubjpass", "expl") is not None


def _begins_with_that(clause: Token) -> bool:
    mark = next((t for t in clause.subtree if t.lower_ == "that" and t.i < clause.i), None)
    return mark is not None and mark.dep_ in {"mark"} and child(clause, "nsubj", "nsubjpass", "expl") is not None


def _hangs_on_listener(clause: Token, verb: Token) -> bool:
    listener = clause.head
    below = any(h == verb for h in chain_of_heads(clause)) and listener.i > verb.i
    said = listener.lemma_.lower() in cues.STATEMENT_NOUNS | {"fact", "order", "rule", "law", "plan"}
    heard = can_listen(verb) or listener.head.lemma_.lower() in cues.CITING
    return below and not said and (listener.dep_ in {"pobj", "dative"} or (listener.dep_ == "dobj" and heard))


def _is_open_class(verb: Token, complement: Token | None) -> bool:
    """Any verb of a person or body with a that-clause is taken for saying, save those of doing and of being."""
    if complement is None or verb.pos_ == "AUX" or verb.lemma_.lower() in _DOING:
        return False
    mark = child(complement, "mark")
    return mark is not None and mark.lower_ == "that" and mark.i - verb.i <= 2


_DOING = frozenset(
    """
    be take give put mean ensure make have require seem appear see show prove result happen turn follow help let allow
    cause keep     matter wait remember forget pretend ignore imply signify entail turn_out arrange prefer
    """.split()
)


def is_unsaid(verb: Token) -> bool:
    """Tells whether the saying did not take place or is only supposed: refused, conditional, an order."""
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.dep_ == "xcomp" and is_unsaid(verb.head):
        return True  # "declined to confirm or deny"
    if _is_asked(verb) or any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in verb.children):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True  # "it goes without saying"
    if verb.dep_ in {"xcomp", "advcl", "acl", "pcomp"} and verb.tag_ in {"VB", "VBG"}:
        head = verb.head
        if is_unable(verb) and verb.lemma_.lower() in cues.CONFIRMING | cues.ESTABLISHING:
            return False
        if head.lemma_.lower() in cues.REFUSING | {
            "able",
            "unable",
            "likely",
            "expect",
            "need",
            "ask",
            "urge",
            "tell",
        }:
            return True
        if verb.tag_ == "VB" and head.lemma_.lower() not in cues.CARRYING and verb.dep_ == "xcomp":
            return True
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in {"if", "unless", "whether", "lest"}:
        return True
    return verb.tag_ == "VB" and subject_of(verb) is None


_UNREAL = frozenset({"should", "must", "ought", "may", "might"})


def _is_asked(verb: Token) -> bool:
    """Tells whether the saying itself is asked after: "Did the army say that ...?"."""
    subject = child(verb, "nsubj")
    asks = subject is not None and any(c.dep_ == "aux" and c.i < subject.i for c in verb.children)
    return asks and verb.sent[-1].text == "?"


def act_of(verb: Token, base: str, complement: Token | None) -> Act | None:
    """Returns what the verb does with its clause, None where it leaves nothing said."""
    word = verb.lemma_.lower()
    negated = is_negated(verb) or _is_neither(verb) or is_unable(verb)
    if word in cues.CONFIRMING | {"deny"} and negated:
        return Act.LEAVES_OPEN
    if negated and _leaves_open(verb, base, complement):
        return Act.LEAVES_OPEN
    if word in cues.DENIAL:
        return Act.LEAVES_OPEN if negated else Act.DENIES
    if word == "doubt" and not negated:
        return Act.DENIES
    if negated:
        return Act.DENIES if word in {"believe", "think", "accept", "expect", "agree"} else None
    if word in cues.ADMISSION:
        return Act.ADMITS
    if word in cues.BELIEF:
        return Act.BELIEVES
    if word in cues.RETRACTION:
        return Act.RETRACTS
    return Act.SAYS


def _leaves_open(verb: Token, base: str, complement: Token | None) -> bool:
    """ "cannot say whether", "was unable to establish that": neither said nor denied."""
    mark = child(complement, "mark") if complement is not None else None
    asks = mark is not None and mark.lower_ in {"whether", "if"}
    cannot = is_unable(verb) or any(c.tag_ == "MD" and c.lower_ in {"can", "could", "ca"} for c in verb.children)
    return cannot and (base in cues.ESTABLISHING or (asks and base in {"say", "tell", "know"}))


def is_unable(verb: Token) -> bool:
    """Tells whether the verb is what somebody was "unable" or "not able" to do."""
    able = verb.head
    if verb.dep_ != "xcomp" or able.lemma_.lower() not in {"able", "unable"}:
        return False
    return able.lemma_.lower() == "unable" or is_negated(able) or is_negated(able.head)


def _is_neither(verb: Token) -> bool:
    doc = verb.doc
    before = {t.lower_ for t in doc[max(0, verb.i - 4) : verb.i]}
    return bool(before & {"neither", "nor", "cannot"})


def _is_bare_wh(reading: Reading, content: Stretch, act: Act) -> bool:
    """Tells whether the clause asks rather than says: "said why", "knows what"."""
    first = reading.doc[content.start]
    return first.tag_ in _WH or (first.lower_ in {"whether", "if"} and act not in {Act.LEAVES_OPEN, Act.DENIES})


_COLLECTIVE = frozenset({"police", "headquarters", "staff", "media", "forces", "statistics", "politics"})
"""Plurals in form that may take a singular verb."""


def can_speak(noun: Token, verb: Token) -> bool:
    """Tells whether a noun can be the source of a verb: no expletive, no thing that cannot speak."""
    word = noun.lower_
    if verb.tag_ == "VBZ" and noun.tag_ == "NNS" and word not in _COLLECTIVE and child(noun, "conj") is None:
        return False  # "two other girls describes": the parser took the wrong noun
    if noun.lemma_.lower() in cues.ABSTRACT:
        return False
    if noun.lemma_.lower() in cues.MEASURES and verb.lemma_.lower() not in cues.EVIDENCE:
        return False
    nobody = word in {"nobody", "none", "neither"} or any(c.lower_ in {"no", "neither"} for c in noun.lefts)
    if nobody or noun.lemma_.lower() in cues.TIMES:
        return False
    if word in _NO_SOURCE:
        return (word == "it" and not _is_expletive(noun, verb)) or (word in {"which", "that"} and verb.dep_ == "relcl")
    if noun.pos_ == "PRON":
        return word in {
            "he",
            "she",
            "they",
            "it",
            "who",
            "we",
            "i",
            "you",
            "some",
            "many",
            "others",
            "most",
            "both",
            "all",
        } and (word not in {"you", "i", "we"})
    if verb.lemma_.lower() in _CAUTIOUS and _complement(verb) is not None:
        return child(_complement_or(verb), "mark") is not None and noun.pos_ in {"PROPN", "NOUN"}
    return noun.pos_ in {"PROPN", "NOUN", "NUM", "ADJ", "DET", "X", "VERB", "PRON"}


def _complement_or(verb: Token) -> Token:
    return _complement(verb) or verb


def _is_expletive(pronoun: Token, verb: Token) -> bool:
    return verb.lemma_.lower() in {"mean", "seem", "appear", "happen", "turn"}


def _postposed(reading: Reading, verb: Token, subject: Subject, act: Act) -> Found | None:
    """ "C, S said on Monday" and "C1, S said, C2"."""
    if subject.carried or verb.tag_ in {"VBG", "VB"} or verb.lemma_.lower() in cues.DIRECTIVE:
        return None
    if child(verb, "dobj") is not None and listener_of(verb) is None:
        return None
    clause = cue_clause(verb, subject.noun)
    left = content_left(verb, clause)
    if left is None or any(i in reading.spoken for i in range(left.start, left.end)):
        return None
    if clause.start - left.end > 3 or left.end - left.start < 2:
        return None
    after = content_after(verb, clause, left)
    if after is None and not _is_sayable(reading, left, verb):
        return None
    content = (left,) if after is None else (left, after)
    rule = "reporting verb behind" if after is None else "reporting verb inside"
    return _make(reading, rule, act, verb, subject, content, clause)


def _is_sayable(reading: Reading, left: Stretch, verb: Token) -> bool:
    """Tells whether words before a comma can be what was said: they hold a finite verb and open no side clause."""
    if reading.doc[left.start].lower_ in {"asked", "pressed", "questioned", "contrary"}:
        return False  # "Asked about the fire, he laughed"
    doc = reading.doc
    first = doc[left.start]
    if not has_finite_verb(doc, left):
        return False
    if first.lower_ in {
        "when",
        "if",
        "although",
        "though",
        "while",
        "because",
        "since",
        "after",
        "before",
        "once",
        "unless",
    }:
        # a side clause alone is not said; one with its main clause is
        root = verb.doc[left.start : left.end].root
        return root.dep_ not in {"advcl", "mark"} and any(t.text == "," for t in doc[left.start : left.end])
    return True


def _make(
    reading: Reading,
    rule: str,
    act: Act,
    verb: Token,
    subject: Subject,
    content: tuple[Stretch, ...],
    clause: Stretch,
) -> Found:
    quoted = any(s.inside.start >= c.start and s.inside.end <= c.end for s in reading.speeches for c in content)
    return Found(
        rule=rule,
        act=act,
        cue=(cue_stretch(verb),),
        content=content,
        head=verb.i,
        source=speaker_phrase(subject.noun, verb),
        source_head=subject.noun.i,
        manner=Manner.MIXED if quoted else Manner.INDIRECT,
        carried=subject.carried,
        inner=cited_by(verb, subject.noun),
        listener=listener_of(verb) or quoted_by(subject.noun, verb.i),
        channel=channel_of(verb),
        clause=(trim(reading.doc, clause) or clause,),
    )


def speaker_phrase(noun: Token, verb: Token) -> Stretch:
    """Returns the words of a speaker, with an office that the parser left outside: "the state epidemiologist, Roe"."""
    phrase = noun_phrase(noun, before=verb.i)
    return Stretch(with_office(noun.doc, phrase.start, noun.sent.start), phrase.end) if noun.i < verb.i else phrase


def cue_stretch(verb: Token) -> Stretch:
    """Returns the verb with its auxiliaries, negation and particle, as long as they stand together."""
    start, end = verb.i, verb.i + 1
    for c in sorted(verb.lefts, key=lambda t: -t.i):
        if c.i == start - 1 and c.dep_ in {"aux", "auxpass", "neg"}:
            start = c.i
    for c in verb.rights:
        if c.i == end and (c.dep_ == "prt" or (verb.lemma_ == "be" and c.lower_ in cues.ATTITUDES)):
            end = c.i + 1
    return Stretch(start, end)
