"""Reports as Turtle: the same report gives the same bytes, on every run and machine.

pyoxigraph writes each record as it is given; the order is that of ``provenance.exports.triples``. (rdflib sorts by
its own lights and writes bytes that vary with the hash seed.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, Triple, serialize

from provenance.exports.triples import records
from provenance.records.report import Report
from provenance.vocabulary import PREFIXES


def write_turtle(report: Report) -> str:
    """Returns the report as one Turtle text, ending in a newline; see ``turtle_blocks`` for one too large to hold.

    Kept and lost: ``provenance.exports.read_turtle`` says what.
    """
    return "".join(turtle_blocks(report))


def turtle_blocks(report: Report) -> Iterator[str]:
    """Yields the prefixes, then each record with its parts, a blank line before it."""
    yield "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in PREFIXES.items())
    for triples in records(report):
        yield "\n" + _written(triples)


def _written(triples: Iterable[Triple]) -> str:
    """Returns the triples without the prefixes, which pyoxigraph writes first and in no certain order."""
    whole = (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    return re.sub(r"\A(?:@prefix [^\n]*\n)+", "", whole)
