"""``provenance graph``, from files to a drawing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from provenance.cli import main


def line(outlet: str, name: str, proposition: str, **more: object) -> dict[str, object]:
    return {
        "schema": "claim-provenance/claim/1",
        "document": {"path": f"{outlet}.txt", "publisher": outlet},
        "source": {"name": name, "kind": "body"},
        "content": {"text": proposition},
        "proposition": proposition,
    } | more


@pytest.fixture
def claims(tmp_path: Path) -> str:
    rows = [
        line("North Post", "the union", "nine barges sank"),
        line("South Post", "the port", "nine barges sank", stance="denies"),
        line("East Post", "the port", "the lock is shut"),
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["graph", *args], prog_name="provenance")


def ids(claims: str) -> dict[str, str]:
    """Ids of propositions by label."""
    result = CliRunner().invoke(main, ["report", "-f", "json", claims])
    return {p["label"]: p["id"] for p in json.loads(result.stdout)["propositions"]}


@pytest.mark.parametrize(
    ("form", "begins"),
    [("dot", "digraph "), ("mermaid", "flowchart LR\n"), ("graphml", "<?xml "), ("svg", "<svg ")],
)
def test_each_format_is_written_to_a_file_or_to_standard_output(
    claims: str, tmp_path: Path, form: str, begins: str
) -> None:
    name = ids(claims)["nine barges sank"]
    shown = run(name, claims, "--format", form)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith(begins)
    assert "the union" in shown.stdout
    assert "the port" in shown.stdout
    assert "the lock is shut" not in shown.stdout
    kept = tmp_path / "drawing"
    assert run(name, claims, "--format", form, "-o", str(kept)).stdout == ""
    assert kept.read_text(encoding="utf-8") == shown.stdout


def test_a_beginning_of_the_id_or_a_claim_will_do(claims: str) -> None:
    name = ids(claims)["the lock is shut"]
    whole = run(name, claims).stdout
    assert run(name[:-4], claims).stdout == whole
    rows = CliRunner().invoke(main, ["report", "-f", "json", claims]).stdout
    claim = next(c["id"] for c in json.loads(rows)["claims"] if c["content"]["text"] == "the lock is shut")
    assert run(claim, claims).stdout == whole


def test_an_id_that_is_unknown_or_means_several_is_one_line_and_exit_code_3(claims: str) -> None:
    for name, says in (("prop:none", "no claim or proposition has this id"), ("prop:", "2 ids begin so")):
        result = run(name, claims)
        assert (result.exit_code, result.stdout) == (3, "")
        [told] = result.stderr.splitlines()
        assert told.startswith(f"provenance: error: {name}: {says}")


@pytest.mark.parametrize(("form", "noted"), [("svg", True), ("mermaid", True), ("dot", False)])
def test_a_picture_too_large_to_read_is_drawn_with_a_note(tmp_path, form, noted):
    row = {"schema": "claim-provenance/claim/1", "source": {"name": "Monitor"}, "proposition": "p"}
    rows = [row | {"document": {"path": f"{n}.txt"}, "content": {"text": f"a ferry sank {n}"}} for n in range(200)]
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in rows))
    result = run("prop:", str(tmp_path), "--format", form)
    assert result.exit_code == 0
    assert ("graphml or dot" in result.stderr) == noted
