"""Claims as JSON objects, one a line, out and in.

The objects are those of the interface, schema ``claim-provenance/claim/1``. Keys beyond the promised ones are left
out where they would say nothing. What is not carried: the text of the document, its boilerplate and credit lines, and
the aliases of sources.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from provenance.errors import UnreadableInput
from provenance.records.claim import (
    Bound,
    Claim,
    Hedging,
    Interval,
    Manner,
    Quantity,
    Stance,
    Status,
    Triple,
    Wording,
)
from provenance.records.document import Document
from provenance.records.identity import digest, slug
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.records.spans import Span

SCHEMA = "claim-provenance/claim/1"

_LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}

# ------------------------------------------------------------------------------------------------------------- out


def json_line(value: object) -> str:
    r"""Returns a value as JSON on one line, whichever characters a reader takes for a line break.

    >>> json_line({"a": "x\u2028y", "b": "Дамаск"})
    '{"a": "x\\u2028y", "b": "Дамаск"}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_BREAKS)


def write_claims(claims: Iterable[Claim]) -> Iterator[str]:
    """Yields one line of JSON, with its newline, per claim, in the order given."""
    for claim in claims:
        yield json_line(claim_object(claim)) + "\n"


def claim_object(claim: Claim) -> dict[str, Any]:
    """Returns the object of a claim, its keys in the order of the interface."""
    return {
        "schema": SCHEMA,
        "id": claim.id,
        "document": _brief_document(claim.document),
        "source": _credited_object(claim.source),
        "chain": [_member_object(source) for source in claim.chain],
        "cue": claim.cue and _wording_object(claim.cue),
        "content": _wording_object(claim.content),
        "manner": claim.manner.value,
        "triple": claim.triple and _triple_object(claim.triple),
        "stance": claim.stance.value,
        "hedging": claim.hedging.value,
        "quantities": [_quantity_object(quantity) for quantity in claim.quantities],
        "event_date": claim.event_date and {"from": _day(claim.event_date.start), "to": _day(claim.event_date.end)},
        "said_date": _day(claim.said_date),
        "place": claim.place,
        "status": claim.status.value,
        **_said(
            sentence=claim.sentence and list(claim.sentence),
            proposition=claim.proposition,
            responsible=claim.responsible,
            own_evidence=claim.own_evidence or None,
        ),
    }


def document_object(document: Document) -> dict[str, Any]:
    """Returns everything known of a document but its text."""
    return {
        **_promised_document(document),
        "republished": _day(document.republished),
        "republisher": document.republisher,
        "url": document.url,
        "language": document.language,
        "derived_from": document.derived_from,
    }


def source_object(source: Source) -> dict[str, Any]:
    """Returns everything known of a source."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "aliases": list(source.aliases),
        "family": source.family,
        "side": source.side,
        "reliability": _reliability_object(source.reliability),
        "listed": source.listed,
    }


def plain_number(number: float | None) -> float | int | None:
    """Returns a whole number as an int, so that it is written without a point.

    >>> plain_number(9.0), plain_number(1.5), plain_number(None)
    (9, 1.5, None)
    """
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _promised_document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": _day(document.published),
    }


def _brief_document(document: Document) -> dict[str, Any]:
    whole = document_object(document)
    promised = _promised_document(document)
    return {key: value for key, value in whole.items() if key in promised or value is not None}


def _credited_object(credited: Credited) -> dict[str, Any]:
    source = credited.source
    return {
        "id": source.id,
        "name": source.name,
        "text": credited.text,
        "span": credited.span and list(credited.span),
        "kind": source.kind.value,
        "inferred": credited.inferred,
        **_said(because=credited.because),
        **_standing(source),
    }


def _member_object(source: Source) -> dict[str, Any]:
    kind = None if source.kind is SourceKind.UNKNOWN else source.kind.value
    return {"id": source.id, "name": source.name, **_said(kind=kind), **_standing(source)}


def _standing(source: Source) -> dict[str, Any]:
    letter = source.reliability
    return _said(
        family=source.family if source.is_mouthpiece else None,
        side=source.side,
        reliability=None if letter == Reliability() else _reliability_object(letter),
        listed=source.listed or None,
    )


def _reliability_object(letter: Reliability) -> dict[str, Any]:
    return {
        "letter": letter.letter,
        "set_by": letter.set_by,
        "set_on": _day(letter.set_on),
        "reason": letter.reason,
    }


def _wording_object(wording: Wording) -> dict[str, Any]:
    return {"text": wording.text, "spans": [list(span) for span in wording.spans]}


def _triple_object(triple: Triple) -> dict[str, str]:
    return {"subject": triple.subject, "predicate": triple.predicate, "object": triple.object}


def _quantity_object(quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text,
        "span": quantity.span and list(quantity.span),
        "kind": quantity.kind.value,
        "min": plain_number(quantity.min),
        "max": plain_number(quantity.max),
        "unit": quantity.unit,
        **_said(exclusive=quantity.exclusive or None, subset=quantity.subset or None),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _said(**fields: object) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


# -------------------------------------------------------------------------------------------------------------- in


class _Wrong(Exception):
    """A field does not hold what it should."""

    def __init__(self, field: str, expected: str) -> None:
        self.field, self.expected = field, expected
        super().__init__(f"{field} should be {expected}")


def read_claims(lines: Iterable[str], path: str) -> Iterator[Claim]:
    """Yields the claims of JSON lines, in their order; blank lines are passed over.

    ``source.name`` and one of ``content.text`` and ``triple`` are required. Lines that name the same document by its
    id or path share one record, to which each may add what it knows; a line that names none is a document of its own.

    Args:
        lines: Lines of JSON.
        path: Where they come from, for messages, and for claims that name no document.

    Raises:
        UnreadableInput: A line is no claim; the message names file, line and field.
    """
    rows = [(number, _row(line, f"{path}:{number}")) for number, line in enumerate(lines, 1) if line.strip()]
    documents = _documents(rows, path)
    for number, row in rows:
        with _located(f"{path}:{number}"):
            claim = _claim(row, documents[_document_key(row, path, number)])
        yield claim


_E = TypeVar("_E", bound=StrEnum)
_Row = Mapping[str, Any]


@contextmanager
def _located(where: str) -> Iterator[None]:
    try:
        yield
    except _Wrong as wrong:
        raise UnreadableInput(where, str(wrong), "correct the field or leave it out") from wrong


def _row(line: str, where: str) -> _Row:
    try:
        row = json.loads(line.removeprefix("\ufeff"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(where, f"not a line of JSON ({error})", "write one JSON object on each line") from error
    if not isinstance(row, dict) or row.get("schema") != SCHEMA:
        raise UnreadableInput(where, "schema is not that of a claim", f'begin each line with {{"schema": "{SCHEMA}"')
    return row


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _documents(rows: Iterable[tuple[int, _Row]], path: str) -> dict[str, Document]:
    """Returns the documents by key, each with what the first line that knows a field says of it."""
    known: dict[str, dict[str, Any]] = {}
    for number, row in rows:
        with _located(f"{path}:{number}"):
            key, fields = _document_key(row, path, number), _document_fields(row)
        unnamed = {} if fields["given_id"] or fields["path"] else _line_as_document(path, number)
        known[key] = {**fields, **unnamed, **_said(**known.get(key, {}))}
    return {key: Document(**fields) for key, fields in known.items()}


def _document_key(row: _Row, path: str, number: int) -> str:
    return _text(row, "document.id") or _text(row, "document.path") or f"{path}:{number}"


def _line_as_document(path: str, number: int) -> dict[str, Any]:
    return {"path": path, "first_line": number, "given_id": f"doc:{digest(path, number)}"}


def _document_fields(row: _Row) -> dict[str, Any]:
    texts = ("path", "title", "publisher", "author", "republisher", "url", "language", "derived_from")
    return {
        "given_id": _text(row, "document.id"),
        **{name: _text(row, f"document.{name}") for name in texts},
        **{name: _date(row, f"document.{name}") for name in ("published", "republished")},
    }


def _claim(row: _Row, document: Document) -> Claim:
    source = _source(_required(row, "source"), "source")
    if source.kind is SourceKind.PUBLISHER and _list(row, "chain"):
        raise _Wrong("chain", "left out where source.kind is publisher, who is not listed in it")
    triple = _triple(row)
    return Claim(
        document=document,
        source=_credited(row, source),
        content=_content(row, triple),
        chain=_chain(row, source),
        cue=_wording(row, "cue"),
        manner=_choice(row, "manner", Manner) or _usual_manner(source.kind),
        triple=triple,
        stance=_choice(row, "stance", Stance) or Stance.ASSERTS,
        hedging=_choice(row, "hedging", Hedging) or Hedging.NONE,
        quantities=tuple(_quantity(q, f"quantities[{i}]") for i, q in enumerate(_list(row, "quantities"))),
        event_date=_interval(row),
        said_date=_date(row, "said_date"),
        place=_text(row, "place"),
        status=_choice(row, "status", Status) or Status.ACTIVE,
        sentence=_span(row.get("sentence"), "sentence"),
        proposition=_text(row, "proposition"),
        responsible=_text(row, "responsible"),
        own_evidence=_truth(row, "own_evidence"),
        given_id=_text(row, "id"),
    )


def _usual_manner(kind: SourceKind) -> Manner:
    return {SourceKind.PUBLISHER: Manner.VOICE, SourceKind.UNNAMED: Manner.HEARSAY}.get(kind, Manner.INDIRECT)


def _credited(row: _Row, source: Source) -> Credited:
    return Credited(
        source=source,
        text=_text(row, "source.text"),
        span=_span(_at(row, "source.span"), "source.span"),
        inferred=_truth(row, "source.inferred"),
        because=_text(row, "source.because"),
    )


def _source(row: object, field: str) -> Source:
    if not isinstance(row, dict):
        raise _Wrong(field, 'an object with a "name"')
    name = _text(row, "name", field)
    if not name or not name.strip():
        raise _Wrong(f"{field}.name", "the name of the source")
    return Source(
        id=_text(row, "id", field) or f"source:{slug(name)}",
        name=name,
        kind=_choice(row, "kind", SourceKind, field) or SourceKind.UNKNOWN,
        family=_family(_text(row, "family", field)),
        side=_text(row, "side", field),
        reliability=_reliability(row, field),
        listed=_truth(row, "listed", field),
    )


def _family(family: str | None) -> str:
    """Returns the id of a family, which may be given by name."""
    if not family or re.fullmatch(r"[a-z]+:\S+", family):
        return family or ""
    return f"source:{slug(family)}"


def _reliability(row: _Row, inside: str) -> Reliability:
    field = f"{inside}.reliability"
    given = row.get("reliability")
    if given is None:
        return Reliability()
    given = {"letter": given} if isinstance(given, str) else given
    letter = _text({"reliability": given}, "reliability.letter", inside) or "F"
    if letter not in "ABCDEF" or len(letter) != 1:
        raise _Wrong(f"{field}.letter", "a letter from A to F")
    return Reliability(
        letter, _text(given, "set_by", field), _date(given, "set_on", field), _text(given, "reason", field)
    )


def _chain(row: _Row, source: Source) -> tuple[Source, ...]:
    members = _list(row, "chain")
    if not members:
        return () if source.kind is SourceKind.PUBLISHER else (source,)
    return tuple(_chain_member(member, f"chain[{i}]", source) for i, member in enumerate(members))


def _chain_member(row: object, field: str, source: Source) -> Source:
    member = _source(row, field)
    bare = isinstance(row, dict) and not row.keys() - {"id", "name"}
    return source if bare and (member.id == source.id or member.name == source.name) else member


def _content(row: _Row, triple: Triple | None) -> Wording:
    content = _wording(row, "content")
    if content and content.text.strip():
        return content
    if not triple:
        raise _Wrong("content.text", 'what is claimed, or "triple" be given')
    return Wording(" ".join(filter(None, (triple.subject, triple.predicate, triple.object))))


def _wording(row: _Row, field: str) -> Wording | None:
    if _at(row, field) is None:
        return None
    spans = _list(row, f"{field}.spans")
    return Wording(_text(row, f"{field}.text") or "", tuple(_sure_span(span, f"{field}.spans") for span in spans))


def _triple(row: _Row) -> Triple | None:
    if row.get("triple") is None:
        return None
    triple = Triple(*(_text(row, f"triple.{part}") or "" for part in ("subject", "predicate", "object")))
    return triple if any(map(str.strip, (triple.subject, triple.predicate, triple.object))) else None


def _quantity(row: object, field: str) -> Quantity:
    if not isinstance(row, dict):
        raise _Wrong(field, "an object")
    least, most = _number(row, "min", field), _number(row, "max", field)
    return Quantity(
        text=_text(row, "text", field) or "",
        kind=_kind(_choice(row, "kind", Bound, field), least, most, field),
        min=least,
        max=most,
        unit=_text(row, "unit", field),
        span=_span(row.get("span"), f"{field}.span"),
        exclusive=_truth(row, "exclusive", field),
        subset=_truth(row, "subset", field),
    )


def _kind(stated: Bound | None, least: float | None, most: float | None, field: str) -> Bound:
    """Returns what the bounds are, as stated or as they look; they must not contradict it or each other."""
    if least is not None and most is not None and least > most:
        raise _Wrong(f"{field}.max", "no less than min")
    if stated is Bound.EXACT and least is None and most is None:
        raise _Wrong(f"{field}.min", "a number where the kind is exact")
    return stated or _bound(least, most)


def _bound(least: float | None, most: float | None) -> Bound:
    if least is None:
        return Bound.VAGUE if most is None else Bound.AT_MOST
    if most is None:
        return Bound.AT_LEAST
    return Bound.EXACT if least == most else Bound.RANGE


def _interval(row: _Row) -> Interval | None:
    if row.get("event_date") is None:
        return None
    start, end = _date(row, "event_date.from"), _date(row, "event_date.to")
    if start and end and start > end:
        raise _Wrong("event_date.to", "no earlier than from")
    return Interval(start, end)


# The primitives: each returns None where the field is absent or null, and names it where it is wrong.


def _at(row: object, field: str, inside: str = "") -> Any:
    for key in field.split("."):
        if row is None:
            return None
        if not isinstance(row, dict):
            raise _Wrong(_full(field, inside).rpartition(".")[0], "an object")
        row = row.get(key)
    return row


def _full(field: str, inside: str) -> str:
    return f"{inside}.{field}" if inside else field


def _required(row: _Row, field: str) -> object:
    value = _at(row, field)
    if value is None:
        raise _Wrong(f"{field}.name", "the name of the source")
    return value


def _text(row: object, field: str, inside: str = "") -> str | None:
    value = _at(row, field, inside)
    if value is not None and not isinstance(value, str):
        raise _Wrong(_full(field, inside), "text")
    return value


def _truth(row: object, field: str, inside: str = "") -> bool:
    value = _at(row, field, inside)
    if value is not None and not isinstance(value, bool):
        raise _Wrong(_full(field, inside), "true or false")
    return bool(value)


def _number(row: object, field: str, inside: str = "") -> float | None:
    value = _at(row, field, inside)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
        raise _Wrong(_full(field, inside), "a finite number")
    return value


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number too large for a float
        return False


def _date(row: object, field: str, inside: str = "") -> date | None:
    value = _text(row, field, inside)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise _Wrong(_full(field, inside), "a date such as 2020-08-07") from None


def _choice(row: object, field: str, choices: type[_E], inside: str = "") -> _E | None:
    value = _text(row, field, inside)
    try:
        return choices(value) if value else None
    except ValueError:
        raise _Wrong(_full(field, inside), "one of " + ", ".join(choices)) from None


def _list(row: object, field: str) -> list[Any]:
    value = _at(row, field)
    if value is not None and not isinstance(value, list):
        raise _Wrong(field, "a list")
    return value or []


def _span(value: object, field: str) -> Span | None:
    return None if value is None else _sure_span(value, field)


def _sure_span(value: object, field: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end and not isinstance(start, bool):
            return Span(start, end)
    raise _Wrong(field, "a pair of offsets, the first not after the second")
