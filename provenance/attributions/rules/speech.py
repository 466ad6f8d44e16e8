"""Direct speech: quotations that hold a clause of their own, with the words that say whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.citing import cited_by, quoted_by
from provenance.attributions.clauses import channel_of, cue_clause, listener_of
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading, Speech
from provenance.attributions.rules.reporting import can_speak, cue_stretch, speaker_phrase
from provenance.attributions.syntax import (
    FINITE,
    Stretch,
    Subject,
    is_verb,
    lemma,
    subject_of,
    trim,
)
from provenance.records.claim import Manner

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = (
    cues.SPEECH
    | cues.BELIEF
    | cues.DIRECTIVE
    | cues.DENIAL
    | cues.BLAME
    | frozenset({"smile", "read", "begin", "reason"})
)


def find_speech(reading: Reading) -> Iterator[Found]:
    """Yields attributions of direct speech, one for each run of quotations with one speaker, in token order.

    The cue stands behind ("...," she said), before (She said: "...") or between two parts. A quotation with no cue
    that follows another of the passage goes on with its speaker and is marked as carried.
    """
    last: Found | None = None
    taken: set[int] = set()
    for at, speech in enumerate(reading.full_speeches):
        if at in taken:
            continue
        found = _spoken(reading, at, taken) or _carried(reading, speech, last) or _continued(reading, speech)
        if found is not None:
            last = found
            yield found


def _continued(reading: Reading, speech: Speech) -> Found | None:
    """A quotation that opens its paragraph without a cue: whose it is, the paragraph before may tell."""
    content = trim(reading.doc, speech.inside)
    ends = speech.is_open or speech.outside.end >= len(reading.doc) or reading.doc[speech.outside.end].is_sent_start
    if speech.outside.start > 0 or content is None or not ends:
        return None
    return _going_on("speech that goes on from the paragraph before", speech, content)


def _going_on(rule: str, speech: Speech, content: Stretch, last: Found | None = None) -> Found:
    """Returns a quotation without a cue as the speech of whoever spoke last, where the passage tells who that is."""
    return Found(
        rule=rule,
        act=Act.SAYS,
        cue=(),
        content=(content,),
        head=content.start,
        source=last.source if last is not None else None,
        source_head=last.source_head if last is not None else None,
        manner=Manner.DIRECT,
        carried=True,
        goes_on=speech.is_open,
    )


def _spoken(reading: Reading, at: int, taken: set[int]) -> Found | None:
    speech = reading.full_speeches[at]
    verb = _verb_behind(reading, speech)
    rule = "speech, cue behind"
    if verb is None:
        verb = _verb_before(reading, speech)
        rule = "speech, cue before"
    if verb is None:
        return None
    subject = _speaker(verb)
    if subject is None or not can_speak(subject.noun, verb):
        return None
    clause = cue_clause(verb, subject.noun)
    parts = [speech.inside]
    following = [s for s in reading.speeches if s.outside.start >= clause.end][:1]
    goes_on = rule == "speech, cue behind" and bool(following) and _goes_on(reading, clause, following[0])
    if goes_on:
        parts.append(following[0].inside)
        taken.update(i for i, s in enumerate(reading.full_speeches) if s == following[0])
    content = tuple(s for s in (trim(reading.doc, p) for p in parts) if s is not None)
    if not content:
        return None
    return Found(
        rule=rule,
        act=_act(verb),
        cue=(cue_stretch(verb),),
        content=content,
        head=verb.i,
        source=speaker_phrase(subject.noun, verb),
        source_head=subject.noun.i,
        manner=Manner.DIRECT,
        carried=subject.carried,
        inner=cited_by(verb, subject.noun),
        listener=listener_of(verb) or quoted_by(subject.noun, verb.i),
        channel=channel_of(verb),
        clause=(trim(reading.doc, clause) or clause,),
        goes_on=following[0].is_open if goes_on else speech.is_open,
    )


def _act(verb: Token) -> Act:
    return Act.ADMITS if verb.lemma_.lower() in cues.ADMISSION else Act.SAYS


def _goes_on(reading: Reading, clause: Stretch, following: Speech) -> bool:
    """Tells whether a second quotation continues the sentence of the first behind a comma."""
    start = following.outside.start
    doc = reading.doc
    return (
        clause.end <= start <= clause.end + 2
        and doc[clause.end].text == ","
        and doc[start].sent == doc[clause.start].sent
    )


def _verb_behind(reading: Reading, speech: Speech) -> Token | None:
    """Returns the verb of a clause that follows the quotation in its sentence: "...," said Roe."""
    doc = reading.doc
    start = speech.outside.end
    if speech.is_open or start >= len(doc):
        return None
    if doc[start].text == ",":
        start += 1
    elif doc[start].is_sent_start:
        return None
    sentence = reading.sentence_at(min(start, len(doc) - 1))
    if not speech.inside.end >= sentence.start:
        return None
    near = _clause_tokens(doc, start, sentence.end)
    return _first_saying(near)


def _clause_tokens(doc: Doc, start: int, limit: int) -> list[Token]:
    """The tokens up to the end of the clause, appositions between commas included."""
    return [t for t in doc[start : min(limit, start + 30)] if t.text != '"']


def _first_saying(tokens: list[Token]) -> Token | None:
    for t in tokens:
        if t.text in {":", ";", "("}:
            return None
        if not is_verb(t) or (
            t.dep_ in {"relcl", "acl"} and t.tag_ in {"VBN", "VBG"} and t.head.dep_ not in {"npadvmod", "ROOT", "dep"}
        ):
            continue
        if t.tag_ in {"VBD", "VBZ", "VBP"} or t.tag_ == "VBN":
            if t.dep_ == "relcl":
                continue
            if lemma(t) in _SAYING or t.lemma_.lower() in _SAYING:
                return t
            # the first finite verb of a short clause with a person is the cue, whatever it is: "...," he grinned
            return t if t.dep_ != "aux" and t.pos_ == "VERB" and len(tokens) <= 10 and _speaker(t) is not None else None
    return None


def _verb_before(reading: Reading, speech: Speech) -> Token | None:
    """Returns the verb of a clause that leads to the quotation: Roe said: "...", Roe told the paper, "..."."""
    doc = reading.doc
    mark = speech.outside.start
    if mark <= 0 or (doc[mark].is_sent_start and doc[mark - 1].text not in {":", ","}):
        return None
    sentence = reading.sentence_at(mark - 1)
    if doc[mark - 1].text not in {":", ",", "that"} and not is_verb(doc[mark - 1]):
        near = doc[max(sentence.start, mark - 8) : mark]
    else:
        near = doc[sentence.start : mark]
    for t in reversed(list(near)):
        if t.i in reading.spoken:
            return None
        saying = lemma(t) in _SAYING or t.lemma_.lower() in _SAYING or (doc[mark - 1].text == ":" and t.tag_ in FINITE)
        if is_verb(t) and saying and t.dep_ not in {"relcl", "acl", "aux", "amod"} and _speaker(t) is not None:
            return t
    return None


def _speaker(verb: Token) -> Subject | None:
    subject = subject_of(verb)
    if subject is not None:
        return subject
    # inverted and mistagged: '"...," a farmer sighed' read as a noun with a participle; 'said Roe' as its object
    for c in verb.children:
        if c.i > verb.i and c.dep_ in {"dobj", "attr", "npadvmod", "appos", "oprd"} and _is_somebody(c):
            return Subject(c)
    head = verb.head
    if head.i < verb.i and head.pos_ in {"NOUN", "PROPN", "PRON"} and verb.dep_ in {"acl", "relcl", "appos", "dep"}:
        return Subject(head)
    return None


def _is_somebody(noun: Token) -> bool:
    return noun.pos_ in {"PROPN", "NOUN", "PRON"} and noun.lemma_.lower() not in cues.TIMES


def _carried(reading: Reading, speech: Speech, last: Found | None) -> Found | None:
    """A quotation that fills its sentences and follows another goes on with the same speaker."""
    if last is None or last.source is None:
        return None
    doc = reading.doc
    start, end = speech.outside
    alone = bool(doc[start].is_sent_start) and (end >= len(doc) or bool(doc[end].is_sent_start) or end == len(doc))
    between = Stretch(max(c.end for c in (*last.content, *last.cue, last.source)), start)
    sentences = [s for s in reading.sentences if s.start >= between.start and s.end <= between.end]
    content = trim(doc, speech.inside)
    if not alone or content is None or sentences:
        return None
    return _going_on("speech that goes on", speech, content, last)
