"""Claims as JSON objects, one a line, out and in.

The objects are those of the interface, schema ``claim-provenance/claim/1``. Keys beyond the promised ones are left
out where they would say nothing. What is not carried: the text of the document, its boilerplate and credit lines, and
the aliases of sources.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn, TypeVar

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

_LINE_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode

# ------------------------------------------------------------------------------------------------------------- out


def json_line(value: object) -> str:
    r"""Returns a value as JSON on one line, whichever characters a reader takes for a line break.

    >>> json_line({"a": "x\u2028y", "b": "Дамаск"})
    '{"a": "x\\u2028y", "b": "Дамаск"}'
    """
    line = _encoded(value)
    for character, escape in _LINE_BREAKS.items() if not line.isascii() else ():
        line = line.replace(character, escape)
    return line


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
        "manner": claim.manner,
        "triple": claim.triple and _triple_object(claim.triple),
        "stance": claim.stance,
        "hedging": claim.hedging,
        "quantities": [_quantity_object(quantity) for quantity in claim.quantities],
        "event_date": claim.event_date and {"from": _day(claim.event_date.start), "to": _day(claim.event_date.end)},
        "said_date": _day(claim.said_date),
        "place": claim.place,
        "status": claim.status,
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
        "kind": source.kind,
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
    found = _promised_document(document)
    if document.republished:
        found["republished"] = _day(document.republished)
    for name in ("republisher", "url", "language", "derived_from"):
        value = getattr(document, name)
        if value is not None:
            found[name] = value
    return found


def _credited_object(credited: Credited) -> dict[str, Any]:
    source = credited.source
    found = {
        "id": source.id,
        "name": source.name,
        "text": credited.text,
        "span": credited.span and list(credited.span),
        "kind": source.kind,
        "inferred": credited.inferred,
    }
    if credited.because is not None:
        found["because"] = credited.because
    return found | _standing(source)


def _member_object(source: Source) -> dict[str, Any]:
    return {"id": source.id, "name": source.name, "kind": source.kind} | _standing(source)


@lru_cache(maxsize=8192)
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
        "kind": quantity.kind,
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


def read_claims(lines: Iterable[str], path: str, unknown: Unknown | None = None) -> Iterator[Claim]:
    """Yields the claims of JSON lines, in their order; blank lines are passed over.

    ``source.name`` and one of ``content.text`` and ``triple`` are required. Lines that name the same document by its
    id or path share one record, to which each may add what it knows; a line that names none is a document of its own.

    Args:
        lines: Lines of JSON.
        path: Where they come from, for messages, and for claims that name no document.
        unknown: Told of each field that no claim has, by its name and the place of its line.

    Raises:
        UnreadableInput: A line is no claim; the message names file, line and field.
    """
    rows = list(numbered_rows(lines, path, unknown))
    told: dict[str, Fields] = {}
    for number, row in rows:
        key, fields = told_of_document(row, path, number)
        told[key] = joined_fields(told.get(key), fields)
    documents = {key: Document(**fields) for key, fields in told.items()}
    for number, row in rows:
        yield claim_of(row, documents[_document_key(row, path, number)], path, number)


_E = TypeVar("_E", bound=StrEnum)
Row = dict[str, Any]
"""A line as it was read."""
Unknown = Callable[[str, str], None]
_FIELDS = frozenset(
    """
    schema id document source chain cue content manner triple stance hedging quantities event_date said_date place
    status sentence proposition responsible own_evidence
    """.split()
)
"""The fields of a claim."""
Fields = dict[str, Any]
"""What lines say of a document, by the field of its record; None where they say nothing."""
_NOTHING: Row = {}


def decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Yields lines read as UTF-8; what is no UTF-8 becomes replacement characters."""
    return (line.decode("utf-8", "replace") for line in lines)


def numbered_rows(lines: Iterable[str], path: str, unknown: Unknown | None = None) -> Iterator[tuple[int, Row]]:
    """Yields each line that is not blank with its number, from 1, its fields not looked at yet.

    Args:
        lines: Lines of JSON.
        path: Where they come from.
        unknown: Told of each field that no claim has, by its name and the place of its line.

    Raises:
        UnreadableInput: A line is not JSON, or not of the schema.
    """
    for number, line in enumerate(lines, 1):
        if not line.isspace() and (text := line.removeprefix("\ufeff").strip()):
            row = _row(text, path, number)
            if unknown is not None and not row.keys() <= _FIELDS:
                for name in sorted(row.keys() - _FIELDS):
                    unknown(name, f"{path}:{number}")
            yield number, row


def _unreadable(wrong: _Wrong, path: str, number: int) -> UnreadableInput:
    return UnreadableInput(f"{path}:{number}", str(wrong), "correct the field or leave it out")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


_decoded = json.JSONDecoder(parse_constant=_refuse_constant).decode


def _row(line: str, path: str, number: int) -> Row:
    where = f"{path}:{number}"
    try:
        row = _decoded(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(where, f"not a line of JSON ({error})", "write one JSON object on each line") from error
    if not isinstance(row, dict) or row.get("schema") != SCHEMA:
        raise UnreadableInput(where, "schema is not that of a claim", f'begin each line with {{"schema": "{SCHEMA}"')
    return row


def joined_fields(before: Fields | None, fields: Fields) -> Fields:
    """Returns what lines say of a document: an earlier line comes first, a later one fills its gaps."""
    return {**fields, **_said(**before)} if before else fields


def told_of_document(row: Row, path: str, number: int) -> tuple[str, Fields]:
    """Returns what tells the document of a line from others of its file, and what the line says of it.

    Raises:
        UnreadableInput: A field does not hold what it should.
    """
    try:
        return _document_key(row, path, number), _document_fields(row, path, number)
    except _Wrong as wrong:
        raise _unreadable(wrong, path, number) from wrong


def _document_key(row: Row, path: str, number: int) -> str:
    document = _part(row, "document")
    return _text(document, "id", "document") or _text(document, "path", "document") or f"{path}:{number}"


def _document_fields(row: Row, path: str, number: int) -> Fields:
    document = _part(row, "document")
    found = _SAYS_NOTHING.copy()
    for name in document.keys() & _DOCUMENT_TEXTS.keys():
        found[_DOCUMENT_TEXTS[name]] = _text(document, name, "document")
    for name in document.keys() & _DOCUMENT_DAYS:
        found[name] = _date(document, name, "document")
    return found if found["given_id"] or found["path"] else {**found, **_line_as_document(path, number)}


_DOCUMENT_TEXTS = {"id": "given_id"} | {
    name: name for name in "path title publisher author republisher url language derived_from".split()
}
_DOCUMENT_DAYS = frozenset({"published", "republished"})
_SAYS_NOTHING: Fields = dict.fromkeys((*_DOCUMENT_TEXTS.values(), "published", "republished"))


def _line_as_document(path: str, number: int) -> Fields:
    return {"path": path, "first_line": number, "given_id": f"doc:{digest(path, number)}"}


class Head(NamedTuple):
    """What tells a claim from others, before the rest of its line is looked at."""

    id: str | None
    proposition: str | None
    sources: tuple[Source, ...]
    """Whom it credits: the source, then the chain."""


def head_of(row: Row, path: str, number: int) -> Head:
    """Returns the head of the claim of a line.

    Raises:
        UnreadableInput: A field does not hold what it should.
    """
    try:
        source = _source(row.get("source"), "source")
        return Head(_text(row, "id"), _text(row, "proposition"), (source, *_chain(row, source)))
    except _Wrong as wrong:
        raise _unreadable(wrong, path, number) from wrong


def claim_of(row: Row, document: Document, path: str, number: int) -> Claim:
    """Returns the claim of a line.

    Raises:
        UnreadableInput: A field does not hold what it should.
    """
    try:
        return _claim(row, document)
    except _Wrong as wrong:
        raise _unreadable(wrong, path, number) from wrong


def _claim(row: Row, document: Document) -> Claim:
    source = _source(row.get("source"), "source")
    triple = _triple(row)
    return Claim(
        document=document,
        source=_credited(_part(row, "source"), source),
        content=_content(row, triple),
        chain=_chain(row, source),
        cue=_wording(row, "cue"),
        manner=_choice(row, "manner", Manner) or _USUAL_MANNER.get(source.kind, Manner.INDIRECT),
        triple=triple,
        stance=_choice(row, "stance", Stance) or Stance.ASSERTS,
        hedging=_choice(row, "hedging", Hedging) or Hedging.NONE,
        quantities=tuple([_quantity(q, f"quantities[{i}]") for i, q in enumerate(_list(row, "quantities"))]),
        event_date=_interval(row),
        said_date=_date(row, "said_date"),
        place=_text(row, "place"),
        status=_choice(row, "status", Status) or Status.ACTIVE,
        sentence=_span(row.get("sentence"), "sentence"),
        proposition=_text(row, "proposition"),
        responsible=_text(row, "responsible"),
        own_evidence=_truth(row, "own_evidence"),
        given_id=id_of(row, document),
    )


def id_of(row: Row, document: Document) -> str:
    """Returns the id of the claim of a line; where none is given, one of its document and all that the line says."""
    return _text(row, "id") or "claim:" + digest(
        document.id, {name: value for name, value in row.items() if name not in _APART and value is not None}
    )


_APART = frozenset({"schema", "id", "document"})

_USUAL_MANNER = {SourceKind.PUBLISHER: Manner.VOICE, SourceKind.UNNAMED: Manner.HEARSAY}


def _credited(row: Row, source: Source) -> Credited:
    if row.keys().isdisjoint(_AS_CREDITED):
        return Credited(source)
    return Credited(
        source=source,
        text=_text(row, "text", "source"),
        span=_span(row.get("span"), "source.span"),
        inferred=_truth(row, "inferred", "source"),
        because=_text(row, "because", "source"),
    )


_AS_CREDITED = frozenset({"text", "span", "inferred", "because"})
"""Fields that say how a claim credits its source, not what the source is."""


def _source(row: Any, field: str) -> Source:
    if row is None:
        raise _Wrong(f"{field}.name", "the name of the source")
    if not isinstance(row, dict):
        raise _Wrong(field, 'an object with a "name"')
    if _ONLY_WORDS.issuperset(map(type, row.values())):
        return _plain_source(tuple(row.items()), field)
    return _read_source(row, field)


_ONLY_WORDS = frozenset({str})


@lru_cache(maxsize=32_768)
def _plain_source(items: tuple[tuple[str, str], ...], field: str) -> Source:
    """Returns a source of which only words are told: the same ones come again and again."""
    return _read_source(dict(items), field)


def _read_source(row: Row, field: str) -> Source:
    name = _text(row, "name", field)
    if not name or not name.strip():
        raise _Wrong(f"{field}.name", "the name of the source")
    return _source_record(
        name,
        _own_id(row, "id", field),
        _kind_of_source(_text(row, "kind", field)),
        _own_id(row, "family", field),
        _text(row, "side", field) or None,
        _reliability(row, field),
        _truth(row, "listed", field),
    )


def _own_id(row: Row, field: str, inside: str) -> str | None:
    """Returns an id of a source, which must not be taken for a report or an outlet: these have ids in the graph too."""
    value = _text(row, field, inside)
    if value and value.startswith(_IDS_IN_THE_GRAPH):
        raise _Wrong(_full(field, inside), 'an id that does not begin with "report:" or "outlet:"')
    return value


_IDS_IN_THE_GRAPH = ("report:", "outlet:")


def _kind_of_source(word: str | None) -> SourceKind | None:
    """Returns the kind of that name; a word of another trade ("ministry", "ngo") leaves it to the source's name."""
    return SourceKind(word) if word in _KINDS else None


_KINDS = frozenset(SourceKind)


@lru_cache(maxsize=32_768)
def _source_record(
    name: str,
    given_id: str | None,
    kind: SourceKind | None,
    family: str | None,
    side: str | None,
    reliability: Reliability | None,
    listed: bool,
) -> Source:
    return Source(
        id=given_id or f"source:{slug(name)}",
        name=name,
        kind=kind or _kind_by_name(name),
        family=_family(family),
        side=side,
        reliability=reliability or Reliability(),
        listed=listed,
    )


def _kind_by_name(name: str) -> SourceKind:
    from provenance.sources.kinds import kind_of

    return kind_of(name)


def _family(family: str | None) -> str:
    """Returns the id of a family, which may be given by name."""
    if not family or re.fullmatch(r"[a-z]+:\S+", family):
        return family or ""
    return f"source:{slug(family)}"


def _reliability(row: Row, inside: str) -> Reliability | None:
    given = row.get("reliability")
    if given is None:
        return None
    field = f"{inside}.reliability"
    given = {"letter": given} if isinstance(given, str) else _part(row, "reliability", inside)
    letter = _text(given, "letter", field) or "F"
    if letter not in "ABCDEF" or len(letter) != 1:
        raise _Wrong(f"{field}.letter", "a letter from A to F")
    return Reliability(
        letter, _text(given, "set_by", field), _date(given, "set_on", field), _text(given, "reason", field)
    )


def _chain(row: Row, source: Source) -> tuple[Source, ...]:
    members = _list(row, "chain")
    if source.kind is SourceKind.PUBLISHER and [_name_in(member) for member in members] == [source.name]:
        return ()
    if members and source.kind is SourceKind.PUBLISHER:
        raise _Wrong("chain", "left out where source.kind is publisher, who is not listed in it")
    if not members:
        return () if source.kind is SourceKind.PUBLISHER else (source,)
    return tuple([_chain_member(member, f"chain[{i}]", source) for i, member in enumerate(members)])


def _name_in(member: object) -> object:
    return member.get("name") if isinstance(member, dict) else None


def _chain_member(row: object, field: str, source: Source) -> Source:
    member = _source(row, field)
    bare = isinstance(row, dict) and not row.keys() - {"id", "name"}
    return source if bare and (member.id == source.id or member.name == source.name) else member


def _content(row: Row, triple: Triple | None) -> Wording:
    content = _wording(row, "content")
    if content and content.text.strip():
        return content
    if not triple:
        raise _Wrong("content.text", 'what is claimed, or "triple" be given')
    return Wording(" ".join(filter(None, (triple.subject, triple.predicate, triple.object))))


def _wording(row: Row, field: str) -> Wording | None:
    if row.get(field) is None:
        return None
    part = _part(row, field)
    if len(part) == 1 and type(part.get("text")) is str:
        return Wording(part["text"])
    spans = tuple([_sure_span(span, f"{field}.spans") for span in _list(part, "spans", field)])
    return Wording(_text(part, "text", field) or "", spans)


def _triple(row: Row) -> Triple | None:
    if row.get("triple") is None:
        return None
    part = _part(row, "triple")
    words = [_text(part, name, "triple") or "" for name in ("subject", "predicate", "object")]
    return Triple(*words) if "".join(words).strip() else None


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
        exclusive="exclusive" in row and _truth(row, "exclusive", field),
        subset="subset" in row and _truth(row, "subset", field),
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


def _interval(row: Row) -> Interval | None:
    if row.get("event_date") is None:
        return None
    part = _part(row, "event_date")
    start, end = _date(part, "from", "event_date"), _date(part, "to", "event_date")
    if start and end and start > end:
        raise _Wrong("event_date.to", "no earlier than from")
    return Interval(start, end)


# The primitives: each returns None, or nothing, where the field is absent or null, and names it where it is wrong.


def _full(field: str, inside: str) -> str:
    return f"{inside}.{field}" if inside else field


def _part(row: Row, field: str, inside: str = "") -> Row:
    value = row.get(field)
    if value is None:
        return _NOTHING
    if not isinstance(value, dict):
        raise _Wrong(_full(field, inside), "an object")
    return value


def _text(row: Row, field: str, inside: str = "") -> str | None:
    value = row.get(field)
    if value is None or isinstance(value, str):
        return value
    raise _Wrong(_full(field, inside), "text")


def _truth(row: Row, field: str, inside: str = "") -> bool:
    value = row.get(field)
    if value is not None and not isinstance(value, bool):
        raise _Wrong(_full(field, inside), "true or false")
    return bool(value)


def _number(row: Row, field: str, inside: str = "") -> float | None:
    value = row.get(field)
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


def _date(row: Row, field: str, inside: str = "") -> date | None:
    value = _text(row, field, inside)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise _Wrong(_full(field, inside), "a date such as 2020-08-07") from None


def _choice(row: Row, field: str, choices: type[_E], inside: str = "") -> _E | None:
    value = _text(row, field, inside)
    if not value:
        return None
    found: _E | None = _by_value(choices).get(value)
    if found is None:
        raise _Wrong(_full(field, inside), "one of " + ", ".join(choices))
    return found


@lru_cache(maxsize=16)
def _by_value(choices: type[_E]) -> dict[str, _E]:
    return {choice.value: choice for choice in choices}


def _list(row: Row, field: str, inside: str = "") -> list[Any]:
    value = row.get(field)
    if value is not None and not isinstance(value, list):
        raise _Wrong(_full(field, inside), "a list")
    return value or []


def _span(value: object, field: str) -> Span | None:
    return None if value is None else _sure_span(value, field)


def _sure_span(value: object, field: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end and not isinstance(start, bool):
            return Span(start, end)
    raise _Wrong(field, "a pair of offsets, the first not after the second")
