"""CSV tables: rows as they should be, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from provenance.exports.csv_tables import CLAIM_COLUMNS, claims_csv, report_csv, rows_csv, safe_cell, sources_csv
from provenance.records.claim import Wording
from provenance.records.report import Report


def rows_of(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader("".join(lines).splitlines(keepends=True)))


def test_a_row_says_where_who_and_what(report: Report) -> None:
    rows = rows_of(claims_csv(report.claims))
    assert [row["claim"] for row in rows] == [claim.id for claim in report.claims]
    row = rows[1]
    assert (row["path"], row["line"], row["column"]) == ("harbour.txt", "3", "25")
    assert (row["source"], row["chain"], row["origin"]) == (
        "Port authority",
        "Reuters > Port authority",
        "Port authority",
    )
    assert row["quantities"] == "at least 40 passengers (at_least [40, ])"
    assert (row["event_from"], row["published"]) == ("2021-03-02", "2021-03-04")


def test_lines_end_as_rfc_4180_says(report: Report) -> None:
    assert all(line.endswith("\r\n") for line in claims_csv(report.claims))


def test_a_report_has_a_row_for_each_claim_of_each_proposition(report: Report) -> None:
    rows = rows_of(report_csv(report))
    expected = [
        (a.proposition.id, name, side)
        for a in report.assessments
        for side, ids in (("supports", a.proposition.supporting), ("opposes", a.proposition.opposing))
        for name in ids
    ]
    assert [(row["proposition"], row["claim"], row["side"]) for row in rows] == expected
    assert {row["verdict"] for row in rows} == {a.verdict.value for a in report.assessments}


def test_opposing_rows_carry_the_numbers_of_their_own_side(report: Report) -> None:
    [against] = [row for row in rows_of(report_csv(report)) if row["side"] == "opposes"]
    assert (against["reports"], against["roots"]) == ("1", "1")


def test_sources_are_rows_with_their_aliases(report: Report) -> None:
    assert [row["aliases"] for row in rows_of(sources_csv(report.sources)) if row["name"] == "Reuters"] == [
        "Thomson Reuters"
    ]


def test_words_of_strangers_are_no_formulas(report: Report) -> None:
    hostile = replace(report.claims[0], content=Wording('=HYPERLINK("http://example.org","see")', ()))
    [row] = rows_of(claims_csv([hostile]))
    assert row["content"].startswith("'=")


@given(st.text())
@example("\x0c=1+1")
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = str(safe_cell(text))
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_any_table_can_be_written() -> None:
    assert "".join(rows_csv(("a", "b"), [(1, "x,y"), (None, "-")])) == 'a,b\r\n1,"x,y"\r\n,\'-\r\n'


def test_the_head_names_every_column() -> None:
    assert next(iter(claims_csv([]))) == ",".join(CLAIM_COLUMNS) + "\r\n"
