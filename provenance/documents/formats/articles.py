"""Reads JSON lines, one article a line."""

from __future__ import annotations

import json
import re
import reprlib
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from provenance.documents.dates import full_date, iso_date
from provenance.documents.front_matter import DATE_FORM
from provenance.errors import UnreadableInput
from provenance.records.document import Document

BODIES = ("text", "body", "content")
TEXTS = ("title", "publisher", "author", "url", "language", "derived_from")
DATES = {"published": ("published", "date"), "republished": ("republished",)}


def read_articles(file: BinaryIO, path: str) -> Iterator[Document]:
    """Yields one document a line, in order, read as they are asked for.

    The text is in ``text``, ``body`` or ``content``; ``title``, ``publisher``, ``author``, ``published`` or ``date``,
    ``republished``, ``url``, ``language`` and ``derived_from`` are optional. The path of the document is that of the
    file, ``#``, and the ``id`` of the article or the number of its line.

    Raises:
        UnreadableInput: A line is no article, or there is none.
    """
    count = 0
    for number, line in enumerate(file, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if line:
            count += 1
            yield _article(_record(line, f"{path}:{number}"), path, number)
    if not count:
        raise UnreadableInput(path, "is empty", "give one JSON object a line")


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableInput(where, "is not UTF-8", "save the file in UTF-8") from error
    except (ValueError, RecursionError) as error:
        deep = isinstance(error, RecursionError)
        reason = "it nests too deep" if deep else getattr(error, "msg", str(error).partition(":")[0])
        raise UnreadableInput(where, f"is not JSON ({reason})", "write one JSON object a line") from error
    if not isinstance(record, dict):
        raise UnreadableInput(where, "is not a JSON object", 'write an article as {"text": "...", "publisher": "..."}')
    return record


def _article(record: dict[str, Any], path: str, number: int) -> Document:
    where = f"{path}:{number}"
    text = next((record[name] for name in BODIES if record.get(name)), None)
    if not isinstance(text, str) or not text.strip():
        raise UnreadableInput(where, "the article has no text", f"put it in one of {', '.join(BODIES)}")
    fields: dict[str, Any] = {name: _words(record.get(name), name, where) for name in TEXTS}
    for name, others in DATES.items():
        fields[name] = _day(next((record[other] for other in others if record.get(other)), None), name, where)
    given = record.get("id")
    return Document(_sound(text), f"{path}#{number if given in (None, '') else given}", **fields)


def _words(value: object, name: str, where: str) -> str | None:
    parts = value if isinstance(value, list) else [value]
    if not all(part is None or isinstance(part, str | int) for part in parts):
        raise UnreadableInput(where, f"{name} is not a text", "write it as a string")
    return _sound(", ".join(" ".join(str(part).split()) for part in parts if part is not None)) or None


def _day(value: object, name: str, where: str) -> date | None:
    if value is None:
        return None
    day = (iso_date(value) or full_date(value)) if isinstance(value, str) else None
    if day is None:
        raise UnreadableInput(where, f"{name} is {reprlib.repr(value)}, which is no full date", DATE_FORM)
    return day


def _sound(text: str) -> str:
    """Returns the text with halves of surrogate pairs, which JSON can carry and UTF-8 cannot, replaced one to one."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
