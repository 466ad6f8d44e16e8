"""``provenance verify``: exit codes, what goes where, and what it does without."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli import main

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "examples" / "every-verdict" / "expected" / "claims.jsonl"


@pytest.fixture(scope="module")
def report():
    result = CliRunner().invoke(main, ["report", str(CLAIMS), "--format", "json"])
    assert result.exit_code == 0
    return json.loads(result.stdout)


def verify(text, *args):
    return CliRunner().invoke(main, ["verify", "-", *args], input=text)


def test_a_report_holds_from_a_file_and_from_standard_input(report, tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", str(path)])
    count = len(report["propositions"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"provenance: note: {path}: {count} propositions, all proofs hold\n"
    assert verify(json.dumps(report)).exit_code == 0


def test_each_thing_that_does_not_hold_is_one_line_and_the_exit_code_is_1(report):
    first, second, *others = report["propositions"]
    wrong = {**first, "verdict": "retracted"}, {**second, "support": {**second["support"], "roots": 9}}
    result = verify(json.dumps({**report, "propositions": [*wrong, *others]}))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{first['id']}: verdict is retracted, not {first['verdict']}",
        f"{second['id']}: support: roots is 9, not {second['support']['roots']}",
    ]


def test_as_json_it_says_whether_all_holds(report):
    sound = json.loads(verify(json.dumps(report), "--format", "json").stdout)
    assert sound == {"schema": "claim-provenance/verify/1", "holds": True, "findings": []}
    first, *others = report["propositions"]
    broken = verify(json.dumps({**report, "propositions": [{**first, "flags": ["x"]}, *others]}), "--format", "json")
    assert broken.exit_code == 1
    assert json.loads(broken.stdout)["findings"] == [f"{first['id']}: flags is ['x'], not {sorted(first['flags'])}"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "standard input: not JSON ("),
        ("[]", "standard input: schema is not that of a report; write one with"),
        ('{"schema": "claim-provenance/claim/1"}', "standard input: schema is not that of a report"),
        ('{"schema": "claim-provenance/report/1"}', "standard input: not laid out as a report (documents is"),
        (
            '{"schema": "claim-provenance/report/1", "documents": [], "sources": [], "claims": [], "propositions": {}}',
            "standard input: not laid out as a report (propositions is missing, or no list); write one with",
        ),
        (
            '{"schema": "claim-provenance/report/1", "claims": [], "claims": [1]}',
            "standard input: not JSON (the key 'claims' stands twice in one object); write one with",
        ),
        ('{"schema": "claim-provenance/report/1", "claims": [NaN]}', "standard input: not JSON (NaN is not a JSON num"),
        ("[" * 100_000, "standard input: not JSON ("),
    ],
)
def test_what_is_no_report_is_one_line_and_exit_code_3(text, says):
    result = verify(text)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"provenance: error: {says}")
    assert result.stderr.count("\n") == 1


def test_what_is_not_laid_out_as_in_a_report_is_told_by_its_place_and_is_no_error(report):
    first, *others = report["propositions"]
    support = {**first["support"], "kappa": float(first["support"]["kappa"]), "cut": "source:a"}
    wrong = {**report, "as_of": 7, "propositions": [{**first, "support": support, "open": None}, *others]}
    result = verify(json.dumps(wrong))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "as_of should be a day, not 7",
        "propositions[0].open should be a list, not null",
        f"propositions[0].support.kappa should be a whole number, not {support['kappa']}",
        'propositions[0].support.cut should be a list, not "source:a"',
    ]


@pytest.mark.parametrize("key", ["documents", "sources", "claims", "propositions", "remarks"])
@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [None], [[]], [{}], ["x"]])
def test_whatever_stands_in_a_list_of_a_report_ends_in_lines_and_never_in_an_error(report, key, value):
    result = verify(json.dumps({**report, key: value}))
    is_fine = key == "remarks" and value in ([], ["x"])
    assert (result.exit_code == 0) == is_fine
    assert "error:" not in result.output or "not laid out as a report" in result.output


def test_a_file_that_is_not_there_is_one_line_and_exit_code_3(tmp_path):
    result = CliRunner().invoke(main, ["verify", str(tmp_path / "none.json")])
    assert result.exit_code == 3
    assert result.stderr.endswith("none.json: cannot be read (No such file or directory); name a report\n")


def test_it_loads_nothing_that_computed_the_report(report, tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    code = (
        "import sys, atexit; atexit.register(lambda: print('loaded:', *sys.modules, file=sys.stderr));"
        f"from provenance.cli import main; main(['verify', {str(path)!r}])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    loaded = set(done.stderr.partition("loaded:")[2].split())
    stages = ("graph", "propositions", "exports", "records", "sources", "workflow")
    assert not {"networkx", "rdflib", "spacy", "numpy", "rich"} & loaded
    assert not [name for name in loaded if name.startswith(tuple(f"provenance.{stage}" for stage in stages))]


def test_standard_input_that_was_closed_is_one_line_and_exit_code_3():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = f'"{sys.executable}" -m provenance verify - <&-'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 3
    assert done.stderr == "provenance: error: standard input: cannot be read (closed); name a report\n"
