"""Claims made elsewhere whose propositions are given, laid out on disk so that each proposition can be read by itself.

A first pass reads the lines as they come and spreads them over temporary files by their proposition; the second reads
one such file at a time. What lines say together is kept from the first pass: which line is the first of its id, what a
document is where its lines differ, the fullest record of a source, and the latest day. Memory grows with the number of
claims, documents and sources, not with what the claims say.
"""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from struct import Struct
from typing import IO, TYPE_CHECKING, NamedTuple

from provenance.errors import UnreadableInput
from provenance.exports.json_lines import (
    Fields,
    Row,
    Unknown,
    claim_of,
    decoded,
    head_of,
    id_of,
    joined_fields,
    numbered_rows,
    told_of_document,
)
from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.identity import Met
from provenance.records.source import Source
from provenance.sources.joining import keep_fullest
from provenance.temporary import room

if TYPE_CHECKING:
    from provenance.documents.find import Input

PART_SIZE = 8_000_000
"""Bytes of input that go into one temporary file, so that one of them fits well into memory."""

MOST_PARTS = 128
"""Files open at a time, well below what systems allow."""

WRITTEN_AT_ONCE = 60_000
"""Bytes that wait for a file before they are written to it."""

Record = Callable[[Source], Source]


class Line(NamedTuple):
    """A line of an input: the number of the input, its own number, and what it holds."""

    at: int
    number: int
    row: Row


class Kept(NamedTuple):
    """A line as it is laid out, without what it says of its document, which stands beside it."""

    at: int
    number: int
    row: Row
    name: int
    """Tells its document from all others."""
    said: Fields
    """What is said of the document, days by their number."""


@dataclass
class PartedClaims:
    """The claims of some inputs on disk, by proposition."""

    inputs: Sequence[Input]
    latest: date | None
    """The latest day on which a document was published or republished."""
    met: Met
    """The ids of the claims."""
    _record: Record
    _documents: dict[int, Fields]
    """What is said of the documents whose lines differ."""
    _files: list[IO[bytes]]
    _opened: ExitStack

    def propositions(self) -> Iterator[tuple[str, list[Claim]]]:
        """Yields each proposition with its claims, in no particular order, and removes the files at the end.

        Raises:
            UnreadableInput: A line is no claim; the message names the first such line.
        """
        with self._opened:
            for file in self._files:
                with room():
                    file.seek(0)
                    content = memoryview(file.read())
                file.close()
                for key, records in _by_proposition(content).items():
                    yield str(key, "utf-8", "surrogatepass"), self._claims(records)

    def _claims(self, records: Iterable[memoryview]) -> list[Claim]:
        try:
            return [self._claim(Kept(*marshal.loads(record))).crediting(self._record) for record in records]
        except UnreadableInput:
            for line, path in _lines(self.inputs):
                claim_of(line.row, Document(), path, line.number)
            raise

    def _claim(self, kept: Kept) -> Claim:
        fields = self._documents.get(kept.name) or _unpacked(kept.said)
        return claim_of(kept.row, Document(**fields), self.inputs[kept.at].path, kept.number)


_SIZES = Struct("<II")
"""Bytes of a proposition and of the record behind it."""


def _by_proposition(content: memoryview) -> dict[bytes, list[memoryview]]:
    """Returns the records of a file by their proposition, to be unpacked when they are looked at."""
    found: dict[bytes, list[memoryview]] = {}
    at = 0
    while at < len(content):
        key, record = _SIZES.unpack_from(content, at)
        begin = at + _SIZES.size + key
        at = begin + record
        found.setdefault(bytes(content[begin - key : begin]), []).append(content[begin:at])
    return found


def _packed(document: Document, fields: Fields) -> Fields:
    """Returns what is known of a document, its id too, in the plainest types."""
    said = {name: value for name, value in fields.items() if value is not None}
    days = {name: said[name].toordinal() for name in _DAYS if name in said}
    return {**said, **days, "given_id": document.id}


def _unpacked(said: Fields) -> Fields:
    days = {name: date.fromordinal(said[name]) for name in _DAYS if name in said}
    return {**said, **days}


_DAYS = ("published", "republished")


def part_claims(
    inputs: Sequence[Input],
    listed: Record,
    keeps: Callable[[Claim], bool] | None = None,
    unknown: Unknown | None = None,
) -> PartedClaims | None:
    """Returns the claims of the inputs laid out by proposition.

    None where some claim has no proposition given, or two inputs say different things of a document of one id.

    Each source has the fullest of its records, as in :mod:`provenance.sources.joining`.

    Args:
        inputs: Claims made elsewhere.
        listed: Gives the record of a source with what the registry knows of it.
        keeps: Tells whether a claim is laid out; all are without it.
        unknown: Told of each field that no claim has, by its name and the place of its line.

    Raises:
        UnreadableInput: A line is no claim; the message names file, line and field.
        NoRoom: The temporary files cannot be written.
    """
    known: dict[int, Fields] = {}
    while True:
        with ExitStack() as opened:
            spread = _Spread(inputs, listed, keeps, known, opened, unknown=unknown)
            if not spread.run():
                return None
            known = known or _joined(inputs, spread.differing)
            if not (spread.differing if keeps else spread.differing & spread.naming):
                days = [spread.latest, *map(_latest, known.values())]
                latest = max(filter(None, days), default=None)
                return PartedClaims(inputs, latest, spread.met, spread.record, known, spread.files, opened.pop_all())


def _joined(inputs: Sequence[Input], differing: set[int]) -> dict[int, Fields]:
    """Returns what the lines say together of the documents of which they say different things."""
    found: dict[int, Fields] = {}
    for line, path in _lines(inputs) if differing else ():
        key, fields = told_of_document(line.row, path, line.number)
        if (name := hash((line.at, key))) in differing:
            found[name] = joined_fields(found.get(name), fields)
    return found


def _latest(fields: Fields) -> date | None:
    return max(filter(None, (fields["published"], fields["republished"])), default=None)


def _lines(inputs: Iterable[Input], unknown: Unknown | None = None) -> Iterator[tuple[Line, str]]:
    for at, source in enumerate(inputs):
        with source.opened() as file:
            for number, row in numbered_rows(decoded(file), source.path, unknown):
                yield Line(at, number, row), source.path


def _temporary() -> IO[bytes]:
    return tempfile.TemporaryFile(buffering=0)


class _Told(NamedTuple):
    """What one line says of its document, read once for all lines beside it that say the same."""

    words: object
    is_named: bool
    """Whether another line may mean the same document."""
    at: int
    name: int
    document: Document
    said: Fields


def _says(row: Row, told: _Told) -> tuple[int, str]:
    """Returns what tells two claims under one id apart."""
    return told.name, str((row.get("content"), row.get("stance"), row.get("proposition")))


@dataclass
class _Spread:
    """One pass over the lines."""

    inputs: Sequence[Input]
    listed: Record
    keeps: Callable[[Claim], bool] | None
    known: dict[int, Fields]
    """What is known of documents from a pass before."""
    opened: ExitStack
    files: list[IO[bytes]] = field(default_factory=list)
    waiting: list[bytearray] = field(default_factory=list)
    told: dict[int, int] = field(default_factory=dict)
    """By document, a hash of what its first line says of it."""
    differing: set[int] = field(default_factory=set)
    """Documents of which lines say different things."""
    first: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By a hash of the id of a document, the input that it is in first, and a hash of what that says of it."""
    at_odds: bool = False
    """Whether two inputs say different things of one document."""
    naming: set[int] = field(default_factory=set)
    """Documents that name claims which have no id of their own."""
    met: Met = field(default_factory=Met)
    fullest: dict[str, Source] = field(default_factory=dict)
    records: dict[Source, Source] = field(default_factory=dict)
    latest: date | None = None
    last: _Told | None = None
    unknown: Unknown | None = None

    def run(self) -> bool:
        """Spreads the lines, and tells whether each has a proposition, and each document one record."""
        parts = min(MOST_PARTS, 1 + sum(source.size for source in self.inputs) // PART_SIZE)
        self.waiting = [bytearray() for _ in range(parts)]
        with room():
            self.files = [self.opened.enter_context(_temporary()) for _ in range(parts)]
        for line, path in _lines(self.inputs, self.unknown):
            head = head_of(line.row, path, line.number)
            if head.proposition is None:
                return False
            told = self._told(line, path)
            if self.at_odds:
                return False
            if not head.id:
                self.naming.add(told.name)
            name = head.id or self._id_of(line, told)
            if self.met.is_new(name, _says(line.row, told)) and self._is_kept(line, told, path):
                for source in head.sources:
                    keep_fullest(self.fullest, self.listed(source))
                self._write(head.proposition, line, told)
        for at in range(parts):
            self._flush(at)
        return True

    def record(self, source: Source) -> Source:
        """Returns the fullest record of a source, once all have been met."""
        if source not in self.records:
            self.records[source] = self.fullest[self.listed(source).id]
        return self.records[source]

    def _told(self, line: Line, path: str) -> _Told:
        """Returns what is known of the document of a line so far."""
        words = line.row.get("document")
        if self.last is None or not self.last.is_named or (self.last.at, self.last.words) != (line.at, words):
            self.last = self._read(line, path, words)
        return self.last

    def _read(self, line: Line, path: str, words: object) -> _Told:
        key, fields = told_of_document(line.row, path, line.number)
        name = hash((line.at, key))
        fields = self.known.get(name, fields)
        says = hash(tuple(fields.values()))
        if name not in self.told:
            self.told[name] = says
            self.latest = max(filter(None, (self.latest, _latest(fields))), default=None)
        elif self.told[name] != says:
            self.differing.add(name)
        document = Document(**fields)
        if len(self.inputs) > 1:
            at, said = self.first.setdefault(hash(document.id), (line.at, says))
            self.at_odds = at != line.at and said != says
        is_named = key != f"{path}:{line.number}"
        return _Told(words, is_named, line.at, name, document, _packed(document, fields))

    def _id_of(self, line: Line, told: _Told) -> str:
        """Returns the id of a line that has none, which it has from now on."""
        name = line.row["id"] = id_of(line.row, told.document)
        return name

    def _is_kept(self, line: Line, told: _Told, path: str) -> bool:
        return self.keeps is None or self.keeps(claim_of(line.row, told.document, path, line.number))

    def _write(self, key: str, line: Line, told: _Told) -> None:
        line.row.pop("document", None)
        record = marshal.dumps((*line, told.name, told.said))
        proposition = key.encode("utf-8", "surrogatepass")
        at = hash(key) % len(self.files)
        waiting = self.waiting[at]
        waiting += _SIZES.pack(len(proposition), len(record)) + proposition + record
        if len(waiting) > WRITTEN_AT_ONCE:
            self._flush(at)

    def _flush(self, at: int) -> None:
        with room():
            self.files[at].write(self.waiting[at])
        self.waiting[at].clear()
