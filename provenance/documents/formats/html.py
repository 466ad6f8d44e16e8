"""Reads web pages: the main text and the metadata, by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from provenance.documents.dates import iso_date
from provenance.documents.decoding import decoded
from provenance.errors import UnreadableInput
from provenance.records.document import Document

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
DATE_RULES = {"extensive_search": False, "original_date": True}
"""Dates from metadata only: a date found anywhere else in the page is a guess."""


def read_html(file: BinaryIO, path: str) -> Iterator[Document]:
    """Yields the one document of a web page; its text is the main text, a blank line between paragraphs.

    Raises:
        UnreadableInput: The file is empty or no text, or no article is found in it.
    """
    data = file.read()
    charset = CHARSET.search(data[:2048])
    yield html_document(decoded(data, path, charset.group(1).decode() if charset else None), path)


def html_document(page: str, path: str) -> Document:
    """Returns the document of a decoded web page.

    Raises:
        UnreadableInput: No article is found in it.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dict(DATE_RULES))
    text = found.text if isinstance(found, Page) else None
    if not isinstance(found, Page) or not text or not text.strip():
        raise UnreadableInput(path, "no article is found in this page", "save its text in a .txt file")
    return Document(
        text=text.strip().replace("\n", "\n\n"),
        path=path,
        publisher=found.sitename or None,
        author=found.author or None,
        title=found.title or None,
        published=iso_date(found.date or ""),
        language=found.language or _language(page),
        url=found.url or None,
    )


def _language(page: str) -> str | None:
    tag = re.search(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z-]+)", page[:4096], re.IGNORECASE)
    return tag.group(1) if tag else None
