"""Reads documents: the face of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date

from provenance.documents.boilerplate import boilerplate_of
from provenance.documents.find import Input
from provenance.documents.formats.stream import read_stream
from provenance.documents.formats.table import READERS, format_of
from provenance.documents.languages import language_of
from provenance.documents.lines import merged
from provenance.documents.masthead import masthead_of, with_masthead
from provenance.records.document import Document


@dataclass(frozen=True)
class Given:
    """What the reader says of the documents; what is not None overrides the file, which overrides its text."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    republished: date | None = None
    url: str | None = None
    language: str | None = None
    derived_from: str | None = None


def read_documents(source: Input, given: Given | None = None) -> Iterator[Document]:
    """Yields the documents of one input, in order, one at a time, their boilerplate marked.

    Args:
        source: An input of kind ``documents``.
        given: Overrides what the documents say of themselves.

    Raises:
        UnreadableInput: The input, or a record in it, cannot be read. Documents before it were yielded.
    """
    suffix = format_of(source.path) if source.content is None else None
    reader = READERS.get(suffix or "", read_stream)
    with source.opened() as file:
        for document in reader(file, source.path):
            yield completed(document, given or Given())


def completed(document: Document, given: Given | None = None) -> Document:
    """Returns the document with what is given, what its text says where nothing else does, and its boilerplate.

    The text's own words tell its language better than a page's settings do; what the reader gives stands above both.
    """
    document = replace(document, language=language_of(document.text) or document.language)
    stated = {name: value for name, value in asdict(given or Given()).items() if value is not None}
    document = replace(document, **stated)
    notices = boilerplate_of(document.text)
    masthead = masthead_of(document.text, document.title, notices)
    spans = merged((*document.boilerplate, *masthead.spans, *notices))
    return replace(with_masthead(document, masthead), boilerplate=spans)
