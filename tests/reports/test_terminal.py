"""The report as a terminal shows it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from provenance.records.assessment import Verdict
from provenance.records.claim import Wording
from provenance.records.report import Report
from provenance.reports.claim_page import draw_found, marked
from provenance.reports.lookup import look_up
from provenance.reports.order import MOST_SHOWN, only, ordered
from provenance.reports.terminal import draw_claims, draw_report, draw_source, draw_sources
from provenance.reports.wording import VERDICT_WORDS


def drawn(draw: Callable[..., None], *args: Any, width: int = 80, terminal: bool = False, **more: Any) -> str:
    screen = io.StringIO()
    draw(
        *args,
        Console(
            file=screen,
            width=width,
            force_terminal=terminal,
            highlight=False,
            color_system="standard" if terminal else None,
        ),
        **more,
    )
    return screen.getvalue()


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_sections_stand_in_their_order(report: Report) -> None:
    text = drawn(draw_report, report)
    heads = [text.index(f" {word.upper()} ") for word in VERDICT_WORDS.values()]
    assert heads == sorted(heads)


def test_an_entry_says_who_says_and_who_denies_with_the_way_and_the_place(report: Report) -> None:
    text = one_line(drawn(draw_report, report))
    assert (
        "says Port authority government, reliability B → Reuters → Harbour Courier harbour.txt:3 “at least 40" in text
    )
    assert "→ Island Post island.md:5 “40 passengers were taken off the ferry”" in text
    assert "denies Seafarers' union party, crew → Harbour Courier harbour.txt:4" in text
    assert "hedged: possible" in text
    assert "why The reasons why it is contested." in text
    assert "change A second origin of another family." in text


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    long = replace(report.claims[0], content=Wording("a word " * 90 + "x" * 200, ()))
    everything = replace(report, claims=(long, *report.claims[1:]))
    for text in (drawn(draw_report, everything, width=width), drawn(draw_claims, everything.claims, width=width)):
        assert max(map(len, text.splitlines())) <= width


def test_without_a_terminal_there_are_no_colours(report: Report) -> None:
    assert "\x1b" not in drawn(draw_report, report)
    assert "\x1b[" in drawn(draw_report, report, terminal=True)


def test_words_of_a_document_cannot_steer_the_terminal(report: Report) -> None:
    evil = Wording("\x1b[2J[red]gone[/red] \u202etxet\x9b31m", ())
    text = drawn(draw_claims, [replace(report.claims[0], content=evil)])
    assert "[red]gone[/red]" in text
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)


def test_what_outlets_alone_say_is_a_count_until_asked_for(report: Report) -> None:
    brief, full = drawn(draw_report, report), drawn(draw_report, report, everything=True)
    assert "quays were empty" not in brief
    assert "2 propositions in the voice of outlets alone" in one_line(brief)
    assert "quays were empty" in full
    assert "UNATTRIBUTED   3" in brief


def test_long_sections_are_cut_and_say_so(report: Report) -> None:
    single = next(a for a in report.assessments if a.verdict is Verdict.SINGLE_SOURCED)
    many = replace(report, assessments=(single,) * (MOST_SHOWN + 3))
    assert "and 3 more single-sourced" in one_line(drawn(draw_report, many))
    assert "more single-sourced" not in one_line(drawn(draw_report, many, everything=True))


def test_contested_propositions_are_never_cut(report: Report) -> None:
    contested = next(a for a in report.assessments if a.verdict is Verdict.CONTESTED)
    many = replace(report, assessments=(contested,) * (MOST_SHOWN + 3))
    assert drawn(draw_report, many).count("why      ") == MOST_SHOWN + 3


def test_only_keeps_the_verdicts_named_and_their_claims(report: Report) -> None:
    kept = only(report, [Verdict.RETRACTED])
    assert [a.verdict for a in kept.assessments] == [Verdict.RETRACTED]
    assert [c.content.text for c in kept.claims] == ["the ferry had sunk"]
    assert only(report, []) is report


def test_ordering_keeps_the_order_within_a_verdict(report: Report) -> None:
    found = [a.proposition.label for a in ordered(report).assessments if a.verdict is Verdict.UNATTRIBUTED]
    assert found == [a.proposition.label for a in report.assessments if a.verdict is Verdict.UNATTRIBUTED]


def test_a_report_of_nothing_says_so() -> None:
    text = one_line(drawn(draw_report, Report(None, (), (), (), ())))
    assert "0 documents, 0 claims" in text
    assert "No propositions to show." in text
    assert "no date known" in text


def test_a_page_marks_source_cue_and_content_in_brackets(report: Report) -> None:
    text = marked(report.claims[1], coloured=False).plain
    assert "[source: The port authority] [cue: said] [content: at least 40 passengers were taken off" in text
    assert "], Reuters reported." in text


def test_a_page_marks_in_colours_without_changing_the_words(report: Report) -> None:
    for claim in report.claims:
        words = marked(claim, coloured=True).plain
        assert one_line(claim.content.text) in one_line(words)
        assert "[" not in words


def test_overlapping_marks_show_each_word_once(report: Report) -> None:
    claim = report.claims[2]
    assert claim.cue
    whole = replace(claim, cue=replace(claim.cue, spans=claim.content.spans))
    assert marked(whole, coloured=True).plain.count("engine room") == 1


def test_a_page_shows_chain_rule_and_proof(report: Report) -> None:
    text = drawn(draw_found, look_up(report.claims[2].id, report), report)
    assert "pronoun, the last source named" in one_line(text)
    assert "has it from Port authority" in text
    assert "chain, shown: harbour.txt:4 → Port authority" in text
    assert "falls with: Port authority" in text
    assert "the row single_sourced" in text


def test_a_page_of_a_claim_without_its_text_shows_the_words(report: Report) -> None:
    claim = replace(report.claims[1], document=replace(report.claims[1].document, text=""))
    assert marked(claim, coloured=False).plain == (
        "[source: The port authority] [cue: said] [content: at least 40 passengers were taken off a stranded ferry]"
    )


def test_sources_are_a_table_and_a_page(report: Report) -> None:
    assert "Reuters" in drawn(draw_sources, report.sources)
    page = one_line(drawn(draw_source, report.sources[0], "State"))
    assert "letter B, set by A. Editor" in page
    assert "family" not in page
