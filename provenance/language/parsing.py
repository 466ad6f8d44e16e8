"""Passages to parses: in pieces that the parser can take, with their place in the passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.passages import Passage
from provenance.language.pipeline import load_pipeline
from provenance.language.sentences import sentence_starts
from provenance.records.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 6000
"""Code points of a piece at most: time and memory of a parse grow with it."""


class Piece(NamedTuple):
    """A parsed part of a passage; ``start`` is where it begins, in code points of the passage text."""

    passage: Passage
    start: int
    doc: Doc

    def span(self, first: int, end: int) -> Span:
        """Returns where tokens ``first`` to ``end`` (half-open) stand in the document text."""
        last = self.doc[end - 1]
        return self.passage.span(self.start + self.doc[first].idx, self.start + last.idx + len(last))

    def characters(self, start: int, end: int) -> Span:
        """Returns where code points of this piece stand in the document text."""
        return self.passage.span(self.start + start, self.start + end)


def parse(passages: Iterable[Passage], *, headings: bool = False) -> Iterator[Piece]:
    """Yields the parsed pieces of the passages, in order; blank passages are left out, and headings unless asked."""
    pieces = (
        (_without_runs(passage.text[a:b]), (passage, a))
        for passage in passages
        if headings or not passage.is_heading
        for a, b in cuts(passage.text)
    )
    for doc, (passage, start) in load_pipeline().pipe(pieces, as_tuples=True, batch_size=8):
        _put_in_the_past(doc)
        yield Piece(passage, start, doc)


_INVARIANT = frozenset("put set cut hit let shut cost cast split".split())


def _put_in_the_past(doc: Doc) -> None:
    """Tags verbs whose past looks like their infinitive as finite where they have a subject and no auxiliary."""
    for token in doc:
        if token.tag_ == "VB" and token.lower_ in _INVARIANT:
            parts = {child.dep_ for child in token.lefts}
            if "nsubj" in parts and not parts & {"aux", "mark"}:
                token.tag_ = "VBD"


_RUN = re.compile(r"[^\w\s]{20,}")


def _without_runs(text: str) -> str:
    """Blanks long runs of punctuation, one to one: they say nothing, and a tokenizer takes quadratic time on them."""
    return _RUN.sub(lambda run: run[0][:3] + " " * (len(run[0]) - 3), text)


def cuts(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Yields half-open intervals that cover the text, each at most ``longest`` long, cut at sentences if possible."""
    borders = [*sorted(sentence_starts(text)), len(text)] if len(text) > longest else [len(text)]
    start = end = 0
    for border in borders:
        if border - start > longest and end > start:
            yield start, end
            start = end
        while border - start > longest:
            cut = max(text.rfind(" ", start + 1, start + longest), start) + 1
            cut = cut if cut > start + 1 else start + longest
            yield start, cut
            start = cut
        end = border
    if text[start:end].strip():
        yield start, end
