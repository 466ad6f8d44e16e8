"""Every report that the command gives is accepted, however its claims were read and whatever was asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/expected/claims.*"))


def run(*args, **fields):
    return CliRunner().invoke(main, [str(arg) for arg in args], **fields)


def line(outlet, source, document=None, proposition="ships", **fields):
    document = {"id": document or f"doc:{outlet}", "publisher": outlet, **fields.pop("told", {})}
    who = {"name": source, "kind": "monitor"} if isinstance(source, str) else source
    words = {"text": "twelve ships sank"}
    row = {"document": document, "source": who, "content": words, "proposition": proposition}
    return {"schema": "claim-provenance/claim/1", **row, **fields}


@pytest.fixture
def written(tmp_path):
    def write(name, *rows):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    return write


def is_accepted(*args):
    report = run("report", *args, "-f", "json")
    assert report.exit_code == 0, report.output
    result = run("verify", "-", input=report.stdout)
    return result.exit_code == 0 or result.output


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parts[-3]}{path.suffix}")
@pytest.mark.parametrize(
    "asked", [(), ("--as-of", "2020-08-08"), ("--as-of", "2031-01-01"), ("--only", "contested"), ("--scale", "icd203")]
)
def test_reports_on_the_examples(path, asked):
    assert is_accepted(path, *asked) is True


def test_a_report_on_made_up_claims_of_realistic_sizes(tmp_path):
    path = tmp_path / "claims.jsonl"
    script = [sys.executable, ROOT / "benchmarks" / "bulk.py", "--write", path, "400"]
    subprocess.run(script, check=True, capture_output=True)
    assert is_accepted(path) is True
    assert is_accepted(path, "--as-of", "2019-01-01") is True


def test_inputs_that_differ_on_a_document_which_then_has_the_record_met_first(written):
    one = written("one.jsonl", line("Daily", "Navy", "doc:1"), line("Daily", "Union", "doc:2", "quay"))
    two = written("two.jsonl", line("Weekly", "Army", "doc:1", told={"published": "2021-03-05"}))
    assert is_accepted(one, two) is True
    report = json.loads(run("report", two, one, "-f", "json").stdout)
    assert {claim["document"]["publisher"] for claim in report["claims"]} == {"Weekly", "Daily"}
    assert {row["publisher"] for row in report["documents"] if row["id"] == "doc:1"} == {"Weekly"}


def test_exports_that_differ_on_a_proposition_which_then_has_the_claims_of_both(written, tmp_path):
    one, two = written("1.jsonl", line("Daily", "Navy")), written("2.jsonl", line("Weekly", "Army", stance="denies"))
    for path in (one, two):
        assert run("export", path, "-f", "turtle", "-o", path.with_suffix(".ttl")).exit_code == 0
    exports = one.with_suffix(".ttl"), two.with_suffix(".ttl")
    assert is_accepted(*exports) is True
    (found,) = json.loads(run("report", *exports, "-f", "json").stdout)["propositions"]
    assert (len(found["supporting"]), len(found["opposing"])) == (1, 1)


def test_an_export_as_of_a_day(written):
    told = {"published": "2021-03-05"}
    path = written("1.jsonl", line("Daily", "Navy"), line("Weekly", "Army", told=told, proposition="later"))
    export = path.with_suffix(".ttl")
    assert run("export", path, "-f", "turtle", "-o", export).exit_code == 0
    assert is_accepted(export, "--as-of", "2021-03-01") is True


@pytest.mark.parametrize("own_ids", [("source:a", "source:b"), ("wd:Q1", "doc:1"), ("a", "b")])
def test_sources_of_any_id_in_a_circle(written, own_ids):
    one, two = ({"id": name, "name": who, "kind": "outlet"} for name, who in zip(own_ids, ("A", "B"), strict=True))
    assert is_accepted(written("1.jsonl", line("B", one), line("A", two))) is True


def test_letters_of_a_ledger(written):
    path = written("1.jsonl", line("Daily", "Associated Press"), line("Weekly", "Army"))
    ledger = path.with_name("ledger.jsonl")
    who = ("--reviewer", "A. Editor", "--reason", "it was right before")
    done = run("sources", "assess", "Associated Press", "--letter", "B", *who, "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert is_accepted(path, "--ledger", ledger) is True
    assert '"letter": "B"' in run("report", path, "--ledger", ledger, "-f", "json").stdout
