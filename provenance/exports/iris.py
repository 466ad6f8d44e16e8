"""IRIs for records from their ids, and back.

``claim:9f2c`` becomes ``https://w3id.org/claim-provenance/id/claim/9f2c``: the kind stands as a path segment, so that
in Turtle, with the prefix ``claim:``, the name looks like the id. An id that does not begin with its kind, as ids
read in from elsewhere may, goes under ``given/`` instead of ``id/``, so that the two never meet.

Everything but ASCII letters, digits, ``-``, ``_`` and ``~`` is percent-encoded as UTF-8 (RFC 3986, section 2.1), the
full stop too: it joins the parts of a record to its own name (``claim:9f2c.content.1``), so no id runs into a part.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from provenance.vocabulary import RECORDS

GIVEN = RECORDS.removesuffix("id/") + "given/"


def encoded(name: str) -> str:
    """Returns the name for use in an IRI.

    >>> encoded("الرقة"), encoded("local-sources@sana.sy")
    ('%D8%A7%D9%84%D8%B1%D9%82%D8%A9', 'local-sources%40sana%2Esy')
    """
    return quote(name, safe="", errors="surrogatepass").replace(".", "%2E")


def record_iri(kind: str, record_id: str) -> str:
    """Returns the IRI of a record of that kind (``claim``, ``doc``, ``source``, ``prop``).

    >>> record_iri("claim", "claim:9f2c"), record_iri("claim", "n° 7")
    ('https://w3id.org/claim-provenance/id/claim/9f2c', 'https://w3id.org/claim-provenance/given/claim/n%C2%B0%207')
    """
    name = record_id.removeprefix(f"{kind}:")
    return f"{GIVEN if not name or name == record_id else RECORDS}{kind}/{encoded(name or record_id)}"


def record_id(kind: str, iri: str) -> str:
    """Returns the id that ``record_iri`` was given; an IRI of another making is its own id.

    >>> record_id("claim", record_iri("claim", "claim:9f2c")), record_id("claim", "https://example.org/1")
    ('claim:9f2c', 'https://example.org/1')
    """
    for start, head in ((f"{RECORDS}{kind}/", f"{kind}:"), (f"{GIVEN}{kind}/", "")):
        if iri.startswith(start):
            return head + unquote(iri.removeprefix(start), errors="surrogatepass")
    return iri


def node_iri(node_id: str) -> str:
    """Returns the IRI of a node of the evidence graph, whose kind is what its id begins with.

    >>> node_iri("source:sohr")
    'https://w3id.org/claim-provenance/id/source/sohr'
    """
    kind, _, name = node_id.partition(":")
    return record_iri(kind if name and kind in {"report", "outlet", "source"} else "node", node_id)


def part(iri: str, *names: object) -> str:
    """Returns the IRI of a part of a record, as in ``part(claim, "chain", 1)``."""
    return ".".join((iri, *map(str, names)))
