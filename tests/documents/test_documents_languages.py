"""A text in another language is named as such and not read as English."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from provenance.cli import main
from provenance.documents.languages import is_english, language_of

FOREIGN = {
    "fr": "Selon la préfecture, deux ponts de la vallée ont été fermés dans la nuit en raison des crues, et les écoles "
    "resteront closes jusqu'à vendredi.",
    "de": "Die Polizei teilte mit, dass zwei Brücken im Tal wegen des Hochwassers gesperrt worden seien und die "
    "Schulen bis Freitag geschlossen blieben.",
    "es": "Según la policía, dos puentes del valle fueron cerrados durante la noche por las crecidas, y las escuelas "
    "seguirán cerradas hasta el viernes.",
    "ar": "قالت الوزارة إن جسرين في الوادي أغلقا خلال الليل بسبب الفيضا"
    "نات وإن المدارس ستبقى مغلقة حتى يوم الجمعة المقبل",
    "ru": "Министерство сообщило, что два моста в долине были закрыты н"
    "очью из-за наводнения, а школы не откроются до пятницы.",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_the_language_of_a_paragraph_is_told(code):
    assert language_of(FOREIGN[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Monday that two bridges in the valley had been closed for repairs.",
        "Police: two dead, five hurt in a crash near the airport; driver held, road to reopen tonight, mayor says",
    ],
)
def test_english_is_english_in_headlines_too(text):
    assert is_english(language_of(text))


@pytest.mark.parametrize("text", ["", "Raqqa, Hasakah", "26"])
def test_a_text_too_short_to_tell_has_no_language_and_is_read(text):
    assert language_of(text) is None
    assert is_english(None)


def run(*arguments: str, text: str):
    return CliRunner().invoke(main, [*arguments], input=text)


def test_a_text_in_another_language_gives_no_claims_and_a_remark_that_names_it():
    result = run("extract", "-", "--published", "2020-01-01", "--format", "jsonl", text=FOREIGN["fr"])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "another language (fr)" in result.stderr


def test_the_reader_may_insist_that_a_text_is_english():
    result = run(
        "extract", "-", "--language", "en", "--published", "2020-01-01", "--format", "jsonl", text=FOREIGN["de"]
    )
    assert "another language" not in result.stderr


def test_the_report_names_the_language_of_each_document():
    said = "The ministry said on Monday that two bridges in the valley had been closed for repairs."
    result = run("report", "-", "--published", "2020-01-01", "--format", "json", text=said)
    assert [d["language"] for d in json.loads(result.stdout)["documents"]] == ["en"]
