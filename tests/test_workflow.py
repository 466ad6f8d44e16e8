"""A damaged passage costs that passage only."""

from __future__ import annotations

import pytest

from provenance.claims.build import DocumentReader
from provenance.records.document import Document
from provenance.sources.registry import load_registry
from provenance.workflow import claims_of

TEXT = "The mayor said the bridge was safe.\n\nThe army said the road was closed.\n\nPolice said it rained."


@pytest.fixture
def second_fails(monkeypatch):
    whole = DocumentReader.claims

    def claims(reader, piece, found):
        if "army" in piece.doc.text:
            raise ValueError("damaged")
        return whole(reader, piece, found)

    monkeypatch.setattr(DocumentReader, "claims", claims)


def test_the_other_passages_are_read_and_a_remark_names_the_line(second_fails):
    remarks: list[str] = []
    found = claims_of(Document(TEXT, path="a.txt"), load_registry(None), remarks.append)
    assert [c.content.text for c in found] == ["the bridge was safe", "it rained"]
    assert remarks == ["a.txt:3: this passage could not be read (ValueError: damaged)"]


def test_without_anybody_to_tell_the_error_is_raised(second_fails):
    with pytest.raises(ValueError, match="damaged"):
        claims_of(Document(TEXT, path="a.txt"), load_registry(None))
