"""Spans of the model set right by the parse: where the two mean the same words, the parse knows where these end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.attributions.clauses import content_right, end_of_saying
from provenance.attributions.reading import Reading
from provenance.attributions.rules.reporting import speaker_phrase
from provenance.attributions.syntax import Stretch, child, is_verb, subject_of, subtree, trim

if TYPE_CHECKING:
    from spacy.tokens import Token

SAME = 0.5
"""Dice coefficient, in tokens, from which two stretches mean the same words."""

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def source_of(reading: Reading, head: Token | None, source: Stretch | None) -> Stretch | None:
    """Returns the words of the speaker: the subject of the cue's verb where the model means it, or names nobody.

    Args:
        reading: The passage.
        head: The verb of the cue, or its noun; None where there is no cue.
        source: What the model took for the source.
    """
    if head is not None and child(head, "auxpass") is not None:
        return _agent(reading, head, source)
    if head is not None and head.pos_ == "NOUN":
        owner = child(head, "poss")
        if owner is None or source is None or not source.meets(subtree(owner)):
            return None
    subject = subject_of(head) if head is not None and is_verb(head) else None
    phrase = speaker_phrase(subject.noun, head) if subject is not None and head is not None else None
    named = source is not None and any(t.pos_ in _NAMING for t in reading.doc[source.start : source.end])
    if phrase is not None and (not named or (source is not None and phrase.meets(source))):
        return phrase
    return source if named else None


def _agent(reading: Reading, head: Token, source: Stretch | None) -> Stretch | None:
    """Returns who does what the passive says; its subject is what is said, expected or told, and never who speaks."""
    subject = child(head, "nsubjpass", "nsubj")
    if subject is None or source is None or not subtree(subject).meets(source):
        return source
    by = child(head, "agent")
    agent = child(by, "pobj") if by is not None else None
    return speaker_phrase(agent, head) if agent is not None else None


def contents_of(reading: Reading, head: Token | None, contents: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Returns the content to the end of its clause or its quotation, part by part, in order.

    Args:
        reading: The passage.
        head: The verb of the cue, or its noun; None where there is no cue.
        contents: The parts the model took for content.
    """
    better = [*_quoted(reading), *(_governed(head) if head is not None and is_verb(head) else ())]
    whole = Stretch(contents[0].start, contents[-1].end)
    if head is not None and not whole.start <= head.i < whole.end:
        match = next((b for b in better if _same(b, whole)), None)
        if match is not None:
            return (match,)
    repaired = [next((b for b in better if _same(b, part)), part) for part in contents]
    return tuple(dict.fromkeys(s for s in repaired if head is None or not s.start <= head.i < s.end)) or tuple(contents)


def _quoted(reading: Reading) -> Iterator[Stretch]:
    for speech in reading.full_speeches:
        inside = trim(reading.doc, speech.inside)
        if inside is not None:
            yield inside


def _governed(verb: Token) -> Iterator[Stretch]:
    """Yields what the verb says or wants behind it: its clause, its infinitive, its object."""
    clause = child(verb, "ccomp")
    if clause is not None and clause.i > verb.i:
        content = content_right(verb, clause)
        if content is not None:
            yield content
    for complement in verb.children:
        if complement.i > verb.i and complement.dep_ in {"xcomp", "dobj", "acomp", "oprd"}:
            start = max(complement.left_edge.i, verb.i + 1)
            for end in (end_of_saying(verb, complement), complement.right_edge.i + 1):
                content = trim(verb.doc, Stretch(start, end)) if end > start else None
                if content is not None:
                    yield content


def _same(one: Stretch, other: Stretch) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= SAME * (one.end - one.start + other.end - other.start)
