"""Terms and triples, made the same way whatever the record."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Triple

from provenance.vocabulary import RDF, XSD, concept

Fact = tuple[str, "NamedNode | Literal | None"]
"""A predicate and an object; None where there is nothing to say."""

WHOLE_UP_TO = 1e15
"""Below it a float holds every whole number, so that nothing is made up when it is written out."""
SPECIAL = {"inf": "INF", "-inf": "-INF", "nan": "NaN"}
"""The lexical forms of ``xsd:double`` (XML Schema 1.1 part 2, section 3.3.5) that differ from Python's."""

iri = NamedNode


def resource(subject: str, types: Iterable[str], facts: Iterable[Fact]) -> list[Triple]:
    """Returns the triples of one subject: its types as listed, then by predicate and object, none twice."""
    node = iri(subject)
    typed = [(RDF.type, iri(kind)) for kind in types]
    known = {(predicate, term) for predicate, term in facts if term is not None}
    ordered = sorted(known, key=lambda fact: (fact[0], str(fact[1])))
    return [Triple(node, iri(predicate), term) for predicate, term in (*typed, *ordered)]


def text(words: str | None) -> Literal | None:
    """Returns words as a literal; a lone surrogate, which UTF-8 cannot hold, as U+FFFD."""
    return None if words is None else Literal(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def member(of: StrEnum) -> NamedNode:
    """Returns the concept for a member of a closed set."""
    return iri(concept(of))


def day(when: date | None) -> Literal | None:
    """Returns a day as an ``xsd:date``."""
    return None if when is None else Literal(when.isoformat(), datatype=iri(XSD.date))


def truth(holds: bool) -> Literal | None:
    """Returns true as a literal; what does not hold is not said."""
    return Literal("true", datatype=iri(XSD.boolean)) if holds else None


def whole(value: int | None) -> Literal | None:
    """Returns a whole number as an ``xsd:integer``."""
    return None if value is None else Literal(str(int(value)), datatype=iri(XSD.integer))


def number(value: float | None) -> Literal | None:
    """Returns a number: whole where it is, else a decimal; a double where it is too large or small to write out."""
    if value is None:
        return None
    if abs(value) < WHOLE_UP_TO and value == int(value):
        return whole(int(value))
    plain = repr(float(value))
    if math.isfinite(value) and "e" not in plain:
        return Literal(plain, datatype=iri(XSD.decimal))
    return Literal(SPECIAL.get(plain, plain), datatype=iri(XSD.double))
