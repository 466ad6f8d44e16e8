"""Reads marked-up texts in each of the forms people keep them in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import UnreadableInput
from provenance.evaluation.brat import read_brat
from provenance.evaluation.inline import WrongMark, is_inline, texts
from provenance.records.marks import Marks, Spans

FORMS = "a folder of brat files, an .ann file, a .txt with marks in the text, or JSON lines"


@dataclass(frozen=True)
class Gold:
    """The marks of one text, which is None where only marks are kept. ``name`` is its file's, without the ending."""

    name: str
    marks: tuple[Marks, ...]
    text: str | None = None


def read_gold(path: str) -> Iterator[Gold]:
    """Yields the marked texts of a file or folder, by name.

    Args:
        path: A folder with ``.ann`` files (and the texts beside them or in ``text/``), one ``.ann`` file, a text file
            with marks in the text (``provenance.evaluation.inline``), JSON lines with ``doc_id``, ``source``, ``cue``
            and ``content`` as lists of [start, end], or claims as ``provenance extract --format jsonl`` writes them.

    Raises:
        UnreadableInput: It is none of these, cannot be read, or a mark in it is wrong.
    """
    place = Path(path)
    if place.is_dir():
        yield from _folder(place)
        return
    content = _content(place)
    reader = _READERS.get(place.suffix.lower(), _inline)
    yield from reader(place, content)


def _folder(folder: Path) -> Iterator[Gold]:
    files = sorted([*folder.glob("*.ann"), *folder.glob("attributions/*.ann")])
    if not files:
        raise UnreadableInput(str(folder), "holds no .ann files", f"give {FORMS}")
    seen: set[str] = set()
    for file in files:
        beside = _text_of(file, folder)
        name = beside.stem if beside else file.stem
        if name not in seen:  # of several annotators the first
            seen.add(name)
            yield Gold(name, _events(file, _content(file)), _content(beside) if beside else None)


def _events(file: Path, content: str) -> tuple[Marks, ...]:
    try:
        events = tuple(read_brat(content))
    except ValueError as error:
        raise UnreadableInput(str(file), "has a span without start and end", "write T1, tab, Cue 19 23") from error
    if not events and any(line.startswith(("T", "R")) for line in content.splitlines()):
        raise UnreadableInput(
            str(file), "ties no spans together", "write events (E1) with the roles Source, Cue and Content"
        )
    return events


def _text_of(file: Path, folder: Path) -> Path | None:
    """Returns the text a file of marks belongs to; the marker's name may follow the text's behind an underscore."""
    names = (file.stem, file.stem.rpartition("_")[0])
    places = (place / f"{name}.txt" for name in names for place in (file.parent, folder / "text", folder) if name)
    return next((place for place in places if place.is_file()), None)


def _brat_file(file: Path, content: str) -> Iterator[Gold]:
    beside = _text_of(file, file.parent.parent)
    yield Gold(beside.stem if beside else file.stem, _events(file, content), _content(beside) if beside else None)


def _inline(file: Path, content: str) -> Iterator[Gold]:
    if not is_inline(content):
        raise UnreadableInput(str(file), "does not begin with a line '# id: NAME' above its marks", f"or give {FORMS}")
    try:
        yield from (Gold(name, marks, text) for name, text, marks in texts(content))
    except WrongMark as error:
        raise UnreadableInput(str(file), str(error), "close every {s1:...}, {c1:...} and {t1:...}") from error


def _rows(file: Path, content: str) -> Iterator[Gold]:
    found: dict[str, list[Marks]] = defaultdict(list)
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            try:
                name, marks = _row(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
                raise UnreadableInput(
                    f"{file}:{number}",
                    "has no spans to score",
                    "give doc_id, source, cue and content, or a claim with spans",
                ) from error
            if marks is not None and marks not in found[name]:
                found[name].append(marks)
    yield from (Gold(name, tuple(marks)) for name, marks in found.items())


def _row(row: dict[str, object]) -> tuple[str, Marks | None]:
    if str(row.get("schema", "")).startswith("claim-provenance/claim/"):
        return _claim_row(row)
    marks = Marks(*(_pairs(row.get(role)) for role in Marks._fields))
    if not marks.content:
        raise ValueError("an attribution has content")
    return str(row["doc_id"]), marks


def _claim_row(row: dict) -> tuple[str, Marks | None]:  # type: ignore[type-arg]
    """The publisher's own voice is no attribution and gives only the text's name."""
    name = Path(row["document"].get("path") or row["document"]["id"]).stem
    if row["source"].get("kind") == "publisher":
        return name, None
    source = row["source"].get("span")
    cue = (row.get("cue") or {}).get("spans")
    return name, Marks(_pairs([source] if source else None), _pairs(cue), _pairs(row["content"]["spans"]))


def _pairs(spans: object) -> Spans:
    if spans is not None and not isinstance(spans, list):
        raise TypeError("spans are a list of [start, end]")
    pairs = tuple((start, end) for start, end in spans or ())
    if not all(type(offset) is int for pair in pairs for offset in pair):
        raise TypeError("offsets are whole numbers")
    return pairs


def _content(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableInput(str(file), error.strerror or "cannot be read", f"give {FORMS}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(str(file), "is not UTF-8", "save it as UTF-8") from error


_READERS: dict[str, Callable[[Path, str], Iterator[Gold]]] = {".ann": _brat_file, ".jsonl": _rows, ".ndjson": _rows}
