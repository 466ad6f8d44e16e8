"""What the span model sees and no rule finds, repaired by the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.repair import contents_of, source_of
from provenance.attributions.rules.reporting import act_of, can_speak, is_unsaid
from provenance.attributions.seen import Seen
from provenance.attributions.syntax import FINITE, Stretch, child, has_finite_verb, is_verb
from provenance.records.claim import Manner
from provenance.sources.kinds import is_pseudo_source

if TYPE_CHECKING:
    from spacy.tokens import Token

WISHED = 0.95
"""Sureness from which a wish is believed: the model is wrong about most of those below it."""

STATED = 0.9
"""Sureness from which a statement is believed."""

LISTENER = 6
"""Tokens between cue and content in which the listener and the day stand: "told the paper on Friday"."""

SAYING = cues.SPEECH | cues.BELIEF | cues.DENIAL | cues.ADMISSION | cues.EVIDENCE


def find_learned(reading: Reading, seen: Sequence[Seen]) -> Iterator[Found]:
    """Yields the attributions of the model as the rules would state them, in the order of their cues.

    A wish, a demand or an attitude is found as ``Act.UNSTATED``, and so is what does not end where a clause can end:
    it is attributed, but no claim is made of it.

    Args:
        reading: The passage.
        seen: What the model saw in it.
    """
    for one in seen:
        found = _stated(reading, one)
        if found.act is not Act.UNSTATED or (one.sureness >= WISHED and not _is_spoken(reading, found.cue)):
            yield found


def _is_spoken(reading: Reading, cue: Sequence[Stretch]) -> bool:
    """Tells whether the cue stands inside a quotation: what is wished there is part of what is said."""
    return any(i in reading.spoken for c in cue for i in range(c.start, c.end))


def _stated(reading: Reading, seen: Seen) -> Found:
    doc = reading.doc
    head = _head(reading, seen.cue) if seen.cue else None
    source = source_of(reading, head, seen.source[0] if seen.source else None)
    content = contents_of(reading, head, seen.content)
    speaker = doc[source.start : source.end].root if source is not None else None
    quoted = [s for s in reading.speeches if any(c.meets(s.inside) for c in content)]
    direct = not _is_spoken(reading, seen.cue) and any(
        s.is_full and any(s.inside.holds(c) for c in content) for s in quoted
    )
    return Found(
        rule="span model",
        act=_act(reading, seen, content, head, speaker, direct=direct),
        cue=seen.cue,
        content=content,
        head=head.i if head is not None else content[0].start,
        source=source,
        source_head=speaker.i if speaker is not None else None,
        manner=_manner(source, direct=direct, quoted=bool(quoted)),
        clause=seen.cue,
    )


def _manner(source: Stretch | None, *, direct: bool, quoted: bool) -> Manner:
    if source is None:
        return Manner.HEARSAY
    return Manner.DIRECT if direct else Manner.MIXED if quoted else Manner.INDIRECT


def _head(reading: Reading, cue: Sequence[Stretch]) -> Token:
    """Returns the verb of the cue, else its syntactic head."""
    tokens = [t for stretch in cue for t in reading.doc[stretch.start : stretch.end]]
    verbs = [t for t in tokens if is_verb(t) and t.dep_ not in {"aux", "auxpass"}]
    first = cue[0]
    return verbs[-1] if verbs else reading.doc[first.start : first.end].root


def _act(
    reading: Reading, seen: Seen, content: Sequence[Stretch], head: Token | None, speaker: Token | None, *, direct: bool
) -> Act:
    """What the cue does. A statement has a finite verb or a cue that takes things for statements."""
    if speaker is None or head is None or seen.sureness < STATED or not _is_whole(reading, seen, content):
        return Act.UNSTATED
    if not (direct or can_speak(speaker, head)) or _is_participle(head) or _is_no_source(speaker, head):
        return Act.UNSTATED
    if head.pos_ == "NOUN" or _is_spoken(reading, seen.cue) or is_unsaid(head) or _is_unreal(head):
        return Act.UNSTATED
    says = all(has_finite_verb(reading.doc, c) for c in content[:1])
    known = head.lemma_.lower() in SAYING or head.lower_ == ":"
    if not (direct or (says and known)):
        return Act.UNSTATED
    return (act_of(head, head.lemma_.lower(), None) or Act.UNSTATED) if is_verb(head) else Act.SAYS


def _is_participle(head: Token) -> bool:
    """Tells whether the cue is a bare participle ("adding", "believed to be"), whose speaker only the rules tell."""
    return head.tag_ == "VBG" or (head.tag_ == "VBN" and child(head, "aux", "auxpass") is None)


def _is_unreal(head: Token) -> bool:
    """Tells whether the saying is asked after, or only could, should or will take place."""
    unreal = any(c.tag_ == "MD" and c.lower_ not in {"can", "ca", "could"} for c in head.children)
    return unreal or head.dep_ == "xcomp" or head.sent[-1].text == "?"


def _is_no_source(speaker: Token, head: Token) -> bool:
    """Tells whether what looks like a speaker is none: a measure or a custom, or what claims lives."""
    takes = head.lemma_ == "claim" and any(c.lemma_ in {"life", "victim"} for c in head.children)
    if any(c.tag_ == "WP" and c.dep_ == "dobj" for c in head.children):
        return True  # "contrary to what Roe claimed": what that was is not said
    takes = takes or (head.lemma_ == "hold" and child(head, "ccomp") is None)
    return takes or (not is_verb(head) and is_pseudo_source(speaker.doc[speaker.left_edge.i : speaker.i + 1].text))


def _is_whole(reading: Reading, seen: Seen, content: Sequence[Stretch]) -> bool:
    """Tells whether the content is one run of words, or two around the cue, and ends where a clause can end."""
    others = [*seen.cue, *seen.source]
    if len(content) > 1:
        between = Stretch(content[0].end, content[1].start)
        if len(content) > 2 or not any(between.holds(c) for c in seen.cue):
            return False
    first = reading.doc[content[0].start]
    if first.tag_ in FINITE | {"VBG"} or any(part.meets(s) for part in content for s in seen.source):
        return False
    return all(_ends(reading, part, others) and _begins(reading, part, others) for part in content)


def _ends(reading: Reading, part: Stretch, others: Sequence[Stretch]) -> bool:
    doc = reading.doc
    if doc[part.end - 1].pos_ in {"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"}:
        return False
    return part.end >= len(doc) or doc[part.end].is_punct or doc[part.end].is_sent_start or _in(part.end, others)


def _begins(reading: Reading, part: Stretch, others: Sequence[Stretch]) -> bool:
    doc = reading.doc
    before = part.start - 1
    if doc[part.start].is_sent_start or doc[before].is_punct or doc[before].lower_ == "that" or _in(before, others):
        return True
    return any(0 <= part.start - other.end <= LISTENER for other in others)


def _in(token: int, stretches: Sequence[Stretch]) -> bool:
    return any(s.start <= token < s.end for s in stretches)
