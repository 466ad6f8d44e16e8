"""Findings and their threshold."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from provenance.records.assessment import Verdict
from provenance.records.report import Report
from provenance.reports.findings import failing, find

C, U, S, A = Verdict.CONTESTED, Verdict.UNATTRIBUTED, Verdict.SINGLE_SOURCED, Verdict.APPARENTLY_CORROBORATED


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ({C}, {C}),
        ({U}, {C, U}),
        ({S}, {C, U, S}),
        ({A}, {C, U, S, A}),
        ({C, S}, {C, U, S}),
        ({Verdict.CORROBORATED}, {Verdict.CORROBORATED}),
        ({Verdict.RETRACTED, U}, {Verdict.RETRACTED, C, U}),
        (set(), set()),
    ],
)
def test_a_named_verdict_brings_those_above_it(named: set[Verdict], found: set[Verdict]) -> None:
    assert failing(named) == found


def test_a_finding_is_a_line_with_file_line_and_column(report: Report) -> None:
    [finding] = find(report, [C])
    assert re.fullmatch(
        r"harbour\.txt:3:25: contested: “40 passengers .*”: .*; also at island\.md:5 \[prop:\S+\]", str(finding)
    )


def test_findings_come_by_place(report: Report) -> None:
    places = [(f.path, f.line, f.column) for f in find(report, [A])]
    assert places == sorted(places)
    assert len(places) == 6


def test_columns_count_from_one_in_characters(report: Report) -> None:
    for finding in find(report, [A]):
        claim = report.claims_by_id[finding.claim_id]
        line = claim.document.text.splitlines()[finding.line - claim.document.first_line]
        assert line[finding.column - 1 :].startswith(claim.content.text)


def test_a_claim_without_its_text_stands_at_the_beginning(report: Report) -> None:
    claims = tuple(
        replace(c, given_id=c.id, document=replace(c.document, text="", given_id=c.document.id)) for c in report.claims
    )
    [finding] = find(replace(report, claims=claims), [C])
    assert str(finding).startswith("harbour.txt:1:1: contested: ")


def test_a_line_break_in_a_path_does_not_forge_a_finding(report: Report) -> None:
    claims = tuple(
        replace(c, given_id=c.id, document=replace(c.document, path="a\nb.txt:1:1: x", given_id=c.document.id))
        for c in report.claims
    )
    [finding] = find(replace(report, claims=claims), [C])
    assert "\n" not in str(finding)
