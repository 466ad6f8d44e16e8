"""The report as Markdown."""

from __future__ import annotations

from dataclasses import replace

from provenance.records.claim import Wording
from provenance.records.report import Report
from provenance.reports.markdown import plain_markdown, report_markdown
from provenance.reports.wording import VERDICT_WORDS


def test_each_verdict_is_a_heading_in_the_order_of_reports(report: Report) -> None:
    heads = [line[3:].lower() for line in report_markdown(report) if line.startswith("## ")]
    assert [head.strip() for head in heads[2:]] == list(VERDICT_WORDS.values())


def test_every_proposition_and_passage_is_there(report: Report) -> None:
    text = "".join(report_markdown(report))
    for assessment in report.assessments:
        assert plain_markdown(assessment.proposition.id) in text
    assert "“Quays were empty” (island.md:8)" in text
    assert "(harbour.txt:3, through Reuters → Harbour Courier)" in text


def test_words_cannot_become_markup(report: Report) -> None:
    evil = replace(
        report.claims[0], given_id=report.claims[0].id, content=Wording("<script> [a](http://x) **b**\n# c", ())
    )
    text = "".join(report_markdown(replace(report, claims=(evil, *report.claims[1:]))))
    assert "<script>" not in text
    assert r"\[a\](http://x) \*\*b\*\* \# c" in text


def test_lists_and_rules_at_the_beginning_are_escaped() -> None:
    assert [plain_markdown(t) for t in ("1. x", "- x", "+ x", "= x", "x - y")] == [
        r"1\. x",
        r"\- x",
        r"\+ x",
        r"\= x",
        "x - y",
    ]


def test_nothing_spans_lines(report: Report) -> None:
    assert all(line.count("\n") == 1 and line.endswith("\n") for line in report_markdown(report))
