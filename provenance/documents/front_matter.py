"""Reads the YAML front matter of a dispatch: the lines between ``---`` and ``---`` at its head."""

from __future__ import annotations

import re
import reprlib
from dataclasses import replace
from datetime import date
from typing import Any

from provenance.documents.dates import iso_date
from provenance.errors import UnreadableInput
from provenance.records.document import Document

TEXTS = ("title", "publisher", "author", "url", "language", "derived_from")
DATES = ("published", "republished")
OTHER_NAMES = {"date": "published", "lang": "language"}
BLOCK = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL | re.MULTILINE)
DATE_FORM = "write it as year-month-day, such as 2020-08-07"


def with_front_matter(text: str, path: str) -> Document:
    """Returns the document of a decoded file: what its front matter says, and the text after it.

    A file that begins with a rule (``---``) and prose is text from its first line. Keys that are not of the interface
    are passed over.

    Raises:
        UnreadableInput: The front matter is no YAML, a date in it is no date, or no text follows.
    """
    block = BLOCK.match(text)
    entries = _entries(block.group(1), path) if block else None
    if block is None or entries is None:
        return Document(text=text, path=path)
    body = text[block.end() :]
    if not body.strip():
        raise UnreadableInput(path, "holds no text after its front matter", "add the text of the dispatch")
    fields = {name: _field(name, value, _line_of(name, block.group(1), path)) for name, value in entries.items()}
    return replace(Document(body, path), first_line=1 + block.group().count("\n"), **fields)


def _entries(block: str, path: str) -> dict[str, object] | None:
    """Returns the entries that the interface knows, by their name there; None where the block is no front matter."""
    import yaml

    try:
        loader = yaml.BaseLoader(block)  # every scalar as written: "no" is a language, not False
        node = loader.get_single_node()
        entries = None if node is None else loader.construct_document(node)
    except (yaml.YAMLError, RecursionError) as error:
        if not re.match(r"\s*[\w-]+\s*:", block):
            return None
        raise _broken(error, path) from error
    if not isinstance(entries, dict):
        return None
    _refuse_repeats(node, path)
    known = {OTHER_NAMES.get(str(name), str(name)): value for name, value in reversed(entries.items())}
    return {name: value for name, value in known.items() if name in TEXTS + DATES}


def _refuse_repeats(node: Any, path: str) -> None:
    names = [(key.value, key.start_mark.line + 2) for key, _ in node.value if key.id == "scalar"]
    for n, (name, line) in enumerate(names):
        if name in {*TEXTS, *DATES, *OTHER_NAMES} and name in {before for before, _ in names[:n]}:
            raise UnreadableInput(f"{path}:{line}", f"{name} stands twice in the front matter", "keep one of the two")


def _broken(error: Exception, path: str) -> UnreadableInput:
    mark = getattr(error, "problem_mark", None)
    if isinstance(error, RecursionError):
        what = "it nests too deep"
    else:
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    where = f"{path}:{mark.line + 2}" if mark else path
    next_step = "put values that hold a colon in quotes" if "mapping values" in what else "correct it or leave it out"
    return UnreadableInput(where, f"the front matter is not YAML ({what})", next_step)


def _line_of(name: str, block: str, path: str) -> str:
    names = [name, *(other for other, meant in OTHER_NAMES.items() if meant == name)]
    entry = re.search(rf"^\s*[\"']?(?:{'|'.join(names)})[\"']?\s*:", block, re.MULTILINE)
    return f"{path}:{2 + block[: entry.end()].count(chr(10))}" if entry else path


def _field(name: str, value: object, where: str) -> Any:
    words = _words(value, name, where)
    return day_given(words, name, where) if name in DATES and words else words


def _words(value: object, name: str, where: str) -> str | None:
    parts = [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, str)]
    if not parts and value != []:
        raise UnreadableInput(where, f"{name} is not a text", "write it as one line of text")
    words = ", ".join(" ".join(part.split()) for part in parts)
    return None if words.lower() in {"", "~", "null", "none"} else words


def day_given(words: str, name: str, where: str) -> date:
    """Returns the day that an ISO date is.

    Raises:
        UnreadableInput: It is no ISO date.
    """
    day = iso_date(words)
    if day is None:
        raise UnreadableInput(where, f"{name} is {reprlib.repr(words)}, which is no full date", DATE_FORM)
    return day
