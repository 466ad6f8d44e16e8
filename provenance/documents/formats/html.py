"""Reads web pages: the main text and the metadata, by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser
from typing import BinaryIO

from provenance.documents.dates import full_date, iso_date
from provenance.documents.decoding import decoded
from provenance.errors import UnreadableInput
from provenance.records.document import Document

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
DATE_NAMES = set(
    """
    article:published_time og:published_time og:article:published_time datepublished date dc.date dc.date.issued
    dcterms.date dcterms.issued dcterms.created pubdate publishdate publish-date publication_date parsely-pub-date
    sailthru.date article.published citation_publication_date publication-date
    """.split()
)
"""Names under which pages state the day they were published."""
YEARS = range(1700, 2201)
"""Years in which pages are published; 0001 and 9999 mean that nobody filled in the field."""
DATE_IN_JSON = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')


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

    found = bare_extraction(page, with_metadata=True, include_comments=False)
    text = found.text if isinstance(found, Page) else None
    if not isinstance(found, Page) or not text or not text.strip():
        raise UnreadableInput(path, "no article is found in this page", "save its text in a .txt file")
    return Document(
        text=text.strip().replace("\n", "\n\n"),
        path=path,
        publisher=found.sitename or None,
        author=found.author or None,
        title=found.title or None,
        published=_published(page),
        language=found.language or _language(page),
        url=found.url or None,
    )


class _StatedDates(HTMLParser):
    """Collects the days that the tags of a page name as that of publication."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the date of a ``meta`` or ``time`` tag that states it."""
        values = {name: value or "" for name, value in attrs}
        names = {values.get(name, "").lower() for name in ("property", "name", "itemprop")}
        if (tag == "meta" and names & DATE_NAMES) or (
            tag == "time" and ("pubdate" in values or "datepublished" in names)
        ):
            self.words.append(values.get("content") or values.get("datetime") or "")


def _published(page: str) -> date | None:
    """Returns the day the page states in its tags; of the many dates in its text most belong to other things."""
    stated = _StatedDates()
    with suppress(AssertionError):  # HTMLParser on "<![foo["; what it met before stands
        stated.feed(page)
    days = (iso_date(words) or full_date(words) for words in (*stated.words, *DATE_IN_JSON.findall(page)))
    return next((day for day in days if day and day.year in YEARS), None)


def _language(page: str) -> str | None:
    tag = re.search(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z-]+)", page[:4096], re.IGNORECASE)
    return tag.group(1) if tag else None
