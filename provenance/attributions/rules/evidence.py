"""Documents and pictures as sources: "footage shows", "internal ledgers list"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.clauses import end_of_saying
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.rules.reporting import cue_stretch
from provenance.attributions.syntax import Stretch, child, is_negated, is_verb, noun_phrase, subject_of, trim
from provenance.records.claim import Manner
from provenance.records.source import SourceKind
from provenance.sources.kinds import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOFT = frozenset({"appear", "seem", "purport"})


def find_evidence(reading: Reading) -> Iterator[Found]:
    """Yields what documents and pictures are said to show, in token order; "appears to show" keeps its hedge."""
    for verb in reading.doc:
        if verb.lemma_.lower() not in cues.EVIDENCE or not is_verb(verb) or verb.i in reading.spoken:
            continue
        found = _shown(reading, verb)
        if found is not None:
            yield found


def _shown(reading: Reading, verb: Token) -> Found | None:
    if child(verb, "nsubjpass", "auxpass") is not None or is_negated(verb):
        return None
    soft = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _SOFT else None
    subject = subject_of(soft if soft is not None else verb)
    if subject is None:
        return None
    phrase = noun_phrase(subject.noun)
    kind = kind_of(reading.doc[phrase.start : phrase.end].text)
    if kind not in {SourceKind.DOCUMENT, SourceKind.IMAGERY}:
        return None
    target = next((c for c in verb.children if c.i > verb.i and c.dep_ in {"ccomp", "dobj", "attr", "xcomp"}), None)
    if target is None:
        return None
    start = target.left_edge.i
    content = trim(reading.doc, Stretch(max(start, verb.i + 1), end_of_saying(verb, target)), leading={"that"})
    if content is None or content.end - content.start < 2:
        return None
    cue = cue_stretch(verb)
    return Found(
        rule="evidence",
        act=Act.SHOWS,
        cue=(Stretch(soft.i, cue.end) if soft is not None and soft.i < cue.start else cue,),
        content=(content,),
        head=verb.i,
        source=phrase,
        source_head=subject.noun.i,
        manner=Manner.EVIDENCE,
        hedging="possible" if soft is not None else None,
        clause=(cue,),
    )
