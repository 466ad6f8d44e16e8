"""Passives: "was blamed on Y by Z", "it was reported by X that", "X is said to have", "was quoted as saying"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.clauses import content_right, end_of_saying
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.rules.reporting import cue_stretch
from provenance.attributions.syntax import Stretch, child, is_negated, is_verb, noun_phrase, subtree, trim
from provenance.records.claim import Manner

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_passive(reading: Reading) -> Iterator[Found]:
    """Yields attributions in the passive, in token order; where no agent stands, nobody is named."""
    for verb in reading.doc:
        if not is_verb(verb) or verb.i in reading.spoken or is_negated(verb):
            continue
        if child(verb, "auxpass") is None:
            rumour = _rumoured(reading, verb)
            if rumour is not None:
                yield rumour
            continue
        found = (
            _ascribed(reading, verb)
            or _valued(reading, verb)
            or _impersonal(reading, verb)
            or _raised(reading, verb)
            or _accused(reading, verb)
            or _judged(reading, verb)
            or _claimed(reading, verb)
        )
        if found is not None:
            yield found


_RUMOURS = frozenset("rumour rumor word gossip speculation report claim suggestion talk account".split())


def _rumoured(reading: Reading, verb: Token) -> Found | None:
    """ "Rumour has it that C", "there are reports that C": nobody is named."""
    if verb.lemma_ == "have":
        noun, it = child(verb, "nsubj"), child(verb, "dobj")
        known = noun is not None and noun.lemma_.lower() in _RUMOURS and it is not None and it.lower_ == "it"
    else:
        noun = child(verb, "attr") if verb.lemma_ == "be" and child(verb, "expl") is not None else None
        known = noun is not None and noun.lemma_.lower() in _RUMOURS
    that = next((t for t in verb.subtree if t.lower_ == "that" and t.dep_ == "mark" and t.i > verb.i), None)
    if noun is None or not known or that is None:
        return None
    content = trim(reading.doc, Stretch(that.i + 1, end_of_saying(verb, that.head)))
    if content is None:
        return None
    start = min(noun.left_edge.i, verb.i)
    return Found(
        rule="rumour",
        act=Act.HEARS,
        cue=(Stretch(start, that.i),),
        content=(content,),
        head=verb.i,
        manner=Manner.HEARSAY,
        hedging="unconfirmed" if any(t.lower_ == "unconfirmed" for t in noun.subtree) else "reported",
        clause=(Stretch(start, that.i),),
    )


def _agent(verb: Token) -> Token | None:
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _place_of_saying(verb: Token) -> Token | None:
    """Returns the document something is said in: "is pinned on the gang in a cable"."""
    for c in verb.subtree:
        if c.lower_ == "in" and c.dep_ == "prep" and c.i > verb.i:
            noun = child(c, "pobj")
            if noun is not None and noun.lemma_.lower() in cues.DOCUMENT_PLACES:
                return noun
    return None


def _ascribed(reading: Reading, verb: Token) -> Found | None:
    preposition = cues.ASCRIBING.get(verb.lemma_.lower())
    subject = child(verb, "nsubjpass")
    link = next(
        (c for c in verb.children if c.dep_ in {"prep", "dative", "aux"} and c.lower_ == preposition and c.i > verb.i),
        None,
    )
    if preposition is None or subject is None or link is None:
        return None
    party = child(link, "pobj")
    if party is None:
        return None
    by = _by_below(party)
    source = _agent(verb) or _place_of_saying(verb) or (child(by, "pobj") if by is not None else None)
    deed = trim(reading.doc, subtree(subject))
    blamed = noun_phrase(party, before=by.i if by is not None else None)
    if deed is None:
        return None
    cue = Stretch(min(cue_stretch(verb).start, verb.i), link.i + 1)
    return Found(
        rule="passive of blame",
        act=Act.BLAMES,
        cue=(cue,),
        content=(deed, blamed),
        head=verb.i,
        source=noun_phrase(source) if source is not None else None,
        source_head=source.i if source is not None else None,
        manner=Manner.INDIRECT if source is not None else Manner.HEARSAY,
        hedging=None if source is not None else "reported",
        blamed=blamed,
        clause=(cue,),
    )


_VALUING = frozenset("put estimate set count assess calculate reckon value".split())


def _valued(reading: Reading, verb: Token) -> Found | None:
    """ "The dead were put at 48 by X": what is counted, and the figure."""
    subject, by = child(verb, "nsubjpass"), child(verb, "agent")
    at = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "at" and c.i > verb.i), None)
    source = child(by, "pobj") if by is not None else None
    if verb.lemma_.lower() not in _VALUING or subject is None or at is None or by is None or source is None:
        return None
    counted = trim(reading.doc, subtree(subject))
    figure = trim(reading.doc, Stretch(at.i, by.i if by.i > at.i else at.right_edge.i + 1))
    if counted is None or figure is None:
        return None
    cue = Stretch(min(cue_stretch(verb).start, verb.i), verb.i + 1)
    return Found(
        rule="passive of a figure",
        act=Act.SAYS,
        cue=(cue,),
        content=(counted, figure),
        head=verb.i,
        source=noun_phrase(source),
        source_head=source.i,
        manner=Manner.INDIRECT,
        clause=(cue,),
    )


def _by_below(noun: Token) -> Token | None:
    """Returns the "by" that the parser hung on the party: "blamed on a leak by the fire brigade"."""
    return next((t for t in noun.subtree if t.lower_ == "by" and t.i > noun.i and t.dep_ in {"agent", "prep"}), None)


def _impersonal(reading: Reading, verb: Token) -> Found | None:
    """ "It was reported (by X) that ..." """
    it = child(verb, "nsubjpass", "nsubj", "expl")
    complement = child(verb, "ccomp")
    hedging = cues.HEARSAY_PARTICIPLES.get(verb.lemma_.lower())
    known = hedging is not None or verb.lemma_.lower() in cues.SPEECH
    if it is None or it.lower_ != "it" or complement is None or complement.i < verb.i or not known:
        return None
    content = content_right(verb, complement)
    if content is None:
        return None
    agent = _agent(verb)
    return Found(
        rule="impersonal passive",
        act=Act.SAYS if agent is not None else Act.HEARS,
        cue=(Stretch(it.i, verb.i + 1),),
        content=(content,),
        head=verb.i,
        source=noun_phrase(agent) if agent is not None else None,
        source_head=agent.i if agent is not None else None,
        manner=Manner.INDIRECT if agent is not None else Manner.HEARSAY,
        hedging=None if agent is not None else hedging or "reported",
        clause=(Stretch(it.i, content.start),),
    )


def _raised(reading: Reading, verb: Token) -> Found | None:
    """ "X is said to have fled", "X was quoted as saying that ..." """
    subject = child(verb, "nsubjpass")
    if subject is None or subject.lower_ in {"it", "who", "which"}:
        return None
    if verb.lemma_.lower() in {"quote", "cite"}:
        return _quoted(reading, verb, subject)
    hedging = cues.HEARSAY_PARTICIPLES.get(verb.lemma_.lower())
    infinitive = child(verb, "xcomp")
    to = infinitive is not None and any(c.tag_ == "TO" for c in infinitive.children)
    if hedging is None or infinitive is None or _agent(verb) is not None:
        return None
    if not to and infinitive.tag_ not in {"VB", "VBN"}:
        return None
    if hedging == "none":
        return None
    content = trim(reading.doc, Stretch(subject.left_edge.i, end_of_saying(verb, infinitive)))
    if content is None:
        return None
    return Found(
        rule="raised passive",
        act=Act.HEARS,
        cue=(cue_stretch(verb),),
        content=(content,),
        head=verb.i,
        manner=Manner.HEARSAY,
        hedging=hedging,
        clause=(cue_stretch(verb),),
    )


def _quoted(reading: Reading, verb: Token, subject: Token) -> Found | None:
    saying = next(
        (t for t in verb.subtree if t.tag_ == "VBG" and t.lemma_.lower() in cues.SPEECH and t.i > verb.i), None
    )
    if saying is None:
        return None
    complement = child(saying, "ccomp")
    content = content_right(saying, complement) if complement is not None else None
    if content is None:
        speech = next((s for s in reading.full_speeches if 0 < s.inside.start - saying.i < 4), None)
        content = trim(reading.doc, speech.inside) if speech is not None else None
    if content is None:
        return None
    agent = _agent(verb)
    return Found(
        rule="quoted as saying",
        act=Act.SAYS,
        cue=(Stretch(verb.i, saying.i + 1),),
        content=(content,),
        head=verb.i,
        source=noun_phrase(subject),
        source_head=subject.i,
        listener=noun_phrase(agent) if agent is not None else None,
        manner=Manner.DIRECT if complement is None else Manner.INDIRECT,
        clause=(Stretch(verb.i, content.start),),
    )


def _accused(reading: Reading, verb: Token) -> Found | None:
    """ "X was accused by Y of Z" and "X was blamed by Y for Z"."""
    subject, agent = child(verb, "nsubjpass"), _agent(verb)
    if verb.lemma_.lower() not in {"accuse", "blame", "charge", "fault"} or subject is None or agent is None:
        return None
    reproach = next(
        (c for c in verb.subtree if c.dep_ == "prep" and c.lower_ in {"of", "for", "with"} and c.i > verb.i), None
    )
    if reproach is None:
        return None
    deed = _without_agent(reading, reproach, agent)
    if deed is None:
        return None
    content = (noun_phrase(subject), deed)
    return replace(_by_agent("passive of blame", Act.BLAMES, verb, agent, content), blamed=content[0])


def _by_agent(rule: str, act: Act, verb: Token, agent: Token, content: tuple[Stretch, ...]) -> Found:
    """Returns what the passive says by its agent, whose words end where the content goes on."""
    limit = content[-1].start if content[-1].start > agent.i else None
    return Found(
        rule=rule,
        act=act,
        cue=(cue_stretch(verb),),
        content=content,
        head=verb.i,
        source=noun_phrase(agent, before=limit),
        source_head=agent.i,
        clause=(cue_stretch(verb),),
    )


def _without_agent(reading: Reading, part: Token, agent: Token) -> Stretch | None:
    """Returns the words of a part of the sentence up to "by X", wherever the parser hung that."""
    end = part.right_edge.i + 1
    by = next((t.i for t in reading.doc[part.i : end] if t.lower_ == "by" and agent in t.subtree), end)
    return trim(reading.doc, Stretch(part.i, by))


def _judged(reading: Reading, verb: Token) -> Found | None:
    """ "X was described by Y as Z", "two of the dead were identified as Z by Y"."""
    subject, agent = child(verb, "nsubjpass"), _agent(verb)
    word = verb.lemma_.lower()
    if subject is None or agent is None or word not in cues.JUDGEMENT | {"identify", "name", "cite"}:
        return None
    said = next((c for c in verb.subtree if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
    said = said or child(verb, "oprd")
    complement = _without_agent(reading, said, agent) if said is not None else None
    if complement is None:
        return None
    return _by_agent("passive of judgement", Act.SAYS, verb, agent, (noun_phrase(subject), complement))


def _claimed(reading: Reading, verb: Token) -> Found | None:
    """ "Responsibility for the raid was claimed by X"."""
    subject, agent = child(verb, "nsubjpass"), _agent(verb)
    if subject is None or agent is None or verb.lemma_.lower() != "claim" or subject.lower_ != "responsibility":
        return None
    deed = trim(reading.doc, Stretch(subject.left_edge.i, min(subject.right_edge.i + 1, verb.i)))
    if deed is None:
        return None
    return _by_agent("claim of responsibility", Act.TAKES_RESPONSIBILITY, verb, agent, (deed,))
