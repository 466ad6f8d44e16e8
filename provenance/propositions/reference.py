"""Claims that point at what somebody else said: "rejected the allegation", "any role in this", "the same figure"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.propositions.frames import Frame
from provenance.propositions.happening import in_other_scenes
from provenance.propositions.lexicon import STOP, listed, stem, words_in
from provenance.propositions.names import name_words
from provenance.propositions.parties import BLAME, spoken_for
from provenance.records.claim import Manner, Stance

RETORTS = frozenset(
    map(
        stem,
        "counter countered retort retorted rebut rebutted refute refuted contradict contradicted dispute".split(),
    )
)
PARTAKING = frozenset(
    map(stem, "wrongdoing part role involvement responsibility hand knowledge link connection".split())
)
POINTERS = frozenset({"it", "this", "that", "them", "these", "those"})
REACH = 6
"""How many claims back a reference may point."""


def retorts(frame: Frame) -> bool:
    """Tells whether the cue says that the claim answers another ("retorted", "countered")."""
    cue = frame.claim.cue.text if frame.claim.cue else ""
    return any(stem(word) in RETORTS for word in words_in(cue))


def _before(frame: Frame, document: Sequence[Frame]) -> Iterator[Frame]:
    """Yields the claims before this one in its document, the nearest first."""
    earlier = [f for f in document if f.order < frame.order]
    yield from reversed(earlier[-REACH:])


def _speaker(frame: Frame) -> frozenset[str]:
    sources = (frame.claim.source.source, *frame.claim.chain)
    names = (name for s in sources for name in (s.name, spoken_for(s)))
    texts = [f"of {name}" for name in (*names, frame.claim.source.text or "")]
    return frozenset(n for text in texts for n in name_words(text))


def _credits_somebody(frame: Frame) -> bool:
    """Tells whether somebody is credited, be it nobody in particular ("reportedly")."""
    return frame.claim.source.text is not None or frame.claim.manner is Manner.HEARSAY


def blames_speaker(frame: Frame, speaker: Frame) -> bool:
    """Tells whether a claim holds the speaker of another one responsible."""
    named = frame.party is not None and bool(frame.party.names & _speaker(speaker))
    return named or bool(_plain_words(frame.claim.responsible) & _plain_words(speaker.claim.source.text))


def _plain_words(text: str | None) -> frozenset[str]:
    """Returns the stems of a noun phrase, for parties that have no name ("the contractor")."""
    return frozenset(stem(w) for w in words_in(text or "") if w.lower() not in STOP)


def _words_of_saying(frame: Frame) -> frozenset[str]:
    cue = frame.claim.cue.text if frame.claim.cue else ""
    return frozenset(stem(w)[:5] for w in words_in(cue))


def _names_the_cue(denial: Frame, frame: Frame) -> bool:
    """Tells whether the denial's noun is the noun of the other's cue ("declared": "the declaration")."""
    nouns = {stem(w)[:5] for w in words_in(denial.claim.content.text)} & {s[:5] for s in listed("said")}
    return bool(nouns & _words_of_saying(frame))


def denied_by_reference(denial: Frame, document: Sequence[Frame]) -> list[Frame]:
    """Returns what a denial without content of its own points at: a claim, or all that a source says in one sentence.

    A claim that blames the denier comes first, then one whose cue the denial names, then, where the denial is of words
    ("the allegation", "the figure"), the nearest attributed one. "Any wrongdoing" without a blame denies nobody.

    Args:
        denial: The denial.
        document: The claims of its document, in order.
    """
    able = [
        f
        for f in _before(denial, document)
        if not in_other_scenes(denial, f)
        if (f.affirms and f.claim.source.source.id != denial.claim.source.source.id) or _relayed(f, denial)
    ]
    attributed = [f for f in able if _credits_somebody(f)]
    blaming = [f for f in able if blames_speaker(f, denial)]
    named = [f for f in attributed if _names_the_cue(denial, f)]
    if _is_of_figures(denial):
        attributed = [f for f in attributed if f.counts] or attributed
    meant = next(iter(blaming or named or (attributed if _is_of_words(denial) else [])), None)
    if meant is None or not POINTERS & set(denial.wording[:1]):
        return [meant] if meant else []
    return [f for f in able if f is meant or _says_beside(f, meant)]


def _says_beside(frame: Frame, other: Frame) -> bool:
    """Tells whether one source says both in one sentence."""
    sources = {f.claim.source.source.id for f in (frame, other)}
    return len(sources) == 1 and frame.claim.sentence is not None and frame.claim.sentence == other.claim.sentence


def _is_of_words(denial: Frame) -> bool:
    """Tells whether what is denied is something said, or "it", or a deed; "any wrongdoing" is none of these."""
    stems = {stem(word) for word in denial.wording}
    said = (listed("said") | listed("figure")) - PARTAKING - BLAME
    return bool(stems & said or POINTERS & {*denial.wording}) or not stems & PARTAKING


def _is_of_figures(denial: Frame) -> bool:
    return bool({stem(word) for word in words_in(denial.claim.content.text)} & listed("figure"))


def _relayed(frame: Frame, denial: Frame) -> bool:
    """Tells whether another speaks for the denier in that claim: the alleged origin may deny having said it."""
    return frame.affirms and len(frame.claim.chain) > 1 and frame.claim.origin.id == denial.claim.origin.id


def answered(reply: Frame, document: Sequence[Frame]) -> Frame | None:
    """Returns the nearest earlier claim credited to another that a retort shares a predicate or a thing with."""
    before = (f for f in _before(reply, document) if f.origin != reply.origin and _credits_somebody(f))
    others = (f for f in before if f.claim.stance is not Stance.OPEN)
    return next((f for f in others if f.families & reply.families or f.topic & reply.topic), None)


def repeated(frame: Frame, document: Sequence[Frame]) -> Frame | None:
    """Returns the nearest earlier claim with a number, one of the same origin first, that a repeated figure means."""
    numbered = [f for f in _before(frame, document) if f.counts and f.affirms]
    same_origin = [f for f in numbered if f.origin == frame.origin]
    return next(iter(same_origin or numbered), None)
