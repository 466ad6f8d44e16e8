"""A source without a name is refused before anything is written."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from provenance.cli import main


@pytest.mark.parametrize("name", ["", "  ", "\t", "\u00a0"])
def test_a_blank_name_leaves_the_ledger_alone(tmp_path, name) -> None:
    ledger = tmp_path / "desk.jsonl"
    words = ["sources", "assess", name, "--letter", "A", "--reviewer", "Ruiz", "--reason", "x", "--ledger", str(ledger)]
    found = CliRunner().invoke(main, words)
    assert found.exit_code == 2
    assert not ledger.exists()
