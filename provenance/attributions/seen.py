"""What the span model saw, as token stretches of the parse of the passage it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from provenance.attributions.syntax import Stretch, trim
from provenance.records.marks import Marks, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from provenance.documents.passages import Passage
    from provenance.language.parsing import Piece
    from provenance.spans.decode import Marked


class Seen(NamedTuple):
    """An attribution of the model; ``sureness`` is the probability of its cue, 0 to 1."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    sureness: float


def seen_by_piece(
    passages: Sequence[Passage], pieces: Iterable[Piece], *, use: bool = True
) -> Iterator[tuple[Piece, tuple[Seen, ...]]]:
    """Yields each parsed piece with what the model saw in it.

    Args:
        passages: All passages of a document, in order: the model reads a passage beside those around it.
        pieces: Their parses.
        use: Whether to use the model; without it nothing is seen.
    """
    by_passage: dict[int, list[Marked]] = defaultdict(list)
    if use:
        from provenance.spans.model import load_span_model

        for one in load_span_model().marked([p.text for p in passages]):
            by_passage[id(passages[one.paragraph])].append(one)
    for piece in pieces:
        marked = (_inside(one, piece.start, len(piece.doc.text)) for one in by_passage[id(piece.passage)])
        yield piece, tuple(seen_in(piece.doc, (m for m in marked if m is not None)))


def _inside(one: Marked, start: int, length: int) -> tuple[Marks, float] | None:
    """Returns the marks in code points of a piece; None where a part of them lies outside it."""
    marks = one.marks.shifted(-start)
    return (marks, one.sureness) if all(a >= 0 and b <= length for a, b in marks.whole()) else None


def seen_in(doc: Doc, marked: Iterable[tuple[Marks, float]]) -> Iterator[Seen]:
    """Yields the attributions on whole tokens, without loose punctuation; those that leave nothing are left out.

    Args:
        doc: A parsed passage.
        marked: Spans in half-open code points of the text of ``doc``, each with its sureness.
    """
    for marks, sureness in marked:
        source, cue, content = (tuple(_stretches(doc, spans)) for spans in marks)
        content = tuple(s for part in content if (s := trim(doc, part, leading={"that"})) is not None)
        if content:
            yield Seen(source, cue, content, sureness)


def _stretches(doc: Doc, spans: Spans) -> Iterator[Stretch]:
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span):
            stretch = trim(doc, Stretch(span.start, span.end))
            yield stretch or Stretch(span.start, span.end)
