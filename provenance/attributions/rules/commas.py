"""Copy that lost its commas: "Twelve people died in the raid a local monitor said", "... said a local monitor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.syntax import FINITE, Stretch, trim
from provenance.records.claim import Manner
from provenance.records.source import SourceKind
from provenance.sources.kinds import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEHIND = 5
"""Tokens behind the verb in which the listener and the day stand."""

LONGEST = 6
"""Tokens of a name."""

_NOT_SAID = frozenset({SourceKind.UNKNOWN, SourceKind.DOCUMENT, SourceKind.IMAGERY})
_OBJECTS = frozenset("what whatever everything anything nothing something all than as one that who which".split())
_PARTICLES = frozenset("down up out off away back over".split())
_TELLING = frozenset({"say", "tell"})
"""Verbs that leave a relative clause unfinished: nobody writes "the raid the ministry said" of a raid."""


def without_commas(reading: Reading, sentence: Stretch, token: Token, lemma: str) -> Found | None:
    """Returns the statement of whoever a verb of saying names at the end of a sentence without a comma.

    Words that may be a relative clause are left alone: "everything the minister said", "the clash the monitor
    reported", "the raid the ministry said was aimed at rebels".
    """
    if lemma not in _TELLING | {"report", "announce"} or any(
        t.text == "," for t in reading.doc[token.i : sentence.end]
    ):
        return None
    return _behind(reading, sentence, token, lemma) or _inverted(reading, sentence, token, lemma)


def _behind(reading: Reading, sentence: Stretch, token: Token, lemma: str) -> Found | None:
    doc = reading.doc
    rest = [t for t in doc[token.i + 1 : sentence.end] if not t.is_punct]
    if len(rest) > BEHIND or any(t.tag_ in FINITE or t.tag_ in {"VB", "VBG", "VBN", "WP", "WDT"} for t in rest):
        return None
    if rest and not _is_aside(rest, lemma):
        return None
    start = _start_of_name(doc, sentence, token.i)
    if start is None:
        return None
    content = trim(doc, Stretch(sentence.start, start))
    if content is None or not _is_whole(doc, content, lemma):
        return None
    return _found(token, Stretch(start, token.i), content)


def _is_aside(rest: list[Token], lemma: str) -> bool:
    """Tells whether only a day or a listener stands behind the verb."""
    told = lemma == "tell" and rest[0].pos_ in {"PROPN", "DET", "NOUN"}
    return told or any(t.lemma_.lower() in cues.TIMES for t in rest)


def _start_of_name(doc: Doc, sentence: Stretch, end: int) -> int | None:
    """Returns where the shortest phrase before the verb begins that can say something, its article included."""
    for start in range(end - 1, max(sentence.start + 2, end - LONGEST - 1), -1):
        if doc[start].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} or doc[start].tag_ in FINITE:
            return None
        words = doc[start:end]
        if kind_of(words.text) not in _NOT_SAID and words.root.lemma_.lower() not in cues.TIMES and _begins(doc, start):
            return start
        if doc[start].pos_ == "DET":
            return None
    return None


def _begins(doc: Doc, start: int) -> bool:
    """Tells whether a phrase can begin here: no word before it belongs to it, save one that a verb needs more."""
    before, first = doc[start - 1], doc[start]
    if first.pos_ == "DET":
        return True
    if first.pos_ == "PROPN":
        return before.pos_ not in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}
    if before.pos_ == "NOUN":  # "left the town witnesses said": what was left?
        return first.tag_ == "NNS" and doc[start - 2].pos_ == "DET" and doc[start - 3].pos_ == "VERB"
    return before.pos_ not in {"DET", "ADJ", "NUM"}


def _is_whole(doc: Doc, content: Stretch, lemma: str) -> bool:
    """Tells whether the words can be all that was said: a finite verb, and no end at which something is missing."""
    words = doc[content.start : content.end]
    last = words[-1]
    finite = [t for t in words if t.tag_ in FINITE]
    open_ended = last.pos_ in {"ADP", "DET", "CCONJ", "SCONJ", "PRON", "PART"} and last.lower_ not in _PARTICLES
    if not finite or last.lower_ in _OBJECTS or open_ended:
        return False
    if any(t.lower_ in {"what", "whatever", "than"} for t in words) or words.text.count('"') % 2:
        return False
    if last.lemma_.lower() in cues.STATEMENT_NOUNS | {"word", "thing"}:
        return False
    return lemma in _TELLING or last.pos_ != "NOUN"


def _inverted(reading: Reading, sentence: Stretch, token: Token, lemma: str) -> Found | None:
    """ "Twelve people died in the raid said a local monitor." """
    doc = reading.doc
    name = trim(doc, Stretch(token.i + 1, sentence.end))
    content = trim(doc, Stretch(sentence.start, token.i))
    if name is None or content is None or name.end - name.start > LONGEST or lemma == "tell":
        return None
    words = doc[name.start : name.end]
    verbless = not any(t.tag_ in FINITE or t.tag_.startswith("VB") for t in words)
    if not verbless or kind_of(words.text) in _NOT_SAID or words[0].pos_ not in {"DET", "NUM", "NOUN", "ADJ"}:
        return None
    said = any(t.tag_ in FINITE and t.dep_ not in {"relcl", "acl"} for t in doc[content.start : content.end])
    return _found(token, name, content) if said and _is_whole(doc, content, "say") else None


def _found(token: Token, name: Stretch, content: Stretch) -> Found:
    return Found(
        rule="reporting words without commas",
        act=Act.SAYS,
        cue=(Stretch(token.i, token.i + 1),),
        content=(content,),
        head=token.i,
        source=name,
        source_head=token.doc[name.start : name.end].root.i,
        manner=Manner.INDIRECT,
        clause=(Stretch(min(name.start, token.i), max(name.end, token.i + 1)),),
    )
