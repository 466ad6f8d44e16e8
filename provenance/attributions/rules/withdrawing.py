"""What is taken back: corrections of a text by itself, deleted posts, apologies for a report, reports withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.clauses import content_right, end_of_saying, speaker_of
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.rules.reporting import can_speak, cue_stretch, is_unsaid, speaker_phrase
from provenance.attributions.syntax import (
    Stretch,
    child,
    has_finite_verb,
    is_negated,
    is_verb,
    noun_phrase,
    subject_of,
    subtree,
    trim,
)
from provenance.records.claim import Manner
from provenance.records.source import SourceKind
from provenance.sources.kinds import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PUBLISHED = frozenset(
    "article story report post piece page dispatch item version headline caption edition blog bulletin".split()
)
_EARLIER = frozenset("earlier previous original initial prior".split())
_MADE_RIGHT = frozenset("correct amend update edit revise clarify change".split())
_DELETING = frozenset("delete remove pull scrub unpublish take".split())
_DELETED = PUBLISHED | {"tweet", "statement", "message", "thread", "video", "announcement"}
_POSTED = cues.STATEMENT_NOUNS | PUBLISHED | {"video", "thread", "message", "entry", "claim"}
_OWN = frozenset({"its", "his", "her", "their"})
_NOTICE = re.compile(r"(?i)\W*(?:corrections?|clarifications?|editor['’]?s['’]? notes?|corrected|erratum|errata)\b")
_CORRECTS = re.compile(r"(?i)\W*(?:corrects|this corrects|refiles to correct|adds dropped)\b")


def find_withdrawing(reading: Reading) -> Iterator[Found]:
    """Yields what a text corrects of itself, and what somebody deletes, withdraws or apologises for, in token order.

    A correction has the manner of the publisher's voice: "an earlier version of this article" is no source of its own.
    """
    for sentence in reading.sentences:
        yield from filter(None, (_noted(reading, sentence), _called_wrong(reading, sentence)))
    for verb in reading.doc:
        if is_verb(verb) and verb.i not in reading.spoken and not is_negated(verb):
            found = _corrected(reading, verb) or _deleted(reading, verb) or _regretted(reading, verb)
            found = found or _withdrawn(reading, verb)
            if found is not None:
                yield found


def _own(act: Act, *content: Stretch | None) -> Found | None:
    """Returns what the publisher takes back, or puts right, in its own voice."""
    parts = tuple(part for part in content if part is not None)
    if not parts:
        return None
    return Found(rule="correction", act=act, cue=(), content=parts, head=parts[0].start, manner=Manner.VOICE)


def _noted(reading: Reading, sentence: Stretch) -> Found | None:
    """ "(Corrects number of dead in paragraph 2 to nine from 14)": what is put right, without the new value."""
    doc = reading.doc
    note = _CORRECTS.match(doc[sentence.start : sentence.end].text)
    verb = next((t for t in doc[sentence.start : sentence.end] if t.lower_ in {"corrects", "correct"}), None)
    if note is None or verb is None:
        return None
    if doc[verb.i + 1].lower_ == "to":
        that = next((t.i for t in doc[verb.i : sentence.end] if t.lower_ == "that"), None)
        return _own(Act.VOICES, trim(doc, Stretch(that + 1, sentence.end))) if that is not None else None
    rest = Stretch(verb.i + 1, sentence.end)
    old = next((t.i for t in doc[rest.start : rest.end] if t.lower_ == "from"), None)
    new = next((t.i for t in doc[rest.start : rest.end] if t.lower_ == "to"), None)
    if old is None or new is None:
        return _own(Act.RETRACTS, trim(doc, rest))
    value = Stretch(old + 1, new if new > old else rest.end)
    return _own(Act.RETRACTS, trim(doc, Stretch(rest.start, min(old, new))), trim(doc, value))


def _shown(verb: Token) -> Found | None:
    """ "to show that C": the text as it is now says C."""
    complement = child(verb, "ccomp")
    content = content_right(verb, complement) if complement is not None else None
    return _own(Act.VOICES, content)


def _corrected(reading: Reading, verb: Token) -> Found | None:
    """ "An earlier version of this article said that C", "this story has been corrected to show that C"."""
    acting = subject_of(verb)
    if acting is None:
        return None
    subject = acting.noun
    if child(verb, "nsubjpass") is not None:
        right = verb.lemma_.lower() in _MADE_RIGHT and is_this_text(subject)
        shown = child(verb, "xcomp", "advcl") if right else None
        return _shown(shown) if shown is not None else None
    if not _is_earlier_version(reading, subject):
        return None
    complement = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if complement is not None:
        return _as_written(_own(Act.RETRACTS, content_right(verb, complement)), verb, subject)
    target = next((c for c in verb.children if c.dep_ in {"dobj", "attr"} and c.i > verb.i), None)
    if target is None or verb.lemma_.lower() in {"omit", "lack", "contain", "include", "have", "be"}:
        return None
    content = trim(verb.doc, Stretch(target.left_edge.i, end_of_saying(verb, target)))
    return _as_written(_own(Act.RETRACTS, content), verb, subject)


def _called_wrong(reading: Reading, sentence: Stretch) -> Found | None:
    """ "Correction: the paper's report that C was wrong"; found by the words, since parsers lose their way in it."""
    words = [t for t in reading.doc[sentence.start : sentence.end] if not t.is_punct]
    posted = next((t for t in words if t.lemma_.lower() in _POSTED), None)
    that = next((t for t in words if posted is not None and t.i > posted.i and t.lower_ == "that"), None)
    if posted is None or that is None or words[-1].lemma_.lower() not in cues.FALSE or words[-2].lemma_ != "be":
        return None
    own = reading.doc[max(posted.i - 1, 0)].lower_ == "our"
    noticed = _NOTICE.match(reading.doc[sentence.start : posted.i].text) is not None
    return _own(Act.RETRACTS, trim(reading.doc, Stretch(that.i + 1, words[-2].i))) if own or noticed else None


def _as_written(found: Found | None, verb: Token, subject: Token) -> Found | None:
    """Adds the words of the attribution, although nobody but the publisher is credited."""
    if found is None:
        return None
    source = noun_phrase(subject, before=verb.i)
    return replace(found, cue=(cue_stretch(verb),), head=verb.i, source=source, source_head=subject.i)


def is_this_text(noun: Token) -> bool:
    """Tells whether a noun is the text it stands in: "this article"."""
    return noun.lemma_.lower() in PUBLISHED and any(c.lower_ in {"this", "our"} for c in noun.lefts)


def _is_earlier_version(reading: Reading, noun: Token) -> bool:
    versions = (t for t in noun.subtree if t.lemma_.lower() in PUBLISHED)
    if not any(c.lower_ in _EARLIER for t in versions for c in t.lefts):
        return False
    of_this = any(is_this_text(t) for t in noun.subtree)
    noted = _NOTICE.match(reading.doc[: noun.i].text) is not None and noun.lemma_.lower() in PUBLISHED
    return of_this or noted


def _deleted(reading: Reading, verb: Token) -> Found | None:
    """ "The ministry deleted its post saying that C"; whoever runs a site removes what others said, too."""
    target = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    down = any(c.lower_ == "down" and c.dep_ in {"prt", "advmod"} for c in verb.children)
    word = verb.lemma_.lower()
    if (
        target is None
        or word not in _DELETING
        or (word == "take" and not down)
        or target.lemma_.lower() not in _DELETED
    ):
        return None
    found = _by_speaker(reading, verb, target)
    if found is None or found.source is None or word == "delete":
        return found
    own = any(t.lower_ in _OWN for t in reading.doc[verb.i : found.content[0].end])
    name = reading.doc[found.source.start : found.source.end].text
    return found if own or kind_of(name) in {SourceKind.OUTLET, SourceKind.STATE_MEDIA} else None


def _is_posted(noun: Token) -> bool:
    return noun.lemma_.lower() in _POSTED


def _regretted(reading: Reading, verb: Token) -> Found | None:
    """ "The daily apologised for reporting that C"."""
    if verb.lemma_.lower() not in {"apologise", "apologize"}:
        return None
    behind = next((c for c in verb.children if c.lower_ == "for" and c.i > verb.i), None)
    saying = child(behind, "pcomp", "pobj") if behind is not None else None
    if saying is None:
        return None
    if is_verb(saying):
        known = saying.lemma_.lower() in cues.SPEECH | {"run", "carry"}
        return _by_speaker(reading, verb, saying) if known else None
    return _by_speaker(reading, verb, saying) if _is_posted(saying) else None


def _withdrawn(reading: Reading, verb: Token) -> Found | None:
    """ "The report that C was withdrawn by X"; "this story has been withdrawn" is the publisher's own."""
    subject, agent = child(verb, "nsubjpass"), child(verb, "agent")
    if subject is None or verb.lemma_.lower() not in cues.RETRACTION | {"delete"} or not _is_posted(subject):
        return None
    by = child(agent, "pobj") if agent is not None else None
    content = said_in(subject) or trim(verb.doc, subtree(subject))
    if by is None or content is None:
        return _own(Act.RETRACTS, content) if is_this_text(subject) else None
    clause = cue_stretch(verb)
    return replace(_taken_back(verb, content, clause), source=noun_phrase(by), source_head=by.i)


def _by_speaker(reading: Reading, verb: Token, target: Token) -> Found | None:
    subject = speaker_of(verb)
    if subject is None or not can_speak(subject.noun, verb) or is_unsaid(verb):
        return None
    beside = (said_in(c) for c in verb.children if c.tag_ == "VBG" and c.lemma_.lower() in cues.SPEECH)
    content = said_in(target) or next(filter(None, beside), None) or trim(verb.doc, subtree(target))
    if content is None:
        return None
    found = _taken_back(verb, content, Stretch(verb.left_edge.i, content.start))
    source = speaker_phrase(subject.noun, verb)
    return replace(found, source=source, source_head=subject.noun.i, carried=subject.carried)


def _taken_back(verb: Token, content: Stretch, clause: Stretch) -> Found:
    cue = (cue_stretch(verb),)
    return Found(rule="withdrawal", act=Act.RETRACTS, cue=cue, content=(content,), head=verb.i, clause=(clause,))


def said_in(words: Token) -> Stretch | None:
    """Returns what is said in a report or a post: "that C", "saying C", "which said C", "in which it said C"."""
    doc = words.doc
    for verb in (words, *(c for c in words.children if c.i > words.i)):
        clause = child(verb, "ccomp") if is_verb(verb) else None
        if clause is not None and clause.i > verb.i and verb.lemma_.lower() in cues.SPEECH:
            return content_right(verb, clause)
    that = words.i + 1
    if that + 1 < len(doc) and doc[that].lower_ == "that" and doc[that + 1].pos_ not in {"VERB", "AUX", "ADV"}:
        content = trim(doc, Stretch(that + 1, words.right_edge.i + 1))
        return content if content is not None and has_finite_verb(doc, content) else None
    return None
