"""The line from documents to assessments: the one module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.report import Report
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.sources.registry import Registry


def claims_of(document: Document, registry: Registry) -> list[Claim]:
    """Returns the claims of one document, in text order.

    Args:
        document: The text with what is known of its publication.
        registry: The sources known by name.

    Raises:
        MissingModel: The language pipeline is not installed.
    """
    from provenance.attributions.find import find_attributions
    from provenance.claims.build import DocumentReader
    from provenance.documents.passages import passages
    from provenance.language.parsing import parse
    from provenance.sources.resolution import Cast

    reader = DocumentReader(document, Cast(registry, document.outlet))
    return [claim for piece in parse(passages(document)) for claim in reader.claims(piece, find_attributions(piece.doc))]
