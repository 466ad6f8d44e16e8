"""``provenance truth``: formats, options, what goes where, and files that are no table."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from provenance.cli import main
from provenance.cli.truth import METHODS as CHOICES
from provenance.truth.methods.table import METHODS

Run = Callable[..., Result]

CLAIMS = """source,object,value
Coastal Wire,dead in the market,27
Harbour Post,dead in the market,27
Ministry,dead in the market,45
Coastal Wire,boats,two
Ministry,boats,one
Harbour Post,held,"14 men, 2 women"
Ministry,held,=20
"""
CHECKED = "object,value\nboats,two\nheld,19\nelsewhere,x\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("claims.csv").write_text(CLAIMS, encoding="utf-8")
    Path("checked.csv").write_text(CHECKED, encoding="utf-8")
    return lambda *args, **more: CliRunner().invoke(main, ["truth", *args], prog_name="provenance", **more)


def test_the_methods_offered_are_those_of_the_library() -> None:
    assert tuple(METHODS) == CHOICES


def test_the_table_shows_the_best_value_first_and_who_says_it_and_claims_no_truth(run: Run) -> None:
    result = run("claims.csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "It does not say what is true." in result.stdout
    lines = [line.split(maxsplit=1)[-1] for line in result.stdout.split("\n\n")[2].splitlines()]
    assert lines == ["in the market", "27  Coastal Wire, Harbour Post", "45  Ministry"]


def test_every_format_has_every_value_with_its_belief_and_sources(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims.csv", "-f", "csv").stdout, newline="")))
    objects = json.loads(run("claims.csv", "-f", "json").stdout)["objects"]
    lines = [json.loads(line) for line in run("claims.csv", "-f", "jsonl").stdout.splitlines()]
    assert [{key: value for key, value in line.items() if key != "schema"} for line in lines] == objects
    flat = [
        (item["object"], v["value"], v["belief"], "; ".join(v["sources"])) for item in objects for v in item["values"]
    ]
    assert [(r["object"], r["value"].lstrip("'"), float(r["belief"]), r["said_by"]) for r in rows] == flat
    assert [row["rank"] for row in rows] == ["1", "2"] * 3


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(run: Run) -> None:
    assert ",'=20," in run("claims.csv", "-f", "csv").stdout


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_the_terms_of_a_source_add_up_in_every_format(run: Run, form: str) -> None:
    text = run("claims.csv", "--checked", "checked.csv", "--show", "sources", "-f", form).stdout
    if form == "csv":
        terms = [{**row, "total": row["log_odds"]} for row in csv.DictReader(io.StringIO(text))]
    else:
        found = json.loads(text)["sources"] if form == "json" else list(map(json.loads, text.splitlines()))
        terms = [source["log_odds"] for source in found]
    assert len(terms) == 3
    for row in terms:
        parts = sum(float(row[name]) for name in ("prior", "right", "wrong", "agreement"))
        assert parts == pytest.approx(float(row["total"]), abs=1e-4)


def test_the_table_of_sources_shows_what_was_checked(run: Run) -> None:
    text = run("claims.csv", "--checked", "checked.csv", "--show", "sources").stdout
    cells = [line.split() for line in text.splitlines()[-3:]]
    assert {(row[-2 - (row[-1] in ("Wire", "Post")) - 1]) for row in cells} == {"1/1", "0/1", "0/2"}


def test_published_methods_have_trust_but_no_terms(run: Run) -> None:
    text = run("claims.csv", "--method", "sums", "--show", "sources", "-f", "csv").stdout
    assert text.splitlines()[0] == "source,trust,claims,checked_right,checked_wrong"


@pytest.mark.parametrize("method", CHOICES)
@pytest.mark.parametrize("show", ["objects", "sources"])
@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_every_method_can_be_shown_in_every_format(run: Run, method: str, show: str, form: str) -> None:
    result = run("claims.csv", "--method", method, "--show", show, "-f", form)
    assert result.exit_code == 0
    assert "Coastal Wire" in result.stdout


def test_checked_values_are_certain_marked_and_scored_without_their_own_check(run: Run) -> None:
    result = run("claims.csv", "--checked", "checked.csv")
    assert "held  (checked: 19, which nobody names)" in result.stdout
    assert "1.000  two" in result.stdout
    assert "With its check hidden, accu ranks the checked value first on " in result.stdout
    assert "1 checked object is not in the claims" in result.stderr
    scores = json.loads(run("claims.csv", "--checked", "checked.csv", "-f", "json").stdout)["checked"]
    assert scores["accu"]["objects"] == scores["voting"]["objects"] == 2
    assert "with its check hidden, accu ranks" in run("claims.csv", "--checked", "checked.csv", "-f", "csv").stderr


def test_letters_change_whom_to_believe(run: Run) -> None:
    Path("letters.csv").write_text("source,letter\nMinistry,a\nHarbour Post,E\nCoastal Wire,E\n")
    text = run("claims.csv", "--letters", "letters.csv", "--show", "sources").stdout
    assert text.index("Ministry") < text.index("Harbour Post")
    assert run("claims.csv", "--letters", "letters.csv", "--method", "sums").exit_code == 2


def test_iterations_set_the_rounds(run: Run) -> None:
    assert json.loads(run("claims.csv", "--method", "sums", "--iterations", "3", "-f", "json").stdout)["rounds"] == 3
    assert run("claims.csv", "--iterations", "0").exit_code == 2


def test_standard_input_and_other_column_names(run: Run) -> None:
    text = CLAIMS.replace("source,object,value", "Outlet,Question,Answer")
    names = ("--source", "outlet", "--object", "Question", "--value", "Answer")
    assert run("-", *names, input=text).stdout == run("claims.csv").stdout
    assert run("-", "--checked", "-", input=text).exit_code == 2


def test_the_order_of_the_rows_does_not_change_a_byte(run: Run) -> None:
    head, *rows = CLAIMS.splitlines(keepends=True)
    Path("other.csv").write_text("".join([head, *reversed(rows), rows[0]]), encoding="utf-8")
    for form in ("table", "csv", "json"):
        assert run("claims.csv", "-f", form).stdout == run("other.csv", "-f", form).stdout


def test_what_was_left_out_or_doubled_is_said_on_standard_error(run: Run) -> None:
    Path("more.csv").write_text(CLAIMS + "Ministry,boats,two\nMinistry,,two\n", encoding="utf-8")
    result = run("more.csv")
    assert "1 row with an empty cell left out" in result.stderr
    assert "1 row gives an object a further value of the same source; each counts" in result.stderr


BAD = {
    "empty.csv": b"",
    "no-column.csv": b"source,object\na,b\n",
    "latin.csv": b"source,object,value\n\xe9,b,c\n",
    "short.csv": b"source,object,value\na,b\n",
    "open-quote.csv": b'source,object,value\n"a,b,c\n',
}


@pytest.mark.parametrize("name", [*BAD, "missing.csv", "."])
def test_a_file_that_is_no_table_is_one_line_and_exit_code_3(run: Run, name: str) -> None:
    if name in BAD:
        Path(name).write_bytes(BAD[name])
    for args in ((name,), ("claims.csv", "--checked", name)):
        result = run(*args)
        assert (result.exit_code, result.stdout) == (3, "")
        assert len(result.stderr.splitlines()) == 1
        assert result.stderr.startswith(f"provenance: error: {name}")


def test_two_checks_of_one_object_that_differ_are_refused(run: Run) -> None:
    Path("twice.csv").write_text("object,value\nboats,two\nboats,one\n")
    result = run("claims.csv", "--checked", "twice.csv")
    assert result.exit_code == 3
    assert "twice.csv: says both 'one' and 'two' of 'boats'" in result.stderr.replace(
        "'two' and 'one'", "'one' and 'two'"
    )


def test_steering_characters_do_not_reach_the_terminal(run: Run) -> None:
    Path("odd.csv").write_text("source,object,value\n\x1b[31ma,o\x07,\x1bv\n", encoding="utf-8")
    assert run("odd.csv").stdout.replace("\n", "").isprintable()


def test_the_command_loads_neither_scipy_nor_pandas_and_its_help_no_numpy() -> None:
    code = "import sys; from provenance.cli import main; main(sys.argv[1:], standalone_mode=False); "
    tell = "print([m for m in ('numpy', 'scipy', 'pandas', 'networkx', 'spacy') if m in sys.modules], file=sys.stderr)"
    for args, loaded in ((["--help"], "[]"), (["-"], "['numpy']")):
        done = subprocess.run(
            [sys.executable, "-c", code + tell, "truth", *args],
            input=CLAIMS.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": "1"},
        )
        assert done.stderr.decode().strip() == loaded


PAGE = (Path(__file__).parents[2] / "docs/how-to/truth-table.md").read_text(encoding="utf-8")


def test_the_page_shows_what_the_command_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in re.findall(r"cat > (\S+) <<'EOF'\n(.*?)EOF\n", PAGE, re.DOTALL):
        Path(name).write_text(text, encoding="utf-8")
    shown = re.findall(r"```console\n\$ provenance (.*?)\n(.*?)```", PAGE, re.DOTALL)
    assert len(shown) == 2
    for command, printed in shown:
        assert CliRunner().invoke(main, command.split()).stdout == printed
