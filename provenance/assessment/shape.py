"""The shape of a report's JSON, for the checker: which field holds what, told once more as a table.

A shape is a type, a test, a set of words, ``[shape]`` for a list, a dictionary for an object (a ``?`` behind a name:
the field may be missing), or one of these that may be null. Fields that are not in the table are passed over.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast


@dataclass(frozen=True)
class OrNull:
    """A shape that null has too."""

    shape: Any


def is_day(value: object) -> bool:
    """Tells whether a value is a day such as "2020-08-07"."""
    try:
        return isinstance(value, str) and bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def is_number(value: object) -> bool:
    """Tells whether a value is a finite number, written without a point where it is whole."""
    return type(value) is int or (type(value) is float and math.isfinite(value) and not value.is_integer())


def is_real(value: object) -> bool:
    """Tells whether a value is a finite number, however it is written."""
    return type(value) in {int, float} and math.isfinite(cast(float, value))


def is_span(value: object) -> bool:
    """Tells whether a value is a pair of offsets."""
    in_order = isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)
    return in_order and isinstance(value, list) and 0 <= value[0] <= value[1]


def is_id(value: object) -> bool:
    """Tells whether a value is an id."""
    return isinstance(value, str) and bool(value)


def is_edge(value: object) -> bool:
    """Tells whether a value is a step between two nodes, with its kind."""
    return isinstance(value, list) and len(value) == 3 and all(isinstance(part, str) for part in value)


def words(text: str) -> frozenset[str]:
    """Returns the words of a text."""
    return frozenset(text.split())


TEXT_OR_NULL, DAY_OR_NULL, SPAN_OR_NULL = OrNull(str), OrNull(is_day), OrNull(is_span)
KINDS = words(
    "monitor party state_media government armed_group group_media outlet body person anonymous anonymous_plural"
    " document imagery publisher unnamed unknown"
)
LETTER = frozenset("ABCDEF")
RELIABILITY = {"letter": LETTER, "set_by": TEXT_OR_NULL, "set_on": DAY_OR_NULL, "reason": TEXT_OR_NULL}
MEMBER = {
    "id": is_id,
    "name": str,
    "kind": KINDS,
    "family?": str,
    "side?": str,
    "reliability?": RELIABILITY,
    "listed?": {True},
}
CREDITED = {**MEMBER, "text": TEXT_OR_NULL, "span": SPAN_OR_NULL, "inferred": bool, "because?": str}
WORDING = {"text": str, "spans": [is_span]}
QUANTITY = {
    "text": str,
    "span": SPAN_OR_NULL,
    "kind": words("exact at_least at_most range approx vague"),
    "min": OrNull(is_number),
    "max": OrNull(is_number),
    "unit": TEXT_OR_NULL,
    "exclusive?": {True},
    "subset?": {True},
}
DOCUMENT_TEXTS = ("path", "title", "publisher", "author", "republisher", "url", "language", "derived_from")
DOCUMENT_DAYS = ("published", "republished")
DOCUMENT = {
    "id": is_id,
    **dict.fromkeys(DOCUMENT_TEXTS, TEXT_OR_NULL),
    **dict.fromkeys(DOCUMENT_DAYS, DAY_OR_NULL),
    "credits": [str],
}
CLAIM = {
    "schema": {"claim-provenance/claim/1"},
    "id": is_id,
    "document": {
        **{name: DOCUMENT[name] for name in ("id", "path", "title", "publisher", "author", "published")},
        "republished?": is_day,
        **dict.fromkeys(("republisher?", "url?", "language?", "derived_from?"), str),
    },
    "source": CREDITED,
    "chain": [MEMBER],
    "cue": OrNull(WORDING),
    "content": WORDING,
    "manner": words("direct mixed indirect evidence hearsay voice"),
    "triple": OrNull({"subject": str, "predicate": str, "object": str}),
    "stance": words("asserts acknowledges denies retracts open"),
    "hedging": words("none reported alleged unconfirmed possible"),
    "quantities": [QUANTITY],
    "event_date": OrNull({"from": DAY_OR_NULL, "to": DAY_OR_NULL}),
    "said_date": DAY_OR_NULL,
    "place": TEXT_OR_NULL,
    "status": words("active retracted superseded"),
    "sentence?": is_span,
    "proposition?": str,
    "responsible?": str,
    "own_evidence?": {True},
}
SOURCE = {
    "id": is_id,
    "name": str,
    "kind": KINDS,
    "aliases": [str],
    "family": str,
    "side": TEXT_OR_NULL,
    "reliability": RELIABILITY,
    "listed": bool,
}
SUPPORT = {
    **dict.fromkeys(("reports", "roots", "kappa", "floor"), int),
    "n_eff": is_number,
    "by_side": {"floor": int},
    **{name: [str] for name in ("choke", "origins", "shown", "cut")},
    **{name: [[str]] for name in ("chains", "shown_chains", "loops")},
    "edges": [is_edge],
}
SCALE = {
    "name": str,
    "label": TEXT_OR_NULL,
    "rule": str,
    "terms?": [{"name": str, "log_odds": is_real}],
    "total?": is_real,
}
PROPOSITION = {
    "id": is_id,
    "label": str,
    "verdict": words("retracted contested corroborated apparently_corroborated single_sourced unattributed"),
    **{name: [str] for name in ("supporting", "opposing", "open")},
    "support": SUPPORT,
    "opposition": OrNull(SUPPORT),
    "flags": [str],
    "admiralty": {"letter": LETTER, "digit": OrNull(int)},
    "relations": [{"kind": str, "from": str, "to": str, "because": str}],
    "rule": str,
    "why": str,
    "would_change": str,
    "scale?": SCALE,
}
REPORT = {
    "schema": {"claim-provenance/report/1"},
    "as_of": DAY_OR_NULL,
    "documents": [DOCUMENT],
    "sources": [SOURCE],
    "claims": [CLAIM],
    "propositions": [PROPOSITION],
    "remarks": [str],
}


def faults(value: object, shape: Any, where: str = "") -> Iterator[str]:
    """Yields what does not have the shape it should, a line each, by its place in the report."""
    if isinstance(shape, OrNull):
        yield from faults(value, shape.shape, where) if value is not None else ()
    elif isinstance(shape, dict):
        yield from _of_object(value, shape, where)
    elif isinstance(shape, list):
        yield from _of_list(value, shape[0], where)
    elif not _fits(value, shape):
        yield f"{where} should be {_expected(shape)}, not {told(value)}"


def _of_object(value: object, shape: Mapping[str, Any], where: str) -> Iterator[str]:
    if type(value) is not dict:
        yield f"{where or 'it'} should be an object, not {told(value)}"
        return
    for key, inner in shape.items():
        name = key.removesuffix("?")
        place = f"{where}.{name}" if where else name
        if name in value:
            yield from faults(value[name], inner, place)
        elif name == key:
            yield f"{place} is missing"


def _of_list(value: object, shape: Any, where: str) -> Iterator[str]:
    if type(value) is not list:
        yield f"{where} should be a list, not {told(value)}"
        return
    for place, element in enumerate(value):
        yield from faults(element, shape, f"{where}[{place}]")


def _fits(value: object, shape: type | Collection[Any] | Callable[[object], bool]) -> bool:
    if isinstance(shape, type):
        return isinstance(value, shape) and (shape is not int or type(value) is int)
    if isinstance(shape, Collection):
        return isinstance(value, str | bool) and value in shape
    return shape(value)


def _expected(shape: Any) -> str:
    named = {str: "text", int: "a whole number", bool: "true or false", is_day: "a day", is_real: "a number"}
    named |= {
        is_number: "a number as reports write it",
        is_span: "a pair of offsets",
        is_edge: "a step",
        is_id: "an id",
    }
    return named[shape] if callable(shape) else " or ".join(map(told, sorted(shape)))


def told(value: object) -> str:
    """Returns a value as a report writes it, in short."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"


LONGEST = 60
"""Characters of a value that a line tells."""
