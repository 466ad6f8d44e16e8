"""Exports checked against the SHACL shapes of the ontology, with pyshacl."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import UnreadableInput
from provenance.exports.graph_files import turtle_quads
from provenance.vocabulary import ontology_file, shortened

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SHOWN = 60
"""Characters of an offending value that a finding shows."""


def validate(path: Path) -> tuple[bool, list[str]]:
    """Tells whether a Turtle file conforms to ``ontology/shapes.ttl``, and lists what does not, sorted.

    A finding is one line: the node, the property, what should hold, and the value found if there is one. SHACL Core
    without inference; nothing is fetched, ``owl:imports`` neither.

    Raises:
        UnreadableInput: The file is not Turtle, or holds nothing.
    """
    from pyshacl import validate as check

    data = _graph(path)
    if not len(data):
        raise UnreadableInput(str(path), "no triple in it", "export a report as Turtle first")
    conforms, results, _ = check(data, shacl_graph=_graph(ontology_file("shapes.ttl")), do_owl_imports=False)
    return conforms, _findings(results)


def _graph(path: Path) -> Graph:
    """Returns a file as rdflib holds it, parsed by pyoxigraph, which is many times faster."""
    from rdflib import Graph

    # A literal that is not of its datatype is a finding of the shapes; rdflib would tell it with a traceback.
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    graph = Graph(bind_namespaces="none")
    graph.addN((_term(q.subject), _term(q.predicate), _term(q.object), graph) for q in turtle_quads(path))
    return graph


def _term(of: object) -> Node:
    import pyoxigraph
    import rdflib

    if isinstance(of, pyoxigraph.Literal):
        datatype = None if of.language else rdflib.URIRef(of.datatype.value)
        return rdflib.Literal(of.value, lang=of.language, datatype=datatype)
    kind = rdflib.URIRef if isinstance(of, pyoxigraph.NamedNode) else rdflib.BNode
    return kind(getattr(of, "value", str(of)))


def _findings(results: Graph) -> list[str]:
    from rdflib import RDF, SH

    return sorted({_line(results, found) for found in results.subjects(RDF.type, SH.ValidationResult)})


def _line(results: Graph, found: Node) -> str:
    from rdflib import SH, URIRef

    path, value = results.value(found, SH.resultPath), results.value(found, SH.value)
    node = results.value(found, SH.focusNode)
    about = [shortened(str(node)), *([shortened(str(path))] if isinstance(path, URIRef) else [])]
    shown = "" if value is None or value == node else f"; found {_shown(str(value))}"
    return f"{' '.join(about)}: {results.value(found, SH.resultMessage)}{shown}"


def _shown(value: str) -> str:
    words = " ".join(shortened(value).split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
