"""Questions to a dependency parse: whose verb is this, where does its clause end, what stands outside it.

Stretches are half-open intervals of token indices of a ``Doc``. The labels are those of the ClearNLP scheme, which
spaCy's English models use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from provenance.attributions import cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


class Stretch(NamedTuple):
    """Tokens ``start`` to ``end``, the last not included."""

    start: int
    end: int

    def meets(self, other: Stretch) -> bool:
        """Tells whether the two share a token."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Stretch) -> bool:
        """Tells whether the other lies inside."""
        return self.start <= other.start and other.end <= self.end


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OUTER = frozenset(".,;:!?\"'`-–—…()[]")


def is_verb(token: Token) -> bool:
    """Tells whether the tagger takes the token for a verb form."""
    return str(token.tag_).startswith("VB")


def child(token: Token, *labels: str) -> Token | None:
    """Returns the first dependant with one of the labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def lemma(verb: Token) -> str:
    """Returns the lower-case lemma, with the particle of "go on", "point out" and their like."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt" and c.i > verb.i), None)
    base = str(verb.lemma_).lower()
    return f"{base}_{particle}" if particle else base


def subtree(token: Token) -> Stretch:
    """Returns the stretch from the leftmost to the rightmost token below it."""
    return Stretch(token.left_edge.i, token.right_edge.i + 1)


def is_negated(verb: Token) -> bool:
    """Tells whether the verb carries "not", "never", "neither" or "hardly"."""
    return any(c.dep_ == "neg" or c.lower_ in _NEGATIVE or _is_no_longer(c) for c in verb.children)


_NEGATIVE = frozenset({"never", "neither", "nor", "hardly"})


def _is_no_longer(adverb: Token) -> bool:
    return adverb.lower_ == "longer" and adverb.i > 0 and adverb.nbor(-1).lower_ == "no"


def has_finite_verb(doc: Doc, stretch: Stretch) -> bool:
    """Tells whether a finite verb form stands in the stretch."""
    return any(t.tag_ in FINITE or is_lost_past(t) for t in doc[stretch.start : stretch.end])


def is_lost_past(token: Token) -> bool:
    """Tells whether a past tense was read as a participle: one that takes an object, and modifies the sentence's root.

    "Artillery strikes killed two men": a reduced relative clause ("strikes aimed at ...") is passive and takes none.
    """
    governs = token.tag_ == "VBN" and token.dep_ == "acl" and token.head.dep_ == "ROOT"
    return governs and any(c.dep_ == "dobj" for c in token.children)


def trim(doc: Doc, stretch: Stretch, *, leading: Iterable[str] = ()) -> Stretch | None:
    """Returns the stretch without outer punctuation and the leading words given, None when nothing is left.

    A quotation mark stays where its partner stands inside, and so does a bracket.
    """
    start, end = stretch
    drop = frozenset(leading)
    while start < end and (_is_loose(doc, start, start, end) or doc[start].lower_ in drop or doc[start].is_space):
        start += 1
    while end > start and (_is_loose(doc, end - 1, start, end) or doc[end - 1].is_space):
        end -= 1
    return Stretch(start, end) if start < end else None


def _is_loose(doc: Doc, at: int, start: int, end: int) -> bool:
    text = doc[at].text
    if text in {"(", ")", "[", "]"}:
        partner = {"(": ")", ")": "(", "[": "]", "]": "["}[text]
        return all(t.text != partner for t in doc[start:end])
    if text == '"':
        return sum(t.text == '"' for t in doc[start:end]) % 2 == 1
    if text in {"'", "-"} and at == start:
        return True
    return all(c in _OUTER for c in text) and text not in {"-"}


def noun_phrase(noun: Token, before: int | None = None) -> Stretch:
    """Returns the phrase of a noun as a reader would name it: no relative clause, no participle, no loose end.

    Args:
        noun: The head of the phrase.
        before: A token behind the noun that the phrase must not reach, such as the verb it is subject of.
    """
    start, end = noun.left_edge.i, noun.i + 1
    for c in sorted(noun.rights, key=lambda t: t.i):
        if before is not None and noun.i < before <= c.right_edge.i:
            break
        if c.left_edge.i > end + 1 or not _belongs_to_name(c, noun):
            if c.dep_ == "punct":
                continue
            break
        end = max(end, c.right_edge.i + 1)
    lefts = [c for c in noun.lefts if c.dep_ in {"relcl", "advcl", "ccomp", "cc", "preconj", "mark", "parataxis"}]
    if lefts:
        start = max(c.right_edge.i + 1 for c in lefts)
    marks = [t.i for t in noun.doc[start : noun.i] if t.text == '"']
    if len(marks) % 2 == 1:
        start = marks[-1] + 1
    trimmed = trim(noun.doc, Stretch(start, _with_bracket(noun.doc, start, end)))
    return trimmed or Stretch(noun.i, noun.i + 1)


def _with_bracket(doc: Doc, start: int, end: int) -> int:
    """Takes in a bracket that closes directly behind."""
    opened = sum(t.text == "(" for t in doc[start:end]) > sum(t.text == ")" for t in doc[start:end])
    return end + 1 if opened and end < len(doc) and doc[end].text == ")" else end


def _belongs_to_name(part: Token, noun: Token) -> bool:
    if part.dep_ in {
        "prep",
        "appos",
        "nmod",
        "npadvmod",
        "compound",
        "nummod",
        "conj",
        "cc",
        "poss",
        "case",
        "det",
        "amod",
    }:
        inner = [t for t in part.subtree if t.dep_ in {"relcl", "ccomp"} and t.i > part.i]
        return not inner or part.dep_ in {"appos", "conj"}
    if part.dep_ == "npadvmod" and (part.pos_ != "PROPN" or part.lemma_.lower() in cues.TIMES):
        return False
    if part.dep_ == "punct":
        return part.text in {"(", ")"}
    # "Photographs taken by a reporter": part of the name of a document or an image
    return part.dep_ == "acl" and part.tag_ == "VBN" and part.i == noun.i + 1 and part.right_edge.i - noun.i < 9


def sentence_of(token: Token) -> Stretch:
    """Returns the stretch of the sentence the token stands in."""
    sent: Span = token.sent
    return Stretch(sent.start, sent.end)


def chain_of_heads(token: Token) -> Iterator[Token]:
    """Yields the heads from the nearest to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


class Subject(NamedTuple):
    """Who acts: the noun, and whether the verb only shares it with an earlier one."""

    noun: Token
    carried: bool = False


def subject_of(verb: Token, *, steps: int = 6) -> Subject | None:
    """Returns who the verb is said of, across coordination, relative clauses and infinitives that pass it on.

    Args:
        verb: The verb.
        steps: Through how many verbs the subject may be passed on.
    """
    if steps == 0:
        return None
    own = _own_subject(verb)
    if own is not None:
        return _relative(own, verb)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _shared(verb.head, steps)
    if verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.i > 0 and verb.nbor(-1).text == ",":
        noun = _interrupted(verb)
        if noun is not None:
            return Subject(noun)
    if verb.dep_ in {"xcomp", "advcl", "pcomp"} and verb.tag_ in {"VBG", "VB"}:
        head = verb.head if verb.dep_ != "pcomp" else verb.head.head
        head = head.head if head.dep_ == "acomp" else head  # "was unable to confirm"
        return _shared(head, steps) if is_verb(head) or head.pos_ == "AUX" else None
    return _mistagged(verb)


def _own_subject(verb: Token) -> Token | None:
    """Returns the verb's subject; of two before it the nearer: an office stands before the name of its holder."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    before = [c for c in subjects if c.i < verb.i]
    before = [c for c in before if not _is_cited(c)] or before
    return before[-1] if before else next(iter(subjects), None)


def _is_cited(noun: Token) -> bool:
    """Tells whether a noun stands directly behind "citing": it is whom the subject has it from."""
    before = noun.left_edge.i - 1
    return before >= 0 and noun.doc[before].tag_ == "VBG" and noun.doc[before].lemma_.lower() in cues.CITING


def _shared(verb: Token, steps: int) -> Subject | None:
    subject = subject_of(verb, steps=steps - 1)
    return Subject(subject.noun, carried=True) if subject else None


def _relative(own: Token, verb: Token) -> Subject | None:
    if own.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        return Subject(verb.head)
    return Subject(own) if own.tag_ not in {"WP", "WDT"} or verb.dep_ != "relcl" else None


def _interrupted(verb: Token) -> Token | None:
    """Returns the noun before a relative clause that stands between it and its verb: "Roe, who saw it, believes"."""
    for token in reversed(list(verb.doc[verb.sent.start : verb.i])):
        if token.dep_ == "relcl" and token.head.i < token.i:
            noun = token.head
            while noun.dep_ == "appos":
                noun = noun.head
            taken = any(c.i > verb.i and c.dep_ in SUBJECTS for c in verb.children)
            main = noun.dep_ in SUBJECTS and is_verb(noun.head) and noun.head.i > token.i and noun.head != verb
            return None if taken or main else noun
    return None


def _mistagged(verb: Token) -> Subject | None:
    """The parser takes "The council, which meets monthly, conceded" for a noun with a participle."""
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"} or verb.tag_ not in {"VBN", "VBD"} or noun.i > verb.i:
        return None
    alone = noun.dep_ in {"ROOT", "npadvmod", "nsubj", "dep"} or noun.right_edge.i >= verb.right_edge.i
    if noun.dep_ in {"ROOT", "npadvmod", "dep"} and alone:
        return Subject(noun)
    return None
