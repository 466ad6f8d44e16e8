"""Scores what is found in texts against their marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import UnreadableInput
from provenance.evaluation.agreement import Agreement, agreement
from provenance.evaluation.gold import Gold
from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.marks import Marks
from provenance.records.source import SourceKind


@dataclass(frozen=True)
class Scored:
    """One text with the agreement on it."""

    name: str
    text: str
    agreement: Agreement


def total(results: Iterable[Scored]) -> Agreement:
    """Returns the agreement on all texts together."""
    return sum((r.agreement for r in results), Agreement({}))


def marks_of(claim: Claim) -> Marks | None:
    """Returns the words of a claim by role; None for the publisher's own voice, which nobody is credited with."""
    if claim.source.source.kind is SourceKind.PUBLISHER:
        return None
    source = claim.source.span
    return Marks(
        ((source.start, source.end),) if source else (),
        tuple((s.start, s.end) for s in claim.cue.spans) if claim.cue else (),
        tuple((s.start, s.end) for s in claim.content.spans),
    )


def scored(
    gold: Iterable[Gold],
    documents: Iterable[Document],
    claims_of: Callable[[Document], Iterable[Claim]],
    remark: Callable[[str], None],
) -> Iterator[Scored]:
    """Yields the agreement on each marked text that is among the documents, or comes with its marks.

    Args:
        gold: The marked texts.
        documents: The texts to read; each is matched by its file's name without the ending, its id or its title.
        claims_of: Finds the claims of a document.
        remark: Told of marked texts that are not among the documents.

    Raises:
        UnreadableInput: A mark lies outside its text.
    """
    by_name = _by_name(documents)
    for one in gold:
        document = by_name.get(one.name) or (Document(one.text, path=one.name) if one.text is not None else None)
        if document is None:
            remark(f"{one.name}: marked, but not among the documents; left out")
        else:
            _check(one, document.text)
            found = [marks for claim in claims_of(document) if (marks := marks_of(claim))]
            yield Scored(one.name, document.text, agreement(document.text, one.marks, list(joined(found))))


def _check(gold: Gold, text: str) -> None:
    for marks in gold.marks:
        for start, end in marks.whole():
            if not 0 <= start < end <= len(text):
                raise UnreadableInput(
                    gold.name,
                    f"a mark at [{start}, {end}] lies outside its text of {len(text):,} code points",
                    "count offsets in what `provenance extract --text` prints",
                )


def joined(found: Iterable[Marks]) -> Iterator[Marks]:
    """Yields the marks with each quotation that goes on without a cue joined to the part before it.

    The program makes a claim of each part, so that each has words of its own to agree or conflict with; people mark
    one attribution.
    """
    last: Marks | None = None
    for marks in found:
        if last is not None and not marks.cue and marks.source == last.source:
            last = last._replace(content=tuple(sorted((*last.content, *marks.content))))
            continue
        if last is not None:
            yield last
        last = marks
    if last is not None:
        yield last


def _by_name(documents: Iterable[Document]) -> Mapping[str, Document]:
    named: dict[str, Document] = {}
    for document in documents:
        for name in (document.path and Path(document.path).stem, document.path, document.given_id, document.title):
            if name:
                named.setdefault(name, document)
    return named
