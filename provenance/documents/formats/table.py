"""The table of readers, by the suffix of the file, and the contract they keep.

A reader takes an open file of bytes and its path, and yields the documents in it with what the *file* says of them:
text, path, front matter or metadata. What the *text* says (bylines, datelines, notices) is found afterwards, for all
alike. It raises UnreadableInput for what it cannot read, and imports its library only when called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from provenance.documents.formats.articles import read_articles
from provenance.documents.formats.html import read_html
from provenance.documents.formats.pdf import read_pdf
from provenance.documents.formats.plain import read_plain
from provenance.records.document import Document

Reader = Callable[[BinaryIO, str], Iterator[Document]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".jsonl": read_articles,
}
OTHERS = (".ttl",)
"""Read elsewhere: what an earlier run exported."""


def format_of(name: str) -> str | None:
    """Returns the suffix, in lower case, by which a file of that name is read; None where nothing reads it.

    >>> format_of("Dispatch.TXT"), format_of("map.png")
    ('.txt', None)
    """
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot > 0 else ""
    return suffix if suffix in READERS or suffix in OTHERS else None
