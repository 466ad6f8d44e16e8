"""Every export conforms to the shapes, and what was damaged does not."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import example_report, reports

from provenance.errors import UnreadableInput
from provenance.exports.shacl import validate
from provenance.exports.turtle import write_turtle


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("shacl") / "export.ttl"


def findings(path, turtle):
    path.write_text(turtle, "utf-8")
    conforms, found = validate(path)
    assert conforms is (not found)
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_every_report_conforms(path, report):
    assert findings(path, write_turtle(report)) == []


@pytest.mark.parametrize(
    ("intact", "damaged", "finding"),
    [
        (r"\tprov:wasAttributedTo source:ministry ;\n", "", "claim:2 prov:wasAttributedTo: exactly one source"),
        (
            r"prov:wasAttributedTo source:ministry",
            "prov:wasAttributedTo source:ministry , source:sohr",
            "claim:2 prov:wasAttributedTo: exactly one source",
        ),
        (
            r"prov:wasAttributedTo source:ministry",
            "prov:wasAttributedTo source:nobody",
            "found source:nobody",
        ),
        (r"\tprov:wasQuotedFrom doc:\w+ ;\n", "", "claim:1 prov:wasQuotedFrom: it stands in exactly one document"),
        (
            r"cp:stance-denies",
            "cp:stance-perhaps",
            "claim:2 cp:stance: exactly one stance of the scheme; found cp:stance-",
        ),
        (r"\tcp:contentText \"it\" ;\n", "", "claim:2 cp:contentText: exactly one text"),
        (
            r"cp:verdict-contested",
            "cp:verdict-true",
            "prop:1 cp:verdict: exactly one verdict of the scheme; found cp:verdict-true",
        ),
        (r"cp:bound-at_least", "cp:bound-some", "claim:1.quantity.1 cp:bound: exactly one bound"),
        (
            r"schema:minValue 9",
            "schema:minValue 9 ; schema:maxValue 8",
            "claim:1.quantity.1 schema:minValue: one number at most, not above schema:maxValue",
        ),
        (
            r"oa:end 75",
            "oa:end 7",
            "claim:1.content.1.position oa:start: exactly one offset, from 0, not after oa:end",
        ),
        (r"oa:start 27", "oa:start -1", "claim:1.quantity.1.at.position oa:start"),
        (r"cp:kind-monitor", "cp:kind-oracle", "source:sohr cp:sourceKind: exactly one kind of the scheme"),
        (r"\trdfs:label \"Foreign Ministry\" ;\n", "", "source:ministry rdfs:label: exactly one name"),
        (r"cp:eventTo \"2020-08-06\"", 'cp:eventTo "2020-08-05"', "claim:1 cp:eventFrom: one day at most, not after"),
        (r'schema:datePublished "2020-08-08"\^\^xsd:date', 'schema:datePublished "Monday"', "schema:datePublished"),
        (r"\tcp:supports prop:2 ", '\tcp:place "x" ', "prop:2: at least one claim speaks of it"),
        (r"cp:because-denial", "cp:because-mood", "cp:because: exactly one reason of the scheme"),
    ],
)
def test_a_damaged_export_is_found_out(path, intact, damaged, finding):
    whole = write_turtle(example_report())
    broken = re.sub(intact, damaged, whole, count=1)
    assert broken != whole
    found = findings(path, broken)
    assert [line for line in found if finding in line], found
    assert not [line for line in found if "\n" in line]


def test_a_long_value_is_cut_short_in_a_finding(path):
    broken = write_turtle(example_report()).replace('rdfs:label "Syrian Observatory"', f'rdfs:label "{"x" * 500}"@en')
    (line,) = [line for line in findings(path, broken) if "rdfs:label" in line]
    assert line.endswith("xxx…")
    assert len(line) < 150


def test_an_empty_file_is_no_export(path):
    path.write_text("", "utf-8")
    with pytest.raises(UnreadableInput, match="no triple in it"):
        validate(path)


def test_a_file_that_is_not_turtle_is_unreadable(path):
    path.write_text("schema: claim\n", "utf-8")
    with pytest.raises(UnreadableInput, match=r"export\.ttl:1: not Turtle"):
        validate(path)


def test_a_literal_that_is_not_of_its_datatype_is_one_line_and_no_traceback(path, caplog):
    turtle = re.sub(r'datePublished "[^"]*"', 'datePublished "2025-02-30"', write_turtle(example_report()))
    found = findings(path, turtle)
    assert found
    assert all("schema:datePublished: one day at most; found 2025-02-30" in line for line in found)
    assert not caplog.records
