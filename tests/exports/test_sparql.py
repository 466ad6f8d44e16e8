"""Queries over exports give rows; what cannot run says so in one line."""

from dataclasses import replace

import pytest
from strategies import TRICKY, example_report

from provenance.errors import InvalidQuery, UnreadableInput
from provenance.exports.sparql import rows_of, run_query, store_of
from provenance.exports.turtle import write_turtle
from provenance.records.claim import Wording
from provenance.vocabulary import ontology_file


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "export.ttl"
    path.write_text(write_turtle(example_report()), "utf-8")
    return path


def test_the_single_sourced_query_lists_words_source_and_document(export):
    header, rows = run_query(ontology_file("queries/single-sourced.rq"), export)
    assert header == ("proposition", "words", "source", "origin", "document")
    assert rows == [("prop:2", "A second bridge was hit", "Amaq", "Syrian Observatory", "b.txt")]


def test_the_prefixes_of_the_exports_need_no_declaration(export):
    _, rows = rows_of("SELECT ?c { ?c cp:stance cp:stance-denies }", store_of(export))
    assert rows == [("claim:2",)]


def test_what_is_unbound_is_empty(export):
    header, rows = rows_of("SELECT ?n ?d { prop:2 rdfs:label ?n OPTIONAL { prop:2 cp:digit ?d } }", store_of(export))
    assert (header, rows) == (("n", "d"), [("what was relayed", "")])


def test_other_forms_of_query_have_rows_too(export):
    store = store_of(export)
    assert rows_of("ASK { claim:1 cp:supports prop:1 }", store) == (("answer",), [("true",)])
    assert rows_of("ASK { claim:1 cp:opposes prop:1 }", store)[1] == [("false",)]
    header, rows = rows_of("CONSTRUCT { ?c cp:about ?p } { ?c cp:opposes ?p }", store)
    assert (header, rows) == (("subject", "predicate", "object"), [("claim:2", "cp:about", "prop:1")])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://localhost/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent<http://localhost/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE ?where { ?s ?p ?o } }",
        "PREFIX e: <http://localhost/#> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
        "SELECT * { SERVICE # a remark\n <http://localhost/sparql> { ?s ?p ?o } }",
    ],
)
def test_no_query_asks_another_server(export, query):
    with pytest.raises(InvalidQuery, match="SERVICE asks another server"):
        rows_of(query, store_of(export))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service ?p 'SERVICE <http://x/>' }",
        "# SERVICE <http://x/>\nSELECT * { ?s ?p ?o FILTER(?s = <http://x/SERVICE>) }",
        "PREFIX service: <http://x/> SELECT * { ?s service:a ?o }",
    ],
)
def test_the_word_service_alone_is_no_harm(export, query):
    assert rows_of(query, store_of(export))[1] == []


@pytest.mark.parametrize("query", ["SELECT * {", "SELECT ?x { ?s nope:p ?x }", "", "DELETE WHERE { ?s ?p ?o }"])
def test_a_broken_query_is_named_in_one_line(tmp_path, export, query):
    path = tmp_path / "broken.rq"
    path.write_text(query, "utf-8")
    with pytest.raises(InvalidQuery, match=r"broken\.rq: ") as caught:
        run_query(path, export)
    assert "\n" not in str(caught.value)
    assert len(caught.value.what) <= 200


def test_a_missing_query_is_invalid(tmp_path, export):
    with pytest.raises(InvalidQuery, match="No such file"):
        run_query(tmp_path / "none.rq", export)


def test_a_graph_that_is_not_turtle_is_unreadable(tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b>", "utf-8")
    with pytest.raises(UnreadableInput, match=r"broken\.ttl:1: not Turtle"):
        run_query(ontology_file("queries/single-sourced.rq"), broken)


@pytest.mark.parametrize("words", TRICKY)
def test_words_of_any_script_come_out_as_they_went_in(tmp_path, words):
    report = example_report()
    path = tmp_path / "export.ttl"
    claim = replace(report.claims[2], content=Wording(words))
    path.write_text(write_turtle(replace(report, claims=(claim,))), "utf-8", newline="")
    _, rows = run_query(ontology_file("queries/single-sourced.rq"), path)
    assert [row[1] for row in rows] == [words]


def test_byte_order_marks_are_passed_over(tmp_path, export):
    query = tmp_path / "mark.rq"
    query.write_text("SELECT ?c { ?c a cp:Claim }", "utf-8-sig")
    export.write_text(export.read_text("utf-8"), "utf-8-sig")
    assert len(run_query(query, export)[1]) == 3


@pytest.mark.parametrize(("opening", "closing"), ["{}", "()", "[]"])
def test_a_query_nested_too_deep_is_refused(export, opening, closing):
    with pytest.raises(InvalidQuery, match="nests deeper"):
        rows_of(f"SELECT * {opening * 3000}{closing * 3000}", store_of(export))


def test_brackets_in_strings_and_comments_do_not_nest(export):
    query = "SELECT * { ?s ?p '" + "{" * 3000 + "' } # " + "(" * 3000
    assert rows_of(query, store_of(export))[1] == []
