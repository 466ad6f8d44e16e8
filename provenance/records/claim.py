"""A claim: a proposition put forward, with a stance, by a source in a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from provenance.records.document import Document
from provenance.records.identity import digest
from provenance.records.source import Credited, Source
from provenance.records.spans import Span


class Manner(StrEnum):
    """How the words of the source reach the reader."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    EVIDENCE = "evidence"
    HEARSAY = "hearsay"
    VOICE = "voice"


class Stance(StrEnum):
    """Whether the source affirms, denies or leaves open what the claim is about."""

    ASSERTS = "asserts"
    ACKNOWLEDGES = "acknowledges"
    DENIES = "denies"
    RETRACTS = "retracts"
    OPEN = "open"

    @property
    def affirms(self) -> bool:
        """Tells whether the claim supports what it is about."""
        return self in _AFFIRMING


_AFFIRMING = frozenset({Stance.ASSERTS, Stance.ACKNOWLEDGES})


class Hedging(StrEnum):
    """How far the wording holds back."""

    NONE = "none"
    REPORTED = "reported"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    POSSIBLE = "possible"


class Status(StrEnum):
    """Whether the claim still stands."""

    ACTIVE = "active"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"


class Bound(StrEnum):
    """What a number bounds."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    APPROX = "approx"
    VAGUE = "vague"


@dataclass(frozen=True)
class Wording:
    """Words of a document and where they stand; several spans where other words interrupt them."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Quantity:
    """A number with its bound, as an interval; ``min`` or ``max`` is None where open, both for a vague one."""

    text: str
    kind: Bound
    min: float | None
    max: float | None
    unit: str | None = None
    span: Span | None = None
    exclusive: bool = False
    """Whether the bound itself is left out ("more than")."""
    subset: bool = False
    """Whether it counts a part of another quantity ("including", "among them")."""


@dataclass(frozen=True)
class Interval:
    """Days, the first and the last included; None where open."""

    start: date | None
    end: date | None


@dataclass(frozen=True)
class Triple:
    """What is said, as that source put it: subject, predicate and object in surface words."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True)
class Claim:
    """One attribution's proposition with stance.

    ``chain`` runs from the outermost relay named to the origin, innermost last; the publisher is not listed, so it is
    empty for the publisher's own voice. ``sentence`` is the whole passage around it.
    """

    document: Document
    source: Credited
    content: Wording
    chain: tuple[Source, ...] = ()
    cue: Wording | None = None
    manner: Manner = Manner.INDIRECT
    triple: Triple | None = None
    stance: Stance = Stance.ASSERTS
    hedging: Hedging = Hedging.NONE
    quantities: tuple[Quantity, ...] = ()
    event_date: Interval | None = None
    said_date: date | None = None
    place: str | None = None
    status: Status = Status.ACTIVE
    sentence: Span | None = None
    proposition: str | None = None
    """Given with a claim read in: which claims are about the same thing."""
    responsible: str | None = None
    """The party the claim holds responsible."""
    own_evidence: bool = False
    given_id: str | None = None

    @cached_property
    def id(self) -> str:
        """``claim:`` and a digest of document, source, cue and content."""
        if self.given_id:
            return self.given_id
        cue = self.cue and (self.cue.text, self.cue.spans)
        who = (self.source.source.id, self.source.span)
        return "claim:" + digest(self.document.id, who, cue, self.content.text, self.content.spans)

    @property
    def sentence_text(self) -> str:
        """The words of the sentence around it; empty where they are not at hand."""
        return self.sentence.of(self.document.text) if self.sentence else ""

    @property
    def origin(self) -> Source:
        """The innermost source of the chain; the credited source where there is no chain."""
        return self.chain[-1] if self.chain else self.source.source

    @property
    def said_on(self) -> date | None:
        """The day it was said, as far as known: the stated day, else the day of publication."""
        return self.said_date or self.document.published

    def crediting(self, record: Callable[[Source], Source]) -> Claim:
        """Returns the claim with another record of each source it credits; it keeps its id."""
        before = (self.source.source, *self.chain)
        source, *chain = after = tuple(map(record, before))
        if after == before:
            return self
        return replace(self, source=replace(self.source, source=source), chain=tuple(chain), given_id=self.id)
