"""A document: a published text, with where and when it appeared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from provenance.records.identity import digest
from provenance.records.spans import Span


@dataclass(frozen=True)
class Credit:
    """A line that says where the copy comes from: an agency credit, a republication note."""

    name: str
    span: Span


@dataclass(frozen=True)
class Document:
    """A text and what is known of its publication.

    ``text`` is the *document text* of the interface: the decoded file for plain text (no newline changed), what
    follows the closing ``---`` line of front matter, the extracted text for HTML and PDF. Every span of every record
    points into it. It is empty where claims were read in without their document.
    """

    text: str = ""
    path: str | None = None
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: date | None = None
    republished: date | None = None
    republisher: str | None = None
    language: str | None = None
    url: str | None = None
    derived_from: str | None = None
    """Title, address, id or publisher of what this document reprints, as stated."""
    boilerplate: tuple[Span, ...] = ()
    """Passages that are never read for claims: mastheads, footers, notices, links; sorted, not overlapping."""
    credits: tuple[Credit, ...] = ()
    first_line: int = 1
    """Number, in the file, of the line on which ``text`` begins."""
    given_id: str | None = field(default=None, compare=False)

    @cached_property
    def id(self) -> str:
        """``doc:`` and a digest of text, publisher, title and date; the path stands in where there is no text."""
        if self.given_id:
            return self.given_id
        return "doc:" + digest(self.text or self.path, self.publisher, self.title, self.published)

    @property
    def outlet(self) -> str:
        """The name of whoever speaks here: the publisher, else the author, else the document itself."""
        return self.publisher or self.author or f"unnamed publisher of {self.path or self.id}"

    @property
    def latest_date(self) -> date | None:
        """The later of the days it was published and republished."""
        return max(filter(None, (self.published, self.republished)), default=None)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        r"""Returns the line in the file and the column on it, both from 1, of a code point of the text.

        >>> Document("a\nbc").line_and_column(3)
        (2, 2)
        """
        before = self.text[:offset]
        return self.first_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1
