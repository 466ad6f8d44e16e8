"""Reads plain text and Markdown, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from provenance.documents.decoding import decoded
from provenance.documents.front_matter import with_front_matter
from provenance.records.document import Document


def read_plain(file: BinaryIO, path: str) -> Iterator[Document]:
    """Yields the one document of a text file; its text is the decoded file, no line end changed.

    Raises:
        UnreadableInput: The file is empty or no text, or its front matter is broken.
    """
    yield with_front_matter(decoded(file.read(), path), path)
