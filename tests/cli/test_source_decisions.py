"""Letters, checked claims and scales from the command line, on claims read in."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from provenance.cli import main
from provenance.cli.options import SCALES

WHO = ("--reviewer", "A. Ruiz", "--on", "2026-01-31", "--reason", "counts checked against two hospitals")
CLAIM = {
    "schema": "claim-provenance/claim/1",
    "content": {"text": "9 civilians were killed in an airstrike"},
    "proposition": "strike of 17 March",
    "responsible": "US-led Coalition",
}


def run(*args, **more):
    return CliRunner().invoke(main, list(map(str, args)), prog_name="provenance", **more)


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "desk.jsonl"


@pytest.fixture
def claims(tmp_path):
    path = tmp_path / "claims.jsonl"
    rows = [
        {**CLAIM, "id": f"claim:{n}", "document": {"path": f"{n}.txt"}, "source": {"name": name, "kind": "monitor"}}
        for n, name in enumerate(["Syrian Observatory for Human Rights", "Delta Watch"])
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


@pytest.fixture
def single(claims):
    claims.write_text(claims.read_text().splitlines()[0])
    return claims


def assess(ledger, letter, name="SOHR"):
    return run("sources", "assess", name, "--letter", letter, *WHO, "--ledger", ledger)


def check(ledger, claim, verdict, *more):
    kind = () if verdict == "--undo" else ("--kind", "casualties")
    return run("sources", "check", "SOHR", "--claim", claim, verdict, *kind, *WHO, "--ledger", ledger, *more)


def report(path, *more):
    result = run("report", path, "--format", "json", *more)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def record(ledger, *more):
    result = run("sources", "record", "SOHR", "--ledger", ledger, "--format", "json", *more)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_letter_is_recorded_with_who_when_and_why(ledger):
    result = assess(ledger, "b")
    assert result.exit_code == 0
    row = json.loads(ledger.read_text())
    assert result.stdout == f"{row['id']} added to {ledger}\n"
    assert row == {
        "schema": "claim-provenance/ledger/1",
        "id": row["id"],
        "entry": "letter",
        "source": "source:sohr",
        "name": "Syrian Observatory for Human Rights",
        "letter": "B",
        "reviewer": "A. Ruiz",
        "on": "2026-01-31",
        "reason": "counts checked against two hospitals",
    }


def test_the_letter_of_the_ledger_stands_in_the_report_with_who_set_it(ledger, single):
    assess(ledger, "B")
    without, with_it = report(single), report(single, "--ledger", ledger)
    assert without["propositions"][0]["admiralty"] == {"letter": "F", "digit": 4}
    assert with_it["propositions"][0]["admiralty"] == {"letter": "B", "digit": 3}
    assert with_it["sources"][0]["reliability"] == {
        "letter": "B",
        "set_by": "A. Ruiz",
        "set_on": "2026-01-31",
        "reason": "counts checked against two hospitals",
    }
    assert [claim["id"] for claim in with_it["claims"]] == [claim["id"] for claim in without["claims"]]


@pytest.mark.parametrize("form", ["json", "turtle"])
def test_an_export_carries_the_letter_of_the_ledger(ledger, single, form):
    assess(ledger, "B")
    result = run("export", single, "--format", form, "--ledger", ledger)
    assert "counts checked against two hospitals" in result.stdout


def test_a_letter_taken_back_is_in_force_no_more_and_stays_in_the_file(ledger, single):
    assess(ledger, "B")
    before = ledger.read_text()
    assert run("sources", "assess", "SOHR", "--undo", *WHO, "--ledger", ledger).exit_code == 0
    assert ledger.read_text().startswith(before)
    assert report(single, "--ledger", ledger)["propositions"] == report(single)["propositions"]


def test_another_letter_of_the_day_that_stays_in_force_is_told_of(ledger):
    assess(ledger, "C")
    assert "in force is C, set by A. Ruiz on 2026-01-31" in assess(ledger, "B").stderr


def test_the_same_decision_twice_adds_nothing(ledger):
    assess(ledger, "B")
    assert "stands already" in assess(ledger, "B").stderr
    assert len(ledger.read_text().splitlines()) == 1


def test_a_source_that_is_not_listed_is_kept_under_the_id_it_has_in_texts(ledger, claims):
    result = assess(ledger, "C", "Delta Watch")
    assert "not in the registry; it is kept under source:delta-watch" in result.stderr
    letters = {s["name"]: s["reliability"]["letter"] for s in report(claims, "--ledger", ledger)["sources"]}
    assert letters["Delta Watch"] == "C"


def test_the_record_shows_the_letter_and_terms_that_add_up(ledger):
    assess(ledger, "B")
    for number in range(3):
        check(ledger, f"claim:{number}", "--right")
    check(ledger, "claim:9", "--wrong")
    lines = run("sources", "record", "SOHR", "--ledger", ledger).stdout.splitlines()
    assert "letter         B, usually reliable; set by A. Ruiz on 31 January 2026" in lines[1]
    sums = [line.split() for line in lines if line.strip().startswith(("+", "-"))]
    assert sums[:4] == [
        ["+1.39", "prior", "of", "letter", "B"],
        ["+0.56", "3", "checked,", "right"],
        ["-0.69", "1", "checked,", "wrong"],
        ["+1.26", "log-odds"],
    ]
    casualties = record(ledger)["kinds"][0]
    assert (casualties["right"], casualties["wrong"], casualties["likelihood"]) == (3, 1, "likely")
    assert casualties["total"] == pytest.approx(sum(term["log_odds"] for term in casualties["terms"]))


def test_a_source_of_which_the_ledger_says_nothing_is_told_of(ledger):
    assess(ledger, "B", "Reuters")
    result = run("sources", "record", "SOHR", "--ledger", ledger)
    assert result.exit_code == 0
    assert "the ledger holds nothing that stands on Syrian Observatory for Human Rights" in result.stderr


def test_no_percentage_is_shown_unless_scores_are_asked_for(ledger):
    assess(ledger, "B")
    assert "%" not in run("sources", "record", "SOHR", "--ledger", ledger).stdout
    assert "likely to be right, 80%" in run("sources", "record", "SOHR", "--ledger", ledger, "--scores").stdout
    assert "probability" not in record(ledger)["kinds"][0]
    assert record(ledger, "--scores")["kinds"][0]["probability"] == 0.8


def test_a_verdict_taken_back_counts_no_more(ledger):
    check(ledger, "claim:1", "--right")
    assert record(ledger)["kinds"][0]["right"] == 1
    assert check(ledger, "claim:1", "--undo").exit_code == 0
    assert record(ledger)["kinds"][0]["right"] == 0


def test_agreement_that_nobody_checked_counts_once_and_not_where_it_was_checked(ledger, claims):
    assess(ledger, "B")
    assert [kind["agreed"] for kind in record(ledger, claims)["kinds"]] == [0, 1, 0, 0]
    check(ledger, "claim:0", "--right")
    assert [kind["agreed"] for kind in record(ledger, claims)["kinds"]] == [0, 0, 0, 0]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_every_form_of_the_report_carries_the_label(ledger, claims, scale, form):
    assess(ledger, "B")
    label = {"admiralty": "B2", "airwars": "Fair", "icd203": "likely"}[scale]
    result = run("report", claims, "--ledger", ledger, "--scale", scale, "--format", form)
    assert result.exit_code == 0
    if form == "csv":
        assert {row["scale"] for row in csv.DictReader(io.StringIO(result.stdout))} == {label}
    elif form in {"table", "markdown"}:
        assert f"{ {'icd203': 'ICD 203'}.get(scale, scale.title()) }: {label}. " in result.stdout
    else:
        found = json.loads(result.stdout)
        proposition = found["propositions"][0] if form == "json" else found
        assert (proposition["scale"]["name"], proposition["scale"]["label"]) == (scale, label)


def test_without_a_scale_nothing_is_added(claims):
    assert "scale" not in report(claims)["propositions"][0]


def test_show_carries_the_label_too(claims):
    assert "Airwars: Fair." in run("show", "prop", claims, "--scale", "airwars").stdout
    row = json.loads(run("show", "prop", claims, "--scale", "airwars", "--format", "json").stdout)
    assert row["propositions"][0]["scale"]["label"] == "Fair"


def test_a_torn_line_is_a_note_and_the_report_goes_on(ledger, single):
    assess(ledger, "B")
    with ledger.open("a") as file:
        file.write('{"schema": "claim-prov')
    result = run("report", single, "--ledger", ledger)
    assert result.exit_code == 0
    assert "desk.jsonl:2: cut short while it was written, left aside" in result.stderr
    assert "Admiralty B3" in result.stdout


USAGE = [
    ("sources", "assess", "SOHR", *WHO),
    ("sources", "assess", "SOHR", "--letter", "B", "--undo", *WHO),
    ("sources", "assess", "SOHR", "--letter", "G", *WHO),
    ("sources", "assess", "SOHR", "--letter", "B", "--reviewer", " ", "--reason", "so"),
    ("sources", "check", "SOHR", "--claim", "claim:1", "--right", *WHO),
    ("sources", "check", "SOHR", "--claim", "claim:1", "--kind", "casualties", *WHO),
]


@pytest.mark.parametrize("args", USAGE)
def test_wrong_usage_ends_with_two_and_writes_nothing(ledger, args):
    assert run(*args, "--ledger", ledger).exit_code == 2
    assert not ledger.exists()


def test_a_ledger_is_always_asked_for():
    assert run("sources", "assess", "SOHR", "--letter", "B", *WHO).exit_code == 2


def test_nothing_to_take_back_is_one_line_and_three(ledger):
    result = run("sources", "assess", "SOHR", "--undo", *WHO, "--ledger", ledger)
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert "no decision of the ledger stands that could be undone" in result.stderr


def test_a_missing_ledger_is_one_line_and_three(single, tmp_path):
    result = run("report", single, "--ledger", tmp_path / "none.jsonl")
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)


def test_a_name_that_several_bear_is_not_guessed(ledger):
    result = assess(ledger, "B", "SDF")
    assert result.exit_code == 3
    assert "may mean" in result.stderr


def test_explain_prints_the_verdict_table_and_the_scales():
    text = run("explain").stdout
    for word in ("single-sourced", "apparently corroborated", *SCALES):
        assert word in text


@pytest.mark.parametrize("scale", SCALES)
def test_explain_prints_each_label_with_its_rule_on_one_screen(scale):
    found = json.loads(run("explain", "--scale", scale, "--format", "json").stdout)["scales"]
    text = run("explain", "--scale", scale).stdout
    assert len(text.splitlines()) <= 40
    for row in found[0]["labels"]:
        assert row["label"] in text
        assert row["rule"].split()[0] in text
