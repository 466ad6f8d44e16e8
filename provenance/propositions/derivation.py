"""Passages taken over from other documents: near-copies, and reprints that say so.

A relay often embeds a short post in a longer text, so two passages are compared by containment (how much of the
shorter lies in the longer), not by Jaccard similarity (Broder, "On the resemblance and containment of documents",
1997), over exact three-word sequences. Which passages are compared at all is decided by prefix filtering (Chaudhuri,
Ganti and Kaushik, "A primitive operator for similarity joins in data cleaning", 2006), which misses none.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from provenance.propositions.lexicon import wording_of
from provenance.propositions.placed import Placed
from provenance.records.claim import Stance
from provenance.records.document import Document
from provenance.records.identity import slug
from provenance.records.source import Source

GRAM = 3
CONTAINMENT = 0.8
FEWEST = 3
"""Three-word sequences a passage needs to be compared at all."""

FEWEST_OTHER_ORIGIN = 12
"""The same where the two claims have different origins: a stock phrase is not a copy."""

FEW = 50
"""Passages up to which each is compared with each."""

MOST_COPIED = 50
"""Of how many passages that share a rare sequence with it, the first ones, a passage may be a copy."""

Grams = frozenset[tuple[str, ...]]
Copies = frozenset[tuple[int, int]]
"""(later, earlier) orders of claims."""


def grams(text: str) -> Grams:
    """Returns the three-word sequences of a text, in lower case.

    >>> sorted(grams("The bridge is down."))
    [('bridge', 'is', 'down'), ('the', 'bridge', 'is')]
    """
    return frozenset(_grams(text))


def _grams(text: str) -> Iterator[tuple[str, ...]]:
    words = wording_of(text)
    return zip(*[words[i:] for i in range(GRAM)], strict=False)


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[int, ...]:
    """Returns the sequences as numbers, each once, in the order of the text."""
    return tuple(dict.fromkeys(map(hash, _grams(text))))


@lru_cache(maxsize=4096)
def _key_set(text: str) -> frozenset[int]:
    return frozenset(map(hash, _grams(text)))


def passage(frame: Placed) -> str:
    """Returns the sentence around a claim, or its content where there is none."""
    return frame.claim.sentence_text or frame.claim.content.text


def containment(one: frozenset[object], other: frozenset[object]) -> float:
    """Returns the part of the smaller set that lies in the other, 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


class Passage(NamedTuple):
    """The words of a claim, and those around it, with what rules a comparison out."""

    frame: Placed
    document: str
    stance: Stance
    origin: str
    around: str
    size: int
    """How many three-word sequences there are."""
    keys: frozenset[int]
    """Those of them that other passages have too; it may hold others."""

    def copies(self, other: Passage) -> bool:
        """Tells whether one passage is taken from the other, or both from a third."""
        if self.document == other.document or self.stance is not other.stance:
            return False
        same_origin = self.origin == other.origin
        if same_origin and self.frame.wording == other.frame.wording:
            return True
        smaller = min(self.size, other.size)
        if smaller < (FEWEST if same_origin else FEWEST_OTHER_ORIGIN):
            return False
        return len(self.keys & other.keys) >= CONTAINMENT * smaller and self._contents_alike(other)

    def _contents_alike(self, other: Passage) -> bool:
        contents = self.frame.claim.content.text, other.frame.claim.content.text
        if contents == (self.around, other.around):
            return True
        mine, theirs = map(_key_set, contents)
        return not (mine and theirs) or containment(mine, theirs) >= CONTAINMENT


def _passage(frame: Placed, around: str, size: int, keys: frozenset[int]) -> Passage:
    claim = frame.claim
    return Passage(frame, frame.document, claim.stance, claim.origin.id, around, size, keys)


def near_copies(frames: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """Yields (later, earlier) orders of claims whose passages are near-copies across documents, each once.

    Where more than ``MOST_COPIED`` passages share their rarest words, only the first of them count as copied.

    Args:
        frames: Claims in their order.
    """
    pairs = _each_with_each(frames) if len(frames) <= FEW else likely_copies(frames)
    return ((later.frame.order, earlier.frame.order) for earlier, later in pairs if later.copies(earlier))


def _each_with_each(frames: Sequence[Placed]) -> Iterator[tuple[Passage, Passage]]:
    if len(frames) < 2:
        return iter(())
    texts = map(passage, frames)
    sets = ((text, _key_set(text)) for text in texts)
    return combinations([_passage(f, text, len(keys), keys) for f, (text, keys) in zip(frames, sets, strict=True)], 2)


def likely_copies(frames: Sequence[Placed]) -> Iterator[tuple[Passage, Passage]]:
    """Yields (earlier, later) passages that may be copies: every pair that is one, and few others.

    A passage lies in another only if they share four in five of its sequences, so one at least of any of its own that
    are more than a fifth. Of those the rarest are looked up. What only one passage has is not kept.
    """
    texts = list(map(passage, frames))
    keys = [array("q", _keys(text)) for text in texts]
    holders = _holders(keys)
    shared = [[key for key in own if key in holders] for own in keys]
    passages = [
        _passage(frame, text, len(own), frozenset(some))
        for frame, text, own, some in zip(frames, texts, keys, shared, strict=True)
    ]
    likely = _same_words(passages)
    for at, own in enumerate(shared):
        for other in _rarely_sharing(at, passages[at].size, own, holders) - {at}:
            likely[max(at, other)].add(min(at, other))
    for at, others in enumerate(likely):
        yield from ((passages[other], passages[at]) for other in sorted(others))


def _rarely_sharing(at: int, size: int, own: Sequence[int], holders: Mapping[int, Sequence[int]]) -> set[int]:
    """Returns the places of passages that the passage at a place may lie in, going by its rarest sequences.

    Of two passages that share one, the earlier or the later must be among the first that have it.
    """
    spare = len(own) - math.ceil(CONTAINMENT * size)
    if spare < 0 or size < FEWEST:
        return set()
    rarest = (holders[key] for key in sorted(own, key=lambda key: len(holders[key]))[: spare + 1])
    return set().union(*(found if at <= found[:MOST_COPIED][-1] else found[:MOST_COPIED] for found in rarest))


def _same_words(passages: Sequence[Passage]) -> list[set[int]]:
    """Returns for each passage the earlier ones that have its origin and all its words, however few."""
    first: dict[tuple[str, ...], list[int]] = {}
    found: list[set[int]] = []
    for at, each in enumerate(passages):
        before = first.setdefault((each.origin, *each.frame.wording), [])
        found.append(set(before))
        if len(before) < MOST_COPIED:
            before.append(at)
    return found


def _holders(keys: Sequence[Sequence[int]]) -> dict[int, array[int]]:
    """Returns for each sequence that several passages have the places of these."""
    once: set[int] = set()
    twice: set[int] = set()
    for own in keys:
        twice.update(once.intersection(own))
        once.update(own)
    found: dict[int, array[int]] = {}
    for at, own in enumerate(keys):
        for key in own:
            if key in twice:
                found.setdefault(key, array("l")).append(at)
    return found


def stated_sources(frames: Sequence[Placed]) -> dict[int, list[Placed]]:
    """Returns, by the order of a claim, the earlier claims that it or its document says it has this from.

    It credits the publisher of the other document, or its own document names that one as its origin.

    Args:
        frames: Claims in their order.
    """
    outlets = {_outlet(frame) for frame in frames}
    if not any(_reprinted(f.claim.document) or _cited(f) & outlets - {_outlet(f)} for f in frames):
        return {}
    met = _Published()
    found: dict[int, list[Placed]] = {}
    for frame in frames:
        found[frame.order] = list(met.sources_of(frame))
        met.add(frame)
    return found


@dataclass(frozen=True)
class _Published:
    """The claims met so far, by the names under which others may say that they have something from them."""

    by_outlet: dict[str, list[Placed]] = field(default_factory=dict)
    by_name: dict[str, list[Placed]] = field(default_factory=dict)
    by_slug: dict[str, list[Placed]] = field(default_factory=dict)

    def add(self, frame: Placed) -> None:
        document = frame.claim.document
        self.by_outlet.setdefault(_outlet(frame), []).append(frame)
        for name in {document.id, document.url, document.path, document.title}:
            self.by_name.setdefault(name or "", []).append(frame)
        for name in {slug(n) for n in (document.publisher, document.title) if n}:
            self.by_slug.setdefault(name, []).append(frame)

    def sources_of(self, frame: Placed) -> Iterator[Placed]:
        document = frame.claim.document
        for name in _reprinted(document):
            named = (*self.by_name.get(name, ()), *self.by_slug.get(slug(name), ()))
            yield from (other for other in named if other.document != document.id)
        for name in _cited(frame) - {""}:
            cited = self.by_outlet.get(name, ())
            yield from (other for other in cited if other.claim.document.publisher != document.publisher)


def _outlet(frame: Placed) -> str:
    return slug(frame.claim.document.publisher or "") if frame.claim.document.publisher else ""


def _reprinted(document: Document) -> tuple[str, ...]:
    """Returns what a document says it reprints, and whom it credits for it."""
    names = (document.derived_from, *(credit.name for credit in document.credits))
    return tuple(name for name in names if name)


def _cited(frame: Placed) -> frozenset[str]:
    claim = frame.claim
    own = _names_of(claim.source.source)
    beyond = [source for source in claim.chain if source is not claim.source.source]
    return own.union(*map(_names_of, beyond)) if beyond else own


@lru_cache(maxsize=8192)
def _names_of(source: Source) -> frozenset[str]:
    return frozenset(slug(name) for name in (source.name, *source.aliases))
