"""The words of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from provenance.errors import UnknownRecord
from provenance.records.assessment import Verdict
from provenance.records.claim import Bound, Interval, Quantity
from provenance.records.report import Report
from provenance.reports.entries import entry, route_of
from provenance.reports.lookup import look_up, the_proposition
from provenance.reports.nodes import nodes_of
from provenance.reports.summary import source_lines
from provenance.reports.wording import (
    VERDICT_MEANS,
    VERDICT_WORDS,
    interval_words,
    printable,
    quantity_words,
    shortened,
)


def test_every_verdict_has_words() -> None:
    assert set(VERDICT_WORDS) == set(VERDICT_MEANS) == set(Verdict)


def test_every_bound_has_words() -> None:
    words = {bound: quantity_words(Quantity("some men", bound, 2, 3)) for bound in Bound}
    assert len(set(words.values())) == len(Bound)
    assert words[Bound.RANGE] == "some men (2 to 3)"


def test_more_than_leaves_the_bound_out() -> None:
    assert quantity_words(Quantity("over 1000 men", Bound.AT_LEAST, 1000, None, exclusive=True)) == (
        "over 1000 men (more than 1,000)"
    )


def test_open_intervals_say_so() -> None:
    day = date(2021, 3, 2)
    assert interval_words(Interval(None, day)) == "until 2 March 2021"
    assert interval_words(Interval(day, None)) == "from 2 March 2021"


def test_scripts_of_all_kinds_stay_as_they_are() -> None:
    assert printable("المرصد السوري — Сирия") == "المرصد السوري — Сирия"


def test_long_words_are_cut_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("x" * 20, 5) == "xxxx…"
    assert shortened("short", 12) == "short"


def test_a_route_runs_from_the_origin_to_the_outlet(report: Report) -> None:
    assert route_of(report.claims[1]) == ("Reuters", "Harbour Courier")
    assert route_of(report.claims[0]) == ()


def test_reports_of_one_origin_are_one_voice(report: Report) -> None:
    contested = next(a for a in report.assessments if a.verdict is Verdict.CONTESTED)
    item = entry(contested, report)
    assert [(v.source.name, len(v.passages)) for v in item.says] == [("Port authority", 2)]
    assert [word for word, _ in item.sides] == ["says", "denies"]


def test_every_node_of_a_proof_has_a_name(report: Report) -> None:
    for assessment in report.assessments:
        nodes = nodes_of(assessment, report)
        sides = filter(None, (assessment.support, assessment.opposition))
        for node in {node for side in sides for chain in side.chains for node in chain}:
            assert (node in nodes.claims) is node.startswith("report:") is not (node in nodes.parties)
            assert nodes.name(node) != node


def test_the_summary_counts_each_source_once_a_claim(report: Report) -> None:
    lines = {line.source.name: line for line in source_lines(report)}
    port = lines["Port authority"]
    assert (port.claims, port.documents, port.contested) == (3, 2, 1)
    assert "Harbour Courier" not in lines


def test_nameless_sources_of_one_wording_share_a_line_of_the_summary(report: Report) -> None:
    hands = next(claim for claim in report.claims if claim.origin.kind.is_nameless)
    elsewhere = replace(hands.origin, id="source:two-deckhands@post", name="two deckhands")
    other = replace(hands, chain=(elsewhere,), document=report.documents[1])
    lines = [line for line in source_lines(replace(report, claims=(hands, other))) if line.source.kind.is_nameless]
    assert [(line.source.name, line.claims, line.documents) for line in lines] == [("Two deckhands", 2, 2)]


def test_a_unique_beginning_is_enough_to_find_a_record(report: Report) -> None:
    claim = report.claims[1]
    for name in (claim.id, claim.id[:-2], claim.id.removeprefix("claim:")):
        assert look_up(name, report).claim == claim
    found = look_up("prop:contested", report)
    assert found.claim is None
    assert [a.verdict for a in found.assessments] == [Verdict.CONTESTED]


@pytest.mark.parametrize(("name", "says"), [("claim:", "9 ids begin so"), ("claim:zz", "no claim"), ("", "no claim")])
def test_a_name_that_fits_none_or_several_is_refused(report: Report, name: str, says: str) -> None:
    with pytest.raises(UnknownRecord, match=says):
        look_up(name, report)


def test_a_claim_of_one_proposition_stands_for_it(report: Report) -> None:
    contested = next(a for a in report.assessments if a.verdict is Verdict.CONTESTED)
    assert the_proposition(contested.proposition.opposing[0], report) is contested
    assert the_proposition(contested.proposition.id, report) is contested


def test_a_claim_of_several_propositions_or_of_none_is_refused_with_their_ids(report: Report) -> None:
    several = next(claim.id for claim in report.claims if len(look_up(claim.id, report).assessments) > 1)
    with pytest.raises(UnknownRecord, match=r"belongs to 2 propositions: prop:\S+ \(.*\), prop:.*; name one"):
        the_proposition(several, report)
    with pytest.raises(UnknownRecord, match="belongs to no proposition"):
        the_proposition(several, replace(report, assessments=()))
