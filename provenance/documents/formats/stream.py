"""Reads what arrives without a file name: standard input, a pipe."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from provenance.documents.decoding import decoded
from provenance.documents.formats.articles import read_articles
from provenance.documents.formats.html import html_document
from provenance.documents.formats.pdf import read_pdf
from provenance.documents.front_matter import with_front_matter
from provenance.records.document import Document

PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)


def read_stream(file: BinaryIO, path: str) -> Iterator[Document]:
    """Yields the documents of a stream, taken for PDF, JSON lines, HTML or text by how it begins.

    Raises:
        UnreadableInput: As the reader of that kind does.
    """
    data = file.read()
    if data.startswith(b"%PDF-"):
        yield from read_pdf(io.BytesIO(data), path)
        return
    text = decoded(data, path)
    if _is_article(text):
        yield from read_articles(io.BytesIO(text.encode("utf-8", "replace")), path)
    elif PAGE.match(text[:4096]):
        yield html_document(text, path)
    else:
        yield with_front_matter(text, path)


def _is_article(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    try:
        return first.startswith("{") and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
