"""A report as JSON: the keys promised, whole and by the line."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from provenance.exports.report_json import PROPOSITION_SCHEMA, SCHEMA, report_object, write_propositions, write_report
from provenance.records.report import Report

SIDE = {
    *("reports", "roots", "kappa", "floor", "n_eff", "choke", "origins", "shown", "by_side", "edges", "cut"),
    *("chains", "shown_chains", "loops"),
}


def test_what_is_written_is_the_object(report: Report) -> None:
    assert json.loads("".join(write_report(report))) == report_object(report)


def test_each_record_stands_on_a_line_of_its_own(report: Report) -> None:
    lines = "".join(write_report(report)).splitlines()
    for record in (*report.claims, *(a.proposition for a in report.assessments)):
        assert (
            sum(
                line.lstrip().startswith(f'{{"id": "{record.id}"') or f'"id": "{record.id}", "do' in line
                for line in lines
            )
            == 1
        )


def test_the_head_says_schema_and_day(report: Report) -> None:
    row = report_object(report)
    assert (row["schema"], row["as_of"]) == (SCHEMA, "2021-03-06")
    assert {len(report.documents), len(report.sources)} == {len(row["documents"]), len(row["sources"])}


def test_both_sides_carry_their_numbers_and_proof(report: Report) -> None:
    contested = next(p for p in report_object(report)["propositions"] if p["verdict"] == "contested")
    assert set(contested["support"]) == set(contested["opposition"]) == SIDE
    assert contested["support"]["by_side"] == {"floor": 1}
    assert contested["opposing"] == [r["from"] for r in contested["relations"]][:1]
    assert contested["relations"][0] | {"to": ""} == {
        "kind": "contradicts",
        "from": contested["opposing"][0],
        "to": "",
        "because": "denial",
    }


def test_a_side_that_nobody_takes_is_null(report: Report) -> None:
    single = next(p for p in report_object(report)["propositions"] if p["verdict"] == "single_sourced")
    assert single["opposition"] is None
    assert single["admiralty"] == {"letter": "B", "digit": 3}


def test_every_chain_runs_along_edges(report: Report) -> None:
    for row in report_object(report)["propositions"]:
        edges = {(a, b) for a, b, _ in row["support"]["edges"]}
        for chain in row["support"]["chains"]:
            assert set(pairwise(chain)) <= edges


def test_a_proposition_on_a_line_holds_its_claims(report: Report) -> None:
    rows = [json.loads(line) for line in write_propositions(report)]
    assert [row["id"] for row in rows] == [a.proposition.id for a in report.assessments]
    for row in rows:
        assert row["schema"] == PROPOSITION_SCHEMA
        assert [claim["id"] for claim in row["claims"]] == [*row["supporting"], *row["opposing"], *row["open"]]


@pytest.mark.parametrize("write", [write_report, write_propositions])
def test_the_same_report_gives_the_same_text(report: Report, write: object) -> None:
    assert callable(write)
    assert "".join(write(report)) == "".join(write(report))
