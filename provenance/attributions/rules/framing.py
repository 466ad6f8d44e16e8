"""Cues whose content is an object: "denied the raid", "put the dead at 26", "blamed X for Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.citing import cited_by, quoted_by
from provenance.attributions.clauses import channel_of, end_of_saying, listener_of, medium_below, speaker_of
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.rules.reporting import act_of, can_speak, cue_stretch, speaker_phrase
from provenance.attributions.rules.withdrawing import said_in
from provenance.attributions.syntax import (
    Stretch,
    Subject,
    chain_of_heads,
    child,
    is_negated,
    is_verb,
    lemma,
    noun_phrase,
    subtree,
    trim,
)
from provenance.records.claim import Manner

if TYPE_CHECKING:
    from spacy.tokens import Token

Frame = Callable[[Reading, "Token", "Token"], "tuple[Act, tuple[Stretch, ...]] | None"]


def find_framing(reading: Reading) -> Iterator[Found]:
    """Yields attributions whose content is no clause but an object with what is said of it, in token order."""
    for verb in reading.doc:
        if not is_verb(verb) or verb.i in reading.spoken or child(verb, "nsubjpass", "auxpass") is not None:
            continue
        if verb.lemma_.lower() not in FRAMING or _is_unreal(verb):
            continue
        subject = speaker_of(verb)
        if subject is not None and can_speak(subject.noun, verb):
            answers = ((name, frame(reading, verb, subject.noun)) for name, frame in FRAMES)
            yield from islice((_framed(reading, verb, subject, name, a) for name, a in answers if a is not None), 1)


def _framed(
    reading: Reading, verb: Token, subject: Subject, name: str, answer: tuple[Act, tuple[Stretch, ...]]
) -> Found:
    act, content = answer
    quoted = any(s.inside.start >= c.start and s.inside.end <= c.end for s in reading.speeches for c in content)
    return Found(
        rule=name,
        act=act,
        cue=(
            Stretch(cue_stretch(verb).start, content[0].start)
            if name == "claim of responsibility"
            else cue_stretch(verb),
        ),
        content=content,
        head=verb.i,
        source=speaker_phrase(subject.noun, verb),
        source_head=subject.noun.i,
        manner=Manner.MIXED if quoted else Manner.INDIRECT,
        carried=subject.carried,
        inner=cited_by(verb, subject.noun),
        listener=(listener_of(verb) if verb.lemma_.lower() in {"tell", "report"} else None)
        or quoted_by(subject.noun, verb.i),
        channel=channel_of(verb),
        blamed=_blamed(verb) if act is Act.BLAMES else None,
        clause=(_around(verb),),
    )


def _blamed(verb: Token) -> Stretch | None:
    """The party: the object, or what stands behind "on" or "at" ("blamed the raid on X", "pointed at X")."""
    target = _object(verb)
    if verb.lemma_.lower() in cues.LINKING:
        return None
    preposition = {"blame": "on", "pin": "on", "point": "at"}.get(verb.lemma_.lower())
    before = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == preposition), None)
    party = child(before, "pobj") if before is not None else None
    noun = party if party is not None and party.lower_ not in cues.TIMES else target  # "blamed X on Tuesday"
    return noun_phrase(noun) if noun is not None else None


def _around(verb: Token) -> Stretch:
    """The words directly behind the verb's object, where the day of saying may stand."""
    return Stretch(verb.left_edge.i, verb.right_edge.i + 1)


def _is_unreal(verb: Token) -> bool:
    mark = child(verb, "mark")
    modal = any(
        c.tag_ == "MD" and c.lower_ in {"would", "could", "should", "might", "may", "must"} for c in verb.children
    )
    infinitive = verb.tag_ == "VB" and not any(
        c.dep_ == "aux" and c.lower_ in {"did", "does", "do", "will"} for c in verb.children
    )
    return modal or infinitive or (mark is not None and mark.lower_ in {"if", "unless", "whether"})


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"dobj", "oprd", "attr"} and c.i > verb.i), None)


def _behind(verb: Token, start: Token) -> Stretch | None:
    """From the object to the end of what is said of it."""
    return trim(verb.doc, Stretch(start.left_edge.i, end_of_saying(verb, start)))


def _denial(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    word = verb.lemma_.lower()
    if word not in cues.DENIAL:
        return None
    target = _object(verb) or child(verb, "xcomp", "pcomp")
    if target is None or target.i < verb.i:
        return None
    if word in {"reject", "dismiss", "contest", "dispute"} and not _is_sayable_noun(target) and target.tag_ != "VBG":
        return None
    end = _object_end(verb, target)
    content = trim(verb.doc, Stretch(target.left_edge.i, end))
    if content is None:
        return None
    return (Act.LEAVES_OPEN if is_negated(verb) else Act.DENIES), (content,)


def _is_sayable_noun(noun: Token) -> bool:
    """Tells whether rejecting the thing denies something said: an accusation can be denied, an offer only declined."""
    word = noun.lemma_.lower()
    said = word in cues.STATEMENT_NOUNS | {
        "version",
        "notion",
        "suggestion",
        "idea",
        "responsibility",
        "involvement",
        "result",
    }
    clause = child(noun, "acl", "relcl", "ccomp") is not None
    return said or (clause and word in cues.STATEMENT_NOUNS | {"fact"})


_PARTAKING = frozenset("part role hand involvement share responsibility knowledge link connection tie interest".split())


def _object_end(verb: Token, target: Token) -> int:
    """Ends an object at the channel or the day it was said by: "denied the raid in a statement on Monday"."""
    medium = medium_below(target)
    if medium is not None:
        return medium
    end = target.right_edge.i + 1
    for c in verb.children:
        part = target.lemma_.lower() in _PARTAKING and c.lower_ in {"in", "of", "for", "with", "to"}
        if part and c.dep_ == "prep" and c.left_edge.i == end:
            end = c.right_edge.i + 1
        if (
            c.i > target.i
            and c.left_edge.i == end
            and ((c.dep_ in {"advcl", "prep"} and c.lower_ == "as") or c.dep_ == "oprd")
        ):
            end = c.right_edge.i + 1
        if c.i > target.i and c.dep_ == "advcl" and child(c, "advmod") is not None and c.pos_ == "ADJ":
            end = max(end, c.right_edge.i + 1)
    return end


def _number(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    if verb.lemma_.lower() not in cues.NUMBERING or is_negated(verb):
        return None
    target = _object(verb)
    if target is None or (subject.pos_ == "PRON" and subject.lower_ in {"i", "you", "we"}):
        return None
    content = _behind(verb, target)
    if content is None or not _gives_number(verb, target, content):
        return None
    return Act.SAYS, (_without_day(verb, content),)


def _gives_number(verb: Token, target: Token, content: Stretch) -> bool:
    """The number stands with "at", "as" or "to", or counts the object of a counting verb, or is of a tally."""
    doc = verb.doc
    for t in doc[content.start : content.end]:
        led = t.like_num and any(p.lower_ in {"at", "as", "to"} and p.i > target.i for p in _prepositions_over(t, verb))
        if led:
            return True
    counts = verb.lemma_.lower() in {
        "detect",
        "diagnose",
        "log",
        "count",
        "estimate",
        "list",
        "record",
        "document",
        "tally",
        "register",
        "calculate",
        "measure",
    }
    numbered = any(c.dep_ == "nummod" or c.like_num for c in target.children) or target.like_num
    measured = any(t.like_num for t in target.subtree)
    tally = target.lemma_.lower() in {"toll", "number", "count", "tally", "figure", "total", "magnitude", "estimate"}
    return (counts and (numbered or (tally and measured))) or (
        tally and measured and verb.lemma_.lower() in {"give", "cite", "indicate", "report"}
    )


def _prepositions_over(token: Token, verb: Token) -> Iterator[Token]:
    for head in chain_of_heads(token):
        if head.dep_ == "prep" or head.lower_ in {"at", "as", "to"}:
            yield head
        if head == verb:
            return


def _without_day(verb: Token, content: Stretch) -> Stretch:
    """Cuts "on Thursday" at the end of a revised count: it tells when the count was made known."""
    doc = verb.doc
    for c in verb.children:
        last = (
            c.dep_ == "prep"
            and c.lower_ == "on"
            and c.right_edge.i + 1 == content.end
            and c.left_edge.i > content.start
        )
        if last and any(t.lower_.endswith("day") for t in c.subtree):
            return trim(doc, Stretch(content.start, c.left_edge.i)) or content
    return content


def _blame(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    word = verb.lemma_.lower()
    target = _object(verb)
    if target is None or is_negated(verb):
        return None
    if word in cues.LINKING:
        linked = _linked(verb, target)
        return (Act.BLAMES, (linked,)) if linked is not None else None
    if word == "hold":
        responsible = next(
            (t for t in verb.subtree if t.lower_ in {"responsible", "accountable", "liable"} and t.i > target.i), None
        )
        if responsible is None:
            return None
    elif word not in cues.BLAME or (word not in {"blame", "accuse", "fault"} and not _has_reproach(verb, target)):
        return None
    content = _behind(verb, target)
    return (Act.BLAMES, (content,)) if content is not None else None


def _linked(verb: Token, target: Token) -> Stretch | None:
    """From the object to what it is put down to, without what a relative clause tells of that besides."""
    links = (c for c in verb.subtree if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "with"} and c.i > target.i)
    link = next(links, None)
    if link is None or target.lemma_.lower() in cues.STATEMENT_NOUNS:
        return None
    party = child(link, "pobj", "pcomp")
    end = end_of_saying(verb, target)
    if party is not None:
        relatives = (t.left_edge.i for t in party.subtree if t.dep_ == "relcl" and t.left_edge.i > party.i)
        end = min(end, *relatives, end)
    return trim(verb.doc, Stretch(target.left_edge.i, end))


def _has_reproach(verb: Token, target: Token) -> bool:
    return any(
        t.dep_ == "prep" and t.lower_ in {"for", "of", "on", "over", "as", "with"} and t.i > target.i
        for t in verb.subtree
    )


def _judgement(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    word = verb.lemma_.lower()
    if word not in cues.JUDGEMENT or is_negated(verb):
        return None
    target = _object(verb) or child(verb, "ccomp", "nsubj")
    if target is None or target.i < verb.i:
        return None
    quoted = any(verb.i < s.inside.start and s.inside.end <= reading.sentence_at(verb.i).end for s in reading.speeches)
    described = any(c.lower_ == "as" and c.i > target.i for c in verb.children)
    complement = child(verb, "oprd", "ccomp") is not None and word in _NAMING
    if not (quoted or described or complement):
        return None
    content = _behind(verb, target)
    if content is None or content.end - content.start < 3:
        return None
    denies = target.lemma_.lower() in cues.STATEMENT_NOUNS and _is_belittling(verb, target)
    return (Act.DENIES if denies else Act.SAYS), (content,)


_BELITTLING = frozenset(
    """
    false untrue baseless unfounded groundless fabricated fabrication invention lie lies fiction nonsense absurd
    ridiculous fake propaganda misleading wrong incorrect rubbish myth hoax rumour rumor slander libel falsehood
    fantasy concoction unsubstantiated ludicrous preposterous laughable distortion disinformation
    """.split()
)


_NAMING = frozenset("call label brand dub judge deem rate find pronounce consider".split())


def _is_belittling(verb: Token, target: Token) -> bool:
    return any(t.lower_ in _BELITTLING for t in verb.subtree if t.i > target.i)


def _responsibility(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    target = _object(verb)
    if target is None or verb.lemma_.lower() not in {"claim", "accept", "take", "assume", "admit"}:
        return None
    if target.lower_ not in {"responsibility", "credit", "blame"}:
        return None
    behind = next((t for t in verb.subtree if t.lower_ == "for" and t.i > target.i and t.dep_ == "prep"), None)
    deed = child(behind, "pobj", "pcomp") if behind is not None else None
    if deed is None:
        return None
    content = trim(verb.doc, Stretch(deed.left_edge.i, min(_object_end(verb, deed), end_of_saying(verb, deed))))
    if content is None:
        return None
    act = Act.DENIES if is_negated(verb) else Act.TAKES_RESPONSIBILITY
    return act, (content,)


def _retraction(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    word, phrase = verb.lemma_.lower(), lemma(verb)
    back = any(c.lower_ == "back" and c.i == verb.i + 1 for c in verb.children) and word in {"take", "walk", "pull"}
    if word not in cues.RETRACTION and not back and phrase not in {"take_back", "walk_back"}:
        return None
    target = _object(verb)
    if target is None or target.lemma_.lower() not in cues.STATEMENT_NOUNS | {"story", "version", "word"}:
        return None
    that = next((t for t in verb.doc[target.i + 1 : verb.sent.end] if t.lower_ == "that" and t.head.i > target.i), None)
    if that is None:
        return Act.RETRACTS, (said_in(target) or trim(verb.doc, subtree(target)) or subtree(target),)
    content = trim(verb.doc, Stretch(that.i + 1, end_of_saying(verb, target)))
    return (Act.RETRACTS, (content,)) if content is not None else None


def _expectation(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "expects the number to climb": the parser makes the number the subject of an infinitive."""
    if verb.lemma_.lower() not in {
        "expect",
        "believe",
        "want",
        "consider",
        "declare",
        "report",
        "project",
        "forecast",
    }:
        return None
    clause = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.tag_ == "VB" and c.i > verb.i), None)
    if clause is None or verb.lemma_.lower() == "want":
        return None
    inner = child(clause, "nsubj", "nsubjpass") or _object(verb)
    if inner is None or is_negated(verb):
        return None
    content = trim(verb.doc, Stretch(min(inner.left_edge.i, clause.left_edge.i), end_of_saying(verb, clause)))
    act = act_of(verb, lemma(verb), clause)
    return (act, (content,)) if content is not None and act is not None and content.start > verb.i else None


def _dismissal(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "brushed aside the charge", "scoffed at the claim"."""
    particles = cues.DISMISSING.get(verb.lemma_.lower())
    if particles is None or is_negated(verb):
        return None
    particle = next((c for c in verb.children if c.lower_ in particles and c.i > verb.i), None)
    if particle is None and "" not in particles:
        return None
    target = _object(verb) or (child(particle, "pobj") if particle is not None else None)
    if target is None or not (_is_sayable_noun(target) or target.lemma_.lower() in cues.STATEMENT_NOUNS | {"talk"}):
        return None
    content = trim(verb.doc, Stretch(target.left_edge.i, _object_end(verb, target)))
    return (Act.DENIES, (content,)) if content is not None else None


def _finger(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "pointed the finger at X", "laid the blame on X"."""
    target = _object(verb)
    if target is None or target.lower_ not in {"finger", "fingers", "blame"} or is_negated(verb):
        return None
    if verb.lemma_.lower() not in {"point", "lay", "put", "pin", "place", "cast"}:
        return None
    at = next((t for t in verb.subtree if t.lower_ in {"at", "on"} and t.i > target.i and t.dep_ == "prep"), None)
    party = child(at, "pobj") if at is not None else None
    content = _behind(verb, party) if party is not None else None
    return (Act.BLAMES, (content,)) if content is not None else None


def _commitment(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "vowed to strike again"."""
    deed = child(verb, "xcomp") if verb.lemma_.lower() in cues.COMMITTING else None
    to = child(deed, "aux") if deed is not None and deed.tag_ == "VB" else None
    if deed is None or to is None or to.lower_ != "to" or to.i < verb.i or is_negated(verb):
        return None
    content = trim(verb.doc, Stretch(to.i, end_of_saying(verb, deed)))
    return (Act.SAYS, (content,)) if content is not None else None


def _spoken_of(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "complained of delays", "spoke of 17 dead", "owned up to a fault"."""
    prepositions = cues.ABOUT.get(verb.lemma_.lower())
    if prepositions is None or is_negated(verb):
        return None
    link = next(
        (c for c in verb.subtree if c.lower_ in prepositions and c.dep_ == "prep" and 0 < c.i - verb.i <= 6), None
    )
    if link is not None and link.head.lemma_.lower() in {"condition", "behalf"}:
        return None  # "speaking on condition of anonymity"
    target = child(link, "pobj", "pcomp") if link is not None else None
    content = _behind(verb, target) if target is not None else None
    counted = content is not None and any(t.like_num for t in verb.doc[content.start : content.end])
    if content is None or content.end - content.start < 2 or (verb.lemma_ == "arrive" and not counted):
        return None
    admits = verb.lemma_.lower() in {"admit", "confess", "own"}
    return (Act.ADMITS if admits else Act.SAYS), (content,)


def _no_record(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "has no record of such an arrival": knows of nothing, and denies nothing."""
    target = _object(verb) if verb.lemma_.lower() in {"have", "find", "see"} else None
    if target is None or target.lemma_.lower() not in {
        "record",
        "knowledge",
        "information",
        "evidence",
        "confirmation",
        "sign",
        "indication",
        "trace",
        "proof",
    }:
        return None
    of = next((c for c in target.children if c.dep_ == "prep" and c.lower_ in {"of", "about", "on"}), None)
    that = next((t for t in target.subtree if t.lower_ == "that" and t.dep_ == "mark" and t.i == target.i + 1), None)
    opens = of or that
    if opens is None or not any(c.lower_ == "no" for c in target.children):
        return None
    content = trim(verb.doc, Stretch(opens.i + 1, end_of_saying(verb, opens if of else target)))
    return (Act.LEAVES_OPEN, (content,)) if content is not None else None


_NOT_SAID = frozenset("responsibility credit victory life victim casualty title prize".split())
"""What is claimed without a word: a flood claims lives."""


def _report_of(reading: Reading, verb: Token, subject: Token) -> tuple[Act, tuple[Stretch, ...]] | None:
    """ "reported heavy clashes", "announced the arrest of two men", "confirmed the death": something said as a noun."""
    word = verb.lemma_.lower()
    if word not in {
        "describe",
        "recount",
        "predict",
        "forecast",
        "report",
        "announce",
        "confirm",
        "claim",
        "allege",
        "declare",
        "acknowledge",
        "admit",
        "concede",
        "mention",
    }:
        return None
    target = _object(verb) or next(
        (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i), None
    )
    if target is None or target.pos_ in {"PRON"} or target.lemma_.lower() in _NOT_SAID:
        return None
    if word == "admit" and any(c.dep_ == "nummod" for c in target.children):
        return None  # a hospital admits patients
    if is_negated(verb) and word != "confirm":
        return None
    content = trim(verb.doc, Stretch(target.left_edge.i, _object_end(verb, target)))
    if content is None or content.end - content.start < 2:
        return None
    if word == "claim" and target.lemma_.lower() in cues.DEEDS:
        return Act.TAKES_RESPONSIBILITY, (content,)
    act = Act.LEAVES_OPEN if is_negated(verb) else Act.ADMITS if word in cues.ADMISSION else Act.SAYS
    return act, (content,)


FRAMING = (
    cues.DENIAL
    | cues.NUMBERING
    | cues.BLAME
    | cues.LINKING
    | cues.JUDGEMENT
    | cues.RETRACTION
    | cues.COMMITTING
    | cues.ABOUT.keys()
    | cues.DISMISSING.keys()
    | cues.SPEECH
    | cues.BELIEF
    | frozenset("hold claim accept take assume walk pull point lay put pin place cast have find see want".split())
)
"""Lemmas of the verbs that any frame looks at."""

FRAMES: tuple[tuple[str, Frame], ...] = (
    ("claim of responsibility", _responsibility),
    ("retraction", _retraction),
    ("denial of a thing", _denial),
    ("blame", _blame),
    ("judgement", _judgement),
    ("count", _number),
    ("expectation", _expectation),
    ("dismissal", _dismissal),
    ("finger pointed", _finger),
    ("commitment", _commitment),
    ("thing spoken of", _spoken_of),
    ("thing reported", _report_of),
    ("nothing known", _no_record),
)
"""The frames in the order tried: name of the rule, and what gives act and content, or None."""
