"""The name a reader gives a source: none is refused, and a person has the id that texts give him."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from provenance.cli import main
from provenance.records.document import Document
from provenance.sources.registry import as_written, load_registry
from provenance.workflow import claims_of


@pytest.mark.parametrize("name", ["", "  ", "\t", "\u00a0"])
def test_a_blank_name_leaves_the_ledger_alone(tmp_path, name) -> None:
    ledger = tmp_path / "desk.jsonl"
    words = ["sources", "assess", name, "--letter", "A", "--reviewer", "Ruiz", "--reason", "x", "--ledger", str(ledger)]
    found = CliRunner().invoke(main, words)
    assert found.exit_code == 2
    assert not ledger.exists()


@pytest.mark.parametrize("place", ["name", "--reviewer", "--reason"])
def test_words_that_are_not_utf_8_are_wrong_usage_and_leave_the_ledger_alone(tmp_path, place) -> None:
    ledger = tmp_path / "desk.jsonl"
    said = {"name": "SOHR", "--reviewer": "Ruiz", "--reason": "x", place: b"Caf\xe9".decode("utf-8", "surrogateescape")}
    options = [word for key, value in said.items() if key != "name" for word in (key, value)]
    words = ["sources", "assess", said["name"], "--letter", "A", "--ledger", str(ledger), *options]
    found = CliRunner().invoke(main, words)
    assert (found.exit_code, ledger.exists()) == (2, False)
    assert "'Caf\ufffd' is not in UTF-8; write it in a terminal that is set to UTF-8" in found.output


@pytest.mark.parametrize("command", [["show"], ["graph"], ["sources", "show"], ["report", "--publisher"]])
def test_every_command_refuses_words_that_are_not_utf_8(command) -> None:
    found = CliRunner().invoke(main, [*command, b"Caf\xe9".decode("utf-8", "surrogateescape"), "a.txt"])
    assert found.exit_code == 2
    assert "is not in UTF-8" in found.output


@pytest.mark.parametrize(
    "name",
    [
        "Olena Marsh",
        "Dr. Olena Marsh",
        "Gen. Olena Marsh",
        "Lt. Col. Olena Marsh",
        "Colonel-General Olena Marsh",
        "Health Minister Olena Marsh",
        "the mayor Olena Marsh",
        "Human rights lawyer Olena Marsh",
        "President of Chad Olena Marsh",
    ],
)
def test_a_person_has_one_id_in_the_ledger_and_in_texts_whatever_the_title(name) -> None:
    registry = load_registry()
    assert as_written(name, registry).id == "source:olena-marsh"
    [claim] = claims_of(Document(f"{name} said nine people had died.", publisher="Test Post"), registry)
    assert claim.source.source.id == "source:olena-marsh"
