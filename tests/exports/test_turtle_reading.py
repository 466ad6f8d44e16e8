"""Turtle read back gives equal records; what cannot be read says where and why in one line."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import example_report, ids, reports

from provenance.errors import UnreadableInput
from provenance.exports.iris import part, record_id, record_iri
from provenance.exports.read_turtle import read_turtle
from provenance.exports.turtle import write_turtle

thorough = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def bare(document):
    """The document as far as Turtle holds it."""
    return replace(document, text="", boilerplate=(), first_line=1, given_id=document.id)


def expected(claim):
    return replace(claim, document=bare(claim.document), given_id=claim.id)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("turtle") / "export.ttl"


@thorough
@given(reports(min_claims=1))
def test_claims_and_propositions_read_back_are_equal(path, report):
    path.write_text(write_turtle(report), "utf-8")
    claims, propositions, _ = read_turtle(path)
    order = [claim.id for claim in claims]

    def as_read(proposition):
        sides = {side: getattr(proposition, side) for side in ("supporting", "opposing", "open")}
        sides = {side: tuple(sorted(ids, key=order.index)) for side, ids in sides.items()}
        return replace(proposition, **sides)

    assert {c.id: c for c in claims} == {c.id: expected(c) for c in report.claims}
    assert [c.document.id for c in claims] == [report.claims_by_id[c.id].document.id for c in claims]
    given = sorted((as_read(a.proposition) for a in report.assessments), key=lambda p: p.id)
    assert list(propositions) == given


@thorough
@given(reports(min_claims=1))
def test_what_was_read_is_written_and_read_the_same_again(path, report):
    path.write_text(write_turtle(report), "utf-8")
    once = read_turtle(path)
    path.write_text(
        write_turtle(
            replace(report, documents=once.documents, sources=(), claims=once.claims),
        ),
        "utf-8",
    )
    assert read_turtle(path) == once


@given(ids, ids)
def test_ids_and_iris_go_both_ways_and_never_meet(one, other):
    iris = [record_iri("claim", one), record_iri("claim", f"claim:{one}")]
    assert [record_id("claim", iri) for iri in iris] == [one, f"claim:{one}"]
    assert (record_iri("claim", one) == record_iri("claim", other)) is (one == other)
    assert part(record_iri("claim", one), "content") != record_iri("claim", f"{one}.content")


def test_an_id_of_another_making_stays_as_it_is():
    assert record_id("claim", "https://example.org/claims/1") == "https://example.org/claims/1"


def test_claims_come_back_in_the_order_of_their_documents(path):
    path.write_text(write_turtle(example_report()), "utf-8")
    claims = read_turtle(path).claims
    assert [claim.document.path for claim in claims] == ["a.txt", "b.txt", "b.txt"]


FOREIGN = """
@prefix cp: <https://w3id.org/claim-provenance/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/c> a cp:Claim ;
  prov:wasAttributedTo <https://example.org/s> ; prov:wasQuotedFrom _:d ; cp:contentText "Two died." .
<https://example.org/s> rdfs:label "WHO" .
"""


COUNTED = (
    FOREIGN.replace("a cp:Claim", "a cp:Claim ; cp:quantity <https://example.org/q>")
    + """@prefix schema: <https://schema.org/> .
<https://example.org/q> a cp:Quantity ; cp:quantityText "many" ; schema:minValue NUMBER .
"""
)
NOT_FINITE = ("1e400", '"NaN"', '"-INF"', "1" + "0" * 400, "9" * 5000)


def test_a_file_of_another_making_is_read_where_it_uses_our_terms(path):
    path.write_text(FOREIGN, "utf-8")
    (claim,), propositions, documents = read_turtle(path)
    assert (claim.id, claim.content.text) == ("https://example.org/c", "Two died.")
    assert (claim.source.source.name, claim.source.source.id) == ("WHO", "https://example.org/s")
    assert propositions == ()
    assert [document.id for document in documents] == [claim.document.id]


@pytest.mark.parametrize(
    ("turtle", "where", "what"),
    [
        ("@prefix a: <http://x/> .\na:b a:c .\n", "export.ttl:2: ", "not Turtle"),
        ("a:b a:c a:d .", "export.ttl:1: ", "prefix a: has not been declared"),
        ('<http://x/> <http://y/> "\xff" .', "export.ttl: ", "no claim in it"),
        (FOREIGN.replace(' ; cp:contentText "Two died."', ""), "export.ttl:5: ", "no cp:contentText"),
        (
            FOREIGN.replace('rdfs:label "WHO"', 'rdfs:label "WHO", "W.H.O."'),
            "export.ttl:7: ",
            "2 values of rdfs:label",
        ),
        (FOREIGN.replace("a cp:Claim", "a cp:Claim ; cp:stance cp:stance-perhaps"), ":5: ", "cp:stance-perhaps"),
        (FOREIGN.replace("a cp:Claim", 'a cp:Claim ; cp:saidOn "2020-13-45"'), ":5: ", "cp:saidOn cannot be"),
        *((COUNTED.replace("NUMBER", n), ":9: ", "schema:minValue cannot be") for n in NOT_FINITE),
    ],
)
def test_what_cannot_be_read_says_where_and_why_in_one_line(path, turtle, where, what):
    path.write_text(turtle, "utf-8")
    with pytest.raises(UnreadableInput) as caught:
        read_turtle(path)
    message = str(caught.value)
    assert where in message
    assert what in message
    assert "\n" not in message


def test_bytes_that_are_not_utf8_are_no_turtle(path):
    path.write_bytes(b'<http://x/> <http://y/> "\xff\xfe" .')
    with pytest.raises(UnreadableInput, match="not Turtle"):
        read_turtle(path)


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableInput, match=r"none\.ttl: No such file"):
        read_turtle(tmp_path / "none.ttl")


def test_an_export_is_read_from_a_stream_too(path):
    written = write_turtle(example_report())
    path.write_text(written, "utf-8")
    assert read_turtle(Path("-"), written.encode()) == read_turtle(path)


def test_a_byte_order_mark_is_passed_over(path):
    path.write_text(FOREIGN.strip(), "utf-8-sig")
    assert len(read_turtle(path).claims) == 1


def test_documents_without_claims_are_kept(path):
    report = replace(example_report(), claims=(), sources=(), assessments=())
    path.write_text(write_turtle(report), "utf-8")
    claims, propositions, documents = read_turtle(path)
    assert (claims, propositions) == ((), ())
    assert sorted(documents, key=str) == sorted(map(bare, report.documents), key=str)
