"""What is exported as Turtle: the same bytes every time, nothing lost that the format can hold, nothing asserted."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from strategies import TRICKY, example_report, reports

from provenance.exports.iris import record_iri
from provenance.exports.turtle import turtle_blocks, write_turtle
from provenance.records.claim import Claim, Manner, Stance, Wording
from provenance.records.document import Document
from provenance.records.report import Report
from provenance.records.source import Credited, Source, SourceKind
from provenance.vocabulary import CP, OA, PREFIXES, PROV, RDF

thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def facts(turtle: str) -> set[tuple[str, str, str]]:
    parsed = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return {(q.subject.value, q.predicate.value, getattr(q.object, "value", "")) for q in parsed}


def lone_claim(source: Source, **more) -> Report:
    claim = Claim(Document(path="a.txt"), Credited(source), Wording("words"), **{"chain": (source,), **more})
    return Report(None, (claim.document,), (source,), (claim,), ())


def primary_sources(report: Report) -> list[str]:
    return [o for _, p, o in facts(write_turtle(report)) if p == PROV.hadPrimarySource]


@thorough
@given(reports())
def test_rdflib_reads_the_same_triples_as_pyoxigraph(report):
    turtle = write_turtle(report)
    ours = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    nt = pyoxigraph.serialize(ours, format=pyoxigraph.RdfFormat.N_TRIPLES)
    theirs = rdflib.Graph().parse(data=turtle, format="turtle")
    assert set(theirs) == set(rdflib.Graph().parse(data=nt, format="nt"))


@thorough
@given(reports())
def test_there_are_no_blank_nodes(report):
    for quad in pyoxigraph.parse(write_turtle(report), format=pyoxigraph.RdfFormat.TURTLE):
        assert isinstance(quad.subject, pyoxigraph.NamedNode)
        assert not isinstance(quad.object, pyoxigraph.BlankNode)


@thorough
@given(reports(min_claims=1))
def test_what_is_claimed_is_never_asserted(report):
    found = facts(write_turtle(report))
    claimed = {
        (s, p, o)
        for node, about, s in found
        if about == RDF.subject
        for n2, about2, p in found
        if (n2, about2) == (node, RDF.predicate)
        for n3, about3, o in found
        if (n3, about3) == (node, RDF.object)
    }
    assert len(claimed) >= sum(claim.triple is not None for claim in report.claims[:1])
    assert not claimed & found
    assert not {p for _, p, _ in found if p.startswith(PREFIXES["predicate"])}


@thorough
@given(reports())
def test_the_order_of_a_report_does_not_change_a_byte(report):
    turned = replace(
        report,
        documents=report.documents[::-1],
        sources=report.sources[::-1],
        claims=report.claims[::-1],
        assessments=report.assessments[::-1],
    )
    assert write_turtle(turned) == write_turtle(report)


def test_the_bytes_do_not_vary_with_the_hash_seed():
    program = (
        "import hashlib\nfrom strategies import example_report\nfrom provenance.exports.turtle import write_turtle\n"
        "print(hashlib.sha256(write_turtle(example_report()).encode()).hexdigest())"
    )
    path = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    ]
    assert len(set(runs)) == 1
    assert len(runs[0].strip()) == 64


def test_blocks_joined_are_the_whole():
    blocks = list(turtle_blocks(example_report()))
    assert "".join(blocks) == write_turtle(example_report())
    assert len(blocks) == 1 + 2 + 3 + 3 + 1 + 2  # prefixes, documents, sources, claims, predicate, propositions


def test_no_prefix_stands_for_the_start_of_another():
    starts = list(PREFIXES.values())
    assert not [(a, b) for a in starts for b in starts if a != b and a.startswith(b)]


def test_only_quoted_words_of_a_document_are_exported():
    secret = "Unquoted passage of the article. " * 5
    report = example_report()
    long = replace(report.documents[0], text=report.documents[0].text + " " + secret, given_id="doc:long")
    claims = tuple(replace(claim, document=long, sentence=None) for claim in report.claims[:1])
    turtle = write_turtle(Report(None, (long,), report.sources, claims, ()))
    assert "Unquoted passage of the article" not in turtle
    assert "sha256:" in turtle


@pytest.mark.parametrize("words", TRICKY)
def test_words_of_any_script_survive(words):
    source = Source("source:" + words, words, SourceKind.PERSON)
    report = lone_claim(source)
    report = replace(report, claims=(replace(report.claims[0], content=Wording(words)),))
    found = facts(write_turtle(report))
    claim = record_iri("claim", report.claims[0].id)
    assert (claim, CP.contentText, words) in found
    assert (claim, PROV.wasAttributedTo, record_iri("source", source.id)) in found


def test_a_lone_surrogate_is_written_as_a_replacement_character():
    source = Source("source:x\ud800", "x\ud800y", SourceKind.PERSON)
    assert '"x\ufffdy"' in write_turtle(lone_claim(source))


def test_quoted_words_stand_between_their_neighbours():
    found = facts(write_turtle(example_report()))
    quote = PREFIXES["claim"] + "1.content.1.quote"
    assert (quote, OA.exact, '"at least 9 soldiers" were killed near the bridge') in found
    assert (quote, OA.prefix, "e Observatory said that ") in found
    assert (quote, OA.suffix, ", Reuters reported.") in found
    position = PREFIXES["claim"] + "1.content.1.position"
    assert {o for s, p, o in found if s == position and p in (OA.start, OA.end)} == {"26", "75"}


def test_relations_are_told_of_both_claims_and_explained():
    found = facts(write_turtle(example_report()))
    assert (PREFIXES["claim"] + "2", CP.contradicts, PREFIXES["claim"] + "1") in found
    assert CP.because in {p for _, p, _ in found}


def test_a_mouthpiece_acts_on_behalf_of_its_family_and_nobody_else_does():
    acting = {(s, o) for s, p, o in facts(write_turtle(example_report())) if p == PROV.actedOnBehalfOf}
    assert acting == {(PREFIXES["source"] + "amaq", PREFIXES["source"] + "islamic-state")}


def test_a_reprint_is_derived_from_the_document_whose_title_it_states():
    report = example_report()
    first, second = (record_iri("doc", document.id) for document in report.documents)
    assert (second, PROV.wasDerivedFrom, first) in facts(write_turtle(report))


def test_a_title_that_two_documents_bear_points_to_neither():
    report = example_report()
    twin = replace(report.documents[0], text="another text")
    found = facts(write_turtle(replace(report, documents=(*report.documents, twin))))
    assert PROV.wasDerivedFrom not in {p for _, p, _ in found}


MONITOR = Source("source:m", "Monitor", SourceKind.MONITOR)


@pytest.mark.parametrize(
    ("report", "first_hand"),
    [
        (lone_claim(MONITOR), True),
        (lone_claim(MONITOR, chain=(MONITOR, Source("source:n", "N", SourceKind.PERSON))), False),
        (lone_claim(MONITOR, stance=Stance.OPEN), False),
        (lone_claim(Source("source:a", "local sources", SourceKind.ANONYMOUS_PLURAL)), False),
        (lone_claim(Source("source:o", "Outlet", SourceKind.OUTLET)), False),
        (lone_claim(Source("source:p", "Paper", SourceKind.PUBLISHER), chain=(), manner=Manner.VOICE), False),
        (lone_claim(Source("source:p", "Paper", SourceKind.PUBLISHER), chain=(), own_evidence=True), True),
        (lone_claim(Source("source:s", "Agency", SourceKind.STATE_MEDIA)), False),
        (lone_claim(Source("source:s", "Agency", SourceKind.STATE_MEDIA, family="source:state")), True),
    ],
)
def test_only_a_first_hand_origin_is_a_primary_source(report, first_hand):
    assert bool(primary_sources(report)) is first_hand
