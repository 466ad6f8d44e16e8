"""Attributions to claims: who says it, through whom, with what stance, hedging, numbers, days and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.attributions.found import Act, Found
from provenance.attributions.phrases import is_subject, phrases_of
from provenance.attributions.syntax import FINITE, Stretch, noun_phrase
from provenance.claims.dates import event_interval, said_day
from provenance.claims.hedging import hedging_of, is_disclaimer
from provenance.claims.places import place_of
from provenance.claims.quantities import find_quantities
from provenance.claims.stance import stance_of
from provenance.claims.triple import triple_of
from provenance.language.parsing import Piece
from provenance.records.claim import Claim, Hedging, Manner, Quantity, Wording
from provenance.records.document import Document
from provenance.records.identity import slug
from provenance.records.source import Credited, Source, SourceKind
from provenance.records.spans import Span, hull
from provenance.sources.persons import person_name
from provenance.sources.resolution import Cast, Phrase, split_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELAYS = frozenset({SourceKind.OUTLET, SourceKind.STATE_MEDIA, SourceKind.GROUP_MEDIA})


@dataclass
class DocumentReader:
    """Makes the claims of one document, piece by piece: the cast grows as the text is read."""

    document: Document
    cast: Cast
    sentence: int = 0
    open_speaker: Credited | None = None
    """Whose quotation the paragraph before left open."""

    def claims(self, piece: Piece, found: Sequence[Found]) -> list[Claim]:
        """Returns the claims of a parsed piece in text order.

        Args:
            piece: The next piece of the document.
            found: Its attributions in text order.
        """
        numbers = {i: self.sentence + n for n, s in enumerate(piece.doc.sents) for i in range(s.start, s.end)}
        introductions = iter([*phrases_of(piece.doc)])
        waiting = next(introductions, None)
        claims: list[tuple[int, Claim]] = []
        attributions = (f for f in found if self.open_speaker is not None or not f.is_continuation)
        speaker = None
        for attribution in sorted((p for f in attributions for p in by_speaker(piece.doc, f)), key=_place_of_source):
            limit = _place_of_source(attribution)
            while waiting is not None and waiting.start < limit:
                self.cast.introduce(self._phrase(piece, waiting, numbers))
                waiting = next(introductions, None)
            claims.append((attribution.content[0].start, self._claim(piece, attribution, numbers)))
            speaker = claims[-1][1].source if attribution.goes_on else speaker
        self.open_speaker = speaker
        while waiting is not None:
            self.cast.introduce(self._phrase(piece, waiting, numbers))
            waiting = next(introductions, None)
        self.sentence += sum(1 for _ in piece.doc.sents)
        ordered = [claim for _, claim in sorted(claims, key=lambda pair: pair[0])]
        return list(_with_disclaimers(piece, ordered))

    def _phrase(self, piece: Piece, stretch: Stretch, numbers: dict[int, int]) -> Phrase:
        tokens = piece.doc[stretch.start : stretch.end]
        head = tokens.root
        return Phrase(
            tokens.text,
            piece.span(*stretch),
            is_pronoun=len(tokens) == 1 and head.pos_ == "PRON",
            is_plural=head.tag_ in {"NNS", "NNPS"},
            is_subject=is_subject(head),
            sentence=numbers.get(stretch.start, self.sentence),
        )

    def _credit(self, piece: Piece, found: Found, numbers: dict[int, int]) -> Credited:
        if found.manner is Manner.VOICE:
            return Credited(publisher_of(self.document))
        if found.source is not None:
            pronouns = frozenset(
                t.lower_ for s in found.content for t in piece.doc[s.start : s.end] if t.pos_ == "PRON"
            )
            phrase = self._phrase(piece, found.source, numbers)
            credited = self.cast.resolve(replace(phrase, pronouns=pronouns))
            return replace(self._verbatim(credited), inferred=credited.inferred or found.carried)
        if found.is_continuation and self.open_speaker is not None:
            return replace(self.open_speaker, inferred=True, because="the quotation goes on from the paragraph before")
        return Credited(unnamed_in(self.document))

    def _verbatim(self, credited: Credited) -> Credited:
        """Returns the credit with the words as the document writes them, quotation marks and line ends too."""
        return replace(credited, text=credited.span.of(self.document.text)) if credited.span is not None else credited

    def _claim(self, piece: Piece, found: Found, numbers: dict[int, int]) -> Claim:
        document = self.document
        credited = self._credit(piece, found, numbers)
        content = [piece.doc[s.start : s.end] for s in found.content]
        spans = tuple(part for s in found.content for part in _read(piece.span(*s), document))
        speaker, chain = self._chain(piece, found, credited, numbers)
        cue = tuple(piece.span(*s) for s in found.cue if found.manner is not Manner.VOICE)
        head = piece.doc[found.head]
        hedging = (
            Hedging(found.hedging) if found.hedging else hedging_of(head.lemma_.lower() if found.cue else None, content)
        )
        sentences = [
            piece.span(t.sent.start, t.sent.end)
            for s in found.content
            for t in (piece.doc[s.start], piece.doc[s.end - 1])
        ]
        clause = [piece.doc[s.start : s.end] for s in found.clause]
        return Claim(
            document=document,
            source=speaker,
            content=_wording(spans, document),
            chain=chain,
            cue=_wording(cue, document) if cue else None,
            manner=found.manner,
            triple=triple_of(content),
            stance=stance_of(found.act, content),
            hedging=hedging,
            quantities=tuple(_placed(piece, q, document.text) for q in find_quantities(content)),
            event_date=event_interval(content, document.published),
            said_date=said_day(clause, document.published) if clause else None,
            place=place_of(content),
            sentence=hull(sentences),
            responsible=self._responsible(piece, found, credited),
        )

    def _chain(
        self, piece: Piece, found: Found, credited: Credited, numbers: dict[int, int]
    ) -> tuple[Credited, tuple[Source, ...]]:
        """Returns the credited source and the chain from the outermost relay to the origin."""
        if found.manner is Manner.VOICE:
            return credited, ()
        chain = [credited.source]
        if found.channel is not None:
            channel = self._verbatim(self.cast.resolve(self._phrase(piece, found.channel, numbers)))
            if channel.source.kind in _RELAYS | {SourceKind.UNKNOWN} and channel.source.id != credited.source.id:
                chain.insert(0, channel.source)
                credited = channel
        for stretch in found.inner:
            inner = self.cast.resolve(self._phrase(piece, stretch, numbers)).source
            if inner.id not in {s.id for s in chain}:
                chain.append(inner)
        if found.listener is not None:
            told = self.cast.peek(self._phrase(piece, found.listener, numbers))
            named = {s.id for s in chain}
            if (
                told is not None
                and told.kind in _RELAYS
                and told.id not in named
                and slug(told.name) != slug(self.document.outlet)
            ):
                chain.insert(0, told)
        return credited, tuple(chain)

    def _responsible(self, piece: Piece, found: Found, credited: Credited) -> str | None:
        if found.act is Act.TAKES_RESPONSIBILITY:
            return credited.source.name
        if found.act is Act.BLAMES and found.blamed is not None:
            return piece.doc[found.blamed.start : found.blamed.end].text
        return None


def by_speaker(doc: Doc, found: Found) -> Iterator[Found]:
    """Yields the attribution once for each of several named speakers: "the army and the Red Cross said" is two claims.

    Several of which none has a name ("activists and residents") stay one source.
    """
    parts = _coordinated(doc, found)
    named = [split_name(doc[s.start : s.end].text)[0] is not None for s in parts]
    if (len(parts) > 1 and any(named)) or (len(parts) == 1 and parts[0] != found.source):
        yield from (replace(found, source=part) for part in parts)
    else:
        yield found


def _coordinated(doc: Doc, found: Found) -> list[Stretch]:
    if found.source is None or found.source_head is None:
        return []
    heads = [doc[found.source_head]]
    while following := [c for c in heads[-1].children if c.dep_ == "conj" and _is_joined(heads[-1], c)]:
        heads.append(following[0])
    inside = [h for h in heads if found.source.start <= h.i < found.source.end]
    if len(inside) < 2 or not any(t.lower_ in {"and", "&"} for t in doc[found.source.start : found.source.end]):
        return _two_in_office(doc, found.source)
    parts = [noun_phrase(head, before=_next_joint(head)) for head in inside]
    return _without_neighbours(doc, found, parts)


def _is_joined(one: Token, other: Token) -> bool:
    """Tells whether two nouns stand side by side by "and" or a comma, not by a hyphen inside a name."""
    between = {t.lower_ for t in one.doc[one.i + 1 : other.i]}
    noun = other.pos_ in {"PROPN", "NOUN"} and other.text[0].isalnum()
    return noun and bool(between & {"and", "&", ","}) and '"' not in between


def _two_in_office(doc: Doc, source: Stretch) -> list[Stretch]:
    """Splits "Minister Roe and Governor Poe", which the parser takes for one name."""
    joint = next((t.i for t in doc[source.start : source.end] if t.lower_ == "and"), None)
    if joint is None or not source.start < joint < source.end - 1:
        return [source]
    parts = [Stretch(source.start, joint), Stretch(joint + 1, source.end)]
    offices = [person_name(doc[s.start : s.end].text)[0] for s in parts]
    return parts if all(offices) else [source]


def _without_neighbours(doc: Doc, found: Found, parts: list[Stretch]) -> list[Stretch]:
    """Keeps to one of two clauses run together: '"...," said Roe, and her deputy, Poe, denied that ...'."""
    first, last = parts[0], parts[-1]
    after = last.end + (last.end < len(doc) and doc[last.end].text == ",")
    inverted = bool(found.cue) and found.cue[0].end <= first.start
    if inverted and after < len(doc) and doc[after].tag_ in FINITE:
        return [first]
    return [last] if not inverted and first.start > 0 and doc[first.start - 1].tag_ in FINITE else parts


def _next_joint(head: Token) -> int | None:
    return min((c.i for c in head.children if c.dep_ in {"cc", "conj"} and c.i > head.i), default=None)


def _place_of_source(found: Found) -> int:
    """Where the source stands; attributions without one stand where their content begins."""
    return found.source.start if found.source is not None else found.content[0].start


def publisher_of(document: Document) -> Source:
    """Returns the publisher as a source of its own voice."""
    name = slug(document.outlet)
    return Source(f"source:voice@{name}", document.outlet, SourceKind.PUBLISHER, family=f"source:{name}")


def unnamed_in(document: Document) -> Source:
    """Returns whoever a document has it from without saying so ("reportedly"): one for each outlet."""
    return Source(f"source:unnamed@{slug(document.outlet)}", "unnamed source", SourceKind.UNNAMED)


def _read(span: Span, document: Document) -> Iterator[Span]:
    """Yields what of a span was read: a page's foot inside a sentence is no part of its words."""
    start = span.start
    for skipped in document.boilerplate:
        if span.start <= skipped.start and skipped.end <= span.end:
            yield from _within_blanks(start, skipped.start, document.text)
            start = skipped.end
    yield from _within_blanks(start, span.end, document.text)


def _within_blanks(start: int, end: int, text: str) -> Iterator[Span]:
    words = text[start:end]
    bare = words.strip()
    if bare:
        start += words.index(bare)
        yield Span(start, start + len(bare))


def _wording(spans: tuple[Span, ...], document: Document) -> Wording:
    return Wording(" ".join(s.of(document.text) for s in spans), spans)


def _placed(piece: Piece, quantity: Quantity, text: str) -> Quantity:
    """Returns the quantity with its span in the document text, and the words that stand there."""
    if quantity.span is None:
        return quantity
    span = piece.characters(*quantity.span)
    return replace(quantity, span=span, text=span.of(text))


def _with_disclaimers(piece: Piece, claims: Iterable[Claim]) -> Iterator[Claim]:
    """A sentence that says a claim could not be checked marks the one directly before it as unconfirmed."""
    sentences = list(piece.doc.sents)
    doubted = {piece.span(before.start, before.end) for before, after in pairwise(sentences) if is_disclaimer(after)}
    for claim in claims:
        hit = claim.hedging is Hedging.NONE and any(claim.content.spans[-1].meets(d) for d in doubted)
        named = claim.source.source.kind is not SourceKind.PUBLISHER
        yield replace(claim, hedging=Hedging.UNCONFIRMED) if hit and named else claim
