"""Whatever stands in an id, no command that prints for a reader lets it steer the terminal."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from provenance.cli import main

EVIL = "\x1b[2J\x9b31m\u202e"


def line(number, **fields):
    source = {"id": f"source:{number}{EVIL}", "name": f"Navy {number}", "kind": "government"}
    return {
        "schema": "claim-provenance/claim/1",
        "id": f"claim:{number}{EVIL}",
        "document": {"id": f"doc:{number}{EVIL}", "publisher": f"Daily {number % 2}"},
        "source": source,
        "chain": [{"id": f"source:relay{EVIL}", "name": "Relay"}, source],
        "content": {"text": "twelve ships sank"},
        "proposition": f"ships{EVIL}",
    } | fields


@pytest.fixture
def claims(tmp_path):
    lines = [line(0), line(1, stance="denies"), line(0, id=f"claim:2{EVIL}", stance="retracts"), line(3)]
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in lines), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    "command",
    ["report {} --all", "report {} -f markdown", "show claim:0 {} --all", "show claim:2 {}", "extract {}", "check {}"],
)
def test_an_id_cannot_steer_the_terminal(claims, command):
    result = CliRunner().invoke(main, command.format(claims).split())
    assert result.exit_code in {0, 1}
    assert "2J31m" in result.stdout or "claim:" not in result.stdout
    assert not set(EVIL[:1] + "\x9b\u202e") & set(result.output)


def test_nor_can_it_where_a_report_is_checked(claims):
    report = CliRunner().invoke(main, ["report", claims, "-f", "json"]).stdout.replace('"kappa": 1', '"kappa": 2')
    result = CliRunner().invoke(main, ["verify", "-"], input=report)
    assert result.exit_code == 1
    assert not set(EVIL[:1] + "\x9b\u202e") & set(result.output)
