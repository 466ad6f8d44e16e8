"""What several documents know of a source together."""

from dataclasses import replace

from provenance.records.claim import Claim, Wording
from provenance.records.document import Document
from provenance.records.source import Credited, Source, SourceKind
from provenance.sources.joining import joined

LONG = Source("source:delta-relief-union", "Delta Relief Union", SourceKind.BODY, aliases=("DRU",))
BARE = Source("source:dru", "DRU")


def said(source, path):
    return Claim(Document(path=path), Credited(source, source.name), Wording("six died"), chain=(source,))


def test_a_bare_acronym_joins_the_name_another_document_gives_for_it():
    first, second = joined([said(LONG, "a"), said(BARE, "b")])
    assert second.source.source == first.source.source == LONG
    assert second.source.inferred
    assert second.id == said(BARE, "b").id


def test_an_acronym_explained_in_two_ways_stays_by_itself():
    other = replace(LONG, id="source:dry-run-unit", name="Dry Run Unit")
    assert joined([said(LONG, "a"), said(other, "b"), said(BARE, "c")])[2].source.source == BARE


def test_the_fullest_record_of_a_source_stands_for_all_whatever_the_order():
    plain, full = Source("source:roe", "Roe"), Source("source:roe", "Roe", SourceKind.PERSON, family="source:union")
    for claims in ([said(plain, "a"), said(full, "b")], [said(full, "b"), said(plain, "a")]):
        assert {claim.source.source for claim in joined(claims)} == {full}
