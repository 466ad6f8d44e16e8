"""Passages taken over from other documents: near-copies, and reprints that say so.

A relay often embeds a short post in a longer text, so two passages are compared by containment (how much of the
shorter lies in the longer), not by Jaccard similarity (Broder, "On the resemblance and containment of documents",
1997), over exact three-word sequences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.propositions.frames import Frame
from provenance.propositions.lexicon import words_in
from provenance.records.identity import slug
from provenance.records.proposition import Reason

GRAM = 3
CONTAINMENT = 0.8
FEWEST = 3
"""Three-word sequences a passage needs to be compared at all."""

FEWEST_OTHER_ORIGIN = 12
"""The same where the two claims have different origins: a stock phrase is not a copy."""

COMMONEST = 50
"""A three-word sequence in more passages than this says nothing."""

Grams = frozenset[tuple[str, ...]]


def grams(text: str) -> Grams:
    """Returns the three-word sequences of a text, in lower case.

    >>> sorted(grams("The bridge is down."))
    [('bridge', 'is', 'down'), ('the', 'bridge', 'is')]
    """
    words = [w.lower() for w in words_in(text)]
    return frozenset(zip(*(words[i:] for i in range(GRAM)), strict=False))


def passage(frame: Frame) -> str:
    """Returns the sentence around a claim, or its content where there is none."""
    claim = frame.claim
    around = claim.sentence.of(claim.document.text) if claim.sentence and claim.document.text else ""
    return around or claim.content.text


def containment(one: Grams, other: Grams) -> float:
    """Returns the part of the smaller set that lies in the other, 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def near_copy(one: Grams, other: Grams, *, same_origin: bool) -> bool:
    """Tells whether one passage is taken from the other, or both from a third."""
    fewest = FEWEST if same_origin else FEWEST_OTHER_ORIGIN
    return min(len(one), len(other)) >= fewest and containment(one, other) >= CONTAINMENT


def near_copies(frames: Sequence[Frame]) -> Iterator[tuple[int, int]]:
    """Yields (later, earlier) orders of claims whose passages are near-copies across documents."""
    sets = {f.order: (grams(passage(f)), grams(f.claim.content.text)) for f in frames}
    holders: dict[tuple[str, ...], list[int]] = {}
    for frame in frames:
        passages, contents = sets[frame.order]
        near: set[int] = set()
        for gram in passages | contents | {(frame.claim.origin.id, *frame.wording)}:
            bucket = holders.setdefault(gram, [])
            near.update(bucket[-COMMONEST:] if len(bucket) <= COMMONEST else ())
            bucket.append(frame.order)
        yield from ((frame.order, o) for o in sorted(near) if _is_copy(frame, frames[o], sets))


def _is_copy(frame: Frame, earlier: Frame, sets: dict[int, tuple[Grams, Grams]]) -> bool:
    if frame.document == earlier.document or frame.claim.stance is not earlier.claim.stance:
        return False
    same_origin = frame.claim.origin.id == earlier.claim.origin.id
    if same_origin and frame.wording == earlier.wording:
        return True
    mine, theirs = sets[frame.order], sets[earlier.order]
    if not near_copy(mine[0], theirs[0], same_origin=same_origin):
        return False
    return containment(mine[1], theirs[1]) >= CONTAINMENT if mine[1] and theirs[1] else True


def names_document(text: str | None, frame: Frame) -> bool:
    """Tells whether a stated origin ("reprinted from ...") names the document of a claim."""
    if not text:
        return False
    document = frame.claim.document
    exact = {document.id, document.url, document.path, document.title}
    return text in exact or slug(text) in {slug(n) for n in (document.publisher, document.title) if n}


def _cited(frame: Frame) -> frozenset[str]:
    claim = frame.claim
    sources = (claim.source.source, *claim.chain)
    return frozenset(slug(name) for source in sources for name in (source.name, *source.aliases))


def cites_outlet(frame: Frame, earlier: Frame) -> bool:
    """Tells whether a claim credits the publisher of the other claim's document, not its own."""
    publisher = earlier.claim.document.publisher
    return bool(publisher) and publisher != frame.claim.document.publisher and slug(str(publisher)) in _cited(frame)


def stated_derivation(frame: Frame, earlier: Frame) -> bool:
    """Tells whether a claim or its document says that it has this from the other document."""
    document = frame.claim.document
    if document.id == earlier.document:
        return False
    credited = any(names_document(credit.name, earlier) for credit in document.credits)
    return credited or names_document(document.derived_from, earlier) or cites_outlet(frame, earlier)


def derivation(frame: Frame, earlier: Frame, copies: frozenset[tuple[int, int]]) -> Reason | None:
    """Returns why a claim counts as taken from the earlier one of the same content, None where it does not."""
    if stated_derivation(frame, earlier):
        return Reason.STATED
    return Reason.NEAR_COPY if (frame.order, earlier.order) in copies else None
