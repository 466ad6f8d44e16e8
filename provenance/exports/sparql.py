"""SPARQL queries over exports, run by pyoxigraph."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path
from textwrap import shorten

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, QueryTriples, Store

from provenance.errors import InvalidQuery
from provenance.exports.graph_files import turtle_quads
from provenance.vocabulary import PREFIXES, shortened

Row = tuple[str, ...]
SAID = 200
"""Characters of what the parser says; it may list all it would have taken."""
DEEPEST = 200
"""Brackets within brackets; with some thousands the parser of pyoxigraph ends the whole process."""

UNSPOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|'
    r"'''(?:[^\\]|\\.)*?'''|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'(?:[^'\\\n]|\\.)*'|"
    r'(?P<iri><[^<>"{}|^`\\\s]*>)|#[^\n]*',
    re.DOTALL,
)
"""Strings, IRIs and comments of a query (SPARQL 1.1, section 19.8)."""
SERVICE = re.compile(r"(?<![\w:?$.-])SERVICE\s*(?:SILENT\s*)?(?=<|[?$]\w|\s\w*:)", re.IGNORECASE)


def run_query(query: Path, graph: Path) -> tuple[Row, list[Row]]:
    """Returns the header and the rows that a query file finds in a Turtle file.

    IRIs are shortened by the prefixes of the exports, literals are their words, what is unbound is empty. ASK gives
    one row, ``true`` or ``false``, under ``answer``; CONSTRUCT and DESCRIBE give triples. The query may use the
    prefixes of the exports without declaring them.

    Raises:
        InvalidQuery: The query cannot be read, parsed or run, or asks another server.
        UnreadableInput: The graph is not Turtle.
    """
    try:
        written = query.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise InvalidQuery(str(query), reason, "check the path") from error
    return rows_of(written, store_of(graph), str(query))


def store_of(graph: Path) -> Store:
    """Returns a Turtle file as a store in memory.

    Raises:
        UnreadableInput: The file is not Turtle.
    """
    store = Store()
    store.bulk_extend(turtle_quads(graph))
    return store


def rows_of(query: str, store: Store, name: str = "query") -> tuple[Row, list[Row]]:
    """Returns the header and the rows that a query finds in a store; see ``run_query``.

    Raises:
        InvalidQuery: The query cannot be parsed or run, or asks another server.
    """
    spoken = UNSPOKEN.sub(lambda found: "<>" if found["iri"] else " ", query)
    if SERVICE.search(spoken):
        raise InvalidQuery(name, "SERVICE asks another server", "ask the export alone, offline")
    if _depth(spoken) > DEEPEST:
        raise InvalidQuery(name, f"nests deeper than {DEEPEST} brackets", "write it flatter")
    try:
        found = store.query(query, prefixes=PREFIXES)
        if isinstance(found, QueryBoolean):
            return ("answer",), [("true" if found else "false",)]
        if isinstance(found, QueryTriples):
            return ("subject", "predicate", "object"), [tuple(map(_cell, triple)) for triple in found]
        return _table(found)
    except (SyntaxError, OSError, ValueError, RuntimeError) as error:
        raise InvalidQuery(name, shorten(str(error), SAID, placeholder=" …"), "check the query") from error


def _depth(query: str) -> int:
    """Returns how deep the brackets of a query nest."""
    steps = ((char in "{[(") - (char in "}])") for char in query)
    return max(accumulate(steps), default=0)


def _table(found: QuerySolutions) -> tuple[Row, list[Row]]:
    header = tuple(variable.value for variable in found.variables)
    return header, [tuple(_cell(solution[name]) for name in header) for solution in found]


def _cell(term: object) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else shortened(str(getattr(term, "value", term)))
