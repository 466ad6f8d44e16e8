"""Reads PDF files that hold text, by pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import UnreadableInput
from provenance.records.document import Document

if TYPE_CHECKING:
    from pypdf import PdfReader

NOT_A_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|odt|rtf|indd|pdf|pages|qxd)\b", re.IGNORECASE)


def read_pdf(file: BinaryIO, path: str) -> Iterator[Document]:
    """Yields the one document of a PDF file; its text is that of its pages, a blank line between them.

    Raises:
        UnreadableInput: The file is damaged, locked with a password, or holds only images.
    """
    reader = _opened(io.BytesIO(file.read()), path)
    text = _text(reader, path)
    if not text.strip():
        raise UnreadableInput(path, "holds no text, only images", "run it through OCR first, such as ocrmypdf")
    yield Document(text=text, path=path, title=_title(reader))


def _opened(file: BinaryIO, path: str) -> PdfReader:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its notes on slips in the file are not for our reader
    try:
        reader = PdfReader(file)
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:  # pypdf lets errors of every kind through on damaged files
        raise _unreadable(error, path) from error
    if locked:
        raise UnreadableInput(path, "is locked with a password", "save a copy without one")
    return reader


def _text(reader: PdfReader, path: str) -> str:
    try:
        pages = [page.extract_text().strip("\n") for page in reader.pages]
    except Exception as error:
        raise _unreadable(error, path) from error
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", "\n\n".join(filter(str.strip, pages)))


def _title(reader: PdfReader) -> str | None:
    try:
        title = " ".join(((reader.metadata and reader.metadata.title) or "").split())
    except Exception:  # a damaged title costs the title only
        return None
    return title if title and not NOT_A_TITLE.search(title) else None


def _unreadable(error: Exception, path: str) -> UnreadableInput:
    from pypdf.errors import DependencyError

    if isinstance(error, DependencyError):
        return UnreadableInput(path, "is encrypted", "save a copy without encryption")
    return UnreadableInput(path, "is not a sound PDF file", "print it to a new PDF, or save its text as .txt")
