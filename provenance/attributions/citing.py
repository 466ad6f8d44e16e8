"""Whom a speaker has it from, and through whom he is quoted: "X, citing Y, which quoted Z", "X, cited by Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.syntax import FINITE, SUBJECTS, Stretch, child, is_verb, noun_phrase
from provenance.records.source import SourceKind
from provenance.sources.kinds import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def cited_by(verb: Token, subject: Token | None) -> tuple[Stretch, ...]:
    """Returns whom a speaker cites for it, and whom that one cites: "X, citing Y, said", "X, which cited Y, said"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_.lower() in cues.CITING:
        quoted = child(verb.head.head, "dobj")  # "the paper quoted a mechanic as saying"
        return (noun_phrase(quoted),) if quoted is not None else ()
    return tuple(noun_phrase(noun) for noun in _cited_in_turn(_citing(verb, subject)))


def _cited_in_turn(citing: Iterator[Token]) -> Iterator[Token]:
    """Yields the first who is cited, then whom that one cites, to the end of the chain."""
    met: set[int] = set()
    noun = next(filter(None, map(_cited, citing)), None)
    while noun is not None and noun.i not in met:
        met.add(noun.i)
        yield noun
        noun = next(filter(None, map(_cited, _citing_of(noun))), None)


def _citing(verb: Token, subject: Token | None) -> Iterator[Token]:
    for head in (verb, subject):
        if head is not None:
            yield from _citing_of(head)
    between = verb.doc[subject.i + 1 : verb.i] if subject is not None else ()
    for token in (*between, *verb.doc[verb.i + 1 : min(verb.i + CITED_WITHIN, verb.sent.end)]):
        cites = token.tag_ == "VBG" and (token.lemma_.lower() in cues.CITING or ascribes_words(token))
        if cites and token.nbor(-1).lower_ in _BEFORE_CITING:
            yield token
    for preposition in verb.children:
        noun = child(preposition, "pobj") if preposition.dep_ == "prep" else None
        if noun is not None:
            yield from (c for c in noun.children if c.dep_ == "relcl")


def _citing_of(head: Token) -> Iterator[Token]:
    """Yields the verbs by which somebody cites, in participles and relative clauses, also of whose report it is."""
    author = next((child(c, "pobj") for c in head.children if c.dep_ == "prep" and c.lower_ in {"by", "from"}), None)
    for noun in (head, author):
        if noun is not None:
            yield from (c for c in noun.children if c.dep_ in _MODIFIERS and _cites(c, noun))


def _cites(verb: Token, head: Token) -> bool:
    if verb.tag_ == "VBG":
        return True
    finite = verb.tag_ in FINITE and child(verb, "auxpass") is None and not is_verb(head)
    return finite and verb.i > head.i and (verb.lemma_.lower() in cues.CITING or ascribes_words(verb))


def ascribes_words(verb: Token) -> bool:
    """Tells whether something said is put down to somebody: "attributing the figure to the coroner"."""
    words = child(verb, "dobj") if verb.lemma_.lower() in cues.ASCRIBED else None
    return words is not None and words.lemma_.lower() in cues.STATEMENT_NOUNS | {"information", "news", "number"}


_BEFORE_CITING = frozenset(
    ", itself themselves himself herself in turn as which who was were is are been had has".split()
)


def quoted_by(subject: Token, end: int) -> Stretch | None:
    """Returns through whom a speaker is quoted: "X, cited by Y,", "X, who was quoted by Y,"; None where nobody is.

    Args:
        subject: The speaker.
        end: The token up to which the words about him go on.
    """
    for verb in subject.doc[subject.i + 1 : end]:
        if verb.tag_ == "VBN" and verb.lemma_.lower() in cues.CITING:
            noun = child(child(verb, "agent") or verb, "pobj")
            return noun_phrase(noun) if noun is not None else None
    return None


def end_of_citing(doc: Doc, end: int, limit: int) -> int:
    """Returns the token after the asides that tell whom somebody cites: "X, itself citing Y, which quoted Z, ..."."""
    while end + 1 < limit and doc[end].text == ",":
        verb = next((t for t in doc[end + 1 : limit] if t.lower_ not in _BEFORE_CITING), None)
        if verb is None or not is_verb(verb) or not (verb.lemma_.lower() in cues.CITING or ascribes_words(verb)):
            return end
        end = next((t.i for t in doc[verb.i + 1 : limit] if t.text == ","), limit)
    return end


CITED_WITHIN = 12
"""Tokens behind the verb in which ", citing Y," is looked for, whatever the parser hung it on."""

_MODIFIERS = frozenset({"advcl", "acl", "relcl", "xcomp", "prep"})


_ON = {"rely": "on", "draw": "on", "base": "on"}


def _cited(verb: Token) -> Token | None:
    base = verb.lemma_.lower()
    preposition = _ON.get(base) or ("to" if ascribes_words(verb) else None)
    if base in cues.CITING and preposition is None:
        noun = child(verb, "dobj") or _taken_for_subject(verb)
    elif preposition is not None:
        behind = next((c for c in verb.children if c.lower_ in {preposition, f"up{preposition}"}), None)
        noun = child(behind, "pobj") if behind is not None else None
    else:
        return None
    if noun is None:
        return None
    owner = child(noun, "poss")
    figures = noun.lemma_.lower() in cues.STATEMENT_NOUNS | cues.DOCUMENT_PLACES | {
        "list",
        "data",
        "number",
        "record",
    }
    if owner is not None and figures and owner.pos_ == "PROPN":
        return owner
    return noun if _can_tell(noun) else None


def _taken_for_subject(verb: Token) -> Token | None:
    """ "The daily, citing Reuters, which cited X, said": the parser makes Reuters the subject of "said"."""
    behind = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.left_edge.i == verb.i + 1)
    return next((t for t in behind if t.dep_ in SUBJECTS), None)


def _can_tell(noun: Token) -> bool:
    """Tells whether one can have it from what is cited: "citing security concerns" gives a reason, no source."""
    phrase = noun_phrase(noun)
    words = noun.doc[phrase.start : phrase.end]
    if any(t.lower_.endswith("ing") and t.head.lower_ == "for" for t in noun.subtree):
        return False  # "cited the driver for speeding"
    if any(t.pos_ in {"PROPN", "NUM"} for t in words):
        return True
    known = kind_of(words.text) is not SourceKind.UNKNOWN
    if any(c.lower_ == "of" for c in noun.rights):
        return known and kind_of(noun.text) is not SourceKind.UNKNOWN
    return known or any(c.lower_ in {"the", "this", "that", "its", "their", "another", "one"} for c in noun.lefts)
