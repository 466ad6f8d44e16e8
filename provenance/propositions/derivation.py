"""Passages taken over from other documents: near-copies, and reprints that say so.

A relay often embeds a short post in a longer text, so two passages are compared by containment (how much of the
shorter lies in the longer), not by Jaccard similarity (Broder, "On the resemblance and containment of documents",
1997), over exact three-word sequences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from provenance.propositions.lexicon import words_in
from provenance.propositions.placed import Placed
from provenance.records.identity import slug
from provenance.records.proposition import Reason
from provenance.records.source import Source

GRAM = 3
CONTAINMENT = 0.8
FEWEST = 3
"""Three-word sequences a passage needs to be compared at all."""

FEWEST_OTHER_ORIGIN = 12
"""The same where the two claims have different origins: a stock phrase is not a copy."""

COMMONEST = 50
"""A three-word sequence in more passages than this says nothing."""

Grams = frozenset[tuple[str, ...]]
Copies = frozenset[tuple[int, int]]
"""(later, earlier) orders of claims."""


@lru_cache(maxsize=4096)
def grams(text: str) -> Grams:
    """Returns the three-word sequences of a text, in lower case.

    >>> sorted(grams("The bridge is down."))
    [('bridge', 'is', 'down'), ('the', 'bridge', 'is')]
    """
    words = [w.lower() for w in words_in(text)]
    return frozenset(zip(*(words[i:] for i in range(GRAM)), strict=False))


def passage(frame: Placed) -> str:
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


@dataclass(frozen=True)
class Passage:
    """The words of a claim, and those around it, as sets of three-word sequences."""

    frame: Placed

    @cached_property
    def around(self) -> Grams:
        """Those of the sentence."""
        return grams(passage(self.frame))

    @cached_property
    def content(self) -> Grams:
        """Those of the content."""
        return grams(self.frame.claim.content.text)

    @cached_property
    def origin(self) -> str:
        """The id of the origin."""
        return self.frame.claim.origin.id


def near_copies(frames: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """Yields (later, earlier) orders of claims whose passages are near-copies across documents.

    Args:
        frames: Claims in their order.
    """
    passages = list(map(Passage, frames))
    pairs = combinations(passages, 2) if len(passages) <= COMMONEST else _sharing(passages)
    return ((later.frame.order, earlier.frame.order) for earlier, later in pairs if _is_copy(later, earlier))


def _sharing(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yields (earlier, later) passages that share a three-word sequence, or the whole wording and the origin."""
    holders: dict[tuple[str, ...], list[Passage]] = {}
    for later in passages:
        near: dict[int, Passage] = {}
        for gram in later.around | later.content | {(later.origin, *later.frame.wording)}:
            bucket = holders.setdefault(gram, [])
            near.update({p.frame.order: p for p in bucket} if len(bucket) <= COMMONEST else {})
            bucket.append(later)
        yield from ((near[order], later) for order in sorted(near))


def _is_copy(later: Passage, earlier: Passage) -> bool:
    one, other = later.frame, earlier.frame
    if one.document == other.document or one.claim.stance is not other.claim.stance:
        return False
    same_origin = later.origin == earlier.origin
    if same_origin and one.wording == other.wording:
        return True
    if not near_copy(later.around, earlier.around, same_origin=same_origin):
        return False
    return containment(later.content, earlier.content) >= CONTAINMENT if later.content and earlier.content else True


def names_document(text: str | None, frame: Placed) -> bool:
    """Tells whether a stated origin ("reprinted from ...") names the document of a claim."""
    if not text:
        return False
    document = frame.claim.document
    exact = {document.id, document.url, document.path, document.title}
    return text in exact or slug(text) in {slug(n) for n in (document.publisher, document.title) if n}


@lru_cache(maxsize=8192)
def _names_of(source: Source) -> frozenset[str]:
    return frozenset(slug(name) for name in (source.name, *source.aliases))


def cites_outlet(frame: Placed, earlier: Placed) -> bool:
    """Tells whether a claim credits the publisher of the other claim's document, not its own."""
    claim, publisher = frame.claim, earlier.claim.document.publisher
    if not publisher or publisher == claim.document.publisher:
        return False
    name = slug(publisher)
    return any(name in _names_of(source) for source in (claim.source.source, *claim.chain))


def stated_derivation(frame: Placed, earlier: Placed) -> bool:
    """Tells whether a claim or its document says that it has this from the other document."""
    document = frame.claim.document
    if document.id == earlier.document:
        return False
    credited = any(names_document(credit.name, earlier) for credit in document.credits)
    return credited or names_document(document.derived_from, earlier) or cites_outlet(frame, earlier)


def derivation(frame: Placed, earlier: Placed, copies: Copies) -> Reason | None:
    """Returns why a claim counts as taken from the earlier one of the same content, None where it does not."""
    if stated_derivation(frame, earlier):
        return Reason.STATED
    return Reason.NEAR_COPY if (frame.order, earlier.order) in copies else None
